package import Design
package import HTML
package import Prevention

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
        if map.isDrawnByOutline { outlineMap(Self.outlines(map)) } else { tileMap(Self.tiles(map)) }
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

    private static func outlines(_ map: AreaMap) -> OutlineMap {
        let projection = map.bounds.map { MapProjection($0) }
        let labels = projection.map { MapLabels(map, $0).labels } ?? [:]
        return OutlineMap(
            map.title,
            shapes: map.entries.map { entry in
                MapShape(
                    entry.area.name, path: entry.outline.flatMap { projection?.path($0) } ?? "", level: entry.level,
                    words: entry.words, link: entry.link, label: labels[entry.area.id])
            }, width: projection?.width ?? 1, height: projection?.height ?? 1, legend: map.legend, note: map.note,
            placeHead: map.placeHead, valueHead: map.valueHead)
    }
}

extension AreaMap {
    /// The box around all outlines.
    var bounds: Bounds? {
        entries.compactMap { $0.outline?.bounds }.reduce(nil) { sum, next in sum?.union(next) ?? next }
    }
}

/// Names on an outline map, where they fit into their area and on no other name.
package struct MapLabels {
    /// Middle of the base line of each name that fits.
    package private(set) var labels: [ID<Area>: MapShape.Label] = [:]

    package init(_ map: AreaMap, _ projection: MapProjection) {
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
            labels[entry.area.id] = MapShape.Label(x: spot.x, y: spot.y + 5)
        }
    }
}
