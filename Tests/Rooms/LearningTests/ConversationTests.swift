import Foundation
import Learning
import LearningNetwork
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Lernnetzwerk: Gespräche und Sammelmail") struct ConversationTests {
    @Test("a meeting's conversation is for its group: nobody else reads it, writes in it or orders its mail")
    func members() async throws {
        let circle = try await Circle()
        let (member, stranger, board) = (
            try await circle.member(), try await circle.stranger(), try await circle.board()
        )
        #expect(try await member.post(circle.meetingTalk, [("text", "Nur unter uns")]).status == 303)
        #expect(try await member.get(circle.meetingTalk).text.contains("Nur unter uns"))
        #expect(try await board.get(circle.meetingTalk).status == 200)
        for client in [stranger, try await circle.house.signIn(.init(.reader))] {
            #expect(try await client.get(circle.meetingTalk).status == 404)
            #expect(try await client.post(circle.meetingTalk, [("text", "x")]).status == 404)
            #expect(try await client.post(circle.meetingTalk + "/sammelmail", [("rhythmus", "daily")]).status == 404)
        }
        #expect(try await circle.house.visitor.get(circle.meetingTalk).status == 303)
    }

    @Test("there is no general forum: other kinds, unknown things and strange keys are not found")
    func noForum() async throws {
        let member = try await Circle().member()
        for path in [
            "area/known", "group/known", "product/known", "thread/known", "forum/known", "practice/other",
            "practice/%20", "transferRequest/known", "practice/" + String(repeating: "x", count: 101),
        ] {
            #expect(try await member.get("/lernnetz/gespraech/" + path).status == 404, "\(path)")
        }
        for kind in ["practice", "transfer", "transfer_request"] {
            #expect(try await member.get("/lernnetz/gespraech/\(kind)/known").status == 200, "\(kind)")
        }
    }

    @Test("everybody signed in talks about practices, only the two sides about requests and transfers")
    func access() async throws {
        let stranger = try await Circle().stranger()
        #expect(try await stranger.get("/lernnetz/gespraech/practice/known").status == 200)
        for kind in ["transfer", "transfer_request"] {
            #expect(try await stranger.get("/lernnetz/gespraech/\(kind)/known").status == 404)
        }
    }

    @Test("posts are plain text: markup is shown, addresses become links, authors are role and municipality")
    func plainText() async throws {
        let circle = try await Circle()
        let member = try await circle.member()
        let path = "/lernnetz/gespraech/practice/known"
        _ = try await member.post(
            path, [("text", "<script>alert(1)</script> https://a.example/x?b=1 javascript:alert(2)")])
        for prefix in ["", "/en"] {
            let page = try await member.get(prefix + path).text
            #expect(page.contains("&lt;script&gt;") && !page.contains("<script>alert"))
            #expect(page.contains("href=\"https://a.example/x?b=1\"") && !page.contains("href=\"javascript"))
            #expect(page.contains(prefix.isEmpty ? "Netzwerkkoordination, Unna" : "Network coordination, Unna"))
            #expect(!page.contains("Testkonto</strong>") && audit(page) == [])
        }
    }

    @Test("nothing, too much and control characters are refused beside the field, and what was typed stays")
    func badInput() async throws {
        let member = try await Circle().member()
        let path = "/lernnetz/gespraech/practice/known"
        for text in ["", "   ", String(repeating: "ä", count: 3_001), "a\u{1}b"] {
            let answer = try await member.post(path, [("text", text)])
            #expect(answer.status == 422 && audit(answer.text) == [], "\(text.prefix(3))")
        }
        #expect(try await member.post(path, [("text", String(repeating: "ä", count: 3_000))]).status == 303)
        let other = try await member.post(path, [("text", "x"), ("antwort", ID<Post>().text)])
        #expect(other.header("location")?.contains("hinweis=notNow") == true)
    }

    @Test(
        "an author changes a post for fifteen minutes; withdrawn, it leaves a trace and no word",
        arguments: TestEngine.available)
    func editAndWithdraw(engine: TestEngine) async throws {
        let circle = try await Circle(engine)
        let (member, stranger) = (try await circle.member(), try await circle.stranger())
        let path = "/lernnetz/gespraech/practice/known"
        _ = try await member.post(path, [("text", "Ersteswort")])
        let post = try #require(try await circle.store.posts(about: Reference(.practice, "known")).first)
        let edit = "/lernnetz/beitraege/\(post.id.text)/bearbeiten"
        #expect(try await stranger.get(edit).status == 404)
        #expect(try await stranger.post("/lernnetz/beitraege/\(post.id.text)/zurueckziehen", []).status == 404)
        #expect(try await member.get(edit).text.contains("Ersteswort"))
        #expect(try await member.post(edit, [("text", "Zweiteswort")]).status == 303)
        #expect(try await circle.store.post(post.id)?.versions.count == 2)
        circle.house.time.advance(seconds: 900)
        let late = try await member.post(edit, [("text", "Drittes")])
        #expect(late.header("location")?.contains("hinweis=tooLate") == true)
        #expect(try await member.get(path).text.contains("Zweiteswort"))
        _ = try await member.post("/lernnetz/beitraege/\(post.id.text)/zurueckziehen", [])
        let page = try await member.get(path).text
        #expect(!page.contains("Ersteswort") && !page.contains("Zweiteswort") && page.contains("zurückgezogen"))
        let left = try await circle.house.database.read { r in
            try r.value("SELECT count(*) FROM learningPostVersion", as: Int.self)
        }
        #expect(left == 0)
    }

    // MARK: Digest

    private func mails(_ circle: Circle) async throws -> [String] {
        try await circle.house.database.read { r in
            try r.rows("SELECT content FROM mail ORDER BY createdAt, id") {
                String(decoding: try $0.get(0, as: [UInt8].self), as: UTF8.self).replacing("=\r\n", with: "")
            }
        }
    }

    /// Sets the clock to a moment in Germany, later than now.
    private func go(_ circle: Circle, to day: String, hour: Int, minute: Int = 0) throws {
        let date = try #require(Day(day))
        let instant = try #require(BerlinTime(date, hour: hour, minute: minute)).instant
        circle.house.time.advance(seconds: Int(instant.seconds(since: circle.house.time.now)))
    }

    @Test(
        "two instances send one mail with everything of the day, also where the clocks change",
        arguments: TestEngine.available)
    func once(engine: TestEngine) async throws {
        let circle = try await Circle(engine)
        for (before, change, after) in [
            ("2027-03-27", "2027-03-28", "2027-03-29"), ("2027-10-30", "2027-10-31", "2027-11-01"),
        ] {
            let already = try await mails(circle).count
            try go(circle, to: before, hour: 12)
            let member = try await circle.member()
            _ = try await member.post(circle.meetingTalk + "/sammelmail", [("rhythmus", "daily")])
            let writer = try await circle.board()
            try go(circle, to: change, hour: 23, minute: 40)
            _ = try await circle.house.signIn(writer.account).post(circle.meetingTalk, [("text", "Wort am \(change)")])
            #expect(try await circle.rooms[0].sendDigests(at: circle.house.time.now) == 0)
            try go(circle, to: after, hour: 0, minute: 30)
            let now = circle.house.time.now
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for room in circle.rooms + circle.rooms { tasks.addTask { try await room.sendDigests(at: now) } }
                try await tasks.waitForAll()
            }
            let sent = try await mails(circle)
            #expect(sent.count == already + 1)
            #expect(sent.last?.contains("Wort am \(change)") == true)
            #expect(sent.last?.contains("List-Unsubscribe: <https://testhaus.example/lernnetz/abbestellen/") == true)
            try await circle.store.unsubscribe(member.account.text, circle.trace)
        }
    }

    @Test("no news, no mail; a missed day is told with the next")
    func nothingNew() async throws {
        let circle = try await Circle()
        try go(circle, to: "2027-02-01", hour: 9)
        let member = try await circle.member()
        _ = try await member.post("/lernnetz/gruppen/\(circle.group.id.text)/sammelmail", [("rhythmus", "weekly")])
        try go(circle, to: "2027-02-08", hour: 1)
        #expect(try await circle.rooms[0].sendDigests(at: circle.house.time.now) == 0)
        try await circle.store.add(
            LabEntry(
                groupID: circle.group.id, place: circle.group.seats[0].place, day: circle.meeting.day, tried: "a",
                saw: "b", next: "c"), circle.trace)
        try go(circle, to: "2027-02-24", hour: 1)
        #expect(try await circle.rooms[0].sendDigests(at: circle.house.time.now) == 1)
        #expect(try await mails(circle).last?.contains("/praxislabor") == true)
    }

    @Test("who has lost the right gets nothing of it, what was withdrawn is not told, a locked account gets no mail")
    func rights() async throws {
        let circle = try await Circle()
        try go(circle, to: "2027-02-01", hour: 9)
        let (member, board) = (try await circle.member(), try await circle.board())
        for client in [member, board] {
            _ = try await client.post(circle.meetingTalk + "/sammelmail", [("rhythmus", "daily")])
        }
        _ = try await board.post(circle.meetingTalk, [("text", "Geheimes")])
        _ = try await board.post(circle.meetingTalk, [("text", "Zurückgenommenes")])
        let post = try #require(
            try await circle.store.posts(about: Reference(.meeting, circle.meeting.id)).first {
                $0.text.hasPrefix("Zur")
            })
        _ = try await board.post("/lernnetz/beitraege/\(post.id.text)/zurueckziehen", [])
        try await AccountStore(database: circle.house.database).remove(
            RoleGrant(.coordinator, area: Circle.inside), from: member.account, by: .system("test"),
            at: circle.house.time.now)
        try go(circle, to: "2027-02-02", hour: 1)
        #expect(try await circle.rooms[0].sendDigests(at: circle.house.time.now) == 1)
        let sent = try await mails(circle)
        #expect(sent.count == 1 && sent[0].contains("Geheimes") && !sent[0].contains("ckgenommenes"))
    }

    @Test("the link in a mail asks first, ends every digest then, and other links end nothing")
    func unsubscribe() async throws {
        let circle = try await Circle()
        try go(circle, to: "2027-02-01", hour: 9)
        let member = try await circle.member()
        _ = try await member.post(circle.meetingTalk + "/sammelmail", [("rhythmus", "daily")])
        _ = try await member.post(circle.meetingTalk, [("text", "Neues")])
        try go(circle, to: "2027-02-02", hour: 1)
        try await circle.rooms[0].sendDigests(at: circle.house.time.now)
        let mail = try #require(try await mails(circle).first)
        let link = try #require(mail.firstMatch(of: /List-Unsubscribe: <https:\/\/testhaus\.example([^>]+)>/)?.1)
        let visitor = circle.house.visitor
        #expect(try await visitor.get(String(link)).status == 200)
        #expect(try await circle.store.subscriptions(of: member.account.text).count == 1)
        #expect(try await visitor.post("/lernnetz/abbestellen/\(String(repeating: "0", count: 64))", []).status == 404)
        #expect(try await circle.store.subscriptions(of: member.account.text).count == 1)
        #expect(try await visitor.post(String(link), []).status == 200)
        #expect(try await circle.store.subscriptions(of: member.account.text).isEmpty)
        #expect(try await visitor.post(String(link), []).status == 200)
    }
}
