import Areas
import Foundation
import Prevention
import StorageTesting
import Testing

/// The first of the paths that exists; tests say so when none does.
enum SharedFile {
    static func data(_ path: String) -> Data? {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for folder in ["Examples/model-project", "../shared/data"] {
            if let data = try? Data(contentsOf: root.appending(path: folder).appending(path: path)) { return data }
        }
        return nil
    }

    static let hasMunicipalities = municipalities != nil
    static let municipalities = data("municipalities.json") ?? data("model-project/municipalities.json")
}

@Suite("Gebiete des Modellprojekts") struct MunicipalityImporterTests {
    @Test(
        "18 model municipalities, ten towns of Kreis Unna and what stands above them form one tree",
        .enabled(if: SharedFile.hasMunicipalities, "die Daten des Modellprojekts fehlen"),
        arguments: TestEngine.available)
    func tree(engine: TestEngine) async throws {
        let result = try MunicipalityImporter(try #require(SharedFile.municipalities)).areas()
        #expect(result.problems.isEmpty && result.areas.count == 36)
        let store = AreaStore(database: try await engine.database(AreaMigrations.all))
        try await store.save(result.areas, by: SmallTree.actor, at: SmallTree.now)
        let tree = try await store.tree()
        #expect(tree.roots.map(\.name) == ["Nordrhein-Westfalen"])
        let kreis = try #require(result.idsByShortName["kreis-unna"])
        #expect(
            tree.children(of: kreis).map(\.name) == [
                "Bergkamen", "Bönen", "Fröndenberg/Ruhr", "Holzwickede", "Kamen", "Lünen", "Schwerte", "Selm", "Unna",
                "Werne",
            ])
        let unna = try #require(tree.children(of: kreis).first { $0.name == "Unna" })
        #expect(unna.postcodes == ["59423", "59425"] && unna.population?.total == 66_202)
        #expect(unna.population?.date == Day("2011-12-31"))
        #expect(tree[kreis]?.population?.total == 391_622 && tree[kreis]?.population?.under18 == 63_736)
        let bielefeld = try #require(result.idsByShortName["bielefeld"].flatMap { tree[$0] })
        #expect(bielefeld.level == .city && bielefeld.key.ags(at: .city) == "05711000")
    }

    @Test("a broken record is refused with its place, the others stay")
    func broken() throws {
        let text = """
            [{"id": "a", "name": "A", "kind": "Land", "ags": "05", "lat": 51, "lon": 7, "population": [], "postcodes": []},
             {"id": "b", "name": "B", "kind": "Kreis", "ags": "0597", "lat": 51, "lon": 7, "population": [], "postcodes": []},
             {"id": "c", "name": "C", "kind": "Dorf", "ags": "05978", "lat": 51, "lon": 7, "population": [], "postcodes": []},
             {"id": "d", "name": "D", "kind": "Kreis", "ags": "05958", "parent_id": "x", "lat": 51, "lon": 7,
              "population": [], "postcodes": []}]
            """
        let result = try MunicipalityImporter(Data(text.utf8)).areas()
        #expect(result.areas.map(\.name) == ["A"])
        #expect(result.problems.map(\.row) == [2, 3, 4])
        #expect(result.problems.map(\.column) == ["ags", "kind", "parent_id"])
    }
}
