import Areas
import Prevention
import Synchronization

/// Kurzfassungen that were shown lately, so that a page of hits costs no query.
final class SummaryShelf: Sendable {
    private struct Entry {
        let upTo: Int
        let today: Day
        let summary: OfferSummary
    }

    private static let limit = 4_096
    private let store: OfferStore
    private let entries = Mutex<[ID<Offer>: Entry]>([:])

    init(store: OfferStore) { self.store = store }

    /// Short forms of the offers as they are at the view's moment or later; offers that are gone are left out.
    func summaries(_ ids: [ID<Offer>], in view: IndexView) async throws -> [ID<Offer>: OfferSummary] {
        var found: [ID<Offer>: OfferSummary] = [:]
        entries.withLock { entries in
            for id in ids {
                if let entry = entries[id], entry.upTo == view.upTo, entry.today == view.today {
                    found[id] = entry.summary
                }
            }
        }
        let missing = ids.filter { found[$0] == nil }
        guard !missing.isEmpty else { return found }
        let read = try await store.details(ids: missing).map { Self.summary($0, in: view) }
        entries.withLock { entries in
            if entries.count + read.count > Self.limit { entries.removeAll(keepingCapacity: true) }
            for summary in read {
                entries[summary.id] = Entry(upTo: view.upTo, today: view.today, summary: summary)
            }
        }
        for summary in read { found[summary.id] = summary }
        return found
    }

    /// Town and district by name, also for offers that state only for which area they are.
    private static func summary(_ detail: OfferDetail, in view: IndexView) -> OfferSummary {
        let tree = view.areas.tree
        let site = detail.places.lazy.compactMap(\.facility.areaID).first
        let district = site.flatMap { tree[$0] }.flatMap { $0.level > .municipality ? $0.name : nil }
        var summary = OfferSummary(detail, districtName: district ?? "", today: view.today)
        if summary.town.isEmpty {
            let areas = (site.map { [$0] } ?? detail.offer.areaScope).compactMap { tree[$0] }
            summary.town = townName(of: areas, in: tree)
        }
        return summary
    }

    private static func townName(of areas: [Area], in tree: AreaTree) -> String {
        let towns = areas.map { tree.town(of: $0.id) ?? $0 }
        let names = Set(towns.map(\.name))
        if names.count <= 1 { return names.first ?? "" }
        let kreise = Set(areas.compactMap { tree.kreis(of: $0.id)?.name })
        return kreise.count == 1 ? kreise.first ?? "" : towns.prefix(3).map(\.name).joined(separator: ", ")
    }
}
