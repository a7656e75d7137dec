import Areas
import Prevention
import StorageTesting
import Testing

@Suite("Ortsverzeichnis") struct GazetteerTests {
    static func gazetteer() throws -> Gazetteer {
        Gazetteer(
            AreaTree(
                try SmallTree.areas() + [
                    try SmallTree.area(
                        "05978012", "Fröndenberg/Ruhr", .municipality, under: "05978", at: (51.475, 7.768)),
                    try SmallTree.area("05978024", "Lünen", .municipality, under: "05978", at: (51.616, 7.528)),
                    try SmallTree.area("05913000/mitte", "Mitte", .borough, under: "05913"),
                    try SmallTree.area("05978024/mitte", "Mitte", .district, under: "05978024"),
                    try SmallTree.area(
                        "05358", "Kreis Düren", .kreis, under: "05", at: (50.804, 6.482), postcodes: ["52351"]),
                    try SmallTree.area("05162", "Rhein-Kreis Neuss", .kreis, under: "05", at: (51.2, 6.69)),
                ]))
    }

    @Test(
        "a place is found however it is written",
        arguments: [
            ("Unna", "Unna"), ("UNNA", "Unna"), ("  unna ", "Unna"), ("Stadt Unna", "Unna"),
            ("Kreisstadt Unna", "Unna"),
            ("Kreis Unna", "Kreis Unna"), ("kreis unna", "Kreis Unna"), ("Fröndenberg", "Fröndenberg/Ruhr"),
            ("froendenberg ruhr", "Fröndenberg/Ruhr"), ("LÜNEN", "Lünen"), ("Luenen", "Lünen"), ("59423", "Unna"),
            ("59423 Unna", "Unna"), ("99999 Unna", "Unna"), ("Düren", "Kreis Düren"), ("52351", "Kreis Düren"),
            ("05978036", "Unna"), ("05711000", nil), ("Hörde", "Hörde"), ("Dortmund-Hörde", "Hörde"),
            ("Hörde Dortmund", "Hörde"),
            ("Rhein-Kreis Neuss", "Rhein-Kreis Neuss"), ("Lünen Mitte", "Mitte"),
        ])
    func found(asked: String, name: String?) throws {
        let answer = try Self.gazetteer().find(asked)
        #expect(answer.place?.area.name == name, "\(answer)")
    }

    @Test("a name that several districts bear is offered with its town")
    func ambiguous() throws {
        let answer = try Self.gazetteer().find("Mitte")
        guard case .ambiguous(let places) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(Set(places.map(\.label)) == ["Mitte, Dortmund", "Mitte, Lünen"])
        // A district without a centre of its own lies where its town lies.
        #expect(places.allSatisfy { $0.coordinate != nil })
    }

    @Test(
        "what is not known is not guessed, but the likeliest is suggested",
        arguments: [
            ("Dortmunt", "Dortmund"), ("Una", "Unna"), ("Kaman", "Kamen"), ("Dort", "Dortmund"), ("59499", "Unna"),
            ("52000", "Kreis Düren"),
        ])
    func unknown(asked: String, suggestion: String) throws {
        let answer = try Self.gazetteer().find(asked)
        #expect(answer.place == nil)
        #expect(answer.choices.first?.area.name == suggestion, "\(answer)")
    }

    @Test(
        "nothing is found for nothing, and long or strange text is no trouble",
        arguments: [
            "", "   ", "\u{0}", "-----", "12345678901", "01067", "🙂", String(repeating: "ä", count: 100_000),
            "'; DROP TABLE area",
        ])
    func nothing(asked: String) throws {
        #expect(try Self.gazetteer().find(asked) == .unknown(suggestions: []))
    }

    @Test("areas around a place come nearest first")
    func near() throws {
        let gazetteer = try Self.gazetteer()
        let unna = try #require(gazetteer.find("Unna").place?.coordinate)
        let near = gazetteer.areas(near: unna, within: 10, where: \.level.isTown)
        #expect(near.map(\.area.name) == ["Unna", "Kamen", "Fröndenberg/Ruhr"])
        #expect(near[0].kilometres == 0 && abs(near[1].kilometres - 6.6) < 0.1)
    }

    @Test("the copy in memory is renewed when an area changes", arguments: TestEngine.available)
    func renewed(engine: TestEngine) async throws {
        let store = AreaStore(database: try await engine.database(AreaMigrations.all))
        let directory = AreaDirectory(store)
        #expect(try await directory.current().tree.areas.isEmpty)
        try await store.save(SmallTree.areas(), by: SmallTree.actor, at: SmallTree.now)
        #expect(try await directory.current().gazetteer.find("Unna").place != nil)
    }
}
