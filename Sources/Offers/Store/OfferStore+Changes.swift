package import Prevention
import Storage

/// Änderungsnummer: how far a follower has read the log of changed offers.
package struct OfferChanges: Sendable, Hashable {
    /// Number of the last change, 0 = none yet.
    package let upTo: Int
    /// Offers that are new, changed or gone since then, each once.
    package let ids: [ID<Offer>]
}

extension OfferStore {
    /// The number of the last change; the in-memory index compares it.
    package func lastChange() async throws -> Int {
        try await database.read { r in try r.value("SELECT max(n) FROM offerChange", as: Int.self) ?? 0 }
    }

    /// Keys of all offers, in a fixed order.
    package func allIDs() async throws -> [ID<Offer>] {
        try await database.read { r in try r.rows("SELECT id FROM offer ORDER BY id") { try $0.get(0) } }
    }

    /// What has changed after change number `n`.
    package func changes(after n: Int) async throws -> OfferChanges {
        try await database.read { r in
            var last = n
            var ids: [ID<Offer>] = []
            try r.each("SELECT n, offerId FROM offerChange WHERE n > \(n) ORDER BY n") { row in
                last = try row.get(0)
                ids.append(try row.get(1))
            }
            return OfferChanges(upTo: last, ids: ids.unique)
        }
    }

    /// Every offer with provider and places, and the change number that this view includes: the start of an index.
    package func snapshot() async throws -> (upTo: Int, details: [OfferDetail]) {
        let upTo = try await lastChange()
        return (upTo, try await details(ids: nil))
    }
}
