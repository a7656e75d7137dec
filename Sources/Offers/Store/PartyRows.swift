import Prevention
import Storage

/// Reading and writing providers and facilities.
enum PartyRows {
    static func providers(_ r: Reader, where condition: SQL, limit: SQL = "") throws -> [Provider] {
        try r.rows(
            """
            SELECT p.id, p.name, p.kind, p.description, p.parentId, p.registerNumber, p.website, p.email, p.phone,
                p.areaKey, p.sources, p.isInvented, p.origin, p.externalKey, p.updatedAt, p.version
            FROM provider p
            WHERE \(condition)
            ORDER BY p.name, p.id
            \(limit)
            """
        ) { row in
            Provider(
                id: try row.get(0), name: try row.get(1), kind: ProviderKind(rawValue: try row.get(2)) ?? .unknown,
                description: try row.get(3), parentID: try row.optional(4), registerNumber: try row.optional(5),
                website: try row.optional(6), email: try row.optional(7), phone: try row.optional(8),
                areaKey: try row.optional(9), sources: Lines.sources(try row.get(10)), isInvented: try row.get(11),
                external: try external(row, 12), updatedAt: try row.get(14), version: try row.get(15))
        }
    }

    static func facilities(_ r: Reader, where condition: SQL, limit: SQL = "") throws -> [Facility] {
        try r.rows(
            """
            SELECT f.id, f.name, f.providerId, f.hostProviderId, f.kind, f.areaId, f.street, f.postcode, f.town,
                f.latitude, f.longitude, f.accessibility, f.accessibilityNote, f.isAddressConfidential, f.isInvented,
                f.origin, f.externalKey, f.updatedAt, f.version
            FROM facility f
            WHERE \(condition)
            ORDER BY f.name, f.id
            \(limit)
            """
        ) { row in
            Facility(
                id: try row.get(0), name: try row.get(1), providerID: try row.optional(2),
                hostProviderID: try row.optional(3),
                kind: Setting(rawValue: try row.get(4)) ?? .neighbourhood, areaID: try row.optional(5),
                street: try row.get(6), postcode: try row.get(7), town: try row.get(8),
                coordinate: try coordinate(row, 9), accessibility: Lines.words(try row.get(11)),
                accessibilityNote: try row.get(12), isAddressConfidential: try row.get(13), isInvented: try row.get(14),
                external: try external(row, 15), updatedAt: try row.get(17), version: try row.get(18))
        }
    }

    private static func external(_ row: Row, _ position: Int) throws -> ExternalKey? {
        guard let origin = try row.optional(position, as: String.self) else { return nil }
        return ExternalKey(origin: origin, key: try row.optional(position + 1) ?? "")
    }

    private static func coordinate(_ row: Row, _ position: Int) throws -> Coordinate? {
        guard let latitude = try row.optional(position, as: Double.self),
            let longitude = try row.optional(position + 1, as: Double.self)
        else { return nil }
        return Coordinate(latitude: latitude, longitude: longitude)
    }

    static func insert(_ w: Writer, _ providers: [Provider]) throws {
        try w.insert(
            """
            INSERT INTO provider (id, name, kind, description, parentId, registerNumber, website, email, phone, areaKey,
                sources, isInvented, origin, externalKey, updatedAt, version)
            VALUES
            """,
            parentsFirst(providers).map { provider in
                [
                    SQLValue(provider.id), SQLValue(provider.name), SQLValue(word: provider.kind),
                    SQLValue(provider.description),
                    SQLValue(provider.parentID), SQLValue(provider.registerNumber), SQLValue(provider.website),
                    SQLValue(provider.email), SQLValue(provider.phone), SQLValue(provider.areaKey),
                    SQLValue(Lines.join(sources: provider.sources)), SQLValue(provider.isInvented),
                    SQLValue(provider.external?.origin), SQLValue(provider.external?.key), SQLValue(provider.updatedAt),
                    SQLValue(provider.version),
                ]
            },
            ending: """
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                    description = excluded.description, parentId = excluded.parentId,
                    registerNumber = excluded.registerNumber, website = excluded.website, email = excluded.email,
                    phone = excluded.phone, areaKey = excluded.areaKey, sources = excluded.sources,
                    isInvented = excluded.isInvented, origin = excluded.origin, externalKey = excluded.externalKey,
                    updatedAt = excluded.updatedAt, version = excluded.version
                """)
    }

    /// A provider after the one it belongs to, otherwise in the given order; rings stay as they are.
    private static func parentsFirst(_ providers: [Provider]) -> [Provider] {
        guard providers.contains(where: { $0.parentID != nil }) else { return providers }
        let byID = Dictionary(providers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<ID<Provider>> = []
        var result: [Provider] = []
        for provider in providers {
            var line: [Provider] = []
            var next: Provider? = provider
            while let one = next, seen.insert(one.id).inserted {
                line.append(one)
                next = one.parentID.flatMap { byID[$0] }
            }
            result += line.reversed()
        }
        return result
    }

    static func insert(_ w: Writer, _ facilities: [Facility]) throws {
        try w.insert(
            """
            INSERT INTO facility (id, name, providerId, hostProviderId, kind, areaId, street, postcode, town, latitude,
                longitude, accessibility, accessibilityNote, isAddressConfidential, isInvented, origin, externalKey,
                updatedAt, version)
            VALUES
            """,
            facilities.map { facility in
                [
                    SQLValue(facility.id), SQLValue(facility.name), SQLValue(facility.providerID),
                    SQLValue(facility.hostProviderID),
                    SQLValue(word: facility.kind), SQLValue(facility.areaID), SQLValue(facility.street),
                    SQLValue(facility.postcode),
                    SQLValue(facility.town), SQLValue(facility.coordinate?.latitude),
                    SQLValue(facility.coordinate?.longitude),
                    SQLValue(Lines.join(words: facility.accessibility)), SQLValue(facility.accessibilityNote),
                    SQLValue(facility.isAddressConfidential), SQLValue(facility.isInvented),
                    SQLValue(facility.external?.origin),
                    SQLValue(facility.external?.key), SQLValue(facility.updatedAt), SQLValue(facility.version),
                ]
            },
            ending: """
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, providerId = excluded.providerId,
                    hostProviderId = excluded.hostProviderId, kind = excluded.kind, areaId = excluded.areaId,
                    street = excluded.street, postcode = excluded.postcode, town = excluded.town,
                    latitude = excluded.latitude, longitude = excluded.longitude,
                    accessibility = excluded.accessibility, accessibilityNote = excluded.accessibilityNote,
                    isAddressConfidential = excluded.isAddressConfidential, isInvented = excluded.isInvented,
                    origin = excluded.origin, externalKey = excluded.externalKey, updatedAt = excluded.updatedAt,
                    version = excluded.version
                """)
    }
}
