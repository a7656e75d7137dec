package import Prevention

/// Kachelplatz: column and row of an area on a tile map; odd rows are shifted right by half a tile.
package struct TilePlace: Sendable, Hashable {
    package let column: Int
    package let row: Int

    package init(_ column: Int, _ row: Int) {
        self.column = column
        self.row = row
    }

    /// Middle of the tile in units of a tile's width.
    var middle: SIMD2<Double> { SIMD2(Double(column) + (row % 2 == 1 ? 0.5 : 0), Double(row) * 0.87) }

    /// Whether two tiles share an edge.
    package func touches(_ other: TilePlace) -> Bool {
        let step = middle - other.middle
        return self != other && step.x * step.x + step.y * step.y < 1.1
    }
}

/// Kachelordnung: where areas without outlines lie on a map of equal tiles.
package enum TileLayout {
    /// The place of each area: from a drawn layout if it holds most of them, otherwise by their centres.
    package static func places(of areas: [Area]) -> [ID<Area>: TilePlace] {
        for layout in DrawnLayout.all {
            let known = areas.compactMap { area in layout[area.key].map { (area.id, $0) } }
            guard known.count * 3 >= areas.count * 2, !known.isEmpty else { continue }
            let drawn = moved(Dictionary(known, uniquingKeysWith: { first, _ in first }))
            return drawn.merging(below(drawn, areas.filter { drawn[$0.id] == nil })) { first, _ in first }
        }
        return arranged(areas)
    }

    /// Further areas in rows of four under those that have their place.
    private static func below(_ places: [ID<Area>: TilePlace], _ rest: [Area]) -> [ID<Area>: TilePlace] {
        let first = (places.values.map(\.row).max() ?? -1) + 1
        let added = rest.enumerated().map { ($1.id, TilePlace($0 % 4, first + $0 / 4)) }
        return Dictionary(added, uniquingKeysWith: { first, _ in first })
    }

    /// A part of a layout moved to the upper left; rows in steps of two, so that shifted rows stay shifted.
    private static func moved(_ places: [ID<Area>: TilePlace]) -> [ID<Area>: TilePlace] {
        let left = places.values.map(\.column).min() ?? 0
        let top = (places.values.map(\.row).min() ?? 0) / 2 * 2
        return places.mapValues { TilePlace($0.column - left, $0.row - top) }
    }

    /// Areas laid on tiles so that their directions to each other stay: sorted into rows from north to south, then
    /// exchanged as long as that brings tiles nearer to their true places. Areas without a centre come last.
    private static func arranged(_ areas: [Area]) -> [ID<Area>: TilePlace] {
        let known = areas.filter { $0.center != nil }
        let points = known.compactMap(\.center).map { LonLat($0.longitude, $0.latitude) }
        let cells = TileGrid(points)?.improved() ?? []
        let placed = Dictionary(zip(known.map(\.id), cells), uniquingKeysWith: { first, _ in first })
        return placed.merging(below(placed, areas.filter { $0.center == nil })) { first, _ in first }
    }
}

/// Points being laid on tiles.
private struct TileGrid {
    private let targets: [SIMD2<Double>]
    private var cells: [TilePlace]
    private var free: [TilePlace]

    init?(_ points: [LonLat]) {
        guard let bounds = Bounds(around: points) else { return nil }
        let shrink = Ellipsoid.shrink(latitude: bounds.middle.y)
        let width = max((bounds.east - bounds.west) * shrink, 0.000_1)
        let height = max(bounds.north - bounds.south, 0.000_1)
        let ratio = min(max(height / width, 0.4), 2.5)
        let rows = max(1, Int((Double(points.count) * ratio).squareRoot().rounded()))
        let columns = (points.count + rows - 1) / rows
        // North to south into rows, west to east within each row.
        let order = points.indices.sorted { (-points[$0].y, points[$0].x, $0) < (-points[$1].y, points[$1].x, $1) }
        var cells = [TilePlace](repeating: TilePlace(0, 0), count: points.count)
        for row in 0..<rows {
            let part = order[min(row * columns, order.count)..<min((row + 1) * columns, order.count)]
            for (column, point) in part.sorted(by: { (points[$0].x, $0) < (points[$1].x, $1) }).enumerated() {
                cells[point] = TilePlace(column, row)
            }
        }
        self.cells = cells
        targets = points.map { point in
            SIMD2(
                (point.x - bounds.west) * shrink / width * max(Double(columns) - 0.5, 0.5),
                (bounds.north - point.y) / height * Double(rows - 1) * 0.87)
        }
        let used = Set(cells)
        free = (0..<rows).flatMap { row in (0..<columns).map { TilePlace($0, row) } }.filter { !used.contains($0) }
    }

    /// The places after exchanging pairs until nothing gets better, at most 30 rounds.
    func improved() -> [TilePlace] {
        guard targets.count <= 400 else { return cells }
        var (cells, free) = (cells, free)
        let cost = { (index: Int, cell: TilePlace) -> Double in
            let step = cell.middle - targets[index]
            return step.x * step.x + step.y * step.y
        }
        for _ in 0..<30 {
            var hasChanged = false
            for a in cells.indices {
                for b in cells.indices where b > a {
                    let gain = cost(a, cells[a]) + cost(b, cells[b]) - cost(a, cells[b]) - cost(b, cells[a])
                    guard gain > 1e-9 else { continue }
                    cells.swapAt(a, b)
                    hasChanged = true
                }
                for slot in free.indices where cost(a, cells[a]) - cost(a, free[slot]) > 1e-9 {
                    (cells[a], free[slot]) = (free[slot], cells[a])
                    hasChanged = true
                }
            }
            if !hasChanged { break }
        }
        return cells
    }
}
