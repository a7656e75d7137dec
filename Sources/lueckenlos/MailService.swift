import Mail
import ServiceLifecycle

/// Delivers the mails of the house while it is open; a mail in hand is finished before it closes.
struct MailService: Service {
    let delivery: MailDelivery

    func run() async throws {
        await cancelWhenGracefulShutdown { await delivery.run() }
    }
}
