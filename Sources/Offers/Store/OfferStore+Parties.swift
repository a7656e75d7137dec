package import Prevention
package import Storage

extension OfferStore {
    package func provider(_ id: ID<Provider>) async throws -> Provider? {
        try await database.read { r in try PartyRows.providers(r, where: "p.id = \(id)").first }
    }

    /// Every provider by name.
    package func providers() async throws -> [Provider] {
        try await database.read { r in try PartyRows.providers(r, where: "1 = 1") }
    }

    package func facility(_ id: ID<Facility>) async throws -> Facility? {
        try await database.read { r in try PartyRows.facilities(r, where: "f.id = \(id)").first }
    }

    /// Every facility by name.
    package func facilities() async throws -> [Facility] {
        try await database.read { r in try PartyRows.facilities(r, where: "1 = 1") }
    }

    /// Facilities that a provider runs or hosts.
    package func facilities(of provider: ID<Provider>) async throws -> [Facility] {
        try await database.read { r in
            try PartyRows.facilities(r, where: "f.providerId = \(provider) OR f.hostProviderId = \(provider)")
        }
    }

    /// Offers of one provider by title, all states.
    package func offers(of provider: ID<Provider>) async throws -> [Offer] {
        try await database.read { r in try OfferRows.read(r, where: "o.providerId = \(provider)") }
    }

    /// Offers that happen at one facility.
    package func offers(at facility: ID<Facility>) async throws -> [Offer] {
        try await database.read { r in
            try OfferRows.read(r, where: "o.id IN (SELECT offerId FROM offerSite WHERE facilityId = \(facility))")
        }
    }

    /// Stores a new provider (version 0) or a changed one.
    ///
    /// - Throws: `StorageError.stale` if it was changed meanwhile or is gone.
    @discardableResult
    package func save(_ provider: Provider, by actor: AuditActor, at: Instant, reason: String = "") async throws
        -> Provider
    {
        let clean = try provider.cleaned()
        return try await database.write { w in
            let earlier = try PartyRows.providers(w, where: "p.id = \(clean.id)").first
            guard (earlier?.version ?? 0) == clean.version else { throw StorageError.stale }
            if earlier == clean { return clean }
            var stored = clean
            stored.version += 1
            stored.updatedAt = at
            try PartyRows.insert(w, [stored])
            let offers = try w.rows("SELECT id FROM offer WHERE providerId = \(stored.id)") {
                try $0.get(0, as: ID<Offer>.self)
            }
            try OfferWriting.log(w, offers, at: at)
            try w.audit(
                AuditEntry(
                    actor: actor, action: earlier == nil ? "provider.create" : "provider.edit",
                    object: Reference(.provider, stored.id), at: at, reason: reason))
            return stored
        }
    }

    /// Stores a new facility (version 0) or a changed one.
    ///
    /// - Throws: `StorageError.stale` if it was changed meanwhile or is gone.
    @discardableResult
    package func save(_ facility: Facility, by actor: AuditActor, at: Instant, reason: String = "") async throws
        -> Facility
    {
        let clean = try facility.cleaned()
        return try await database.write { w in
            let earlier = try PartyRows.facilities(w, where: "f.id = \(clean.id)").first
            guard (earlier?.version ?? 0) == clean.version else { throw StorageError.stale }
            if earlier == clean { return clean }
            var stored = clean
            stored.version += 1
            stored.updatedAt = at
            try PartyRows.insert(w, [stored])
            let offers = try w.rows("SELECT DISTINCT offerId FROM offerSite WHERE facilityId = \(stored.id)") {
                try $0.get(0, as: ID<Offer>.self)
            }
            try OfferWriting.log(w, offers, at: at)
            try w.audit(
                AuditEntry(
                    actor: actor, action: earlier == nil ? "facility.create" : "facility.edit",
                    object: Reference(.facility, stored.id), at: at, reason: reason))
            return stored
        }
    }

    /// Removes a provider without offers.
    ///
    /// - Throws: `StorageError.stale` if `version` is not the stored one; `RecordRefusal.stillUsed` with offers.
    package func remove(_ id: ID<Provider>, version: Int, by actor: AuditActor, at: Instant) async throws {
        try await database.write { w in
            guard try w.value("SELECT version FROM provider WHERE id = \(id)", as: Int.self) == version else {
                throw StorageError.stale
            }
            guard try w.value("SELECT count(*) FROM offer WHERE providerId = \(id)", as: Int.self) == 0 else {
                throw RecordRefusal.stillUsed
            }
            try w.run("DELETE FROM provider WHERE id = \(id)")
            try w.audit(AuditEntry(actor: actor, action: "provider.remove", object: Reference(.provider, id), at: at))
        }
    }

    /// Removes a facility at which nothing happens.
    ///
    /// - Throws: `StorageError.stale` if `version` is not the stored one; `RecordRefusal.stillUsed` with offers.
    package func remove(_ id: ID<Facility>, version: Int, by actor: AuditActor, at: Instant) async throws {
        try await database.write { w in
            guard try w.value("SELECT version FROM facility WHERE id = \(id)", as: Int.self) == version else {
                throw StorageError.stale
            }
            guard try w.value("SELECT count(*) FROM offerSite WHERE facilityId = \(id)", as: Int.self) == 0 else {
                throw RecordRefusal.stillUsed
            }
            try w.run("DELETE FROM facility WHERE id = \(id)")
            try w.audit(AuditEntry(actor: actor, action: "facility.remove", object: Reference(.facility, id), at: at))
        }
    }
}
