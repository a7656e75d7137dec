import Areas
import Indicators
import Prevention
import Statistics

/// Wahl des Bedarfs: an index, or one of its sub-indices, in place of the indicators of each cell.
struct GapNeedChoice: Hashable, Sendable {
    let index: ID<IndexDefinition>
    /// Place of the sub-index, from 0; `nil` for the whole.
    let group: Int?

    init(_ index: ID<IndexDefinition>, group: Int? = nil) {
        self.index = index
        self.group = group
    }

    /// As an address writes it: the key, and after a point the number of the sub-index from 1.
    var text: String { group.map { "\(index.text).\($0 + 1)" } ?? index.text }

    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard let index = parts.first.flatMap({ ID<IndexDefinition>($0) }) else { return nil }
        if parts.count > 1 {
            guard let number = Int(parts[1]), (1...1_000).contains(number) else { return nil }
            self.init(index, group: number - 1)
        } else {
            self.init(index)
        }
    }
}

/// Bedarf nach einem Index: scores of the compared parts, turned round and spread from 0 to 1.
struct GapIndexNeed: Sendable {
    let choice: GapNeedChoice
    let evaluation: IndexEvaluation
    let series: [String: PublishedSeries]
    /// 0…1 by part; `nil` where the index has no score.
    let values: [Double?]
    /// Parts without a score in which some value is kept back.
    let isSuppressed: [Bool]

    /// `nil` if the index has no such sub-index, or nothing can be computed.
    init?(
        _ choice: GapNeedChoice, _ definition: IndexDefinition, _ series: [String: PublishedSeries], _ frame: GapFrame
    ) {
        if let group = choice.group, !definition.groups.indices.contains(group) { return nil }
        let published = series.mapValues { Self.upToToday($0, frame.today) }
        guard let evaluation = try? IndexEvaluation(definition, series, areas: frame.parts, upTo: published.latest)
        else { return nil }
        self.choice = choice
        self.evaluation = evaluation
        self.series = series
        let need = evaluation.need(of: choice.node)
        values = frame.parts.map { need[$0.id] }
        let keys = choice.group.map { definition.groups[$0].parts } ?? definition.parts
        isSuppressed = frame.parts.indices.map { part in
            need[frame.parts[part].id] == nil
                && keys.contains { evaluation.values[$0.indicator]?[part].state == .suppressed }
        }
    }

    private static func upToToday(_ series: PublishedSeries, _ today: Day) -> Period? {
        series.periods.last { $0.firstDay <= today }
    }

    var definition: IndexDefinition { evaluation.definition }
    /// The sub-indices that take part, with their place in the definition.
    var groups: [(number: Int, group: IndexDefinition.Group)] {
        definition.groups.enumerated().filter { choice.group == nil || choice.group == $0.offset }
            .map { ($0.offset, $0.element) }
    }

    /// Of the indicators that take part, those with values.
    var periods: [Period] { groups.flatMap(\.group.parts).compactMap { evaluation.periods[$0.indicator] } }
    var isInvented: Bool { series.values.contains { $0.indicator.isInvented } }

    /// Name of the whole, or of the sub-index with the whole.
    var name: String { choice.group.map { "\(definition.name): \(definition.groups[$0].name)" } ?? definition.name }

    /// Each source once, in the order of the indicators.
    var sources: [String] {
        var all: [String] = []
        for part in groups.flatMap(\.group.parts) {
            let source = series[part.indicator]?.indicator.source ?? ""
            if !source.isEmpty, !all.contains(source) { all.append(source) }
        }
        return all
    }

    /// Share of an indicator or sub-index in what was chosen, 0…1.
    func share(of id: String) -> Double? {
        guard let weights = try? definition.design.effectiveWeights() else { return nil }
        let whole = choice.group == nil ? 1 : weights[choice.node] ?? 0
        return whole > 0 ? weights[id].map { $0 / whole } : nil
    }
}

extension GapNeedChoice {
    /// Id in the design.
    var node: String { group.map { IndexDefinition.id(ofGroup: $0) } ?? IndexDefinition.whole }
}

extension [String: Period?] {
    /// The newest of all.
    fileprivate var latest: Period? { values.compactMap { $0 }.max() }
}
