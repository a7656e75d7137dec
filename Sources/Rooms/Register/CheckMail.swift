package import Mail
package import Offers
package import Prevention
package import Storage
import Texts
import Web

/// Prüfmail: one mail to a provider with a personal link to all its offers.
package struct CheckMail: Sendable {
    let queue: MailQueue
    let templates: MailTemplates
    /// Address of the house without a slash at its end.
    let publicURL: String

    package init(queue: MailQueue, templates: MailTemplates, publicURL: String?) {
        self.queue = queue
        self.templates = templates
        self.publicURL = publicURL ?? "http://127.0.0.1:8080"
    }

    /// How long the link of a mail opens.
    static let days = 180

    /// Makes a link and puts the mail into the queue, both or neither.
    ///
    /// - Parameters:
    ///   - key: names the occasion; a second mail with the same key is never made.
    ///   - offers: the titles, in the order to show.
    /// - Throws: `MailProblem` if the provider's address cannot get mail.
    func send(
        to provider: Provider, address: String, offers titles: [String], key: String, from store: OfferStore,
        by actor: AuditActor, at now: Instant
    ) async throws {
        let address = try MailAddress(address)
        _ = try await store.createLink(for: provider.id, days: Self.days, by: actor, at: now) { w, link, token in
            let mail = try templates.offerCheck(
                to: address, link: url(token), offers: titles, until: link.expiresAt.berlinDay, language: .german)
            try queue.enqueue(
                mail, key: key, about: Reference(.provider, provider.id), by: actor, giveUpAt: link.expiresAt, in: w)
        }
    }

    /// Prüfrunde: sends the mail to every provider with an address and an offer whose confirmation is older than six
    /// months or missing, unless it got a link within the last 30 days.
    ///
    /// - Parameter isDryRun: only counts.
    /// - Returns: how many providers get a mail, and how many cannot because their address takes none.
    package func sendDue(
        from store: OfferStore, by actor: AuditActor, at now: Instant, isDryRun: Bool = false
    ) async throws -> (due: Int, refused: Int) {
        var (due, refused) = (0, 0)
        let today = now.berlinDay
        for provider in try await store.providers() {
            guard let address = provider.email else { continue }
            let offers = try await store.offers(of: provider.id).filter { $0.status == .active || $0.status == .paused }
            guard offers.contains(where: { $0.freshness(on: today) != .fresh }) else { continue }
            let last = try await store.links(of: provider.id).first
            if let last, last.createdAt > now.adding(seconds: -30 * 86_400) { continue }
            due += 1
            if isDryRun { continue }
            do {
                try await send(
                    to: provider, address: address, offers: offers.map(\.title),
                    key: "offer-check:\(provider.id.text):\(today)", from: store, by: actor, at: now)
            } catch is MailProblem {
                refused += 1
            }
        }
        return (due, refused)
    }

    /// The personal page of a token.
    func url(_ token: String) -> String { publicURL + RegisterPath.personal.path(token) }
}
