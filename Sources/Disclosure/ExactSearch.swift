/// Exakte Suche: the cheapest safe pattern by branch and bound, with the attack as source of the conditions.
///
/// An attack that finds out too much about a pattern says by its dual prices which cells could have prevented it; at
/// least one of them must be hidden. These conditions are collected in one program over the choice of cells.
///
/// - Source: Fischetti and Salazar, Solving the cell suppression problem on tabular data with linear constraints,
///   Management Science 47 (2001).
struct ExactSearch {
    private let table: CellTable
    private let demands: [PatternSearch.Demand]
    private let costs: [Double]
    /// Cells whose hiding is to be decided.
    private let choices: [Int]
    private let isChoice: [Int: Int]
    /// Cells that may move; all others are shown in any case.
    private let movable: [Int]
    private let attack: LinearProgram
    private let master: LinearProgram
    private let ceiling: Double
    private var budget: Int
    private(set) var best: (choice: [Bool], cost: Double)

    /// - Parameters:
    ///   - pattern: a safe one to start from.
    ///   - budget: number of linear programs after which the search gives up.
    init(_ search: PatternSearch, choices: [Int], budget: Int) {
        table = search.table
        demands = search.demands
        costs = search.costs
        self.choices = choices
        isChoice = Dictionary(uniqueKeysWithValues: choices.enumerated().map { ($1, $0) })
        let isChoice = isChoice
        movable = search.table.cells.indices.filter { cell in
            let isHiddenAnyway = search.table.requirements[cell] != nil || search.table.cells[cell].isUnseen
            return !search.table.cells[cell].isFixed && (isHiddenAnyway || isChoice[cell] != nil)
        }
        let column = Dictionary(uniqueKeysWithValues: movable.enumerated().map { ($1, $0) })
        ceiling = table.cells.reduce(1_000) { $0 + ($1.value ?? 0) }
        let rows = table.equations.map { equation in
            LinearProgram.Row(
                equation.terms.compactMap { term in column[term.cell].map { ($0, term.weight) } }, 0...0)
        }
        attack = LinearProgram(columns: movable.map { _ in 0...0 }, rows: rows.filter { !$0.terms.isEmpty })
        master = LinearProgram(columns: choices.map { _ in 0...1 }, rows: [])
        self.budget = budget
        best = (choices.map { search.hidden[$0] }, search.cost)
        for (index, cell) in choices.enumerated() { master.setGoal(index, costs[cell]) }
    }

    /// - Returns: whether `best` is proven to be the cheapest.
    mutating func run() -> Bool { branch() }

    private mutating func branch() -> Bool {
        var choice: [Double] = []
        while true {
            budget -= 1
            guard budget > 0 else { return false }
            switch master.minimiseAfterBounds() {
            case .infeasible: return true
            case .optimal(let cost) where cost > best.cost - 1e-6: return true
            case .optimal: choice = master.solution
            default: return false
            }
            let (conditions, isMet) = conditions(against: choice)
            if isMet { break }
            guard !conditions.isEmpty else { return false }
            master.add(conditions)
        }
        let open = choice.indices.filter { abs(choice[$0] - choice[$0].rounded()) > 1e-6 }
        guard let next = open.min(by: { abs(choice[$0] - 0.5) < abs(choice[$1] - 0.5) }) else {
            let taken = choice.map { $0 > 0.5 }
            best = (taken, choices.indices.reduce(0) { $0 + (taken[$1] ? costs[choices[$1]] : 0) })
            return true
        }
        defer { master.setBounds(next, 0...1) }
        for bound in [1.0, 0.0] {
            master.setBounds(next, bound...bound)
            if !branch() { return false }
        }
        return true
    }

    // MARK: Conditions

    /// Conditions that this choice of cells (0 shown … 1 hidden, also between) violates.
    private mutating func conditions(against choice: [Double]) -> (rows: [LinearProgram.Row], isMet: Bool) {
        for (column, cell) in movable.enumerated() { attack.setBounds(column, room(cell, choice)) }
        var rows: [LinearProgram.Row] = []
        var isMet = true
        for demand in demands {
            let held = demand.knowing.compactMap { movable.firstIndex(of: $0) }
            for column in held { attack.setBounds(column, 0...0) }
            if let found = conditions(demand, choice) {
                rows += found
                isMet = false
            }
            for column in held { attack.setBounds(column, room(movable[column], choice)) }
        }
        return (rows, isMet)
    }

    private func room(_ cell: Int, _ choice: [Double]) -> ClosedRange<Double> {
        let share = isChoice[cell].map { min(1, max(0, choice[$0])) } ?? 1
        return -(table.cells[cell].value ?? 0) * share...ceiling * share
    }

    /// - Returns: `nil` where the demand is met.
    private mutating func conditions(_ demand: PatternSearch.Demand, _ choice: [Double]) -> [LinearProgram.Row]? {
        guard let (top, upward) = farthest(demand, up: true) else { return [] }
        let missing = demand.need.reach - (table.cells[demand.cell].value ?? 0)
        if missing > 0, top < missing - Attack.tolerance { return row(upward, atLeast: missing, choice) }
        if top >= demand.need.width - Attack.tolerance { return nil }
        guard let (bottom, downward) = farthest(demand, up: false) else { return [] }
        if top + bottom >= demand.need.width - Attack.tolerance { return nil }
        return row(upward.merging(downward, uniquingKeysWith: +), atLeast: demand.need.width, choice)
    }

    /// How far the cell of a demand can move, and how far each cell can help it at most by the prices of the attack.
    private mutating func farthest(_ demand: PatternSearch.Demand, up: Bool) -> (way: Double, weights: [Int: Double])? {
        guard let own = movable.firstIndex(of: demand.cell) else { return nil }
        budget -= 1
        attack.setGoal(own, up ? -1 : 1)
        defer { attack.setGoal(own, 0) }
        guard case .optimal(let value) = attack.minimise() else { return nil }
        var weights: [Int: Double] = [:]
        let prices = attack.columnPrices
        let knowing = Set(demand.knowing)
        for (column, cell) in movable.enumerated() where !knowing.contains(cell) {
            let price = prices[column]
            guard abs(price) > 1e-9 else { continue }
            weights[cell] = price < 0 ? -price * ceiling : price * (table.cells[cell].value ?? 0)
        }
        return (-value, weights)
    }

    private func row(_ weights: [Int: Double], atLeast need: Double, _ choice: [Double]) -> [LinearProgram.Row] {
        var rest = need
        for (cell, weight) in weights where isChoice[cell] == nil { rest -= weight }
        guard rest > Attack.tolerance else { return [] }
        var terms: [(column: Int, weight: Double)] = []
        for (cell, weight) in weights.sorted(by: { $0.key < $1.key }) where weight > 0 {
            guard let column = isChoice[cell] else { continue }
            terms.append((column, min(1, weight / rest)))
        }
        let reached = terms.reduce(0) { $0 + $1.weight * choice[$1.column] }
        return reached < 1 - 1e-7 ? [LinearProgram.Row(terms, 1...Double.infinity)] : []
    }
}
