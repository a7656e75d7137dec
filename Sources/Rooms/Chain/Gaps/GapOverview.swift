import Areas
import Indicators
import Prevention

/// Übersicht einer Zelle über alle verglichenen Gebiete.
struct GapSummary: Sendable, Hashable {
    let all: Int
    let gaps: Int
    let tight: Int
    let fits: Int
    let oversupply: Int
    /// Places missing in the parts with a gap.
    let missing: Double
    /// Offers that reach some part, once each.
    let offers: Int
    let capacity: Double

    init(_ gaps: ChainGaps, _ stage: LifeStage, _ field: FieldOfAction) {
        let cells = gaps.cells(stage, field)
        let count = { (state: GapState) in cells.count { $0.state == state } }
        all = cells.count
        self.gaps = count(.gap)
        tight = count(.tight)
        fits = count(.fits)
        oversupply = count(.oversupply)
        missing = cells.filter { $0.state == .gap }.reduce(0) { $0 + ($1.gap ?? 0) }
        let supply = gaps.basis.group(stage, field).supply
        offers = supply.entries.count
        capacity = supply.total
    }

    /// What needs the most attention; unknown only if no part is known.
    var state: GapState {
        if gaps > 0 { return .gap }
        if tight > 0 { return .tight }
        if oversupply > 0 { return .oversupply }
        return fits > 0 ? .fits : .unknown
    }
}

extension ChainGaps {
    /// A cell with its stage and field.
    struct Found: Sendable, Hashable {
        let stage: LifeStage
        let field: FieldOfAction
        let cell: GapCell
    }

    /// Every cell of the table, stage by stage.
    var found: [Found] {
        LifeStage.allCases.flatMap { stage in
            FieldOfAction.allCases.flatMap { field in
                cells(stage, field).map { Found(stage: stage, field: field, cell: $0) }
            }
        }
    }

    /// All gaps, most missing places first.
    var largestGaps: [Found] {
        found.filter { $0.cell.state == .gap }.sorted {
            let (left, right) = ($0.cell.gap ?? 0, $1.cell.gap ?? 0)
            return left != right ? left > right : $0.cell.part.key < $1.cell.part.key
        }
    }

    var isInvented: Bool {
        area.isInvented
            || basis.groups.contains { group in
                group.populationReading?.indicator.isInvented == true
                    || group.need.isInvented
            }
    }
}

/// Sicherheit: how far a known cell may be relied on, with the facts.
struct GapConfidence: Sendable, Hashable {
    enum Level: Sendable, Hashable { case sure, careful, unsure }

    let level: Level
    let offers: Int
    let withoutPlaces: Int
    let oldest: Period?
    let isOld: Bool
    /// Offers whose places are older than the rule allows.
    let oldPlaces: Int
    let range: ClosedRange<Double>?

    init(_ cell: GapCell, _ group: GapGroup, part: Int, today: Day, rule: GapRule) {
        offers = cell.offers
        withoutPlaces = cell.offersWithoutPlaces
        let periods = group.need.periods + (group.populationReading.map { [$0.period] } ?? [])
        let oldest = periods.min()
        self.oldest = oldest
        let isOld = oldest.map { today.year - $0.lastDay.year > rule.oldYears } ?? false
        self.isOld = isOld
        oldPlaces = group.supply.entries.count { entry in
            entry.weights[part] > 0 && entry.places != nil
                && (entry.offer.placesDay.map { today.year - $0.year > rule.oldYears } ?? false)
        }
        range = cell.range
        let width = cell.range.map { $0.upperBound - $0.lowerBound } ?? 0
        if let expected = cell.expected, width > rule.uncertainWidth * max(expected, 1) || (isOld && withoutPlaces > 0)
        {
            level = .unsure
        } else {
            level = withoutPlaces > 0 || isOld || oldPlaces > 0 ? .careful : .sure
        }
    }
}
