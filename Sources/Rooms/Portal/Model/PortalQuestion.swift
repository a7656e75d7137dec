import HTML
import Offers
import Prevention
import Web

/// Frage der Familie: what stands in the address of a result page, and how it is written there.
///
/// The child's age appears in whole months only; a birthday or due date never does.
struct PortalQuestion: Sendable, Equatable {
    var age: AgeInMonths?
    var stage: LifeStage?
    /// As typed: town, district, postcode or an area's key.
    var place = ""
    var text = ""
    var fields: Set<FieldOfAction> = []
    var languages: Set<String> = []
    var isFree = false
    var registrationFree = false
    var accessibility: Set<AccessibilityFeature> = []
    var weekdays: Set<Int> = []
    var order = OfferQuery.Order.relevance
    var page = 1
    /// The address names an age that is none.
    var hasBadAge = false

    init() {}

    init(_ query: Fields) {
        if let typed = query.text("alter") {
            age = Int(typed).flatMap { AgeInMonths($0) }
            hasBadAge = age == nil
        }
        stage = query.text("phase").flatMap(LifeStage.init(rawValue:))
        place = String((query.text("ort") ?? query.text("gebiet") ?? "").prefix(100))
        text = String((query.text("was") ?? query.text("q") ?? "").prefix(200))
        fields = Set(query.values("feld").compactMap(FieldOfAction.init(rawValue:)))
        languages = Set(query.values("sprache").filter { $0.count <= 8 && $0.allSatisfy { $0.isASCII && $0.isLetter } })
        isFree = query.values("kosten").contains("frei")
        registrationFree = query.values("anmeldung").contains("ohne")
        accessibility = Set(query.values("zugang").compactMap(AccessibilityFeature.init(rawValue:)))
        weekdays = Set(query.values("tag").compactMap { Int($0) }.filter { (1...7).contains($0) })
        order = query.text("reihe").flatMap(OfferQuery.Order.init(rawValue:)) ?? .relevance
        page = min(max(query.text("seite").flatMap { Int($0) } ?? 1, 1), 10_000)
    }

    /// The fields of the address in a fixed order, so that equal questions have equal addresses.
    var pairs: [(String, String)] {
        var pairs: [(String, String)] = []
        if let age { pairs.append(("alter", "\(age.months)")) }
        if let stage { pairs.append(("phase", stage.rawValue)) }
        if !place.isEmpty { pairs.append(("ort", place)) }
        if !text.isEmpty { pairs.append(("was", text)) }
        pairs += FieldOfAction.allCases.filter(fields.contains).map { ("feld", $0.rawValue) }
        pairs += languages.sorted().map { ("sprache", $0) }
        if isFree { pairs.append(("kosten", "frei")) }
        if registrationFree { pairs.append(("anmeldung", "ohne")) }
        pairs += AccessibilityFeature.allCases.filter(accessibility.contains).map { ("zugang", $0.rawValue) }
        pairs += weekdays.sorted().map { ("tag", "\($0)") }
        if order != .relevance { pairs.append(("reihe", order.rawValue)) }
        if page > 1 { pairs.append(("seite", "\(page)")) }
        return pairs
    }

    /// The parts that the three questions of the start page ask, which filters keep.
    var keptPairs: [(String, String)] {
        let kept: Set = ["alter", "phase", "ort", "was", "reihe"]
        return pairs.filter { kept.contains($0.0) }
    }

    var link: Link { .to(PortalPaths.offers.pattern, query: pairs) }

    /// The same question with something changed, from its first page.
    func with(_ change: (inout PortalQuestion) -> Void) -> PortalQuestion {
        var other = self
        other.page = 1
        change(&other)
        return other
    }

    var hasFilters: Bool {
        !fields.isEmpty || !languages.isEmpty || isFree || registrationFree || !accessibility.isEmpty
            || !weekdays.isEmpty
    }

    var withoutFilters: PortalQuestion {
        with {
            $0.fields = []
            $0.languages = []
            $0.isFree = false
            $0.registrationFree = false
            $0.accessibility = []
            $0.weekdays = []
        }
    }

    /// The question as the search takes it; the place is added by whoever knows places.
    var query: OfferQuery {
        var query = OfferQuery()
        query.forFamilies = true
        query.text = text
        query.age = age
        query.stage = stage
        query.fields = fields
        query.languages = languages.sorted()
        query.isFree = isFree
        query.registrationFree = registrationFree
        query.accessibility = accessibility
        query.weekdays = weekdays
        query.order = order
        query.page = page
        return query
    }
}

/// Adressen of the portal.
enum PortalPaths {
    static let offers = Path("/angebote")
    static let offer = Path("/angebote/{id}")
    static let search = Path("/suche")
    static let stage = Path("/lebensweg/{phase}")
    static let feedback = Path("/rueckmeldung")
    static let feedbackDone = Path("/rueckmeldung/danke")
    static let inbox = Path("/rueckmeldungen")
    static let inboxDone = Path("/rueckmeldungen/{id}/erledigt")
}
