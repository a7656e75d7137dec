import Areas
import Indicators
import Prevention
import Statistics
import Web

/// Indexansicht: everything that the result page and its files show.
struct IndexScene: Sendable {
    let definition: IndexDefinition
    let series: [String: PublishedSeries]
    let coverage: AreaCoverage
    /// The areas as they are drawn; `nil` if nothing is published for two areas side by side.
    let layer: AreaLayer?
    let tree: AreaTree
    /// Periods to choose from, newest first.
    let periods: [Period]
    let upTo: Period?
    /// `nil` if there are no areas with values.
    let evaluation: IndexEvaluation?
    let bands: [RankBand?]
    let leftOut: [CompositeIndex.LeftOut]
    let sensitivity: [IndexVariation.Sensitivity]
    /// The newest edition as an indicator; `nil` if it never became one.
    let edition: IndexEdition?

    init(
        _ definition: IndexDefinition, _ series: [String: PublishedSeries], _ coverage: AreaCoverage,
        _ layer: AreaLayer?, _ tree: AreaTree, upTo: Period?, edition: IndexEdition?, _ shelf: IndexFindingsShelf
    ) async {
        self.definition = definition
        self.series = series
        self.coverage = coverage
        self.layer = layer
        self.tree = tree
        self.upTo = upTo
        periods = Array(Set(series.values.flatMap(\.periods)).sorted().reversed())
        self.edition = edition
        var findings: IndexFindings?
        if let layer { findings = await shelf.findings(definition, series, areas: layer.areas, upTo: upTo) }
        evaluation = findings?.evaluation
        bands = findings?.bands ?? []
        leftOut = findings?.leftOut ?? []
        sensitivity = findings?.sensitivity ?? []
    }

    /// The areas to show: those asked for in the address, otherwise those of which most is known.
    static func scope(_ query: Fields, _ coverage: AreaCoverage, _ tree: AreaTree) -> AreaScope? {
        let asked = query.text("gebiet").flatMap(AreaSlug.key).flatMap { tree.area(key: $0) }
        guard let asked, let region = coverage.regions.first(where: { $0.root.id == asked.id }) else {
            return coverage.best
        }
        let floor = query.text("ebene").flatMap(AreaFloor.init(rawValue:)).flatMap { floor in
            region.floors.contains(floor) ? floor : nil
        }
        if floor == nil, coverage.best?.root == asked.id { return coverage.best }
        return (floor ?? region.floors.last).map { AreaScope(root: asked.id, floor: $0) }
    }

    /// The address's fields that lead to these areas and this time.
    var query: [(String, String)] {
        [
            ("gebiet", layer.map { AreaSlug.text($0.root.key) } ?? ""), ("ebene", layer?.scope.floor.rawValue ?? ""),
            ("stand", upTo?.description ?? ""),
        ]
    }

    /// In which half an area lies, as far as that can be said.
    enum Half: Int, CaseIterable { case favourable, unsure, other }

    /// `nil` for areas without a score.
    func half(_ place: Int) -> Half? {
        guard let band = bands[place] else { return nil }
        let count = bands.count { $0 != nil }
        return band.upper * 2 <= count ? .favourable : band.lower * 2 > count + 1 ? .other : .unsure
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

    /// The area's name; districts with their town where several towns stand side by side.
    func title(_ place: Int) -> String { layer?.names[place] ?? "" }

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
