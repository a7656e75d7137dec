import Web

/// Wiederholte Felder: lists of one line or of a block of fields, as many as there are and some empty ones.
enum FormRows: String, CaseIterable, Sendable {
    case others = "weitere"
    case core = "kern"
    case adaptable = "frei"
    case step = "schritt"
    case role = "rolle"
    case partner = "partner"
    case success = "gelingt"
    case stumbling = "stolper"
    case outcome = "wirkung"
    case rating = "urteil"
    case adopter = "uebernahme"
    case document = "unterlage"
    case source = "quelle"
    case tick = "stark"

    /// Most rows of one list.
    static let most = 60

    /// The rows that an empty form shows.
    var least: Int {
        switch self {
        case .core, .step, .success, .stumbling: 3
        case .adaptable: 2
        case .tick: 4
        default: 1
        }
    }

    func name(_ row: Int, _ part: String? = nil) -> String {
        part.map { "\(rawValue)-\(row)-\($0)" } ?? "\(rawValue)-\(row)"
    }

    /// How many rows to show: the filled ones and an empty one; three more if the visitor asked for them.
    func count(_ fields: Fields) -> Int {
        let prefix = rawValue + "-"
        let last = fields.all.reduce(0) { most, field in
            guard field.name.hasPrefix(prefix), !field.name.hasSuffix("-key"), !field.value.trimmed.isEmpty,
                let row = Int(field.name.dropFirst(prefix.count).prefix { $0 != "-" }), row <= Self.most
            else { return most }
            return max(most, row)
        }
        let more = fields.values("mehr").contains(rawValue) ? 3 : 0
        return min(max(least, last + 1) + more, Self.most)
    }

    /// All rows that a form can have.
    static let all = 1...most
}

/// A list of lines as fields and back.
extension FormRows {
    func fields(_ lines: [String]) -> [(String, String)] {
        lines.enumerated().map { (name($0.offset + 1), $0.element) }
    }

    func read(_ form: inout FormReader, max: Int = 500) -> [String] {
        Self.all.compactMap { form.text(name($0), max: max) }
    }
}
