import Areas
import Prevention
import Storage
import StorageTesting
import Testing

/// A small tree for tests: Land > Kreis Unna > Unna, Kamen; Land > Dortmund > Hörde.
enum SmallTree {
    static let now = Instant(milliseconds: 1_700_000_000_000)
    static let actor = AuditActor.system("test")

    static func area(
        _ key: String, _ name: String, _ level: AreaLevel, under parent: String? = nil,
        at center: (Double, Double)? = nil, postcodes: [String] = [], population: Population? = nil
    ) throws -> Area {
        let key = try #require(AreaKey(key))
        let parentID = try parent.map { ID<Area>(key: try #require(AreaKey($0))) }
        return Area(
            id: ID(key: key), key: key, level: level, parentID: parentID, name: name,
            center: center.flatMap { Coordinate(latitude: $0.0, longitude: $0.1) }, postcodes: postcodes,
            population: population)
    }

    static func areas() throws -> [Area] {
        [
            try area("05978036", "Unna", .municipality, under: "05978", at: (51.535, 7.689), postcodes: ["59423"]),
            try area("05978020", "Kamen", .municipality, under: "05978", at: (51.592, 7.663)),
            try area("05978", "Kreis Unna", .kreis, under: "05", at: (51.535, 7.689)),
            try area("05", "Nordrhein-Westfalen", .land),
            try area("05913000", "Dortmund", .city, under: "05", at: (51.514, 7.465)),
            try area("05913000/hoerde", "Hörde", .borough, under: "05913"),
        ]
    }
}

@Suite("Gebiete im Speicher") struct AreaStoreTests {
    @Test(
        "areas come back as they were saved, parents before children whatever the order",
        arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        let store = AreaStore(database: try await engine.database(AreaMigrations.all))
        let areas = try SmallTree.areas()
        let report = try await store.save(areas, by: SmallTree.actor, at: SmallTree.now)
        #expect(report.created == 6 && report.read == 6)
        let tree = try await store.tree()
        #expect(Set(tree.areas) == Set(areas))
        let kreis = try #require(AreaKey("05978").flatMap { tree.area(key: $0) })
        #expect(tree.children(of: kreis.id).map(\.name) == ["Kamen", "Unna"])
        #expect(
            tree.ancestors(of: tree.children(of: kreis.id)[0].id).map(\.name) == ["Kreis Unna", "Nordrhein-Westfalen"])
        #expect(tree.towns(within: tree.roots[0].id).map(\.name) == ["Dortmund", "Kamen", "Unna"])
        #expect(tree.descendants(of: tree.roots[0].id).count == 5)
        #expect(tree.idsWithin(kreis.id).count == 3)
    }

    @Test("reading the same areas again changes nothing and says so", arguments: TestEngine.available)
    func idempotent(engine: TestEngine) async throws {
        let store = AreaStore(database: try await engine.database(AreaMigrations.all))
        try await store.save(SmallTree.areas(), by: SmallTree.actor, at: SmallTree.now)
        let revision = try await store.revision()
        let again = try await store.save(SmallTree.areas(), by: SmallTree.actor, at: SmallTree.now)
        #expect(again.unchanged == 6 && again.created == 0 && again.updated == 0)
        #expect(try await store.revision() == revision)
    }

    @Test("what a later file does not state stays, what it states replaces", arguments: TestEngine.available)
    func merging(engine: TestEngine) async throws {
        let store = AreaStore(database: try await engine.database(AreaMigrations.all))
        try await store.save(SmallTree.areas(), by: SmallTree.actor, at: SmallTree.now)
        let later = try SmallTree.area(
            "05978036", "Unna (Kreisstadt)", .municipality, under: "05978", postcodes: ["59425"],
            population: Population(total: 66_202, date: Day("2011-12-31"), source: "Register"))
        let report = try await store.save([later], by: SmallTree.actor, at: SmallTree.now)
        #expect(report.updated == 1)
        let unna = try #require(try await store.area(key: later.key))
        #expect(unna.name == "Unna (Kreisstadt)" && unna.postcodes == ["59423", "59425"])
        #expect(unna.center?.latitude == 51.535 && unna.population?.total == 66_202)
    }

    @Test("an area under a parent that does not exist is refused as a whole", arguments: TestEngine.available)
    func missingParent(engine: TestEngine) async throws {
        let store = AreaStore(database: try await engine.database(AreaMigrations.all))
        let orphan = try SmallTree.area("05978036", "Unna", .municipality, under: "05978")
        let land = try SmallTree.area("05", "Nordrhein-Westfalen", .land)
        await #expect(throws: (any Error).self) {
            try await store.save([land, orphan], by: SmallTree.actor, at: SmallTree.now)
        }
        #expect(try await store.tree().areas.isEmpty)
    }

    @Test("every change leaves an audit entry", arguments: TestEngine.available)
    func audit(engine: TestEngine) async throws {
        let database = try await engine.database(AreaMigrations.all)
        try await AreaStore(database: database).save(SmallTree.areas(), by: SmallTree.actor, at: SmallTree.now)
        let actions = try await database.read { r in
            try r.rows("SELECT action FROM audit WHERE objectKind = 'area'") { try $0.get(0, as: String.self) }
        }
        #expect(actions == Array(repeating: "area.create", count: 6))
    }
}
