package import Prevention
import Storage

/// Überblick over one indicator: how many values are stored and when it was last published. Counts, never a value.
package struct IndicatorOverview: Hashable, Sendable {
    package let indicator: Indicator
    /// Present values, published or not.
    package let values: Int
    /// Of the newest publication that is not withdrawn.
    package let publishedAt: Instant?
}

/// Lieferung: one import of values.
package struct Delivery: Hashable, Sendable {
    package let at: Instant
    package let origin: String
    package let fileName: String
    package let count: DeliveryCount
}

extension IndicatorStore {
    /// All indicators with what there is of them, by kind and name.
    package func overview() async throws -> [IndicatorOverview] {
        try await database.read { r in
            var counts: [String: Int] = [:]
            try r.each("SELECT indicatorId, count(*) FROM indicatorValue WHERE isCurrent = 1 GROUP BY indicatorId") {
                counts[try $0.get(0)] = try $0.get(1)
            }
            var published: [String: Instant] = [:]
            try r.each(
                """
                SELECT i.indicatorId, max(p.at)
                FROM publicationIndicator i
                JOIN publication p ON p.id = i.publicationId
                WHERE p.withdrawnAt IS NULL
                GROUP BY i.indicatorId
                """
            ) { published[try $0.get(0)] = try $0.get(1) }
            return try IndicatorRows.read(r).map {
                IndicatorOverview(
                    indicator: $0, values: counts[$0.id.text] ?? 0, publishedAt: published[$0.id.text])
            }
        }
    }

    /// The last imports, newest first.
    package func deliveries(limit: Int = 20) async throws -> [Delivery] {
        try await database.read { r in
            try r.rows(
                """
                SELECT at, origin, fileName, created, corrected, unchanged
                FROM valueImport
                ORDER BY at DESC, id
                LIMIT \(limit)
                """
            ) { row in
                Delivery(
                    at: try row.get(0), origin: try row.get(1), fileName: try row.get(2),
                    count: DeliveryCount(
                        created: try row.get(3), corrected: try row.get(4), unchanged: try row.get(5)))
            }
        }
    }
}
