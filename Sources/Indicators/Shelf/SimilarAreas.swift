package import Areas
package import Prevention
package import Similarity

/// Ähnliche Gebiete: those of the same level whose circumstances are nearest by Gower distance; a hint, never a filter
/// and never a ranking.
package struct SimilarAreas: Sendable {
    /// Merkmal: what areas are compared by.
    package enum Trait: Sendable {
        /// A rate of circumstances.
        case circumstance(Indicator)
        /// The count on which most other indicators are based, such as inhabitants; compared by its logarithm.
        case size(Indicator)
        /// Kreisfreie Stadt or a municipality of a Kreis.
        case legalType

        package var indicator: Indicator? {
            switch self {
            case .circumstance(let indicator), .size(let indicator): indicator
            case .legalType: nil
            }
        }
    }

    /// A similar area with what it differs in.
    package struct Match: Sendable {
        package let area: Area
        /// Gower distance, 0 (like twins) … 1.
        package let distance: Double
        package let closeness: Neighbour.Closeness
        /// The traits that differ most, at most three, those that add most to the distance first; places in `traits`.
        package let differences: [Neighbour.Difference]
        /// The traits of which nothing is known there; they are left out of the comparison.
        package let missing: [Trait]
        /// The indicators among the differences.
        package let differing: [Indicator]
    }

    /// Nearest first, of equally near ones by key.
    package let matches: [Match]
    /// What they were compared by: what is known of the area itself and differs between areas.
    package let traits: [Trait]
    /// What each trait weighs, summing to 1; none where there is nothing to compare by.
    package let weights: [Double]
    /// Where the weights come from.
    package let weighting: Weighting

    package var areas: [Area] { matches.map(\.area) }
    package var indicators: [Indicator] { traits.compactMap(\.indicator) }

    /// Every area is compared by the same measure; `most` says only how many are told.
    ///
    /// Without an outcome size and legal type together weigh as much as all circumstances together. Areas that know less
    /// than half of what is known of `area` are left out.
    ///
    /// - Parameter outcome: an indicator to whose prediction the weights are fitted, where enough areas know it.
    package init(
        to area: Area, _ series: [PublishedSeries], _ tree: AreaTree, most: Int = 5, outcome: PublishedSeries? = nil
    ) {
        let level = Self.level(area)
        let peers = tree.areas.filter { Self.level($0) == level }.sorted { $0.key < $1.key }
        guard let own = peers.firstIndex(where: { $0.id == area.id }) else {
            (matches, traits, weights, weighting) = ([], [], [], .blocks)
            return
        }
        let columns = Self.columns(series.filter { $0.indicator.key != outcome?.indicator.key }, of: own, among: peers)
        traits = columns.map(\.trait)
        (weights, weighting) = Self.weights(columns, outcome, of: own, peers)
        let found = Self.nearest(own, columns, weights, peers.count, most)
        matches = found.map { [traits] found in
            Match(
                area: peers[found.row], distance: found.distance, closeness: found.closeness,
                differences: found.differences, missing: found.missing.map { traits[$0] },
                differing: found.differences.compactMap { traits[$0.variable].indicator })
        }
    }

    /// Whether the comparison uses an indicator: rates of circumstances. Indices and means are left out, for they may be
    /// made of the same numbers.
    package static func uses(_ indicator: Indicator) -> Bool {
        guard indicator.kind == .context else { return false }
        switch indicator.measure {
        case .share, .ratio: return true
        case .count, .score, .yesNo: return false
        }
    }

    /// Whether the comparison looks at an indicator at all: circumstances, and counts that may tell the size.
    package static func reads(_ indicator: Indicator) -> Bool {
        indicator.kind == .context && (uses(indicator) || indicator.measure == .count)
    }

    // MARK: Columns

    typealias Column = (trait: Trait, values: [Double?])

    private static func columns(_ series: [PublishedSeries], of own: Int, among peers: [Area]) -> [Column] {
        var columns: [Column] = []
        if let size = size(of: peers[own], series) {
            columns.append((.size(size.indicator), newest(size, of: own, peers)))
        }
        columns.append((.legalType, peers.map { $0.level == .city ? 1 : 0 }))
        columns += series.filter { uses($0.indicator) }.map {
            (.circumstance($0.indicator), newest($0, of: own, peers))
        }
        let usable = columns.filter { $0.values[own] != nil && differs($0.values) }
        // The legal type alone says nothing about how children grow up.
        return usable.contains { $0.trait.indicator != nil } ? usable : []
    }

    /// The count known of the area that most others name as what they are a part of.
    private static func size(of area: Area, _ series: [PublishedSeries]) -> PublishedSeries? {
        let context = series.filter { reads($0.indicator) }
        let names = context.flatMap { [$0.indicator.baseKey, $0.indicator.wholeKey].compactMap { $0 } }
        let named = Dictionary(grouping: names) { $0 }.mapValues(\.count)
        return context.filter {
            $0.indicator.measure == .count && named[$0.indicator.key] != nil && period($0, of: area) != nil
        }.min { left, right in
            (named[right.indicator.key] ?? 0, left.indicator.key) < (
                named[left.indicator.key] ?? 0, right.indicator.key
            )
        }
    }

    /// The values of the newest period in which something is known of the area itself.
    private static func newest(_ series: PublishedSeries, of own: Int, _ areas: [Area]) -> [Double?] {
        guard let period = period(series, of: areas[own]) else { return areas.map { _ in nil } }
        return areas.map { series[$0.id, period].value }
    }

    /// The period by which others are compared with an area.
    package static func period(_ series: PublishedSeries, of area: Area) -> Period? {
        series.periods.last { series[area.id, $0].value != nil }
    }

    private static func differs(_ values: [Double?]) -> Bool {
        let known = values.compactMap { $0 }
        guard let low = known.min(), let high = known.max() else { return false }
        return high - low > 1e-9 * max(abs(low), abs(high))
    }

    private static func nearest(
        _ own: Int, _ columns: [Column], _ weights: [Double], _ count: Int, _ most: Int
    ) -> [Neighbour] {
        guard !columns.isEmpty else { return [] }
        let variables = zip(columns, weights).map { column, weight in
            SimilarityVariable(column.trait.indicator?.key ?? "", column.trait.kind, weight: weight)
        }
        let rows = (0..<count).map { row in columns.map { $0.values[row] } }
        let table = try? SimilarityTable(variables, rows: rows)
        return (try? table?.nearest(to: own, most: most)) ?? []
    }

    /// A kreisfreie Stadt is compared with towns.
    private static func level(_ area: Area) -> Int {
        switch area.level {
        case .land, .kreis: 0
        case .city, .municipality: 1
        case .borough: 2
        case .district: 3
        }
    }
}

extension SimilarAreas {
    /// Herkunft der Gewichte.
    package enum Weighting: Sendable {
        /// Size and legal type weigh as much as all circumstances.
        case blocks
        /// As far as each trait helps to predict an indicator.
        case outcome(Indicator, RidgeWeights)
        /// The traits do not predict it, or too few areas know it; the blocks' weights are used.
        case noPrediction(Indicator)
    }

    private static func weights(
        _ columns: [Column], _ outcome: PublishedSeries?, of own: Int, _ peers: [Area]
    ) -> ([Double], Weighting) {
        let frames = columns.count { $0.trait.isFrame }
        let blocks = frames > 0 && frames < columns.count ? 2.0 : 1
        let plain = columns.map { column in
            1 / blocks / Double(column.trait.isFrame ? frames : columns.count - frames)
        }
        guard let outcome else { return (plain, .blocks) }
        let ridge = RidgeWeights(
            columns.map { ($0.trait.kind, $0.values) }, outcome: newest(outcome, of: own, peers))
        guard let ridge else { return (plain, .noPrediction(outcome.indicator)) }
        return (ridge.weights, .outcome(outcome.indicator, ridge))
    }
}

extension SimilarAreas.Trait {
    /// Size and legal type: the frame in which a municipality acts.
    fileprivate var isFrame: Bool {
        switch self {
        case .circumstance: false
        case .size, .legalType: true
        }
    }

    fileprivate var kind: SimilarityVariable.Kind {
        switch self {
        case .circumstance: .number
        case .size: .size
        case .legalType: .category
        }
    }
}
