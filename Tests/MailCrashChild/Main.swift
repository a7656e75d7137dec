import Mail
import Prevention
import Storage

/// Delivers the mails of a database until none is left, as the house would; the crash test kills it again and again.
///
///     MailCrashChild DATABASE-FILE SMTP-ADDRESS
@main
struct MailCrashChild {
    static func main() async throws {
        guard CommandLine.arguments.count == 3 else { return }
        let database = Database(engine: try SQLiteEngine(path: CommandLine.arguments[1]))
        let sender = try MailAddress("haus@example.org")
        var rules = DeliveryRules()
        rules.leaseSeconds = 1
        rules.handoverSeconds = 1
        rules.doubtSeconds = 0
        let delivery = MailDelivery(
            database: database, transport: .smtp(try SMTPSettings(address: CommandLine.arguments[2]), sender: sender),
            rules: rules, clock: .live)
        let queue = MailQueue(database: database, sender: sender, clock: .live)
        while true {
            let counts = try await queue.counts()
            guard counts.contains(where: { $0.key != .sent && $0.value > 0 }) else { return }
            if try await delivery.deliverDue().total == 0 { try await Task.sleep(for: .milliseconds(20)) }
        }
    }
}
