package import Prevention

/// Nachricht: one mail to one recipient, complete and safe to send.
///
/// One recipient only: nobody sees another's address, and a refusal concerns exactly one mail.
package struct MailMessage: Hashable, Sendable {
    package let from: MailAddress
    package let to: MailAddress
    package let replyTo: MailAddress?
    package let subject: String
    /// Plain text in full; line ends as they come.
    package let text: String
    /// The same as HTML, if there is more to show than text can.
    package let html: String?
    /// BCP 47 tag of the texts.
    package let language: String
    /// `https` address to leave a regular mail.
    package let unsubscribe: String?

    /// - Throws: `MailProblem` for whatever must not go into a mail.
    package init(
        from: MailAddress, to: MailAddress, replyTo: MailAddress? = nil, subject: String, text: String,
        html: String? = nil, language: String = "de", unsubscribe: String? = nil
    ) throws(MailProblem) {
        guard !subject.isEmpty else { throw .empty(field: "Betreff") }
        guard !text.isEmpty else { throw .empty(field: "Text") }
        guard text.utf8.count + (html?.utf8.count ?? 0) <= 1_000_000 else { throw .tooLong(field: "Text") }
        try Self.check(body: text)
        if let html { try Self.check(body: html) }
        guard (2...35).contains(language.utf8.count), language.utf8.allSatisfy(Self.isTag) else { throw .language }
        if let unsubscribe {
            let isLink =
                unsubscribe.hasPrefix("https://") && unsubscribe.utf8.count <= 900
                && unsubscribe.utf8.allSatisfy { (33...126).contains($0) && $0 != 60 && $0 != 62 }
            guard isLink else { throw .unsubscribeLink }
        }
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = try HeaderText.checked(subject, field: "Betreff")
        self.text = text
        self.html = html
        self.language = language
        self.unsubscribe = unsubscribe
    }

    private static func check(body: String) throws(MailProblem) {
        let forbidden = body.utf8.contains { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 || $0 == 127 }
        guard !forbidden else { throw .controlCharacter(field: "Text") }
    }

    private static func isTag(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension MailMessage {
    /// The mail as it travels (RFC 5322, MIME): ASCII, CRLF, no line longer than 76 characters but for long keys.
    ///
    /// - Parameter date: when it was written; the same mail has the same bytes at every attempt.
    package func rendered(messageID: MessageID, date: Instant) -> [UInt8] {
        var head = "Date: \(MailDate.text(date))\r\n"
        head += HeaderText.line("From", from)
        head += HeaderText.line("To", to)
        if let replyTo { head += HeaderText.line("Reply-To", replyTo) }
        head += HeaderText.line("Subject", subject)
        head += "Message-ID: \(messageID.text)\r\n"
        head += "MIME-Version: 1.0\r\nContent-Language: \(language)\r\nAuto-Submitted: auto-generated\r\n"
        if let unsubscribe { head += "List-Unsubscribe: <\(unsubscribe)>\r\n" }
        guard let html else { return Array((head + Self.partHead("plain")).utf8) + QuotedPrintable.encode(text) }
        // "=_" cannot occur in quoted-printable text, so the boundary cannot occur in a part.
        let boundary = "=_\(messageID.hash)"
        head += "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"\r\n\r\n"
        var bytes = Array(head.utf8)
        for (kind, body) in [("plain", text), ("html", html)] {
            bytes += Array("--\(boundary)\r\n\(Self.partHead(kind))".utf8) + QuotedPrintable.encode(body)
        }
        return bytes + Array("--\(boundary)--\r\n".utf8)
    }

    private static func partHead(_ kind: String) -> String {
        "Content-Type: text/\(kind); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    }
}

/// Dates in mail headers: RFC 5322 in UTC.
enum MailDate {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ instant: Instant) -> String {
        let day = instant.utcDay
        let time = instant.description.dropFirst(11).prefix(8)
        return "\(weekdays[day.weekday - 1]), \(day.day) \(months[day.month - 1]) \(day.year) \(time) +0000"
    }
}
