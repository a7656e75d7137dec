/// Kachelbogen: areas as hexagons with their names, as shapes for a map of classes.
package struct TileSheet: Sendable {
    package struct Tile: Sendable {
        package let path: String
        package let captions: [ClassMap.Caption]
        /// Where the value is written.
        package let value: (x: Int, y: Int)?
    }

    package let tiles: [Tile]
    package let width: Int
    package let height: Int

    /// - Parameter places: names with column and row; odd rows are shifted by half a tile.
    package init(_ places: [(name: String, column: Int, row: Int)]) {
        let map = TileMap(
            "", tiles: places.map { MapTile($0.name, column: $0.column, row: $0.row, level: 0, words: "") })
        let box = TileGeometry(map)
        tiles = map.tiles.map { tile in
            let centre = box.centre(tile)
            let lines = TileGeometry.lines(tile.name)
            let top = Int(centre.y) - 10 - (lines.count - 1) * 8
            let captions = lines.enumerated().map { index, line in
                ClassMap.Caption(x: Int(centre.x), y: top + index * 16 + 4, line)
            }
            return Tile(
                path: box.outline(centre), captions: captions, value: (Int(centre.x), top + lines.count * 16 + 10))
        }
        let size = box.size
        width = Int(size.width.rounded(.up))
        height = Int(size.height.rounded(.up))
    }
}
