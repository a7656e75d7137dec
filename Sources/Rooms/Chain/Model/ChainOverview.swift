import Areas
import Prevention

/// Bestand einer Zelle: how many offers, and, once somebody has measured it, how many places are needed.
struct ChainSupply: Hashable, Sendable {
    var offers = 0
    /// Places that are stated; offers without stated capacity add nothing.
    var places = 0
    /// Bedarf in places; `nil` as long as nobody has measured it, which is not the same as none.
    var need: Int?
}

/// Überblick über die Kette eines Gebiets: who offers what for which age, counted once.
struct ChainOverview: Sendable {
    let area: Area
    let filter: ChainFilter
    /// The offers that count, by title.
    let offers: [ChainOffer]
    /// Stage by stage, in each all fields.
    private var cells = [ChainSupply](
        repeating: ChainSupply(), count: LifeStage.allCases.count * FieldOfAction.allCases.count)
    private(set) var byStage: [LifeStage: Int] = [:]

    init(area: Area, filter: ChainFilter, offers: [ChainOffer]) {
        self.area = area
        self.filter = filter
        self.offers = offers
        // Counted by the numbers of stage and field: looking up thousands of words takes longer than counting.
        var stages = [Int](repeating: 0, count: LifeStage.allCases.count)
        for offer in offers {
            for stage in offer.stageNumbers {
                stages[stage] += 1
                for field in offer.fieldNumbers {
                    cells[Self.place(stage, field)].offers += 1
                    cells[Self.place(stage, field)].places += offer.places ?? 0
                }
            }
        }
        for (number, stage) in LifeStage.allCases.enumerated() where stages[number] > 0 {
            byStage[stage] = stages[number]
        }
    }

    private static func place(_ stage: Int, _ field: Int) -> Int { stage * FieldOfAction.allCases.count + field }

    subscript(stage: LifeStage, field: FieldOfAction) -> ChainSupply {
        guard let row = LifeStage.allCases.firstIndex(of: stage),
            let column = FieldOfAction.allCases.firstIndex(of: field)
        else { return ChainSupply() }
        return cells[Self.place(row, column)]
    }

    func offers(in cell: ChainCell) -> [ChainOffer] { offers.filter { $0.isIn(cell) } }

    /// Life stage with the most offers; the earlier one among equals; `nil` without any.
    var densest: LifeStage? {
        let most = byStage.values.max() ?? 0
        return most > 0 ? LifeStage.allCases.first { byStage[$0] == most } : nil
    }

    /// Cells in which nothing is entered. Not gaps: nobody has measured the need.
    var emptyCells: Int {
        LifeStage.allCases.reduce(0) { sum, stage in
            sum + FieldOfAction.allCases.count { self[stage, $0].offers == 0 }
        }
    }

    /// How often each value occurs, most frequent first.
    func counts<Value: Hashable & Comparable>(_ values: (ChainOffer) -> some Sequence<Value>) -> [(
        value: Value, count: Int
    )] {
        var counts: [Value: Int] = [:]
        for offer in offers { for value in Set(values(offer)) { counts[value, default: 0] += 1 } }
        return counts.map { ($0.key, $0.value) }.sorted {
            $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value
        }
    }

    func count(where condition: (ChainOffer) -> Bool) -> Int { offers.count(where: condition) }
}

extension ChainOverview {
    /// The overview of `area` with its parts.
    init(area: Area, filter: ChainFilter, tree: AreaTree, all: ChainStock, today: Day) {
        var ids = tree.idsWithin(area.id)
        if filter.includesAbove { ids.formUnion(tree.ancestors(of: area.id).map(\.id)) }
        self.init(area: area, filter: filter, offers: all.offers(in: ids).filter { filter.accepts($0, on: today) })
    }
}
