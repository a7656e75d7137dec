import Offers
import Prevention

/// Bestand im Gedächtnis: every offer of the instance in small, renewed from the log of changes.
///
/// What families see on a day is kept apart: most pages show nothing else.
actor ChainIndex {
    private let store: OfferStore
    private var offers: [ID<Offer>: ChainOffer] = [:]
    private var all = ChainStock([])
    private var published: (day: Day, stock: ChainStock)?
    private var upTo: Int?

    init(_ store: OfferStore) { self.store = store }

    /// What families see on `today`.
    func published(on today: Day) async throws -> ChainStock {
        _ = try await current()
        if let published, published.day == today { return published.stock }
        let stock = ChainStock(all.offers.filter { $0.visibility.isPublic(on: today) })
        published = (today, stock)
        return stock
    }

    /// Every offer; costs one small query when nothing has changed.
    func current() async throws -> ChainStock {
        guard let known = upTo else {
            let snapshot = try await store.snapshot()
            take(snapshot.details.map(ChainOffer.init), gone: [], upTo: snapshot.upTo)
            return all
        }
        guard try await store.lastChange() != known else { return all }
        let changes = try await store.changes(after: known)
        let details = try await store.details(ids: changes.ids)
        take(
            details.map(ChainOffer.init), gone: Set(changes.ids).subtracting(details.map(\.offer.id)),
            upTo: changes.upTo)
        return all
    }

    private func take(_ new: [ChainOffer], gone: Set<ID<Offer>>, upTo number: Int) {
        // Two visits may renew at once; the older answer must not overwrite the newer one.
        guard number >= upTo ?? 0 else { return }
        for offer in new { offers[offer.id] = offer }
        for id in gone { offers[id] = nil }
        upTo = number
        all = ChainStock(offers.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) })
        published = nil
    }
}
