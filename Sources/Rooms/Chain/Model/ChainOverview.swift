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
    private(set) var cells: [LifeStage: [FieldOfAction: ChainSupply]] = [:]
    private(set) var byStage: [LifeStage: Int] = [:]

    init(area: Area, filter: ChainFilter, offers: [ChainOffer]) {
        self.area = area
        self.filter = filter
        self.offers = offers
        for offer in offers {
            for stage in offer.stages {
                byStage[stage, default: 0] += 1
                for field in offer.fields {
                    cells[stage, default: [:]][field, default: ChainSupply()].offers += 1
                    cells[stage, default: [:]][field, default: ChainSupply()].places += offer.places ?? 0
                }
            }
        }
    }

    subscript(stage: LifeStage, field: FieldOfAction) -> ChainSupply { cells[stage]?[field] ?? ChainSupply() }

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
    /// The overview of `area` from all offers of the instance.
    ///
    /// An offer belongs to an area if it happens there or is meant for it or for a part of it.
    init(area: Area, filter: ChainFilter, tree: AreaTree, all: [ChainOffer], today: Day) {
        var ids = tree.idsWithin(area.id)
        if filter.includesAbove { ids.formUnion(tree.ancestors(of: area.id).map(\.id)) }
        let offers = all.filter { offer in offer.areas.contains { ids.contains($0) } && filter.accepts(offer, on: today)
        }
        self.init(area: area, filter: filter, offers: offers)
    }
}
