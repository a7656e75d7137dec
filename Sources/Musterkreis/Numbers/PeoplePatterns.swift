import Indicators
import Prevention

extension IndicatorPattern {
    /// Counts of people, as the registration office has them, and the years of children that are examined together.
    static let people: [IndicatorPattern] = [
        count("einwohner", "Einwohnerinnen und Einwohner", "Menschen", AgeGroup.allCases, whole: nil),
        count("junge-menschen-unter-27", "Junge Menschen unter 27 Jahren", "Menschen", AgeGroup.under27),
        count("menschen-ab-27", "Menschen ab 27 Jahren", "Menschen", [.from27]),
        count(
            "kinder-unter-16", "Kinder unter 16 Jahren", "Kinder", AgeGroup.under16, whole: "junge-menschen-unter-27"),
        count(
            "junge-menschen-16-bis-26", "Junge Menschen von 16 bis 26 Jahren", "Menschen",
            [.from16to17, .from18to26], whole: "junge-menschen-unter-27", population: .youth),
        count("kinder-unter-6", "Kinder unter 6 Jahren", "Kinder", AgeGroup.under6, whole: "kinder-unter-16"),
        count(
            "kinder-6-bis-15", "Kinder von 6 bis 15 Jahren", "Kinder", [.from6to14, .aged15], whole: "kinder-unter-16",
            population: .school),
        count(
            "kinder-im-ersten-jahr", "Kinder im ersten Lebensjahr", "Kinder", [.under1], whole: "kinder-unter-6",
            population: .pregnancyAndBirth),
        count(
            "kinder-1-bis-5", "Kinder von 1 bis 5 Jahren", "Kinder", [.from1to5], whole: "kinder-unter-6",
            population: .aroundKita),
        count("kinder-unter-15", "Kinder unter 15 Jahren", "Kinder", AgeGroup.under15, whole: nil),
        count("kinder-unter-18", "Kinder und Jugendliche unter 18 Jahren", "Kinder", AgeGroup.under18, whole: nil),
        yearly("geburten", "Geburten", "lebend geborene Kinder", [.under1], 1.01, "Standesamt", .pregnancyAndBirth),
        yearly(
            "untersuchte-kinder-vor-der-schule", "Kinder in der Schuleingangsuntersuchung", "untersuchte Kinder",
            [.from1to5], 0.196, "Gesundheitsamt", .aroundKita),
        yearly(
            "kinder-im-delfin-test", "Kinder im Sprachtest Delfin", "getestete Kinder", [.from1to5], 0.19, "Schulamt",
            .aroundKita),
        yearly(
            "kinder-am-ende-der-grundschule", "Kinder am Ende der Grundschule", "Kinder mit Schulempfehlung",
            [.from6to14], 0.108, "Schulamt", .school),
        yearly(
            "schulabgaenge", "Jugendliche, die die Schule verlassen", "Abgängerinnen und Abgänger", [.aged15], 0.98,
            "Schulamt", .youth),
    ]

    private static func count(
        _ key: String, _ name: String, _ unit: String, _ groups: [AgeGroup], whole: String? = "einwohner",
        population stage: LifeStage? = nil
    ) -> IndicatorPattern {
        IndicatorPattern(
            key: key, name: name, kind: .context, measure: .count, direction: .neutral, unit: unit,
            numerator: "\(name) mit Hauptwohnung am 31. Dezember", whole: whole, stages: stage.map { [$0] } ?? [],
            use: stage == nil ? .none : .population, office: "Einwohnermeldeamt",
            periodicity: "jährlich, Stichtag 31.12.",
            readingAid: "So viele wohnen am Jahresende im Gebiet.",
            caveat: "Zweitwohnungen und nicht gemeldete Menschen fehlen.", plausible: 0...10_000_000,
            recipe: .people(groups))
    }

    private static func yearly(
        _ key: String, _ name: String, _ unit: String, _ groups: [AgeGroup], _ share: Double, _ office: String,
        _ stage: LifeStage
    ) -> IndicatorPattern {
        IndicatorPattern(
            key: key, name: name, kind: .context, measure: .count, direction: .neutral, unit: unit,
            numerator: "\(unit) im Lauf des Jahres, nach dem Wohnort", stages: [stage], office: office,
            readingAid: "So viele waren es im Gebiet in einem Jahr.",
            caveat: "Gezählt wird der Wohnort, nicht der Ort der Einrichtung.", plausible: 0...1_000_000,
            recipe: .part(groups, share: share))
    }
}
