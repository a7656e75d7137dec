import RoomTesting
import StorageTesting
import Testing

/// The pages of good practice as they are read, so that every change of a sentence or number is seen.
///
/// The two-page sheet has its picture in `PracticeSheetTests`.
@Suite("Gute Praxis: Seiten wie aufgehoben") struct PracticeSnapshotTests {
    @Test(
        "each page reads as it was kept",
        arguments: [
            ("liste", "/praxis"), ("liste-alter", "/praxis?von=36&bis=120&status=standard"),
            ("praxis", "/praxis/besuch"),
            ("praxis-gescheitert", "/en/praxis/app"),
        ])
    func page(name: String, path: String) async throws {
        let house = try await PracticePagesTests.PracticeHouse(.sqlite).house
        let page = try await house.visitor.get(path)
        #expect(page.status == 200 && audit(page.text) == [])
        try expectSnapshot(try mainContent(page.text), named: "\(name).html")
    }
}
