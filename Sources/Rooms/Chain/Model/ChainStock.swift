import Areas
import Prevention

/// Bestand der Instanz: offers by title, and which of them belong to each area.
///
/// An offer belongs to an area if it happens there or is meant for it.
struct ChainStock: Sendable {
    let offers: [ChainOffer]
    /// Places in `offers`, rising.
    private let byArea: [ID<Area>: [Int]]

    init(_ offers: [ChainOffer]) {
        self.offers = offers
        var byArea: [ID<Area>: [Int]] = [:]
        for (place, offer) in offers.enumerated() {
            for area in offer.areas { byArea[area, default: []].append(place) }
        }
        self.byArea = byArea
    }

    /// How many belong to the area itself, without its parts.
    func count(at area: ID<Area>) -> Int { byArea[area]?.count ?? 0 }

    /// The offers that belong to at least one of these areas, by title.
    func offers(in areas: Set<ID<Area>>) -> [ChainOffer] {
        let lists = areas.compactMap { byArea[$0] }
        guard lists.count > 1 else { return (lists.first ?? []).map { offers[$0] } }
        return Set(lists.joined()).sorted().map { offers[$0] }
    }
}
