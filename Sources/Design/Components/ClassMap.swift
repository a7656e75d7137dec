package import HTML

/// Klassenkarte: areas coloured by up to seven classes, with two further states that are no class.
///
/// Shapes are outlines or tiles, already in units of the drawing. The table with the same content stands beside it.
package struct ClassMap: Sendable {
    /// Farbreihe: from little to much, or below and above a value.
    package enum Palette: String, Sendable, Hashable {
        case sequential = "q"
        case diverging = "d"

        /// The class of the style sheet.
        func name(_ step: Int) -> String {
            switch step {
            case ClassMap.unknown: "unk"
            case ClassMap.keptBack: "sec"
            default: "\(rawValue)\(step)"
            }
        }
    }

    /// Words in a shape.
    package struct Caption: Sendable, Hashable {
        package let x: Int
        package let y: Int
        package let words: String
        /// The value, which changes with the map; otherwise a name.
        package let isValue: Bool

        package init(x: Int, y: Int, _ words: String, isValue: Bool = false) {
            self.x = x
            self.y = y
            self.words = words
            self.isValue = isValue
        }
    }

    package struct Shape: Sendable, Hashable {
        package let name: String
        /// SVG path data; empty for an area that stands in the table only.
        package let path: String
        /// A step of the palette from 1; `ClassMap.unknown` or `ClassMap.keptBack`.
        package let step: Int
        /// The value in words.
        package let words: String
        package let link: Link?
        package let captions: [Caption]

        package init(
            _ name: String, path: String, step: Int, words: String, link: Link? = nil, captions: [Caption] = []
        ) {
            self.name = name
            self.path = path
            self.step = step
            self.words = words
            self.link = link
            self.captions = captions
        }
    }

    /// A place on the map; its size grows with `count`.
    package struct Point: Sendable, Hashable {
        package let x: Int
        package let y: Int
        package let count: Int
        package let title: String
        package let link: Link?

        package init(x: Int, y: Int, count: Int, title: String, link: Link? = nil) {
            self.x = x
            self.y = y
            self.count = count
            self.title = title
            self.link = link
        }

        /// In units of the drawing.
        var radius: Int { min(4 + count, 9) }
    }

    /// One line of the legend.
    package struct Key: Sendable, Hashable {
        package let step: Int
        package let words: String

        package init(_ step: Int, _ words: String) {
            self.step = step
            self.words = words
        }
    }

    /// Steps that are no class.
    package static let unknown = 0
    package static let keptBack = 9

    package var title: String
    package var shapes: [Shape]
    package var points: [Point]
    package var width: Int
    package var height: Int
    package var palette: Palette
    package var legend: [Key]

    package init(
        _ title: String, shapes: [Shape], points: [Point] = [], width: Int, height: Int,
        palette: Palette = .sequential, legend: [Key] = []
    ) {
        self.title = title
        self.shapes = shapes
        self.points = points
        self.width = width
        self.height = height
        self.palette = palette
        self.legend = legend
    }

    /// The steps of the palette for `count` classes: evenly spread, so that few classes are still far apart.
    package static func steps(_ count: Int) -> [Int] {
        let ramps = [1: [4], 2: [2, 6], 3: [2, 4, 6], 4: [1, 3, 5, 7], 5: [1, 2, 4, 6, 7], 6: [1, 2, 3, 5, 6, 7]]
        return ramps[count] ?? Array(1...7)
    }
}

extension HTML {
    /// The drawing alone: figure, legend and source are the page's.
    package func classMap(_ map: ClassMap) {
        need("areas")
        svg(
            .class("classmap"), .attribute("viewBox", "0 0 \(map.width) \(map.height)"), .role("group"),
            .label(map.title)
        ) {
            for shape in map.shapes where !shape.path.isEmpty { classShape(shape, map.palette) }
            for point in map.points { classPoint(point) }
            for shape in map.shapes { classCaptions(shape, map.palette) }
        }
    }

    /// The legend of a map; `isLive` lets the script write it anew.
    package func classLegend(_ legend: [ClassMap.Key], _ palette: ClassMap.Palette) {
        need("areas")
        ul(.class("legend classes")) {
            for key in legend {
                li {
                    svg(
                        .attribute("width", "34"), .attribute("height", "24"), .attribute("viewBox", "0 0 34 24"),
                        .hidden()
                    ) {
                        rect(
                            .class(palette.name(key.step)), .attribute("x", "1"), .attribute("y", "1"),
                            .attribute("width", "32"), .attribute("height", "22"), .attribute("rx", "6")
                        ) {}
                    }
                    span(key.words)
                }
            }
        }
    }

    /// Several small maps of the same areas: the outlines once, then used by each map.
    ///
    /// - Parameter maps: title and steps in the order of `shapes`.
    package func classMapSheet(
        _ shapes: [String], width: Int, height: Int,
        _ maps: [(title: String, link: Link?, palette: ClassMap.Palette, steps: [Int])]
    ) {
        need("areas")
        let stem = uniqueID("umriss")
        svg(.class("sprite"), .attribute("width", "0"), .attribute("height", "0"), .hidden()) {
            defs {
                for (index, shape) in shapes.enumerated() where !shape.isEmpty {
                    path(.id("\(stem)-\(index)"), .attribute("fill-rule", "evenodd"), .attribute("d", shape)) {}
                }
            }
        }
        ul(.class("mapsheet plain-list")) {
            for map in maps {
                li {
                    svg(
                        .class("classmap"), .attribute("viewBox", "0 0 \(width) \(height)"), .role("img"),
                        .label(map.title)
                    ) { stepGroups(map.steps, map.palette, stem, shapes) }
                    if let link = map.link { a(map.title, .href(link)) } else { span(map.title) }
                }
            }
        }
    }

    private func stepGroups(_ steps: [Int], _ palette: ClassMap.Palette, _ stem: String, _ shapes: [String]) {
        for step in Set(steps).sorted() {
            g(.class(palette.name(step))) {
                for (index, own) in steps.enumerated() where own == step && !shapes[index].isEmpty {
                    use(.attribute("href", "#\(stem)-\(index)")) {}
                }
            }
        }
    }

    private func classShape(_ shape: ClassMap.Shape, _ palette: ClassMap.Palette) {
        let name = "\(shape.name): \(shape.words)"
        let content = { [self] in
            path(
                .class(palette.name(shape.step)), .attribute("fill-rule", "evenodd"),
                .attribute("d", shape.path)
            ) {}
        }
        if let link = shape.link {
            a(.class("shape"), .href(link), .label(name), content: content)
        } else {
            g(.class("shape"), .role("img"), .label(name), content: content)
        }
    }

    private func classCaptions(_ shape: ClassMap.Shape, _ palette: ClassMap.Palette) {
        for caption in shape.captions {
            svgText(
                caption.words, .class(caption.isValue ? "v" : nil), .attribute("x", "\(caption.x)"),
                .attribute("y", "\(caption.y)"), .hidden())
        }
    }

    private func classPoint(_ point: ClassMap.Point) {
        let content = { [self] in
            circle(
                .attribute("cx", "\(point.x)"), .attribute("cy", "\(point.y)"), .attribute("r", "\(point.radius)")
            ) {}
        }
        if let link = point.link {
            a(.class("place"), .href(link), .label(point.title), content: content)
        } else {
            g(.class("place"), .role("img"), .label(point.title), content: content)
        }
    }
}
