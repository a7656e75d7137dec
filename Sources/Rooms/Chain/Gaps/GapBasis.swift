import Areas
import Indicators
import Prevention

/// Grundlage der Lückentabelle: children, need and places of every cell, before the political weight.
struct GapBasis: Sendable {
    let frame: GapFrame
    let rule: GapRule
    /// What measures the need of every cell; `nil` for the indicators of each.
    let index: GapIndexNeed?
    /// By `number(_:_:)`.
    let groups: [GapGroup]
    /// Offers for families that are left out, by the reason.
    let left: Left

    struct Left: Sendable, Hashable {
        /// Meant for more than the shown area.
        var larger: [ChainOffer] = []
        var withoutAge: [ChainOffer] = []
        var withoutField: [ChainOffer] = []
    }

    static func number(_ stage: LifeStage, _ field: FieldOfAction) -> Int {
        let row = LifeStage.allCases.firstIndex(of: stage) ?? 0
        return row * FieldOfAction.allCases.count + (FieldOfAction.allCases.firstIndex(of: field) ?? 0)
    }

    func group(_ stage: LifeStage, _ field: FieldOfAction) -> GapGroup { groups[Self.number(stage, field)] }

    /// - Parameter index: measures the need of every cell, in place of the indicators of each.
    init(
        _ frame: GapFrame, offers: [ChainOffer], figures: [PublishedSeries], rule: GapRule,
        index: GapIndexNeed? = nil
    ) {
        self.frame = frame
        self.index = index
        self.rule = rule
        guard !frame.parts.isEmpty else {
            groups = LifeStage.allCases.flatMap { _ in FieldOfAction.allCases.map { _ in GapGroup.empty } }
            left = Left()
            return
        }
        let readings = GapReadings(figures, frame)
        var sorting = GapSorting(frame)
        for offer in offers where offer.isForFamilies { sorting.take(offer) }
        groups = LifeStage.allCases.enumerated().flatMap { row, stage in
            FieldOfAction.allCases.enumerated().map { column, field in
                let population = readings.population(stage, field)
                let people = population?.values ?? frame.parts.map { _ in nil }
                return GapGroup(
                    population: people,
                    isPopulationSuppressed: population?.isSuppressed ?? frame.parts.map { _ in false },
                    populationReading: population,
                    need: index.map { GapNeed($0) }
                        ?? GapNeed(readings.needs(stage, field), parts: frame.parts.count, rule: rule),
                    supply: GapSupply(
                        sorting.groups[row * FieldOfAction.allCases.count + column], stage: row, population: people))
            }
        }
        left = sorting.left
    }
}

/// Gruppe: one stage and field over all compared parts.
struct GapGroup: Sendable {
    let population: [Double?]
    let isPopulationSuppressed: [Bool]
    let populationReading: GapReading?
    let need: GapNeed
    let supply: GapSupply

    static let empty = GapGroup(
        population: [], isPopulationSuppressed: [], populationReading: nil,
        need: GapNeed([], parts: 0, rule: .standard), supply: GapSupply([], stage: 0, population: []))
}

/// The readings of all indicators that the chain uses.
private struct GapReadings {
    private let populations: [GapReading]
    private let needs: [GapReading]

    init(_ figures: [PublishedSeries], _ frame: GapFrame) {
        let read = { (use: Indicator.Use) in
            figures.filter { $0.indicator.use == use && $0.indicator.measure != .yesNo }
                .compactMap { GapReading($0, frame) }
        }
        populations = read(.population).filter { $0.indicator.measure == .count }
        needs = read(.need)
    }

    /// The one for exactly this stage; with this field before without; the newest; the first by key.
    func population(_ stage: LifeStage, _ field: FieldOfAction) -> GapReading? {
        let fitting = populations.filter {
            $0.indicator.stages == [stage] && ($0.indicator.fields.isEmpty || $0.indicator.fields.contains(field))
        }
        return fitting.min { left, right in
            let rank = { (reading: GapReading) in reading.indicator.fields.isEmpty ? 1 : 0 }
            if rank(left) != rank(right) { return rank(left) < rank(right) }
            if left.period != right.period { return left.period > right.period }
            return left.indicator.key < right.indicator.key
        }
    }

    func needs(_ stage: LifeStage, _ field: FieldOfAction) -> [GapReading] {
        needs.filter {
            ($0.indicator.stages.isEmpty || $0.indicator.stages.contains(stage))
                && ($0.indicator.fields.isEmpty || $0.indicator.fields.contains(field))
        }
    }
}

/// Puts offers into their groups.
private struct GapSorting {
    private let reach: GapReach
    var groups: [[(offer: ChainOffer, weights: [Double])]]
    var left = GapBasis.Left()

    init(_ frame: GapFrame) {
        reach = GapReach(frame)
        groups = Array(repeating: [], count: LifeStage.allCases.count * FieldOfAction.allCases.count)
    }

    mutating func take(_ offer: ChainOffer) {
        switch reach.belonging(of: offer) {
        case .elsewhere: return
        case .larger: left.larger.append(offer)
        case .parts(let parts):
            if offer.stageShares.allSatisfy({ $0 == 0 }) { left.withoutAge.append(offer) }
            if offer.fieldNumbers.isEmpty { left.withoutField.append(offer) }
            let ways = reach.ways(of: offer)
            for (row, stage) in LifeStage.allCases.enumerated() where offer.stageShares[row] > 0 {
                let weights = reach.weights(
                    offer, parts: parts, ways: ways, catchment: GapRule.catchment(of: stage))
                for column in offer.fieldNumbers {
                    groups[row * FieldOfAction.allCases.count + column].append((offer, weights))
                }
            }
        }
    }
}
