package import Prevention
package import Storage

/// Register of providers, facilities and offers in the house's database.
///
/// Every command names its actor, writes its audit entry and its line of the change log in one transaction.
package struct OfferStore: Sendable {
    package let database: Database

    package init(database: Database) { self.database = database }

    /// One offer; `nil` if there is none.
    package func offer(_ id: ID<Offer>) async throws -> Offer? {
        try await database.read { r in try OfferRows.read(r, where: "o.id = \(id)").first }
    }

    /// Offers in the order of the given keys; missing ones are left out.
    package func offers(ids: [ID<Offer>]) async throws -> [Offer] {
        let wanted = Array(ids.unique.prefix(5_000))
        let found = try await database.read { r in
            try wanted.parts(of: 500).flatMap { try OfferRows.read(r, where: "o.id IN \(list: $0)") }
        }
        let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return wanted.compactMap { byID[$0] }
    }

    /// Every offer, by title. For feeds, exports and the index; pages take less.
    package func allOffers() async throws -> [Offer] {
        try await database.read { r in try OfferRows.read(r, where: "1 = 1") }
    }

    /// One offer with provider and places; `nil` if there is none.
    package func detail(_ id: ID<Offer>) async throws -> OfferDetail? { try await details(ids: [id]).first }

    /// Offers with provider and places; `nil` = all of them. Order as `offers(ids:)`.
    package func details(ids: [ID<Offer>]?) async throws -> [OfferDetail] {
        let offers = if let ids { try await self.offers(ids: ids) } else { try await allOffers() }
        return try await details(of: offers)
    }

    /// Adds providers and places to offers.
    package func details(of offers: [Offer]) async throws -> [OfferDetail] {
        guard !offers.isEmpty else { return [] }
        let providerIDs = offers.map(\.providerID).unique
        let facilityIDs = offers.flatMap { $0.sites.map(\.facilityID) }.unique
        let (providers, facilities) = try await database.read { r in
            (
                try providerIDs.parts(of: 500).flatMap { try PartyRows.providers(r, where: "p.id IN \(list: $0)") },
                try facilityIDs.parts(of: 500).flatMap { try PartyRows.facilities(r, where: "f.id IN \(list: $0)") }
            )
        }
        let providerByID = Dictionary(providers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let facilityByID = Dictionary(facilities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return offers.compactMap { offer in
            guard let provider = providerByID[offer.providerID] else { return nil }
            let places = offer.sites.compactMap { site in
                facilityByID[site.facilityID].map { OfferDetail.Place(site: site, facility: $0) }
            }
            return OfferDetail(offer: offer, provider: provider, places: places)
        }
    }

    /// Stores a new offer (version 0) or a changed one (its version as it was read).
    ///
    /// - Returns: the offer as stored, with its new version; unchanged if nothing differs.
    /// - Throws: `StorageError.stale` if it was changed meanwhile or is gone; `RecordRefusal` for values that no
    ///   record may hold.
    @discardableResult
    package func save(
        _ offer: Offer, by actor: AuditActor, at: Instant, action: String? = nil, reason: String = ""
    ) async throws -> Offer {
        let clean = try offer.cleaned()
        return try await database.write { w in
            try Self.store(w, clean, by: actor, at: at, action: action, reason: reason)
        }
    }

    static func store(
        _ w: Writer, _ offer: Offer, by actor: AuditActor, at: Instant, action: String?, reason: String
    ) throws -> Offer {
        var stored = offer
        stored.version += 1
        stored.updatedAt = at
        let verb: String
        if offer.version == 0 {
            verb = action ?? "offer.create"
            try OfferWriting.write(w, [stored], areNew: true)
        } else {
            guard let earlier = try OfferRows.read(w, where: "o.id = \(offer.id)").first,
                earlier.version == offer.version
            else { throw StorageError.stale }
            verb = action ?? "offer.edit"
            let changed = offer.differences(from: earlier).map(\.field)
            if changed.isEmpty { return earlier }
            try OfferWriting.keep(w, [(earlier, changed)], actor: actor, action: verb, at: at)
            try OfferWriting.write(w, [stored], areNew: false)
        }
        try OfferWriting.log(w, [stored.id], at: at)
        try w.audit(
            AuditEntry(actor: actor, action: verb, object: Reference(.offer, stored.id), at: at, reason: reason))
        return stored
    }

    /// Removes an offer for good; its history stays.
    ///
    /// - Throws: `StorageError.stale` if `version` is not the stored one.
    package func remove(_ id: ID<Offer>, version: Int, by actor: AuditActor, at: Instant, reason: String = "")
        async throws
    {
        try await database.write { w in
            guard let earlier = try OfferRows.read(w, where: "o.id = \(id)").first, earlier.version == version else {
                throw StorageError.stale
            }
            try OfferWriting.keep(w, [(earlier, [])], actor: actor, action: "offer.remove", at: at)
            try w.run("DELETE FROM offer WHERE id = \(id)")
            try OfferWriting.log(w, [id], at: at)
            try w.audit(
                AuditEntry(actor: actor, action: "offer.remove", object: Reference(.offer, id), at: at, reason: reason))
        }
    }
}
