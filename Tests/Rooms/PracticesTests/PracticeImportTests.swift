import Areas
import Foundation
import Practice
import PracticeTesting
import Practices
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing

@Suite("Einlesen von Praxis") struct PracticeImportTests {
    @Test("what is exported is read in again: all or none, twice changes nothing", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        let house = try await WritingHouse(engine)
        let tree = try await AreaStore(database: house.house.database).tree()
        let practices = [WritingHouse.practice(), WritingHouse.practice()]
        func read(_ practices: [Practice], dryRun: Bool = false) async throws -> ImportReport {
            try await PracticeImport(store: house.store, tree: tree, isPublished: true).run(
                file: "p.json", bytes: Array(try PracticeJSON.encode(practices)), origin: "test", by: .system("import"),
                at: house.house.time.now, dryRun: dryRun)
        }
        #expect(try await read(practices, dryRun: true).created == 2)
        #expect(try await house.store.count() == 0)
        #expect(try await read(practices).created == 2)
        #expect(try await read(practices).unchanged == 2)
        let entries = try await house.store.entries().map(\.practice)
        #expect(Set(entries) == Set(practices))
        var wrong = WritingHouse.practice()
        wrong.municipalities = [Sample.town(9)]
        let report = try await read([WritingHouse.practice(), wrong])
        #expect(report.hasErrors && report.created == 0 && report.refused == 2)
        #expect(report.problems.map(\.row) == [2] && report.problems.map(\.column) == ["municipalities"])
        #expect(try await read([practices[0], practices[0]]).problems.map(\.column) == ["id"])
        #expect(try await house.store.count() == 2)
    }

    @Test("a file that is none is one problem, not an error")
    func broken() async throws {
        let house = try await WritingHouse()
        let tree = try await AreaStore(database: house.house.database).tree()
        for text in ["", "<html>", "[1]", "{\"format\":7,\"practices\":[]}", "{\"format\":1,\"practices\":[{}]}"] {
            let report = try await PracticeImport(store: house.store, tree: tree, isPublished: false).run(
                file: "p.json", bytes: Array(text.utf8), origin: "test", by: .system("import"),
                at: house.house.time.now, dryRun: false)
            #expect(report.problems.count == 1 && report.created == 0, "\(text)")
        }
    }
}
