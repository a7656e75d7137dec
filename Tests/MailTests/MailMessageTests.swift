import Foundation
import Mail
import Prevention
import StorageTesting
import Testing

@testable import Mail

@Suite("A mail")
struct MailMessageTests {
    let from: MailAddress
    let to: MailAddress

    init() throws {
        from = try MailAddress("haus@example.org", name: "Lückenlos")
        to = try MailAddress("kita@example.org")
    }

    @Test(
        "takes no header from outside",
        arguments: ["\r\nBcc: all@example.org", "\nX: 1", "\rX: 1", "\u{0}", "\u{2029}"])
    func injection(hostile: String) {
        #expect(throws: MailProblem.controlCharacter(field: "Betreff")) {
            try MailMessage(from: from, to: to, subject: "Gruß" + hostile, text: "x")
        }
        #expect(throws: MailProblem.language) {
            try MailMessage(from: from, to: to, subject: "Gruß", text: "x", language: "de" + hostile)
        }
        #expect(throws: MailProblem.unsubscribeLink) {
            try MailMessage(
                from: from, to: to, subject: "Gruß", text: "x", unsubscribe: "https://example.org/" + hostile)
        }
    }

    @Test("has a subject, a text and a size")
    func complete() {
        #expect(throws: MailProblem.empty(field: "Betreff")) {
            try MailMessage(from: from, to: to, subject: "", text: "x")
        }
        #expect(throws: MailProblem.empty(field: "Text")) {
            try MailMessage(from: from, to: to, subject: "x", text: "")
        }
        #expect(throws: MailProblem.controlCharacter(field: "Text")) {
            try MailMessage(from: from, to: to, subject: "x", text: "a\u{0}b")
        }
        #expect(throws: MailProblem.tooLong(field: "Text")) {
            try MailMessage(from: from, to: to, subject: "x", text: String(repeating: "ä", count: 600_000))
        }
        #expect(throws: MailProblem.tooLong(field: "Betreff")) {
            try MailMessage(from: from, to: to, subject: String(repeating: "x", count: 501), text: "x")
        }
    }

    @Test("looks like this")
    func bytes() throws {
        let message = try MailMessage(
            from: from, to: to, subject: "Prüflink für 3 Angebote", text: "Guten Tag,\n\n.alles = gut? \nFrom hier",
            language: "de")
        let instant = try #require(Instant("2026-05-04T06:07:08Z"))
        let raw = message.rendered(messageID: MessageID(key: "a", sender: from), date: instant)
        let expected = [
            "Date: Mon, 4 May 2026 06:07:08 +0000",
            "From: =?UTF-8?B?TMO8Y2tlbmxvcw==?=",
            " <haus@example.org>",
            "To: kita@example.org",
            "Subject: =?UTF-8?B?UHLDvGZsaW5rIGbDvHIgMyBBbmdlYm90ZQ==?=",
            "Message-ID: \(MessageID(key: "a", sender: from).text)",
            "MIME-Version: 1.0",
            "Content-Language: de",
            "Auto-Submitted: auto-generated",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Guten Tag,",
            "",
            "=2Ealles =3D gut?=20",
            "=46rom hier",
            "",
        ].joined(separator: "\r\n")
        #expect(String(decoding: raw, as: UTF8.self) == expected)
    }

    @Test("keeps its Message-ID for a key and has another one for another key")
    func messageID() throws {
        let id = MessageID(key: "invitation:7", sender: from)
        #expect(id == MessageID(key: "invitation:7", sender: from))
        #expect(id != MessageID(key: "invitation:8", sender: from))
        #expect(id.text.hasSuffix("@example.org>") && !id.text.contains("invitation"))
    }

    @Test("is read back as it was written", arguments: 0..<300)
    func roundTrip(seed: UInt64) throws {
        var sample = MailSample(seed: seed)
        let message = try sample.message()
        let filed = try #require(
            FiledMail(message.rendered(messageID: MessageID(key: "\(seed)", sender: from), date: sample.date)))
        #expect(filed.header("Subject") == message.subject)
        #expect(lines(filed.text) == lines(message.text))
    }

    /// The lines in bytes: a combining character behind a line end must not hide it.
    private func lines(_ text: String) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 10 where previous == 13: break
            case 10, 13: lines.append([])
            default: lines[lines.count - 1].append(byte)
            }
            previous = byte
        }
        return lines.last == [] ? lines.dropLast() : lines
    }

    @Test("is understood by Python's mail parser in every part", .enabled(if: PythonTools.has("email.policy")))
    func oracle() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mail-\(ID<Mail>().text)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for seed in 0..<400 as Range<UInt64> {
            var sample = MailSample(seed: seed)
            let message = try sample.message()
            let id = MessageID(key: "\(seed)", sender: message.from)
            try Data(message.rendered(messageID: id, date: sample.date)).write(
                to: folder.appendingPathComponent("\(seed).eml"))
            let expected = ExpectedMail(message, id: id, date: sample.date)
            try JSONEncoder().encode(expected).write(to: folder.appendingPathComponent("\(seed).json"))
        }
        let script = PythonTools.root.appendingPathComponent("scripts/oracle/mail.py").path
        let result = try await PythonTools.run([script, folder.path])
        #expect(result.output == "400 gelesen, 0 Abweichungen\n")
    }
}

/// What the parser must find.
private struct ExpectedMail: Encodable {
    let subject: String
    let messageID: String
    let language: String
    let unsubscribe: String?
    let text: String
    let html: String?
    let date: String
    let from: [[String]]
    let to: [[String]]
    let replyTo: [[String]]

    enum CodingKeys: String, CodingKey {
        case subject, messageID, language, unsubscribe, text, html, date
        case from = "From"
        case to = "To"
        case replyTo = "Reply-To"
    }

    init(_ message: MailMessage, id: MessageID, date: Instant) {
        subject = message.subject
        messageID = id.text
        language = message.language
        unsubscribe = message.unsubscribe
        text = message.text
        html = message.html
        self.date = date.description.prefix(19) + "Z"
        from = [[message.from.name, message.from.text]]
        to = [[message.to.name, message.to.text]]
        replyTo = message.replyTo.map { [[$0.name, $0.text]] } ?? []
    }
}
