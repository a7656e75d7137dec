import HTML
import Prevention
import Web

/// The addresses of the room.
enum ChainPath {
    static let start = Path("/kette")
    static let area = Path("/kette/{area}")
    static let matrixFile = Path("/kette/{area}/matrix.csv")
    static let offersFile = Path("/kette/{area}/angebote.csv")
    static let cell = Path("/kette/{area}/{stage}/{field}")

    static func link(_ area: Area, _ filter: ChainFilter) -> Link {
        .to(self.area.path(AreaSlug.text(area.key)), query: filter.query)
    }

    static func matrixFile(_ area: Area, _ filter: ChainFilter) -> Link {
        .to(matrixFile.path(AreaSlug.text(area.key)), query: filter.query)
    }

    static func offersFile(_ area: Area, _ filter: ChainFilter) -> Link {
        .to(offersFile.path(AreaSlug.text(area.key)), query: filter.query)
    }

    static func link(_ area: Area, _ cell: ChainCell, _ filter: ChainFilter, page: Int = 1) -> Link {
        let path = self.cell.path(AreaSlug.text(area.key), cell.stageSlug, cell.fieldSlug)
        return .to(path, query: filter.query + (page > 1 ? [("seite", "\(page)")] : []))
    }

    static func offer(_ id: String) -> Link { .to("/angebote/" + id) }
}

/// A key as a part of an address: local keys hold a slash, which becomes a tilde.
enum AreaSlug {
    static func text(_ key: AreaKey) -> String { key.text.replacing("/", with: "~") }
    static func key(_ slug: String) -> AreaKey? { AreaKey(slug.replacing("~", with: "/")) }
}

/// Zelle der Kette: a life stage and a field of action, either of them also "any" or "not stated".
struct ChainCell: Hashable, Sendable {
    /// One value of a dimension, or any, or those without one.
    enum Choice<Value: Hashable & Sendable>: Hashable, Sendable {
        case only(Value)
        case any
        case unknown
    }

    let stage: Choice<LifeStage>
    let field: Choice<FieldOfAction>

    init(_ stage: Choice<LifeStage>, _ field: Choice<FieldOfAction>) {
        self.stage = stage
        self.field = field
    }

    /// `nil` for words that name no stage or field.
    init?(stageSlug: String, fieldSlug: String) {
        guard let stage = Self.choice(stageSlug, Self.stages, unknown: "ohne-alter"),
            let field = Self.choice(fieldSlug, Self.fields, unknown: "ohne-feld")
        else { return nil }
        self.init(stage, field)
    }

    var stageSlug: String { Self.slug(stage, Self.stages, unknown: "ohne-alter") }
    var fieldSlug: String { Self.slug(field, Self.fields, unknown: "ohne-feld") }

    private static func choice<Value>(_ slug: String, _ slugs: [Value: String], unknown: String) -> Choice<Value>? {
        if slug == "alle" { return .any }
        if slug == unknown { return .unknown }
        return slugs.first { $0.value == slug }.map { .only($0.key) }
    }

    private static func slug<Value>(_ choice: Choice<Value>, _ slugs: [Value: String], unknown: String) -> String {
        switch choice {
        case .any: "alle"
        case .unknown: unknown
        case .only(let value): slugs[value] ?? "alle"
        }
    }

    private static let stages: [LifeStage: String] = [
        .pregnancyAndBirth: "schwangerschaft-geburt", .aroundKita: "kita", .school: "schule", .youth: "jugend",
    ]

    private static let fields: [FieldOfAction: String] = [
        .health: "gesundheit", .childAndYouthWelfare: "jugendhilfe", .education: "bildung",
        .socialSecurityAndWork: "soziales", .integration: "integration", .sport: "sport",
        .cultureAndLeisure: "kultur", .participation: "beteiligung",
    ]
}
