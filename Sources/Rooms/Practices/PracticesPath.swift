import HTML
import Prevention
import Web

/// The addresses for reading practices.
enum PracticesPath {
    static let list = Path("/praxis")
    static let table = Path("/praxis/tabelle.csv")
    static let json = Path("/praxis/tabelle.json")
    static let practice = Path("/praxis/{slug}")
    static let practiceJSON = Path("/praxis/{slug}/praxis.json")

    static func practice(_ slug: String) -> Link { .to(practice.path(slug)) }
    static func page(_ slug: String, _ name: String) -> Link { .to("/praxis/\(slug)/\(name)") }

    /// Asking for a practice; whoever comes from a gap takes it along.
    static func request(_ slug: String, _ gap: GapPlace?, _ town: Area?) -> Link {
        let cell = gap.map { [("phase", $0.stage), ("feld", $0.field)] } ?? []
        return .to(
            "/boerse/gesuche/neu",
            query: [("praxis", slug)] + cell + [("gebiet", town?.key.text.replacing("/", with: "~") ?? "")])
    }

    /// What a practice needs; for a town its check.
    static func check(_ slug: String, _ town: Area?) -> Link {
        guard let town else { return .to("/kontext/praxis/" + slug) }
        return .to("/kontext/abgleich", query: [("praxis", slug), ("nach", town.key.text)])
    }

    /// Where families find help.
    static let help = Link.to("/")
    static func conversation(_ id: String) -> Link { .to("/lernnetz/gespraech/practice/" + id) }
}
