import Mail
import Prevention
import Storage
import StorageTesting
import Testing

@testable import Mail

@Suite("The queue of the mails")
struct MailQueueTests {
    @Test("takes a mail once for a key", arguments: TestEngine.available)
    func onceForAKey(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let first = try await house.enqueue("invitation:1")
        let again = try await house.enqueue("invitation:1", to: "someoneelse")
        let other = try await house.enqueue("invitation:2")
        #expect(first == again && first != other)
        #expect(try await house.queue.counts() == [.queued: 2, .sending: 0, .sent: 0, .failed: 0, .uncertain: 0])
        #expect(try await house.actions(first) == ["mail.enqueue"])
    }

    @Test("has no mail if the caller's transaction did not hold", arguments: TestEngine.available)
    func rollback(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let message = try MailMessage(from: house.queue.sender, to: MailAddress("a@b.test"), subject: "x", text: "x")
        await #expect(throws: LeaseLost.self) {
            try await house.database.write { [queue = house.queue] w in
                try queue.enqueue(message, key: "k", about: Reference(.user, "u"), by: .system("test"), in: w)
                throw LeaseLost()
            }
        }
        #expect(try await house.queue.counts()[.queued] == 0)
    }

    @Test("delivers each mail once and keeps neither address nor text", arguments: TestEngine.available)
    func delivers(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let receiver = ScriptedReceiver()
        let delivery = house.delivery(receiver.transport)
        var ids: [ID<Mail>] = []
        for number in 0..<45 { ids.append(try await house.enqueue("mail:\(number)")) }
        #expect(try await delivery.deliverDue().sent == 20)
        #expect(try await delivery.deliverDue().sent == 20)
        #expect(try await delivery.deliverDue().sent == 5)
        #expect(try await delivery.deliverDue().total == 0)
        #expect(receiver.asked.count == 45 && Set(receiver.asked.map(\.messageID)).count == 45)
        #expect(try await house.queue.counts()[.sent] == 45)
        #expect(try await house.actions(ids[0]) == ["mail.enqueue", "mail.sent"])
        let kept = try await house.database.read { r in
            try r.rows("SELECT recipient, content FROM mail") { row in
                try row.get(0, as: String.self).utf8.count + row.get(1, as: [UInt8].self).count
            }
        }
        #expect(kept.allSatisfy { $0 == 0 })
    }

    @Test("gives each mail to one of several workers", arguments: TestEngine.available)
    func severalWorkers(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let receiver = ScriptedReceiver()
        for number in 0..<100 { try await house.enqueue("mail:\(number)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<5 {
                let delivery = house.delivery(receiver.transport)
                group.addTask { while try await delivery.deliverDue().total > 0 {} }
            }
            try await group.waitForAll()
        }
        #expect(receiver.asked.count == 100 && Set(receiver.asked.map(\.messageID)).count == 100)
        #expect(try await house.queue.counts()[.sent] == 100)
    }

    @Test(
        "waits longer after each refusal for now, then gives up when the time is over", arguments: TestEngine.available)
    func refusedForNow(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let receiver = ScriptedReceiver(Array(repeating: .refusedForNow(.greylisted), count: 3))
        let delivery = house.delivery(receiver.transport)
        let id = try await house.enqueue("a", giveUpAt: house.clock.now().adding(seconds: 600))
        for pause in [60, 120, 300] {
            #expect(try await delivery.deliverDue().postponed == 1)
            house.advance(seconds: pause - 1)
            #expect(try await delivery.deliverDue().total == 0)
            house.advance(seconds: 1)
        }
        #expect(try await house.item(id)?.attempts == 3)
        #expect(try await house.item(id)?.reply == .greylisted)
        house.advance(seconds: 200)
        #expect(try await delivery.deliverDue().failed == 1)
        #expect(receiver.asked.count == 3)
        #expect(try await house.item(id)?.state == .failed)
        #expect(try await house.actions(id) == ["mail.enqueue", "mail.failed"])
    }

    @Test("does not repeat a refusal for good, until a person asks for it", arguments: TestEngine.available)
    func refused(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let receiver = ScriptedReceiver([.refused(.unknown)])
        let delivery = house.delivery(receiver.transport)
        let (bad, good) = (try await house.enqueue("a"), try await house.enqueue("b"))
        #expect(try await delivery.deliverDue() == .init(sent: 1, failed: 1))
        house.advance(seconds: 86_400)
        #expect(try await delivery.deliverDue().total == 0)
        let item = try #require(try await house.queue.items(in: [.failed]).first)
        #expect(item.id == bad || item.id == good)
        #expect(item.reply == .unknown && item.about == Reference(.provider, "p1"))
        #expect(try await house.queue.sendAgain(item.id, by: .user("u")))
        #expect(try await delivery.deliverDue().sent == 1)
        #expect(try await house.queue.sendAgain(item.id, by: .user("u")) == false)
        #expect(Set(receiver.asked.map(\.messageID)).count == 2 && receiver.asked.count == 3)
    }

    @Test("leaves a server alone that is not reached, and counts no attempt", arguments: TestEngine.available)
    func notReached(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let receiver = ScriptedReceiver([.notReached(.silence)])
        let delivery = house.delivery(receiver.transport)
        for number in 0..<3 { try await house.enqueue("mail:\(number)") }
        #expect(try await delivery.deliverDue() == .init(notReached: .silence))
        #expect(receiver.asked.count == 1)
        #expect(try await house.queue.items(in: [.queued]).map(\.attempts) == [0, 0, 0])
        #expect(try await delivery.deliverDue().sent == 3)
    }

    @Test(
        "repeats a mail without an answer after a while, with the same Message-ID and text",
        arguments: TestEngine.available)
    func uncertain(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let receiver = ScriptedReceiver([.uncertain(.silence)])
        let delivery = house.delivery(receiver.transport)
        let id = try await house.enqueue("a")
        #expect(try await delivery.deliverDue().uncertain == 1)
        #expect(try await house.item(id)?.state == .uncertain)
        house.advance(seconds: 1_799)
        #expect(try await delivery.deliverDue().total == 0)
        house.advance(seconds: 1)
        #expect(try await delivery.deliverDue().sent == 1)
        #expect(receiver.asked.count == 2 && Set(receiver.asked).count == 1)
        #expect(try await house.actions(id) == ["mail.enqueue", "mail.uncertain", "mail.sent"])
    }

    @Test("keeps the doubt when the repetition is refused or comes too late", arguments: TestEngine.available)
    func doubtStays(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let receiver = ScriptedReceiver([.uncertain(.silence), .uncertain(.silence), .refused(.unknown)])
        let delivery = house.delivery(receiver.transport)
        try await house.enqueue("a", giveUpAt: house.clock.now().adding(seconds: 1_000))
        try await house.enqueue("b")
        #expect(try await delivery.deliverDue().uncertain == 2)
        house.advance(seconds: 1_800)
        #expect(try await delivery.deliverDue().failed == 1)
        house.advance(seconds: 86_400)
        #expect(try await delivery.deliverDue().total == 0)
        #expect(try await house.queue.counts()[.uncertain] == 2)
    }

    @Test("finds mails whose worker died", arguments: TestEngine.available)
    func deadWorker(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let (inHand, waiting) = (try await house.enqueue("a"), try await house.enqueue("b"))
        let store = MailStore(database: house.database)
        let lease = ID<Lease>()
        let now = house.clock.now()
        let mails = try await store.claim(
            10, lease: lease, now: now, until: now.adding(seconds: 120), doubtUntil: now.adding(seconds: 1_800))
        #expect(Set(mails.map(\.id)) == [inHand, waiting])
        try await store.beginHandover(inHand, lease: lease, until: now.adding(seconds: 660))
        // The worker is gone: what it had not begun comes back soon, what it had begun is a doubt.
        let receiver = ScriptedReceiver()
        let delivery = house.delivery(receiver.transport)
        #expect(try await delivery.deliverDue().total == 0)
        house.advance(seconds: 120)
        #expect(try await delivery.deliverDue().sent == 1)
        #expect(try await house.item(waiting)?.state == .sent)
        house.advance(seconds: 540)
        #expect(try await delivery.deliverDue().total == 0)
        #expect(try await house.item(inHand)?.state == .uncertain)
        house.advance(seconds: 1_800)
        #expect(try await delivery.deliverDue().sent == 1)
    }

    @Test("believes a worker that comes late but has the answer", arguments: TestEngine.available)
    func lateAnswer(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        let id = try await house.enqueue("a")
        let receiver = ScriptedReceiver()
        let delivery = house.delivery(receiver.transport)
        let slow = MailTransport { envelope, beforeHandover in
            try? await beforeHandover()
            house.advance(seconds: 700)
            _ = try? await delivery.deliverDue()
            return .delivered(.taken)
        }
        #expect(try await house.delivery(slow).deliverDue().sent == 1)
        #expect(receiver.asked.isEmpty)
        #expect(try await house.item(id)?.state == .sent)
    }

    @Test("keeps a worker that lost its lease from handing over", arguments: TestEngine.available)
    func lostLease(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        try await house.enqueue("a")
        let receiver = ScriptedReceiver()
        let other = house.delivery(receiver.transport)
        let late = MailTransport { envelope, beforeHandover in
            house.advance(seconds: 121)
            _ = try? await other.deliverDue()
            do {
                try await beforeHandover()
                return .delivered(.taken)
            } catch { return .refusedForNow(.silence) }
        }
        #expect(try await house.delivery(late).deliverDue().postponed == 1)
        #expect(receiver.asked.count == 1)
        #expect(try await house.queue.counts()[.sent] == 1)
    }

    @Test("forgets addresses of mails that never arrived", arguments: TestEngine.available)
    func wipes(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        try await house.enqueue("a")
        _ = try await house.delivery(ScriptedReceiver([.refused(.unknown)]).transport).deliverDue()
        house.advance(seconds: 30 * 86_400)
        #expect(try await house.queue.wipe() == 0)
        house.advance(seconds: 1)
        #expect(try await house.queue.wipe() == 1)
        let kept = try await house.database.read { r in try r.value("SELECT recipient FROM mail", as: String.self) }
        #expect(kept?.isEmpty == true)
    }

    @Test("finishes the mail in hand when the house shuts down", arguments: TestEngine.available)
    func shutdown(engine: TestEngine) async throws {
        let house = try await MailHouse(engine)
        for number in 0..<5 { try await house.enqueue("mail:\(number)") }
        let (started, begin) = AsyncStream.makeStream(of: Void.self)
        let (stopped, stop) = AsyncStream.makeStream(of: Void.self)
        let transport = MailTransport { _, beforeHandover in
            try? await beforeHandover()
            begin.yield()
            for await _ in stopped { break }
            return .delivered(.taken)
        }
        let worker = Task { await house.delivery(transport).run() }
        for await _ in started { break }
        worker.cancel()
        stop.yield()
        await worker.value
        #expect(try await house.queue.counts() == [.queued: 4, .sending: 0, .sent: 1, .failed: 0, .uncertain: 0])
        let leased = try await house.database.read { r in
            try r.value("SELECT COUNT(*) FROM mail WHERE leaseKey IS NOT NULL", as: Int.self)
        }
        #expect(leased == 0)
    }
}
