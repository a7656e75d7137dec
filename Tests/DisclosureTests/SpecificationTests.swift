import Disclosure
import Testing

/// Fixtures (i), (ii) and (iv) of the specification, section b3.
@Suite("Geheimhaltung: Beispiele der Spezifikation")
struct SpecificationTests {
    /// A 4 × 2 table (female, male) in which only A-female is sensitive.
    private var fourByTwo: CellTable {
        var table = Fixture.twoWay([[2, 18], [19, 14], [10, 12], [14, 11]], rule: PrimaryRule(threshold: 3))
        for index in table.cells.indices { table.cells[index].cost = (table.cells[index].value ?? 0) + 1 }
        return table
    }

    @Test("(i) the optimum hides A-male, C-female and C-male, 40 in sum")
    func fourRows() {
        let found = Suppression(fourByTwo)
        #expect(fourByTwo.names(found.primary) == ["0/0"])
        #expect(fourByTwo.names(found.secondary) == ["0/1", "2/0", "2/1"])
        #expect(found.secondary.reduce(0) { $0 + (fourByTwo.cells[$1].value ?? 0) } == 40)
        #expect(found.audit.isSafe && found.isProvenBest)
    }

    @Test("(i) the greedy answer with D is safe as well, but dearer")
    func greedy() {
        let audit = Audit(fourByTwo, hidden: fourByTwo.pattern(["0/0", "0/1", "3/0", "3/1"]))
        #expect(audit.isSafe)
        #expect(!Audit(fourByTwo, hidden: fourByTwo.pattern(["0/0", "0/1", "3/0"])).isSafe)
    }

    /// UserSupport #136: counties of municipalities, and the same municipalities grouped by size.
    private func linked(sizes: Bool, counties: Bool) -> CellTable {
        let names = ["A", "B", "I", "J", "K", "L", "M", "N"]
        let values: [Double] = [2, 2, 8, 8, 3, 3, 3, 7]
        var cells = zip(names, values).map { CellTable.Cell($0, $1) }
        cells += [.init("county-1", 20), .init("county-2", 16), .init("small", 30), .init("BIG", 6)]
        var equations: [CellTable.Equation] = []
        if counties {
            equations += [.init(total: 8, parts: [0, 1, 2, 3]), .init(total: 9, parts: [4, 5, 6, 7])]
        }
        if sizes { equations += [.init(total: 10, parts: [0, 1, 2, 3, 4, 7]), .init(total: 11, parts: [5, 6])] }
        return Fixture.table(cells, equations, PrimaryRule(threshold: 4, keepsSmallUncertain: false))
    }

    @Test("(ii) K is safe in each table alone: 0 to 9 and 0 to 7")
    func eachAlone() {
        let hidden: Set<String> = ["A", "B", "K", "L", "M"]
        for (table, upper) in [(linked(sizes: false, counties: true), 9.0), (linked(sizes: true, counties: false), 7)] {
            let audit = Audit(table, hidden: table.pattern(hidden))
            let k = audit.findings.first { table.cells[$0.cell].id == "K" }
            #expect(k?.lower == 0 && k?.upper == upper)
            #expect(audit.isSafe)
        }
    }

    @Test("(ii) both together give K = 3 exactly; hiding N as well gives 0 to 10")
    func together() {
        let table = linked(sizes: true, counties: true)
        let audit = Audit(table, hidden: table.pattern(["A", "B", "K", "L", "M"]))
        let k = audit.findings.first { table.cells[$0.cell].id == "K" }
        #expect(k?.lower == 3 && k?.upper == 3)
        #expect(table.names(audit.exposed) == ["K"])
        let wider = Audit(table, hidden: table.pattern(["A", "B", "K", "L", "M", "N"]))
        let n = wider.findings.first { table.cells[$0.cell].id == "K" }
        #expect(n?.lower == 0 && n?.upper == 10)
        #expect(wider.isSafe)
    }

    @Test("(ii) the gate finds it by itself")
    func findsIt() {
        let table = linked(sizes: true, counties: true)
        let found = Suppression(table)
        #expect(found.audit.isSafe && found.isProvenBest)
        #expect(table.names(found.secondary) == ["N"])
    }

    @Test("(iv) two contributors that know their own number give each other away")
    func contributors() {
        // Only two hidden cells in each row and column: each contributor of 1 subtracts itself.
        let values: [[Double]] = [[1, 1, 9], [12, 14, 11], [15, 13, 16]]
        let rule = PrimaryRule(threshold: 3, keepsSmallUncertain: false)
        let open = Fixture.twoWay(values, rule: rule)
        let watched = Fixture.twoWay(values, rule: rule, contributors: [["0/0"], ["0/1"]])
        let pattern = open.pattern(["0/0", "0/1", "2/0", "2/1"])
        #expect(Audit(open, hidden: pattern).isSafe)
        #expect(watched.names(Audit(watched, hidden: pattern).exposed) == ["0/0", "0/1"])
        let found = Suppression(watched)
        #expect(found.audit.isSafe && found.isProvenBest)
        #expect(found.secondary.count > 2)
    }

    @Test("(iv) without the true values the equations alone show it")
    func contributorsFromOutside() {
        let values: [[Double]] = [[1, 1, 9], [12, 14, 11], [15, 13, 16]]
        var table = Fixture.twoWay(
            values, rule: PrimaryRule(threshold: 3, keepsSmallUncertain: false), contributors: [["0/0"], ["0/1"]])
        let pattern = table.pattern(["0/0", "0/1", "2/0", "2/1"])
        for index in table.cells.indices where pattern[index] { table.cells[index].value = nil }
        let audit = Audit(table, hidden: pattern)
        #expect(table.names(audit.exposed) == ["0/0", "0/1"])
        #expect(audit.findings.first { $0.cell == 0 }.map { $0.lower...$0.upper } == 0...2)
    }
}
