import Areas
import Foundation
import Indicators
import ModelProject
import Prevention
import Testing

@Suite("Kennzahlen des Modellvorhabens") struct FigureReaderTests {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/model-project")

    @Test("18 municipalities with 4,844,469 inhabitants, 794,660 of them under 18, in 2013")
    func people() throws {
        let content = try FigureReader(folder: folder).content()
        let sum = { (key: String) in
            content.values.filter { value in
                value.period == Period(year: 2013) && content.indicators.first { $0.key == key }?.id == value.indicator
            }.compactMap(\.events)
        }
        let people = sum("einwohner-modellkommunen")
        let children = sum("unter-18-modellkommunen")
        #expect(people.count == 18 && people.reduce(0, +) == 4_844_469)
        #expect(children.count == 18 && children.reduce(0, +) == 794_660)
    }

    @Test("numbers that 2016 only reprints stand at 2013 alone")
    func reprints() throws {
        let content = try FigureReader(folder: folder).content()
        let people = try #require(content.indicators.first { $0.key == "einwohner-modellkommunen" })
        let later = content.values.filter { $0.indicator == people.id && $0.period == Period(year: 2016) }
        #expect(Set(later.compactMap(\.events)) == [391_622, 300_267, 597_102])
    }

    @Test("FamoS reached 774 of 977 births in 2015")
    func famos() throws {
        let content = try FigureReader(folder: folder).content()
        let reached = try #require(content.indicators.first { $0.key == "famos-beratene-muetter" })
        let value = try #require(content.values.first { $0.indicator == reached.id })
        #expect(value.events == 774 && value.base == 977 && value.period == Period(year: 2015))
        #expect(abs((value.value ?? 0) - 79.2221) < 0.0001)
    }

    @Test("each real number names its source and is not marked as invented")
    func sources() throws {
        let content = try FigureReader(folder: folder).content()
        #expect(content.indicators.allSatisfy { !$0.isInvented && $0.source.contains("bericht") && !$0.caveat.isEmpty })
        #expect(Set(content.values.map(\.indicator)) == Set(content.indicators.map(\.id)))
    }
}
