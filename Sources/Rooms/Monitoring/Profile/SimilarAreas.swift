import Areas
import Indicators
import Prevention
import Statistics

/// Ähnliche Gebiete: those of the same level whose circumstances are nearest, by standardised context indicators.
struct SimilarAreas: Sendable {
    /// Nearest first, at most five.
    let areas: [Area]
    /// What they were compared by.
    let indicators: [Indicator]

    static let most = 5

    /// Each indicator is standardised over all areas of the level (mean 0, deviation 1); the distance of two areas is
    /// the root of the mean square over what both know. Areas that know less than half of it are left out.
    init(to area: Area, _ series: [PublishedSeries], _ tree: AreaTree) {
        let context = series.filter {
            $0.indicator.kind == .context && $0.indicator.measure != .count && $0.indicator.isCompared
        }
        let peers = tree.areas.filter { AreaFloor($0.level) == AreaFloor(area.level) }
        var profiles: [ID<Area>: [Int: Double]] = [:]
        for (column, series) in context.enumerated() {
            for (id, value) in Self.standardised(series, peers) { profiles[id, default: [:]][column] = value }
        }
        let own = profiles[area.id] ?? [:]
        indicators = own.keys.sorted().map { context[$0].indicator }
        let distances = peers.compactMap { peer -> (area: Area, distance: Double)? in
            guard peer.id != area.id, let other = profiles[peer.id] else { return nil }
            let shared = own.keys.filter { other[$0] != nil }.sorted()
            guard !shared.isEmpty, shared.count * 2 >= own.count else { return nil }
            let squares = shared.map { column in
                let difference = (own[column] ?? 0) - (other[column] ?? 0)
                return difference * difference
            }
            return (peer, (squares.compensatedSum() / Double(shared.count)).squareRoot())
        }
        areas = distances.sorted { ($0.distance, $0.area.key) < ($1.distance, $1.area.key) }.prefix(Self.most)
            .map(\.area)
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
