import Offers
import Prevention
import Texts

/// Taxonomie of the feed: one of our own word lists with stable keys.
struct Taxonomy: Sendable {
    let code: String
    let name: String
    let description: String
    let terms: [Term]

    var id: String { DerivedID.text("taxonomy", code) }

    /// One word of a list.
    struct Term: Sendable {
        let taxonomy: String
        let code: String
        let name: String
        let description: String

        var id: String { DerivedID.text("term", taxonomy, code) }
    }

    private init(_ code: String, _ name: String, _ description: String, _ terms: [(String, String)]) {
        self.code = code
        self.name = name
        self.description = description
        self.terms = terms.map { Term(taxonomy: code, code: $0.0, name: $0.1, description: "\(name): \($0.1)") }
    }
}

extension Taxonomy {
    /// The feed's language is German.
    private static let words = Vocabulary(.german)

    static let stage = Taxonomy(
        "altersphase", "Altersphase", "Abschnitt des Weges von der Schwangerschaft bis zum ersten Beruf.",
        LifeStage.allCases.map { ($0.rawValue, words[$0]) })
    static let field = Taxonomy(
        "handlungsfeld", "Handlungsfeld", "Bereich kommunalen Handelns, zu dem ein Angebot gehört.",
        FieldOfAction.allCases.map { ($0.rawValue, words[$0]) })
    static let targetGroup = Taxonomy(
        "zielgruppe", "Zielgruppe", "Wen ein Angebot anspricht.", TargetGroup.allCases.map { ($0.rawValue, words[$0]) })
    static let access = Taxonomy(
        "zugang", "Zugang", "Ob die Familie zum Angebot kommt oder das Angebot zur Familie.",
        AccessMode.allCases.map { ($0.rawValue, words[$0]) })
    static let setting = Taxonomy(
        "einrichtungsart", "Einrichtungsart", "Art des Ortes, an dem ein Angebot stattfindet.",
        Setting.allCases.map { ($0.rawValue, words[$0]) })
    static let providerKind = Taxonomy(
        "traegerart", "Trägerart", "Art der Organisation, die ein Angebot verantwortet.",
        ProviderKind.allCases.map { ($0.rawValue, words[$0]) })

    /// All lists in the order of the feed.
    static let all = [stage, field, targetGroup, access, setting, providerKind]

    private static let byTermID: [String: Term] = Dictionary(
        all.flatMap(\.terms).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    private static let byID: [String: Taxonomy] = Dictionary(
        all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    static func taxonomy(id: String) -> Taxonomy? { byID[id] }
    static func term(id: String) -> Term? { byTermID[id] }
    func term(_ code: String) -> Term? { terms.first { $0.code == code } }

    /// The terms of an offer that everyone may see; the prevention tier is not among them.
    static func terms(of offer: Offer) -> [Term] {
        offer.lifeStages.compactMap { stage.term($0.rawValue) }
            + FieldOfAction.allCases.filter(offer.fields.contains).compactMap { field.term($0.rawValue) }
            + TargetGroup.allCases.filter(offer.targetGroups.contains).compactMap { targetGroup.term($0.rawValue) }
            + (offer.accessMode.flatMap { access.term($0.rawValue) }.map { [$0] } ?? [])
            + Setting.allCases.filter(offer.settings.contains).compactMap { setting.term($0.rawValue) }
    }
}
