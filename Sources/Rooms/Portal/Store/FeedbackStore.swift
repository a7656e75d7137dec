package import Offers
package import Prevention
package import Storage

/// Rückmeldung: what a visitor wrote; holds no name and no address of the writer.
package struct Feedback: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable, Hashable {
        case offer, barrier, page
    }

    package let id: ID<Feedback>
    package let kind: Kind
    package let message: String
    package let offerID: ID<Offer>?
    package let at: Instant

    package init(id: ID<Feedback> = ID(), kind: Kind, message: String, offerID: ID<Offer>? = nil, at: Instant) {
        self.id = id
        self.kind = kind
        self.message = message
        self.offerID = offerID
        self.at = at
    }
}

/// The visitors' messages in the database.
package struct FeedbackStore: Sendable {
    package let database: Database

    package init(database: Database) { self.database = database }

    /// Keeps a message; the audit entry holds its key, not its words.
    package func add(_ feedback: Feedback) async throws {
        try await database.write { w in
            try w.run(
                """
                INSERT INTO portalFeedback (id, kind, message, offerId, sentAt)
                VALUES (\(feedback.id), \(feedback.kind.rawValue), \(feedback.message), \(feedback.offerID), \(feedback.at))
                """)
            try w.audit(
                AuditEntry(
                    actor: .system("portal"), action: "feedback.add", object: Reference(.feedback, feedback.id),
                    at: feedback.at))
        }
    }

    /// What nobody has dealt with yet, oldest first; at most 200.
    package func open() async throws -> [Feedback] {
        try await database.read { r in
            try r.rows(
                """
                SELECT id, kind, message, offerId, sentAt FROM portalFeedback
                WHERE doneAt IS NULL
                ORDER BY sentAt, id
                LIMIT 200
                """
            ).map { row in
                Feedback(
                    id: try row.get(0, as: ID<Feedback>.self),
                    kind: Feedback.Kind(rawValue: try row.get(1, as: String.self)) ?? .page,
                    message: try row.get(2, as: String.self),
                    offerID: try row.optional(3, as: ID<Offer>.self), at: try row.get(4, as: Instant.self))
            }
        }
    }

    /// Marks a message as dealt with; nothing happens if it already is.
    package func close(_ id: ID<Feedback>, by actor: AuditActor, at: Instant) async throws {
        try await database.write { w in
            let rows = try w.rows("SELECT id FROM portalFeedback WHERE id = \(id) AND doneAt IS NULL")
            guard !rows.isEmpty else { return }
            try w.run("UPDATE portalFeedback SET doneAt = \(at) WHERE id = \(id)")
            try w.audit(AuditEntry(actor: actor, action: "feedback.close", object: Reference(.feedback, id), at: at))
        }
    }
}

extension PortalRoom {
    package static let migrations = [
        Migration(
            "portal-001-feedback",
            [
                """
                CREATE TABLE portalFeedback (
                    id TEXT PRIMARY KEY,
                    kind TEXT NOT NULL CHECK (kind IN ('offer', 'barrier', 'page')),
                    message TEXT NOT NULL CHECK (message <> ''),
                    offerId TEXT,
                    sentAt TEXT NOT NULL,
                    doneAt TEXT
                )
                """,
                "CREATE INDEX portalFeedbackOpen ON portalFeedback (doneAt, sentAt)",
            ])
    ]
}
