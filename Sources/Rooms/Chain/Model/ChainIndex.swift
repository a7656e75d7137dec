import Offers
import Prevention

/// Bestand im Gedächtnis: every offer of the instance in small, renewed from the log of changes.
actor ChainIndex {
    private let store: OfferStore
    private var offers: [ID<Offer>: ChainOffer] = [:]
    private var sorted: [ChainOffer] = []
    private var upTo: Int?

    init(_ store: OfferStore) { self.store = store }

    /// Every offer by title; costs one small query when nothing has changed.
    func current() async throws -> [ChainOffer] {
        guard let known = upTo else {
            let snapshot = try await store.snapshot()
            take(snapshot.details.map(ChainOffer.init), gone: [], upTo: snapshot.upTo)
            return sorted
        }
        guard try await store.lastChange() != known else { return sorted }
        let changes = try await store.changes(after: known)
        let details = try await store.details(ids: changes.ids)
        take(
            details.map(ChainOffer.init), gone: Set(changes.ids).subtracting(details.map(\.offer.id)),
            upTo: changes.upTo)
        return sorted
    }

    private func take(_ new: [ChainOffer], gone: Set<ID<Offer>>, upTo number: Int) {
        // Two visits may renew at once; the older answer must not overwrite the newer one.
        guard number >= upTo ?? 0 else { return }
        for offer in new { offers[offer.id] = offer }
        for id in gone { offers[id] = nil }
        upTo = number
        sorted = offers.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    }
}
