import Crypto

/// The chain of hashes over the audit log.
///
/// Canonical form: `hash = SHA-256(field(previous) field(n) field(at) field(actor) field(action) field(objectKind)
/// field(objectId) field(reason))`, where `field(x)` is the number of UTF-8 bytes of `x` in decimal digits, a colon and
/// the bytes. The lengths make sure that two different entries never give the same bytes. The first entry has n = 1 and
/// 64 zeros as its previous hash. Everything is hashed as the text in which it is stored.
enum AuditChain {
    static let root = String(repeating: "0", count: 64)
    /// The columns that are hashed after the previous hash and the number, in this order.
    static let columns: SQL = "at, actor, action, objectKind, objectId, reason"
    static let columnNames = ["at", "actor", "action", "objectKind", "objectId", "reason"]

    /// The hash of entry `number` as 64 hexadecimal digits.
    static func hash(previous: String, number: Int, fields: [String]) -> String {
        var hasher = SHA256()
        for field in [previous, "\(number)"] + fields {
            let bytes = Array(field.utf8)
            hasher.update(data: Array("\(bytes.count):".utf8))
            hasher.update(data: bytes)
        }
        return hexadecimal(hasher.finalize())
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// Walks along the chain and stops at the first entry that does not belong there.
struct AuditWalk {
    private(set) var head = AuditHead(n: 0, hash: AuditChain.root)
    private let expected: AuditHead?

    init(expecting expected: AuditHead?) { self.expected = expected }

    /// The next entry in the order of numbers.
    ///
    /// - Returns: what is wrong with it, or `nil`.
    mutating func step(n: Int, fields: [String], previous: String, hash: String) -> AuditVerdict? {
        guard n == head.n + 1 else {
            return .broken(at: head.n + 1, why: "Der Eintrag fehlt; es folgt Eintrag \(n).")
        }
        guard previous == head.hash else {
            return .broken(at: n, why: "Der Eintrag schließt nicht an seinen Vorgänger an.")
        }
        guard hash == AuditChain.hash(previous: previous, number: n, fields: fields) else {
            return .broken(at: n, why: "Der Inhalt des Eintrags wurde verändert.")
        }
        if let expected, expected.n == n, expected.hash != hash {
            return .broken(at: n, why: "Der Eintrag ist ein anderer als der, dessen Prüfwert notiert wurde.")
        }
        head = AuditHead(n: n, hash: hash)
        return nil
    }

    /// The verdict after the last entry.
    var verdict: AuditVerdict {
        if let expected, expected.n > head.n {
            return .broken(
                at: head.n + 1, why: "Das Ende fehlt: notiert wurden \(expected.n) Einträge, vorhanden sind \(head.n).")
        }
        return .ok(head)
    }
}
