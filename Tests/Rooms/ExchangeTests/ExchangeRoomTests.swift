import Areas
import Exchange
import Prevention
import RoomTesting
import Rounds
import Storage
import StorageTesting
import Testing
import Transfers
import Web
import Workflow

/// A house with the exchange, three towns and who works for them.
struct ExchangeHouse {
    let house: TestHouse
    let fair: Fair
    private(set) var board: SignedInClient
    private(set) var a: SignedInClient
    private(set) var b: SignedInClient
    private(set) var c: SignedInClient

    init(_ engine: TestEngine = .sqlite) async throws {
        house = try await TestHouse(engine, migrations: AreaMigrations.all + ExchangeRoom.migrations) { parts in
            [
                try ExchangeRoom(
                    database: parts.database, directory: AreaDirectory(AreaStore(database: parts.database)),
                    ports: ExchangePorts(practices: Fair.practices))
            ]
        }
        var areas: [Area] = []
        for (index, text) in Fair.towns.enumerated() {
            let key = try #require(AreaKey(text))
            areas.append(
                Area(
                    id: ID(key: key), key: key, level: .municipality, parentID: nil,
                    name: "Stadt \(["A", "B", "C"][index])"))
        }
        try await AreaStore(database: house.database).save(areas, by: .system("test"), at: TestHouse.start)
        fair = try await Fair(house.database)
        board = try await house.signIn(.init(.administrator))
        a = try await house.signIn(.init(.coordinator, area: Fair.towns[0]))
        b = try await house.signIn(.init(.planner, area: Fair.towns[1]))
        c = try await house.signIn(.init(.coordinator, area: Fair.towns[2]))
    }

    /// Lets days pass; sessions end meanwhile, so everybody signs in again.
    mutating func advance(days: Int) async throws {
        house.time.advance(seconds: days * 86_400)
        board = try await house.signIn(board.account)
        a = try await house.signIn(a.account)
        b = try await house.signIn(b.account)
        c = try await house.signIn(c.account)
    }

    /// A step of a transfer, as the page sends it.
    func step(
        _ step: String, _ client: SignedInClient, _ id: ID<Transfer>, _ more: [(String, String)] = []
    ) async throws -> TestAnswer {
        try await client.post(
            "/boerse/transfers/\(id)/schritt", [("schritt", step), ("grund", "weil es passt")] + more)
    }

    /// Announces, closes, clears and decides a round; the proposal of it.
    mutating func round() async throws -> (round: ID<Round>, transfer: ID<Transfer>) {
        let deadline = house.time.now.berlinDay.adding(days: 10)
        let answer = try await board.post(
            "/boerse/runden/neu",
            [("titel", "Runde 1"), ("halbjahr", "2027-H1"), ("frist", "\(deadline)"), ("startwert", "Los 7")])
        #expect(answer.status == 303)
        let id = try #require(try await fair.market(at: house.time.now).rounds.first?.id)
        try await advance(days: 12)
        for step in ["close", "clear", "decide"] {
            let answer = try await board.post(
                "/boerse/runden/\(id)/schritt", [("schritt", step), ("grund", "wie angekündigt")])
            #expect(answer.status == 303, "\(step): \(answer.text)")
        }
        let transfer = try #require(try await fair.market(at: house.time.now).transfers.first)
        return (id, transfer.id)
    }
}

@Suite("Transferbörse") struct ExchangeRoomTests {
    @Test("visitors see what the exchange is and nothing of what concerns the towns")
    func visitors() async throws {
        var world = try await ExchangeHouse()
        let (round, transfer) = try await world.round()
        let start = try await world.house.visitor.get("/boerse")
        #expect(start.status == 200 && start.text.contains("Punkte sind kein Geld"))
        #expect(!start.text.contains("Schreibtisch: "))
        let page = try await world.house.visitor.get("/boerse/runden/\(round)")
        #expect(page.status == 200 && !page.text.contains("Stadt C") && !page.text.contains("Willkommen im Leben"))
        for path in ["/boerse/transfers/\(transfer)", "/boerse/konto", "/boerse/angebote", "/boerse/stand"] {
            #expect(try await world.house.visitor.get(path).status == 303, "\(path)")
        }
        for path in ["/boerse/runden/\(round)/nachweis.json", "/boerse/runden/\(round)/bericht.csv"] {
            #expect(try await world.house.visitor.get(path).status == 404, "\(path)")
        }
        #expect(try await world.house.visitor.get("/boerse/kettenglieder").text.contains("Willkommensbesuch"))
        #expect(try await world.house.visitor.get("/boerse/regeln").text.contains("Pflichtglied"))
    }

    @Test("a round from its announcement to the evaluation, through the pages")
    func wholeWay() async throws {
        var world = try await ExchangeHouse()
        let (round, id) = try await world.round()
        let page = try await world.board.get("/boerse/runden/\(round)").text
        #expect(page.contains("Warum dieses Paar") && page.contains("Keine Verteilung bringt mehr"))
        #expect(page.contains("Dringlichkeit aus der Lückenanalyse") && page.contains("2.100"))
        let proof = try await world.c.get("/boerse/runden/\(round)/nachweis.json")
        #expect(proof.status == 200 && proof.text.contains("\"certificate\"") && proof.text.contains("Los 7"))
        #expect(try await world.c.get("/boerse").text.contains("noch 14 Tage"))

        #expect(try await world.step("accept:giver", world.a, id).status == 303)
        #expect(try await world.step("accept:receiver", world.c, id).status == 303)
        let early = try await world.step("confirm:presentation", world.c, id)
        #expect(early.status == 422 && early.text.contains("passt nicht zum jetzigen Stand"))
        #expect(try await world.step("agree", world.board, id).status == 422, "an agreement has its terms")
        #expect(try await world.step("agree", world.board, id, [("vereinbarung", "Zwei Treffen")]).status == 303)
        #expect(try await world.step("check_context", world.board, id).status == 303)

        let session = [
            ("teil", "presentation"), ("tag", "15.03.2027"), ("uhrzeit", "09:30"), ("minuten", "120"),
            ("ort", "Rathaus A"),
        ]
        #expect(try await world.a.post("/boerse/transfers/\(id)/termine", session).status == 303)
        let file = try await world.c.get("/boerse/transfers/\(id)/termine.ics")
        #expect(file.header("content-type")?.hasPrefix("text/calendar") == true)
        #expect(file.text.contains("DTSTART:20270315T083000Z") && file.text.contains("Rathaus A"))
        #expect(try await world.b.get("/boerse/transfers/\(id)/termine.ics").status == 404)

        for part in ["presentation", "factors", "coaching"] {
            #expect(try await world.step("confirm:\(part)", world.c, id).status == 303)
        }
        #expect(try await world.step("introduce", world.c, id).status == 303)
        let ledger = try await world.c.get("/boerse/konto").text
        #expect(ledger.contains("−5") && ledger.contains("Begleitung"))
        try await world.advance(days: 190)
        let found = [("erreicht", "partly"), ("befund", "Zwei von drei Zielen erreicht.")]
        #expect(try await world.step("evaluate", world.b, id, found).status == 303)
        #expect(try await world.step("anchor", world.board, id).status == 303)
        #expect(try await world.c.get("/boerse/transfers/\(id)").text.contains("Zwei von drei Zielen erreicht."))
        let market = try await world.fair.market(at: world.house.time.now)
        #expect(market.level(Fair.c, Fair.link) == .anchored && market.missingDuty.isEmpty)
    }

    @Test("a decline stays between the two and the steering body; the round is resolved anew with the rest fixed")
    func declines() async throws {
        var world = try await ExchangeHouse()
        try await world.fair.offer(ID(.exchange, name: "offer-b"), of: [Fair.b])
        let (round, id) = try await world.round()
        let first = try #require(try await world.fair.market(at: world.house.time.now).transfer(id))
        let giver = first.transfer.givers == [Fair.a] ? world.a : world.b
        let other = first.transfer.givers == [Fair.a] ? world.b : world.a
        let refused = try await world.step(
            "decline", world.c, id, [("seite", "receiver")])
        #expect(refused.status == 422 && refused.text.contains("Warum sagen Sie ab?"))
        let said = [("seite", "receiver"), ("absage", "no_staff")]
        #expect(try await world.step("decline", world.c, id, said).status == 303)
        #expect(try await giver.get("/boerse/transfers/\(id)").text.contains("kein Personal"))
        #expect(try await other.get("/boerse/transfers/\(id)").status == 404)
        let resolve = [("schritt", "resolve"), ("grund", "eine Absage")]
        #expect(try await world.board.post("/boerse/runden/\(round)/schritt", resolve).status == 303)
        let market = try await world.fair.market(at: world.house.time.now)
        #expect(market.transfers.count == 2 && market.round(round)?.resolutions == 2)
        let fresh = try #require(market.transfers.first { $0.id != id })
        #expect(fresh.transfer.givers != first.transfer.givers && fresh.state == .proposed(acceptedBy: nil))
        let report = try await other.get("/boerse/runden/\(round)/bericht").text
        #expect(report.contains("kein Personal: 1"), "the report tells sums only")
    }

    @Test("everybody does only what is theirs; a refusal is a sentence")
    func rights() async throws {
        var world = try await ExchangeHouse()
        let (round, id) = try await world.round()
        #expect(try await world.b.get("/boerse/transfers/\(id)").status == 404)
        let wrong = try await world.step("accept:giver", world.c, id)
        #expect(wrong.status == 422 && wrong.text.contains("kann die Empfängerin nicht gehen"))
        #expect(try await world.a.get("/boerse/fonds").status == 403)
        #expect(try await world.a.post("/boerse/runden/\(round)/schritt", [("schritt", "finish")]).status == 403)
        let stand = try await world.a.get("/boerse/stand").text
        #expect(stand.contains("Stadt A") && !stand.contains("Stadt C"))
        let reader = try await world.house.signIn(.init(.reader, area: Fair.towns[0]))
        #expect(try await reader.get("/boerse/konto").text.contains("Stadt A"))
        #expect(try await reader.post("/boerse/angebote/neu", []).status == 403)
    }

    @Test("nobody hides a decline behind a partner that left or did not answer, however it is sent")
    func claims() async throws {
        var world = try await ExchangeHouse()
        let (_, id) = try await world.round()
        for claim in ["partner_left", "no_answer"] {
            let chosen = try await world.step("decline", world.c, id, [("seite", "receiver"), ("absage", claim)])
            #expect(chosen.status == 422, "\(claim)")
            #expect(try await world.step("decline:receiver:\(claim)", world.c, id).status == 422)
        }
        #expect(try await world.step("accept:giver", world.a, id).status == 303)
        #expect(try await world.step("accept:receiver", world.c, id).status == 303)
        #expect(try await world.step("stop:partner_left", world.c, id).status == 422)
        #expect(try await world.fair.market(at: world.house.time.now).transfer(id)?.state == .running(.accepted))
    }

    @Test("whoever speaks for both towns does not confirm what one gave to the other")
    func bothSides() async throws {
        var world = try await ExchangeHouse()
        let (_, id) = try await world.round()
        let both = try await world.house.signIn(.init(.coordinator))
        #expect(try await world.step("accept:receiver", both, id).status == 422)
        #expect(try await world.step("accept:giver", both, id).status == 303)
        #expect(try await world.step("accept:receiver", world.c, id).status == 303)
        #expect(try await world.step("agree", world.board, id, [("vereinbarung", "Zwei Treffen")]).status == 303)
        #expect(try await world.step("check_context", world.board, id).status == 303)
        #expect(try await world.step("confirm:presentation", both, id).status == 422)
        #expect(try await world.fair.market(at: world.house.time.now).ledger.bookings.isEmpty)
        #expect(try await world.step("confirm:presentation", world.c, id).status == 303)
    }

    @Test("days at the ends of time are refused, and no page suffers from them")
    func farDays() async throws {
        var world = try await ExchangeHouse()
        let (_, id) = try await world.round()
        #expect(try await world.step("accept:giver", world.a, id).status == 303)
        #expect(try await world.step("accept:receiver", world.c, id).status == 303)
        for (day, time) in [("9999-12-31", "23:59"), ("0001-01-01", "00:00"), ("2027-01-15", "24:00")] {
            let session = [
                ("teil", "presentation"), ("tag", day), ("uhrzeit", time), ("minuten", "720"), ("ort", "Rathaus"),
            ]
            #expect(try await world.a.post("/boerse/transfers/\(id)/termine", session).status == 422, "\(day)")
        }
        let far = [("titel", "Runde 9"), ("halbjahr", "2027-H1"), ("frist", "9999-12-31"), ("startwert", "x")]
        #expect(try await world.board.post("/boerse/runden/neu", far).status == 422)
        for path in ["/boerse", "/boerse/transfers/\(id)", "/boerse/transfers/\(id)/termine.ics"] {
            #expect(try await world.a.get(path).status == 200, "\(path)")
        }
    }

    @Test("bad input is named beside its field and keeps what was typed; urgency cannot be typed")
    func badInput() async throws {
        let world = try await ExchangeHouse()
        let empty = try await world.a.post("/boerse/angebote/neu", [("notiz", "Unser Weg")])
        #expect(empty.status == 422 && empty.text.contains("Unser Weg") && empty.text.contains("mindestens einen Teil"))
        let request = try await world.c.post(
            "/boerse/gesuche/neu",
            [
                ("fuer", Fair.c.text), ("kettenglied", Fair.link.text), ("bedarf", "Uns fehlt es."),
                ("dringlichkeit", "4"), ("urgency", "4"),
            ])
        #expect(request.status == 303)
        let market = try await world.fair.market(at: world.house.time.now)
        let fresh = try #require(market.requests.first { $0.request.id != Fair.request })
        #expect(fresh.request.urgency == .unknown && fresh.request.course.state == .draft)
        let page = "/boerse/gesuche/\(fresh.request.id)"
        #expect(try await world.a.get(page).status == 404, "drafts are private")
        let foreign = try await world.a.post(
            "/boerse/gesuche/neu", [("fuer", Fair.c.text), ("kettenglied", Fair.link.text), ("bedarf", "x")])
        #expect(foreign.status == 422)
        for text in ["/boerse/gesuche/neu?phase=unsinn&feld=%00", "/boerse/gesuche/neu?praxis=%3Cscript%3E"] {
            #expect(try await world.c.get(text).status < 500)
        }
        let filled = try await world.c.get("/boerse/gesuche/neu?phase=pregnancy_birth&feld=health&gebiet=05978024").text
        #expect(filled.contains("<option value=\"\(Fair.link)\" selected>"))
    }

    @Test("an empty round ends with an explanation, not with an error")
    func emptyRound() async throws {
        var world = try await ExchangeHouse()
        try await world.fair.store.take(.pause, of: Fair.offer, Fair.command(for: Fair.a))
        let deadline = world.house.time.now.berlinDay.adding(days: 10)
        _ = try await world.board.post(
            "/boerse/runden/neu",
            [("titel", "Leer"), ("halbjahr", "2027-H1"), ("frist", "\(deadline)"), ("startwert", "x")])
        let id = try #require(try await world.fair.market().rounds.first?.id)
        try await world.advance(days: 12)
        for step in ["close", "clear"] {
            _ = try await world.board.post("/boerse/runden/\(id)/schritt", [("schritt", step), ("grund", "x")])
        }
        let page = try await world.board.get("/boerse/runden/\(id)").text
        #expect(page.contains("Es gibt kein offenes Angebot"))
    }

    @Test("no language lacks a text")
    func texts() throws {
        let database = Database(engine: try SQLiteEngine(path: nil))
        let room = try ExchangeRoom(database: database, directory: AreaDirectory(AreaStore(database: database)))
        #expect(room.missingTexts == [])
    }
}
