import Areas
import Design
import HTML
import Offers
import Prevention
import Tables
import Texts
import Web

extension PortalRoom {
    /// `GET /angebote/{id}`: what one offer is, for whom, where and when.
    @Sendable func offerPage(_ visit: Visit) async throws -> Answer {
        let id = try visit.id(of: Offer.self)
        let today = visit.now.berlinDay
        guard let stored = try await offers.detail(id), stored.offer.isPublic(on: today) else { throw NotFound() }
        let detail = stored.published(for: .web)
        let neighbours = try await offers.details(ids: stored.offer.followsOn + stored.offer.leadsTo)
            .filter { $0.offer.isPublic(on: today) }
        let tree = try await areas.current().tree
        let model = OfferModel(detail: detail, neighbours: neighbours, tree: tree, now: visit.now, today: today)
        let texts = texts(visit.language)
        let head = PageHead(
            model.title, description: FamilyWords.shown(detail.offer.summary) ?? "",
            structuredData: OfferData(model, publicURL: nil).json.description, section: "offers")
        return visit.page(head) { h in OfferView(texts: texts, model: model).write(h) }
    }
}

/// Everything the page of an offer shows; already without what families may not see.
struct OfferModel: Sendable {
    let detail: OfferDetail
    let neighbours: [OfferDetail]
    let tree: AreaTree
    let now: Instant
    let today: Day

    var offer: Offer { detail.offer }

    /// Title of the window: offers of several providers are often called the same.
    var title: String {
        Provider.isUnnamed(detail.provider.name) ? offer.title : "\(offer.title), \(detail.provider.name)"
    }

    func offers(_ ids: [ID<Offer>]) -> [OfferDetail] { ids.compactMap { id in neighbours.first { $0.offer.id == id } } }

    /// Names of the areas for which the offer is meant.
    var catchment: [String] { offer.areaScope.compactMap { tree[$0]?.name } }

    /// The next dates over all sites, soonest first; at most `limit`.
    func nextDates(_ limit: Int) -> [Occurrence] {
        let last = today.adding(days: 120)
        let dates = offer.allSchedules.filter { $0.purpose == .session }
            .flatMap { $0.occurrences(from: today, to: last, limit: limit) }
        return Array(Set(dates).filter { $0.end > now || $0.start >= now }.sorted().prefix(limit))
    }
}
