/// Angriff: what somebody outside can find out about hidden cells from everything published.
///
/// Published cells are eliminated and what hangs together is solved apart; each part keeps its program, so that the
/// next question starts warm. Every answer also says how far all other cells can move, which spares most questions.
final class Attack {
    /// A possible other table: how far each cell that moves is away from its true value, by cell.
    struct Witness {
        var shifts: [(cell: Int, by: Double)]

        var cells: [Int] { shifts.map(\.cell) }
    }

    /// What hangs together.
    private final class Part {
        let cells: [Int]
        let rows: [LinearProgram.Row]
        private(set) lazy var program = LinearProgram(columns: bounds, rows: rows)
        let bounds: [ClosedRange<Double>]

        init(cells: [Int], rows: [LinearProgram.Row], bounds: [ClosedRange<Double>]) {
            self.cells = cells
            self.rows = rows
            self.bounds = bounds
        }
    }

    static let tolerance = 1e-6

    private let table: CellTable
    /// Which cells nobody outside knows.
    let unknown: [Bool]
    private var parts: [Part] = []
    /// Part and column of each unknown cell.
    private var place: [(part: Int, column: Int)?]
    /// Values from which shifts are counted: the true ones, or 0 where the attacker knows none.
    private let origin: [Double]
    private var lowest: [Double]
    private var highest: [Double]
    private let ceiling: Double
    /// Whether the published numbers contradict each other.
    private(set) var isContradictory = false

    /// - Parameter hidden: cells kept back; unseen cells are unknown anyway, fixed ones never.
    init(_ table: CellTable, hidden: [Bool]) {
        self.table = table
        unknown = table.cells.indices.map { (hidden[$0] || table.cells[$0].isUnseen) && !table.cells[$0].isFixed }
        place = Array(repeating: nil, count: table.cells.count)
        origin = table.cells.map { $0.value ?? 0 }
        lowest = table.cells.map { $0.value ?? .infinity }
        highest = table.cells.map { $0.value ?? -.infinity }
        ceiling = 4 * table.cells.reduce(0) { $0 + abs($1.value ?? 0) } + 1_000
        split()
    }

    private func split() {
        var root = Array(table.cells.indices)
        func find(_ cell: Int) -> Int {
            var cell = cell
            while root[cell] != cell {
                root[cell] = root[root[cell]]
                cell = root[cell]
            }
            return cell
        }
        var rows: [(first: Int, row: LinearProgram.Row)] = []
        for equation in table.equations {
            guard let row = open(equation), let first = row.terms.first?.column else { continue }
            for term in row.terms { root[find(term.column)] = find(first) }
            rows.append((first, row))
        }
        var members: [Int: [Int]] = [:]
        for cell in table.cells.indices where unknown[cell] { members[find(cell), default: []].append(cell) }
        var ofPart: [Int: [LinearProgram.Row]] = [:]
        for (first, row) in rows { ofPart[find(first), default: []].append(row) }
        for cells in members.values.sorted(by: { $0[0] < $1[0] }) { build(cells, ofPart[find(cells[0])] ?? []) }
    }

    private func build(_ cells: [Int], _ rows: [LinearProgram.Row]) {
        for (column, cell) in cells.enumerated() { place[cell] = (parts.count, column) }
        let own = rows.map { row in
            LinearProgram.Row(row.terms.map { (place[$0.column]?.column ?? 0, $0.weight) }, row.bounds)
        }
        let bounds = cells.map { -origin[$0]...max(ceiling, -origin[$0]) }
        parts.append(Part(cells: cells, rows: own, bounds: bounds))
    }

    /// The equation between unknown cells, by cell; `nil` where nothing is unknown.
    private func open(_ equation: CellTable.Equation) -> LinearProgram.Row? {
        var terms: [(column: Int, weight: Double)] = []
        var rest = 0.0
        var size = 1.0
        for term in equation.terms {
            rest -= term.weight * origin[term.cell]
            size = max(size, abs(origin[term.cell]))
            if unknown[term.cell] { terms.append((term.cell, term.weight)) }
        }
        if abs(rest) <= 1e-9 * size * Double(equation.terms.count) { rest = 0 }
        if terms.isEmpty, rest != 0 { isContradictory = true }
        return terms.isEmpty ? nil : LinearProgram.Row(terms, rest...rest)
    }

    // MARK: Questions

    /// How far a cell can move in one direction.
    ///
    /// - Parameter knowing: further cells that the attacker knows, as a contributor to them does.
    /// - Returns: `nil` where the published numbers contradict each other or the solver gave up.
    func extreme(_ cell: Int, up: Bool, knowing: [Int] = []) -> (value: Double, witness: Witness)? {
        guard let (index, column) = place[cell] else { return (origin[cell], Witness(shifts: [])) }
        let part = parts[index]
        let held = knowing.compactMap { place[$0]?.part == index ? place[$0]?.column : nil }
        for column in held { part.program.setBounds(column, 0...0) }
        defer { for column in held { part.program.setBounds(column, part.bounds[column]) } }
        part.program.setGoal(column, 1)
        defer { part.program.setGoal(column, 0) }
        guard case .optimal = up ? part.program.maximise() : part.program.minimise() else { return nil }
        let solution = part.program.solution
        var witness = Witness(shifts: [])
        for (column, shift) in solution.enumerated() {
            let cell = part.cells[column]
            lowest[cell] = min(lowest[cell], max(0, origin[cell] + shift))
            highest[cell] = max(highest[cell], origin[cell] + shift)
            if abs(shift) > Self.tolerance { witness.shifts.append((cell, shift)) }
        }
        return (max(0, origin[cell] + solution[column]), witness)
    }

    /// What somebody outside knows for certain: the cell lies in this interval.
    ///
    /// - Returns: infinite upper bound where nothing limits it; `nil` as in `extreme`.
    func interval(_ cell: Int, knowing: [Int] = []) -> ClosedRange<Double>? {
        guard unknown[cell] else { return origin[cell]...origin[cell] }
        // A value of 0 that was reached already cannot be undercut.
        let atZero = knowing.isEmpty && lowest[cell] <= 0
        guard let top = extreme(cell, up: true, knowing: knowing)?.value,
            let bottom = atZero ? 0 : extreme(cell, up: false, knowing: knowing)?.value
        else { return nil }
        let upper = top >= ceiling * 0.999 ? Double.infinity : tidy(top)
        return tidy(bottom)...max(tidy(bottom), upper)
    }

    /// Whether knowing some cells can tell anything about another.
    func isTied(_ cell: Int, to others: [Int]) -> Bool {
        guard let part = place[cell]?.part else { return false }
        return others.contains { place[$0]?.part == part }
    }

    /// Whether a cell stays as uncertain as it must.
    func isSafe(_ cell: Int, _ need: CellTable.Requirement, knowing: [Int] = []) -> Bool {
        guard unknown[cell] else { return false }
        let slack = Self.tolerance
        if knowing.isEmpty, highest[cell] - lowest[cell] >= need.width - slack, highest[cell] >= need.reach - slack {
            return true
        }
        guard let top = extreme(cell, up: true, knowing: knowing)?.value, top >= need.reach - slack else {
            return false
        }
        if let value = table.cells[cell].value, top - value >= need.width - slack { return true }
        guard let bottom = extreme(cell, up: false, knowing: knowing)?.value else { return false }
        return top - bottom >= need.width - slack
    }

    /// A number next to a whole one is the whole one.
    private func tidy(_ value: Double) -> Double {
        let whole = value.rounded()
        return abs(value - whole) <= Self.tolerance * max(1, abs(whole)) ? whole : value
    }
}
