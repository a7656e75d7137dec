import Design
import HTML
import Prevention

/// Tables, the chain, charts and maps with invented numbers.
enum FigurePatterns {
    static func tables(_ h: HTML) {
        h.dataTable(
            DataTable(
                "Ziele und Stand",
                columns: [
                    Column("Ziel", sort: .text), Column("2024", isNumeric: true, sort: .number),
                    Column("2025", isNumeric: true, sort: .number, order: .descending), Column("Stand"),
                ],
                rows: [
                    [
                        .link("Vorsorge U8", .to("/")), .number("82 %", 82), .number("81 %", 81),
                        .badge("zu langsam", .warning),
                    ],
                    [
                        .text("Anschluss nach Klasse 10"), .number("77 %", 77), .number("–", nil),
                        .badge("Zahl fehlt", nil),
                    ],
                    [
                        .text("Besuche nach der Geburt"), .number("61 %", 61), .number("74 %", 74),
                        .badge("auf dem Weg", .good),
                    ],
                ],
                foot: [.text("Mittel"), .number("73 %", 73), .number("78 %", 78), .empty]))
        h.sourceNote(SourceNote("Jahresbericht Musterkreis", date: "3. März 2026", base: "1.184 Kinder"))
    }

    static func chain(_ h: HTML) {
        h.matrix(
            Matrix(
                "Angebote und Bedarf je Handlungsfeld und Altersphase",
                rows: [
                    Matrix.Row(
                        "Gesundheit",
                        cells: [
                            cell(14, .fits, 92, 80), cell(9, .scarce, 60, 75), cell(6, .gap, 40, 70),
                            cell(5, .scarce, 44, 50),
                        ]),
                    Matrix.Row(
                        "Kinder- und Jugendhilfe", link: .to("/"),
                        cells: [
                            cell(11, .fits, 70, 66), cell(23, .more, 120, 70), cell(17, .fits, 80, 74),
                            cell(12, .fits, 60, 60),
                        ]),
                    Matrix.Row(
                        "Soziale Sicherung und Arbeit",
                        cells: [
                            MatrixCell(count: 4, link: .to("/"), caption: "Angebote"),
                            MatrixCell(count: 0, state: .none),
                            MatrixCell(count: 12, state: .unknown, link: .to("/"), caption: "Angebote"),
                            cell(2, .gap, 0, 52),
                        ]),
                ]))
    }

    private static func cell(_ count: Int, _ state: SupplyState, _ supply: Int, _ need: Int) -> MatrixCell {
        MatrixCell(count: count, state: state, supply: supply, need: need, link: .to("/-/muster"))
    }

    static func figures(_ h: HTML) {
        h.div(.class("duo")) {
            h.div {
                h.barChart(
                    "Die meisten Angebote gibt es rund um die Kita", label: "Altersphase", unit: "Angebote",
                    bars: [
                        Bar("Schwangerschaft & Geburt", 42, "42"),
                        Bar("Rund um die Kita", 96, "96", link: .to("/"), isMarked: true),
                        Bar("Schule", 61, "61"), Bar("Jugend & Beruf", 0, "0"),
                    ], note: SourceNote("Register Musterkreis", date: "3. März 2026", base: "209 Angebote"))
            }
            h.div {
                h.pointMap(
                    PointMap(
                        "Karte mit nummerierten Orten. Dieselben Orte stehen in der Liste.", points: points,
                        areas: [
                            ("Nordviertel", 51.556, 7.69), ("Mitte", 51.537, 7.69), ("Hafen", 51.519, 7.665),
                            ("Südstadt", 51.505, 7.71),
                        ].compactMap { name, latitude, longitude in
                            Coordinate(latitude: latitude, longitude: longitude).map { MapArea(name, centre: $0) }
                        }, home: Coordinate(latitude: 51.54, longitude: 7.70)))
            }
        }
        h.tileMap(
            TileMap(
                "Am meisten zu gewinnen in Hafen und Mitte", tiles: tiles,
                legend: [
                    1: "unter 15 %", 2: "15 bis unter 20 %", 3: "20 bis unter 25 %", 4: "25 % und mehr",
                    0: "zu wenige Kinder, nicht gezeigt",
                ], note: SourceNote("erfundene Zahlen", base: "1.184 Kinder"), placeHead: "Stadtteil",
                valueHead: "Anteil"))
        h.tileMap(TileMap("Dieselben Stadtteile als Quadrate", tiles: Array(tiles.prefix(5)), shape: .square))
    }

    private static var points: [MapPoint] {
        [
            (1, "Sprechstunde", 51.533, 7.675), (2, "Familienbüro", 51.548, 7.71), (3, "Café", 51.512, 7.66),
            (4, "Kurs", 51.5122, 7.6602),
        ].compactMap { number, title, latitude, longitude in
            Coordinate(latitude: latitude, longitude: longitude).map { MapPoint(number, title, $0, link: .to("/")) }
        }
    }

    private static var tiles: [MapTile] {
        [
            MapTile("Nordviertel", column: 1, row: 0, level: 1, words: "14,2 %", link: .to("/")),
            MapTile("Mühle", column: 2, row: 0, level: 0, words: "–"),
            MapTile("Hafen", column: 0, row: 1, level: 4, words: "31,8 %", link: .to("/")),
            MapTile("Mitte", column: 1, row: 1, level: 4, words: "27,4 %"),
            MapTile("Ost", column: 2, row: 1, level: 2, words: "19,6 %"),
            MapTile("Musterstadt-Weiher", column: 3, row: 0, level: 1, words: "12,1 %"),
            MapTile("West", column: 1, row: 2, level: 3, words: "22,3 %"),
            MapTile("Südstadt", column: 2, row: 2, level: 2, words: "18,9 %"),
        ]
    }
}
