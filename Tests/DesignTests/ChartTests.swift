import HTML
import Testing
import Texts

@testable import Design

@Suite("Diagramme") struct ChartTests {
    @Test(
        "a scale begins and ends on round numbers and covers every value",
        arguments: [
            [3.2, 17.9], [0], [5, 5, 5], [-4, -4], [1e-7, 2e-7], [61, 100], [0, 898_000_000], [-3, 12.5],
            [0.001, 0.0041],
        ])
    func scaleCovers(values: [Double]) throws {
        let scale = ChartScale(covering: values)
        let least = try #require(values.min())
        let most = try #require(values.max())
        #expect(scale.low <= least && scale.high >= most && scale.low < scale.high)
        #expect(scale.ticks.count >= 2 && scale.ticks.count <= 12, "\(scale.ticks)")
        #expect(scale.ticks == scale.ticks.sorted())
        for value in values { #expect((0...1).contains(scale.share(value))) }
    }

    @Test("what cannot be drawn does not stretch a scale")
    func hostileScale() {
        let scale = ChartScale(covering: [.nan, .infinity, -.infinity, 1e300, 3, 7])
        #expect(scale.low >= 0 && scale.high <= 10)
        #expect(scale.share(.nan) == 0 && scale.share(1e300) == 1)
        #expect(ChartScale(covering: []).ticks.count >= 2)
        #expect(ChartScale(covering: [63, 81], isFromZero: true).low == 0)
    }

    @Test("a value that is no number is unknown, an interval that is none is left out, zero is a number")
    func values() {
        #expect(ChartValue.of(.nan) == .unknown && ChartValue.of(.infinity) == .unknown)
        #expect(ChartValue.of(0).number == 0)
        #expect(ChartValue.of(5, low: 9, high: 2).interval == nil)
        #expect(ChartValue.secret.number == nil && ChartValue.unknown.number == nil)
    }

    @Test("each class has its own paint, light to dark, and the states without a number have others")
    func classes() {
        for count in 3...7 {
            let scale = ClassScale(bounds: (1...count).map(Double.init))
            let names = (1...count).map { scale.paint(level: $0).name }
            #expect(Set(names).count == count && names == names.sorted())
            #expect(Set(names + [AreaPaint.unknown.name, AreaPaint.secret.name]).count == count + 2)
            #expect(scale.paint(.of(0)) == .sequential(1, of: count))
            #expect(scale.paint(.of(1)) == .sequential(1, of: count))
            #expect(scale.paint(.of(1.01)) == .sequential(2, of: count))
            #expect(scale.paint(.of(99)) == .sequential(count, of: count))
        }
        #expect(ClassScale(bounds: [], comparison: 1).paint(.secret) == .secret)
        #expect(ClassScale(bounds: [3, 1, 3, .nan, 2]).bounds == [1, 2, 3])
        let around = ClassScale(bounds: [-5, 5, 20], comparison: 0)
        #expect((1...3).map { around.paint(level: $0).overlay != nil } == [true, false, false])
    }

    @Test("the ranking says who can be told from the mean, and of nobody without an interval")
    func ranking() {
        let chart = RankingChart(
            "Vergleich", unit: .percent, valueTitle: "Anteil",
            rows: [
                RankingChart.Row("Ost", .unknown), RankingChart.Row("Nord", .of(20, low: 15, high: 25)),
                RankingChart.Row("Süd", .of(40, low: 31, high: 50)), RankingChart.Row("West", .of(60)),
                RankingChart.Row("Aue", .secret),
            ], mean: 30)
        #expect(chart.rows.map(\.title) == ["West", "Süd", "Nord", "Aue", "Ost"])
        #expect(chart.rows.map(chart.standing) == [.unsure, .higher, .lower, .unsure, .unsure])
        let h = HTML()
        h.rankingChart(chart)
        #expect(h.string.contains("geheim gehalten") && h.string.contains("nicht bekannt"))
        #expect(!h.string.contains("style="))
    }

    @Test("a gap is shown only where need and places are known, and a tiny one fits")
    func gaps() {
        let h = HTML()
        h.gapBars(
            GapBars(
                "Plätze", unit: ChartUnit("Plätze", places: 0),
                rows: [
                    GapBars.Row("Ost", capacity: 10, share: nil), GapBars.Row("West", capacity: nil, share: 9),
                    GapBars.Row("Aue", capacity: 10, share: 10.3), GapBars.Row("Nan", capacity: .nan, share: 4),
                ]))
        #expect(!h.string.contains("fehlen") && !h.string.contains("isgap"))
        #expect(GapBars.Row("Nord", capacity: 10, share: 14).gap == 4)
    }

    @Test("places beyond the number of areas widen the axis instead of leaving it")
    func places() {
        let bands = RankBands("Plätze", rows: [RankBands.Row("Ost", 2...12)], count: 3)
        #expect(bands.count == 12)
        let h = HTML()
        h.rankBands(RankBands("Plätze", rows: [], count: 0))
        h.rankBands(bands)
        #expect(h.string.contains("Platz 2–12"))
    }

    @Test("a series is interrupted where a number is missing, and its band with it")
    func gapsInSeries() {
        let box = PlotBox(
            x: 0, y: 0, width: 100, height: 100, across: ChartScale(low: 0, high: 4), up: ChartScale(low: 0, high: 10))
        #expect(box.line([0, 5, nil, 10, nil]) == "M0,100L25,50M75,0")
        #expect(
            box.band([(0, (1, 2)), (1, (1, 2)), (2, nil), (3, (1, 2))]) == "M0,80L25,80L25,90L0,90Z")
    }

    @Test("labels are pushed apart and stay inside")
    func labels() {
        let placed = LabelStack.spread([50, 51, 52, 99], gap: 10, within: 0...100)
        #expect(placed == [50, 60, 70, 99])
        #expect(LabelStack.spread([100, 100, 100], gap: 10, within: 0...100).sorted() == [80, 90, 100])
    }

    /// Charts with nothing in them, or nothing that can be drawn.
    private static var hostile: [any Chart] {
        let huge: [ChartValue] = [.value(.nan, low: nil, high: nil), .value(1e300, low: 0, high: .infinity), .of(3)]
        return [
            LineChart("<leer>", unit: .percent, valueTitle: "", periods: [], lines: []),
            LineChart(
                "x", unit: .percent, valueTitle: "<b>", periods: ["1", "2", "3", "4"],
                lines: [LineChart.Line("<script>", huge, isMain: true)],
                levels: [LineChart.Level(.target, .infinity), LineChart.Level(.baseline, 4)]),
            FunnelChart("x", unit: .percent, valueTitle: "", baseTitle: "", points: [], mean: .nan, limits: []),
            FunnelChart(
                "x", unit: .percent, valueTitle: "", baseTitle: "",
                points: [FunnelChart.Point("a", base: 0, value: .nan, standing: .inside)], mean: 3, limits: []),
            ScatterChart("x", across: .init("", .percent), up: .init("", .plain), points: []),
            ScatterChart(
                "x", across: .init("", .percent), up: .init("", .plain),
                points: [.init("<a>", x: 1, y: 2, base: -4), .init("b", x: .nan, y: 1)], baseTitle: "Kinder"),
            RankingChart("x", unit: .percent, valueTitle: "", rows: [.init("<i>", huge[1])], mean: .nan),
            GapBars("x", rows: [.init("<i>", capacity: .infinity, share: -3)]),
            RankBands("x", rows: [.init("<i>", 1...1)], count: 1),
        ]
    }

    @Test("empty and hostile input is drawn without breaking out", arguments: ChartWidth.allCases)
    func hostileInput(width: ChartWidth) {
        for chart in Self.hostile {
            let h = HTML()
            chart.draw(h, width)
            h.chart(chart)
            for word in ["<script>", "<i>", "<b>", "nan", "inf,", "style="] {
                #expect(!h.string.contains(word), "\(type(of: chart)): \(word)")
            }
            #expect(h.string.contains("viewBox"))
        }
    }

    @Test("a small line without numbers is a dash, with one number a dot and words")
    func sparkline() {
        let empty = HTML()
        empty.sparkline(Sparkline([.unknown, .secret], from: "2020", to: "2021", unit: .percent))
        #expect(empty.string.contains("–") && !empty.string.contains("<svg"))
        let one = HTML()
        one.sparkline(Sparkline([.unknown, .of(7)], from: "2020", to: "2021", unit: .percent))
        #expect(one.string.contains("7,0") && one.string.contains("<circle"))
    }

    @Test("a long title of an axis takes two lines, and no word is lost")
    func axisTitle() {
        #expect(PlotBox.lines("Wert (%)", most: 46) == ["Wert (%)"])
        let lines = PlotBox.lines("Anteil der Kinder mit Übergewicht bei der Schuleingangsuntersuchung", most: 46)
        #expect(lines == ["Anteil der Kinder mit Übergewicht bei der", "Schuleingangsuntersuchung"])
        #expect(PlotBox.lines("Schuleingangsuntersuchungsergebnisse", most: 10).count == 1)
    }
}
