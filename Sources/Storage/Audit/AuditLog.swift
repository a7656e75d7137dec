/// Kopf des Protokolls: number and hash of the last entry. Noted outside the house (mail, paper, another machine), it
/// shows later that no entry before it was changed and none at the end is missing.
package struct AuditHead: Hashable, Sendable, CustomStringConvertible {
    package let n: Int
    package let hash: String

    package init(n: Int, hash: String) {
        self.n = n
        self.hash = hash
    }

    /// Reads `12:ab…` as `description` writes it.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let n = Int(parts[0]), n >= 0, parts[1].utf8.count == 64,
            parts[1].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.init(n: n, hash: String(parts[1]))
    }

    package var description: String { "\(n):\(hash)" }
}

/// Prüfergebnis des Protokolls.
package enum AuditVerdict: Equatable, Sendable {
    /// Every entry is as it was written; the head to note.
    case ok(AuditHead)
    /// The first entry that is missing or not as it was written, and a German sentence why.
    case broken(at: Int, why: String)
}

/// Protokoll: what can be asked of it as a whole.
package enum AuditLog {
    /// Checks every link of the chain in one consistent view, a thousand entries at a time.
    ///
    /// - Parameter head: noted earlier; without it a log whose end was cut off looks complete.
    package static func verify(_ database: Database, expecting head: AuditHead? = nil) async throws -> AuditVerdict {
        try await database.read { r in try verify(r, expecting: head) }
    }

    static func verify(_ r: Reader, expecting head: AuditHead?) throws -> AuditVerdict {
        var walk = AuditWalk(expecting: head)
        while true {
            var problem: AuditVerdict?
            var count = 0
            try r.each(
                """
                SELECT n, previous, hash, \(AuditChain.columns) FROM audit WHERE n > \(walk.head.n) ORDER BY n LIMIT 1000
                """
            ) { row in
                guard problem == nil else { return }
                count += 1
                problem = walk.step(
                    n: try row.get(0), fields: try (3..<9).map { try row.get($0) }, previous: try row.get(1),
                    hash: try row.get(2))
            }
            if let problem { return problem }
            if count == 0 { return walk.verdict }
        }
    }

    /// Number and hash of the last entry; number 0 for an empty log.
    package static func head(_ database: Database) async throws -> AuditHead {
        try await database.read { r in try r.auditHead() }
    }
}

extension Reader {
    /// Number and hash of the last entry of the audit log; number 0 for an empty one.
    package func auditHead() throws -> AuditHead {
        try row("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1").map {
            AuditHead(n: try $0.get(0), hash: try $0.get(1))
        } ?? AuditHead(n: 0, hash: AuditChain.root)
    }
}
