/// One feature of a GeoJSON file as it was written, not yet judged.
package struct GeoFeature: Sendable {
    package var properties: [String: GeoProperty] = [:]
    /// `nil` if the feature has none.
    package var geometry: GeoGeometry?
}

/// A geometry as it was written.
package struct GeoGeometry: Sendable {
    package var type = ""
    package var coordinates: GeoCoordinates?
    /// Members of a GeometryCollection.
    package var members: [GeoGeometry] = []
}

/// Coordinates of any depth. Lines, the bulk of every file, are kept compact.
package enum GeoCoordinates: Sendable {
    case position(LonLat)
    case line([LonLat])
    case list([GeoCoordinates])
    /// Something else than numbers and lists of numbers, or a position with fewer than two numbers.
    case invalid

    static let empty = GeoCoordinates.list([])
}

/// GeoJSON-Datei: reads features in one pass.
///
/// - Source: RFC 7946; the `crs` member of the older draft is read to refuse other systems than WGS 84.
package struct GeoJSONFile: Sendable {
    package private(set) var features: [GeoFeature] = []
    /// `type` of the outermost object.
    package private(set) var type = ""
    /// Name of the coordinate system, if the file states one.
    package private(set) var system: String?

    /// - Throws: `JSONFault` if the text is not JSON of the needed shape.
    package init(_ bytes: [UInt8]) throws {
        var scanner = JSONScanner(bytes)
        var single = GeoFeature()
        try scanner.object { scanner, name in
            switch name {
            case "type": type = try scanner.property().written ?? ""
            case "features":
                try scanner.array { scanner in features.append(try Self.feature(&scanner)) }
            case "crs": system = try Self.system(&scanner)
            case "properties", "geometry": try Self.member(name, of: &single, &scanner)
            default: try scanner.skip()
            }
        }
        guard scanner.isAtEnd() else { throw JSONFault(reason: .unexpected("Text hinter dem Ende"), line: 1) }
        if type == "Feature" { features = [single] }
    }

    private static func feature(_ scanner: inout JSONScanner) throws -> GeoFeature {
        var feature = GeoFeature()
        try scanner.object { scanner, name in try member(name, of: &feature, &scanner) }
        return feature
    }

    private static func member(_ name: String, of feature: inout GeoFeature, _ scanner: inout JSONScanner) throws {
        switch (name, try scanner.peek()) {
        case ("properties", UInt8(ascii: "{")):
            try scanner.object { scanner, name in feature.properties[name] = try scanner.property() }
        case ("geometry", UInt8(ascii: "{")): feature.geometry = try geometry(&scanner)
        default: try scanner.skip()
        }
    }

    private static func geometry(_ scanner: inout JSONScanner) throws -> GeoGeometry {
        var geometry = GeoGeometry()
        try scanner.object { scanner, name in
            switch (name, try scanner.peek()) {
            case ("type", _): geometry.type = try scanner.property().written ?? ""
            case ("coordinates", _): geometry.coordinates = try coordinates(&scanner)
            case ("geometries", UInt8(ascii: "[")):
                try scanner.array { scanner in
                    guard try scanner.peek() == UInt8(ascii: "{") else { return try scanner.skip() }
                    geometry.members.append(try Self.geometry(&scanner))
                }
            default: try scanner.skip()
            }
        }
        return geometry
    }

    private static func coordinates(_ scanner: inout JSONScanner) throws -> GeoCoordinates {
        guard try scanner.peek() == UInt8(ascii: "[") else {
            try scanner.skip()
            return .invalid
        }
        var numbers: [Double] = []
        var points: [LonLat] = []
        var lists: [GeoCoordinates] = []
        try scanner.array { scanner in
            switch try scanner.peek() {
            case UInt8(ascii: "["):
                let inner = try coordinates(&scanner)
                if case .position(let point) = inner, lists.isEmpty {
                    points.append(point)
                } else {
                    lists.append(inner)
                }
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "N"), UInt8(ascii: "I"):
                numbers.append(try scanner.number())
            default:
                try scanner.skip()
                lists.append(.invalid)
            }
        }
        return assembled(numbers, points, lists)
    }

    private static func assembled(_ numbers: [Double], _ points: [LonLat], _ lists: [GeoCoordinates]) -> GeoCoordinates
    {
        switch (numbers.isEmpty, points.isEmpty, lists.isEmpty) {
        case (true, true, true): .empty
        case (false, true, true): numbers.count > 1 ? .position(LonLat(numbers[0], numbers[1])) : .invalid
        case (true, false, true): .line(points)
        case (true, true, false): .list(lists)
        default: .invalid
        }
    }

    private static func system(_ scanner: inout JSONScanner) throws -> String? {
        guard try scanner.peek() == UInt8(ascii: "{") else {
            try scanner.skip()
            return nil
        }
        var result: String?
        try scanner.object { scanner, name in
            guard name == "properties", try scanner.peek() == UInt8(ascii: "{") else { return try scanner.skip() }
            try scanner.object { scanner, name in
                let value = try scanner.property()
                if name == "name" || name == "href" { result = value.written }
            }
        }
        return result
    }
}
