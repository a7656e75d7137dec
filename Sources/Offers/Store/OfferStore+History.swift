package import Prevention
package import Storage
import Tables

/// Fassung: a change of an offer, told by what it replaced.
package struct OfferVersion: Sendable, Hashable {
    /// Number of the record that was replaced; the change made the next one.
    package let replaced: Int
    package let changed: [OfferField]
    /// Acting key as in the audit log.
    package let actor: String
    /// `offer.edit`, `offer.confirm`, `offer.restore` …
    package let action: String
    package let at: Instant
}

extension OfferStore {
    /// Changes of an offer, newest first. Creating it is not one.
    package func versions(of id: ID<Offer>) async throws -> [OfferVersion] {
        try await database.read { r in
            try r.rows(
                """
                SELECT version, changed, actor, action, replacedAt
                FROM offerVersion
                WHERE offerId = \(id)
                ORDER BY version DESC
                """
            ) { row in
                OfferVersion(
                    replaced: try row.get(0),
                    changed: Lines.split(try row.get(1)).compactMap(OfferField.init(rawValue:)), actor: try row.get(2),
                    action: try row.get(3), at: try row.get(4))
            }
        }
    }

    /// The record as it was at `version`; `nil` if there was none.
    package func offer(_ id: ID<Offer>, version: Int) async throws -> Offer? {
        try await database.read { r in try Self.record(r, id, version) }
    }

    private static func record(_ r: Reader, _ id: ID<Offer>, _ version: Int) throws -> Offer? {
        let text: String? = try r.value(
            "SELECT record FROM offerVersion WHERE offerId = \(id) AND version = \(version)")
        if let text, let json = JSONValue(json: text) { return try Offer(record: json) }
        return try OfferRows.read(r, where: "o.id = \(id) AND o.version = \(version)").first
    }

    /// What changed from `version` to the one after it.
    package func differences(of id: ID<Offer>, after version: Int) async throws -> [OfferDifference]? {
        try await database.read { r in
            guard let before = try Self.record(r, id, version), let after = try Self.record(r, id, version + 1) else {
                return nil
            }
            return after.differences(from: before)
        }
    }

    /// Makes an earlier record the current one again, as a new version.
    ///
    /// Places, areas and linked offers that no longer exist are left out.
    /// - Parameter current: the version the actor saw as the current one.
    /// - Throws: `StorageError.stale` if it is not; `RecordRefusal` if the earlier provider is gone.
    @discardableResult
    package func restore(
        _ id: ID<Offer>, version: Int, current: Int, by actor: AuditActor, at: Instant
    ) async throws -> Offer {
        try await database.write { w in
            guard var old = try Self.record(w, id, version) else { throw StorageError.stale }
            old.version = current
            guard try w.value("SELECT count(*) FROM provider WHERE id = \(old.providerID)", as: Int.self) == 1 else {
                throw RecordRefusal.empty(field: OfferField.provider.rawValue)
            }
            let places = Set(
                try w.rows("SELECT id FROM facility WHERE id IN \(list: old.sites.map(\.facilityID))") {
                    try $0.get(0, as: ID<Facility>.self)
                })
            let areas = Set(
                try w.rows("SELECT id FROM area WHERE id IN \(list: old.areaScope)") {
                    try $0.get(0, as: ID<Area>.self)
                })
            let others = Set(
                try w.rows("SELECT id FROM offer WHERE id IN \(list: old.followsOn + old.leadsTo)") {
                    try $0.get(0, as: ID<Offer>.self)
                })
            old.sites.removeAll { !places.contains($0.facilityID) }
            old.areaScope.removeAll { !areas.contains($0) }
            old.followsOn.removeAll { !others.contains($0) }
            old.leadsTo.removeAll { !others.contains($0) }
            return try Self.store(
                w, old, by: actor, at: at, action: "offer.restore", reason: "Fassung \(version)")
        }
    }
}
