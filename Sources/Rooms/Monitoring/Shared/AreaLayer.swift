import Areas
import Design
import Prevention

/// Kartenebene: the areas of a scope as they are drawn, prepared once for all maps of them.
struct AreaLayer: Sendable {
    let scope: AreaScope
    let root: Area
    /// The order of everything: shapes, columns of values, classes.
    let areas: [Area]
    /// What the areas are called beside each other, in their order.
    let names: [String]
    /// SVG path data; empty for an area that cannot be drawn.
    let paths: [String]
    let captions: [[ClassMap.Caption]]
    /// Where the value stands on a tile; `nil` on outlines.
    let valuePlaces: [(x: Int, y: Int)?]
    let width: Int
    let height: Int
    /// `nil` for tiles.
    let projection: MapProjection?
    /// Where the outlines come from; empty for tiles.
    let source: String
    /// Changes with the geometry: part of its address.
    let mark: String
    /// The geometry as the script reads it (JSON).
    let file: [UInt8]

    /// Whether the drawing is too heavy to stand in the page itself.
    var isLarge: Bool { file.count > Self.most }
    static let most = 30_000

    /// - Parameter shapes: outlines with their source; used if most areas have one.
    init(
        _ scope: AreaScope, root: Area, areas: [Area], _ tree: AreaTree, outlines: [ID<Area>: Outline], source: String
    ) {
        self.scope = scope
        self.root = root
        self.areas = areas
        let names = AreaNames(areas, tree)
        self.names = areas.map { names[$0] }
        let bounds = outlines.values.compactMap(\.bounds).reduce(nil as Bounds?) { sum, next in
            sum?.union(next) ?? next
        }
        if let bounds, outlines.count * 2 > areas.count {
            let projection = MapProjection(bounds)
            self.projection = projection
            paths = areas.map { outlines[$0.id].map(projection.path) ?? "" }
            let map = AreaMap(
                "", entries: areas.map { AreaMap.Entry($0, level: 0, words: "", link: nil, outline: outlines[$0.id]) })
            let labels = areas.count > 120 ? [:] : MapLabels(map, projection).labels
            captions = areas.map { area in
                labels[area.id].map { [ClassMap.Caption(x: $0.x, y: $0.y, area.name)] } ?? []
            }
            valuePlaces = areas.map { _ in nil }
            (width, height) = (projection.width, projection.height)
            self.source = source
        } else {
            let places = TileLayout.places(of: areas)
            let tiles = TileSheet(
                areas.map { area in
                    let place = places[area.id] ?? TilePlace(0, 0)
                    return (area.name, place.column, place.row)
                })
            projection = nil
            paths = tiles.tiles.map(\.path)
            captions = tiles.tiles.map(\.captions)
            valuePlaces = tiles.tiles.map(\.value)
            (width, height) = (tiles.width, tiles.height)
            self.source = ""
        }
        file = LayerFile.bytes(areas, self.names, paths, width: width, height: height)
        mark = LayerFile.mark(file)
    }
}

/// The geometry of a layer for the script, and the mark of its content.
enum LayerFile {
    static func bytes(_ areas: [Area], _ names: [String], _ paths: [String], width: Int, height: Int) -> [UInt8] {
        var text = "{\"b\":\"0 0 \(width) \(height)\",\"n\":["
        text += names.map { JSONText.quoted($0) }.joined(separator: ",")
        text += "],\"k\":["
        text += areas.map { JSONText.quoted(AreaSlug.text($0.key)) }.joined(separator: ",")
        text += "],\"p\":["
        text += paths.map { "\"\($0)\"" }.joined(separator: ",")
        return Array((text + "]}").utf8)
    }

    /// FNV-1a over the content.
    static func mark(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}

/// Text as a JSON string.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 32:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// Kartenebenen im Gedächtnis: prepared layers, made again when an area or outline has changed.
actor LayerShelf {
    private let areas: AreaStore
    private let directory: AreaDirectory
    private var kept: [AreaScope: AreaLayer] = [:]
    private var order: [AreaScope] = []
    private var revision: Int?
    /// Most layers kept.
    private static let most = 60

    init(_ areas: AreaStore, _ directory: AreaDirectory) {
        self.areas = areas
        self.directory = directory
    }

    /// `nil` if there is no such region or nothing on this level in it.
    func layer(_ scope: AreaScope) async throws -> AreaLayer? {
        let snapshot = try await directory.current()
        if snapshot.revision != revision {
            kept = [:]
            order = []
            revision = snapshot.revision
        }
        if let layer = kept[scope] { return layer }
        guard let root = snapshot.tree[scope.root] else { return nil }
        let parts = scope.floor.areas(within: scope.root, snapshot.tree)
        guard !parts.isEmpty else { return nil }
        let ids = Set(parts.map(\.id))
        let shapes = try await areas.shapes().filter { ids.contains($0.key) }
        var outlines: [ID<Area>: Outline] = [:]
        if let projection = AreaMap.projection(of: Array(shapes.values)) {
            for start in stride(from: 0, to: parts.count, by: 500) {
                let some = parts[start..<min(start + 500, parts.count)].map(\.id)
                outlines.merge(try await areas.outlines(of: some, projection.detail)) { first, _ in first }
            }
        }
        let sources = Set(shapes.values.map(\.source)).filter { !$0.isEmpty }.sorted()
        let layer = AreaLayer(
            scope, root: root, areas: parts, snapshot.tree, outlines: outlines, source: sources.joined(separator: ", "))
        if order.count >= Self.most, let oldest = order.first {
            kept[oldest] = nil
            order.removeFirst()
        }
        kept[scope] = layer
        order.append(scope)
        return layer
    }
}
