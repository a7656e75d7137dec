import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

extension AtlasWords {
    /// The map as a drawing.
    func map(_ points: [ClassMap.Point] = [], linked: Bool = true) -> ClassMap {
        let steps = scene.steps
        let shapes = scene.layer.areas.enumerated().map { place, area in
            var captions = scene.layer.captions[place]
            if let spot = scene.layer.valuePlaces[place] {
                captions.append(ClassMap.Caption(x: spot.x, y: spot.y, short(at: place), isValue: true))
            }
            return ClassMap.Shape(
                scene.layer.names[place], path: scene.layer.paths[place], step: steps[place], words: words(at: place),
                link: linked ? MonitoringPath.profile.link(AreaSlug.text(area.key)) : nil, captions: captions)
        }
        return ClassMap(
            heading, shapes: shapes, points: points, width: scene.layer.width, height: scene.layer.height,
            palette: palette, legend: legend)
    }

    var palette: ClassMap.Palette { scene.comparison == nil ? .sequential : .diverging }

    /// The classes as one digit for each area.
    var digits: String { String(decoding: scene.steps.map { UInt8(48 + min($0, 9)) }, as: UTF8.self) }

    /// Figure with drawing and source. A heavy drawing is fetched once by the script; without it a picture is shown.
    func figure(_ h: HTML, _ points: [ClassMap.Point] = []) {
        let layer = scene.layer
        h.figure(
            .class("sourced"), .attribute("data-map", layer.mark), .attribute("data-palette", palette.rawValue),
            .attribute("data-classes", layer.isLarge ? digits : nil),
            .attribute("data-outlines", layer.isLarge ? AtlasLink.outlines(layer).address() : nil),
            .attribute(
                "data-profile",
                layer.isLarge ? MonitoringPath.profile.link("~").address(pathPrefix: language.pathPrefix) : nil)
        ) {
            if layer.isLarge {
                h.need("areas")
                h.svg(
                    .class("classmap dense"), .attribute("viewBox", "0 0 \(layer.width) \(layer.height)"),
                    .role("group"),
                    .label(heading), .flag("hidden")
                ) {}
                h.element("noscript", []) {
                    h.img(
                        .class("classmap"), .src(AtlasLink.file(scene, "karte.svg")), .alt(heading),
                        .attribute("width", "\(layer.width)"), .attribute("height", "\(layer.height)"))
                }
            } else {
                h.classMap(map(points))
            }
            h.figcaption { h.sourceNote(note) }
        }
    }
}

/// The addresses of one map.
enum AtlasLink {
    static let start = "/monitoring/atlas"
    static let map = "/monitoring/atlas/{indicator}"
    static let answer = "/monitoring/werte/{indicator}"
    static let outlines = "/monitoring/umrisse/{area}/{floor}/{mark}"
    static let embedded = "/monitoring/einbetten/{indicator}"
    static let svg = "/monitoring/atlas/{indicator}/karte.svg"
    static let csv = "/monitoring/atlas/{indicator}/werte.csv"
    static let png = "/monitoring/atlas/{indicator}/karte.png"
    static let ods = "/monitoring/atlas/{indicator}/werte.ods"

    static func map(_ scene: AtlasScene, _ query: AtlasQuery? = nil) -> Link {
        .to("\(start)/\(scene.indicator.key)", query: (query ?? scene.query).fields)
    }

    static func map(_ indicator: String, _ query: AtlasQuery) -> Link {
        .to("\(start)/\(indicator)", query: query.fields)
    }

    static func file(_ scene: AtlasScene, _ name: String) -> Link {
        .to("\(start)/\(scene.indicator.key)/\(name)", query: scene.asking { $0.view = .map }.fields)
    }

    static func embedded(_ scene: AtlasScene) -> Link {
        .to("/monitoring/einbetten/\(scene.indicator.key)", query: scene.asking { $0.view = .map }.fields)
    }

    static func outlines(_ layer: AreaLayer) -> Link {
        .file("/monitoring/umrisse/\(AreaSlug.text(layer.root.key))/\(layer.scope.floor.rawValue)/\(layer.mark)")
    }
}
