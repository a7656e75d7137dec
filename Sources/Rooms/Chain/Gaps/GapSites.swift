import Areas
import Prevention
import Statistics

/// Standortvorschlag: where new offers would serve the missing places best, by ways and by cover.
struct GapSites: Sendable {
    /// Parts with a known centre; sites and homes alike.
    let parts: [Area]
    /// What they are called beside each other.
    let titles: [String]
    /// Missing places, or children × need where nothing is missing.
    let weights: [Double]
    let isByGap: Bool
    let median: SiteChoice
    let cover: SiteChoice
    /// Kilometres of way within which the cover counts.
    let limit: Double
    /// Kilometres of way to the next suggested site, over all weights.
    let meanWay: Double

    /// `nil` if fewer than two parts have a centre or nothing is known.
    init?(_ gaps: ChainGaps, _ stage: LifeStage, _ field: FieldOfAction, count: Int) {
        let cells = gaps.cells(stage, field).filter { $0.part.center != nil }
        let missing = cells.map { max(0, $0.state == .gap || $0.state == .tight ? $0.gap ?? 0 : 0) }
        let isByGap = missing.contains { $0 > 0 }
        let weights = isByGap ? missing : cells.map { ($0.population ?? 0) * ($0.need ?? 0) }
        let total = weights.compensatedSum()
        guard cells.count > 1, total > 0 else { return nil }
        parts = cells.map(\.part)
        titles = cells.map(\.name)
        self.weights = weights
        self.isByGap = isByGap
        let centers = parts.compactMap(\.center)
        let ways = centers.map { here in centers.map { here.kilometres(to: $0) * GapRule.detour } }
        let steps = GapRule.catchment(of: stage).steps
        limit = steps.dropLast().last?.upTo ?? steps.last?.upTo ?? 0
        let sites = min(max(count, 1), parts.count - 1)
        median = .pMedian(population: weights, cost: ways, count: sites, effort: 300_000)
        cover = .maximumCover(
            population: weights, cost: ways.map { $0.map { $0 } }, limit: limit, count: sites, effort: 300_000)
        meanWay = median.objective / total
    }

    var total: Double { weights.compensatedSum() }
    func names(_ choice: SiteChoice) -> [String] { choice.sites.map { titles[$0] } }
}
