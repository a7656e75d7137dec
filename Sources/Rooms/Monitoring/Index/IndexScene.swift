import Areas
import Indicators
import Prevention
import Statistics

/// Indexansicht: everything that the result page and its files show.
struct IndexScene: Sendable {
    let definition: IndexDefinition
    let series: [String: PublishedSeries]
    /// Levels on which at least three areas have values, from above.
    let levels: [AreaLevel]
    let level: AreaLevel?
    /// Periods to choose from, newest first.
    let periods: [Period]
    let upTo: Period?
    /// `nil` if there are no areas with values.
    let evaluation: IndexEvaluation?
    let bands: [RankBand?]
    let leftOut: [CompositeIndex.LeftOut]
    let sensitivity: [IndexVariation.Sensitivity]

    /// Fewest areas that are put in an order.
    static let fewest = 3

    init(
        _ definition: IndexDefinition, _ series: [String: PublishedSeries], _ tree: AreaTree, level: AreaLevel?,
        upTo: Period?
    ) async {
        self.definition = definition
        self.series = series
        self.upTo = upTo
        periods = Array(Set(series.values.flatMap(\.periods)).sorted().reversed())
        var known: Set<ID<Area>> = []
        for one in series.values { known.formUnion(one.areas) }
        let areas = Dictionary(grouping: tree.areas.filter { known.contains($0.id) }, by: \.level)
        let levels = areas.filter { $0.value.count >= Self.fewest }.keys.sorted()
        self.levels = levels
        let fullest = levels.max { (areas[$0]?.count ?? 0) < (areas[$1]?.count ?? 0) }
        self.level = level.flatMap { levels.contains($0) ? $0 : nil } ?? fullest
        let chosen = self.level.flatMap { areas[$0] } ?? []
        let evaluation = try? IndexEvaluation(definition, series, areas: chosen, upTo: upTo)
        self.evaluation = evaluation
        bands = await evaluation?.bands() ?? []
        leftOut = evaluation?.leavingOutEach() ?? []
        sensitivity = evaluation?.sensitivity() ?? []
    }

    /// Areas with their place, the most favourable first; those without a score at the end.
    var order: [Int] {
        guard let evaluation else { return [] }
        return evaluation.areas.indices.sorted { one, other in
            let left = (bands[one]?.median ?? .max, evaluation.result.ranks[one] ?? .max)
            let right = (bands[other]?.median ?? .max, evaluation.result.ranks[other] ?? .max)
            return (left.0, left.1, one) < (right.0, right.1, other)
        }
    }

    var isInvented: Bool { series.values.contains { $0.indicator.isInvented } }

    /// Each source once, in the order of the indicators.
    var sources: [String] {
        var sources: [String] = []
        for part in definition.parts {
            let source = series[part.indicator]?.indicator.source ?? ""
            if !source.isEmpty, !sources.contains(source) { sources.append(source) }
        }
        return sources
    }

    func name(ofIndicator key: String) -> String { series[key]?.indicator.name ?? key }

    /// How many of an area's values are hidden, and how many nobody has.
    func missing(_ place: Int) -> (hidden: Int, unknown: Int) {
        let states = definition.parts.map { evaluation?.values[$0.indicator]?[place].state ?? .notAvailable }
        return (states.count { $0 == .suppressed }, states.count { $0 == .notAvailable })
    }
}

/// Gewichtsvergleich: in which sub-index an indicator counts most on average and in which least.
struct WeightRatio: Sendable {
    let most: String
    let least: String
    /// How many times as much.
    let times: Double

    /// `nil` if all count the same, or nothing can be weighed.
    init?(_ definition: IndexDefinition) {
        guard let weights = try? definition.design.effectiveWeights() else { return nil }
        let each = definition.groups.enumerated().compactMap { number, group -> (String, Double)? in
            let weight = weights[IndexDefinition.id(ofGroup: number)] ?? 0
            return weight > 0 && !group.parts.isEmpty ? (group.name, weight / Double(group.parts.count)) : nil
        }
        guard let most = each.max(by: { $0.1 < $1.1 }), let least = each.min(by: { $0.1 < $1.1 }),
            most.1 / least.1 >= 1.05
        else { return nil }
        (self.most, self.least, times) = (most.0, least.0, most.1 / least.1)
    }
}
