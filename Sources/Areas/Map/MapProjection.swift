/// Kartenabbildung: degrees to whole units of a drawing, equirectangular around the middle latitude.
package struct MapProjection: Sendable, Hashable {
    /// Size of the drawing in units.
    package let width: Int
    package let height: Int
    private let west: Double
    private let north: Double
    private let unitsPerLongitude: Double
    private let unitsPerLatitude: Double

    /// Fits `bounds` into a drawing of at most `width` by `maximumHeight` units with a small margin.
    package init(_ bounds: Bounds, width: Int = 720, maximumHeight: Int = 760) {
        let shrink = max(Ellipsoid.shrink(latitude: bounds.middle.y), 0.05)
        let spanX = max((bounds.east - bounds.west) * shrink, 0.001)
        let spanY = max(bounds.north - bounds.south, 0.001)
        let margin = 8.0
        let scale = min((Double(width) - 2 * margin) / spanX, (Double(maximumHeight) - 2 * margin) / spanY)
        self.width = Int((spanX * scale + 2 * margin).rounded(.up))
        height = Int((spanY * scale + 2 * margin).rounded(.up))
        unitsPerLatitude = scale
        unitsPerLongitude = scale * shrink
        west = bounds.west - margin / unitsPerLongitude
        north = bounds.north + margin / scale
    }

    /// Metres that one unit stands for.
    package var metresPerUnit: Double { 111_195 / unitsPerLatitude }

    /// The coarsest detail whose steps stay below one and a half units.
    package var detail: OutlineDetail {
        OutlineDetail.allCases.first { $0.tolerance < 1.5 * metresPerUnit } ?? .fine
    }

    package func place(_ point: LonLat) -> (x: Int, y: Int) {
        (
            Int(((point.x - west) * unitsPerLongitude).rounded()),
            Int(((north - point.y) * unitsPerLatitude).rounded())
        )
    }

    /// Path data in whole units and relative steps; rings that shrink to less than a triangle are left out.
    package func path(_ outline: Outline) -> String {
        var path = ""
        for ring in outline.rings {
            var corners: [(x: Int, y: Int)] = []
            for corner in ring.map(place) where corners.last.map({ $0 != corner }) ?? true { corners.append(corner) }
            while corners.count > 1, let first = corners.first, let last = corners.last, first == last {
                corners.removeLast()
            }
            guard corners.count > 2 else { continue }
            path += "M\(corners[0].x) \(corners[0].y)l"
            for index in 1..<corners.count {
                let step = (corners[index].x - corners[index - 1].x, corners[index].y - corners[index - 1].y)
                if index > 1, step.0 >= 0 { path += " " }
                path += step.1 < 0 ? "\(step.0)\(step.1)" : "\(step.0) \(step.1)"
            }
            path += "z"
        }
        return path
    }
}
