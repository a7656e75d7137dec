import Areas
import Foundation
import Prevention
import StorageTesting
import Testing

/// Real outlines beside the project; the tests say so when they are skipped.
private enum GeoFile {
    static func bytes(_ path: String) -> [UInt8]? { SharedFile.data("geo/" + path).map(Array.init) }
    static let isPresent = bytes("nrw/nrw_kreise_2021_vg5000.geojson") != nil

    static func plan(_ path: String, _ options: AreaImportOptions, tree: AreaTree = AreaTree([])) throws
        -> AreaImportPlan
    {
        let text = try #require(bytes(path))
        return AreaImport(file: path, options: options).plan(text, tree: tree, shapes: [:])
    }

    static func towns() throws -> AreaTree {
        AreaTree(
            [
                try SmallTree.area("05112000", "Duisburg", .city), try SmallTree.area("05315000", "Köln", .city),
                try SmallTree.area("01001000", "Flensburg", .city),
            ])
    }
}

@Suite("Echte Umrisse", .enabled(if: GeoFile.isPresent, "../shared/data/geo fehlt"))
struct SharedOutlineTests {
    static let kreise = ("nrw/nrw_kreise_2021_vg5000.geojson", AreaImportOptions(key: "AGS", name: "GEN", kind: "BEZ"))

    @Test("53 Kreise and kreisfreie Städte and 396 Gemeinden of NRW form one tree without a problem")
    func northRhineWestphalia() throws {
        let above = try GeoFile.plan(Self.kreise.0, Self.kreise.1)
        #expect(above.problems.isEmpty && above.areas.count == 53)
        #expect(above.areas.count { $0.level == .city } == 22)
        #expect(
            above.areas.contains { $0.name == "Kreis Unna" } && above.areas.contains { $0.name == "Rhein-Kreis Neuss" })
        let below = try GeoFile.plan(
            "nrw/nrw_gemeinden_2021_vg5000.geojson", AreaImportOptions(key: "AGS", name: "GEN", parent: "KRS"),
            tree: AreaTree(above.areas))
        #expect(below.problems.isEmpty && below.areas.count == 396)
        let tree = AreaTree(above.areas + below.areas.filter { $0.level == .municipality })
        let unna = try #require(AreaKey("05978").flatMap { tree.area(key: $0) })
        #expect(tree.children(of: unna.id).count == 10 && tree.areas.count == 53 + 374)
        let size = { (plan: AreaImportPlan) in plan.shapes.reduce(0) { $0 + $1.outline.squareKilometres } }
        #expect(abs(size(above) - size(below)) < 0.01 && abs(size(above) - 34_110) < 50)
    }

    /// Values from scripts/oracle/geo_oracle.py (PROJ, geodesic).
    @Test(
        "sizes agree with PROJ",
        arguments: [("05978", 544.21), ("05913", 279.573), ("05315", 404.296), ("05958", 1_961.611)])
    func sizes(key: String, squareKilometres: Double) throws {
        let plan = try GeoFile.plan(Self.kreise.0, Self.kreise.1)
        let id = ID<Area>(key: try #require(AreaKey(key)))
        let shape = try #require(plan.shapes.first { $0.id == id })
        #expect(abs(shape.outline.squareKilometres - squareKilometres) < squareKilometres * 0.00002)
    }

    @Test("in every detail the Gemeinden of NRW meet without gap or overlap", arguments: OutlineDetail.allCases)
    func borders(detail: OutlineDetail) throws {
        let options = AreaImportOptions(key: "AGS", name: "GEN")
        let plan = try GeoFile.plan("nrw/nrw_gemeinden_2021_vg5000.geojson", options)
        var edges: [Set<LonLat>: Int] = [:]
        for ring in plan.shapes.flatMap({ $0.outline.levels[detail]?.rings ?? [] }) {
            for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) { edges[[a, b], default: 0] += 1 }
        }
        // An edge between two Gemeinden is drawn by both; what is drawn once is the border of the Land: closed lines.
        #expect(edges.values.allSatisfy { $0 <= 2 })
        var ends: [LonLat: Int] = [:]
        for (edge, count) in edges where count == 1 { for point in edge { ends[point, default: 0] += 1 } }
        #expect(ends.values.allSatisfy { $0.isMultiple(of: 2) })
        #expect(edges.values.count { $0 == 1 } * 6 < edges.count)
    }

    @Test("districts of Köln and Flensburg are taken, their four faulty rings named")
    func faultyRings() throws {
        let tree = try GeoFile.towns()
        let koeln = try GeoFile.plan(
            "koeln/koeln_stadtteile.geojson",
            AreaImportOptions(key: "STT_NR", name: "STT_NAME", scope: AreaKey("05315")), tree: tree)
        #expect(koeln.areas.count == 86 && koeln.problems.map(\.severity) == [.warning, .warning])
        let flensburg = try GeoFile.plan(
            "flensburg/flensburg_stadtteile.geojson",
            AreaImportOptions(key: "stadtteil_id", name: "name", scope: AreaKey("01001")), tree: tree)
        #expect(flensburg.areas.count == 13 && flensburg.problems.map(\.severity) == [.warning, .warning])
        for plan in [koeln, flensburg] {
            for (area, shape) in zip(plan.areas, plan.shapes) {
                let center = try #require(area.center)
                #expect(area.id == shape.id && area.level == .district)
                #expect(
                    shape.outline.levels[.fine]?.contains(LonLat(center.longitude, center.latitude)) == true,
                    "\(area.name)")
            }
        }
    }

    @Test(
        "one file with three levels of Duisburg becomes the town, seven boroughs and 27 districts",
        arguments: TestEngine.available)
    func threeLevels(engine: TestEngine) async throws {
        let store = AreaStore(database: try await engine.database(AreaMigrations.all))
        try await store.save(try GeoFile.towns().areas, by: SmallTree.actor, at: SmallTree.now)
        let options = AreaImportOptions(key: "id", name: "name", parent: "stadtbezirk", scope: AreaKey("05112000"))
        let plan = try GeoFile.plan("duisburg/duisburg_gebiete_osm2019.geojson", options, tree: try await store.tree())
        let report = try await store.apply(plan, by: SmallTree.actor, at: SmallTree.now)
        #expect(report.problems.isEmpty && report.created == 34 && report.updated == 1)
        let tree = try await store.tree()
        let duisburg = try #require(AreaKey("05112").flatMap { tree.area(key: $0) })
        #expect(tree.children(of: duisburg.id).map(\.level) == Array(repeating: .borough, count: 7))
        #expect(tree.descendants(of: duisburg.id).count { $0.level == .district } == 27)
    }
}

@Suite("Kachelkarte") struct TileLayoutTests {
    @Test("no two areas share a tile, drawn or arranged")
    func distinct() throws {
        let drawn = try [
            "05978032", "05978040", "05978024", "05978004", "05978020", "05978008", "05978016", "05978036", "05978028",
            "05978012",
        ]
        .map { try SmallTree.area($0, $0, .municipality, under: "05978") }
        #expect(Set(TileLayout.places(of: drawn).values).count == 10)
        var generator = Random(state: 99)
        for count in [1, 2, 3, 7, 20, 53] {
            let areas = try (0..<count).map { index in
                try SmallTree.area(
                    "/\(index)", "A\(index)", .district,
                    at: index % 9 == 8
                        ? nil
                        : (Double.random(in: 50...52, using: &generator), Double.random(in: 6...9, using: &generator)))
            }
            let places = TileLayout.places(of: areas)
            #expect(places.count == count && Set(places.values).count == count)
            #expect(places.values.allSatisfy { $0.column >= 0 && $0.row >= 0 })
        }
        #expect(TileLayout.places(of: []).isEmpty)
    }

    @Test(
        "the drawn tiles of Kreis Unna keep the neighbours", .enabled(if: GeoFile.isPresent, "../shared/data/geo fehlt")
    )
    func neighbours() throws {
        let plan = try GeoFile.plan("nrw/nrw_gemeinden_2021_vg5000.geojson", AreaImportOptions(key: "AGS", name: "GEN"))
        let towns = plan.areas.filter { $0.key.text.hasPrefix("05978") }
        let places = TileLayout.places(of: towns)
        let corners = Dictionary(
            uniqueKeysWithValues: plan.shapes.map {
                ($0.id, Set($0.outline.levels[.fine]?.rings.joined().map { $0 } ?? []))
            })
        var (real, kept) = (0, 0)
        for (index, a) in towns.enumerated() {
            for b in towns[(index + 1)...] {
                // Two common corners are a common border.
                guard let one = corners[a.id], let two = corners[b.id], one.intersection(two).count > 1 else {
                    continue
                }
                real += 1
                if let left = places[a.id], let right = places[b.id], left.touches(right) { kept += 1 }
            }
        }
        #expect(real >= 10 && kept * 10 >= real * 8, "\(kept) von \(real) Grenzen")
    }

    @Test("areas keep their directions when they are arranged on tiles")
    func directions() throws {
        let areas = try [("n", 52.0, 7.0), ("s", 50.0, 7.0), ("w", 51.0, 6.0), ("e", 51.0, 8.0)].map {
            try SmallTree.area("/" + $0.0, $0.0, .district, at: ($0.1, $0.2))
        }
        let places = TileLayout.places(of: areas)
        let rows = areas.compactMap { places[$0.id]?.row }
        #expect(rows.count == 4 && rows[0] < rows[1])
        let columns = areas.compactMap { places[$0.id] }.map { Double($0.column) + ($0.row % 2 == 1 ? 0.5 : 0) }
        #expect(columns[2] < columns[3])
    }
}
