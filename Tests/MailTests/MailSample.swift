import Mail
import Prevention

/// A random mail made of whatever is hard to write: long words, many scripts, dots, spaces and line ends in bad places.
struct MailSample {
    private var random: SeededGenerator
    let date: Instant

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        date = Instant(milliseconds: Int64.random(in: 0..<4_000_000_000_000, using: &random))
    }

    mutating func message() throws -> MailMessage {
        try MailMessage(
            from: address(), to: address(), replyTo: Bool.random(using: &random) ? address() : nil,
            subject: line(1...120),
            text: body(), html: Bool.random(using: &random) ? "<p lang=\"de\">" + body() + "</p>" : nil,
            language: ["de", "en", "de-simple", "uk"][Int.random(in: 0..<4, using: &random)],
            unsubscribe: Bool.random(using: &random) ? "https://example.org/abmelden?a=1&b=" + atom(1...300) : nil)
    }

    private mutating func address() throws -> MailAddress {
        let domain = ["example.org", "münchen.example", "a.b.c.test"][Int.random(in: 0..<3, using: &random)]
        return try MailAddress("\(atom(1...60))@\(domain)", name: Bool.random(using: &random) ? line(1...80) : "")
    }

    private mutating func atom(_ length: ClosedRange<Int>) -> String {
        let letters = Array("abcXYZ019_+-")
        return String(
            (0..<Int.random(in: length, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    }

    /// A header text without blanks at its ends.
    private mutating func line(_ length: ClosedRange<Int>) -> String {
        let pieces = [
            "a", "Z", "7", " ", " ", "  ", "ä", "ß", "Ї", "你", "🙂", "=", "=?", "?=", "\"", "\\", ",", ";", "<", ">",
            "@", "(", ".",
            "Familienzentrum",
        ]
        let plain = Bool.random(using: &random)
        let text = (0..<Int.random(in: length, using: &random)).map { _ in
            pieces[Int.random(in: 0..<(plain ? 4 : pieces.count), using: &random)]
        }.joined()
        return "x" + text + "y"
    }

    private mutating func body() -> String {
        let pieces = [
            "a", "Wort ", " ", "\t", "\n", "\n", "\r\n", "\r", ".", ".\n", "\n.", "=", "=20", "ä", "你", "🙂", "From ",
            "\nFrom ", " \n",
            "Donaudampfschifffahrtsgesellschaft", "--=_", "https://example.org/?a=1&b=2", "\u{301}",
        ]
        let text = (0..<Int.random(in: 1...200, using: &random)).map { _ in
            pieces[Int.random(in: pieces.indices, using: &random)]
        }.joined()
        return "g" + text + "."
    }
}
