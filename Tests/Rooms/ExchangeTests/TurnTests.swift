import Areas
import Design
import Exchange
import Prevention
import RoomTesting
import StorageTesting
import Testing
import Texts
import Transfers
import Web

@Suite("Wer dran ist") struct TurnTests {
    /// What the desk of an account shows of the exchange.
    private func errands(_ world: ExchangeHouse, _ role: RoleGrant) async throws -> [Errand] {
        let room = try ExchangeRoom(
            database: world.house.database, directory: AreaDirectory(AreaStore(database: world.house.database)),
            ports: ExchangePorts(practices: Fair.practices))
        let frame = Frame(language: .german, path: "/schreibtisch", houseName: "Test", sender: "Test")
        return try await room.errands(
            for: Visit(
                method: "GET", path: "/schreibtisch", language: .german,
                account: Web.Account(id: "u1", name: "", roles: [role]), now: world.house.time.now, requestID: "1",
                frame: frame))
    }

    private let a = RoleGrant(.coordinator, area: Fair.towns[0])
    private let b = RoleGrant(.planner, area: Fair.towns[1])
    private let c = RoleGrant(.coordinator, area: Fair.towns[2])
    private let board = RoleGrant(.administrator)

    @Test("a proposal waits for both sides until its day, then only for who has not answered, then for the board")
    func proposal() async throws {
        var world = try await ExchangeHouse()
        let (_, id) = try await world.round()
        let last = world.house.time.now.berlinDay.adding(days: 14)
        for role in [a, c] {
            let waiting = try await errands(world, role)
            #expect(waiting.map(\.task) == ["Vorschlag beantworten"] && waiting.map(\.due) == [last])
        }
        #expect(try await errands(world, b).isEmpty)
        #expect(try await errands(world, .init(.reader, area: Fair.towns[0])).isEmpty)
        #expect(try await world.c.get("/boerse").text.contains("Vorschlag beantworten"))
        let page = try await world.c.get("/boerse/transfers/\(id)").text
        #expect(
            page.contains("Jetzt sind Sie dran: Vorschlag beantworten. Frist: ")
                && page.contains("Niemand muss annehmen"))

        #expect(try await world.step("accept:giver", world.a, id).status == 303)
        #expect(try await errands(world, a).isEmpty)
        #expect(try await errands(world, c).count == 1)
        #expect(try await world.a.get("/boerse/transfers/\(id)").text.contains("Jetzt ist Stadt C dran: Vorschlag"))
        #expect(try await errands(world, board).isEmpty)
        try await world.advance(days: 15)
        #expect(try await errands(world, c).isEmpty)
        #expect(try await errands(world, board).map(\.subject) == ["1 Eintrag"])
    }

    @Test("a part waits for a session, for its day, and then for the receiver; desk and transfer say the same")
    func parts() async throws {
        var world = try await ExchangeHouse()
        let (_, id) = try await world.round()
        #expect(try await world.step("accept:giver", world.a, id).status == 303)
        #expect(try await world.step("accept:receiver", world.c, id).status == 303)
        #expect(try await errands(world, board).map(\.task) == ["Transfers vereinbaren, prüfen, verankern"])
        #expect(try await world.step("agree", world.board, id, [("vereinbarung", "Zwei Treffen")]).status == 303)
        #expect(try await world.step("check_context", world.board, id).status == 303)
        #expect(try await errands(world, board).isEmpty)
        for role in [a, c] {
            #expect(try await errands(world, role).map(\.task) == ["Termin für die Vorstellung eintragen"])
        }
        let both = try await world.board.get("/boerse/transfers/\(id)").text
        #expect(both.contains("Jetzt sind Stadt A und Stadt C dran: Termin für die Vorstellung eintragen."))

        #expect(!both.contains("href=\"#termine\""), "the board does not make the appointments")
        let side = try await world.a.get("/boerse/transfers/\(id)").text
        #expect(side.contains("href=\"#termine\"") && side.contains("<details class=\"disclosure\" open>"))

        let day = world.house.time.now.berlinDay.adding(days: 3)
        let session = [
            ("teil", "presentation"), ("tag", "\(day)"), ("uhrzeit", "09:30"), ("minuten", "90"), ("ort", "per Video"),
        ]
        #expect(try await world.a.post("/boerse/transfers/\(id)/termine", session).status == 303)
        for role in [a, c, board] { #expect(try await errands(world, role).isEmpty) }
        #expect(try await world.c.get("/boerse/transfers/\(id)").text.contains("Nächster Termin: Vorstellung am "))
        try await world.advance(days: 3)
        #expect(try await errands(world, a).isEmpty)
        #expect(try await errands(world, c).map(\.task) == ["Vorstellung bestätigen"])
        let page = try await world.c.get("/boerse/transfers/\(id)").text
        #expect(page.contains("Jetzt sind Sie dran: Vorstellung bestätigen.") && audit(page) == [])
    }

    @Test("a transfer leads to its request, its conversation and its check; the request back to it")
    func thread() async throws {
        var world = try await ExchangeHouse()
        let (_, id) = try await world.round()
        let page = try await world.c.get("/boerse/transfers/\(id)").text
        #expect(page.contains("/lernnetz/gespraech/transfer/\(id)"))
        #expect(page.contains("/kontext/abgleich?praxis=willkommen&amp;nach=05978024&amp;transfer=\(id)"))
        #expect(page.contains("href=\"/boerse/gesuche/\(Fair.request)\""))
        let request = try await world.c.get("/boerse/gesuche/\(Fair.request)").text
        #expect(request.contains("/boerse/transfers/\(id)") && request.contains("Daraus wurde"))
        #expect(request.contains("/lernnetz/gespraech/transfer_request/\(Fair.request)"))
        #expect(try await !world.b.get("/boerse/gesuche/\(Fair.request)").text.contains("/boerse/transfers/\(id)"))
    }
}
