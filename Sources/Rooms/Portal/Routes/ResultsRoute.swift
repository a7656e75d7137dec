import Areas
import Design
import HTML
import Offers
import Prevention
import Texts
import Web

extension PortalRoom {
    /// `GET /angebote?alter=7&ort=Unna&was=…`
    @Sendable func resultsPage(_ visit: Visit) async throws -> Answer {
        let question = PortalQuestion(visit.query)
        let snapshot = try await areas.current()
        let answer = question.place.isEmpty ? nil : snapshot.gazetteer.find(question.place)
        var query = question.query
        if let place = answer?.place {
            query.areaIDs = [place.area.id]
            query.near = place.coordinate
        }
        let results = try await finder.find(query, visit.now)
        if results.total == 0, let place = answer?.place { await note(question, place.area, at: visit.now) }
        let model = ResultsModel(
            question: question, answer: answer, results: results, tree: snapshot.tree, today: visit.now.berlinDay,
            now: visit.now)
        let texts = texts(visit.language)
        let view = ResultsView(texts: texts, model: model)
        let head = PageHead(
            view.title(in: visit.language), description: texts.results.description, section: "offers",
            isPrivate: !question.pairs.isEmpty)
        return visit.page(head) { h in view.write(h) }
    }

    /// Counts a search that found nothing; towns and their parts only, as nobody is responsible above them.
    private func note(_ question: PortalQuestion, _ area: Area, at now: Instant) async {
        guard !question.hasBadAge, question.page == 1, area.level >= .municipality || area.level.isTown else { return }
        await signals.note(
            area: area.id, stage: question.stage ?? question.age.map(LifeStage.init(at:)),
            field: question.fields.count == 1 ? question.fields.first : nil, at: now)
    }
}

/// Everything the result page shows.
struct ResultsModel: Sendable {
    let question: PortalQuestion
    /// `nil` if no place was asked for.
    let answer: PlaceAnswer?
    let results: OfferResults
    let tree: AreaTree
    let today: Day
    let now: Instant

    var place: Place? { answer?.place }

    /// Number of a hit in the whole list; map and list show the same one.
    func number(_ index: Int) -> Int { (results.page - 1) * results.perPage + index + 1 }

    /// Where a hit stands on the map: its own place, otherwise the middle of its town.
    func spot(_ summary: OfferSummary) -> Coordinate? {
        summary.coordinate ?? centre(summary.town)
            ?? (summary.areaScope.count == 1 ? tree[summary.areaScope[0]]?.center : nil)
    }

    /// Where it is in words: district and town, or for whom it is.
    func placeWords(_ summary: OfferSummary) -> String {
        if !summary.town.isEmpty {
            return summary.districtName.isEmpty ? summary.town : "\(summary.districtName), \(summary.town)"
        }
        let names = summary.areaScope.compactMap { tree[$0]?.name }
        return names.count > 3 ? names.prefix(3).joined(separator: ", ") + " …" : names.joined(separator: ", ")
    }

    private func centre(_ town: String) -> Coordinate? {
        town.isEmpty ? nil : tree.areas.first { $0.name == town && $0.center != nil }?.center
    }
}
