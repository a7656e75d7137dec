import Prevention

/// Angebotsplan: how many places each cell of the chain shall have, and where they are missing on purpose.
struct SupplyPlan {
    let ground: SupplyGround
    private(set) var cells: [PlannedCell] = []
    /// Part of its share that a district gets, by group; 1 where nothing is planned.
    private var factors: [SupplyGround.Group: [Double]] = [:]
    private let totals: [SupplyGround.Group: Double]

    /// Fewer districts cannot be compared without every planned cell moving all others.
    private static let leastDistricts = 6
    /// Missing or additional places from which a planned cell is worth planning.
    private static let leastShare = 16.0

    init(_ ground: SupplyGround, seed: UInt64) {
        self.ground = ground
        var totals: [SupplyGround.Group: Double] = [:]
        for group in Self.groups { totals[group] = Self.total(group, ground) }
        self.totals = totals
        guard ground.districts.count >= Self.leastDistricts else { return }
        var generator = SeededGenerator(seed: seed, name: "planned-cells")
        planTown(&generator)
        for group in Self.shuffled(Self.groups, &generator) {
            if generator.chance(60) { plan(.gap, group, &generator) }
            if generator.chance(30) { plan(.oversupply, group, &generator) }
        }
    }

    static let groups = LifeStage.allCases.flatMap { stage in
        FieldOfAction.allCases.map { SupplyGround.Group(stage: stage, field: $0) }
    }

    /// Places that a district shall have in all.
    func places(_ group: SupplyGround.Group) -> [Double] {
        let total = totals[group] ?? 0
        let shares = ground.shares(group)
        let factors = factors[group] ?? shares.map { _ in 1 }
        return zip(shares, factors).map { total * $0 * $1 }
    }

    /// Enough for a usual part of the children, and so much that what is there already fits under the shares.
    private static func total(_ group: SupplyGround.Group, _ ground: SupplyGround) -> Double {
        let usual =
            switch group.stage {
            case .pregnancyAndBirth: 0.5
            case .aroundKita: 0.3
            case .school: 0.2
            case .youth: 0.14
            }
        let there = ground.places(group)
        let needed = zip(there, ground.shares(group)).map { $1 > 0 ? $0 / $1 : 0 }.max() ?? 0
        return max(ground.people(group.stage).reduce(0, +) * usual + there.reduce(0, +), needed * 1.02)
    }

    /// One group in which a whole town is left behind.
    private mutating func planTown(_ generator: inout SeededGenerator) {
        let towns = Set(ground.towns).sorted()
        guard towns.count > 3 else { return }
        for group in Self.shuffled(Self.groups, &generator) {
            for town in Self.shuffled(towns, &generator) {
                let districts = ground.towns.indices.filter { ground.towns[$0] == town }
                let shares = ground.shares(group)
                guard districts.allSatisfy({ canLack(group, $0) }),
                    districts.reduce(0, { $0 + shares[$1] }) < 0.18
                else { continue }
                for district in districts { set(.gap, group, district, 0.45) }
                return
            }
        }
    }

    private mutating func plan(
        _ kind: PlannedCell.Kind, _ group: SupplyGround.Group, _ generator: inout SeededGenerator
    ) {
        let shares = ground.shares(group)
        let open = Self.shuffled(Array(ground.districts.indices), &generator)
        let factor = kind == .gap ? 0.4 : 1.8
        guard
            let district = open.first(where: { district in
                guard factors[group]?[district] ?? 1 == 1, shares[district] < 0.1 else { return false }
                return kind == .gap
                    ? canLack(group, district)
                    : ground.isFirm(group, district) && (totals[group] ?? 0) * shares[district] >= Self.leastShare
            }), abs(moved(group) + shares[district] * (1 - factor)) < 0.1
        else { return }
        set(kind, group, district, factor)
    }

    /// What is planned in the group already, as a part of all places.
    private func moved(_ group: SupplyGround.Group) -> Double {
        zip(ground.shares(group), factors[group] ?? []).reduce(0) { $0 + $1.0 * (1 - $1.1) }
    }

    /// Whether a district can have so much less that it is missed, with what is there already.
    private func canLack(_ group: SupplyGround.Group, _ district: Int) -> Bool {
        let share = (totals[group] ?? 0) * ground.shares(group)[district]
        return ground.isFirm(group, district) && share >= Self.leastShare
            && ground.places(group)[district] < 0.38 * share
    }

    private mutating func set(
        _ kind: PlannedCell.Kind, _ group: SupplyGround.Group, _ district: Int, _ factor: Double
    ) {
        factors[group, default: ground.districts.map { _ in 1 }][district] = factor
        cells.append(
            PlannedCell(stage: group.stage, field: group.field, areaID: ground.districts[district].id, kind: kind))
    }

    private static func shuffled<T>(_ list: [T], _ generator: inout SeededGenerator) -> [T] {
        var list = list
        for place in list.indices.dropLast() {
            list.swapAt(place, generator.number(in: place...(list.count - 1)))
        }
        return list
    }
}
