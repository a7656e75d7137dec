import Crypto

/// Geheimnisse: random tokens, of which the house stores only the hash.
package enum SecretToken {
    /// 256 random bits as 64 hexadecimal digits.
    package static func make() -> String { Hex.text(bytes(32)) }

    /// What is stored of a token: its SHA-256.
    package static func hash(_ token: String) -> String { Hex.text(SHA256.hash(data: Array(token.utf8))) }

    static func bytes(_ count: Int) -> [UInt8] {
        SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Array($0) }
    }

    /// Compares without telling by its duration how much is equal.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    // MARK: The token of forms

    /// The token as it stands on a page: different on each one, so that compressed pages give nothing away.
    static func masked(_ token: String) -> String {
        guard let secret = Hex.bytes(token) else { return "" }
        let mask = bytes(secret.count)
        return Hex.text(mask) + Hex.text(zip(mask, secret).map { $0 ^ $1 })
    }

    /// Whether a sent token is the session's.
    static func matches(_ sent: String, _ token: String) -> Bool {
        guard let secret = Hex.bytes(token), let both = Hex.bytes(sent), both.count == secret.count * 2 else {
            return false
        }
        return areEqual(zip(both.prefix(secret.count), both.suffix(secret.count)).map { $0 ^ $1 }, secret)
    }
}
