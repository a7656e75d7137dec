package import Areas
package import Prevention
package import Storage
import Texts
import Transfers
package import Web

/// Gesprächsanlass: what the exchange tells a conversation about a request or a transfer: what it is called, where it
/// stands, and who may join.
package struct ExchangeTalk: Sendable {
    /// A request or a transfer.
    package struct Subject: Hashable, Sendable {
        package let title: String
        /// Path of its page.
        package let path: String
        /// Those whom it concerns; the steering body always may join.
        let sides: Set<ID<Participant>>
    }

    private let store: ExchangeStore
    private let directory: AreaDirectory

    package init(database: Database, directory: AreaDirectory) {
        store = ExchangeStore(database: database)
        self.directory = directory
    }

    /// `nil` if there is no such request or transfer.
    package func subject(_ reference: Reference, on day: Day) async throws -> Subject? {
        Self.subject(reference, in: try await store.market(on: day))
    }

    /// Whether an account acts or reads for one of the sides, or for the steering body.
    package func mayJoin(_ reference: Reference, _ account: Web.Account, on day: Day) async throws -> Bool {
        let market = try await store.market(on: day)
        guard let subject = Self.subject(reference, in: market),
            let caller = try? ExchangeCaller(account, market, try await directory.current().tree)
        else { return false }
        return subject.sides.contains(where: caller.sees)
    }

    private static func subject(_ reference: Reference, in market: Market) -> Subject? {
        switch reference.kind {
        case .transferRequest:
            guard let id = ID<TransferRequest>(reference.id), let record = market.request(id) else { return nil }
            return Subject(
                title: market.link(record.request.linkType)?.title ?? record.need,
                path: ExchangePath.request.path(id.text), sides: [record.request.receiver])
        case .transfer:
            guard let id = ID<Transfer>(reference.id), let record = market.transfer(id) else { return nil }
            let transfer = record.transfer
            let names = (transfer.givers + [transfer.receiver]).compactMap { market.participant($0)?.name }
            let link = market.request(transfer.request).flatMap { market.link($0.request.linkType)?.title }
            return Subject(
                title: ([link].compactMap { $0 } + [names.joined(separator: " – ")]).joined(separator: ": "),
                path: ExchangePath.transfer.path(id.text), sides: Set(transfer.givers + [transfer.receiver]))
        default: return nil
        }
    }
}
