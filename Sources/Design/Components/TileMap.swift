package import HTML
import Texts

/// Kachel: one area of a tile map.
package struct MapTile: Sendable, Hashable {
    package let name: String
    /// Place in the grid, 0 for the first; every odd row of a hexagon map is shifted by half a tile.
    package let column: Int
    package let row: Int
    /// Class of the value: 1 lowest … 4 highest, 0 for suppressed or unknown.
    package let level: Int
    /// The value in words: "31,8 %"; `–` if not shown.
    package let words: String
    package let link: Link?

    package init(_ name: String, column: Int, row: Int, level: Int, words: String, link: Link? = nil) {
        self.name = name
        self.column = column
        self.row = row
        self.level = min(max(level, 0), 4)
        self.words = words
        self.link = link
    }
}

/// Kachelkarte: areas as tiles of equal size, so that a small town is seen as well as a big one.
package struct TileMap: Sendable {
    package enum Shape: Sendable, Hashable {
        case square, hexagon
    }

    package var title: String
    package var tiles: [MapTile]
    package var shape: Shape
    /// Words for the levels 0…4 that the legend shows; levels without words are left out.
    package var legend: [Int: String]
    package var note: SourceNote?
    /// Heads of the table with the same content.
    package var placeHead: String?
    package var valueHead: String?

    package init(
        _ title: String, tiles: [MapTile], shape: Shape = .hexagon, legend: [Int: String] = [:],
        note: SourceNote? = nil,
        placeHead: String? = nil, valueHead: String? = nil
    ) {
        self.title = title
        self.tiles = tiles
        self.shape = shape
        self.legend = legend
        self.note = note
        self.placeHead = placeHead
        self.valueHead = valueHead
    }
}

extension HTML {
    /// The map with its legend, its source and a table of the same values.
    package func tileMap(_ map: TileMap) {
        need("classes")
        figure(.class("sourced tilemap")) {
            let box = TileGeometry(map)
            svg(.attribute("viewBox", box.viewBox), .role("group"), .label(map.title + " " + words.figure.asTable)) {
                for tile in map.tiles { self.tile(tile, box) }
            }
            if !map.legend.isEmpty { levelLegend(map.legend) }
            if let note = map.note { figcaption { sourceNote(note) } }
        }
        disclosure(words.figure.asTable) {
            dataTable(
                DataTable(
                    map.title,
                    columns: [
                        Column(map.placeHead ?? words.figure.place, sort: .text),
                        Column(map.valueHead ?? words.figure.value, isNumeric: true),
                    ],
                    rows: map.tiles.map { tile in
                        [
                            tile.link.map { .link(tile.name, $0) } ?? .text(tile.name),
                            .text(
                                tile.level == 0 && ["", "–"].contains(tile.words) ? words.figure.suppressed : tile.words
                            ),
                        ]
                    }, isCaptionHidden: true))
        }
    }

    private func tile(_ tile: MapTile, _ box: TileGeometry) {
        let centre = box.centre(tile)
        let content = { [self] in
            tileShape("k\(tile.level)", centre, box)
            if tile.level == 4 { tileShape("k4x", centre, box) }
            let lines = TileGeometry.lines(tile.name)
            let top = centre.y - (tile.words.isEmpty ? 0 : 10) - Double(lines.count - 1) * 8
            for (index, line) in lines.enumerated() {
                svgText(
                    line, .attribute("x", Points.text(centre.x)),
                    .attribute("y", Points.text(top + Double(index) * 16 + 4)),
                    // Words that cannot be broken are drawn narrower rather than over the edge.
                    .attribute("textLength", line.count > 13 ? "102" : nil),
                    .attribute("lengthAdjust", line.count > 13 ? "spacingAndGlyphs" : nil))
            }
            if !tile.words.isEmpty {
                svgText(
                    tile.words, .class("v"), .attribute("x", Points.text(centre.x)),
                    .attribute("y", Points.text(top + Double(lines.count) * 16 + 10)))
            }
        }
        let name = tile.level >= 3 ? "tile hi" : "tile"
        if let link = tile.link {
            a(.class(name), .href(link), .label("\(tile.name): \(tile.words)"), content: content)
        } else {
            g(.class(name), .role("img"), .label("\(tile.name): \(tile.words)"), content: content)
        }
    }

    private func tileShape(_ name: String, _ centre: (x: Double, y: Double), _ box: TileGeometry) {
        path(
            .class(name), .attribute("d", box.outline(centre)), .attribute("stroke-width", "2"),
            .attribute("stroke-linejoin", "round")
        ) {}
    }

    /// Legend of the levels of a map.
    package func levelLegend(_ legend: [Int: String]) {
        need("classes")
        ul(.class("legend")) {
            for level in [1, 2, 3, 4, 0] {
                if let words = legend[level] {
                    li {
                        svg(
                            .attribute("width", "34"), .attribute("height", "24"), .attribute("viewBox", "0 0 34 24"),
                            .hidden()
                        ) {
                            legendPatch("k\(level)")
                            if level == 4 { legendPatch("k4x") }
                        }
                        text(words)
                    }
                }
            }
        }
    }

    private func legendPatch(_ name: String) {
        rect(
            .class(name), .attribute("x", "1"), .attribute("y", "1"), .attribute("width", "32"),
            .attribute("height", "22"),
            .attribute("rx", "9"), .attribute("stroke-width", "2")
        ) {}
    }
}

/// Where the tiles lie.
struct TileGeometry {
    let shape: TileMap.Shape
    let columns: Int
    let rows: Int
    let isShifted: Bool
    static let width = 116.0
    static let height = 100.0

    init(_ map: TileMap) {
        shape = map.shape
        columns = (map.tiles.map(\.column).max() ?? 0) + 1
        rows = (map.tiles.map(\.row).max() ?? 0) + 1
        isShifted = map.shape == .hexagon && map.tiles.contains { $0.row % 2 == 1 }
    }

    private var step: Double { shape == .hexagon ? Self.height * 0.8 + 6 : Self.height }

    var size: (width: Double, height: Double) {
        (
            Double(columns) * Self.width + (isShifted ? Self.width / 2 : 0) + 6,
            Double(rows - 1) * step + Self.height + 8
        )
    }

    var viewBox: String { "0 0 \(Points.text(size.width)) \(Points.text(size.height))" }

    func centre(_ tile: MapTile) -> (x: Double, y: Double) {
        let shift = shape == .hexagon && tile.row % 2 == 1 ? Self.width / 2 : 0
        return (3 + Self.width * (Double(tile.column) + 0.5) + shift, 4 + Self.height / 2 + Double(tile.row) * step)
    }

    /// Hexagon standing on its point, or a square; both a little smaller than their place.
    func outline(_ centre: (x: Double, y: Double)) -> String {
        let w = Self.width / 2 - 4
        let h = Self.height / 2 - 2
        let corners: [(Double, Double)] =
            shape == .hexagon
            ? [(0, -h), (w, -h * 0.55), (w, h * 0.55), (0, h), (-w, h * 0.55), (-w, -h * 0.55)]
            : [(-w, -h + 4), (w, -h + 4), (w, h - 4), (-w, h - 4)]
        return Self.rounded(corners.map { (centre.x + $0.0, centre.y + $0.1) }, radius: 16)
    }

    /// A polygon with round corners.
    private static func rounded(_ corners: [(Double, Double)], radius: Double) -> String {
        var path = ""
        for index in corners.indices {
            let before = corners[(index + corners.count - 1) % corners.count]
            let corner = corners[index]
            let after = corners[(index + 1) % corners.count]
            let start = towards(corner, before, radius)
            let end = towards(corner, after, radius)
            path += "\(index == 0 ? "M" : "L")\(pair(start))Q\(pair(corner)) \(pair(end))"
        }
        return path + "Z"
    }

    private static func towards(_ from: (Double, Double), _ to: (Double, Double), _ length: Double) -> (Double, Double)
    {
        let dx = to.0 - from.0
        let dy = to.1 - from.1
        let share = length / (dx * dx + dy * dy).squareRoot()
        return (from.0 + dx * share, from.1 + dy * share)
    }

    private static func pair(_ point: (Double, Double)) -> String { "\(Points.text(point.0)),\(Points.text(point.1))" }

    /// A name on at most two lines, broken at a blank or hyphen near its middle.
    static func lines(_ name: String) -> [String] {
        guard name.count > 11 else { return [name] }
        let characters = Array(name)
        let breaks = characters.indices.filter { index in
            index > 1 && index < characters.count - 2 && " -/".contains(characters[index])
        }
        guard let best = breaks.min(by: { abs($0 - characters.count / 2) < abs($1 - characters.count / 2) }) else {
            return [name]
        }
        let end = characters[best] == " " ? best : best + 1
        return [String(characters[..<end]), String(characters[(best + 1)...])]
    }
}
