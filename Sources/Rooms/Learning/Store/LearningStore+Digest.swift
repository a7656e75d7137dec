package import LearningNetwork
import Mail
package import Prevention
import Storage
import Web

extension LearningStore {
    // MARK: Subscriptions

    /// What an account wants to hear of.
    package func subscriptions(of account: String) async throws -> [Subscription] {
        try await database.read { r in try Self.subscriptions(r, "accountId = \(account)") }
    }

    /// All subscriptions of a rhythm that have not been told everything up to `end`.
    func subscriptions(_ rhythm: DigestRhythm, before end: Instant) async throws -> [Subscription] {
        try await database.read { r in try Self.subscriptions(r, "rhythm = \(rhythm) AND toldUntil < \(end)") }
    }

    private static func subscriptions(_ r: Reader, _ condition: SQL) throws -> [Subscription] {
        try r.rows(
            """
            SELECT accountId, aboutKind, aboutId, rhythm, language, toldUntil FROM learningSubscription
            WHERE \(condition)
            ORDER BY accountId, aboutKind, aboutId
            """
        ) { row in
            Subscription(
                account: try row.get(0), about: Reference(try row.get(1), try row.get(2, as: String.self)),
                rhythm: try row.get(3), language: try row.get(4), toldUntil: try row.get(5))
        }
    }

    /// Subscribes, changes the rhythm, or ends it with `nil`.
    package func subscribe(
        _ account: String, to reference: Reference, _ rhythm: DigestRhythm?, language: String, _ trace: Trace
    ) async throws {
        try await database.write { w in
            if let rhythm {
                try w.run(
                    """
                    INSERT INTO learningSubscription (accountId, aboutKind, aboutId, rhythm, language, toldUntil)
                    VALUES (\(account), \(reference.kind), \(reference.id), \(rhythm), \(language), \(trace.at))
                    ON CONFLICT (accountId, aboutKind, aboutId)
                    DO UPDATE SET rhythm = excluded.rhythm, language = excluded.language
                    """)
            } else {
                try w.run(
                    """
                    DELETE FROM learningSubscription
                    WHERE accountId = \(account) AND aboutKind = \(reference.kind) AND aboutId = \(reference.id)
                    """)
            }
            let action = rhythm == nil ? "learning.digest.end" : "learning.digest.begin"
            try w.audit(trace.entry(action, Reference(.user, account)))
        }
    }

    /// The account of a personal link; `nil` if the link is unknown.
    package func account(ofToken token: String) async throws -> String? {
        try await database.read { r in
            try r.value(
                "SELECT accountId FROM learningMailToken WHERE tokenHash = \(SecretToken.hash(token))", as: String.self)
        }
    }

    /// Ends every subscription of an account.
    package func unsubscribe(_ account: String, _ trace: Trace) async throws {
        try await database.write { w in
            try w.run("DELETE FROM learningSubscription WHERE accountId = \(account)")
            try w.audit(trace.entry("learning.digest.end", Reference(.user, account)))
        }
    }

    /// Personal links of mails older than four hundred days end.
    func tidy(at now: Instant) async throws {
        try await database.write { w in
            let old = now.adding(seconds: -400 * 86_400)
            let count = try w.run("DELETE FROM learningMailToken WHERE createdAt < \(old)")
            guard count > 0 else { return }
            try w.audit(
                AuditEntry(
                    actor: .system("learning"), action: "learning.digest.tidy", object: Reference(.mail, "tokens"),
                    at: now))
        }
    }

    // MARK: News

    /// Posts of a conversation from `from` on, before `to`, without what was withdrawn.
    func posts(about reference: Reference, after from: Instant, until to: Instant) async throws -> [Post] {
        try await database.read { r in
            try Self.posts(
                r,
                """
                p.aboutKind = \(reference.kind) AND p.aboutId = \(reference.id) AND p.at >= \(from) AND p.at < \(to)
                    AND p.withdrawnAt IS NULL
                """)
        }
    }

    /// What has happened in a group from `from` on, before `to`, in the order of time.
    func news(of group: ID<LearningGroup>, after from: Instant, until to: Instant) async throws -> [GroupNews] {
        try await database.read { r in
            let meetings = try r.rows(
                """
                SELECT id, title, createdAt FROM learningMeeting
                WHERE groupId = \(group) AND createdAt >= \(from) AND createdAt < \(to)
                """
            ) { GroupNews(.meeting, try $0.get(0), try $0.get(1), try $0.get(2)) }
            let lab = try r.rows(
                """
                SELECT groupId, place, createdAt FROM learningLab
                WHERE groupId = \(group) AND createdAt >= \(from) AND createdAt < \(to)
                """
            ) { GroupNews(.lab, try $0.get(0), try $0.get(1), try $0.get(2)) }
            let products = try r.rows(
                """
                SELECT p.id, p.title, v.at FROM learningProductVersion AS v JOIN learningProduct AS p ON p.id = v.productId
                WHERE p.groupId = \(group) AND v.at >= \(from) AND v.at < \(to)
                """
            ) { GroupNews(.product, try $0.get(0), try $0.get(1), try $0.get(2)) }
            let minutes = try r.rows(
                """
                SELECT m.id, m.title, s.at FROM learningStep AS s JOIN learningMeeting AS m ON m.id = s.objectId
                WHERE m.groupId = \(group) AND s.kind = 'meeting' AND s.step = 'approve' AND s.at >= \(from) AND s.at < \(to)
                """
            ) { GroupNews(.minutes, try $0.get(0), try $0.get(1), try $0.get(2)) }
            let conferences = try r.rows(
                """
                SELECT id, title, createdAt FROM learningConference
                WHERE groupId = \(group) AND createdAt >= \(from) AND createdAt < \(to)
                """
            ) { GroupNews(.conference, try $0.get(0), try $0.get(1), try $0.get(2)) }
            return (meetings + lab + products + minutes + conferences).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        }
    }

    // MARK: Sending

    /// Notes that an account has been told everything up to `end` and puts its mail into the queue, both or neither.
    ///
    /// - Parameter mail: makes the mail from a personal link's secret; `nil` if there is nothing to tell.
    /// - Returns: whether a mail went into the queue; `false` if another instance was faster.
    func tell(
        _ account: String, _ rhythm: DigestRhythm, until end: Instant, key: String, through queue: MailQueue,
        at now: Instant, mail: (@Sendable (String) throws -> MailMessage)?
    ) async throws -> Bool {
        let actor = AuditActor.system("learning-digest")
        return try await database.write { w in
            let open = try w.run(
                """
                UPDATE learningSubscription SET toldUntil = \(end)
                WHERE accountId = \(account) AND rhythm = \(rhythm) AND toldUntil < \(end)
                """)
            guard open > 0, let mail else { return false }
            let token = SecretToken.make()
            try w.run(
                """
                INSERT INTO learningMailToken (tokenHash, accountId, createdAt)
                VALUES (\(SecretToken.hash(token)), \(account), \(now))
                """)
            try queue.enqueue(try mail(token), key: key, about: Reference(.user, account), by: actor, in: w)
            return true
        }
    }
}

/// Neues aus einer Gruppe.
struct GroupNews: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case meeting, minutes, lab, product, conference
    }

    let kind: Kind
    /// Key of the thing that the news leads to.
    let id: String
    let title: String
    let at: Instant

    init(_ kind: Kind, _ id: String, _ title: String, _ at: Instant) {
        self.kind = kind
        self.id = id
        self.title = title
        self.at = at
    }
}
