import Areas
import Disclosure
import Prevention
import Storage
import StorageTesting
import Testing

@testable import Indicators

@Suite("Freigabe über Zeiträume") struct GatePeriodTests {
    private static let year = GateTown.year
    private static let quarters = GateTown.quarters

    @Test("a year after three of its quarters would give the fourth away", arguments: TestEngine.available)
    func fourth(engine: TestEngine) async throws {
        let town = try await GateTown(engine)
        for (quarter, counts) in zip(Self.quarters, [[9.0, 12, 14], [8, 11, 13], [7, 10, 15], [2, 13, 12]]) {
            try await town.record(counts, in: quarter)
        }
        try await town.record([26, 46, 54], in: Self.year)
        let north = MeasuredValue.Place.area(town.fixture.north.id)
        // Each alone is safe: three quarters without a small number, and a year without one.
        let first = try await town.publish(Array(Self.quarters.prefix(3)))
        #expect(first.count(.published) == 12 && first.isSafe)
        let report = try await town.publish([Self.year])
        #expect(report.isSafe && report.linkedPeriods == Array(Self.quarters.prefix(3)))
        #expect(town.verdict(report, north) == .secondary)
        #expect(report.count(.secondary) == 2, "a second district keeps the first from following from the town's sum")
    }

    @Test("what everybody can already work out is refused, whatever is asked for next")
    func refused() async throws {
        let town = try await GateTown(.sqlite)
        for (quarter, counts) in zip(Self.quarters, [[9.0, 12, 14], [8, 11, 13], [7, 10, 15], [2, 13, 12]]) {
            try await town.record(counts, in: quarter)
        }
        try await town.record([26, 46, 54], in: Self.year)
        try await town.publish([Self.year])
        try await town.publish([Self.quarters[0]])
        let report = try await town.publish([Self.quarters[1]])
        #expect(report.count(.published) == 4, "two of four quarters leave open what the others are")
        let third = try await town.publish([Self.quarters[2]])
        #expect(third.count(.secondary) == 2 && third.isSafe)
        let last = try await town.gate.examine(town.request([Self.quarters[3]]))
        #expect(last.isSafe && town.verdict(last, .area(town.fixture.north.id), Self.quarters[3]) == .small)
    }

    @Test("stocks do not add up; where nothing is said the numbers decide")
    func stocks() async throws {
        for (counting, isLinked) in [(Indicator.Counting.stock, false), (.unknown, true), (.flow, true)] {
            let town = try await GateTown(.sqlite, counting: counting)
            for (quarter, counts) in zip(Self.quarters, [[9.0, 12, 14], [8, 11, 13], [7, 10, 15]]) {
                try await town.record(counts, in: quarter)
            }
            try await town.record([26, 46, 54], in: Self.year)
            try await town.publish(Array(Self.quarters.prefix(3)))
            let report = try await town.gate.examine(town.request([Self.year]))
            #expect((report.count(.secondary) > 0) == isLinked, "\(counting)")
        }
        let town = try await GateTown(.sqlite, counting: .unknown)
        for quarter in Self.quarters { try await town.record([20, 21, 22], in: quarter) }
        try await town.record([20, 21, 22], in: Self.year)
        try await town.publish(Self.quarters)
        let report = try await town.gate.examine(town.request([Self.year]))
        #expect(report.count(.published) == 4 && report.mismatches.isEmpty)
    }

    @Test("a wrong year in one district unties only this district", arguments: Indicator.Counting.allCases)
    func wrong(counting: Indicator.Counting) async throws {
        let town = try await GateTown(districts: 5, counting: counting)
        let counts = [[2.0, 30, 41, 22, 60], [10, 31, 40, 25, 61], [12, 33, 42, 24, 59], [14, 29, 38, 27, 63]]
        for (quarter, counts) in zip(Self.quarters, counts) { try await town.record(counts, in: quarter) }
        // 80 in the fifth district is less than any two of its quarters.
        try await town.record([38, 123, 161, 98, 80], in: Self.year)
        let report = try await town.publish(Self.quarters + [Self.year])
        let north = MeasuredValue.Place.area(town.fixture.north.id)
        let seen = (Self.quarters.dropFirst() + [Self.year]).allSatisfy {
            town.verdict(report, north, $0) == .published
        }
        #expect(seen == (counting == .stock))
        #expect(report.mismatches.contains { $0.place == .area(town.areas[4].id) } == (counting != .stock))
    }

    @Test("half-years, months and school years cut each other into pieces")
    func pieces() throws {
        let half = try #require(Period("2024-H1"))
        let third = try #require(Period("2024-Q3"))
        let school = try #require(Period("2024/25"))
        let august = try #require(Period("2024-08"))
        let periods = [Self.year, half, third, school, august]
        let found = GateTable.overlapping(periods + [try #require(Period("2023"))])
        #expect(found.count == 1 && Set(found[0]) == Set(periods))
        let pieces = GateTable.TimePieces(periods)
        // Half-year, July, August, September, the rest of the year, the rest of the school year.
        #expect(pieces.count == 6)
        #expect(pieces.ofPeriod.map(\.count) == [5, 1, 3, 4, 1])
    }

    @Test("a half-year and the quarter after it give the last quarter away")
    func mixed() async throws {
        let town = try await GateTown(.sqlite)
        let half = try #require(Period("2024-H1"))
        try await town.record([17, 23, 27], in: half)
        try await town.record([7, 10, 15], in: Self.quarters[2])
        try await town.record([26, 46, 54], in: Self.year)
        try await town.publish([half])
        try await town.publish([Self.quarters[2]])
        let report = try await town.gate.examine(town.request([Self.year]))
        #expect(report.isSafe && town.verdict(report, .area(town.fixture.north.id)) == .secondary)
    }

    @Test("an old sum still tells what was hidden then, after one of its numbers was corrected")
    func corrected() async throws {
        let town = try await GateTown(.sqlite)
        let later = IndicatorFixture.now.adding(seconds: 60)
        try await town.record([2, 10, 20], in: Self.year)
        let first = try await town.publish([Self.year])
        #expect(first.count(.secondary) == 1 && town.verdict(first, .area(town.fixture.south.id)) == .secondary)
        // With the new number of the third district alone, hiding that one would be cheaper; but 32 − 20 − 10 is known.
        try await town.record([2, 10, 5], in: Self.year, at: later)
        let report = try await town.publish([Self.year], at: later)
        #expect(report.isSafe && town.verdict(report, .area(town.fixture.south.id)) == .secondary)
    }

    @Test("nothing small follows from all that was ever published, in whatever order it was", arguments: 1...12)
    func random(seed: Int) async throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let town = try await GateTown(.sqlite)
        let months = (1...3).compactMap { Period("2024-0\($0)") }
        var counts = (0..<6).map { _ in
            (0..<3).map { _ in
                Double(generator.chance(25) ? generator.number(in: 0...3) : generator.number(in: 3...25))
            }
        }
        // Three months make the first quarter, four quarters the year.
        let add = { (rows: [[Double]]) in (0..<3).map { place in rows.reduce(0) { $0 + $1[place] } } }
        counts.append(add(Array(counts[0..<3])))
        counts.append(add(Array(counts[3...])))
        let periods = months + Self.quarters[1...] + [Self.quarters[0], Self.year]
        for (period, row) in zip(periods, counts) { try await town.record(row, in: period) }
        var order = periods
        for index in order.indices.dropFirst() { order.swapAt(index, generator.number(in: 0...index)) }
        while !order.isEmpty {
            let some = Array(order.prefix(generator.number(in: 1...3)))
            order.removeFirst(some.count)
            // Refused is safe as well: then nothing is published.
            do { try await town.publish(some) } catch GateRefusal.unsafe {}
        }
        let union = try await Self.union(town, periods, counts)
        #expect(union.audit.isSafe, "\(union.table.names(union.audit.exposed))")
        #expect(union.published > 0)
    }

    /// All numbers with all sums between them, written down without the gate's own tables.
    private static func union(_ town: GateTown, _ periods: [Period], _ counts: [[Double]]) async throws
        -> (table: CellTable, audit: Audit, published: Int)
    {
        let seen = try await town.seen()
        var cells: [CellTable.Cell] = []
        var hidden: [Bool] = []
        var needs: [Int: CellTable.Requirement] = [:]
        let rule = PrimaryRule(threshold: 3)
        for (period, row) in zip(periods, counts) {
            for (area, count) in zip(town.areas, row + [row.reduce(0, +)]) {
                let slot = Slot(indicator: town.births.id, place: .area(area.id), period: period)
                if rule.hides(count) { needs[cells.count] = rule.requirement }
                cells.append(.init("\(area.name) \(period)", count))
                hidden.append(seen[slot] == nil)
            }
        }
        let place = { (period: Int, area: Int) in period * town.areas.count + area }
        var equations: [CellTable.Equation] = []
        for period in periods.indices {
            equations.append(.init(total: place(period, 3), parts: (0..<3).map { place(period, $0) }))
        }
        for area in 0...3 {
            equations.append(.init(total: place(6, area), parts: [0, 1, 2].map { place($0, area) }))
            equations.append(.init(total: place(7, area), parts: [3, 4, 5, 6].map { place($0, area) }))
        }
        let table = CellTable(cells: cells, equations: equations, requirements: needs)
        return (table, Audit(table, hidden: hidden), hidden.count { !$0 })
    }
}

extension CellTable {
    func names(_ places: [Int]) -> [String] { places.map { cells[$0].id } }
}
