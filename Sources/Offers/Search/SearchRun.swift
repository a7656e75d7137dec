import Prevention

/// One question run over all segments.
struct SearchRun {
    private let plans: [FilterPlan]
    private let rankings: [Ranking]
    let prepared: PreparedQuery
    let total: Int
    let facets: [Facet]

    init(_ prepared: PreparedQuery, in view: IndexView, dates: NextDates, now: Instant, countsFacets: Bool) {
        var prepared = prepared
        var plans = view.segments.map { FilterPlan(prepared, in: $0) }
        // Pieces of compounds count only where nothing else is found.
        if prepared.mode == .strict, prepared.analysis != nil, plans.allSatisfy({ $0.isTextEmpty }) {
            prepared.mode = .loose
            plans = view.segments.map { FilterPlan(prepared, in: $0) }
        }
        self.prepared = prepared
        self.plans = plans
        total = plans.reduce(0) { $0 + $1.hits.count }
        let needsDates = prepared.query.order == .nextDate
        rankings = plans.map { plan in
            Ranking(plan: plan, nextStarts: needsDates ? dates.starts(of: plan.view.segment, after: now) : [])
        }
        guard countsFacets else {
            facets = []
            return
        }
        var count = FacetCount(prepared.query, areas: view.areas)
        for plan in plans { count.add(plan) }
        facets = count.facets()
    }

    var origin: Coordinate? { prepared.originCoordinate }

    /// The best hits of all segments.
    func best(_ limit: Int) -> [Candidate] {
        if rankings.count == 1, let ranking = rankings.first { return ranking.best(limit, segment: 0) }
        let all = rankings.enumerated().flatMap { $0.element.best(limit, segment: $0.offset) }
        let sorted = all.sorted { first, second in
            if first.key != second.key { return first.key < second.key }
            return name(first) < name(second)
        }
        return Array(sorted.prefix(limit))
    }

    private func name(_ candidate: Candidate) -> (String, ID<Offer>) {
        let segment = plans[candidate.segment].view.segment
        return (segment.titleKeys[candidate.document], segment.ids[candidate.document])
    }

    func score(of candidate: Candidate) -> Double { rankings[candidate.segment].score(candidate.document) }
}

extension FilterPlan {
    /// The words alone find nothing that may be shown.
    var isTextEmpty: Bool { parts[.text].map { $0.count(with: base) == 0 } ?? false }
}
