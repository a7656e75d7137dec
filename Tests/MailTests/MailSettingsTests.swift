import Foundation
import Mail
import Prevention
import Testing

@testable import Mail

@Suite("The settings of the mail")
struct MailSettingsTests {
    @Test("are not needed: then mails stay in the house")
    func none() throws {
        let settings = try MailSettings(environment: [:])
        #expect(settings.server == nil && settings.sender.text == "lueckenlos@demo.example")
    }

    @Test("name server, sender and password file")
    func complete() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("password-\(ID<Mail>().text)")
        try Data("geheim\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let settings = try MailSettings(environment: [
            "LUECKENLOS_SMTP_URL": "smtp://haus%40stadt.example@mail.stadt.example",
            "LUECKENLOS_SMTP_PASSWORD_FILE": file.path,
            "LUECKENLOS_MAIL_FROM": "Präventionskette <kette@stadt.example>",
        ])
        let server = try #require(settings.server)
        #expect(server.host == "mail.stadt.example" && server.port == 587 && server.security == .startTLS)
        #expect(server.user == "haus@stadt.example" && server.password == "geheim")
        #expect(settings.sender.text == "kette@stadt.example" && settings.sender.name == "Präventionskette")
        #expect(server.url(greeting: "stadt.example") == "smtp://mail.stadt.example:587/stadt.example")
    }

    @Test("take the sender from the public address if none is named")
    func senderFromPublicAddress() throws {
        let settings = try MailSettings(environment: [
            "LUECKENLOS_SMTP_URL": "smtps://mail.example", "LUECKENLOS_PUBLIC_URL": "https://familien.stadt.example",
        ])
        #expect(settings.sender.text == "lueckenlos@familien.stadt.example")
        #expect(throws: MailSettingProblem.senderMissing) {
            try MailSettings(environment: [
                "LUECKENLOS_SMTP_URL": "smtps://mail.example", "LUECKENLOS_PUBLIC_URL": "http://127.0.0.1:8080",
            ])
        }
    }

    @Test("of servers are read by scheme, port and protection")
    func servers() throws {
        let implicit = try SMTPSettings(address: "smtps://mail.example")
        #expect(implicit.port == 465 && implicit.security == .implicit)
        let local = try SMTPSettings(address: "smtp://[::1]:25?tls=aus")
        #expect(local.security == .plainLoopback && local.url(greeting: "a.test") == "smtp://[::1]:25/a.test")
    }

    @Test(
        "that are half or unsafe stop the start",
        arguments: [
            ["LUECKENLOS_SMTP_URL": "smtp://mail.example"],
            ["LUECKENLOS_SMTP_URL": "mail.example:25", "LUECKENLOS_MAIL_FROM": "a@b.test"],
            ["LUECKENLOS_SMTP_URL": "http://mail.example", "LUECKENLOS_MAIL_FROM": "a@b.test"],
            ["LUECKENLOS_SMTP_URL": "smtp://mail.example?tls=aus", "LUECKENLOS_MAIL_FROM": "a@b.test"],
            ["LUECKENLOS_SMTP_URL": "smtp://127.0.0.1.example?tls=aus", "LUECKENLOS_MAIL_FROM": "a@b.test"],
            ["LUECKENLOS_SMTP_URL": "smtp://user:secret@mail.example", "LUECKENLOS_MAIL_FROM": "a@b.test"],
            ["LUECKENLOS_SMTP_URL": "smtp://user@mail.example", "LUECKENLOS_MAIL_FROM": "a@b.test"],
            ["LUECKENLOS_SMTP_URL": "smtp://mail.example:99999", "LUECKENLOS_MAIL_FROM": "a@b.test"],
            ["LUECKENLOS_SMTP_URL": "smtp://mail.example", "LUECKENLOS_MAIL_FROM": "kein Absender"],
            [
                "LUECKENLOS_SMTP_URL": "smtp://user@mail.example", "LUECKENLOS_MAIL_FROM": "a@b.test",
                "LUECKENLOS_SMTP_PASSWORD_FILE": "/nirgends/passwort",
            ],
        ])
    func refused(environment: [String: String]) {
        #expect(throws: MailSettingProblem.self) { try MailSettings(environment: environment) }
    }
}
