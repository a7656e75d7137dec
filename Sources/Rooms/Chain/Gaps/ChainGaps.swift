package import Areas
package import Indicators
package import Offers
package import Prevention
import Statistics

/// Lückentabelle: the chain of an area with its gaps, for every life stage, field of action and compared part.
package struct ChainGaps: Sendable {
    /// What is known before the political weight comes in.
    let basis: GapBasis
    package let lambda: Double
    private let shares: [FairShare]
    private let filledShares: [FairShare]

    /// - Parameters:
    ///   - offers: what the register holds; only what families see on `today` counts.
    ///   - figures: published series; those used for population and need are taken.
    ///   - finest: compare the smallest areas instead of those directly below.
    package static func compute(
        area: Area, tree: AreaTree, offers: [OfferDetail], figures: [PublishedSeries],
        lambda: Double = GapRule.defaultLambda, today: Day, finest: Bool = false, rule: GapRule = .standard
    ) -> ChainGaps {
        let supplies = offers.map(ChainOffer.init).filter { $0.visibility.isPublic(on: today) }
        let basis = GapBasis(
            GapFrame(area: area, tree: tree, today: today, finest: finest), offers: supplies, figures: figures,
            rule: rule)
        return ChainGaps(basis, lambda: lambda)
    }

    init(_ basis: GapBasis, lambda: Double) {
        self.basis = basis
        self.lambda = lambda
        shares = basis.groups.map {
            FairShare(population: $0.population, need: $0.need.values, capacity: $0.supply.places, lambda: lambda)
        }
        filledShares = basis.groups.map {
            FairShare(population: $0.population, need: $0.need.values, capacity: $0.supply.filled, lambda: lambda)
        }
    }

    package var area: Area { basis.frame.area }
    /// The compared areas.
    package var parts: [Area] { basis.frame.parts }

    /// `nil` for an area that is not compared.
    package subscript(stage: LifeStage, field: FieldOfAction, part: ID<Area>) -> GapCell? {
        basis.frame.position(of: part).map { cell(GapBasis.number(stage, field), $0) }
    }

    /// The cells of all parts, in their order.
    package func cells(_ stage: LifeStage, _ field: FieldOfAction) -> [GapCell] {
        parts.indices.map { cell(GapBasis.number(stage, field), $0) }
    }

    /// Σ gap of a group: 0 but for the last digits.
    package func sumOfGaps(_ stage: LifeStage, _ field: FieldOfAction) -> Double {
        shares[GapBasis.number(stage, field)].sumOfGaps
    }

    func share(_ stage: LifeStage, _ field: FieldOfAction) -> FairShare { shares[GapBasis.number(stage, field)] }

    private func cell(_ number: Int, _ part: Int) -> GapCell {
        let group = basis.groups[number]
        let (share, filled) = (shares[number], filledShares[number])
        var cell = GapCell(
            part: parts[part], name: basis.frame.names[parts[part]], population: group.population[part],
            need: group.need.values[part],
            capacity: group.supply.places[part], expected: share.expected[part], gap: share.gap[part],
            filledGap: filled.gap[part], offers: group.supply.offers[part],
            offersWithoutPlaces: group.supply.withoutPlaces[part])
        cell.judge(group, filled.expected[part], group.supply.filled[part], part, basis.rule)
        return cell
    }
}

/// Zelle der Lückentabelle: a stage and a field in one part, with the judgement and what it rests on.
package struct GapCell: Sendable, Hashable {
    /// Why a cell is not known.
    package enum Unknown: String, Sendable, Hashable, CaseIterable {
        case populationMissing, populationSuppressed, needMissing, needSuppressed
        /// No offer of the whole compared area has places that are known.
        case nothingToShare
        /// Offers without known places could turn the judgement.
        case placesMissing
    }

    package let part: Area
    /// What the part is called beside the others.
    package let name: String
    /// Children or families.
    package let population: Double?
    /// 0…1.
    package let need: Double?
    /// Places within reach that are known.
    package let capacity: Double
    package private(set) var expected: Double?
    /// Places missing; below 0 more than the share.
    package private(set) var gap: Double?
    /// The gap if offers without known places had the median.
    package private(set) var filledGap: Double?
    /// Offers that serve the part, and those among them without known places.
    package let offers: Int
    package let offersWithoutPlaces: Int
    package private(set) var state = GapState.unknown
    package private(set) var unknown: Unknown?

    init(
        part: Area, name: String, population: Double?, need: Double?, capacity: Double, expected: Double?, gap: Double?,
        filledGap: Double?, offers: Int, offersWithoutPlaces: Int
    ) {
        self.part = part
        self.name = name
        self.population = population
        self.need = need
        self.capacity = capacity
        self.expected = expected
        self.gap = gap
        self.filledGap = filledGap
        self.offers = offers
        self.offersWithoutPlaces = offersWithoutPlaces
    }

    /// Share of what is due to the part that is missing there, 0…1; `nil` if unknown.
    package var missingShare: Double? {
        guard unknown == nil, let gap, let expected, expected > 0 else { return nil }
        return min(max(gap / expected, 0), 1)
    }

    /// The gap with known places only and with the median for the others, rising; `nil` if unknown.
    package var range: ClosedRange<Double>? {
        gap.flatMap { gap in filledGap.map { min(gap, $0)...max(gap, $0) } }
    }

    fileprivate mutating func judge(
        _ group: GapGroup, _ filledExpected: Double?, _ filled: Double, _ part: Int, _ rule: GapRule
    ) {
        guard let expected else {
            unknown = missing(group, part)
            return
        }
        guard group.supply.total > 0 else {
            unknown = group.supply.hasUnknownPlaces ? .placesMissing : .nothingToShare
            // A share of nothing is no number to go by.
            (self.expected, gap, filledGap) = (nil, nil, nil)
            return
        }
        let known = rule.state(expected: expected, capacity: capacity)
        let other = filledExpected.map { rule.state(expected: $0, capacity: filled) } ?? known
        if known.side != other.side {
            unknown = .placesMissing
        } else {
            state = known
        }
    }

    private func missing(_ group: GapGroup, _ part: Int) -> Unknown {
        if population == nil { return group.isPopulationSuppressed[part] ? .populationSuppressed : .populationMissing }
        return group.need.isSuppressed[part] ? .needSuppressed : .needMissing
    }
}

extension GapState {
    /// Too little, about right, too much.
    fileprivate var side: Int {
        switch self {
        case .gap: -1
        case .oversupply: 1
        case .tight, .fits, .unknown: 0
        }
    }
}
