import Areas
import Indicators
import Prevention
import Testing

@testable import Chain

@Suite("Bedarf nach einem Index") struct GapIndexNeedTests {
    private let definition = IndexDefinition(
        name: "Chancen",
        groups: [.init("Lage", [.init("armut", .unfavourable)]), .init("Bildung", [.init("sprache", .favourable)])],
        treatsOutliers: false, version: 3)

    private func series(_ sample: GapSample, _ key: String, _ values: [Double?]) throws -> PublishedSeries {
        let period = try #require(Period(year: 2024))
        let cells = zip(sample.districts, values).map { area, value in
            (area.id, value.map { PublishedValue(state: .available, value: $0) } ?? .suppressed)
        }
        return PublishedSeries(
            Indicator(id: ID(), key: key, name: key, measure: .share(per: 100), source: "Statistik \(key)"),
            [period: Dictionary(uniqueKeysWithValues: cells)])
    }

    private func frame(_ sample: GapSample) -> GapFrame {
        GapFrame(area: sample.town, tree: sample.tree, today: GapSample.today, finest: false)
    }

    private func need(_ sample: GapSample, group: Int? = nil, sprache: [Double?] = [90, 50, 70, 10]) throws
        -> GapIndexNeed?
    {
        GapIndexNeed(
            GapNeedChoice(definition.id, group: group), definition,
            [
                "armut": try series(sample, "armut", [10, 20, 30, 40]),
                "sprache": try series(sample, "sprache", sprache),
            ], frame(sample))
    }

    @Test("need is what is missing to 100; a sub-index stands for itself")
    func values() throws {
        let sample = try GapSample()
        let whole = try #require(try need(sample))
        // Points: poverty 100, 66.67, 33.33, 0; language 100, 50, 75, 0.
        let expected = [0, 1 - (200.0 / 3 + 50) / 200, 1 - (100.0 / 3 + 75) / 200, 1]
        #expect(zip(whole.values, expected).allSatisfy { abs(($0 ?? 9) - $1) < 1e-9 })
        #expect(whole.name == "Chancen" && whole.sources == ["Statistik armut", "Statistik sprache"])
        let language = try #require(try need(sample, group: 1))
        #expect(language.values == [0, 0.5, 0.25, 1] && language.name == "Chancen: Bildung")
        #expect(language.sources == ["Statistik sprache"] && language.share(of: "sprache") == 1)
        #expect(try need(sample, group: 2) == nil)
    }

    @Test("a hidden value leaves the need of a sub-index unknown, and no gap is told")
    func hidden() throws {
        var sample = try GapSample()
        try sample.standard()
        sample.offer("Gruppe", places: 50, scope: [0])
        let index = try #require(try need(sample, group: 1, sprache: [90, 50, 70, nil]))
        #expect(index.values[3] == nil && index.isSuppressed == [false, false, false, true])
        let basis = GapBasis(
            frame(sample), offers: sample.offers.map(ChainOffer.init), figures: sample.figures, rule: .standard,
            index: index)
        let cells = ChainGaps(basis, lambda: 1).cells(.aroundKita, .education)
        #expect(cells[3].state == .unknown && cells[3].unknown == .needSuppressed)
        #expect(cells[1].need == 1 && cells[0].need == 0)
    }

    @Test("the address names index and sub-index; what cannot be read is as if not asked")
    func address() throws {
        let choice = GapNeedChoice(definition.id, group: 1)
        #expect(GapNeedChoice(choice.text) == choice && choice.text.hasSuffix(".2"))
        #expect(GapNeedChoice(definition.id.text)?.group == nil)
        for text in ["", "x", "\(definition.id.text).0", "\(definition.id.text).x", "\(definition.id.text).-1"] {
            #expect(GapNeedChoice(text) == nil, "\(text)")
        }
    }
}
