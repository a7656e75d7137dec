import Foundation
import Mail
import Prevention
import Synchronization
import Testing

@testable import Mail

@Suite("Delivery over SMTP", .enabled(if: SMTPServer.isAvailable, "aiosmtpd is not installed: scripts/setup --test"))
struct SMTPTests {
    private let sender: MailAddress

    init() throws { sender = try MailAddress("haus@münchen.example", name: "Lückenlos") }

    private func envelope(_ name: String, text: String = "Guten Tag") throws -> Envelope {
        let message = try MailMessage(
            from: sender, to: MailAddress("\(name)@example.org"), subject: "Prüflink", text: text)
        let id = MessageID(key: name, sender: sender)
        return Envelope(
            messageID: id.text, from: message.from.text, to: message.to.text,
            content: message.rendered(messageID: id, date: Instant(milliseconds: 0)))
    }

    private func transport(_ server: SMTPServer, _ address: String, change: (inout SMTPSettings) -> Void = { _ in })
        throws
        -> MailTransport
    {
        var settings = try SMTPSettings(address: address.replacingOccurrences(of: "PORT", with: "\(server.port)"))
        settings.answerSeconds = 20
        change(&settings)
        return .smtp(settings, sender: sender)
    }

    private static let plain = "smtp://127.0.0.1:PORT?tls=aus"

    @Test("hands mails over, one connection for several, and says who it is")
    func delivers() async throws {
        let server = try await SMTPServer.start()
        let transport = try transport(server, Self.plain)
        let long = String(repeating: ".Zeile mit Punkt am Anfang und Ümlauten\n", count: 5_000)
        for name in ["ok1", "ok2"] {
            let outcome = await transport.send(try envelope(name, text: long)) {}
            #expect(outcome == .delivered(SMTPReply(code: 250, words: "2.0.0 taken")))
        }
        await transport.rest()
        let taken = try server.taken()
        #expect(taken.map(\.id) == ["ok1", "ok2"].map { MessageID(key: $0, sender: sender).text })
        #expect(
            taken.allSatisfy {
                $0.ehlo == "xn--mnchen-3ya.example" && $0.from == "haus@xn--mnchen-3ya.example" && !$0.tls
            })
        #expect(
            taken.map(\.size) == [
                try envelope("ok1", text: long).content.count, try envelope("ok2", text: long).content.count,
            ])
    }

    @Test("asks before the end of the mail goes out, and a no keeps the server from taking it")
    func asksBeforeHandover() async throws {
        let server = try await SMTPServer.start()
        let transport = try transport(server, Self.plain)
        let seen = Mutex<Int?>(nil)
        _ = await transport.send(try envelope("ok1")) { [server] in
            let count = try server.taken().count
            seen.withLock { $0 = count }
        }
        #expect(seen.withLock { $0 } == 0)
        let outcome = await transport.send(try envelope("ok2")) { throw LeaseLost() }
        #expect(outcome == .refusedForNow(SMTPReply(code: 0, words: "operation aborted by callback")))
        let after = await transport.send(try envelope("ok3")) {}
        #expect(after == .delivered(SMTPReply(code: 250, words: "2.0.0 taken")))
        #expect(try server.taken().map(\.to) == [["ok1@example.org"], ["ok3@example.org"]])
    }

    @Test("knows a refusal for now from one for good, and keeps addresses out of the words")
    func refusals() async throws {
        let server = try await SMTPServer.start()
        let transport = try transport(server, Self.plain)
        let later = try envelope("later-1")
        #expect(
            await transport.send(later) {}
                == .refusedForNow(SMTPReply(code: 451, words: "4.7.1 greylisted, come again")))
        #expect(await transport.send(later) {} == .delivered(SMTPReply(code: 250, words: "2.0.0 taken")))
        #expect(
            await transport.send(try envelope("never")) {}
                == .refused(SMTPReply(code: 550, words: "5.1.1 (Adresse) no such mailbox")))
        #expect(
            await transport.send(try envelope("toolarge")) {}
                == .refused(SMTPReply(code: 552, words: "5.3.4 too large for me")))
        #expect(try server.taken().count == 1)
    }

    @Test("knows what it does not know when the connection breaks")
    func brokenConnections() async throws {
        let server = try await SMTPServer.start()
        let transport = try transport(server, Self.plain)
        let before = await transport.send(try envelope("dropdata")) {}
        guard case .refusedForNow(let reply) = before else {
            Issue.record("a break before the data is no doubt: \(before)")
            return
        }
        #expect(reply.code == 0)
        for name in ["lostafter", "lostbefore"] {
            let outcome = await transport.send(try envelope(name)) {}
            guard case .uncertain = outcome else {
                Issue.record("a break after the data leaves a doubt: \(outcome)")
                continue
            }
        }
        #expect(await transport.send(try envelope("ok")) {} == .delivered(SMTPReply(code: 250, words: "2.0.0 taken")))
        #expect(try server.taken().map { $0.to[0] } == ["lostafter@example.org", "ok@example.org"])
    }

    @Test("a server slower than the time it has leaves a doubt")
    func slowServer() async throws {
        let server = try await SMTPServer.start()
        let impatient = try transport(server, Self.plain) { $0.answerSeconds = 1 }
        guard case .uncertain = await impatient.send(try envelope("slow"), {}) else {
            Issue.record("no answer in time is a doubt")
            return
        }
        let patient = try transport(server, Self.plain)
        #expect(await patient.send(try envelope("slow2")) {} == .delivered(SMTPReply(code: 250, words: "2.0.0 taken")))
    }

    @Test("a server that does not want the sender, or is not there, says nothing about the mail")
    func notReached() async throws {
        let server = try await SMTPServer.start(refuseSender: true)
        #expect(
            await (try transport(server, Self.plain)).send(try envelope("ok")) {}
                == .notReached(SMTPReply(code: 553, words: "5.7.1 sender (Adresse) not allowed here")))
        let nobody = MailTransport.smtp(try SMTPSettings(address: "smtp://127.0.0.1:9?tls=aus"), sender: sender)
        guard case .notReached = await nobody.send(try envelope("ok"), {}) else {
            Issue.record("a closed port is not reached")
            return
        }
    }

    @Test("encrypts after STARTTLS and signs in")
    func startTLS() async throws {
        let server = try await SMTPServer.start(tls: .starttls, login: "haus:geheim ß")
        let transport = try transport(server, "smtp://haus@localhost:PORT") {
            $0.authorityFile = server.certificate
            $0.password = "geheim ß"
        }
        #expect(await transport.send(try envelope("ok")) {} == .delivered(SMTPReply(code: 250, words: "2.0.0 taken")))
        let taken = try server.taken()
        #expect(taken.count == 1 && taken.allSatisfy { $0.tls && $0.login })
    }

    @Test("encrypts from the first byte")
    func implicitTLS() async throws {
        let server = try await SMTPServer.start(tls: .implicit)
        let transport = try transport(server, "smtps://localhost:PORT") { $0.authorityFile = server.certificate }
        #expect(await transport.send(try envelope("ok")) {} == .delivered(SMTPReply(code: 250, words: "2.0.0 taken")))
        #expect(try server.taken().map(\.tls) == [true])
    }

    @Test("says nothing to a server that cannot be trusted, does not encrypt or refuses the password")
    func distrust() async throws {
        let encrypted = try await SMTPServer.start(tls: .starttls)
        let unencrypted = try await SMTPServer.start()
        let guarded = try await SMTPServer.start(tls: .starttls, login: "haus:geheim")
        let outcomes = [
            await (try transport(encrypted, "smtp://localhost:PORT")).send(try envelope("ok1")) {},
            await (try transport(unencrypted, "smtp://localhost:PORT")).send(try envelope("ok2")) {},
            await
                (try transport(guarded, "smtp://haus@localhost:PORT") {
                    $0.authorityFile = guarded.certificate
                    $0.password = "falsch"
                }).send(try envelope("ok3")) {},
        ]
        for outcome in outcomes {
            guard case .notReached = outcome else {
                Issue.record("nothing may be delivered: \(outcome)")
                continue
            }
        }
        #expect(try encrypted.taken() + unencrypted.taken() + guarded.taken() == [])
    }
}
