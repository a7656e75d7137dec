import HTML
import Prevention
import Web

/// The addresses of the room; those of a part stand with it.
enum MonitoringPath {
    static let start = Path("/monitoring")
    static let atlas = Path("/monitoring/atlas/{indicator}")
    static let profile = Path("/monitoring/steckbrief/{area}")
    static let ranking = Path("/monitoring/rangliste/{indicator}")
    static let funnel = Path("/monitoring/trichter/{indicator}")
    static let scatter = Path("/monitoring/vergleich")
    static let series = Path("/monitoring/verlauf/{indicator}")
    static let index = Path("/monitoring/index")
    static let similarStart = Path("/monitoring/aehnlich")
    static let similar = Path("/monitoring/aehnlich/{area}")
    static let gate = Path("/monitoring/freigabe")
    static let admin = Path("/monitoring/kenngroessen")
    static let imports = Path("/monitoring/einlesen")

    /// Where the offers of an area are counted.
    static func chain(_ area: Area) -> Link { .to("/kette/" + PercentEncoding.query(AreaSlug.text(area.key))) }
}

/// A key as a part of an address: local keys hold a slash, which becomes a tilde.
enum AreaSlug {
    static func text(_ key: AreaKey) -> String { key.text.replacing("/", with: "~") }
    static func key(_ slug: String) -> AreaKey? { AreaKey(slug.replacing("~", with: "/")) }
}
