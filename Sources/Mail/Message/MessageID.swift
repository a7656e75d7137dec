import Crypto

/// Kennung einer Nachricht: the `Message-ID`, by which a receiver recognises a repetition.
///
/// It follows from the idempotency key alone, so that every attempt carries the same one; the key itself, which may tell
/// whom the mail concerns, cannot be read from it.
package struct MessageID: Hashable, Sendable {
    /// `<hash@domain>`.
    package let text: String
    /// 32 hexadecimal digits.
    package let hash: String

    /// - Parameters:
    ///   - key: the idempotency key of the mail.
    ///   - sender: its domain stands behind the @-sign.
    package init(key: String, sender: MailAddress) {
        var hasher = SHA256()
        hasher.update(data: Array("lueckenlos-mail:".utf8))
        hasher.update(data: Array(key.utf8))
        let digits = Array("0123456789abcdef".utf8)
        let hex = hasher.finalize().prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        hash = String(decoding: hex, as: UTF8.self)
        text = "<\(hash)@\(sender.domain)>"
    }
}
