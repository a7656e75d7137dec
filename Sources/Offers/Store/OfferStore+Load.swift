package import Prevention
package import Storage

/// Bestand: providers, places and offers that belong together, for loading a whole register at once.
package struct RegisterStock: Sendable {
    package let providers: [Provider]
    package let facilities: [Facility]
    package let offers: [Offer]

    package init(providers: [Provider], facilities: [Facility] = [], offers: [Offer]) {
        self.providers = providers
        self.facilities = facilities
        self.offers = offers
    }
}

extension OfferStore {
    /// Loads what is not there yet, by key, in one transaction with one audit entry; what is there stays as it is.
    ///
    /// - Parameter origin: what the stock is, for the audit log: `musterkreis`.
    /// - Returns: how many offers were new.
    /// - Throws: `RecordRefusal` for values that no record may hold; nothing is stored then.
    @discardableResult
    package func load(_ stock: RegisterStock, origin: String, by actor: AuditActor, at: Instant) async throws -> Int {
        let providers = try stock.providers.map { try $0.cleaned().asFirstVersion(at) }
        let facilities = try stock.facilities.map { try $0.cleaned().asFirstVersion(at) }
        let offers = try stock.offers.map { try $0.cleaned().asFirstVersion(at) }
        return try await database.write { w in
            let known = Set(
                try w.rows("SELECT id FROM offer UNION ALL SELECT id FROM provider UNION ALL SELECT id FROM facility") {
                    try $0.get(0, as: String.self)
                })
            try PartyRows.insert(w, providers.filter { !known.contains($0.id.text) })
            try PartyRows.insert(w, facilities.filter { !known.contains($0.id.text) })
            let new = offers.filter { !known.contains($0.id.text) }
            try OfferWriting.write(w, new, areNew: true)
            try OfferWriting.log(w, new.map(\.id), at: at)
            try w.audit(
                AuditEntry(
                    actor: actor, action: "register.load", object: Reference(.offer, origin), at: at,
                    reason: "\(new.count) Angebote"))
            return new.count
        }
    }
}

extension Provider {
    fileprivate func asFirstVersion(_ now: Instant) -> Provider {
        var copy = self
        copy.version = 1
        copy.updatedAt = now
        return copy
    }
}

extension Facility {
    fileprivate func asFirstVersion(_ now: Instant) -> Facility {
        var copy = self
        copy.version = 1
        copy.updatedAt = now
        return copy
    }
}

extension Offer {
    fileprivate func asFirstVersion(_ now: Instant) -> Offer {
        var copy = self
        copy.version = 1
        copy.updatedAt = now
        return copy
    }
}
