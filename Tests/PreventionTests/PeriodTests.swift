import Prevention
import Testing

@Suite("Zeitraum")
struct PeriodTests {
    @Test(
        "is read and written in one form",
        arguments: [
            ("2022", "2022", "2022-01-01", "2022-12-31"), ("2022/23", "2022/23", "2022-08-01", "2023-07-31"),
            ("1999/2000", "1999/00", "1999-08-01", "2000-07-31"), ("2022-H2", "2022-H2", "2022-07-01", "2022-12-31"),
            ("2022-Q1", "2022-Q1", "2022-01-01", "2022-03-31"), ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
            ("31.12.2022", "2022-12-31", "2022-12-31", "2022-12-31"),
            ("2022-q4", "2022-Q4", "2022-10-01", "2022-12-31"),
        ])
    func reads(written: String, stored: String, first: String, last: String) throws {
        let period = try #require(Period(written))
        #expect(period.description == stored)
        #expect(Period(stored) == period)
        #expect(period.firstDay.description == first)
        #expect(period.lastDay.description == last)
    }

    @Test(
        "what is no period is none",
        arguments: ["", "22", "2022/24", "2022-H3", "2022-Q0", "2022-13", "2022-02-30", "Jahr", "2022/", "2022-"])
    func refuses(written: String) { #expect(Period(written) == nil) }

    @Test("what ends later is newer")
    func order() {
        let periods = ["2022", "2021/22", "2022-Q1", "2021"].compactMap { Period($0) }.sorted()
        #expect(periods.map(\.description) == ["2021", "2022-Q1", "2021/22", "2022"])
    }
}
