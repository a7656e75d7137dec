import Crypto
import HTML

/// Einmalcode of the second factor: TOTP (RFC 6238) with SHA-1, six digits, 30 seconds, as authenticator apps make it.
package enum OneTimeCode {
    package static let seconds: Int64 = 30

    /// A new secret: 160 random bits in Base32.
    package static func makeSecret() -> String { Base32.text(SecretToken.bytes(20)) }

    /// Whether a text is a secret as `makeSecret` makes it.
    package static func isSecret(_ text: String) -> Bool { text.count == 32 && Base32.bytes(text)?.count == 20 }

    /// The number of the 30-second step at an instant.
    static func step(atMilliseconds milliseconds: Int64) -> Int64 { milliseconds / 1_000 / seconds }

    /// The code of a step.
    ///
    /// - Source: RFC 4226 section 5.3, RFC 6238 section 4.
    static func code(secret: [UInt8], step: Int64, digits: Int = 6) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(hash[19] & 15)
        let number = hash[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let limit = (0..<digits).reduce(UInt32(1)) { value, _ in value * 10 }
        let text = String(number % limit)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step to which a typed code belongs, one step of clock difference either way.
    ///
    /// - Parameter last: the step of the code used last; that and earlier ones are refused.
    /// - Returns: `nil` if the code is wrong or was used.
    static func accept(_ typed: String, secret: String, atMilliseconds now: Int64, after last: Int64?) -> Int64? {
        let digits = typed.filter { $0 != " " }
        guard digits.utf8.count == 6, let key = Base32.bytes(secret) else { return nil }
        let current = step(atMilliseconds: now)
        var found: Int64?
        for step in (current - 1)...(current + 1) {
            let isRight = SecretToken.areEqual(Array(code(secret: key, step: step).utf8), Array(digits.utf8))
            if isRight, step > last ?? -1 { found = step }
        }
        return found
    }

    /// The link that opens an authenticator app on the same device.
    package static func appLink(secret: String, account: String, house: String) -> String {
        let issuer = PercentEncoding.query(house)
        return "otpauth://totp/\(issuer):\(PercentEncoding.query(account))?secret=\(secret)&issuer=\(issuer)"
    }
}

/// Base32 (RFC 4648) without padding.
enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    static func text(_ bytes: [UInt8]) -> String {
        var result = ""
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                result.append(letters[Int(buffer >> UInt32(bits) & 31)])
            }
        }
        if bits > 0 { result.append(letters[Int(buffer << UInt32(5 - bits) & 31)]) }
        return result
    }

    /// `nil` if a character is no Base32 digit; blanks and padding are skipped.
    static func bytes(_ text: String) -> [UInt8]? {
        var result: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for character in text.uppercased() where character != " " && character != "=" {
            guard let value = letters.firstIndex(of: character) else { return nil }
            buffer = (buffer << 5 | UInt32(value)) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                result.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return result
    }
}
