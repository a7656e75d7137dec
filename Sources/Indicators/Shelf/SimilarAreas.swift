package import Areas
package import Prevention
package import Similarity

/// Ähnliche Gebiete: those of the same level whose circumstances are nearest by Gower distance; a hint, never a filter
/// and never a ranking.
package struct SimilarAreas: Sendable {
    /// A similar area with what it differs in.
    package struct Match: Sendable {
        package let area: Area
        /// Gower distance, 0 (like twins) … 1.
        package let distance: Double
        package let closeness: Neighbour.Closeness
        /// The indicators that differ most, at most three, those that add most to the distance first.
        package let differing: [Indicator]
        /// The indicators of which nothing is known there; they are left out of the comparison.
        package let missing: [Indicator]
    }

    /// Nearest first, of equally near ones by key; at most five.
    package let matches: [Match]
    /// What they were compared by: what is known of the area itself and differs between areas.
    package let indicators: [Indicator]

    package static let most = 5

    package var areas: [Area] { matches.map(\.area) }

    /// Whether the comparison uses an indicator: rates of circumstances. Indices and means are left out, for they may be
    /// made of the same numbers.
    package static func uses(_ indicator: Indicator) -> Bool {
        guard indicator.kind == .context else { return false }
        switch indicator.measure {
        case .share, .ratio: return true
        case .count, .score, .yesNo: return false
        }
    }

    /// Every indicator weighs the same and counts in proportion to its range over all areas of the level. Areas that know
    /// less than half of what is known of `area` are left out.
    package init(to area: Area, _ series: [PublishedSeries], _ tree: AreaTree) {
        let level = Self.level(area)
        let peers = tree.areas.filter { Self.level($0) == level }.sorted { $0.key < $1.key }
        let own = peers.firstIndex { $0.id == area.id }
        let circumstances = own.map { Self.circumstances(series, of: $0, among: peers) } ?? []
        let indicators = circumstances.map(\.indicator)
        self.indicators = indicators
        matches = Self.nearest(own, circumstances.map(\.values), indicators, peers.count).map { found in
            Match(
                area: peers[found.row], distance: found.distance, closeness: found.closeness,
                differing: found.differences.map { indicators[$0.variable] },
                missing: found.missing.map { indicators[$0] })
        }
    }

    /// Nobody where there is nothing to compare by.
    private static func nearest(
        _ own: Int?, _ columns: [[Double?]], _ indicators: [Indicator], _ count: Int
    ) -> [Neighbour] {
        guard let own, !columns.isEmpty else { return [] }
        let rows = (0..<count).map { row in columns.map { $0[row] } }
        let table = try? SimilarityTable(indicators.map { SimilarityVariable($0.key) }, rows: rows)
        return (try? table?.nearest(to: own, most: most)) ?? []
    }

    /// The newest values of the peers, by indicator; only what is known of the area itself and not the same everywhere.
    private static func circumstances(
        _ series: [PublishedSeries], of own: Int, among peers: [Area]
    ) -> [(indicator: Indicator, values: [Double?])] {
        series.filter { uses($0.indicator) }.compactMap { series in
            guard let period = series.periods.last else { return nil }
            let values = peers.map { series[$0.id, period].value }
            let known = values.compactMap { $0 }
            guard values[own] != nil, let low = known.min(), let high = known.max(),
                high - low > 1e-9 * max(abs(low), abs(high))
            else { return nil }
            return (series.indicator, values)
        }
    }

    /// A kreisfreie Stadt is compared with towns.
    private static func level(_ area: Area) -> Int {
        switch area.level {
        case .land, .kreis: 0
        case .city, .municipality: 1
        case .borough: 2
        case .district: 3
        }
    }
}
