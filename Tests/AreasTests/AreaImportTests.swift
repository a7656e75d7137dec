import Areas
import Prevention
import StorageTesting
import Testing

/// Small GeoJSON files for tests.
enum GeoText {
    static let square = "[[[7.0,51.0],[7.1,51.0],[7.1,51.1],[7.0,51.1],[7.0,51.0]]]"

    static func feature(_ properties: String, _ coordinates: String = square, type: String = "Polygon") -> String {
        #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"\#(type)","coordinates":\#(coordinates)}}"#
    }

    static func collection(_ features: String...) -> String {
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }

    static func plan(_ text: String, tree: AreaTree = AreaTree([]), options: AreaImportOptions? = nil) -> AreaImportPlan
    {
        plan(bytes: Array(text.utf8), tree: tree, options: options)
    }

    static func plan(bytes: [UInt8], tree: AreaTree = AreaTree([]), options: AreaImportOptions? = nil) -> AreaImportPlan
    {
        AreaImport(file: "t.geojson", options: options ?? AreaImportOptions(key: "k", name: "n", parent: "p"))
            .plan(bytes, tree: tree, shapes: [:])
    }
}

@Suite("Gebiete einlesen") struct AreaImportTests {
    @Test("key, name, level, centre and area of a square are right")
    func square() throws {
        let plan = GeoText.plan(GeoText.collection(GeoText.feature(#""k":"05978036","n":" Unna  Stadt ""#)))
        #expect(plan.problems.isEmpty)
        let area = try #require(plan.areas.first)
        #expect(area.key.text == "05978036" && area.name == "Unna Stadt" && area.level == .municipality)
        let center = try #require(area.center)
        #expect(abs(center.latitude - 51.05) < 1e-6 && abs(center.longitude - 7.05) < 1e-6)
        // Size of the same square after PROJ (scripts/oracle/geo_oracle.py).
        let measured = try #require(plan.shapes.first).outline.squareKilometres
        #expect(abs(measured - 78.0104) < 0.001)
    }

    @Test("the same file read twice changes nothing the second time", arguments: TestEngine.available)
    func twice(engine: TestEngine) async throws {
        let store = AreaStore(database: try await engine.database(AreaMigrations.all))
        let text = GeoText.collection(
            GeoText.feature(#""k":"05978","n":"Unna""#), GeoText.feature(#""k":"05978036","n":"Unna","p":"05978""#))
        for (created, unchanged) in [(2, 0), (0, 2)] {
            let plan = GeoText.plan(text, tree: try await store.tree())
            let report = try await store.apply(plan, by: SmallTree.actor, at: SmallTree.now)
            #expect(report.created == created && report.unchanged == unchanged && report.problems.isEmpty)
        }
        let tree = try await store.tree()
        #expect(tree.roots.count == 1 && tree.children(of: tree.roots[0].id).count == 1)
        #expect(try await store.outlines(of: tree.areas.map(\.id), .fine).count == 2)
    }

    @Test("a dry run counts and writes nothing", arguments: TestEngine.available)
    func dryRun(engine: TestEngine) async throws {
        let store = AreaStore(database: try await engine.database(AreaMigrations.all))
        let plan = GeoText.plan(GeoText.collection(GeoText.feature(#""k":"05","n":"NRW""#)))
        let report = try await store.apply(plan, by: SmallTree.actor, at: SmallTree.now, isDryRun: true)
        #expect(report.created == 1)
        #expect(try await store.tree().areas.isEmpty)
    }

    @Test("one broken feature stops the whole file, and every problem is listed", arguments: TestEngine.available)
    func allOrNothing(engine: TestEngine) async throws {
        let store = AreaStore(database: try await engine.database(AreaMigrations.all))
        let plan = GeoText.plan(
            GeoText.collection(
                GeoText.feature(#""k":"05978036","n":"Unna""#), GeoText.feature(#""k":"0597","n":"Kurz""#),
                GeoText.feature(#""k":"05978020","n":"""#), GeoText.feature(#""k":"05978036","n":"Doppelt""#),
                GeoText.feature(#""n":"Ohne""#), GeoText.feature(#""k":"05978024","n":"Lünen","p":"05999""#)))
        #expect(plan.problems.map(\.row) == [2, 3, 4, 5, 6])
        #expect(plan.problems.map(\.column) == ["k", "n", "k", "k", "p"])
        #expect(plan.problems.allSatisfy { !$0.hint.isEmpty && !$0.expected.isEmpty && $0.severity == .error })
        let report = try await store.apply(plan, by: SmallTree.actor, at: SmallTree.now)
        #expect(report.refused == 6 && report.created == 0)
        #expect(try await store.tree().areas.isEmpty)
    }

    @Test(
        "files that are no GeoJSON in WGS 84 are refused with one sentence that says what to do",
        arguments: [
            ("", "leere Datei"), ("   \n", "leere Datei"), ("{", "Dateiende in Zeile 1"),
            ("[1,2]", "„[1,2]“ in Zeile 1"),
            (#"{"type":"Topology"}"#, "Topology"), (#"{"features":[]}"#, "JSON ohne „type“"),
            (#"{"type":"FeatureCollection","features":[]}"#, "keine Gebiete"),
            ("PK\u{3}\u{4}xx", "gepackte Datei (zip oder gzip)"),
            (#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{}"#, "Dateiende in Zeile 1"),
            (
                #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[{}]}"#,
                "urn:ogc:def:crs:EPSG::25832"
            ),
            (String(repeating: "[", count: 100_000), "„" + String(repeating: "[", count: 20) + "“ in Zeile 1"),
            (#"{"x":"# + String(repeating: "[", count: 100_000), "zu tief verschachtelt in Zeile 1"),
        ])
    func refusedFiles(text: String, found: String) {
        let plan = GeoText.plan(text)
        #expect(plan.problems.map(\.found) == [found])
        #expect(plan.hasErrors && plan.problems.allSatisfy { $0.row == nil && !$0.hint.isEmpty })
    }

    @Test("Latin-1 is refused as not UTF-8, gzip and UTF-16 by their first bytes, over 100 MB by size")
    func refusedBytes() {
        let latin = Array(GeoText.collection(GeoText.feature(#""k":"05","n":"X""#)).utf8).map {
            $0 == UInt8(ascii: "X") ? 0xFC : $0
        }
        #expect(GeoText.plan(bytes: latin).problems.first?.expected == "UTF-8")
        #expect(GeoText.plan(bytes: [0x1F, 0x8B, 8, 0]).problems.first?.found == "gepackte Datei (zip oder gzip)")
        #expect(GeoText.plan(bytes: [0xFF, 0xFE, 0x7B, 0]).problems.first?.found == "UTF-16")
        let huge = [UInt8](repeating: 0x20, count: AreaImport.sizeLimit + 1)
        #expect(GeoText.plan(bytes: huge).problems.first?.found == "100 MB")
    }

    @Test(
        "geometries that cannot be drawn are refused",
        arguments: [
            (#"{"type":"Feature","properties":{"k":"05","n":"a"},"geometry":null}"#, "keine Geometrie"),
            (GeoText.feature(#""k":"05","n":"a""#, "[]"), "leere Geometrie"),
            (GeoText.feature(#""k":"05","n":"a""#, "[]", type: "MultiPolygon"), "leere Geometrie"),
            (GeoText.feature(#""k":"05","n":"a""#, "[7,51]", type: "Point"), "Point"),
            (GeoText.feature(#""k":"05","n":"a""#, "[7,51]"), "Polygon mit falsch verschachtelten Koordinaten"),
            (
                GeoText.feature(#""k":"05","n":"a""#, "[[[7,51],[7.1,NaN],[7.1,51.1],[7,51]]]"),
                "eine Koordinate, die keine Zahl ist (NaN oder unendlich)"
            ),
            (
                GeoText.feature(#""k":"05","n":"a""#, "[[[51,7],[51,7.1],[51.1,7.1],[51,7]]]"),
                "Breitengrad vor Längengrad"
            ),
            (
                GeoText.feature(
                    #""k":"05","n":"a""#, "[[[350000,5700000],[360000,5700000],[350000,5710000],[350000,5700000]]]"),
                "Koordinaten in Metern"
            ),
            (
                GeoText.feature(#""k":"05","n":"a""#, "[[[-70,40],[-71,40],[-71,41],[-70,40]]]"),
                "Koordinaten außerhalb Deutschlands"
            ),
        ])
    func refusedGeometry(feature: String, found: String) {
        let plan = GeoText.plan(GeoText.collection(feature))
        #expect(plan.problems.filter { $0.severity == .error }.map(\.found) == [found])
        #expect(plan.areas.isEmpty)
    }

    @Test("every geometry that is missing, empty or no area is listed, each with its row, and nothing is taken")
    func allGeometries() {
        let bare = { (key: String, geometry: String) in
            #"{"type":"Feature","properties":{"k":"\#(key)","n":"a"},"geometry":\#(geometry)}"#
        }
        let plan = GeoText.plan(
            GeoText.collection(
                bare("05978004", "null"), GeoText.feature(#""k":"05978008","n":"b""#),
                bare("05978012", #"{"type":"Polygon","coordinates":[]}"#),
                bare("05978016", #"{"type":"MultiPolygon","coordinates":[]}"#),
                bare("05978020", #"{"type":"Point","coordinates":[7,51]}"#)))
        #expect(plan.problems.filter { $0.severity == .error }.map(\.row) == [1, 3, 4, 5])
        #expect(plan.hasErrors && plan.read == 5)
    }

    @Test("swapped axes in every feature are one problem of the file, not one for each")
    func swappedEverywhere() {
        let swapped = "[[[51,7],[51,7.1],[51.1,7.1],[51,7]]]"
        let plan = GeoText.plan(
            GeoText.collection(
                GeoText.feature(#""k":"05978","n":"a""#, swapped), GeoText.feature(#""k":"05979","n":"b""#, swapped)))
        #expect(plan.problems.count == 1 && plan.problems.first?.row == nil)
    }

    @Test(
        "rings with small faults are taken with a warning",
        arguments: [
            ("[[[7,51],[7.1,51],[7.1,51.1],[7,51.1]]]", "nicht geschlossener Ring"),
            (
                "[[[7,51],[7.1,51.1],[7.1,51],[7,51.2],[7,51]]]",
                "Umriss berührt oder schneidet sich selbst bei 51,0667° N, 7,0667° O"
            ),
            (
                "[[[7,51],[7.2,51],[7.1,51.05],[7.2,51.1],[7,51.1],[7.1,51.05],[7,51]]]",
                "Umriss berührt oder schneidet sich selbst bei 51,0500° N, 7,1000° O"
            ),
            ("[[[7,51],[7.1,51],[7.1,51.1],[7,51]],[[8,52],[8.1,52],[8.1,52.1],[8,52]]]", "Loch außerhalb der Fläche"),
            ("[[[7,51],[7.1,51],[7.1,51.1],[7,51]],[[7.05,51.01],[7.05,51.01],[7.05,51.01]]]", "Loch ohne Fläche"),
        ])
    func warnings(coordinates: String, found: String) {
        let plan = GeoText.plan(GeoText.collection(GeoText.feature(#""k":"05","n":"a""#, coordinates)))
        #expect(plan.problems.map(\.found).contains(found))
        #expect(plan.problems.allSatisfy { $0.severity == .warning })
        #expect(plan.areas.count == 1 && plan.shapes.count == 1)
    }

    @Test("rings in the wrong direction, doubled corners and a third coordinate are no matter")
    func directions() throws {
        let clockwise = "[[[7.0,51.0,9],[7.0,51.1,9],[7.0,51.1,9],[7.1,51.1,9],[7.1,51.0,9],[7.0,51.0,9]]]"
        let plan = GeoText.plan(GeoText.collection(GeoText.feature(#""k":"05","n":"a""#, clockwise)))
        let same = GeoText.plan(GeoText.collection(GeoText.feature(#""k":"05","n":"a""#)))
        #expect(plan.problems.isEmpty)
        #expect(plan.shapes.first?.outline.squareKilometres == same.shapes.first?.outline.squareKilometres)
    }

    @Test("a hole is subtracted, and the centre of a ring-shaped area lies on the ring")
    func hole() throws {
        let ring =
            "[[[7,51],[7.1,51],[7.1,51.1],[7,51.1],[7,51]],[[7.02,51.02],[7.02,51.08],[7.08,51.08],[7.08,51.02],[7.02,51.02]]]"
        let plan = GeoText.plan(GeoText.collection(GeoText.feature(#""k":"05","n":"a""#, ring)))
        let whole = GeoText.plan(GeoText.collection(GeoText.feature(#""k":"05","n":"a""#)))
        let part = try #require(plan.shapes.first?.outline), full = try #require(whole.shapes.first?.outline)
        #expect(abs(part.squareKilometres / full.squareKilometres - 0.64) < 0.001)
        let center = try #require(plan.areas.first?.center)
        let outline = try #require(part.levels[.fine])
        #expect(outline.contains(LonLat(center.longitude, center.latitude)))
    }

    @Test("districts with their own keys hang under their town, and boroughs between them")
    func localKeys() throws {
        let tree = AreaTree(try SmallTree.areas())
        let options = AreaImportOptions(key: "k", name: "n", parent: "p", scope: AreaKey("05913000"))
        let text = GeoText.collection(
            GeoText.feature(#""k":0,"n":"Dortmund","p":"0""#), GeoText.feature(#""k":"100","n":"Mitte","p":100"#),
            GeoText.feature(#""k":"101","n":"Nordmarkt","p":"100""#))
        let plan = GeoText.plan(text, tree: tree, options: options)
        #expect(plan.problems.isEmpty)
        #expect(plan.areas.map(\.key.text) == ["05913", "05913/100", "05913/101"])
        #expect(plan.areas.map(\.level) == [.city, .borough, .district])
        #expect(plan.areas[2].parentID == plan.areas[1].id && plan.areas[1].parentID == plan.areas[0].id)
    }

    @Test("a kreisfreie Stadt is one area whether its key has five or eight digits, and never its own parent")
    func city() throws {
        let tree = AreaTree(try SmallTree.areas())
        let plan = GeoText.plan(
            GeoText.collection(GeoText.feature(#""k":"05913000","n":"Dortmund","p":"05913""#)), tree: tree)
        #expect(plan.problems.isEmpty)
        #expect(plan.areas.first?.level == .city && plan.areas.first?.parentID == tree.roots.first?.id)
    }

    @Test("areas that hang under each other in a circle are refused")
    func circle() {
        let plan = GeoText.plan(
            GeoText.collection(
                GeoText.feature(#""k":"a","n":"A","p":"b""#), GeoText.feature(#""k":"b","n":"B","p":"a""#)))
        #expect(plan.problems.count == 2 && plan.problems.allSatisfy { $0.column == "p" })
    }

    @Test("a town that is not there cannot be the scope")
    func unknownScope() {
        let options = AreaImportOptions(key: "k", name: "n", scope: AreaKey("05315000"))
        let plan = GeoText.plan(GeoText.collection(GeoText.feature(#""k":"1","n":"A""#)), options: options)
        #expect(plan.problems.map(\.column) == ["--within"])
    }

    @Test("random bytes never crash and always leave a problem", arguments: 0..<200)
    func fuzz(seed: UInt64) {
        var generator = Random(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        var bytes = Array(
            GeoText.collection(GeoText.feature(#""k":"05978","n":"Ü""#), GeoText.feature(#""k":"05979","n":"b""#)).utf8)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let position = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.remove(at: position)
            default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: position)
            }
        }
        let plan = GeoText.plan(bytes: bytes)
        #expect(plan.hasErrors == plan.areas.isEmpty)
    }
}

/// A small generator with a fixed start (xorshift).
struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
