import Design
import Foundation
import HTML
import Pressroom
import Prevention
import Print
import RoomTesting
import Storage
import StorageTesting
import Testing
import Texts
import Web

@Suite("The pressroom")
struct PressroomTests {
    /// A room with a page of its own kind.
    private struct SampleRoom: Room {
        static let name = "sample"

        func addRoutes(to routes: inout RouteTable) {
            routes.get("/angebote/{id}", allow: .everyone) { visit in
                guard visit.parameters["id"] == "7" else { throw NotFound() }
                return visit.page(PageHead("Elterncafé")) { h in h.h1("Elterncafé \(visit.language.tag)") }
            }
            routes.get("/daten", allow: .everyone) { _ in .json("{}") }
            routes.get("/konto", allow: .signedIn) { visit in visit.page(PageHead("Konto")) { h in h.h1("Konto") } }
        }
    }

    private func client(program: String?) async throws -> TestClient<HouseResponder> {
        let database = try await TestEngine.sqlite.database()
        let facts = HouseFacts(name: "Test", sender: "Test")
        let clock = Clock.fixed(Instant(milliseconds: 0))
        let inner = try HouseResponder(rooms: [SampleRoom()], facts: facts, clock: clock, database: database)
        let room = PressroomRoom(engine: PrintEngine(program: program)) { try await inner.publicPage($0) }
        return TestClient(
            try HouseResponder(rooms: [SampleRoom(), room], facts: facts, clock: clock, database: database))
    }

    @Test("gives a public page as a file, in its language and with the house's style")
    func file() async throws {
        let script = FileManager.default.temporaryDirectory.appendingPathComponent("weasyprint-\(UUID().uuidString)")
        try Data("#!/bin/sh\nprintf %%PDF-; cat\n".utf8).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script.path)
        defer { try? FileManager.default.removeItem(at: script) }
        let client = try await client(program: script.path)
        for (address, heading) in [
            ("/-/pdf?seite=/angebote/7%3Fx%3D1", "Elterncafé de"), ("/en/-/pdf?seite=/angebote/7", "Elterncafé en"),
        ] {
            let answer = try await client.get(address)
            #expect(answer.status == 200 && answer.header("content-type") == "application/pdf")
            #expect(answer.header("content-disposition") == "attachment; filename=\"angebote-7.pdf\"")
            #expect(answer.text.hasPrefix("%PDF-") && answer.text.contains(heading))
            #expect(answer.text.contains("<style>") && !answer.text.contains("<script"))
        }
    }

    @Test("explains the way by the browser when there is no program")
    func notInstalled() async throws {
        for language in Language.allCases {
            let answer = try await client(program: nil).get("\(language.pathPrefix)/-/pdf?seite=/angebote/7")
            #expect(answer.status == 200 && audit(answer.text) == [])
            #expect(answer.text.contains("href=\"\(language.pathPrefix)/angebote/7\""))
        }
    }

    @Test(
        "finds only public pages of the house",
        arguments: [
            "/-/pdf", "/-/pdf?seite=", "/-/pdf?seite=/angebote/8", "/-/pdf?seite=/konto", "/-/pdf?seite=/daten",
            "/-/pdf?seite=https://a.test/", "/-/pdf?seite=//a.test/", "/-/pdf?seite=/-/pdf?seite=/",
            "/-/pdf?seite=/../etc/passwd",
            "/-/pdf?seite=/%2525", "/-/pdf?seite=/angebote/7/x",
        ])
    func others(address: String) async throws {
        #expect(try await client(program: "/bin/true").get(address).status == 404)
    }

    @Test("says so when the program fails")
    func broken() async throws {
        let answer = try await client(program: "/bin/false").get("/-/pdf?seite=/angebote/7")
        #expect(
            answer.status == 502 && answer.text.contains("konnte nicht erstellt werden") && audit(answer.text) == [])
    }
}
