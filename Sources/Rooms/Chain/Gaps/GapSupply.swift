import Areas
import Prevention
import Statistics

/// Angebot einer Gruppe: the places of one stage and field, and how they reach the parts.
struct GapSupply: Sendable {
    /// An offer of the group: its places for this stage and where they go.
    struct Entry: Sendable {
        let offer: ChainOffer
        /// Places for the stage; `nil` if unknown.
        let places: Double?
        /// Places that reach each part, by two-step floating catchment; for unknown places with the median.
        let reached: [Double]
        /// How much each part counts, 0…1.
        let weights: [Double]
    }

    /// Those that reach some part.
    let entries: [Entry]
    /// Known places within reach, by part.
    let places: [Double]
    /// The same with the median for offers without known places.
    let filled: [Double]
    let offers: [Int]
    let withoutPlaces: [Int]
    /// Places of one offer (all stages) that stand in for unknown ones; `nil` without any known.
    let median: Double?

    /// Usual places of one offer for this stage; `nil` without any known.
    var usualSize: Double? { Self.median(entries.compactMap(\.places)) }

    var total: Double { places.compensatedSum() }
    var hasUnknownPlaces: Bool { entries.contains { $0.places == nil } }

    /// - Parameters:
    ///   - offers: those of the group, each with its weights by part.
    ///   - population: by part; unknown takes no part.
    init(_ offers: [(offer: ChainOffer, weights: [Double])], stage: Int, population: [Double?]) {
        let people = population.map { $0 ?? 0 }
        let median = Self.median(offers.compactMap { $0.offer.places.map(Double.init) })
        self.median = median
        let share = { (offer: ChainOffer) in (offer.places.map(Double.init) ?? median ?? 0) * offer.stageShares[stage] }
        let reach = FloatingCatchment(
            population: people, capacity: offers.map { share($0.offer) }, weights: offers.map(\.weights))
        var known = [CompensatedSum](repeating: CompensatedSum(), count: people.count)
        var all = known
        var counts = [Int](repeating: 0, count: people.count)
        var without = counts
        entries = zip(offers, reach.ratios).compactMap { pair, ratio in
            let reached = zip(pair.weights, people).map { ratio * $0 * $1 }
            guard pair.weights.contains(where: { $0 > 0 }) else { return nil }
            for part in people.indices where pair.weights[part] > 0 {
                all[part].add(reached[part])
                counts[part] += 1
                if pair.offer.places == nil { without[part] += 1 } else { known[part].add(reached[part]) }
            }
            return Entry(
                offer: pair.offer, places: pair.offer.places.map { Double($0) * pair.offer.stageShares[stage] },
                reached: reached, weights: pair.weights)
        }
        places = known.map(\.total)
        filled = all.map(\.total)
        self.offers = counts
        withoutPlaces = without
    }

    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}

/// Reichweite: how much each part counts for an offer, in each stage.
struct GapReach {
    private let frame: GapFrame
    private let centers: [Coordinate?]

    init(_ frame: GapFrame) {
        self.frame = frame
        centers = frame.parts.map(\.center)
    }

    /// How an offer belongs to the compared parts.
    enum Belonging: Sendable, Hashable {
        /// Serves some of these parts.
        case parts([Int])
        /// Meant for more than the shown area.
        case larger
        case elsewhere
    }

    func belonging(of offer: ChainOffer) -> Belonging {
        if !offer.scope.isEmpty {
            let parts = Set(offer.scope.flatMap(frame.parts(in:))).sorted()
            if !parts.isEmpty { return .parts(parts) }
            return offer.scope.contains(where: frame.isAbove) ? .larger : .elsewhere
        }
        if offer.sites.contains(where: { $0.areaID.map(frame.isInside) ?? false }) {
            return .parts(Array(frame.parts.indices))
        }
        return .elsewhere
    }

    /// Kilometres from each site to the centre of each part, by road; `nil` where a coordinate is missing.
    func ways(of offer: ChainOffer) -> [[Double?]] {
        offer.sites.map { site in
            centers.map { center in
                guard let here = site.coordinate, let center else { return nil }
                return here.kilometres(to: center) * GapRule.detour
            }
        }
    }

    /// Weights of the parts for an offer that serves `parts`; several sites share its places evenly.
    func weights(_ offer: ChainOffer, parts: [Int], ways: [[Double?]], catchment: Catchment) -> [Double] {
        guard !offer.sites.isEmpty, !offer.isOnline else { return evenly(parts) }
        var sum = [Double](repeating: 0, count: frame.parts.count)
        for (site, way) in zip(offer.sites, ways) {
            for (part, weight) in weights(site, parts: parts, way: way, catchment).enumerated() { sum[part] += weight }
        }
        return sum.map { $0 / Double(offer.sites.count) }
    }

    private func weights(_ site: ChainOffer.Site, parts: [Int], way: [Double?], _ catchment: Catchment) -> [Double] {
        var weights = [Double](repeating: 0, count: frame.parts.count)
        let own = site.areaID.flatMap(frame.part(of:)).flatMap { parts.contains($0) ? $0 : nil }
        for part in parts { if let way = way[part] { weights[part] = catchment.weight(way) } }
        if let own { weights[own] = 1 }
        if weights.contains(where: { $0 > 0 }) { return weights }
        // Nothing in reach: the nearest part, or without coordinates all that it is meant for.
        guard let nearest = parts.filter({ way[$0] != nil }).min(by: { (way[$0] ?? 0) < (way[$1] ?? 0) }) else {
            return evenly(parts)
        }
        weights[nearest] = 1
        return weights
    }

    private func evenly(_ parts: [Int]) -> [Double] {
        var weights = [Double](repeating: 0, count: frame.parts.count)
        for part in parts { weights[part] = 1 }
        return weights
    }
}
