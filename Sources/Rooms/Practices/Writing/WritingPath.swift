import HTML
import Practice
import Prevention
import Web

/// The addresses of the writing side.
enum WritingPath {
    static let list = Path("/praxis")
    static let new = Path("/praxis/neu")
    static let worklist = Path("/praxis/pruefungen")
    static let practice = Path("/praxis/{slug}")
    static let edit = Path("/praxis/{slug}/bearbeiten")
    static let review = Path("/praxis/{slug}/pruefung")
    static let versions = Path("/praxis/{slug}/fassungen")
    static let adoption = Path("/praxis/{slug}/uebernahme")
    static let read = Path("/praxis/{slug}/uebernahme/gelesen")
}

/// What a command has done, as the next page says it.
enum WritingDone: String {
    case saved = "gespeichert"
    case step = "schritt"
    case adopted = "uebernommen"
    case read = "gelesen"

    init?(_ visit: Visit) { self.init(rawValue: visit.query.text("fertig") ?? "") }
}
