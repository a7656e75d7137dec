import Prevention
import Web

/// Addresses of the room.
enum ContextPath {
    static let start = Path("/kontext")
    static let new = Path("/kontext/neu")
    /// The check of a transfer, or the way to begin one.
    static let find = Path("/kontext/abgleich")
    static let catalogue = Path("/kontext/bedingungen")
    static let learning = Path("/kontext/lernen")
    static let guide = Path("/kontext/leitfaden/{position}")
    static let practice = Path("/kontext/praxis/{slug}")
    static let requirement = Path("/kontext/praxis/{slug}/anforderung")
    static let removal = Path("/kontext/praxis/{slug}/anforderung/entfernen")
    static let profile = Path("/kontext/profil/{area}")
    static let check = Path("/kontext/{id}")
    static let rating = Path("/kontext/{id}/urteil")
    static let opening = Path("/kontext/{id}/offenlegung")
    static let compensation = Path("/kontext/{id}/ausgleich")
    static let compensationRemoval = Path("/kontext/{id}/ausgleich/entfernen")
    static let comment = Path("/kontext/{id}/kommentar")
    static let adaptation = Path("/kontext/{id}/anpassung")
    static let decision = Path("/kontext/{id}/entscheidung")
    static let plan = Path("/kontext/{id}/plan")
    static let session = Path("/kontext/{id}/plan/termin")
    static let review = Path("/kontext/{id}/nachschau")
    static let outcome = Path("/kontext/{id}/nachschau/ergebnis")
    static let inquiry = Path("/kontext/{id}/erkundung")
    static let inquiryBegin = Path("/kontext/{id}/erkundung/beginn")
    static let inquiryNeed = Path("/kontext/{id}/erkundung/bedarf")
}

/// The key of an area as a part of an address: a slash within it becomes a tilde.
enum AreaSlug {
    static func text(_ key: AreaKey) -> String { key.text.replacing("/", with: "~") }
    static func key(_ slug: String) -> AreaKey? { AreaKey(slug.replacing("~", with: "/")) }
}
