import Design
import Desk
import Foundation
import HTML
import Prevention
import RoomTesting
import StorageTesting
import Testing
import Web

@Suite("Schreibtisch") struct DeskTests {
    /// A room with four things that wait for every administrator.
    private struct BusyRoom: Room {
        static let name = "exchange"
        func addRoutes(to routes: inout RouteTable) {}
        func errands(for visit: Visit) async throws -> [Errand] {
            guard visit.account?.holds(anyOf: [.administrator]) == true else { return [] }
            let today = visit.now.berlinDay
            return [
                Errand("Ohne Frist erledigen", subject: "Gesuch", link: .to("/boerse/c")),
                Errand("Später erledigen", subject: "Transfer", link: .to("/boerse/b"), due: today.adding(days: 30)),
                Errand("Gestern fällig", subject: "Vorschlag", link: .to("/boerse/a"), due: today.adding(days: -1)),
                Errand("Heute fällig", subject: "<Aufgabe>", link: .to("/boerse/d"), due: today),
            ]
        }
    }

    private struct IdleRoom: Room {
        static let name = "idle"
        func addRoutes(to routes: inout RouteTable) {}
    }

    private func house() async throws -> TestHouse {
        try await TestHouse { _ in
            let rooms: [any Room] = [BusyRoom(), IdleRoom()]
            return rooms + [try DeskRoom(rooms: rooms)]
        }
    }

    @Test("what waits in the rooms stands on one page, overdue first, then by its day, then what has none")
    func order() async throws {
        let client = try await house().signIn(.init(.administrator))
        let page = try await client.get("/schreibtisch")
        #expect(page.status == 200 && audit(page.text) == [])
        #expect(page.text.contains("4 Sachen warten auf Sie. 1 davon ist überfällig."))
        let places = ["Gestern fällig", "Heute fällig", "Später erledigen", "Ohne Frist erledigen"].map { task in
            page.text.range(of: task)?.lowerBound
        }
        #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(page.text.contains("href=\"/boerse/a\"") && page.text.contains("&lt;Aufgabe&gt;"))
        #expect(page.text.contains("Transferbörse"))
        let english = try await client.get("/en/schreibtisch")
        #expect(english.text.contains("4 things wait for you. 1 of them is overdue.") && audit(english.text) == [])
    }

    @Test("an empty desk says so and shows where to begin; visitors are asked to sign in")
    func empty() async throws {
        let house = try await house()
        let page = try await house.signIn(.init(.reader)).get("/schreibtisch")
        #expect(page.text.contains("Gerade wartet nichts auf Sie") && page.text.contains("Von der Lücke zur Hilfe"))
        #expect(page.text.contains("aria-current=\"page\"") && audit(page.text) == [])
        #expect(try await house.visitor.get("/schreibtisch").header("location") == "/anmelden?weiter=%2Fschreibtisch")
        #expect(try DeskRoom(rooms: []).missingTexts == [])
    }
}
