import Prevention

/// Muster of an invented offer: what a town of this size usually has.
struct OfferPattern {
    let title: String
    let summary: String
    let ages: (Int, Int)
    let fields: Set<FieldOfAction>
    let topics: [String]
    let setting: Setting
    let groups: Set<TargetGroup>
    let access: AccessMode
    let tier: PreventionTier
    let isFree: Bool
    let isWeekly: Bool
    let provider: ProviderKind
}

extension OfferPattern {
    /// One row of the table.
    private static func row(
        _ title: String, _ from: Int, _ to: Int, _ fields: Set<FieldOfAction>, _ setting: Setting,
        _ groups: Set<TargetGroup>, _ access: AccessMode, _ tier: PreventionTier, _ provider: ProviderKind, free: Bool,
        weekly: Bool = true, topics: [String], _ summary: String
    ) -> OfferPattern {
        OfferPattern(
            title: title, summary: summary, ages: (from, to), fields: fields, topics: topics, setting: setting,
            groups: groups, access: access, tier: tier, isFree: free, isWeekly: weekly, provider: provider)
    }

    /// The patterns along the chain, from pregnancy to the first job.
    static let all: [OfferPattern] = birth + kita + school + youth

    private static let birth = [
        row(
            "Hebammensprechstunde", -9, 2, [.health], .familyCentre, [.expectantParents, .parents], .come, .universal,
            .publicBody, free: true, topics: ["Hebamme", "Stillen"],
            "Eine Hebamme beantwortet Ihre Fragen rund um Schwangerschaft und Geburt. Sie können ohne Termin kommen."),
        row(
            "Geburtsvorbereitung", -5, 0, [.health], .maternityClinic, [.expectantParents], .come, .universal,
            .welfareAssociation, free: false, topics: ["Geburt"],
            "Sie bereiten sich in einer kleinen Gruppe auf die Geburt vor. Partner sind willkommen."),
        row(
            "Beratung in der Schwangerschaft", -9, 0, [.health, .socialSecurityAndWork], .adviceCentre,
            [.expectantParents], .come, .selective, .welfareAssociation, free: true,
            topics: ["Schwangerschaft", "Geld"],
            "Wir beraten Sie vertraulich zu allen Fragen in der Schwangerschaft. Auch zu Geld und Anträgen."),
        row(
            "Willkommensbesuch", 0, 6, [.childAndYouthWelfare], .home, [.parents], .outreach, .universal, .publicBody,
            free: true, weekly: false, topics: ["Baby", "Hausbesuch"],
            "Wir besuchen Sie nach der Geburt zu Hause. Sie bekommen Tipps und Adressen in Ihrer Nähe."),
        row(
            "Elterncafé mit Baby", 0, 12, [.childAndYouthWelfare, .participation], .familyCentre, [.parents], .come,
            .universal, .welfareAssociation, free: true, topics: ["Elterncafé", "Baby"],
            "Hier treffen Sie andere Eltern mit Babys. Eine Fachkraft ist da und hört zu."),
        row(
            "Schreisprechstunde", 0, 36, [.health], .healthService, [.parents], .come, .indicated, .publicBody,
            free: true, weekly: false, topics: ["Schlaf", "Schreien"],
            "Ihr Baby schreit viel oder schläft schlecht? Wir helfen Ihnen in einem Gespräch."),
        row(
            "Familienhebamme", -6, 12, [.health, .childAndYouthWelfare], .home, [.parents, .expectantParents],
            .outreach,
            .selective, .publicBody, free: true, weekly: false, topics: ["Hebamme", "Hausbesuch"],
            "Eine Familienhebamme kommt zu Ihnen nach Hause. Sie begleitet Sie bis zum ersten Geburtstag."),
        row(
            "Babyschwimmen", 4, 12, [.sport], .club, [.parents, .child], .come, .universal, .association, free: false,
            topics: ["Bewegung", "Baby"],
            "Ihr Baby entdeckt mit Ihnen das Wasser. Das Becken ist warm."),
    ]

    private static let kita = [
        row(
            "Eltern-Kind-Gruppe", 6, 36, [.childAndYouthWelfare, .education], .familyCentre, [.parents, .child], .come,
            .universal, .church, free: false, topics: ["Krabbelgruppe", "Spielen"],
            "Kleine Kinder spielen und singen zusammen. Eltern tauschen sich dabei aus."),
        row(
            "Sprachförderung vor der Schule", 36, 72, [.education, .integration], .kita, [.child], .universalSetting,
            .selective, .publicBody, free: true, topics: ["Sprache"],
            "Ihr Kind lernt spielend mehr Deutsch. Die Gruppe findet in der Kita statt."),
        row(
            "Bewegungskita am Nachmittag", 36, 72, [.sport, .health], .kita, [.child], .universalSetting, .universal,
            .association, free: true, topics: ["Bewegung"],
            "Kinder turnen und toben mit einer Übungsleiterin. Alle können mitmachen."),
        row(
            "Vorlesestunde", 36, 96, [.cultureAndLeisure, .education], .neighbourhood, [.child, .parents], .come,
            .universal,
            .publicBody, free: true, topics: ["Lesen", "Bücherei"],
            "In der Bücherei lesen wir Geschichten vor. Danach basteln wir dazu."),
        row(
            "Erziehungsberatung", 0, 216, [.childAndYouthWelfare], .adviceCentre, [.parents], .come, .selective,
            .welfareAssociation, free: true, weekly: false, topics: ["Erziehung", "Trennung"],
            "Wir hören Ihnen zu und suchen mit Ihnen nach Lösungen. Das Gespräch ist vertraulich."),
        row(
            "Kindertagespflege vermitteln", 4, 36, [.childAndYouthWelfare, .education], .familyOffice, [.parents],
            .come,
            .universal, .publicBody, free: true, weekly: false, topics: ["Betreuung", "Tagesmutter"],
            "Wir finden mit Ihnen einen Platz bei einer Tagesmutter oder einem Tagesvater."),
        row(
            "Frühförderung", 0, 72, [.health, .education], .healthService, [.child, .parents], .come, .indicated,
            .welfareAssociation, free: true, weekly: false, topics: ["Entwicklung", "Förderung"],
            "Ihr Kind entwickelt sich langsamer? Wir schauen gemeinsam, was ihm hilft."),
        row(
            "Mama lernt Deutsch", 0, 120, [.integration, .education], .familyCentre, [.mothers, .newcomers], .come,
            .selective, .welfareAssociation, free: true, topics: ["Deutschkurs", "Sprache"],
            "Mütter lernen zusammen Deutsch. Ihr Kind wird in der Zeit betreut."),
    ]

    private static let school = [
        row(
            "Übergang in die Schule", 60, 84, [.education], .primarySchool, [.child, .parents], .universalSetting,
            .universal, .school, free: true, weekly: false, topics: ["Schulanfang"],
            "Kita und Grundschule bereiten den Schulstart gemeinsam vor. Sie sind als Eltern dabei."),
        row(
            "Hausaufgabenhilfe", 72, 144, [.education], .primarySchool, [.child], .universalSetting, .selective,
            .welfareAssociation, free: true, topics: ["Lernen", "Hausaufgaben"],
            "Ihr Kind macht Hausaufgaben in einer kleinen Gruppe. Jemand hilft, wenn es nicht weiter weiß."),
        row(
            "Schulsozialarbeit", 72, 192, [.childAndYouthWelfare, .education], .secondarySchool,
            [.child, .youth, .parents],
            .universalSetting, .universal, .publicBody, free: true, weekly: false, topics: ["Schule", "Streit"],
            "Bei Sorgen in der Schule ist jemand da. Kinder und Eltern können einfach vorbeikommen."),
        row(
            "Kinderturnen im Verein", 72, 120, [.sport], .club, [.child], .come, .universal, .association, free: false,
            topics: ["Turnen", "Bewegung"],
            "Kinder probieren viele Sportarten aus. Eine Probestunde kostet nichts."),
        row(
            "Musikschule für alle", 72, 192, [.cultureAndLeisure], .primarySchool, [.child], .universalSetting,
            .universal,
            .publicBody, free: false, topics: ["Musik"],
            "Ihr Kind lernt ein Instrument. Das Instrument können Sie ausleihen."),
        row(
            "Ferienspiele", 72, 168, [.cultureAndLeisure, .childAndYouthWelfare], .youthCentre, [.child], .come,
            .universal, .publicBody, free: false, weekly: false, topics: ["Ferien"],
            "In den Ferien gibt es jeden Tag Programm. Mittagessen ist dabei."),
        row(
            "Kinderparlament", 96, 168, [.participation], .neighbourhood, [.child], .come, .universal, .publicBody,
            free: true, topics: ["Mitreden"],
            "Kinder sagen, was sich in ihrer Stadt ändern soll. Der Rat hört zu."),
        row(
            "Gruppe für Kinder nach Trennung", 84, 156, [.childAndYouthWelfare], .adviceCentre, [.child], .come,
            .selective,
            .welfareAssociation, free: true, topics: ["Trennung"],
            "Kinder sprechen mit anderen, deren Eltern sich getrennt haben. Das macht Mut."),
        row(
            "Hilfe bei Bildung und Teilhabe", 0, 300, [.socialSecurityAndWork], .jobcentre, [.families], .come,
            .selective,
            .publicBody, free: true, weekly: false, topics: ["Geld", "Bildungspaket"],
            "Wir helfen Ihnen beim Antrag. So bekommt Ihr Kind Geld für Ausflüge, Essen und Nachhilfe."),
    ]

    private static let youth = [
        row(
            "Jugendtreff", 144, 252, [.childAndYouthWelfare, .cultureAndLeisure], .youthCentre, [.youth], .come,
            .universal, .publicBody, free: true, topics: ["Freizeit"],
            "Hier kannst du Freunde treffen, kochen und kickern. Komm einfach vorbei."),
        row(
            "Berufsberatung an der Schule", 168, 240, [.socialSecurityAndWork, .education], .secondarySchool, [.youth],
            .universalSetting, .universal, .publicBody, free: true, topics: ["Beruf", "Ausbildung"],
            "Du überlegst, was du werden willst? Wir finden es mit dir heraus."),
        row(
            "Ausbildungspaten", 180, 300, [.socialSecurityAndWork], .company, [.youth], .outreach, .selective,
            .association, free: true, weekly: false, topics: ["Ausbildung", "Paten"],
            "Ein Pate begleitet dich bei Bewerbung und Ausbildung. Er kennt den Beruf."),
        row(
            "Jugendberatung", 144, 324, [.health, .childAndYouthWelfare], .adviceCentre, [.youth], .come, .selective,
            .welfareAssociation, free: true, weekly: false, topics: ["Beratung", "Sorgen"],
            "Du hast Sorgen und willst reden? Wir hören zu. Niemand erfährt davon."),
        row(
            "Sport um Mitternacht", 168, 324, [.sport], .club, [.youth], .come, .universal, .association, free: true,
            topics: ["Fußball", "Bewegung"],
            "Die Halle ist abends für dich offen. Du brauchst nur Turnschuhe."),
        row(
            "Sprachcafé für junge Leute", 168, 324, [.integration], .youthCentre, [.youth, .newcomers], .come,
            .universal,
            .church, free: true, topics: ["Sprache"],
            "Hier übst du Deutsch mit anderen jungen Leuten. Es gibt Tee und Kuchen."),
        row(
            "Jugendforum", 168, 300, [.participation], .youthCentre, [.youth], .come, .universal, .publicBody,
            free: true,
            weekly: false, topics: ["Mitreden"],
            "Junge Leute planen mit, was in der Stadt passiert. Deine Idee zählt."),
    ]
}
