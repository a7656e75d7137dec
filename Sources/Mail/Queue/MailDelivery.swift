package import Logging
package import Prevention
package import Storage

/// Zustellung: takes mails from the queue and hands them over, one after the other.
///
/// Any number of workers in any number of processes may run: a lease gives each mail to one of them.
package struct MailDelivery: Sendable {
    let store: MailStore
    let transport: MailTransport
    let rules: DeliveryRules
    let clock: Clock
    let logger: Logger?

    package init(
        database: Database, transport: MailTransport, rules: DeliveryRules = DeliveryRules(), clock: Clock,
        logger: Logger? = nil
    ) {
        store = MailStore(database: database)
        self.transport = transport
        self.rules = rules
        self.clock = clock
        self.logger = logger
    }

    /// What one round came to.
    package struct Round: Hashable, Sendable {
        package var sent = 0
        package var postponed = 0
        package var failed = 0
        package var uncertain = 0
        /// Why the server could not be used, if so; the rest of the mails waits.
        package var notReached: SMTPReply?

        package var total: Int { sent + postponed + failed + uncertain }

        mutating func count(_ outcome: DeliveryOutcome) {
            switch outcome {
            case .delivered: sent += 1
            case .refused: failed += 1
            case .refusedForNow: postponed += 1
            case .uncertain: uncertain += 1
            case .notReached(let reply): notReached = reply
            }
        }
    }

    /// Delivers until cancelled. A mail in hand is finished first.
    package func run() async {
        var serverPause = rules.serverPause.first
        while !Task.isCancelled {
            var pause = rules.pollSeconds
            do {
                let round = try await deliverDue()
                if let reply = round.notReached {
                    logger?.warning(
                        "Mailserver nicht erreicht", metadata: ["code": "\(reply.code)", "antwort": "\(reply.words)"])
                    pause = serverPause
                    serverPause = min(serverPause * 2, rules.serverPause.longest)
                } else {
                    serverPause = rules.serverPause.first
                    if round.total > 0 { pause = 0 }
                }
            } catch is CancellationError {
                return
            } catch { logger?.error("Mails: die Datenbank ist gestört", metadata: ["fehler": "\(error)"]) }
            if pause > 0 { try? await Task.sleep(for: .seconds(pause)) }
        }
        await transport.rest()
    }

    /// Delivers what is due now, at most one batch.
    ///
    /// - Throws: if the database fails; mails in hand come back when their lease ends.
    package func deliverDue() async throws -> Round {
        let lease = ID<Lease>()
        let now = clock.now()
        let mails = try await store.claim(
            rules.batch, lease: lease, now: now, until: now.adding(seconds: rules.leaseSeconds),
            doubtUntil: now.adding(seconds: rules.doubtSeconds))
        var round = Round()
        for mail in mails {
            if Task.isCancelled { break }
            // A task of its own: a mail in hand is finished and recorded even when the house shuts down meanwhile.
            let outcome = try await Task { try await deliver(mail, lease: lease) }.value
            round.count(outcome)
            if round.notReached != nil { break }
        }
        if round.total < mails.count {
            let reply = round.notReached
            try await Task { try await store.release(lease: lease, reply: reply) }.value
        }
        if mails.count < rules.batch || round.notReached != nil { await transport.rest() }
        return round
    }

    private func deliver(_ mail: MailStore.Claimed, lease: ID<Lease>) async throws -> DeliveryOutcome {
        var outcome = DeliveryOutcome.refused(SMTPReply(code: 0, words: "Die Frist zum Zustellen ist abgelaufen."))
        if mail.giveUpAt > clock.now() {
            outcome = await transport.send(mail.envelope) { [store, clock, rules] in
                let until = clock.now().adding(seconds: rules.handoverSeconds)
                try await store.beginHandover(mail.id, lease: lease, until: until)
            }
        }
        try await record(outcome, of: mail, lease: lease)
        return outcome
    }

    private func record(_ outcome: DeliveryOutcome, of mail: MailStore.Claimed, lease: ID<Lease>) async throws {
        let now = clock.now()
        switch outcome {
        case .delivered(let reply):
            try await store.markSent(mail.id, lease: lease, reply: reply, at: now)
        case .refused(let reply):
            let state: MailState = mail.wasUncertain ? .uncertain : .failed
            try await store.markFailed(mail.id, lease: lease, state: state, reply: reply, at: now)
        case .refusedForNow(let reply):
            let due = now.adding(seconds: rules.pause(afterAttempts: mail.attempts + 1))
            let state: MailState = mail.wasUncertain ? .uncertain : .queued
            try await store.postpone(mail.id, lease: lease, to: state, due: due, reply: reply, at: now)
        case .uncertain(let reply):
            let due = now.adding(seconds: rules.doubtSeconds)
            try await store.postpone(mail.id, lease: lease, to: .uncertain, due: due, reply: reply, at: now)
        case .notReached: return
        }
        logger?.info("Mail", metadata: ["mail": "\(mail.id)", "ergebnis": "\(outcome.word)"])
    }
}

extension DeliveryOutcome {
    /// For the log: what came out, without the server's words.
    var word: String {
        switch self {
        case .delivered(let reply): "zugestellt \(reply.code)"
        case .refusedForNow(let reply): "aufgeschoben \(reply.code)"
        case .refused(let reply): "abgelehnt \(reply.code)"
        case .notReached(let reply): "nicht erreicht \(reply.code)"
        case .uncertain(let reply): "ungewiss \(reply.code)"
        }
    }
}
