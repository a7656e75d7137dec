import Areas
import Design
import Indicators
import Prevention

/// Was eine Karte zeigt: series, areas, period, values, classes and what they are compared with.
struct AtlasScene: Sendable {
    let series: PublishedSeries
    let tree: AreaTree
    let coverage: AreaCoverage
    let layer: AreaLayer
    /// With region, level and period as they are shown.
    let query: AtlasQuery
    let period: Period
    let column: ValueColumn
    /// `nil` if nothing is known.
    let scale: AtlasScale?
    let comparison: Area?
    /// The number of the area compared with.
    let whole: Double?

    var indicator: Indicator { series.indicator }

    /// One step for each area of the layer.
    var steps: [Int] {
        guard let scale else { return column.states.map { $0 == .suppressed ? ClassMap.keptBack : ClassMap.unknown } }
        return scale.steps(of: shownColumn)
    }

    /// What is coloured: the values, or their differences.
    var shownColumn: ValueColumn {
        guard comparison != nil else { return column }
        guard let whole else {
            return ValueColumn(
                values: column.values.map { _ in .nan },
                states: column.states.map { $0 == .suppressed ? .suppressed : .notAvailable })
        }
        return column.minus(whole)
    }

    /// Areas with which one may compare: the region and what lies above it, as far as something is published.
    var comparisons: [Area] {
        ([layer.root] + tree.ancestors(of: layer.root.id)).filter {
            series[$0.id, period].number(query.shown, indicator.measure) != nil
        }
    }

    /// Ways in which the numbers can be shown.
    var ways: [AtlasQuery.Shown] {
        let counts = layer.areas.contains { series[$0.id, period].rate(per: 1) != nil }
        guard counts else { return [.published] }
        return indicator.measure == .count ? [.published, .perBase, .smoothed] : [.published, .smoothed]
    }

    /// The areas with the least and the greatest value.
    var extremes: (least: (name: String, value: Double), most: (name: String, value: Double))? {
        let known = zip(layer.names, column.values).filter { $0.1.isFinite }
        guard let least = known.min(by: { $0.1 < $1.1 }), let most = known.max(by: { $0.1 < $1.1 }) else { return nil }
        return ((least.0, least.1), (most.0, most.1))
    }

    /// The same map with something changed.
    func asking(_ change: (inout AtlasQuery) -> Void) -> AtlasQuery {
        var query = query
        query.page = 1
        change(&query)
        return query
    }
}

/// What is shown instead of a map.
enum AtlasView: Sendable {
    case map(AtlasScene)
    /// Milestones are no numbers; and a series may know fewer than two areas.
    case nothing(PublishedSeries)
}

extension MonitoringRoom {
    /// The map that is asked for, with what was not asked filled in.
    func atlasView(_ series: PublishedSeries, _ asked: AtlasQuery) async throws -> AtlasView {
        let snapshot = try await directory.current()
        let tree = snapshot.tree
        let coverage = atlasStock.coverage(series, revision: snapshot.revision) {
            AreaCoverage(series.areas, tree)
        }
        guard series.indicator.measure.isMapped, let latest = series.periods.last,
            let scope = Self.scope(asked, coverage, tree), let layer = try await layers.layer(scope)
        else { return .nothing(series) }
        let period = asked.period.flatMap { series.periods.contains($0) ? $0 : nil } ?? latest
        var query = asked
        query.root = layer.root.key
        query.floor = scope.floor
        query.period = period
        let comparison = query.comparison.flatMap { tree.area(key: $0) }
        query.comparison = comparison?.key
        return .map(
            AtlasScene(
                series: series, tree: tree, coverage: coverage, layer: layer, query: query, period: period,
                column: atlasStock.column(series, period, layer, query.shown),
                scale: atlasStock.scale(series, period, layer, query, comparison: comparison), comparison: comparison,
                whole: comparison.flatMap { series[$0.id, period].number(query.shown, series.indicator.measure) }))
    }

    /// The region and level that are asked for, or the nearest ones of which something is known.
    private static func scope(_ asked: AtlasQuery, _ coverage: AreaCoverage, _ tree: AreaTree) -> AreaScope? {
        guard let root = asked.root.flatMap({ tree.area(key: $0) }),
            let floors = coverage.regions.first(where: { $0.root.id == root.id })?.floors
        else { return coverage.best }
        if let floor = asked.floor, floors.contains(floor) { return AreaScope(root: root.id, floor: floor) }
        if let best = coverage.best, best.root == root.id { return best }
        return floors.last.map { AreaScope(root: root.id, floor: $0) }
    }
}
