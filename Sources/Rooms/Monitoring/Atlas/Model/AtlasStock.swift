import Indicators
import Prevention
import Synchronization

/// Vorrat des Atlas: columns and scales that have been made, so that a change of year costs a look-up.
///
/// An entry holds its series, so it is right as long as that very series is asked for; a new publication makes a new one.
final class AtlasStock: Sendable {
    private struct ColumnKey: Hashable {
        let series: ObjectIdentifier
        let layer: String
        let scope: AreaScope
        let period: Period
        let shown: AtlasQuery.Shown
    }

    private struct ScaleKey: Hashable {
        let series: ObjectIdentifier
        let layer: String
        let scope: AreaScope
        /// `nil` for all periods together.
        let period: Period?
        let comparison: ID<Area>?
        let query: AtlasQuery
    }

    private struct Kept {
        var columns: [ColumnKey: (series: PublishedSeries, column: ValueColumn)] = [:]
        var scales: [ScaleKey: (series: PublishedSeries, scale: AtlasScale?)] = [:]
        var coverages: [ObjectIdentifier: (series: PublishedSeries, revision: Int, coverage: AreaCoverage)] = [:]
        var cells = 0
    }

    /// Most values kept: 9 bytes each.
    private static let most = 3_000_000
    private let kept = Mutex(Kept())

    func column(
        _ series: PublishedSeries, _ period: Period, _ layer: AreaLayer, _ shown: AtlasQuery.Shown
    ) -> ValueColumn {
        let key = ColumnKey(
            series: series.identity, layer: layer.mark, scope: layer.scope, period: period, shown: shown)
        if let known = kept.withLock({ $0.columns[key] }) { return known.column }
        let column = ValueColumn(series, period, layer.areas, shown)
        kept.withLock { kept in
            if kept.cells + column.values.count > Self.most { kept = Kept() }
            if kept.columns.updateValue((series, column), forKey: key) == nil { kept.cells += column.values.count }
        }
        return column
    }

    /// The scale of a question; `make` gets the values that it is for.
    func scale(
        _ series: PublishedSeries, _ period: Period, _ layer: AreaLayer, _ query: AtlasQuery, comparison: Area?
    ) -> AtlasScale? {
        var asked = AtlasQuery()
        (asked.shown, asked.breaks, asked.classes, asked.bounds) = (
            query.shown, query.breaks, query.classes, query.breaks == .own ? query.bounds : []
        )
        let key = ScaleKey(
            series: series.identity, layer: layer.mark, scope: layer.scope,
            period: query.isEachPeriodApart ? period : nil, comparison: comparison?.id, query: asked)
        if let known = kept.withLock({ $0.scales[key] }) { return known.scale }
        let periods = query.isEachPeriodApart ? [period] : series.periods
        let values = periods.flatMap { period -> [Double] in
            let column = column(series, period, layer, query.shown)
            guard let comparison else { return column.known }
            let whole = series[comparison.id, period].number(query.shown, series.indicator.measure)
            return whole.map { column.minus($0).known } ?? []
        }
        let scale = comparison == nil ? AtlasScale(values, query) : AtlasScale(differences: values)
        kept.withLock { $0.scales[key] = (series, scale) }
        return scale
    }

    func coverage(_ series: PublishedSeries, revision: Int, make: () -> AreaCoverage) -> AreaCoverage {
        if let known = kept.withLock({ $0.coverages[series.identity] }), known.revision == revision {
            return known.coverage
        }
        let coverage = make()
        kept.withLock { $0.coverages[series.identity] = (series, revision, coverage) }
        return coverage
    }
}
