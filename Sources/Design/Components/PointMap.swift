import Foundation
package import HTML
package import Prevention
import Texts

/// One numbered place on a map.
package struct MapPoint: Sendable, Hashable {
    /// The number that the list shows too.
    package let number: Int
    package let title: String
    package let place: Coordinate
    package let link: Link?

    package init(_ number: Int, _ title: String, _ place: Coordinate, link: Link? = nil) {
        self.number = number
        self.title = title
        self.place = place
        self.link = link
    }
}

/// Ground of a map: an area by its outline, or, where there is none, by its name at its centre.
package struct MapArea: Sendable, Hashable {
    package let name: String
    package let centre: Coordinate
    /// Rings of the outline; may be empty.
    package let outline: [[Coordinate]]

    package init(_ name: String, centre: Coordinate, outline: [[Coordinate]] = []) {
        self.name = name
        self.centre = centre
        self.outline = outline
    }
}

/// Karte with numbered places; the same places stand in the list beside it.
package struct PointMap: Sendable {
    package var label: String
    package var points: [MapPoint]
    package var areas: [MapArea]
    /// Middle of the place asked for; drawn as a house, never an address.
    package var home: Coordinate?

    package init(_ label: String, points: [MapPoint], areas: [MapArea] = [], home: Coordinate? = nil) {
        self.label = label
        self.points = points
        self.areas = areas
        self.home = home
    }
}

extension HTML {
    /// The map as a drawing of the server: no foreign tiles, no request to anyone.
    package func pointMap(_ map: PointMap) {
        let frame = MapFrame(map)
        figure(.class("map")) {
            svg(.attribute("viewBox", frame.viewBox), .role("group"), .label(map.label)) {
                rect(
                    .class("sea"), .attribute("width", Points.text(MapFrame.width)),
                    .attribute("height", Points.text(frame.height))
                ) {}
                mapGround(map, frame)
                if let home = map.home { mapHome(frame.place(home)) }
                mapScale(frame)
                for pin in frame.pins(map.points) { mapPin(pin) }
            }
            figcaption(map.home == nil ? words.figure.numbersBelong : words.figure.mapNote, .class("tiny muted"))
        }
    }

    private func mapGround(_ map: PointMap, _ frame: MapFrame) {
        for area in map.areas where !area.outline.isEmpty {
            path(.class("land"), .attribute("fill-rule", "evenodd"), .attribute("d", frame.path(area.outline))) {}
        }
        for area in map.areas {
            let centre = frame.place(area.centre)
            guard frame.contains(centre) else { continue }
            if area.outline.isEmpty {
                circle(
                    .class("land spot"), .attribute("cx", Points.text(centre.x)),
                    .attribute("cy", Points.text(centre.y)),
                    .attribute("r", "34")
                ) {}
            }
        }
        for label in frame.labels(map) {
            svgText(label.name, .attribute("x", Points.text(label.x)), .attribute("y", Points.text(label.y)), .hidden())
        }
    }

    /// Length of a round distance in the lower left corner.
    private func mapScale(_ frame: MapFrame) {
        let bar = frame.scaleBar
        let bottom = Points.text(frame.height - 12)
        path(.class("mapscale"), .attribute("d", "M14,\(bottom)v-5m0,5h\(Points.text(bar.length))v-5")) {}
        svgText(
            formats.distance(metres: bar.metres), .class("start"), .attribute("x", Points.text(bar.length + 22)),
            .attribute("y", bottom))
    }

    private func mapHome(_ place: (x: Double, y: Double)) {
        g(.class("home"), .role("img"), .label(words.figure.home)) {
            path(
                .attribute("d", "m\(Points.text(place.x - 17)) \(Points.text(place.y)) 17-15 17 15v19h-34z"),
                .attribute("stroke-linejoin", "round")
            ) {}
        }
    }

    private func mapPin(_ pin: MapFrame.Pin) {
        let name = pin.points.map { "\($0.number) \($0.title)" }.joined(separator: ", ")
        let numbers = pin.caption
        let width = 34 + Double(numbers.count > 2 ? numbers.count - 2 : 0) * 7
        let content = { [self] in
            rect(
                .attribute("x", Points.text(pin.x - width / 2)), .attribute("y", Points.text(pin.y - 17)),
                .attribute("width", Points.text(width)), .attribute("height", "34"), .attribute("rx", "17")
            ) {}
            svgText(numbers, .attribute("x", Points.text(pin.x)), .attribute("y", Points.text(pin.y + 5.5)))
        }
        if let link = pin.points[0].link {
            a(.class("pt"), .href(link), .label(name), content: content)
        } else {
            g(.class("pt"), .role("img"), .label(name), content: content)
        }
    }
}

/// Lays degrees on the drawing: equirectangular around the middle, fit to what is shown.
struct MapFrame {
    static let width = 340.0
    let height: Double
    private let west: Double
    private let north: Double
    private let stretch: Double
    private let scale: Double

    struct Pin {
        var x: Double
        var y: Double
        var points: [MapPoint]

        /// `3`, `3, 4` or `3 +2`.
        var caption: String {
            switch points.count {
            case 1: "\(points[0].number)"
            case 2: "\(points[0].number), \(points[1].number)"
            default: "\(points[0].number) +\(points.count - 1)"
            }
        }
    }

    init(_ map: PointMap) {
        var shown = map.points.map(\.place)
        if let home = map.home { shown.append(home) }
        if shown.isEmpty { shown = map.areas.map(\.centre) }
        let latitudes = shown.map(\.latitude)
        let longitudes = shown.map(\.longitude)
        let middle = ((latitudes.min() ?? 51.5) + (latitudes.max() ?? 51.5)) / 2
        stretch = max(cos(middle * .pi / 180), 0.1)
        // At least about three kilometres, so that one street is not blown up to a map.
        let spanX = max(((longitudes.max() ?? 7.5) - (longitudes.min() ?? 7.5)) * stretch, 0.027)
        let spanY = max((latitudes.max() ?? 51.5) - (latitudes.min() ?? 51.5), 0.027)
        let margin = 46.0
        scale = min((Self.width - 2 * margin) / spanX, 330 / spanY)
        height = min(max(spanY * scale + 2 * margin, 240), 420)
        let centreX = ((longitudes.min() ?? 7.5) + (longitudes.max() ?? 7.5)) / 2
        west = centreX - Self.width / 2 / scale / stretch
        north = middle + height / 2 / scale
    }

    var viewBox: String { "0 0 \(Points.text(Self.width)) \(Points.text(height))" }

    func place(_ coordinate: Coordinate) -> (x: Double, y: Double) {
        ((coordinate.longitude - west) * stretch * scale, (north - coordinate.latitude) * scale)
    }

    /// A round distance that takes at most a quarter of the width.
    var scaleBar: (metres: Double, length: Double) {
        let steps = [200_000.0, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200]
        let perMetre = scale / 111_195
        let metres = steps.first { $0 * perMetre <= Self.width / 4 } ?? 100
        return (metres, metres * perMetre)
    }

    func contains(_ point: (x: Double, y: Double)) -> Bool {
        (0...Self.width).contains(point.x) && (0...height).contains(point.y)
    }

    func path(_ rings: [[Coordinate]]) -> String {
        rings.filter { $0.count > 2 }.map { ring in
            "M" + ring.map { place($0) }.map { "\(Points.text($0.x)) \(Points.text($0.y))" }.joined(separator: "L")
                + "Z"
        }.joined()
    }

    /// Points that would lie on each other share one pin.
    func pins(_ points: [MapPoint]) -> [Pin] {
        var pins: [Pin] = []
        for point in points {
            let spot = place(point.place)
            if let index = pins.firstIndex(where: { hypot($0.x - spot.x, $0.y - spot.y) < 22 }) {
                pins[index].points.append(point)
            } else {
                pins.append(Pin(x: spot.x, y: spot.y, points: [point]))
            }
        }
        return pins.reversed()
    }

    /// Names of the areas where they do not touch a pin, the house or another name.
    func labels(_ map: PointMap) -> [(name: String, x: Double, y: Double)] {
        var taken = pins(map.points).map { (x: $0.x, y: $0.y, w: 38.0, h: 38.0) }
        if let home = map.home.map(place) { taken.append((x: home.x, y: home.y, w: 38, h: 40)) }
        var labels: [(name: String, x: Double, y: Double)] = []
        for area in map.areas {
            let centre = place(area.centre)
            let width = Double(area.name.count) * 7.2
            let free = [0.0, 32, -30].map {
                (x: min(max(centre.x, width / 2 + 6), Self.width - width / 2 - 6), y: centre.y + $0)
            }
            .first { spot in
                contains((spot.x, spot.y)) && spot.y > 12 && spot.y < height - 6 && abs(spot.x - centre.x) < 60
                    && !taken.contains {
                        abs($0.x - spot.x) < ($0.w + width) / 2 && abs($0.y - spot.y + 4) < ($0.h + 14) / 2
                    }
            }
            guard contains(centre), let free else { continue }
            labels.append((area.name, free.x, free.y))
            taken.append((x: free.x, y: free.y - 4, w: width, h: 14))
        }
        return labels
    }
}
