package import Areas
package import Prevention
import Statistics

/// Ähnliche Gebiete: those of the same level whose circumstances are nearest, by standardised context indicators.
package struct SimilarAreas: Sendable {
    /// A similar area with what it is most alike in.
    package struct Match: Sendable {
        package let area: Area
        /// Root of the mean square of the differences, in deviations of the level.
        package let distance: Double
        /// The nearest indicators, at most two, nearest first.
        package let closest: [Indicator]
    }

    /// Nearest first, at most five.
    package let matches: [Match]
    /// What they were compared by.
    package let indicators: [Indicator]

    package static let most = 5
    /// How far apart two areas may lie in an indicator to be called alike in it, in deviations.
    private static let alike = 0.5

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

    /// Each indicator is standardised over all areas of the level (mean 0, deviation 1); the distance of two areas is
    /// the root of the mean square over what both know. Areas that know less than half of it are left out.
    package init(to area: Area, _ series: [PublishedSeries], _ tree: AreaTree) {
        let context = series.filter { Self.uses($0.indicator) }
        let peers = tree.areas.filter { Self.level($0) == Self.level(area) }
        var profiles: [ID<Area>: [Int: Double]] = [:]
        for (column, series) in context.enumerated() {
            for (id, value) in Self.standardised(series, peers) { profiles[id, default: [:]][column] = value }
        }
        let own = profiles[area.id] ?? [:]
        indicators = own.keys.sorted().map { context[$0].indicator }
        let found = peers.compactMap { peer -> Match? in
            guard peer.id != area.id, let other = profiles[peer.id] else { return nil }
            let differences = own.keys.sorted().compactMap { column in
                other[column].map { (column, abs((own[column] ?? 0) - $0)) }
            }
            guard !differences.isEmpty, differences.count * 2 >= own.count else { return nil }
            let squares = differences.map { $0.1 * $0.1 }
            let closest = differences.filter { $0.1 <= Self.alike }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            return Match(
                area: peer, distance: (squares.compensatedSum() / Double(squares.count)).squareRoot(),
                closest: closest.prefix(2).map { context[$0.0].indicator })
        }
        matches = Array(found.sorted { ($0.distance, $0.area.key) < ($1.distance, $1.area.key) }.prefix(Self.most))
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

    /// The newest values of the areas; nothing where they do not vary or only one area knows any.
    private static func standardised(_ series: PublishedSeries, _ areas: [Area]) -> [(ID<Area>, Double)] {
        guard let period = series.periods.last else { return [] }
        let known = areas.compactMap { area in series[area.id, period].value.map { (area.id, $0) } }
        guard known.count > 1 else { return [] }
        let count = Double(known.count)
        let mean = known.map(\.1).compensatedSum() / count
        let deviation = (known.map { ($0.1 - mean) * ($0.1 - mean) }.compensatedSum() / count).squareRoot()
        guard deviation > 1e-9 * max(abs(mean), 1e-9) else { return [] }
        return known.map { ($0.0, ($0.1 - mean) / deviation) }
    }
}
