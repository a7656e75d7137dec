/// Ergebnis eines Zustellversuchs: what is known about one mail after one attempt.
package enum DeliveryOutcome: Hashable, Sendable {
    /// The server took the mail over (250 after the end of the data).
    case delivered(SMTPReply)
    /// Not now: a 4xx answer, or the connection broke before the end of the data was sent.
    case refusedForNow(SMTPReply)
    /// Never: a 5xx answer about this recipient or this mail.
    case refused(SMTPReply)
    /// The server could not be reached, trusted or logged in to, or does not accept the sender: nothing about this mail.
    case notReached(SMTPReply)
    /// The end of the data was sent and no answer came: the server may have the mail or not.
    case uncertain(SMTPReply)
}

/// Antwort des Mailservers: code and words, without any address.
package struct SMTPReply: Hashable, Sendable {
    /// 200…599, or 0 if the server said nothing.
    package let code: Int
    /// At most 200 characters, one line.
    package let words: String

    package init(code: Int, words: String) {
        self.code = code
        self.words = Self.cleaned(words)
    }

    /// Control characters become spaces; every word with an @-sign becomes `(Adresse)`: nothing personal in logs.
    private static func cleaned(_ words: String) -> String {
        let flat = String(
            String.UnicodeScalarView(words.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
        let kept = flat.split(separator: " ").map { $0.contains("@") ? "(Adresse)" : String($0) }
        return String(kept.joined(separator: " ").prefix(200))
    }
}
