import Foundation
import Prevention
import RoomTesting
import StorageTesting
import Testing

/// The gap pages as they are read, so that every change of a sentence or number is seen.
@Suite("Lücken: Seiten wie aufgehoben") struct GapSnapshotTests {
    private static let cell = "/kette/05978036/luecken/kita/bildung"

    @Test(
        "each page reads as it was kept",
        arguments: [
            ("uebersicht", "/kette/05978036/luecken"), ("ein-gebiet", "/kette/05978036/luecken?gebiet=05978036~2"),
            ("zelle-aller-gebiete", cell), ("zelle", cell + "/05978036~2?ziel=30"),
            ("zelle-unbekannt", cell + "/05978036~4"),
            ("zelle-nach-index", cell + "/05978036~2?bedarf=\(GapHouse.indexID)"),
            ("ziel", cell + "/05978036~2/ziel"), ("fragen", cell + "/05978036~2/fragen"),
        ])
    func page(name: String, path: String) async throws {
        let house = try await GapHouse(.sqlite, searches: 5...9)
        let page = try await house.client.get(path)
        #expect(page.status == 200)
        #expect(audit(page.text) == [])
        try expectSnapshot(try mainContent(page.text), named: "luecken-\(name).html")
    }
}
