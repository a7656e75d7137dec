import Prevention

/// A document on its way into the list: the smallest key comes first.
struct Candidate {
    let key: Double
    let segment: Int
    let document: Int
}

/// Reihenfolge: gives each hit of a segment its key and keeps the best ones.
struct Ranking {
    let plan: FilterPlan
    /// When each schedule of the segment happens next, if the order needs it.
    let nextStarts: [Int64]

    /// The best `limit` hits, best first; equal keys by title and id.
    func best(_ limit: Int, segment: Int) -> [Candidate] {
        var kept: [Candidate] = []
        var threshold = Double.infinity
        let capacity = max(64, limit * 2)
        let sort = { (list: inout [Candidate]) in list.sort { ($0.key, $0.document) < ($1.key, $1.document) } }
        plan.hits.forEach { document in
            let key = key(document)
            // Documents come by title, so an equal key later in the alphabet cannot displace an earlier one.
            guard key < threshold || kept.count < limit else { return }
            kept.append(Candidate(key: key, segment: segment, document: document))
            guard kept.count >= capacity else { return }
            sort(&kept)
            kept.removeLast(kept.count - limit)
            threshold = kept.last?.key ?? .infinity
        }
        sort(&kept)
        return Array(kept.prefix(limit))
    }

    private func key(_ document: Int) -> Double {
        let segment = plan.view.segment
        switch plan.prepared.query.order {
        case .relevance: return -score(document)
        case .title: return 0
        case .distance: return distance(document).map(Double.init) ?? .greatestFiniteMagnitude
        case .freshness:
            let day = segment.columns.dates[document].checkedOn
            return day == ShownDates.never ? .greatestFiniteMagnitude : -Double(day)
        case .nextDate:
            let next = segment.times.lists[document].lazy.map { nextStarts[Int($0)] }.min()
            return next.map(Double.init) ?? .greatestFiniteMagnitude
        }
    }

    /// How well an offer fits: words up to 10, age and nearness up to 3, being local 1.5, freshness and dates 1.5.
    func score(_ document: Int) -> Double {
        var score = Double(plan.view.merit[document])
        if !plan.scores.isEmpty { score += 10 * Double(plan.scores[document]) }
        if let ageFit = ageFit(document) { score += ageFit }
        if !plan.fits.isEmpty, plan.fits[Int(plan.view.segment.places.reachOf[document])] == .local { score += 1.5 }
        if let distance = distance(document) { score += 3 / (1 + Double(distance) / 5) }
        return (score * 1_000).rounded() / 1_000
    }

    /// Made for this age is better than made for everyone.
    private func ageFit(_ document: Int) -> Double? {
        let query = plan.prepared.query
        guard query.age != nil || query.stage != nil else { return nil }
        let span = plan.view.segment.columns.ages[document]
        guard span.isStated else { return 0 }
        return 3 / (1 + Double(span.to - span.from) / 24)
    }

    /// To the nearest site, else to the nearest town served; farther if the offer is for many towns.
    private func distance(_ document: Int) -> Float? {
        guard let origin = plan.prepared.origin else { return nil }
        let segment = plan.view.segment
        if segment.sites.hasPoint.contains(document) {
            return segment.sites.lists[document].lazy.compactMap { $0.point?.chord(to: origin) }.min()
        }
        let cover = plan.view.covers[Int(segment.places.reachOf[document])]
        let nearest = cover.centres.lazy.map { $0.chord(to: origin) }.min()
        return nearest.map { $0 + (cover.isWide ? 15 : 2) }
    }
}
