package import Prevention
package import Storage

extension OfferStore {
    /// "Stimmt noch": somebody has looked at the record and found it right.
    ///
    /// - Throws: `StorageError.stale` if it was changed meanwhile; `version` `nil` accepts any.
    @discardableResult
    package func confirm(
        _ id: ID<Offer>, version: Int?, check: OfferCheck, by actor: AuditActor, at: Instant
    ) async throws -> Offer {
        try await change(id, version: version, action: "offer.confirm", by: actor, at: at) { offer in
            offer.check = check
        }
    }

    /// Confirms all active and paused offers of a provider.
    ///
    /// - Returns: how many.
    @discardableResult
    package func confirmAll(
        of provider: ID<Provider>, check: OfferCheck, by actor: AuditActor, at: Instant
    ) async throws -> Int {
        try await database.write { w in
            let offers = try OfferRows.read(
                w, where: "o.providerId = \(provider) AND o.status IN ('active', 'paused')")
            for var offer in offers {
                offer.check = check
                _ = try Self.store(w, offer, by: actor, at: at, action: "offer.confirm", reason: "")
            }
            return offers.count
        }
    }

    /// Changes the status; the audit entry names it: `offer.active`, `offer.paused`.
    @discardableResult
    package func setStatus(
        _ status: OfferStatus, of id: ID<Offer>, version: Int?, by actor: AuditActor, at: Instant
    ) async throws -> Offer {
        try await change(id, version: version, action: "offer.\(status.rawValue)", by: actor, at: at) { offer in
            offer.status = status
        }
    }

    private func change(
        _ id: ID<Offer>, version: Int?, action: String, by actor: AuditActor, at: Instant,
        _ edit: @escaping @Sendable (inout Offer) -> Void
    ) async throws -> Offer {
        try await database.write { w in
            guard var offer = try OfferRows.read(w, where: "o.id = \(id)").first,
                version ?? offer.version == offer.version
            else { throw StorageError.stale }
            edit(&offer)
            return try Self.store(w, offer, by: actor, at: at, action: action, reason: "")
        }
    }
}
