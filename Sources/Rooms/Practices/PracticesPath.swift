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
    static func request(_ slug: String) -> Link { .to("/boerse/gesuche/neu", query: [("praxis", slug)]) }
    static func check(_ slug: String) -> Link { .to("/kontext/neu", query: [("praxis", slug)]) }
    static func conversation(_ id: String) -> Link { .to("/lernnetz/gespraech/practice/" + id) }
}
