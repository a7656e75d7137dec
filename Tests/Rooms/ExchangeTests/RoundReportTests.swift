import Prevention
import RoomTesting
import Testing

/// What the steering body reads after a round, and when its sessions are.
@Suite("Transferbörse: Rundenbericht und Termine") struct RoundReportTests {
    @Test("the report reads as it was kept")
    func report() async throws {
        var world = try await ExchangeHouse()
        let (round, _) = try await world.round()
        let page = try await world.board.get("/boerse/runden/\(round)/bericht")
        #expect(page.status == 200 && audit(page.text) == [])
        try expectSnapshot(try mainContent(page.text), named: "rundenbericht.html")
    }

    @Test(
        "a session at half past nine in Germany is at that time in every calendar, in winter, in summer and on the days between",
        arguments: [
            ("27.03.2027", "20270327T083000Z"), ("28.03.2027", "20270328T073000Z"), ("12.07.2027", "20270712T073000Z"),
            ("30.10.2027", "20271030T073000Z"), ("31.10.2027", "20271031T083000Z"),
        ])
    func session(day: String, start: String) async throws {
        var world = try await ExchangeHouse()
        let (_, id) = try await world.round()
        #expect(try await world.step("accept:giver", world.a, id).status == 303)
        #expect(try await world.step("accept:receiver", world.c, id).status == 303)
        #expect(try await world.step("agree", world.board, id, [("vereinbarung", "Zwei Treffen")]).status == 303)
        #expect(try await world.step("check_context", world.board, id).status == 303)
        let fields = [
            ("teil", "presentation"), ("tag", day), ("uhrzeit", "09:30"), ("minuten", "120"), ("ort", "Rathaus A"),
        ]
        #expect(try await world.a.post("/boerse/transfers/\(id)/termine", fields).status == 303)
        let file = try await world.c.get("/boerse/transfers/\(id)/termine.ics").text
        #expect(file.contains("DTSTART:\(start)\r\n") && !file.contains("TZID"))
        #expect(try await world.c.get("/boerse/transfers/\(id)").text.contains("9:30"))
    }
}
