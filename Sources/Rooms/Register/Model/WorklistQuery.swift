import HTML
import Offers
import Prevention
import Web

/// Filter of the worklist as it stands in the address.
struct WorklistQuery: Sendable, Equatable {
    var text = ""
    var status: OfferStatus?
    var freshness: Freshness?
    var finding: QualityFinding?
    var provider = ""
    var providerID: ID<Provider>?
    var field: FieldOfAction?

    init() {}

    init(_ query: Fields) {
        text = String((query.text("text") ?? "").prefix(200))
        status = query.text("status").flatMap { OfferStatus(rawValue: $0) }
        freshness = query.text("frische").flatMap { Freshness(rawValue: $0) }
        finding = query.text("fehlt").flatMap { QualityFinding(rawValue: $0) }
        provider = String((query.text("traeger") ?? "").prefix(200))
        providerID = query.text("von").flatMap { ID<Provider>($0) }
        field = query.text("thema").flatMap { FieldOfAction(rawValue: $0) }
    }

    var isEmpty: Bool { self == WorklistQuery() }

    /// The filter with the caller's reach.
    func filter(_ caller: Caller) -> OfferFilter {
        var filter = OfferFilter()
        filter.title = text
        filter.statuses = status.map { [$0] } ?? []
        filter.freshness = freshness
        filter.finding = finding
        filter.providerName = provider
        filter.providerID = providerID
        filter.field = field
        filter.reach = caller.reach
        return filter
    }

    /// The fields of the address.
    var pairs: [(String, String)] {
        [
            ("text", text), ("status", status?.rawValue ?? ""), ("frische", freshness?.rawValue ?? ""),
            ("fehlt", finding?.rawValue ?? ""), ("traeger", provider), ("von", providerID?.text ?? ""),
            ("thema", field?.rawValue ?? ""),
        ]
    }

    /// The list with this filter.
    func link(page: Int = 1) -> Link { link(RegisterPath.list, page: page) }

    /// A list or file with this filter.
    func link(_ path: Path, page: Int = 1) -> Link {
        .to(path.path(), query: pairs + (page > 1 ? [("seite", "\(page)")] : []))
    }

    /// The same with one part changed.
    func with(_ change: (inout WorklistQuery) -> Void) -> WorklistQuery {
        var copy = self
        change(&copy)
        return copy
    }
}
