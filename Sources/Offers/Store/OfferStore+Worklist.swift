package import Prevention
import Storage

/// Filter of the register's worklist; `nil` and empty match everything.
package struct OfferFilter: Sendable, Hashable {
    /// Part of the title, any case.
    package var title = ""
    package var statuses: Set<OfferStatus> = []
    package var freshness: Freshness?
    package var finding: QualityFinding?
    package var providerID: ID<Provider>?
    /// Part of the provider's name, any case.
    package var providerName = ""
    package var field: FieldOfAction?
    package var isInvented: Bool?
    /// Only what an account with limited roles may see; `nil` = everything.
    package var reach: OfferReach?

    package init() {}
}

/// Reichweite of an account's roles: the scopes of all its grants together.
package struct OfferReach: Sendable, Hashable {
    /// One grant: offers of a provider, in some areas, or of a provider in some areas.
    package struct Scope: Sendable, Hashable {
        /// `nil` = of any provider.
        package let providerID: ID<Provider>?
        /// The areas with all areas below; `nil` = anywhere.
        package let areaIDs: Set<ID<Area>>?

        package init(providerID: ID<Provider>?, areaIDs: Set<ID<Area>>?) {
            self.providerID = providerID
            self.areaIDs = areaIDs
        }

        /// Whether the offer lies within.
        package func contains(_ detail: OfferDetail) -> Bool {
            if let providerID, providerID != detail.offer.providerID { return false }
            guard let areaIDs else { return true }
            return !areaIDs.isDisjoint(with: detail.offer.areaScope)
                || detail.places.contains { $0.facility.areaID.map(areaIDs.contains) ?? false }
        }
    }

    /// None: nothing.
    package let scopes: [Scope]

    package init(_ scopes: [Scope]) { self.scopes = scopes }

    /// Whether the offer lies within.
    package func contains(_ detail: OfferDetail) -> Bool { scopes.contains { $0.contains(detail) } }
}

/// Zeile of the worklist.
package struct OfferListItem: Sendable, Hashable {
    package let id: ID<Offer>
    package let title: String
    package let providerID: ID<Provider>
    package let providerName: String
    package let town: String
    package let status: OfferStatus
    package let checkedOn: Day?
    package let updatedAt: Instant
    package let version: Int
    package let isInvented: Bool
}

extension OfferStore {
    /// One page of the worklist by title, and how many there are in all.
    ///
    /// - Parameters:
    ///   - page: from 1.
    ///   - perPage: 1…500.
    package func list(
        _ filter: OfferFilter, on today: Day, page: Int = 1, perPage: Int = 50
    ) async throws -> (total: Int, items: [OfferListItem]) {
        let condition = Self.condition(filter, today)
        let size = min(max(perPage, 1), 500)
        let offset = min(max(page - 1, 0), 1_000_000) * size
        return try await database.read { r in
            let total = try r.value("SELECT count(*) FROM offer o WHERE \(condition)", as: Int.self) ?? 0
            return (total, try Self.items(r, condition, "LIMIT \(size) OFFSET \(offset)"))
        }
    }

    static func items(_ r: Reader, _ condition: SQL, _ limit: SQL) throws -> [OfferListItem] {
        try r.rows(
            """
            SELECT o.id, o.title, o.providerId, p.name, o.status, o.checkedOn, o.updatedAt, o.version, o.isInvented,
                (SELECT f.town FROM offerSite s JOIN facility f ON f.id = s.facilityId
                    WHERE s.offerId = o.id ORDER BY s.position LIMIT 1)
            FROM offer o
            JOIN provider p ON p.id = o.providerId
            WHERE \(condition)
            ORDER BY o.title, o.id
            \(limit)
            """
        ) { row in
            OfferListItem(
                id: try row.get(0), title: try row.get(1), providerID: try row.get(2), providerName: try row.get(3),
                town: try row.optional(9) ?? "", status: OfferStatus(rawValue: try row.get(4)) ?? .draft,
                checkedOn: try row.optional(5), updatedAt: try row.get(6), version: try row.get(7),
                isInvented: try row.get(8))
        }
    }

    /// How many offers have each finding; ended offers do not count.
    ///
    /// - Parameter reach: only what an account with limited roles may see; `nil` = everything.
    package func findingCounts(on today: Day, within reach: OfferReach? = nil) async throws -> [QualityFinding: Int] {
        let within = reach.map(Self.condition) ?? "1 = 1"
        return try await database.read { r in
            var counts: [QualityFinding: Int] = [:]
            for finding in QualityFinding.allCases {
                counts[finding] = try r.value(
                    """
                    SELECT count(*) FROM offer o
                    WHERE o.status <> 'ended' AND \(Self.condition(finding, today)) AND \(within)
                    """)
            }
            return counts
        }
    }

    /// How many offers are in each state of freshness; ended offers do not count.
    package func freshnessCounts(
        on today: Day, within reach: OfferReach? = nil
    ) async throws -> [Freshness: Int] {
        let within = reach.map(Self.condition) ?? "1 = 1"
        return try await database.read { r in
            var counts: [Freshness: Int] = [:]
            try r.each(
                """
                SELECT o.checkedOn, count(*) FROM offer o
                WHERE o.status <> 'ended' AND \(within)
                GROUP BY o.checkedOn
                """
            ) { row in
                counts[Freshness(checkedOn: try row.optional(0), today: today), default: 0] += try row.get(
                    1, as: Int.self)
            }
            return counts
        }
    }

    private static func condition(_ filter: OfferFilter, _ today: Day) -> SQL {
        var parts: [SQL] = ["1 = 1"]
        if !filter.title.isEmpty { parts.append("lower(o.title) LIKE \(pattern(filter.title)) ESCAPE '!'") }
        if !filter.statuses.isEmpty { parts.append("o.status IN \(list: filter.statuses.map(\.rawValue).sorted())") }
        if let finding = filter.finding { parts.append("o.status <> 'ended' AND \(condition(finding, today))") }
        if let freshness = filter.freshness { parts.append("o.status <> 'ended' AND \(condition(freshness, today))") }
        if let provider = filter.providerID { parts.append("o.providerId = \(provider)") }
        if !filter.providerName.isEmpty {
            let like: SQL = "lower(name) LIKE \(pattern(filter.providerName)) ESCAPE '!'"
            parts.append("o.providerId IN (SELECT id FROM provider WHERE \(like))")
        }
        if let field = filter.field { parts.append("o.fields LIKE \("%\(field.rawValue)%")") }
        if let isInvented = filter.isInvented { parts.append("o.isInvented = \(isInvented)") }
        if let reach = filter.reach { parts.append(condition(reach)) }
        return parts.joined(" AND ")
    }

    static func condition(_ reach: OfferReach) -> SQL {
        let scopes = reach.scopes.map { scope -> SQL in
            var parts: [SQL] = ["1 = 1"]
            if let provider = scope.providerID { parts.append("o.providerId = \(provider)") }
            if let areas = scope.areaIDs?.sorted() {
                parts.append(
                    """
                    (EXISTS (SELECT 1 FROM offerArea a WHERE a.offerId = o.id AND a.areaId IN \(list: areas))
                    OR EXISTS (SELECT 1 FROM offerSite s JOIN facility f ON f.id = s.facilityId
                        WHERE s.offerId = o.id AND f.areaId IN \(list: areas)))
                    """)
            }
            return "(\(parts.joined(" AND ")))"
        }
        return scopes.isEmpty ? "1 = 0" : "(\(scopes.joined(" OR ")))"
    }

    private static func pattern(_ text: String) -> String {
        var result = "%"
        for character in text.lowercased().prefix(200) where character != "\0" {
            if "%_!".contains(character) { result.append("!") }
            result.append(character)
        }
        return result + "%"
    }

    private static func condition(_ finding: QualityFinding, _ today: Day) -> SQL {
        switch finding {
        case .noSummary: "o.summary = ''"
        case .noAge: "o.ageFrom IS NULL"
        case .noField: "o.fields = ''"
        case .noPlace:
            """
            NOT EXISTS (SELECT 1 FROM offerSite s WHERE s.offerId = o.id)
            AND NOT EXISTS (SELECT 1 FROM offerArea a WHERE a.offerId = o.id)
            """
        case .noTimes: "NOT EXISTS (SELECT 1 FROM offerSchedule s WHERE s.offerId = o.id)"
        case .noCost: "o.costKind = 'unknown'"
        case .noRegistration: "o.registration = 'unknown'"
        case .noContact: "NOT EXISTS (SELECT 1 FROM offerContact c WHERE c.offerId = o.id AND c.consent LIKE '%web%')"
        case .isOver: "o.status = 'active' AND o.visibleTo < \(today)"
        }
    }

    private static func condition(_ freshness: Freshness, _ today: Day) -> SQL {
        // Same borders as Freshness: n months are over the day after the same day of the month.
        let (six, twelve, eighteen) = (today.monthsBefore(6), today.monthsBefore(12), today.monthsBefore(18))
        return switch freshness {
        case .unconfirmed: "o.checkedOn IS NULL"
        case .fresh: "o.checkedOn >= \(six)"
        case .ageing: "o.checkedOn < \(six) AND o.checkedOn >= \(twelve)"
        case .stale: "o.checkedOn < \(twelve) AND o.checkedOn >= \(eighteen)"
        case .expired: "o.checkedOn < \(eighteen)"
        }
    }
}

extension Day {
    /// The first day from which no more than `count` months have passed until this one.
    func monthsBefore(_ count: Int) -> Day {
        let months = year * 12 + month - 1 - count
        let (year, month) = (months / 12, months % 12 + 1)
        if let same = Day(year: year, month: month, day: day) { return same }
        return Day(year: (months + 1) / 12, month: (months + 1) % 12 + 1, day: 1) ?? self
    }
}
