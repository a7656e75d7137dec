import Mail
import Prevention
import Storage
import StorageTesting
import Synchronization

@testable import Mail

/// A database with the table of the mails, a clock that is set by hand, and a queue.
final class MailHouse: Sendable {
    let database: Database
    let queue: MailQueue
    let clock: Clock
    private let time: TestTime

    init(_ engine: TestEngine) async throws {
        let time = TestTime()
        self.time = time
        clock = Clock { time.now }
        database = try await engine.database(MailMigrations.all)
        queue = MailQueue(database: database, sender: try MailAddress("haus@example.org"), clock: clock)
    }

    func advance(seconds: Int) { time.advance(seconds) }

    @discardableResult
    func enqueue(_ key: String, to name: String = "ok", giveUpAt: Instant? = nil) async throws -> ID<Mail> {
        let message = try MailMessage(
            from: queue.sender, to: MailAddress("\(name)@example.org"), subject: "Prüflink", text: "Geheimer Link")
        return try await database.write { [queue] w in
            try queue.enqueue(
                message, key: key, about: Reference(.provider, "p1"), by: .system("test"), giveUpAt: giveUpAt, in: w)
        }
    }

    func delivery(_ transport: MailTransport, rules: DeliveryRules = DeliveryRules()) -> MailDelivery {
        MailDelivery(
            database: database, transport: transport, rules: rules, clock: clock)
    }

    /// The mail with this key as the administrator sees it.
    func item(_ id: ID<Mail>) async throws -> MailQueue.Item? {
        try await queue.items(in: MailState.allCases).first { $0.id == id }
    }

    /// What the audit log says about the mail.
    func actions(_ id: ID<Mail>) async throws -> [String] {
        try await database.read { r in
            try r.rows("SELECT action FROM audit WHERE objectId = \(id) ORDER BY n") { try $0.get(0, as: String.self) }
        }
    }
}

/// A clock that moves by hand.
private final class TestTime: Sendable {
    private let instant = Mutex(Instant(milliseconds: 1_780_000_000_000))

    var now: Instant { instant.withLock { $0 } }
    func advance(_ seconds: Int) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// A receiver that gives the answers it was told, then 250, and remembers what it took.
final class ScriptedReceiver: Sendable {
    private let answers: Mutex<[DeliveryOutcome]>
    private let envelopes = Mutex<[Envelope]>([])

    init(_ answers: [DeliveryOutcome] = []) { self.answers = Mutex(answers) }

    var asked: [Envelope] { envelopes.withLock { $0 } }

    var transport: MailTransport {
        MailTransport(send: { [self] envelope, beforeHandover in
            let answer = answers.withLock { $0.isEmpty ? .delivered(.taken) : $0.removeFirst() }
            envelopes.withLock { $0.append(envelope) }
            if case .refusedForNow = answer { return answer }
            if case .notReached = answer { return answer }
            do { try await beforeHandover() } catch { return .refusedForNow(SMTPReply(code: 0, words: "abgebrochen")) }
            return answer
        })
    }
}

extension SMTPReply {
    static let taken = SMTPReply(code: 250, words: "taken")
    static let greylisted = SMTPReply(code: 451, words: "greylisted")
    static let unknown = SMTPReply(code: 550, words: "no such mailbox")
    static let silence = SMTPReply(code: 0, words: "")
}
