package import Prevention

/// Ähnlich im Vorgehen: municipalities that may differ in every figure and yet have the same conditions.
///
/// A hint beside the similarity of figures: the source documents say that towns and Kreise learn across types.
package struct ProcessSimilarity: Hashable, Sendable {
    /// Another municipality with what both have.
    package struct Kin: Hashable, Sendable {
        package let area: ID<Area>
        /// In the order of their keys.
        package let shared: [ID<Condition>]
    }

    /// Most shared conditions first, then by key; never the municipality itself.
    package let kin: [Kin]

    /// Fewest shared conditions that are worth a hint.
    package static let fewest = 3

    /// - Parameter met: per municipality the conditions that are met there, from its profile and its context checks.
    package init(of area: ID<Area>, _ met: [ID<Area>: Set<ID<Condition>>]) {
        let own = met[area] ?? []
        kin = met.compactMap { other, conditions in
            let shared = own.intersection(conditions)
            guard other != area, shared.count >= Self.fewest else { return nil }
            return Kin(area: other, shared: shared.sorted())
        }.sorted { ($1.shared.count, $0.area) < ($0.shared.count, $1.area) }
    }
}
