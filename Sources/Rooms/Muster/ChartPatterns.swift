import Design
import HTML

/// Charts of the monitoring in all their states, with invented numbers.
enum ChartPatterns {
    private static let note = SourceNote("erfundene Zahlen", date: "31. Dezember 2025", base: "6.412 Kinder unter 15")

    static func classes(_ h: HTML) {
        h.h3("Klassen einer Wertekarte")
        for count in [3, 5, 7] {
            h.choroplethLegend(
                ChoroplethLegend(
                    ClassScale(bounds: (1...count).map { Double($0) * 5 }, least: 0), unit: .percent,
                    counts: Array(1...count), unknownCount: 2, secretCount: 1))
        }
        h.h3("Klassen um einen Vergleichswert")
        h.choroplethLegend(
            ChoroplethLegend(
                ClassScale(bounds: [-20, -10, -2, 2, 10, 20, 40], comparison: 0), unit: .percent, unknownCount: 1,
                secretCount: 1, comparisonTitle: "Stadt insgesamt"))
        let shapes = [
            "M0,0h40v30h-40Z", "M42,0h40v30h-40Z", "M84,0h36v30h-36Z", "M0,32h60v38h-60Z", "M62,32h58v38h-58Z",
        ]
        h.smallMultiples(
            SmallMultiples(
                maps: "Seit 2022 steigt der Anteil vor allem in Hafen", unit: .percent,
                scale: ClassScale(bounds: [5, 10, 15, 20, 25]), areas: ["Hafen", "Mitte", "Mühle", "West", "Ost"],
                shapes: shapes, width: 120, height: 70,
                panels: (2022...2025).map { year in
                    (
                        "\(year)",
                        [.of(Double(year - 2017) * 3), .of(12), .secret, .unknown, .of(Double(2025 - year))],
                        .to("/")
                    )
                }, note: note))
    }

    static func series(_ h: HTML) {
        h.chart(
            LineChart(
                "Im Hafen nehmen mehr Kinder an der U8 teil als 2016", unit: .percent,
                valueTitle: "Teilnahme an der U8",
                periods: (2016...2025).map(String.init),
                lines: [
                    LineChart.Line("Hafen", harbour, isMain: true),
                    LineChart.Line("Musterstadt", walk(from: 79, by: 0.6)),
                    LineChart.Line("Musterkreis", walk(from: 82, by: 0.3)),
                    LineChart.Line("ähnliche Gebiete", walk(from: 74, by: 0.5)),
                ],
                levels: [
                    LineChart.Level(.target, 90, period: "2028"), LineChart.Level(.baseline, 68, period: "2016"),
                ],
                note: note,
                remarks: ["2019 und 2021 fehlen: einmal wurde nicht gezählt, einmal waren es zu wenige Kinder."]))
        h.smallMultiples(
            SmallMultiples(
                lines: "Überall auf demselben Weg, nur Mühle nicht", unit: .percent,
                periods: (2016...2025).map(String.init),
                panels: [
                    panel("Hafen", harbour, isMarked: true), panel("Mitte", walk(from: 70, by: 1)),
                    panel("Mühle", walk(from: 84, by: -0.8)), panel("West", walk(from: 75, by: 0.2)),
                ], note: note))
        h.p {
            h.text("Verlauf im Text: ")
            h.sparkline(Sparkline(harbour, from: "2016", to: "2025", unit: .percent))
        }
    }

    static func comparison(_ h: HTML) {
        h.rankingChart(
            RankingChart(
                "Nur zwei Stadtteile unterscheiden sich sicher vom Mittel", unit: .percent,
                valueTitle: "Teilnahme an der U8",
                rows: [
                    RankingChart.Row("Hafen", .of(81, low: 75, high: 86), link: .to("/"), isMarked: true),
                    RankingChart.Row("Mitte", .of(91, low: 88.5, high: 93), link: .to("/")),
                    RankingChart.Row("Mühle", .of(86, low: 70, high: 96)),
                    RankingChart.Row("Musterstadt-Weiher", .of(70, low: 61, high: 78)),
                    RankingChart.Row("Ost", .secret), RankingChart.Row("West", .unknown),
                    RankingChart.Row("Südstadt", .of(84, low: 81, high: 87)),
                ], mean: 83.4, note: note, remarks: ["Unsicherheit nach Wilson, 95 %."]))
        h.rankBands(
            RankBands(
                "Hafen liegt zwischen Platz 1 und 3",
                rows: [
                    RankBands.Row("Hafen", 1...3, median: 2, link: .to("/"), isMarked: true),
                    RankBands.Row("Mitte", 1...5, median: 3), RankBands.Row("Mühle", 3...9, median: 6),
                    RankBands.Row("West", 9...9),
                ], count: 9, note: note))
        h.gapBars(
            GapBars(
                "In zwei Stadtteilen fehlen Plätze", unit: ChartUnit("Plätze", places: 0),
                rows: [
                    GapBars.Row("Hafen", capacity: 20, share: 44, plainShare: 32, link: .to("/")),
                    GapBars.Row("Mitte", capacity: 60, share: 29, plainShare: 44),
                    GapBars.Row("Mühle", capacity: 45, share: 45.2), GapBars.Row("West", capacity: 0, share: 12),
                    GapBars.Row("Ost", capacity: 18, share: nil), GapBars.Row("Südstadt", capacity: nil, share: nil),
                ], note: note))
    }

    static func clouds(_ h: HTML) {
        h.chart(
            FunnelChart(
                "Zwei Stadtteile liegen außerhalb dessen, was der Zufall erklärt", unit: .percent,
                valueTitle: "Teilnahme an der U8", baseTitle: "Kinder mit Einladung",
                points: cloud.enumerated().map { index, point in
                    FunnelChart.Point(
                        "Gebiet \(index + 1)", base: point.0, value: point.1,
                        standing: index == 3 ? .beyondThree : index == 7 ? .beyondTwo : .inside, isMarked: index == 5)
                }, mean: 83,
                limits: stride(from: 10.0, through: 400, by: 10).map { base in
                    let spread = (83 * 17 / base).squareRoot()
                    return FunnelChart.Limit(
                        base: base, two: 83 - 2 * spread...83 + 2 * spread, three: 83 - 3 * spread...83 + 3 * spread)
                }, note: note))
        h.chart(
            ScatterChart(
                "Wo mehr Kinder in beengten Wohnungen leben, gehen weniger zur U8",
                across: ScatterChart.Axis("beengt wohnende Kinder", .percent),
                up: ScatterChart.Axis("Teilnahme an der U8", .percent),
                points: cloud.enumerated().map { index, point in
                    ScatterChart.Point(
                        "Gebiet \(index + 1)", x: 100 - point.1 + Double(index % 4) * 3, y: point.1, base: point.0,
                        isMarked: index == 5)
                }, baseTitle: "Kinder mit Einladung", note: note,
                remarks: [
                    "Zusammenhang der Gebiete: −0,71 (95 %: −0,88 bis −0,38). Das sagt nichts über einzelne Kinder und nichts über Ursachen."
                ]))
    }

    private static let harbour: [ChartValue] = [
        .of(68, low: 61, high: 74), .of(70, low: 64, high: 76), .of(69, low: 63, high: 75), .unknown,
        .of(74, low: 68, high: 79), .secret, .of(77, low: 71, high: 82), .of(79, low: 73, high: 84),
        .of(80, low: 74, high: 85), .of(81, low: 75, high: 86),
    ]

    private static let cloud: [(Double, Double)] = [
        (40, 88), (65, 79), (90, 84), (310, 71), (120, 86), (150, 80), (180, 85), (210, 90.5), (240, 82), (350, 84),
        (22, 72), (30, 95), (75, 81), (140, 83), (270, 86),
    ]

    private static func walk(from start: Double, by step: Double) -> [ChartValue] {
        (0..<10).map { .of(start + Double($0) * step) }
    }

    private static func panel(
        _ title: String, _ values: [ChartValue], isMarked: Bool = false
    ) -> SmallMultiples.Panel {
        SmallMultiples.Panel(title, words: "2016 bis 2025", .line(values), link: .to("/"), isMarked: isMarked)
    }
}
