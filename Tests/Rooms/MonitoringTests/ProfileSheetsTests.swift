import Indicators
import Prevention
import Testing

@testable import Monitoring

@Suite("Steckbrief: zwei Seiten") struct ProfileSheetsTests {
    private static func row(_ name: String, _ measure: Indicator.Measure = .score) throws -> AreaProfile.Row {
        let indicator = Indicator(id: ID(), key: name, name: name, kind: .outcome, measure: measure)
        return AreaProfile.Row(
            series: PublishedSeries(indicator, [:]), period: try #require(Period(year: 2025)), value: .suppressed,
            town: nil, kreis: nil, similar: nil, target: nil)
    }

    /// Groups of so many rows each.
    private static func groups(_ counts: [Int]) throws -> [AreaProfile.Group] {
        try zip(LifeStage.allCases, counts).map { stage, count in
            (stage, try (0..<count).map { try row("\(stage.rawValue)-\($0)") })
        }
    }

    /// Millimetres that the groups take.
    private func used(_ groups: [AreaProfile.Group], _ height: Double) -> Double {
        groups.map { ProfileSheets.title + Double($0.rows.count) * height }.reduce(0, +)
    }

    @Test(
        "no page is ever fuller than it can be, nothing is lost and nothing shown twice",
        arguments: [0, 1, 3, 9, 40], [8.5, 12.4, 30])
    func room(count: Int, height: Double) throws {
        for spaces in [(120.0, 150.0), (40, 180), (0, 100), (5, 5)] {
            let groups = try Self.groups([count, count * 2, 1])
            let sheets = ProfileSheets(groups, space: spaces) { _ in height }
            #expect(used(sheets.first, height) <= max(spaces.0, 0) && used(sheets.second, height) <= max(spaces.1, 0))
            let names = sheets.rows.map(\.indicator.key)
            #expect(Set(names).count == names.count)
            #expect(names.count + sheets.leftOut == groups.map(\.rows.count).reduce(0, +))
        }
    }

    @Test("every stage gets its first row before any gets its third")
    func fair() throws {
        let sheets = ProfileSheets(try Self.groups([20, 20, 20]), space: (60, 60)) { _ in 9 }
        let shown = (sheets.first + sheets.second).map(\.stage)
        #expect(Set(shown) == Set(LifeStage.allCases.prefix(3).map(Optional.some)))
        #expect(sheets.leftOut > 40)
    }

    @Test("what can be compared comes before mere counts, whatever the stage")
    func counts() throws {
        let groups: [AreaProfile.Group] = [
            (.pregnancyAndBirth, [try Self.row("quote"), try Self.row("geburten", .count)]),
            (.aroundKita, try (0..<4).map { try Self.row("kita-\($0)") } + [try Self.row("kinder", .count)]),
        ]
        let sheets = ProfileSheets(groups, space: (40, 40)) { _ in 9 }
        #expect(sheets.rows.map(\.indicator.key) == ["quote", "kita-0", "kita-1", "kita-2", "kita-3"])
        #expect(sheets.leftOut == 2)
    }

    @Test("what fits on the first page stays there")
    func few() throws {
        let sheets = ProfileSheets(try Self.groups([2, 1]), space: (120, 150)) { _ in 9 }
        #expect(sheets.first.count == 2 && sheets.second.isEmpty && sheets.leftOut == 0)
    }

    @Test("a text takes as many lines as its words need, long words break")
    func lines() {
        #expect(ProfileSheets.lines("", 10) == 1 && ProfileSheets.lines("kurz", 10) == 1)
        #expect(ProfileSheets.lines("eins zwei drei", 9) == 2)
        #expect(ProfileSheets.lines("Schuleingangsuntersuchung", 10) == 3)
    }
}
