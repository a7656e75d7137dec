import HTML
import Prevention
import Transfers
import Web

/// Addresses of the room.
enum ExchangePath {
    static let start = Path("/boerse")
    static let catalogue = Path("/boerse/kettenglieder")
    static let rules = Path("/boerse/regeln")
    static let newRules = Path("/boerse/regeln/neu")
    static let offers = Path("/boerse/angebote")
    static let newOffer = Path("/boerse/angebote/neu")
    static let offer = Path("/boerse/angebote/{id}")
    static let offerStep = Path("/boerse/angebote/{id}/schritt")
    static let consent = Path("/boerse/angebote/{id}/mittragen")
    static let requests = Path("/boerse/gesuche")
    static let newRequest = Path("/boerse/gesuche/neu")
    static let request = Path("/boerse/gesuche/{id}")
    static let requestStep = Path("/boerse/gesuche/{id}/schritt")
    static let rounds = Path("/boerse/runden")
    static let newRound = Path("/boerse/runden/neu")
    static let round = Path("/boerse/runden/{id}")
    static let roundStep = Path("/boerse/runden/{id}/schritt")
    static let certificate = Path("/boerse/runden/{id}/nachweis.json")
    static let report = Path("/boerse/runden/{id}/bericht")
    static let reportFile = Path("/boerse/runden/{id}/bericht.csv")
    static let transfers = Path("/boerse/transfers")
    static let register = Path("/boerse/transfers/eintragen")
    static let transfer = Path("/boerse/transfers/{id}")
    static let transferStep = Path("/boerse/transfers/{id}/schritt")
    static let sessions = Path("/boerse/transfers/{id}/termine")
    static let calendar = Path("/boerse/transfers/{id}/termine.ics")
    static let account = Path("/boerse/konto")
    static let fund = Path("/boerse/fonds")
    static let fundStep = Path("/boerse/fonds/buchung")
    static let bookings = Path("/boerse/buchungen")
    static let redeem = Path("/boerse/buchungen/einloesen")
    static let booking = Path("/boerse/buchungen/{nummer}")
    static let notes = Path("/boerse/hinweise")
    static let levels = Path("/boerse/stand")
    static let plan = Path("/boerse/stand/plan")
    static let leave = Path("/boerse/teilnehmende/{id}/ausscheiden")
    static let setup = Path("/boerse/einrichten")

    /// Pages of other rooms.
    static let context = Link.to("/kontext")

    static func practice(_ practice: Reference) -> Link { .to("/praxis/" + PercentEncoding.query(practice.id)) }

    /// The context check of a transfer; where there is none yet, the way to begin one.
    static func contextCheck(_ transfer: Transfer, _ areaKey: String?) -> Link {
        .to(
            "/kontext/abgleich",
            query: [
                ("praxis", transfer.practice.id), ("nach", areaKey ?? ""), ("transfer", transfer.id.text),
            ])
    }

    /// The conversation about a request or a transfer.
    static func conversation(_ reference: Reference) -> Link {
        .to("/lernnetz/gespraech/\(reference.kind.rawValue)/\(reference.id)")
    }

    /// The gap analysis of a stage and field in an area.
    static func gap(_ area: String, _ stage: LifeStage, _ field: FieldOfAction) -> Link {
        let area = area.replacing("/", with: "~")
        return .to("/kette/\(PercentEncoding.query(area))/luecken/\(stages[stage] ?? "")/\(fields[field] ?? "")")
    }

    /// The stage that an address of the chain names, by its word there or by its stored form.
    static func stage(_ text: String) -> LifeStage? {
        LifeStage(rawValue: text) ?? stages.first { $0.value == text }?.key
    }

    /// The field that an address of the chain names.
    static func field(_ text: String) -> FieldOfAction? {
        FieldOfAction(rawValue: text) ?? fields.first { $0.value == text }?.key
    }

    /// Words of the chain's addresses.
    private static let stages: [LifeStage: String] = [
        .pregnancyAndBirth: "schwangerschaft-geburt", .aroundKita: "kita", .school: "schule", .youth: "jugend",
    ]

    private static let fields: [FieldOfAction: String] = [
        .health: "gesundheit", .childAndYouthWelfare: "jugendhilfe", .education: "bildung",
        .socialSecurityAndWork: "soziales", .integration: "integration", .sport: "sport",
        .cultureAndLeisure: "kultur", .participation: "beteiligung",
    ]
}
