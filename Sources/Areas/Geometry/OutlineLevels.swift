/// Darstellungsstufe: how fine an outline is drawn.
package enum OutlineDetail: Int, CaseIterable, Sendable, Hashable {
    /// For maps of a Land: details below 400 m are gone.
    case coarse
    /// For maps of a Kreis: below 80 m.
    case medium
    /// For maps of a town: below 12 m.
    case fine

    /// Length in metres below which detail is dropped.
    var tolerance: Double {
        switch self {
        case .coarse: 400
        case .medium: 80
        case .fine: 12
        }
    }
}

/// An outline in every detail, with its measures taken before anything was simplified.
package struct OutlineLevels: Sendable {
    package let levels: [OutlineDetail: Outline]
    package let bounds: Bounds
    package let squareKilometres: Double

    /// Simplifies outlines together, so that borders they share stay shared.
    ///
    /// - Returns: in the order given; `nil` for outlines without area.
    package static func together(_ outlines: [Outline]) -> [OutlineLevels?] {
        let sheet = OutlineSheet(outlines)
        let drawn = OutlineDetail.allCases.map { ($0, sheet.outlines($0)) }
        return outlines.indices.map { index in
            guard let bounds = outlines[index].bounds else { return nil }
            return OutlineLevels(
                levels: Dictionary(uniqueKeysWithValues: drawn.map { ($0, $1[index]) }), bounds: bounds,
                squareKilometres: outlines[index].squareKilometres)
        }
    }
}

/// Several outlines as one list of rings in a network of borders.
private struct OutlineSheet {
    private struct Place {
        let outline: Int
        let polygon: Int
        let ring: Int
        /// Small parts (islands, holes) may vanish from coarse drawings; the largest polygon never.
        let isMainRing: Bool
        let squareMetres: Double
    }

    private let count: Int
    private let places: [Place]
    private let network: BorderNetwork

    init(_ outlines: [Outline]) {
        var places: [Place] = []
        var rings: [[GridPoint]] = []
        for (number, outline) in outlines.enumerated() {
            let areas = outline.polygons.map { Ring.squareKilometres($0.outer) * 1_000_000 }
            let main = areas.indices.max { areas[$0] < areas[$1] }
            for (index, polygon) in outline.polygons.enumerated() {
                for (position, ring) in polygon.rings.enumerated() {
                    let corners = GridPoint.ring(ring)
                    guard Set(corners).count > 2 else { continue }
                    rings.append(corners)
                    places.append(
                        Place(
                            outline: number, polygon: index, ring: position, isMainRing: index == main && position == 0,
                            squareMetres: position == 0 ? areas[index] : Ring.squareKilometres(ring) * 1_000_000))
                }
            }
        }
        count = outlines.count
        self.places = places
        network = BorderNetwork(rings: rings)
    }

    func outlines(_ detail: OutlineDetail) -> [Outline] {
        let limit = detail.tolerance * detail.tolerance
        let rings = network.simplified(tolerance: detail.tolerance) { path in
            !places[path].isMainRing && places[path].squareMetres < limit
        }
        var result = [Outline](repeating: Outline([]), count: count)
        var open: (outline: Int, polygon: Int) = (-1, -1)
        for (place, ring) in zip(places, rings) where ring.count > 2 {
            let points = ring.map(\.lonLat)
            if place.ring == 0 {
                result[place.outline].polygons.append(Outline.Polygon(outer: points))
                open = (place.outline, place.polygon)
            } else if open == (place.outline, place.polygon) {
                result[place.outline].polygons[result[place.outline].polygons.count - 1].holes.append(points)
            }
        }
        return result
    }
}
