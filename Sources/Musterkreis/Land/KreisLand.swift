import Areas
import Prevention

/// Land des Musterkreises: where its districts lie and how they are cut, without gap or overlap.
///
/// Districts grow from their centres over a mesh of cells until they meet or the land ends; towns and the Kreis are
/// made of the cells of their districts, so that all their borders are the same lines.
struct KreisLand {
    /// Inner point of each district, in the order of the centres given.
    let centres: [Coordinate]
    let districts: [Outline]
    private let cells: [Set<Hex>]
    private let mesh: HexMesh

    /// Middle of the Kreis; a degree there is 111.2 km to the north and 70.2 km to the east.
    static let middle = (latitude: 50.9, longitude: 9.3)
    private static let kilometres = SIMD2(70.2, 111.2)
    /// Kilometres from the middle of a town to the next.
    static let townSpacing = 10.0
    /// How far from its centre a district at the edge of the Kreis reaches, km.
    private static let reach = 5.2

    /// - Parameter places: where districts shall lie, km east and north of the middle.
    init(places: [SIMD2<Double>], towns: Int, seed: UInt64) {
        let size = Double(towns) * Self.townSpacing * Self.townSpacing * 1.5
        let wanted = max(7, min(80, 60_000 / max(1, places.count))) * places.count
        let mesh = HexMesh(radius: (size / Double(wanted) / 2.598).squareRoot(), seed: seed)
        var growth = Growth(mesh: mesh, limit: Self.reach, seed: seed)
        let seeds = places.map { growth.settle($0) }
        let cells = growth.cells(of: places.count)
        self.mesh = mesh
        self.cells = cells
        centres = seeds.compactMap { Self.coordinate(mesh.centre($0)) }
        districts = cells.map { Self.outline($0, mesh) }
    }

    /// The outline of several districts as one area.
    func outline(of districts: some Sequence<Int>) -> Outline {
        Self.outline(districts.reduce(into: Set()) { $0.formUnion(cells[$1]) }, mesh)
    }

    private static func outline(_ cells: Set<Hex>, _ mesh: HexMesh) -> Outline {
        let rings = mesh.rings(around: cells).map { $0.map { lonLat(mesh.point($0)) } }
        var polygons: [Outline.Polygon] = []
        var holes: [[LonLat]] = []
        for ring in rings {
            if isOuter(ring) { polygons.append(Outline.Polygon(outer: ring)) } else { holes.append(ring) }
        }
        for hole in holes {
            guard let corner = hole.first,
                let owner = polygons.firstIndex(where: { Outline([Outline.Polygon(outer: $0.outer)]).contains(corner) })
            else { continue }
            polygons[owner].holes.append(hole)
        }
        return Outline(polygons)
    }

    private static func isOuter(_ ring: [LonLat]) -> Bool {
        var sum = 0.0
        for (index, corner) in ring.enumerated() {
            let next = ring[(index + 1) % ring.count]
            sum += corner.x * next.y - next.x * corner.y
        }
        return sum > 0
    }

    /// On millionths of a degree, the grid on which borders are compared.
    private static func lonLat(_ point: SIMD2<Double>) -> LonLat {
        let degrees = SIMD2(middle.longitude, middle.latitude) + point / kilometres
        return (degrees * 1_000_000).rounded(.toNearestOrAwayFromZero) / 1_000_000
    }

    private static func coordinate(_ point: SIMD2<Double>) -> Coordinate? {
        let place = lonLat(point)
        return Coordinate(latitude: place.y, longitude: place.x)
    }
}

/// Districts growing over the mesh, the nearest first.
private struct Growth {
    let mesh: HexMesh
    /// Length of the way from the centre at which growth ends, km.
    let limit: Double
    let seed: UInt64
    private var owners: [Hex: Int] = [:]
    private var starts: [Hex] = []

    init(mesh: HexMesh, limit: Double, seed: UInt64) {
        self.mesh = mesh
        self.limit = limit
        self.seed = seed
    }

    /// Takes the free cell nearest to `place` as the start of the next district.
    mutating func settle(_ place: SIMD2<Double>) -> Hex {
        var ring = [mesh.cell(at: place)]
        var seen = Set(ring)
        while true {
            if let free = ring.first(where: { owners[$0] == nil }) {
                owners[free] = starts.count
                starts.append(free)
                return free
            }
            ring = ring.flatMap(\.neighbours).filter { seen.insert($0).inserted }
        }
    }

    /// The cells of each district, after everything has grown.
    ///
    /// Steps cost 8 to 12 by chance, so that borders wind; places with equal cost are taken in the order of districts.
    mutating func cells(of count: Int) -> [Set<Hex>] {
        let step = mesh.radius * 1.732
        let most = max(10, Int((limit / step * 10).rounded()))
        var waiting: [[(Hex, Int)]] = Array(repeating: [], count: most + 13)
        var settled: Set<Hex> = []
        waiting[0] = starts.enumerated().map { ($1, $0) }
        for cost in 0...most {
            var place = 0
            while place < waiting[cost].count {
                let (hex, owner) = waiting[cost][place]
                place += 1
                guard owners[hex] ?? owner == owner, settled.insert(hex).inserted else { continue }
                owners[hex] = owner
                for neighbour in hex.neighbours where !settled.contains(neighbour) && owners[neighbour] == nil {
                    var generator = SeededGenerator(seed: seed &+ 1, neighbour.q, neighbour.r)
                    waiting[cost + generator.number(in: 8...12)].append((neighbour, owner))
                }
            }
            waiting[cost] = []
        }
        var cells: [Set<Hex>] = Array(repeating: [], count: count)
        for (hex, owner) in owners { cells[owner].insert(hex) }
        return cells
    }
}
