package import Prevention

/// Handelnde Person oder Stelle of a command, as the audit log names it: a key, never a name.
package struct AuditActor: Hashable, Sendable {
    /// `user:<key>`, `link:<key of a provider's link>`, `system:<job>`.
    package let text: String

    package static func user(_ id: String) -> AuditActor { AuditActor(text: "user:\(id)") }
    package static func link(_ id: String) -> AuditActor { AuditActor(text: "link:\(id)") }
    package static func system(_ name: String) -> AuditActor { AuditActor(text: "system:\(name)") }
}

/// Protokolleintrag: who did what to which record, when and why; no content of the record.
package struct AuditEntry: Sendable {
    package let actor: AuditActor
    /// Kind of record and verb: `offer.edit`.
    package let action: String
    package let object: Reference
    package let at: Instant
    package let reason: String

    package init(actor: AuditActor, action: String, object: Reference, at: Instant, reason: String = "") {
        self.actor = actor
        self.action = action
        self.object = object
        self.at = at
        self.reason = reason
    }
}

extension Writer {
    /// Appends an entry to the hash-chained audit log, in the same transaction as what it tells of.
    package func audit(_ entry: AuditEntry) throws {
        let head = try auditHead()
        let number = head.n + 1
        let hash = AuditChain.hash(
            previous: head.hash, number: number,
            fields: [
                entry.at.description, entry.actor.text, entry.action, entry.object.kind.rawValue, entry.object.id,
                entry.reason,
            ])
        try run(
            """
            INSERT INTO audit (n, at, actor, action, objectKind, objectId, reason, previous, hash)
            VALUES (\(number), \(entry.at), \(entry.actor.text), \(entry.action), \(entry.object.kind),
                \(entry.object.id), \(entry.reason), \(head.hash), \(hash))
            """)
    }
}
