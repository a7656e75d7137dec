import Disclosure
import Prevention
import Testing

@Suite("Geheimhaltung: zufällige Tabellen")
struct RandomTableTests {
    /// A small table with small numbers, so that every other table with the same sums can be listed.
    private static func table(_ seed: UInt64, rows: Int, columns: Int) -> CellTable {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<rows).map { _ in
            (0..<columns).map { _ in
                Double(generator.chance(40) ? generator.number(in: 0...3) : generator.number(in: 3...9))
            }
        }
        return Fixture.twoWay(values, rule: PrimaryRule(threshold: 3))
    }

    /// All ways to fill the inner cells of a hidden pattern so that every published number stays, by trying.
    private static func possible(_ table: CellTable, _ hidden: [Bool]) -> [Int: Set<Double>] {
        let unknown = hidden.indices.filter { hidden[$0] }
        let limit = table.cells.compactMap(\.value).max() ?? 0
        var values = table.cells.map { $0.value ?? 0 }
        var found: [Int: Set<Double>] = [:]
        func fill(_ position: Int) {
            guard position < unknown.count else {
                for cell in unknown { found[cell, default: []].insert(values[cell]) }
                return
            }
            let cell = unknown[position]
            for candidate in stride(from: 0, through: limit, by: 1) {
                values[cell] = candidate
                let open = Set(unknown[(position + 1)...])
                let isPossible = table.equations.allSatisfy { equation in
                    if equation.terms.contains(where: { open.contains($0.cell) }) { return true }
                    return equation.terms.reduce(0) { $0 + $1.weight * values[$1.cell] } == 0
                }
                if isPossible { fill(position + 1) }
            }
        }
        fill(0)
        return found
    }

    @Test("no other reader can narrow a hidden number further than the audit says", arguments: 1...12)
    func intervals(seed: Int) throws {
        let table = Self.table(UInt64(seed), rows: 3, columns: 2)
        let found = Suppression(table)
        try #require(found.audit.isSafe)
        guard found.hidden.count(where: { $0 }) <= 7 else { return }
        let possible = Self.possible(table, found.hidden)
        for finding in found.audit.findings {
            let values = try #require(possible[finding.cell])
            #expect(values.min() == finding.lower)
            if finding.upper.isFinite { #expect(values.max() == finding.upper) }
        }
    }

    @Test("small tables are hidden at the least cost of all patterns", arguments: 20...29)
    func cheapest(seed: Int) throws {
        let table = Self.table(UInt64(seed), rows: 3, columns: 2)
        let found = Suppression(table)
        let free = table.cells.indices.filter { table.requirements[$0] == nil }
        func cost(_ cells: [Int]) -> Double { cells.reduce(0) { $0 + table.cost($1) } }
        var least = Double.infinity
        for choice in 0..<(1 << free.count) {
            let hidden = free.indices.filter { choice & (1 << $0) != 0 }.map { free[$0] }
            guard cost(hidden) < least else { continue }
            var pattern = table.cells.indices.map { table.requirements[$0] != nil }
            for cell in hidden { pattern[cell] = true }
            if Audit(table, hidden: pattern).isSafe { least = cost(hidden) }
        }
        #expect(found.isProvenBest)
        #expect(abs(cost(found.secondary) - least) < 1e-6)
    }

    @Test("larger tables are safe, keep every primary cell and come out the same each time", arguments: 1...6)
    func larger(seed: Int) {
        let table = Self.table(UInt64(seed), rows: 12, columns: 6)
        let found = Suppression(table)
        #expect(found.audit.isSafe)
        #expect(found.primary == table.primary)
        #expect(Set(found.secondary).isDisjoint(with: table.primary))
        #expect(Suppression(table).hidden == found.hidden)
        // Showing any secondary cell again would disclose something: nothing is hidden without need.
        for cell in found.secondary {
            var pattern = found.hidden
            pattern[cell] = false
            #expect(!Audit(table, hidden: pattern).isSafe)
        }
    }

    @Test("what everybody knows already can make protection impossible, and that is said")
    func impossible() {
        var table = Fixture.twoWay([[2, 18], [19, 14]], rule: PrimaryRule(threshold: 3))
        for index in table.cells.indices where index != 0 { table.cells[index].isFixed = true }
        let found = Suppression(table)
        #expect(!found.audit.isSafe && found.audit.exposed == [0])
        #expect(!found.isProvenBest)
    }
}
