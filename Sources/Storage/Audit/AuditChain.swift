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
