package import Design
package import HTML
package import Prevention
package import Texts

/// Gebietskarte: areas as outlines where they are known, otherwise as tiles; always with a table of the same content.
package struct AreaMap: Sendable {
    package struct Entry: Sendable {
        package let area: Area
        /// Class of the value: 1 lowest … 4 highest, 0 for unknown or suppressed.
        package let level: Int
        /// The value in words: "14 Angebote".
        package let words: String
        package let link: Link?
        /// In the detail of `AreaMap.projection(of:)`.
        package let outline: Outline?

        package init(_ area: Area, level: Int, words: String, link: Link?, outline: Outline? = nil) {
            self.area = area
            self.level = min(max(level, 0), 4)
            self.words = words
            self.link = link
            self.outline = outline
        }
    }

    package var title: String
    package var entries: [Entry]
    /// Words for the levels 0…4; levels without words are left out of the legend.
    package var legend: [Int: String]
    package var note: SourceNote?
    package var placeHead: String?
    package var valueHead: String?

    package init(
        _ title: String, entries: [Entry], legend: [Int: String] = [:], note: SourceNote? = nil,
        placeHead: String? = nil, valueHead: String? = nil
    ) {
        self.title = title
        self.entries = entries
        self.legend = legend
        self.note = note
        self.placeHead = placeHead
        self.valueHead = valueHead
    }

    /// How areas with these outlines are drawn, and so which detail they need; `nil` if none has an outline.
    package static func projection(of shapes: [AreaShape]) -> MapProjection? {
        guard let first = shapes.first else { return nil }
        return MapProjection(shapes.dropFirst().reduce(first.bounds) { $0.union($1.bounds) })
    }

    /// Whether the outlines show enough: most areas have one.
    var isDrawnByOutline: Bool { entries.count(where: { $0.outline != nil }) * 2 > entries.count }
}

extension HTML {
    /// The map with legend, source and table.
    package func areaMap(_ map: AreaMap) {
        if map.isDrawnByOutline { outlineMap(map) } else { tileMap(Self.tiles(map)) }
    }

    private static func tiles(_ map: AreaMap) -> TileMap {
        let places = TileLayout.places(of: map.entries.map(\.area))
        return TileMap(
            map.title,
            tiles: map.entries.map { entry in
                let place = places[entry.area.id] ?? TilePlace(0, 0)
                return MapTile(
                    entry.area.name, column: place.column, row: place.row, level: entry.level, words: entry.words,
                    link: entry.link)
            }, legend: map.legend, note: map.note, placeHead: map.placeHead, valueHead: map.valueHead)
    }

    private func outlineMap(_ map: AreaMap) {
        need("classes")
        figure(.class("sourced areamap")) {
            if let bounds = map.bounds {
                let projection = MapProjection(bounds)
                svg(
                    .attribute("viewBox", "0 0 \(projection.width) \(projection.height)"), .role("group"),
                    .label(map.title + " " + words.figure.asTable)
                ) {
                    for entry in map.entries { areaShape(entry, projection) }
                    for label in MapLabels(map, projection).labels {
                        svgText(
                            label.name, .class(label.isOnDark ? "hi" : nil), .attribute("x", "\(label.x)"),
                            .attribute("y", "\(label.y)"), .hidden())
                    }
                }
            }
            if !map.legend.isEmpty { levelLegend(map.legend) }
            if let note = map.note { figcaption { sourceNote(note) } }
        }
        disclosure(words.figure.asTable) { areaTable(map) }
    }

    private func areaShape(_ entry: AreaMap.Entry, _ projection: MapProjection) {
        guard let outline = entry.outline else { return }
        let data = projection.path(outline)
        let name = "\(entry.area.name): \(entry.words)"
        let content = { [self] in
            path(.class("k\(entry.level)"), .attribute("fill-rule", "evenodd"), .attribute("d", data)) {}
            if entry.level == 4 { path(.class("k4x"), .attribute("fill-rule", "evenodd"), .attribute("d", data)) {} }
        }
        if let link = entry.link {
            a(.class("tile"), .href(link), .label(name), content: content)
        } else {
            g(.class("tile"), .role("img"), .label(name), content: content)
        }
    }

    private func areaTable(_ map: AreaMap) {
        dataTable(
            DataTable(
                map.title,
                columns: [
                    Column(map.placeHead ?? words.figure.place, sort: .text),
                    Column(map.valueHead ?? words.figure.value, isNumeric: true),
                ],
                rows: map.entries.map { entry in
                    [
                        entry.link.map { .link(entry.area.name, $0) } ?? .text(entry.area.name),
                        .text(entry.level == 0 && entry.words.isEmpty ? words.figure.suppressed : entry.words),
                    ]
                }, isCaptionHidden: true))
    }
}

extension AreaMap {
    /// The box around all outlines.
    var bounds: Bounds? {
        entries.compactMap { $0.outline?.bounds }.reduce(nil) { sum, next in sum?.union(next) ?? next }
    }
}

/// Names on an outline map, where they fit into their area and on no other name.
struct MapLabels {
    struct Label {
        let name: String
        let x: Int
        let y: Int
        let isOnDark: Bool
    }

    private(set) var labels: [Label] = []

    init(_ map: AreaMap, _ projection: MapProjection) {
        var taken: [(x: Int, y: Int, width: Int)] = []
        let large = map.entries.compactMap { entry in entry.outline.map { (entry, $0, $0.squareKilometres) } }
            .sorted { $0.2 > $1.2 }
        for (entry, outline, _) in large {
            guard let bounds = outline.bounds, let point = outline.innerPoint else { continue }
            let width = entry.area.name.count * 8
            let west = projection.place(LonLat(bounds.west, bounds.north))
            let east = projection.place(LonLat(bounds.east, bounds.south))
            let spot = projection.place(point)
            let isFree = !taken.contains { abs($0.x - spot.x) * 2 < $0.width + width + 8 && abs($0.y - spot.y) < 18 }
            let fits = spot.x - width / 2 > 0 && spot.x + width / 2 < projection.width
            guard width < (east.x - west.x) * 9 / 10, east.y - west.y > 18, isFree, fits else { continue }
            taken.append((spot.x, spot.y, width))
            labels.append(Label(name: entry.area.name, x: spot.x, y: spot.y + 5, isOnDark: entry.level >= 3))
        }
    }
}
