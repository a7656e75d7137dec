import Areas
import HTML
import Practice
import PracticeTesting
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Texts
import Web
import Workflow

@testable import Practices

@Suite("Praxisblatt") struct PracticeSheetTests {
    static let texts = SheetTexts.catalogue[.german].sheet

    static func sheet(_ change: (inout Practice) -> Void = { _ in }) -> PracticeSheet {
        var practice = Sample.practice
        change(&practice)
        return PracticeSheet(practice, .german, texts)
    }

    static func text(_ count: Int) -> String {
        String(repeating: "Abcdefgh ", count: count / 9 + 1).prefix(count - 1) + "e"
    }

    // MARK: Title and lead

    @Test(
        "a title of up to 60 characters stands as it is; a longer one is divided and nothing of it is lost",
        arguments: [
            ("Stadtteilmütter", "Stadtteilmütter", ""),
            (
                "Ü2-Protokoll – Übergangsprotokoll Grundschule–weiterführende Schule", "Ü2-Protokoll",
                "Übergangsprotokoll Grundschule–weiterführende Schule"
            ),
            (
                "Integriertes Handeln: Schnittstellengespräche und Präventionsbüro", "Integriertes Handeln",
                "Schnittstellengespräche und Präventionsbüro"
            ),
            (
                "Dormagener Handbuch (Übergangsordner Grundschule – weiterführende Schule)",
                "Dormagener Handbuch", "(Übergangsordner Grundschule – weiterführende Schule)"
            ),
            (
                "Kontaktstelle für jugendliche Schul- und Ausbildungsabbrecher", "Kontaktstelle",
                "für jugendliche Schul- und Ausbildungsabbrecher"
            ),
        ])
    func titles(title: String, main: String, rest: String) {
        let sheet = SheetTitle(title)
        #expect(sheet.main == main && sheet.rest == rest && sheet.listed == title)
        #expect(SheetLimits.length(sheet.main) <= SheetLimits.title)
    }

    @Test("a short title of its own comes first, with the whole one below")
    func shortTitle() {
        let sheet = Self.sheet { practice in
            practice.sheet = SheetContent()
            practice.sheet?.shortTitle = "Babybesuch"
        }
        #expect(sheet.title.main == "Babybesuch" && sheet.title.rest == "Besuch nach der Geburt")
    }

    @Test("the lead is the whole one, else its first sentences, else its first clause, else nothing; never cut")
    func leads() {
        let long = Self.text(190)
        #expect(PracticeSheet.lead("Ein  Satz.") == "Ein Satz.")
        #expect(PracticeSheet.lead(Self.text(200)) == Self.text(200))
        #expect(PracticeSheet.lead("Kurz gesagt. " + long + ".") == "Kurz gesagt.")
        #expect(PracticeSheet.lead("Erst dies; " + long) == "Erst dies.")
        #expect(PracticeSheet.lead(Self.text(201)) == "")
    }

    // MARK: Text

    @Test("whole sentences as far as they fit: 500 characters and 73 words for each block")
    func sentences() {
        let exact = Self.text(499)
        #expect(SheetText(sentences: [exact]).text == exact + ".")
        #expect(
            SheetText(sentences: [exact + "x"])
                == {
                    var none = SheetText(); none.isShortened = true; return none
                }())
        let two = SheetText(sentences: ["Erstens dies", Self.text(600), "Zuletzt das!"])
        #expect(two.text == "Erstens dies. Zuletzt das!" && two.isShortened)
        let words = (1...80).map { _ in "a" }.joined(separator: " ")
        #expect(SheetText(sentences: [words]).text.isEmpty)
    }

    @Test("what the entry has no own words for comes from its fields; own words come first")
    func blocks() {
        let byRule = Self.sheet()
        #expect(
            byRule.blocks[0].text
                == "Familien kennen die Hilfen nicht. Jede Familie hat ein Gespräch. Für: Eltern und Werdende Eltern. "
                + "Orte: Geburtsklinik und Zuhause. Handlungsfelder: Gesundheit und Kinder- und Jugendhilfe.")
        #expect(byRule.blocks[1].text.contains("Fester Kern: Besuch in der Klinik und Freiwillig und kostenlos."))
        #expect(byRule.blocks[2].text == "Beratene Mütter: 79,2 %.")
        let own = Self.sheet { practice in
            practice.sheet = SheetContent()
            practice.sheet?.how = "So und so."
        }
        #expect(own.blocks[1] == SheetText("So und so.") && own.blocks[0] == byRule.blocks[0])
    }

    @Test("an entry that knows next to nothing says so and makes nothing up")
    func sparse() {
        let practice = Practice(
            id: ID(), title: "Elterncafé", place: ChainPlace(ages: AgeRange(12, 72) ?? .wholeChain))
        let sheet = PracticeSheet(practice, .german, Self.texts)
        #expect(sheet.lead.isEmpty && sheet.blocks == [SheetText(), SheetText(), SheetText()])
        #expect(sheet.ticks == SheetLines() && sheet.reach == nil && sheet.outcomes.isEmpty)
        let html = HTML()
        SheetView(facts: Self.facts(practice, conditions: []), texts: Self.texts, language: .german).write(html)
        for words in [
            Self.texts.unknownText, Self.texts.bestUnknown, Self.texts.reachUnknown, Self.texts.stepsUnknown,
            Self.texts.effortUnknown, Self.texts.notGraded, Self.texts.noOutcome, Self.texts.blocksUnknown,
            Self.texts.neededUnknown, Self.texts.adoptersNone, Self.texts.contactUnknown,
        ] {
            #expect(html.string.contains(words), "\(words)")
        }
    }

    // MARK: Lines

    @Test("a line at its limit is shown; one character more leaves it out, and the sheet says how many are missing")
    func lines() {
        let fits = Self.text(70)
        #expect(
            SheetLines.fitting([fits, fits + "e", " "], each: 70, most: 6) == SheetLines(shown: [fits], leftOut: 1))
        #expect(SheetLines.fitting(Array(repeating: "a", count: 8), each: 70, most: 6).leftOut == 2)
        #expect(
            SheetLines.together(["aaaa", "bbbb", "cccc"], within: 10)
                == SheetLines(shown: ["aaaa", "bbbb"], leftOut: 1))
        #expect(SheetLines.together(["aaaa", "bbbb"], within: 9).shown == ["aaaa"])
    }

    @Test("adverse effects are shown first and never fall away; others by what they prove")
    func outcomes() {
        func outcome(_ name: String, _ level: EffectLevel) -> PracticeOutcome {
            PracticeOutcome(
                indicator: name, finding: "", effect: Graded(level, criterion: "c", on: Sample.today), source: "s")
        }
        let sheet = Self.sheet {
            $0.outcomes = [
                outcome("a", .idea), outcome("b", .controlled), outcome("c", .tried), outcome("d", .noneOrAdverse),
            ]
        }
        #expect(sheet.outcomes.map(\.indicator) == ["d", "b"] && sheet.outcomesLeftOut == 2)
    }

    // MARK: The fullest sheet

    @Test("the fullest sheet has no gaps, and every text on it is as long and as wide as it may be")
    func fullest() {
        let practice = FullSheet.practice
        #expect(practice.gaps(on: FullSheet.day) == [])
        let sheet = practice.ownSheet
        let texts: [(String, Int)] = [
            (practice.titles["de"] ?? "", SheetLimits.title), (practice.lead, SheetLimits.lead),
            (practice.initiator, SheetLimits.initiator), (practice.contact.role, SheetLimits.role),
            (practice.contact.office, SheetLimits.office), (practice.effort.funding, SheetLimits.funding),
            (practice.status.why ?? "", SheetLimits.statusWhy), (sheet.reachWords, SheetLimits.reachWords),
        ]
        let lists = [
            (sheet.ticks, SheetLimits.tick), (practice.steps, SheetLimits.step),
            (practice.successFactors, SheetLimits.factor), (practice.stumblingBlocks, SheetLimits.factor),
            (practice.outcomes.map(\.indicator), SheetLimits.indicator),
            (practice.outcomes.map(\.effect.criterion), SheetLimits.criterion),
            (FullSheet.conditions, SheetLimits.condition),
        ]
        for (text, most) in texts + lists.flatMap({ lines, most in lines.map { ($0, most) } }) {
            #expect(text.count == most && SheetLimits.length(text) == most)
            #expect(SheetLimits.length(text.dropLast() + "WW") > most)
        }
        #expect(sheet.blocks.map(SheetLimits.words(in:)).reduce(0, +) == SheetLimits.words)
        #expect(sheet.blocks.map(\.count).reduce(0, +) == SheetLimits.text)
        let shown = PracticeSheet(practice, .german, Self.texts)
        #expect(shown.statusWhy.text.count == SheetLimits.statusWhy + 1 && shown.partners.leftOut == 1)
        #expect(shown.ticks.shown.count == 6 && shown.steps.shown.count == 6 && shown.sources.leftOut == 1)
    }

    // MARK: Pages

    static let tree = AreaTree([
        Area(
            id: Sample.town(1), key: key("05978036"), level: .municipality, parentID: nil, name: "Unna",
            population: Population(total: 58_633, under18: 10_034, source: "Fachbericht 2013")),
        Area(id: Sample.town(2), key: key("05978020"), level: .municipality, parentID: nil, name: "Kamen"),
        Area(id: Sample.town(3), key: key("05711"), level: .city, parentID: nil, name: "Bielefeld"),
    ])

    static func key(_ text: String) -> AreaKey { AreaKey(official: text) ?? FullSheet.tree.areas[0].key }

    static func facts(
        _ practice: Practice, _ slug: String = "besuch", conditions: [String] = ["Die Klinik macht mit"]
    ) -> SheetFacts {
        SheetFacts(
            PracticeEntry(practice, slug: slug, isInvented: true, version: 2, state: .published, expires: nil), tree,
            conditions: conditions, house: "https://haus.example", day: Sample.today, .german, texts)
    }

    @Test("the two pages of a complete entry")
    func snapshot() throws {
        let html = HTML()
        SheetView(facts: Self.facts(Sample.practice), texts: Self.texts, language: .german).write(html)
        try expectSnapshot(html.string, named: "praxisblatt.html")
    }

    @Test("the QR code holds the address of the live record, and the sheet names it in words")
    func address() {
        let facts = Self.facts(Sample.practice)
        #expect(facts.address == "https://haus.example/praxis/besuch")
        let html = HTML()
        SheetView(facts: facts, texts: Self.texts, language: .german).write(html)
        #expect(html.string.contains("QR-Code: Adresse des Eintrags, https://haus.example/praxis/besuch"))
        #expect(html.string.contains(">haus.example/praxis/besuch</a>"))
        #expect(html.string.contains("/boerse/gesuche/neu?praxis=besuch"))
    }

    @Test("the page of a sheet answers in both languages, is accessible, and drafts have none")
    func route() async throws {
        let house = try await Self.house()
        for prefix in ["", "/en"] {
            let answer = try await house.visitor.get(prefix + "/praxis/besuch-nach-der-geburt/blatt")
            #expect(answer.status == 200)
            #expect(audit(answer.text) == [])
        }
        #expect(try await house.visitor.get("/praxis/entwurf/blatt").status == 404)
        #expect(try await house.visitor.get("/praxis/gibt-es-nicht/blatt").status == 404)
    }

    static func house() async throws -> TestHouse {
        let house = try await TestHouse(migrations: AreaMigrations.all + PracticesRoom.migrations) { house in
            [
                try PracticesRoom(
                    database: house.database, areas: AreaDirectory(AreaStore(database: house.database)))
            ]
        }
        var second = Practice(
            id: ID(bytes: [UInt8](repeating: 4, count: 16)) ?? ID(), title: "Ärztliche Sprechstunde",
            place: Sample.practice.place)
        second.municipalities = [Sample.town(2)]
        var draft = Practice(
            id: ID(bytes: [UInt8](repeating: 5, count: 16)) ?? ID(), title: "Entwurf", place: Sample.practice.place)
        draft.municipalities = [Sample.town(2)]
        try await PracticeStore(database: house.database).load(
            [
                LoadedPractice(Sample.practice), LoadedPractice(second, slug: "sprechstunde"),
                LoadedPractice(draft, slug: "entwurf", isPublished: false),
            ], origin: "test", by: .system("test"), at: TestHouse.start)
        return house
    }
}
