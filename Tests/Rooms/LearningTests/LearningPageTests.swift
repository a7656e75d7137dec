import Learning
import LearningNetwork
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Lernnetzwerk: Seiten") struct LearningPageTests {
    /// The part of a page that the room writes.
    private func content(_ page: String) -> String {
        guard let start = page.firstRange(of: "<main"), let end = page.firstRange(of: "</main>") else { return page }
        return String(page[start.lowerBound..<end.upperBound])
    }

    @Test("a meeting's page with agenda, attendance, decisions and tasks, in both languages", arguments: ["", "/en"])
    func meetingPage(prefix: String) async throws {
        let circle = try await Circle()
        let (store, trace, id) = (circle.store, circle.trace, circle.meeting.id)
        for step in [MeetingFlow.Step.agree, .hold] { try await store.take(step, of: id, trace) }
        try await store.note([Attendance("Unna", 3)], at: id, trace)
        try await store.add(decision: "Wir laden früher ein.", to: id, trace)
        let owner = Seat(Place(area: Circle.inside, name: "Unna"), role: "Netzwerkkoordination")
        try await store.add(
            LearningTask(
                groupID: circle.group.id, meetingID: id, title: "Einladung schreiben", owner: owner,
                due: circle.meeting.day.adding(days: 5)), trace)
        let reader = try await circle.house.signIn(.init(.reader))
        let page = try await reader.get(prefix + circle.meetingPath)
        #expect(page.status == 200 && audit(page.text) == [])
        let text = content(page.text).replacing(id.text, with: "ID").replacing(circle.group.id.text, with: "GROUP")
        try expectSnapshot(text, named: prefix.isEmpty ? "meeting.html" : "meeting-en.html")
        for path in ["/tagesordnung", "/protokoll"] {
            #expect(audit(try await reader.get(prefix + circle.meetingPath + path).text) == [])
        }
    }

    @Test("an open task follows into the next meeting until it is done")
    func followed() async throws {
        let circle = try await Circle()
        let (store, trace) = (circle.store, circle.trace)
        try await store.take(.agree, of: circle.meeting.id, trace)
        let task = LearningTask(
            groupID: circle.group.id, meetingID: circle.meeting.id, title: "Einladung schreiben",
            owner: circle.group.seats[0], due: circle.meeting.day)
        try await store.add(task, trace)
        let next = Meeting(
            groupID: circle.group.id, title: "Herbsttreffen", theme: "Neues", day: circle.meeting.day.adding(days: 90),
            from: 540, to: 600, location: "Kreishaus")
        try await store.add(next, trace)
        let member = try await circle.member()
        for (role, titles) in [
            (RoleGrant(.coordinator, area: Circle.inside), ["Einladung schreiben"]),
            (RoleGrant(.planner), ["Einladung schreiben"]), (RoleGrant(.coordinator, area: Circle.outside), []),
            (RoleGrant(.administrator), []), (RoleGrant(.reader, area: Circle.inside), []),
        ] {
            let waiting = try await circle.rooms[0].errands(for: circle.visit(role))
            #expect(waiting.map(\.task) == titles && waiting.allSatisfy { $0.due == circle.meeting.day }, "\(role)")
        }
        let path = "/lernnetz/treffen/\(next.id.text)"
        #expect(try await member.get(path).text.contains("Einladung schreiben"))
        #expect(try await member.get("/lernnetz/aufgaben").text.contains("Einladung schreiben"))
        let stranger = try await circle.stranger()
        let step = "/lernnetz/aufgaben/\(task.id.text)/schritt"
        #expect(try await stranger.post(step, [("schritt", "finish")]).status == 404)
        #expect(
            try await member.post(step, [("schritt", "finish"), ("zurueck", "//evil.example")]).header("location")
                == "/")
        #expect(!(try await member.get(path).text.contains("Einladung schreiben")))
    }

    @Test("the appointment is a calendar file in universal time")
    func calendar() async throws {
        let circle = try await Circle()
        let file = try await circle.member().get(circle.meetingPath + "/termin.ics")
        #expect(file.header("content-type") == "text/calendar; charset=utf-8")
        #expect(file.text.contains("DTSTART:20270214T083000Z\r\n") && file.text.contains("DTEND:20270214T110000Z\r\n"))
        #expect(file.text.contains("UID:\(circle.meeting.id.text)@lernnetz\r\n"))
        #expect(file.text.contains("URL:https://testhaus.example/lernnetz/treffen/"))
    }

    @Test("only members work in a group; every form of others is not found")
    func strangers() async throws {
        let circle = try await Circle()
        let (member, stranger) = (try await circle.member(), try await circle.stranger())
        let group = "/lernnetz/gruppen/\(circle.group.id.text)"
        for path in [
            group + "/treffen", group + "/produkt", group + "/konferenz", group + "/praxislabor/neu",
            circle.meetingPath + "/beschluss", circle.meetingPath + "/aufgabe", circle.meetingPath + "/anwesenheit",
            circle.meetingPath + "/tagesordnung/neu",
        ] {
            let form = try await member.get(path)
            #expect(form.status == 200 && audit(form.text) == [], "\(path)")
            let empty = try await member.post(path, [])
            #expect(empty.status == (path.hasSuffix("anwesenheit") ? 303 : 422), "\(path)")
            if empty.status == 422 { #expect(audit(empty.text) == [], "\(path)") }
            #expect(try await stranger.get(path).status == 404, "\(path)")
            #expect(try await stranger.post(path, []).status == 404, "\(path)")
        }
        #expect(try await stranger.get(group).status == 200)
        #expect(try await member.get(group + "/mitglied").status == 403)
    }

    @Test("a meeting is planned, with wrong times and days refused beside their fields")
    func plan() async throws {
        let circle = try await Circle()
        let member = try await circle.member()
        let path = "/lernnetz/gruppen/\(circle.group.id.text)/treffen"
        let good = [
            ("titel", "Sommertreffen"), ("thema", "Sprache"), ("tag-tag", "1"), ("tag-monat", "6"),
            ("tag-jahr", "2027"), ("beginn", "9:30"), ("ende", "12"), ("ort", "Kreishaus"),
        ]
        for (field, value) in [
            ("beginn", "25:00"), ("beginn", "9:3x"), ("ende", "8:00"), ("tag-monat", "13"), ("titel", ""),
            ("ort", "a\u{0}b"),
        ] {
            let answer = try await member.post(path, good.map { $0.0 == field ? (field, value) : $0 })
            #expect([400, 422].contains(answer.status), "\(field)=\(value)")
            if answer.status == 422 { #expect(audit(answer.text) == [] && answer.text.contains("Sprache")) }
        }
        let answer = try await member.post(path, good)
        #expect(answer.status == 303)
        #expect(try await circle.store.meetings(of: circle.group.id).count == 2)
    }

    @Test("the board makes a group and takes a municipality in; a second time is refused")
    func board() async throws {
        let circle = try await Circle()
        let board = try await circle.board()
        let made = try await board.post(
            "/lernnetz/gruppen/neu", [("art", "development"), ("name", "Werkstatt"), ("thema", "Sprache")])
        let path = try #require(made.header("location"))
        let seat = [("kommune", "Lünen"), ("rolle", "Fachberatung Kita")]
        #expect(try await board.post(path + "/mitglied", seat).status == 303)
        #expect(try await board.post(path + "/mitglied", seat).status == 422)
        #expect(try await board.post(path + "/mitglied", [("kommune", "Nirgends"), ("rolle", "x")]).status == 422)
        #expect(try await board.get(path).text.contains("Fachberatung Kita"))
        #expect(try await circle.stranger().get(path + "/praxislabor/neu").status == 200)
    }

    @Test("an empty house shows pages that say what to do; what the network lacks this year is said")
    func emptyHouse() async throws {
        let circle = try await Circle()
        let member = try await circle.member()
        for path in [
            "", "/gruppen", "/aufgaben", "/wissen", "/wissen/neu", "/veroeffentlichungen", "/chronik", "/sammelmail",
        ] {
            for prefix in ["", "/en"] {
                let page = try await member.get(prefix + "/lernnetz" + path)
                #expect(page.status == 200 && audit(page.text) == [], "\(prefix) \(path)")
            }
        }
        #expect(try await member.get("/lernnetz").text.contains("fehlen noch 3 Treffen"))
        #expect(try await circle.house.visitor.get("/lernnetz/chronik").status == 200)
    }

    @Test("a conference is filled by its pages: topic, hand, merging, agenda, results")
    func conference() async throws {
        let circle = try await Circle()
        let board = try await circle.board()
        let made = try await board.post(
            "/lernnetz/gruppen/\(circle.group.id.text)/konferenz",
            [
                ("titel", "Konferenz"), ("worum", "Alles"), ("tag-tag", "1"), ("tag-monat", "6"), ("tag-jahr", "2027"),
                ("ort", "Saal"),
            ])
        let path = try #require(made.header("location"))
        func step(_ step: String) async throws { _ = try await board.post(path + "/schritt", [("schritt", step)]) }
        try await step("open")
        for title in ["Eins", "Zwei"] {
            #expect(try await board.post(path + "/thema", [("thema", title)]).status == 303)
        }
        let conference = try #require(try await circle.store.conferences().first)
        let (one, two) = (conference.topics[0].id.text, conference.topics[1].id.text)
        _ = try await board.post(path + "/zusammenlegen", [("dieses", two), ("jenes", one)])
        let again = try await board.post(path + "/zusammenlegen", [("dieses", two), ("jenes", one)])
        #expect(again.header("location")?.contains("hinweis=merged") == true)
        try await step("gather")
        let place = [
            ("thema", one), ("runde", "1"), ("raum", "Saal"), ("wer", "Jugendamt"), ("frist-tag", "1"),
            ("frist-monat", "7"), ("frist-jahr", "2027"),
        ]
        #expect(try await board.post(path + "/platz", place).status == 303)
        #expect(try await board.post(path + "/platz", place).status == 422)
        try await step("agree")
        try await step("hold")
        #expect(try await board.post(path + "/ergebnis", [("thema", one), ("ergebnis", "Verabredet")]).status == 303)
        try await step("report")
        let page = try await board.get(path)
        #expect(page.text.contains("Verabredet") && audit(page.text) == [])
        #expect(try await circle.house.visitor.get(path).status == 303)
    }
}
