package import Prevention
package import Statistics

/// Indexberechnung: an index computed from published values only.
package struct IndexEvaluation: Sendable {
    package let definition: IndexDefinition
    /// In the order of all lists.
    package let areas: [Area]
    /// Which period was taken, by key of the indicator; missing where nothing is published.
    package let periods: [String: Period]
    /// The published values by key of the indicator; "not available" throughout where nothing is published.
    package let values: [String: [PublishedValue]]
    package let result: IndexResult
    private let index: CompositeIndex

    /// - Parameters:
    ///   - series: published series by key, as the audience may see them.
    ///   - areas: areas of one level.
    ///   - latest: of each indicator the newest period up to this one is taken; `nil` takes the newest of all.
    /// - Throws: `IndexFaults` for a definition without indicators or weights, or for no area at all.
    package init(
        _ definition: IndexDefinition, _ series: [String: PublishedSeries], areas: [Area], upTo latest: Period? = nil
    ) throws(IndexFaults) {
        self.definition = definition
        self.areas = areas
        var periods: [String: Period] = [:]
        var values: [String: [PublishedValue]] = [:]
        var columns: [String: IndexData.Column] = [:]
        for part in definition.parts {
            let key = part.indicator
            let found = series[key].flatMap { Self.newest($0, areas, upTo: latest) }
            periods[key] = found?.period
            let column = found?.values ?? areas.map { _ in PublishedValue.notAvailable }
            values[key] = column
            columns[key] = IndexData.Column(
                column.map(\.value),
                standardErrors: column.map { value in
                    series[key].map { Self.standardError(value, $0.indicator.measure) } ?? 0
                })
        }
        self.periods = periods
        self.values = values
        index = try CompositeIndex(definition.design, IndexData(units: areas.map(\.key.text), columns: columns))
        result = index.result()
    }

    private static func newest(
        _ series: PublishedSeries, _ areas: [Area], upTo latest: Period?
    ) -> (period: Period, values: [PublishedValue])? {
        for period in series.periods.reversed() where latest.map({ period <= $0 }) ?? true {
            let values = areas.map { series[$0.id, period] }
            if values.contains(where: { $0.state != .notAvailable }) { return (period, values) }
        }
        return nil
    }

    /// How far a value may be off by chance because few children stand behind it; 0 where nothing was counted.
    package static func standardError(_ value: PublishedValue, _ measure: Indicator.Measure) -> Double {
        guard let events = value.events, events >= 0 else { return 0 }
        switch measure {
        case .count: return max(events, 1).squareRoot()
        case .share(let per):
            guard let base = value.base, base > 0, events <= base else { return 0 }
            let share = (events + 1) / (base + 2)
            return per * (share * (1 - share) / (base + 2)).squareRoot()
        case .ratio(let per):
            guard let base = value.base, base > 0 else { return 0 }
            return per * max(events, 1).squareRoot() / base
        case .score, .yesNo: return 0
        }
    }

    /// Platzspannen of all areas: the ranking again and again with other assumptions.
    package func bands(replicates: Int = 1_000, seed: UInt64 = 1) async -> [RankBand?] {
        await variation.bands(replicates: replicates, seed: seed, tasks: 2)
    }

    /// On which assumption the places depend most.
    package func sensitivity() -> [IndexVariation.Sensitivity] { variation.sensitivity(base: 64) }

    /// How far places move without one of the sub-indices or indicators.
    package func leavingOutEach() -> [CompositeIndex.LeftOut] {
        let groups = definition.groups.indices.map { IndexDefinition.id(ofGroup: $0) }
        return index.leavingOutEach(of: (groups.count > 1 ? groups : []) + definition.parts.map(\.indicator))
    }

    private var variation: IndexVariation { IndexVariation(index, IndexAssumptions(around: definition.design)) }

    /// Scores of the whole or of another node by area; `nil` where there is none.
    package func scores(of node: String = IndexDefinition.whole) -> [Double?] {
        result.scores[node] ?? areas.map { _ in nil }
    }

    /// Bedarf by area, 0 to 1, for the chain: what is missing to the most favourable score.
    ///
    /// The scale's ends are those of the index where it has any (0 to 100), otherwise the best and worst area. Areas without
    /// a score have no need either: it is unknown.
    /// - Parameter node: the whole, or a sub-index (`IndexDefinition.id(ofGroup:)`).
    package func need(of node: String = IndexDefinition.whole) -> [ID<Area>: Double] {
        guard let ends = ends(of: node), ends.upperBound > ends.lowerBound else { return [:] }
        let span = ends.upperBound - ends.lowerBound
        var need: [ID<Area>: Double] = [:]
        for (area, score) in zip(areas, scores(of: node)) {
            if let score { need[area.id] = min(max((ends.upperBound - score) / span, 0), 1) }
        }
        return need
    }

    /// Scores with the need 1 and 0: the ends of the scale, or the worst and best area where it has none; `nil` without
    /// any score.
    package func ends(of node: String = IndexDefinition.whole) -> ClosedRange<Double>? {
        let known = scores(of: node).compactMap(\.self)
        guard let low = known.min(), let high = known.max() else { return nil }
        return definition.hasOpenScale
            ? low...high : definition.design.scale(definition.normalisation, definition.aggregation).bounds
    }
}
