/// Weg der Mails aus dem Haus: an SMTP server, the development outbox, or nothing in tests.
package struct MailTransport: Sendable {
    /// Hands one mail over. `beforeHandover` is awaited right before the receiver may take the mail; if it throws, the
    /// mail must not be taken.
    package let send:
        @Sendable (_ envelope: Envelope, _ beforeHandover: @escaping @Sendable () async throws -> Void) async ->
            DeliveryOutcome
    /// Called when there is nothing more to send for now.
    package let rest: @Sendable () async -> Void

    package init(
        send: @escaping @Sendable (Envelope, @escaping @Sendable () async throws -> Void) async -> DeliveryOutcome,
        rest: @escaping @Sendable () async -> Void = {}
    ) {
        self.send = send
        self.rest = rest
    }

    /// Over SMTP, one connection for as long as there are mails.
    package static func smtp(_ settings: SMTPSettings, sender: MailAddress) -> MailTransport {
        let connection = SMTPConnection(settings, greeting: sender.domain)
        return MailTransport(
            send: { await connection.send($0, beforeHandover: $1) }, rest: { await connection.hangUp() })
    }

    /// Into a folder of `.eml` files.
    package static func outbox(_ outbox: Outbox) -> MailTransport {
        MailTransport(send: { envelope, beforeHandover in
            do {
                try await beforeHandover()
                try outbox.put(envelope)
                return .delivered(SMTPReply(code: 250, words: "Im Postausgang abgelegt"))
            } catch { return .refusedForNow(SMTPReply(code: 0, words: "Postausgang: \(error)")) }
        })
    }
}
