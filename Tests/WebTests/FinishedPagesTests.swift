import Design
import HTML
import Prevention
import RoomTesting
import Storage
import Synchronization
import Testing
import Web

/// Pages that say how often they were made.
private struct CountingRoom: Room {
    static let name = "counting"
    let made: Made

    final class Made: Sendable {
        private let count = Mutex(0)
        func next() -> Int {
            count.withLock {
                $0 += 1; return $0
            }
        }
    }

    func addRoutes(to routes: inout RouteTable) {
        for (pattern, access) in [("/seite", Access.everyone), ("/link/{token}", .everyone), ("/konto", .signedIn)] {
            routes.get(pattern, allow: access) { visit in
                visit.page(PageHead("Seite")) { h in h.h1("Nummer \(made.next())") }
            }
        }
        routes.get("/daten", allow: .everyone) { _ in .json("\(made.next())") }
        routes.get("/eigen", allow: .everyone) { visit in
            visit.page(PageHead("Seite")) { h in h.h1("Nummer \(made.next())") }.adding(("Cache-Control", "no-store"))
        }
    }
}

@Suite("Fertige Seiten") struct FinishedPagesTests {
    private func house() async throws -> TestHouse {
        try await TestHouse { _ in [CountingRoom(made: CountingRoom.Made())] }
    }

    @Test("visitors who ask for the same page at the same time get the same one, tag and all")
    func kept() async throws {
        let visitor = try await house().visitor
        let first = try await visitor.get("/seite?a=1")
        let second = try await visitor.get("/seite?a=1")
        #expect(first.text.contains("Nummer 1") && second.text == first.text)
        #expect(second.header("etag") == first.header("etag") && first.header("etag") != nil)
        #expect(second.header("x-request-id") != first.header("x-request-id"))
        #expect(try await visitor.get("/seite?a=2").text.contains("Nummer 2"))
        #expect(try await visitor.get("/en/seite?a=1").text.contains("Nummer 3"))
    }

    @Test("after a write, and after a second, the page is made anew")
    func dropped() async throws {
        let house = try await house()
        #expect(try await house.visitor.get("/seite").text.contains("Nummer 1"))
        try await house.database.write { w in
            try w.audit(
                AuditEntry(actor: .system("test"), action: "test", object: Reference(.offer, "1"), at: TestHouse.start))
        }
        #expect(try await house.visitor.get("/seite").text.contains("Nummer 2"))
        house.time.advance(seconds: 1)
        #expect(try await house.visitor.get("/seite").text.contains("Nummer 3"))
    }

    @Test("nothing that is for one visitor is ever kept", arguments: ["/link/geheim", "/daten", "/eigen"])
    func personal(address: String) async throws {
        let visitor = try await house().visitor
        let first = try await visitor.get(address).text
        #expect(try await visitor.get(address).text != first)
    }

    @Test("who is signed in gets pages of their own, and leaves none behind")
    func signedIn() async throws {
        let house = try await house()
        let planner = try await house.signIn(.init(.planner))
        for address in ["/seite", "/konto"] {
            let own = try await planner.get(address)
            #expect(own.header("cache-control") == "no-store")
            #expect(try await planner.get(address).text != own.text)
        }
        #expect(try await house.visitor.get("/seite").text.contains("Nummer 5"))
    }
}
