import Practice
import Prevention

/// Muster einer Praxis: what all practices of one kind in the Musterkreis share.
struct PracticePattern: Sendable {
    /// What happened elsewhere.
    struct Story: Sendable {
        let result: Adopter.Result
        let words: String
    }

    /// What changed, and how much that proves.
    struct Outcome: Sendable {
        let indicator, finding: String
        let level: EffectLevel
        let criterion: String
    }

    let slug, title, lead, need, goal: String
    let place: ChainPlace
    let effectModel: EffectModel
    let core, free, steps, roles, partners: [String]
    let successFactors, stumblingBlocks, documents: [String]
    var status = PracticeStatus.standard
    /// Reached of a hundred.
    var reach = 55...90
    let outcomes: [Outcome]
    let adopters: [Story]

    static let all = [welcome, readers, holidays, council, guides, app, bus]

    /// Where a pattern stands in the chain.
    static func place(
        _ from: Int, _ to: Int, _ fields: Choices<FieldOfAction>, _ groups: Choices<TargetGroup>,
        _ settings: Choices<Setting>, _ access: AccessMode, _ strategies: Choices<StrategyLine>,
        transition: Transition? = nil
    ) -> ChainPlace {
        var place = ChainPlace(ages: AgeRange(from, to) ?? .wholeChain)
        place.fields = fields
        place.targetGroups = groups
        place.settings = settings
        place.access = [access]
        place.strategies = strategies
        place.transition = transition
        return place
    }
}

extension PracticePattern {
    private static let welcome = PracticePattern(
        slug: "willkommensgespraech", title: "Willkommensgespräch in der Geburtsklinik",
        lead: "Eine Lotsin spricht noch in der Klinik mit jeder Familie und zeigt ihr den Weg zur passenden Hilfe.",
        need: "Viele Familien erfahren erst von Hilfen, wenn der Druck schon groß ist.",
        goal: "Jede Familie hat in den ersten Tagen ein Gespräch und kennt eine Ansprechstelle in ihrem Stadtteil.",
        place: place(
            -3, 12, [.health, .childAndYouthWelfare], [.expectantParents, .parents], [.maternityClinic, .home],
            .outreach, [.outreach, .strengthenParents], transition: .birth),
        effectModel: EffectModel(
            input: "Eine Lotsin mit festen Zeiten in der Klinik",
            output: "Gespräche am Bett, auf Wunsch ein Besuch zu Hause",
            outcome: "Familien nutzen Hilfen früher und öfter"),
        core: [
            "Die Lotsin geht zu allen, nicht nur zu Familien mit Sorgen", "Das Gespräch ist freiwillig und kostenfrei",
            "Wer Hilfe will, bekommt eine Person genannt und nicht nur ein Faltblatt",
        ],
        free: [
            "Beruf der Lotsin: Hebamme, Pflegekraft oder Sozialarbeiterin", "Mappe mit Adressen in mehreren Sprachen",
        ],
        steps: ["Klinik gewinnen", "Stelle besetzen", "Drei Monate erproben", "Auf alle Tage ausweiten"],
        roles: ["Lotsin", "Koordination Frühe Hilfen", "Leitung der Geburtsstation"],
        partners: ["Geburtsklinik", "Gesundheitsamt", "Hebammen", "Beratungsstellen"],
        successFactors: [
            "Die Chefärztin wirbt selbst dafür", "Feste Zeiten auf der Station", "Gespräch ohne Akte und Urteil",
        ],
        stumblingBlocks: [
            "Am Wochenende ist niemand da", "Ohne Einwilligung keine Weitergabe", "Wechsel auf der Stelle",
        ],
        documents: ["Konzept mit Gesprächsbogen", "Stellenbeschreibung der Lotsin"], reach: 70...92,
        outcomes: [
            Outcome(
                indicator: "Familien mit Gespräch", finding: "Von zehn Familien hatten acht ein Gespräch.",
                level: .tried,
                criterion: "Reichweite jedes Jahr gezählt"),
            Outcome(
                indicator: "Erster Kontakt zu Frühen Hilfen", finding: "Im Mittel zwei Monate früher als zuvor.",
                level: .indication, criterion: "Vergleich mit dem Jahr vor dem Beginn"),
        ],
        adopters: [
            Story(result: .works, words: "Läuft seit dem zweiten Jahr in beiden Kliniken."),
            Story(result: .adapted, words: "Ohne eigene Klinik: Die Lotsin kommt in die Hebammenpraxis."),
            Story(result: .stopped, words: "Nach einem Jahr beendet, weil die Klinik die Geburtsstation schloss."),
        ])

    private static let readers = PracticePattern(
        slug: "vorlesepaten", title: "Vorlesepaten auf dem Weg in die Schule",
        lead: "Patinnen und Paten lesen im letzten Kita-Jahr vor und bleiben bis zum Ende der ersten Klasse.",
        need: "Beim Wechsel in die Schule brechen vertraute Beziehungen ab.",
        goal: "Kinder mit wenig Deutsch erzählen am Ende der ersten Klasse eine Geschichte nach.",
        place: place(
            60, 84, [.education, .integration], [.child, .families], [.kita, .primarySchool], .universalSetting,
            [.moreForThoseWithLess], transition: .primarySchool),
        effectModel: EffectModel(
            input: "Geschulte Patinnen und Paten, Bücher", output: "Zwei Vorlesestunden in der Woche",
            outcome: "Kinder verstehen und erzählen mehr"),
        core: ["Dieselbe Person in Kita und Schule", "Höchstens vier Kinder je Gruppe"],
        free: ["Wer die Paten schult", "Auswahl der Bücher"],
        steps: ["Paten suchen", "Zwei Tage Schulung", "Kita und Schule verabreden feste Zeiten", "Beginnen"],
        roles: ["Koordination Ehrenamt", "Kita-Leitung", "Lehrkraft der Eingangsklasse"],
        partners: ["Kitas", "Grundschulen", "Stadtbücherei"],
        successFactors: ["Kita und Schule stehen gemeinsam dahinter", "Ein fester Raum", "Dank, der gesehen wird"],
        stumblingBlocks: ["Führungszeugnisse dauern", "Stundenplan der Schule", "Paten hören im Sommer auf"],
        documents: ["Leitfaden für Patinnen und Paten"], status: .rollout,
        outcomes: [
            Outcome(
                indicator: "Nacherzählen am Ende von Klasse 1", finding: "Kein Unterschied zu Klassen ohne Paten.",
                level: .noneOrAdverse, criterion: "Vergleich mit zwei Klassen ohne Paten"),
            Outcome(
                indicator: "Kinder mit Patin oder Pate", finding: "Zwei von drei Kindern der Zielgruppe.",
                level: .tried,
                criterion: "Teilnahme gezählt"),
        ],
        adopters: [
            Story(result: .works, words: "Eine Schule stellt die Paten als Betreuungskräfte ein."),
            Story(result: .running, words: "Hat im Herbst mit einer Kita begonnen."),
            Story(result: .stopped, words: "Aufgegeben: Es fanden sich nur zwei Paten für sechs Gruppen."),
        ])

    private static let holidays = PracticePattern(
        slug: "lernferien", title: "Lernferien vor der neuen Schule",
        lead: "In der letzten Ferienwoche lernen Kinder ihre neue Schule kennen, bevor sie voll ist.",
        need: "Nach Klasse 4 verlieren viele Kinder den Anschluss und ihre Freunde.",
        goal: "Alle Kinder aus belasteten Stadtteilen kennen vor dem ersten Tag ihr Haus und eine Person darin.",
        place: place(
            108, 132, [.education, .childAndYouthWelfare], [.child], [.secondarySchool], .universalSetting,
            [.moreForThoseWithLess, .participation], transition: .secondarySchool),
        effectModel: EffectModel(
            input: "Eine Woche, zwei Kräfte, offene Räume", output: "Kinder lernen, essen und spielen zusammen",
            outcome: "Weniger Fehltage im ersten Halbjahr"),
        core: ["Findet in der neuen Schule statt", "Für die Familien kostenfrei"],
        free: ["Zahl der Tage", "Sport oder Werken am Nachmittag"],
        steps: ["Schulen gewinnen", "Kinder über Klasse 4 einladen", "Woche gestalten", "Im Herbst nachfragen"],
        roles: ["Schulsozialarbeit", "Lehrkraft der Klasse 5"], partners: ["Schulen", "Jugendhaus", "Sportverein"],
        successFactors: ["Einladung durch die alte Lehrkraft", "Mittagessen für alle", "Ältere Kinder als Begleiter"],
        stumblingBlocks: ["Hausmeister im Urlaub", "Fahrkarten", "Zusagen erst kurz vor den Ferien"],
        documents: ["Wochenplan", "Einladung in sechs Sprachen"],
        outcomes: [
            Outcome(
                indicator: "Fehltage im ersten Halbjahr", finding: "Zwei Tage weniger je Kind.", level: .indication,
                criterion: "Vorher und nachher verglichen")
        ],
        adopters: [
            Story(result: .adapted, words: "Nur drei Tage, dafür an vier Schulen."),
            Story(result: .works, words: "Seit zwei Jahren fest im Ferienprogramm."),
        ])
}
