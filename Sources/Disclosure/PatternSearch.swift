import Prevention

/// Mustersuche: a pattern of hidden cells on its way to a safe and cheap one.
struct PatternSearch {
    /// One thing to be proven: a primary cell against one attacker.
    struct Demand {
        let cell: Int
        let need: CellTable.Requirement
        /// Cells that the attacker knows besides; empty for outsiders.
        let knowing: [Int]
    }

    let table: CellTable
    let demands: [Demand]
    /// What hiding each cell costs; infinite for fixed ones.
    let costs: [Double]
    private(set) var hidden: [Bool]
    /// For each demand the cells that move in its proof; `nil` while unproven.
    private var proofs: [[Int]?]
    private let protection: ProtectionProgram
    var generator: SeededGenerator
    /// Demands that cannot be met even with everything hidden.
    private(set) var isPossible = true
    /// Linear programs so far.
    private(set) var programs = 0

    init(_ table: CellTable, seed: UInt64) {
        self.table = table
        generator = SeededGenerator(seed: seed)
        costs = table.cells.indices.map { table.cells[$0].isFixed ? .infinity : table.cost($0) }
        hidden = table.cells.indices.map { table.requirements[$0] != nil && !table.cells[$0].isFixed }
        var demands: [Demand] = []
        let open = table.primary.filter { !table.cells[$0].isFixed }
        for cell in open {
            guard let need = table.requirements[cell] else { continue }
            demands.append(Demand(cell: cell, need: need, knowing: []))
            for group in table.contributors where !group.contains(cell) && !group.isEmpty {
                demands.append(Demand(cell: cell, need: need, knowing: group.sorted()))
            }
        }
        self.demands = demands
        proofs = Array(repeating: nil, count: demands.count)
        protection = ProtectionProgram(table)
    }

    /// Hidden cells that are not primary and would have been shown.
    var secondary: [Int] {
        hidden.indices.filter { hidden[$0] && table.requirements[$0] == nil && !table.cells[$0].isUnseen }
    }

    /// Whether a cell could be hidden besides the primary ones.
    private func isFree(_ cell: Int) -> Bool {
        table.requirements[cell] == nil && !table.cells[cell].isFixed && !table.cells[cell].isUnseen
    }

    var cost: Double { secondary.reduce(0) { $0 + costs[$1] } }

    // MARK: Protecting

    /// Hides what is needed, demand by demand, the dearest first.
    mutating func protect() {
        protect(demands.indices.sorted { distance($0) > distance($1) }, noise: 0)
    }

    /// How far the cell of a demand must be able to move.
    private func distance(_ index: Int) -> Double {
        let demand = demands[index]
        return max(demand.need.width, demand.need.reach - (table.cells[demand.cell].value ?? 0))
    }

    /// - Parameter noise: up to which share costs are changed at random, to find other ways.
    private mutating func protect(_ order: [Int], noise: Double) {
        var prices = costs.map { cost in
            noise == 0 ? cost : cost * (1 + noise * Double(generator.number(in: 0...1_000)) / 1_000)
        }
        for cell in hidden.indices where hidden[cell] || table.cells[cell].isUnseen { prices[cell] = 0 }
        var attack = Attack(table, hidden: hidden)
        for index in order where proofs[index] == nil {
            if prove(index, attack) { continue }
            guard hide(for: index, &prices) else {
                isPossible = false
                continue
            }
            attack = Attack(table, hidden: hidden)
            if proofs[index] == nil, !prove(index, attack) { isPossible = false }
        }
    }

    /// Hides the cheapest cells for one demand.
    private mutating func hide(for index: Int, _ prices: inout [Double]) -> Bool {
        let demand = demands[index]
        let value = table.cells[demand.cell].value ?? 0
        let distance = distance(index)
        var ways = [distance]
        if value >= demand.need.reach, value >= distance { ways.append(-distance) }
        var best: (witness: Attack.Witness, cost: Double)?
        for way in ways {
            programs += 1
            guard
                let found = protection.cheapest(
                    moving: demand.cell, by: way, costs: prices, knowing: demand.knowing)
            else { continue }
            if best.map({ found.cost < $0.cost }) ?? true { best = found }
        }
        guard let best else { return false }
        for cell in best.witness.cells {
            hidden[cell] = true
            prices[cell] = 0
        }
        proofs[index] = best.witness.cells
        return true
    }

    /// Whether a demand is met by the pattern as it is; keeps the cells that prove it.
    private mutating func prove(_ index: Int, _ attack: Attack) -> Bool {
        let demand = demands[index]
        let value = table.cells[demand.cell].value ?? 0
        let slack = Attack.tolerance
        programs += 1
        guard let top = attack.extreme(demand.cell, up: true, knowing: demand.knowing),
            top.value >= demand.need.reach - slack
        else { return false }
        if top.value - value >= demand.need.width - slack {
            proofs[index] = top.witness.cells
            return true
        }
        programs += 1
        guard let bottom = attack.extreme(demand.cell, up: false, knowing: demand.knowing),
            top.value - bottom.value >= demand.need.width - slack
        else { return false }
        proofs[index] = top.witness.cells + bottom.witness.cells
        return true
    }

    // MARK: Showing again

    /// Shows cells again that nothing needs, the dearest first.
    mutating func cleanUp() {
        guard isPossible else { return }
        for cell in secondary.sorted(by: { (costs[$0], $1) > (costs[$1], $0) }) { show(cell) }
    }

    /// Shows one cell again if every demand is met without it.
    @discardableResult
    private mutating func show(_ cell: Int) -> Bool {
        let before = proofs
        let touched = proofs.indices.filter { proofs[$0]?.contains(cell) == true }
        hidden[cell] = false
        guard !touched.isEmpty else { return true }
        let attack = Attack(table, hidden: hidden)
        for index in touched {
            proofs[index] = nil
            if !prove(index, attack) {
                hidden[cell] = true
                proofs = before
                return false
            }
        }
        return true
    }

    // MARK: Looking for better

    /// Opens some cells, protects anew in another order and keeps what is cheaper.
    mutating func improve(programs budget: Int) {
        var best = (hidden: hidden, proofs: proofs, cost: cost)
        var current = best
        let end = programs + budget
        while programs < end, current.cost > 0 {
            (hidden, proofs) = (current.hidden, current.proofs)
            open()
            let order = demands.indices.filter { proofs[$0] == nil }
            protect(shuffled(order), noise: 0.5)
            guard isPossible else {
                isPossible = true
                continue
            }
            cleanUp()
            let cost = cost
            if cost <= current.cost { current = (hidden, proofs, cost) }
            if cost < best.cost { best = current }
        }
        (hidden, proofs) = (best.hidden, best.proofs)
    }

    /// Shows some of the secondary cells, those around one of them; what they proved is open again.
    private mutating func open() {
        let all = secondary
        guard let center = generator.pick(all.map { Optional($0) }, or: nil) else { return }
        var opened: Set<Int> = [center]
        let wanted = generator.number(in: 1...max(1, min(8, all.count / 2)))
        var frontier = [center]
        while opened.count < wanted, !frontier.isEmpty {
            let cell = frontier.removeFirst()
            let near = proofs.compactMap { $0 }.filter { $0.contains(cell) }.flatMap { $0 }
            for other in shuffled(Array(Set(near).intersection(all)).sorted()) where opened.count < wanted {
                if opened.insert(other).inserted { frontier.append(other) }
            }
        }
        for cell in opened { hidden[cell] = false }
        for index in proofs.indices where proofs[index]?.contains(where: opened.contains) == true {
            proofs[index] = nil
        }
    }

    private mutating func shuffled(_ list: [Int]) -> [Int] {
        var list = list
        for index in list.indices.dropFirst() { list.swapAt(index, generator.number(in: 0...index)) }
        return list
    }

    /// Looks for the cheapest pattern of all, starting from this one, where few enough cells could be hidden.
    ///
    /// - Returns: whether the pattern is now proven to be the cheapest.
    mutating func solveExactly(cells most: Int, programs: Int) -> Bool {
        let choices = table.cells.indices.filter { isFree($0) && costs[$0] < cost + 1e-6 }
        guard choices.count <= most else { return false }
        var exact = ExactSearch(self, choices: choices, budget: programs)
        let isProven = exact.run()
        for (index, cell) in choices.enumerated() { hidden[cell] = exact.best.choice[index] }
        return isProven
    }
}
