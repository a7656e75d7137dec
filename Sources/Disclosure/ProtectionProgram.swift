/// Schutz zum kleinsten Preis: which further cells must be able to move so that one cell can.
///
/// Each cell has a way up and a way down; moving a hidden cell is free, moving another costs what hiding it costs.
final class ProtectionProgram {
    private let table: CellTable
    private let program: LinearProgram
    /// Column of the way up of each cell that may move; the way down is the next one.
    private let column: [Int?]
    private let cells: [Int]

    init(_ table: CellTable) {
        self.table = table
        var column = [Int?](repeating: nil, count: table.cells.count)
        var bounds: [ClosedRange<Double>] = []
        var cells: [Int] = []
        for (index, cell) in table.cells.enumerated() where !cell.isFixed {
            column[index] = bounds.count
            cells.append(index)
            bounds.append(0...Double.infinity)
            bounds.append(0...(cell.value ?? 0))
        }
        let rows = table.equations.compactMap { equation -> LinearProgram.Row? in
            var terms: [(column: Int, weight: Double)] = []
            for term in equation.terms {
                guard let column = column[term.cell] else { continue }
                terms.append((column, term.weight))
                terms.append((column + 1, -term.weight))
            }
            return terms.isEmpty ? nil : LinearProgram.Row(terms, 0...0)
        }
        self.column = column
        self.cells = cells
        program = LinearProgram(columns: bounds, rows: rows)
    }

    var solves: Int { program.solves }

    /// The cheapest other table in which a cell differs from its true value by `shift`.
    ///
    /// - Parameters:
    ///   - costs: by cell; 0 where hidden already.
    ///   - knowing: cells that cannot move for this attacker.
    /// - Returns: cells that move with their shifts and what hiding the new ones costs; `nil` where it is impossible.
    func cheapest(
        moving target: Int, by shift: Double, costs: [Double], knowing: [Int]
    ) -> (witness: Attack.Witness, cost: Double)? {
        guard let own = column[target] else { return nil }
        let size = abs(shift)
        for cell in cells {
            guard let column = column[cell] else { continue }
            program.setGoal(column, costs[cell] / size)
            program.setGoal(column + 1, costs[cell] / max(1e-3, min(size, table.cells[cell].value ?? 0)))
        }
        let held = knowing.compactMap { column[$0] }
        for column in held {
            program.setBounds(column, 0...0)
            program.setBounds(column + 1, 0...0)
        }
        program.setBounds(own, shift > 0 ? size...size : 0...0)
        program.setBounds(own + 1, shift > 0 ? 0...0 : size...size)
        defer { restore(held.map { cells[$0 / 2] } + [target]) }
        guard case .optimal = program.minimiseAfterBounds() else { return nil }
        return read(costs)
    }

    private func restore(_ moved: [Int]) {
        for cell in moved {
            guard let column = column[cell] else { continue }
            program.setBounds(column, 0...Double.infinity)
            program.setBounds(column + 1, 0...(table.cells[cell].value ?? 0))
        }
    }

    private func read(_ costs: [Double]) -> (witness: Attack.Witness, cost: Double) {
        let solution = program.solution
        var witness = Attack.Witness(shifts: [])
        var cost = 0.0
        for (index, cell) in cells.enumerated() {
            let shift = solution[2 * index] - solution[2 * index + 1]
            guard abs(shift) > Attack.tolerance else { continue }
            witness.shifts.append((cell, shift))
            cost += costs[cell]
        }
        return (witness, cost)
    }
}
