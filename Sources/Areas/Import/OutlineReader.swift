/// A finding about a geometry, in German, without its place in a file.
struct GeometryFinding: Hashable {
    let found: String
    let expected: String
    let hint: String
    let isError: Bool

    static func error(_ found: String, expected: String, hint: String) -> GeometryFinding {
        GeometryFinding(found: found, expected: expected, hint: hint, isError: true)
    }

    static func warning(_ found: String, expected: String, hint: String) -> GeometryFinding {
        GeometryFinding(found: found, expected: expected, hint: hint, isError: false)
    }
}

/// Makes an outline of a geometry as it was written: closes and turns rings, drops what cannot be drawn, names the rest.
struct OutlineReader {
    private(set) var findings: [GeometryFinding] = []
    private(set) var outline: Outline?
    /// Where the coordinates lie, to notice swapped axes and foreign systems.
    private(set) var place = CoordinateRange.germany

    init(_ geometry: GeoGeometry?) {
        guard let geometry else {
            findings.append(
                .error(
                    "keine Geometrie", expected: "Polygon oder MultiPolygon",
                    hint: "Bitte den Umriss ergänzen oder das Gebiet weglassen."))
            return
        }
        var polygons: [Outline.Polygon] = []
        for raw in rawPolygons(of: geometry) {
            if let polygon = polygon(raw) { polygons.append(polygon) }
        }
        guard !polygons.isEmpty else {
            if !findings.contains(where: \.isError) {
                findings.append(
                    .error(
                        "leere Geometrie", expected: "mindestens eine Fläche mit drei verschiedenen Punkten",
                        hint: "Bitte den Umriss ergänzen oder das Gebiet weglassen."))
            }
            return
        }
        let outline = Outline(polygons)
        place = outline.bounds.map(CoordinateRange.init) ?? .germany
        if findings.contains(where: \.isError) { return }
        self.outline = outline
        reportSelfTouches(outline)
    }

    // MARK: Shape

    /// The rings of every polygon in the geometry.
    private mutating func rawPolygons(of geometry: GeoGeometry) -> [[GeoCoordinates]] {
        switch (geometry.type, geometry.coordinates) {
        case ("Polygon", .list(let rings)?): return rings.isEmpty ? [] : [rings]
        case ("MultiPolygon", .list(let polygons)?):
            return polygons.compactMap { polygon in
                guard case .list(let rings) = polygon else {
                    addNestingError(geometry.type)
                    return nil
                }
                return rings.isEmpty ? nil : rings
            }
        case ("GeometryCollection", _): return geometry.members.flatMap { rawPolygons(of: $0) }
        case ("Polygon", _), ("MultiPolygon", _):
            addNestingError(geometry.type)
            return []
        default:
            findings.append(
                .error(
                    geometry.type.isEmpty ? "Geometrie ohne Art" : geometry.type, expected: "Polygon oder MultiPolygon",
                    hint: "Ein Gebiet braucht eine Fläche; Punkte und Linien bitte weglassen."))
            return []
        }
    }

    private mutating func addNestingError(_ type: String) {
        findings.append(
            .error(
                "\(type) mit falsch verschachtelten Koordinaten", expected: "Koordinaten nach RFC 7946",
                hint: "Bitte die Datei mit einem GIS neu als GeoJSON speichern."))
    }

    private mutating func polygon(_ rings: [GeoCoordinates]) -> Outline.Polygon? {
        guard let first = rings.first, let outer = ring(first, isHole: false) else { return nil }
        let holes = rings.dropFirst().compactMap { ring($0, isHole: true) }
        let inner = holes.filter { hole in hole.contains { Ring.contains(outer, $0) } }
        if inner.count < holes.count {
            findings.append(
                .warning(
                    "Loch außerhalb der Fläche", expected: "Löcher innerhalb ihrer Fläche",
                    hint: "Das Loch wurde weggelassen. Bitte prüfen, ob es eine eigene Fläche sein sollte."))
        }
        return Outline.Polygon(outer: Self.turned(outer, left: true), holes: inner.map { Self.turned($0, left: false) })
    }

    private static func turned(_ ring: [LonLat], left: Bool) -> [LonLat] {
        (Ring.turn(ring) > 0) == left ? ring : ring.reversed()
    }

    /// The corners of a ring, `nil` if there is nothing to draw.
    private mutating func ring(_ coordinates: GeoCoordinates, isHole: Bool) -> [LonLat]? {
        guard case .line(var points) = coordinates else {
            if case .list(let inner) = coordinates, inner.isEmpty { return nil }
            addNestingError("Ring")
            return nil
        }
        guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite && abs($0.x) < 1e9 && abs($0.y) < 1e9 }) else {
            findings.append(
                .error(
                    "eine Koordinate, die keine Zahl ist (NaN oder unendlich)", expected: "Längen- und Breitengrad",
                    hint: "Bitte die Punkte ohne Wert in der Quelle berichtigen."))
            return nil
        }
        if points.count > 1, points.first == points.last {
            points.removeLast()
        } else {
            findings.append(
                .warning(
                    "nicht geschlossener Ring", expected: "letzter Punkt gleich dem ersten",
                    hint: "Der Ring wurde geschlossen. Bitte prüfen, ob am Ende Punkte fehlen."))
        }
        points = Self.withoutRepetitions(points)
        guard points.count > 2, abs(Ring.turn(points)) > 1e-12 else {
            findings.append(
                .warning(
                    isHole ? "Loch ohne Fläche" : "Ring ohne Fläche",
                    expected: "mindestens drei Punkte, die eine Fläche umschließen",
                    hint: "Der Ring wurde weggelassen."))
            return nil
        }
        return points
    }

    private static func withoutRepetitions(_ points: [LonLat]) -> [LonLat] {
        var result: [LonLat] = []
        result.reserveCapacity(points.count)
        for point in points where point != result.last { result.append(point) }
        while result.count > 1, result.first == result.last { result.removeLast() }
        return result
    }

    private mutating func reportSelfTouches(_ outline: Outline) {
        guard let point = outline.rings.lazy.compactMap({ SelfTouch.first(in: $0) }).first else { return }
        findings.append(
            .warning(
                "Umriss berührt oder schneidet sich selbst bei \(Self.written(point))",
                expected: "Ring ohne Selbstberührung",
                hint:
                    "Das Gebiet wurde übernommen und kann gezeichnet werden. Bitte den Umriss in der Quelle berichtigen."
            ))
    }

    /// "51,535° N, 7,689° O".
    static func written(_ point: LonLat) -> String {
        let decimal = { (value: Double) in
            let scaled = Int((abs(value) * 10_000).rounded())
            let fraction = String(scaled % 10_000)
            return "\(scaled / 10_000),\(String(repeating: "0", count: 4 - fraction.count))\(fraction)°"
        }
        return "\(decimal(point.y)) N, \(decimal(point.x)) O"
    }
}

/// What the size of its coordinates tells about a geometry's coordinate system.
enum CoordinateRange: Hashable {
    case germany
    /// Latitude first.
    case swapped
    /// Metres of a projected system such as UTM.
    case metres
    case elsewhere

    /// Germany with some room for the sea.
    private static let box = Bounds(west: 5, south: 46.5, east: 16, north: 56)

    init(_ bounds: Bounds) {
        let isInside = { (bounds: Bounds) in
            bounds.west >= Self.box.west && bounds.east <= Self.box.east && bounds.south >= Self.box.south
                && bounds.north <= Self.box.north
        }
        let swapped = Bounds(west: bounds.south, south: bounds.west, east: bounds.north, north: bounds.east)
        if isInside(bounds) {
            self = .germany
        } else if isInside(swapped) {
            self = .swapped
        } else if bounds.north > 90 || bounds.east > 180 || bounds.south < -90 || bounds.west < -180 {
            self = .metres
        } else {
            self = .elsewhere
        }
    }

    var finding: GeometryFinding? {
        switch self {
        case .germany: nil
        case .swapped:
            .error(
                "Breitengrad vor Längengrad", expected: "Längengrad (5 bis 16) vor Breitengrad (46 bis 56)",
                hint: "Die Achsen sind vertauscht. Bitte x und y in der Quelle tauschen.")
        case .metres:
            .error(
                "Koordinaten in Metern", expected: "Grad im System WGS 84 (EPSG:4326)",
                hint:
                    "Die Datei ist in einem anderen Koordinatensystem, oft UTM (EPSG:25832). Bitte in WGS 84 umrechnen."
            )
        case .elsewhere:
            .error(
                "Koordinaten außerhalb Deutschlands", expected: "Längengrad 5 bis 16, Breitengrad 46 bis 56",
                hint: "Bitte Koordinatensystem und Reihenfolge der Achsen prüfen.")
        }
    }
}
