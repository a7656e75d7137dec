import Language
import Practice
import Prevention

/// Eine Suche mit allem, was sie braucht: the question, and what other rooms know at this moment.
struct PracticeSearch: Sendable {
    let query: PracticeQuery
    let index: PracticeIndex
    /// Words of the question; `nil` without any.
    var analysis: QueryAnalysis?
    /// Practices with free coaching; `nil` without an exchange.
    var coaching: Set<ID<Practice>>?
    /// By practice, for the municipality asked for; `nil` if none is, or nothing is known.
    var fit: [ID<Practice>: PracticeFit]?
    var need: PracticeNeed?

    /// Ergebnis einer Suche.
    struct Result: Sendable {
        struct Hit: Sendable {
            let entry: PracticeEntry
            /// Names of its municipalities.
            let names: [String]
            /// `nil` where no municipality is chosen or no condition is known.
            let fit: PracticeFit?
        }

        /// All that fit, best first.
        let places: [Int]
        /// How many there would be with each further value.
        let counts: [PracticeFacet: [String: Int]]
        /// The words had to be read generously.
        let isLoose: Bool
        let didYouMean: String?
    }

    func run() -> Result {
        let size = index.entries.count
        var base = PracticeSet(all: size)
        narrowByAges(&base)
        narrowByNeed(&base)
        let text = matchText(within: base)
        if let text { base.formIntersection(text.found) }
        let sets = allSets()
        let parts = query.chosen.mapValues { _ in PracticeSet(size: size) }.merging(
            query.chosen.map { facet, values in (facet, union(values, sets[facet] ?? [:], size)) }
        ) { $1 }
        var hits = base
        for part in parts.values { hits.formIntersection(part) }
        var counts: [PracticeFacet: [String: Int]] = [:]
        for (facet, values) in sets {
            var others = hits
            if parts[facet] != nil {
                others = base
                for (other, part) in parts where other != facet { others.formIntersection(part) }
            }
            counts[facet] = values.mapValues { $0.count(with: others) }
        }
        return Result(
            places: order(hits, text?.scores), counts: counts, isLoose: text.map { $0.mode != .strict } ?? false,
            didYouMean: analysis?.didYouMean)
    }

    func hit(_ place: Int) -> Result.Hit {
        let entry = index.entries[place]
        return Result.Hit(entry: entry, names: index.names[place], fit: fit?[entry.practice.id])
    }

    // MARK: Parts

    private func narrowByAges(_ base: inout PracticeSet) {
        guard let ages = query.ages else { return }
        var touched = PracticeSet(size: index.entries.count)
        for (place, entry) in index.entries.enumerated() where entry.practice.place.ages.sharesTime(with: ages) {
            touched.insert(place)
        }
        base.formIntersection(touched)
    }

    private func narrowByNeed(_ base: inout PracticeSet) {
        guard let need else { return }
        var concerned = PracticeSet(size: index.entries.count)
        for (place, entry) in index.entries.enumerated() where need.concerns(entry.practice.place) {
            concerned.insert(place)
        }
        base.formIntersection(concerned)
    }

    /// As strictly as the words find anything.
    private func matchText(
        within base: PracticeSet
    ) -> (found: PracticeSet, scores: [Float], mode: PracticeWords.Mode)? {
        guard let analysis, !analysis.isEmpty else { return nil }
        var last: (found: PracticeSet, scores: [Float], mode: PracticeWords.Mode)?
        for mode in PracticeWords.Mode.allCases {
            let match = index.words.match(analysis, mode)
            last = (match.found, match.scores, mode)
            if match.found.count(with: base) > 0 { break }
        }
        return last
    }

    /// The sets of the index and those that depend on the question.
    private func allSets() -> [PracticeFacet: [String: PracticeSet]] {
        var sets = index.sets
        let size = index.entries.count
        if let coaching {
            var free = PracticeSet(size: size)
            for id in coaching { if let place = index.place(of: id) { free.insert(place) } }
            sets[.coaching] = ["frei": free]
        }
        if let fit {
            var shares: [String: PracticeSet] = [:]
            for (place, entry) in index.entries.enumerated() {
                let share = fit[entry.practice.id]?.share ?? .unknown
                shares[share.rawValue, default: PracticeSet(size: size)].insert(place)
            }
            sets[.fit] = shares
        }
        return sets
    }

    private func union(_ values: Set<String>, _ sets: [String: PracticeSet], _ size: Int) -> PracticeSet {
        var result = PracticeSet(size: size)
        for value in values { if let set = sets[value] { result.formUnion(set) } }
        return result
    }

    /// By how well the words fit, then by the conditions met where a municipality is chosen, then by title.
    private func order(_ hits: PracticeSet, _ scores: [Float]?) -> [Int] {
        let places = hits.places
        guard scores != nil || fit != nil else { return places }
        let shares: [Int]? = fit.map { fit in
            index.entries.map { entry in
                fit[entry.practice.id].map { $0.of > 0 ? $0.met * 1_000 / $0.of : 0 } ?? -1
            }
        }
        return places.sorted { first, second in
            if let scores, scores[first] != scores[second] { return scores[first] > scores[second] }
            if let shares, shares[first] != shares[second] { return shares[first] > shares[second] }
            return first < second
        }
    }
}
