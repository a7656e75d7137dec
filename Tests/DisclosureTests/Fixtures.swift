import Disclosure

/// Tables written as rows of numbers, with everything that is published about them.
enum Fixture {
    /// A two-way table with sums of rows and columns and the grand total, all published.
    ///
    /// Cells are called "row/column", sums "row/", "/column" and "/".
    static func twoWay(_ values: [[Double]], rule: PrimaryRule, contributors: [[String]] = []) -> CellTable {
        var cells: [CellTable.Cell] = []
        var equations: [CellTable.Equation] = []
        let columns = values.first?.count ?? 0
        let width = columns + 1
        for (row, numbers) in values.enumerated() {
            for (column, number) in numbers.enumerated() { cells.append(.init("\(row)/\(column)", number)) }
            cells.append(.init("\(row)/", numbers.reduce(0, +)))
            equations.append(.init(total: row * width + columns, parts: (0..<columns).map { row * width + $0 }))
        }
        for column in 0..<width {
            let sum = values.indices.reduce(0) { $0 + (cells[$1 * width + column].value ?? 0) }
            cells.append(.init(column < columns ? "/\(column)" : "/", sum))
            equations.append(
                .init(total: values.count * width + column, parts: values.indices.map { $0 * width + column }))
        }
        equations.append(
            .init(total: values.count * width + columns, parts: (0..<columns).map { values.count * width + $0 }))
        return table(cells, equations, rule, contributors)
    }

    static func table(
        _ cells: [CellTable.Cell], _ equations: [CellTable.Equation], _ rule: PrimaryRule,
        _ contributors: [[String]] = []
    ) -> CellTable {
        var requirements: [Int: CellTable.Requirement] = [:]
        for (index, cell) in cells.enumerated() where rule.hides(cell.value ?? 0) {
            requirements[index] = rule.requirement
        }
        var table = CellTable(cells: cells, equations: equations, requirements: requirements)
        table.contributors = contributors.map { $0.compactMap(table.index) }
        return table
    }
}

extension CellTable {
    func index(_ id: String) -> Int? { cells.firstIndex { $0.id == id } }

    /// A pattern from the names of its cells.
    func pattern(_ ids: Set<String>) -> [Bool] { cells.map { ids.contains($0.id) } }

    func names(_ cells: [Int]) -> [String] { cells.map { self.cells[$0].id } }
}
