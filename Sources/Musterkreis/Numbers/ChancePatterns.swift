import Indicators
import Prevention

extension IndicatorPattern {
    /// The 16 indicators of Gelsenkirchen's index of children's chances, under the names of its figure.
    ///
    /// - Source: Abschlussbericht 2016, Teil B, Kap. 4, Station 5, Abb. Konzept des Index
    ///   (Examples/model-project/index-gelsenkirchen.json); numbers invented.
    static let chances: [IndicatorPattern] = economy + arrival + health + learning + home

    private static let economy: [IndicatorPattern] = [
        IndicatorPattern(
            key: "sozialgeldquote-der-unter-6-jaehrigen", name: "Sozialgeldquote der unter 6-Jährigen",
            numerator: "Kinder unter 6 Jahren, die Sozialgeld bekommen", denominator: "Kinder unter 6 Jahren",
            base: "kinder-unter-6", stages: [.aroundKita],
            fields: [.childAndYouthWelfare, .socialSecurityAndWork, .cultureAndLeisure, .participation], use: .need,
            office: "Jobcenter", readingAid: "Von 100 Kindern unter 6 Jahren bekommen so viele Sozialgeld.",
            caveat: "Familien, die keinen Antrag stellen, fehlen.",
            recipe: .events(Rate(usual: 0.19, hardship: 0.42, trend: 0.01))),
        IndicatorPattern(
            key: "sozialgeldquote", name: "Sozialgeldquote",
            numerator: "Kinder unter 15 Jahren, die Sozialgeld bekommen",
            denominator: "Kinder unter 15 Jahren", base: "kinder-unter-15", stages: [.school],
            fields: [.childAndYouthWelfare, .socialSecurityAndWork, .cultureAndLeisure, .participation], use: .need,
            office: "Jobcenter", readingAid: "Von 100 Kindern unter 15 Jahren bekommen so viele Sozialgeld.",
            caveat: "Familien, die keinen Antrag stellen, fehlen.", target: 14,
            recipe: .eventsBeyond(
                "sozialgeldquote-der-unter-6-jaehrigen", Rate(usual: 0.16, hardship: 0.42, trend: 0.008))),
    ]

    private static let arrival: [IndicatorPattern] = [
        IndicatorPattern(
            key: "migrantenanteil-unter-18-jahren", name: "Migrantenanteil unter 18 Jahren", kind: .context,
            direction: .neutral, numerator: "Kinder unter 18 Jahren mit Einwanderungsgeschichte",
            denominator: "Kinder und Jugendliche unter 18 Jahren", base: "kinder-unter-18", office: "Einwohnermeldeamt",
            readingAid: "Von 100 Kindern unter 18 Jahren haben so viele eine Einwanderungsgeschichte in der Familie.",
            caveat: "Die Zahl zeigt, wo mehrsprachige Angebote gebraucht werden; sie ist weder gut noch schlecht.",
            recipe: .events(Rate(usual: 0.34, hardship: 0.28, trend: 0.02, noise: 0.18))),
        IndicatorPattern(
            key: "nicht-ausreichende-deutschkenntnisse", name: "Nicht ausreichende Deutschkenntnisse",
            numerator: "Kinder, die vor der Schule noch nicht genug Deutsch sprechen",
            denominator: "untersuchte Kinder",
            base: "untersuchte-kinder-vor-der-schule", stages: [.aroundKita, .school], fields: [.integration],
            use: .need, office: "Gesundheitsamt",
            readingAid: "Von 100 untersuchten Kindern sprechen so viele noch nicht genug Deutsch für die Schule.",
            caveat: "Geprüft wird Deutsch, nicht die Sprache der Familie.",
            recipe: .events(Rate(usual: 0.14, hardship: 0.38, trend: 0.015, noise: 0.15))),
        IndicatorPattern(
            key: "zuwanderung-aus-dem-ausland-im-vorjahr", name: "Zuwanderung aus dem Ausland im Vorjahr",
            kind: .context, measure: .share(per: 1_000), direction: .neutral, unit: "je 1.000",
            numerator: "Menschen, die im Vorjahr aus dem Ausland zugezogen sind",
            denominator: "Einwohnerinnen und Einwohner", base: "einwohner", office: "Einwohnermeldeamt",
            readingAid: "Von 1.000 Menschen sind so viele im Vorjahr aus dem Ausland zugezogen.",
            caveat: "Wer weitergezogen ist, wird nicht abgezogen.", plausible: 0...1_000,
            recipe: .events(Rate(usual: 0.012, hardship: 0.3, trend: 0.05, noise: 0.25))),
    ]

    private static let health: [IndicatorPattern] = [
        IndicatorPattern(
            key: "uebergewichtige-und-adipoese-kinder", name: "Übergewichtige und adipöse Kinder",
            numerator: "Kinder mit einem Gewicht über dem 90. Perzentil", denominator: "untersuchte Kinder",
            base: "untersuchte-kinder-vor-der-schule", stages: [.aroundKita, .school], fields: [.health, .sport],
            use: .need, office: "Gesundheitsamt",
            readingAid: "Von 100 untersuchten Kindern wiegen so viele mehr, als für ihr Alter gesund ist.",
            caveat: "Bei wenigen Kindern schwankt der Wert von Jahr zu Jahr stark.", target: 9,
            recipe: .events(Rate(usual: 0.105, hardship: 0.25, trend: 0.01, noise: 0.12))),
        IndicatorPattern(
            key: "teilnahmequote-u8-u9", name: "Teilnahmequote U8/U9", kind: .reach, direction: .higherIsBetter,
            numerator: "Kinder, die an U8 und U9 teilgenommen haben", denominator: "untersuchte Kinder",
            base: "untersuchte-kinder-vor-der-schule", office: "Gesundheitsamt",
            readingAid: "Von 100 untersuchten Kindern waren so viele bei der U8 und der U9.",
            caveat: "Kinder ohne Vorsorgeheft werden nicht mitgezählt.", target: 95,
            recipe: .events(Rate(usual: 0.88, hardship: -0.05, trend: 0.006, noise: 0.02))),
        IndicatorPattern(
            key: "dmft-index-zur-zahngesundheit", name: "dmft-Index zur Zahngesundheit", measure: .score,
            unit: "Zähne je Kind", numerator: "kariöse, fehlende oder gefüllte Milchzähne je Kind",
            denominator: "untersuchte Kinder", base: "untersuchte-kinder-vor-der-schule", office: "Gesundheitsamt",
            periodicity: "alle zwei Jahre", readingAid: "So viele Milchzähne je Kind sind krank, gefüllt oder fehlen.",
            caveat: "Ein Mittelwert: Wenige Kinder mit vielen kranken Zähnen bestimmen ihn.", plausible: 0...20,
            recipe: .score(Rate(usual: 1.6, hardship: 0.25, trend: -0.02, noise: 0.12)), absence: .everySecondYear),
    ]

    private static let learning: [IndicatorPattern] = [
        recommendation("Schulempfehlung Hauptschule", .lowerIsBetter, Rate(usual: 0.13, hardship: 0.35, noise: 0.15)),
        recommendation("Schulempfehlung Gymnasium", .higherIsBetter, Rate(usual: 0.41, hardship: -0.22, trend: 0.005)),
        IndicatorPattern(
            key: "defizite-in-elementaren-entwicklungskompetenzen",
            name: "Defizite in elementaren Entwicklungskompetenzen",
            numerator: "Kinder, die in wenigstens zwei Bereichen Förderung brauchen", denominator: "untersuchte Kinder",
            base: "untersuchte-kinder-vor-der-schule", stages: [.aroundKita], fields: [.education], use: .need,
            office: "Gesundheitsamt",
            readingAid: "Von 100 untersuchten Kindern brauchen so viele vor der Schule noch Förderung.",
            caveat: "Eine Untersuchung ist eine Momentaufnahme.",
            recipe: .events(Rate(usual: 0.17, hardship: 0.28, trend: 0.012, noise: 0.12))),
        IndicatorPattern(
            key: "sprachfoerderung-nach-delfin", name: "Sprachförderung nach Delfin",
            numerator: "Kinder, denen nach dem Test Sprachförderung empfohlen wurde", denominator: "getestete Kinder",
            base: "kinder-im-delfin-test", office: "Schulamt",
            readingAid: "Von 100 getesteten Kindern bekommen so viele eine Empfehlung zur Sprachförderung.",
            caveat: "Kinder mit Förderung in der Kita werden nicht getestet.",
            recipe: .events(Rate(usual: 0.24, hardship: 0.3, noise: 0.12)), absence: .districtsAtFirst(years: 2)),
        IndicatorPattern(
            key: "geringe-kita-besuchsdauer", name: "Geringe Kita-Besuchsdauer",
            numerator: "Kinder, die vor der Schule weniger als zwei Jahre in der Kita waren",
            denominator: "untersuchte Kinder", base: "untersuchte-kinder-vor-der-schule", office: "Gesundheitsamt",
            readingAid: "Von 100 untersuchten Kindern waren so viele weniger als zwei Jahre in der Kita.",
            caveat: "Tagespflege zählt nicht mit.",
            recipe: .events(Rate(usual: 0.07, hardship: 0.35, trend: -0.02, noise: 0.15))),
    ]

    private static let home: [IndicatorPattern] = [
        IndicatorPattern(
            key: "wohndauer-unter-3-jahren", name: "Wohndauer unter 3 Jahren",
            numerator: "Kinder unter 18 Jahren, die kürzer als drei Jahre an ihrer Adresse wohnen",
            denominator: "Kinder und Jugendliche unter 18 Jahren", base: "kinder-unter-18", office: "Einwohnermeldeamt",
            readingAid: "Von 100 Kindern unter 18 Jahren wohnen so viele kürzer als drei Jahre an ihrer Adresse.",
            caveat: "Auch ein Umzug im selben Haus zählt.",
            recipe: .events(Rate(usual: 0.27, hardship: 0.16, noise: 0.15))),
        IndicatorPattern(
            key: "laermbelastung", name: "Lärmbelastung",
            numerator: "Menschen, an deren Haus es im Mittel lauter als 55 dB(A) ist",
            denominator: "Einwohnerinnen und Einwohner", base: "einwohner", office: "Umweltamt",
            readingAid: "Von 100 Menschen wohnen so viele an einer lauten Straße oder Bahn.",
            caveat: "Gerechnet, nicht gemessen.", threshold: 1,
            recipe: .events(Rate(usual: 0.17, hardship: 0.25, noise: 0.3))),
        IndicatorPattern(
            key: "staedtische-hitzeinsel", name: "Städtische Hitzeinsel",
            numerator: "Menschen, die in einer Hitzeinsel wohnen", denominator: "Einwohnerinnen und Einwohner",
            base: "einwohner", office: "Umweltamt",
            readingAid: "Von 100 Menschen wohnen so viele dort, wo sich die Stadt im Sommer stark aufheizt.",
            caveat: "Aus einer Klimakarte; einzelne Häuser können anders liegen.", threshold: 1,
            recipe: .events(Rate(usual: 0.21, hardship: 0.22, trend: 0.01, noise: 0.3))),
    ]

    private static func recommendation(_ name: String, _ direction: Indicator.Direction, _ rate: Rate)
        -> IndicatorPattern
    {
        let school = name.split(separator: " ").last.map(String.init) ?? name
        let isNeed = direction == .lowerIsBetter
        return IndicatorPattern(
            key: Names.slug(name), name: name, direction: direction,
            numerator: "Kinder mit einer Empfehlung für \(isNeed ? "die" : "das") \(school)",
            denominator: "Kinder am Ende der Grundschule", base: "kinder-am-ende-der-grundschule",
            stages: isNeed ? [.school] : [], fields: isNeed ? [.education] : [], use: isNeed ? .need : .none,
            office: "Schulamt",
            readingAid: "Von 100 Kindern am Ende der Grundschule bekommen so viele diese Empfehlung.",
            caveat: "Eltern können anders entscheiden.", recipe: .events(rate))
    }
}
