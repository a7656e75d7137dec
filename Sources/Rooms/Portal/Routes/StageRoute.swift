import Areas
import Design
import HTML
import Offers
import Prevention
import Texts
import Web

extension PortalRoom {
    /// `GET /lebensweg/kita`: what helps in one stage of life.
    @Sendable func stagePage(_ visit: Visit) async throws -> Answer {
        let texts = texts(visit.language)
        guard let index = texts.stage.slugs.firstIndex(of: visit.parameters["phase"] ?? ""),
            LifeStage.allCases.indices.contains(index)
        else { throw NotFound() }
        let stage = LifeStage.allCases[index]
        var query = OfferQuery()
        query.stage = stage
        query.forFamilies = true
        query.perPage = 8
        let results = try await finder.find(query, visit.now)
        let snapshot = try await areas.current()
        let model = ResultsModel(
            question: PortalQuestion().with { $0.stage = stage }, answer: nil, results: results, tree: snapshot.tree,
            today: visit.now.berlinDay, now: visit.now)
        let head = PageHead(Vocabulary(visit.language)[stage], description: texts.stage.leads[index], section: "offers")
        return visit.page(head) { h in StageView(texts: texts, stage: stage, index: index, model: model).write(h) }
    }
}
