import Offers
package import Prevention
import Register
import Storage

extension House {
    /// Prüfrunde: mails every provider whose offers nobody has confirmed for six months a personal link.
    ///
    /// - Parameter isDryRun: only counts.
    /// - Returns: how many providers get a mail, and how many cannot because their address takes none.
    package func askProviders(at now: Instant, isDryRun: Bool = false) async throws -> (due: Int, refused: Int) {
        try await checks.sendDue(
            from: OfferStore(database: database), by: .system("check-round"), at: now, isDryRun: isDryRun)
    }
}
