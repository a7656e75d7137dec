import Areas
import Language
import Practice
import PracticeTesting
import Prevention
import Testing
import Web
import Workflow

@testable import Practices

@Suite("Suche nach guter Praxis") struct PracticeSearchTests {
    private static let today = Sample.today
    private let analyser = SharedAnalyser()

    private static func area(_ name: String, _ key: String, _ level: AreaLevel, _ people: Int) throws -> Area {
        let key = try #require(AreaKey(official: key))
        return Area(
            id: ID(key: key), key: key, level: level, parentID: nil, name: name,
            population: Population(total: people, source: "Test"))
    }

    /// A practice with what a test needs and nothing else.
    private static func entry(
        _ slug: String, _ title: String, ages: (Int, Int) = (12, 72), fields: Choices<FieldOfAction> = [.education],
        lead: String = "", area: Area? = nil, change: (inout Practice) -> Void = { _ in }
    ) throws -> PracticeEntry {
        let range = try #require(AgeRange(ages.0, ages.1))
        var place = ChainPlace(ages: range)
        place.fields = fields
        var practice = Practice(id: ID(), title: title, place: place)
        practice.lead = lead
        practice.municipalities = area.map { [$0.id] } ?? []
        change(&practice)
        return PracticeEntry(practice, slug: slug, isInvented: true, version: 1, state: .published, expires: nil)
    }

    private let index: PracticeIndex

    init() throws {
        let unna = try Self.area("Unna", "05978036", .municipality, 60_000)
        let bielefeld = try Self.area("Bielefeld", "05711", .city, 330_000)
        let graded = Graded(EffectLevel.tried, criterion: "gezählt", on: Self.today)
        let old = Graded(TrustLevel.specialistOffice, criterion: "gelesen", on: Sample.day("2016-12-31"))
        let entries = [
            try Self.entry("hausbesuch", "Hausbesuche", ages: (-9, 12), fields: [.health], area: unna) {
                $0.outcomes = [PracticeOutcome(indicator: "i", finding: "f", effect: graded, source: "s")]
                $0.trust = old
                $0.place.access = [.outreach]
            },
            try Self.entry("uebergang", "Übergang in die Grundschule", ages: (48, 84), area: bielefeld) {
                $0.status = .failed(why: "Niemand kam.")
                $0.effort.costPerYear = Euro(cents: 2_000_000)
                $0.effort.staffHours = 1_600
            },
            try Self.entry("lesen", "Vorlesen", fields: [.education, .integration], lead: "Hilft beim Übergang."),
            try Self.entry("beirat", "Jugendbeirat", ages: (144, 252), fields: [.participation], area: unna) {
                $0.successFactors = ["Übergang von Klasse zu Klasse bedacht"]
                $0.effort.staffHours = 1_599
            },
        ]
        index = PracticeIndex(entries, tree: AreaTree([unna, bielefeld]), today: Self.today)
    }

    private func search(_ fields: [(String, String)]) -> PracticeSearch.Result {
        let query = PracticeQuery(Fields(fields))
        let analysis = query.text.isEmpty ? nil : analyser.query(query.text, vocabulary: index.words.known)
        return PracticeSearch(query: query, index: index, analysis: analysis).run()
    }

    private func slugs(_ fields: [(String, String)]) -> [String] {
        search(fields).places.map { index.entries[$0].slug }
    }

    @Test("without a question all are there by title")
    func all() { #expect(slugs([]) == ["hausbesuch", "beirat", "uebergang", "lesen"]) }

    @Test("of one facet any value counts, of two facets both must hold")
    func facets() {
        #expect(slugs([("feld", "health"), ("feld", "participation")]) == ["hausbesuch", "beirat"])
        #expect(slugs([("feld", "health"), ("phase", "youth")]).isEmpty)
        #expect(slugs([("feld", "education"), ("phase", "kita")]) == ["uebergang", "lesen"])
    }

    @Test("a field counts what it would add, other facets narrow it")
    func counts() {
        let result = search([("feld", "health"), ("gemeinde", "municipality")])
        #expect(result.counts[.field]?["health"] == 1 && result.counts[.field]?["participation"] == 1)
        #expect(result.counts[.field]?["education"] == 0)
        #expect(result.counts[.place]?["municipality"] == 1 && result.counts[.place]?["city"] == 0)
    }

    @Test("ages must overlap; an end alone is open on the other side, and a span turned round is turned back")
    func ages() {
        #expect(slugs([("von", "-9"), ("bis", "-1")]) == ["hausbesuch"])
        #expect(slugs([("bis", "12")]) == ["hausbesuch"], "where one ends the other begins")
        #expect(slugs([("von", "84")]) == ["beirat"])
        #expect(slugs([("von", "84"), ("bis", "84")]) == ["uebergang"], "a single age counts at an end, too")
        #expect(slugs([("von", "84"), ("bis", "48")]) == slugs([("von", "48"), ("bis", "84")]))
        #expect(slugs([("von", "-10"), ("bis", "abc")]).count == 4, "what is no age narrows nothing")
    }

    @Test("the title weighs more than the lead, the lead more than the rest")
    func ranking() { #expect(slugs([("q", "Übergang")]) == ["uebergang", "lesen", "beirat"]) }

    @Test(
        "words are found in other forms, as parts of compounds, and misspelt",
        arguments: [
            ("Hausbesuch", "hausbesuch"), ("hausbesuche", "hausbesuch"), ("Beirat Jugend", "beirat"),
            ("Hausbesuhce", "hausbesuch"), ("vorlesn", "lesen"),
        ])
    func forms(text: String, slug: String) { #expect(slugs([("q", text)]).first == slug, "\(text)") }

    @Test("a misspelt word is named in its right spelling")
    func didYouMean() { #expect(search([("q", "Hausbesuhce")]).didYouMean?.lowercased() == "hausbesuche") }

    @Test("failures, levels, costs and posts can be asked for; what is expired is still there")
    func properties() {
        #expect(slugs([("status", "failed")]) == ["uebergang"])
        #expect(slugs([("wirkung", "W2")]) == ["hausbesuch"] && slugs([("wirkung", "ohne")]).count == 3)
        #expect(slugs([("stand", "abgelaufen")]) == ["hausbesuch"])
        #expect(slugs([("kosten", "bis-50")]) == ["uebergang"] && slugs([("kosten", "ohne")]).count == 3)
        #expect(slugs([("personal", "mehr")]) == ["uebergang"] && slugs([("personal", "ganz")]) == ["beirat"])
        #expect(slugs([("groesse", "bis-500")]) == ["uebergang"] && slugs([("gemeinde", "city")]) == ["uebergang"])
        #expect(slugs([("status", "erfunden")]).count == 4, "an unknown value narrows nothing")
    }

    @Test("what others know narrows too: free coaching, conditions met, and a measured need")
    func ports() throws {
        let lesen = index.entries[try #require(index.place(of: "lesen"))].practice.id
        let beirat = index.entries[try #require(index.place(of: "beirat"))].practice.id
        var search = PracticeSearch(query: PracticeQuery(Fields([("coaching", "frei")])), index: index, analysis: nil)
        search.coaching = [lesen]
        #expect(search.run().places.map { index.entries[$0].slug } == ["lesen"])
        search = PracticeSearch(query: PracticeQuery(Fields([("passt", "meiste")])), index: index, analysis: nil)
        search.fit = [lesen: PracticeFit(met: 2, of: 3), beirat: PracticeFit(met: 1, of: 3)]
        let result = search.run()
        #expect(result.places.map { index.entries[$0].slug } == ["lesen"])
        #expect(result.counts[.fit] == ["meiste": 1, "wenige": 1, "offen": 2])
        search = PracticeSearch(query: PracticeQuery(), index: index, analysis: nil)
        search.fit = [lesen: PracticeFit(met: 2, of: 3), beirat: PracticeFit(met: 1, of: 3)]
        #expect(search.run().places.prefix(2).map { index.entries[$0].slug } == ["lesen", "beirat"])
        search.fit = nil
        search.need = PracticeNeed(key: "n", name: "N", stages: [.youth], fields: [.participation])
        #expect(search.run().places.map { index.entries[$0].slug } == ["beirat"])
    }

    @Test("the address says the same question again")
    func address() {
        let fields = [
            ("q", "Lesen"), ("von", "0"), ("bis", "36"), ("phase", "kita"), ("feld", "health"), ("feld", "education"),
            ("fuer", "05978036"), ("luecke", "05978/luecken/kita/bildung/05978036"), ("seite", "3"),
        ]
        let query = PracticeQuery(Fields(fields))
        #expect(PracticeQuery(Fields(query.fields + [("seite", "3")])) == query)
        #expect(PracticeQuery(Fields([("feld", "Gesundheit")])).chosen[.field] == ["health"], "an older address")
    }

    @Test(
        "only the page of a gap is a way back",
        arguments: [
            "https://example.org/luecken/a/b/c", "05978/luecken/kita/bildung", "05978/matrix/kita/bildung/x",
            "../luecken/a/b/c", "05978/luecken/kita/bildung/<x>", "//luecken/a/b/c", "",
        ])
    func gaps(text: String) { #expect(GapPlace(text) == nil) }
}
