import Crypto
import Prevention

/// The chain of hashes over the audit log: SHA-256 over the previous hash and the entry's length-prefixed fields.
enum AuditChain {
    static let root = String(repeating: "0", count: 64)

    static func hash(previous: String, number: Int, entry: AuditEntry) -> String {
        var hasher = SHA256()
        let fields = [
            previous, "\(number)", entry.at.description, entry.actor.text, entry.action, entry.object.kind.rawValue,
            entry.object.id, entry.reason,
        ]
        for field in fields {
            let bytes = Array(field.utf8)
            hasher.update(data: Array("\(bytes.count):".utf8))
            hasher.update(data: bytes)
        }
        return hasher.finalize().map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}

/// The tables of the ground floor.
package enum StorageMigrations {
    package static let all = [
        Migration(
            "storage-001-audit",
            [
                """
                CREATE TABLE audit (
                    n INTEGER NOT NULL PRIMARY KEY CHECK (n > 0),
                    at TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    action TEXT NOT NULL,
                    objectKind TEXT NOT NULL,
                    objectId TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    previous TEXT NOT NULL,
                    hash TEXT NOT NULL UNIQUE
                )
                """,
                "CREATE INDEX auditObject ON audit (objectKind, objectId)",
            ])
    ]
}
