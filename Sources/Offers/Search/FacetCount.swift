import Areas
import Prevention
import Tables

/// Counts what each further choice would leave, over all segments.
///
/// A choice of which any value counts (field, language, town …) is counted as if its own choice were not made;
/// of accessibility, where all must be given, each value is counted on top of the chosen ones.
struct FacetCount {
    private var counts: [Facet.Kind: [String: Int]] = [:]
    private var topicNames: [String: String] = [:]
    private let areas: AreaNumbers
    private let query: OfferQuery

    init(_ query: OfferQuery, areas: AreaNumbers) {
        self.query = query
        self.areas = areas
    }

    mutating func add(_ plan: FilterPlan) {
        let columns = plan.view.segment.columns
        add(.stage, plan.hits(without: .stage), columns.stages)
        add(.field, plan.hits(without: .field), columns.fields)
        add(.setting, plan.hits(without: .setting), columns.settings)
        add(.targetGroup, plan.hits(without: .targetGroup), columns.targetGroups)
        if query.includesHidden || !query.tiers.isEmpty { add(.tier, plan.hits(without: .tier), columns.tiers) }
        let language = plan.hits(without: .language)
        for (code, set) in columns.languages { add(.language, code, set.count(with: language)) }
        add(.cost, OfferCost.Kind.free.rawValue, columns.isFree.count(with: plan.hits(without: .cost)))
        add(
            .registration, Registration.Need.notNeeded.rawValue,
            columns.isOpenToAll.count(with: plan.hits(without: .registration)))
        let weekday = plan.hits(without: .weekday)
        for (index, set) in plan.view.segment.times.weekdays.enumerated() {
            add(.weekday, "\(index + 1)", set.count(with: weekday))
        }
        addAccessibility(plan)
        addTopics(plan)
        addAreas(plan)
    }

    private mutating func add(_ kind: Facet.Kind, _ key: String, _ count: Int) {
        if count > 0 { counts[kind, default: [:]][key, default: 0] += count }
    }

    private mutating func add<Word: RawRepresentable<String>>(
        _ kind: Facet.Kind, _ documents: Bitmap, _ sets: [Word: Bitmap]
    ) {
        for (word, set) in sets { add(kind, word.rawValue, set.count(with: documents)) }
    }

    private mutating func addAccessibility(_ plan: FilterPlan) {
        let others = plan.hits(without: .accessibility)
        for feature in AccessibilityFeature.allCases {
            let set = plan.accessible(query.accessibility.union([feature]))
            add(.accessibility, feature.rawValue, set.count(with: others))
        }
    }

    private mutating func addTopics(_ plan: FilterPlan) {
        let columns = plan.view.segment.columns
        var sums = [Int](repeating: 0, count: columns.topicNames.count)
        plan.hits(without: .topic).forEach { document in
            for number in columns.topics[document] { sums[Int(number)] += 1 }
        }
        for (number, sum) in sums.enumerated() where sum > 0 {
            let name = columns.topicNames[number]
            let key = topicNames[Folding.fold(name)] ?? name
            topicNames[Folding.fold(name)] = key
            add(.topic, key, sum)
        }
    }

    private mutating func addAreas(_ plan: FilterPlan) {
        let reachOf = plan.view.segment.places.reachOf
        var reached = [Int](repeating: 0, count: plan.view.covers.count)
        plan.hits(without: .area).forEach { reached[Int(reachOf[$0])] += 1 }
        var sums = [Int](repeating: 0, count: areas.count)
        for (cover, count) in zip(plan.view.covers, reached) where count > 0 {
            for number in cover.local { sums[Int(number)] += count }
            for number in cover.wide { sums[Int(number)] += count }
        }
        for (number, sum) in sums.enumerated() where sum > 0 {
            let area = areas[Int32(number)]
            let isAsked = query.areaIDs.contains(area.id)
            let isBelow = area.parentID.map { query.areaIDs.contains($0) } ?? false
            if area.level == .kreis || area.level.isTown || isAsked || isBelow { add(.area, area.key.text, sum) }
        }
    }

    // MARK: Result

    /// Choices with hits, and the chosen ones even without; vocabulary words in their order, others by count.
    func facets() -> [Facet] {
        Facet.Kind.allCases.compactMap { kind in
            var values = counts[kind] ?? [:]
            let chosen = chosenKeys(kind)
            for key in chosen where values[key] == nil { values[key] = 0 }
            guard !values.isEmpty else { return nil }
            let made = values.map { Facet.Value(key: $0.key, count: $0.value, isChosen: chosen.contains($0.key)) }
            let sorted = made.sorted { Self.order($0, $1, kind) }
            return Facet(kind: kind, values: kind == .topic ? Self.best(sorted) : sorted)
        }
    }

    /// The most frequent topics and the chosen ones.
    private static func best(_ topics: [Facet.Value]) -> [Facet.Value] {
        topics.enumerated().filter { $0.offset < 20 || $0.element.isChosen }.map(\.element)
    }

    private func chosenKeys(_ kind: Facet.Kind) -> Set<String> {
        switch kind {
        case .stage: Set([query.stage?.rawValue].compactMap { $0 })
        case .field: Set(query.fields.map(\.rawValue))
        case .area: Set(query.areaIDs.compactMap { areas.tree[$0]?.key.text })
        case .language: Set(query.languages)
        case .cost: query.isFree ? [OfferCost.Kind.free.rawValue] : []
        case .weekday: Set(query.weekdays.map(String.init))
        case .setting: Set(query.settings.map(\.rawValue))
        case .accessibility: Set(query.accessibility.map(\.rawValue))
        case .targetGroup: Set(query.targetGroups.map(\.rawValue))
        case .topic: Set(query.topics.map { topicNames[Folding.fold($0)] ?? $0 })
        case .registration: query.registrationFree ? [Registration.Need.notNeeded.rawValue] : []
        case .tier: Set(query.tiers.map(\.rawValue))
        }
    }

    private static func order(_ first: Facet.Value, _ second: Facet.Value, _ kind: Facet.Kind) -> Bool {
        let words = vocabulary[kind] ?? [:]
        if let left = words[first.key], let right = words[second.key] { return left < right }
        return first.count == second.count ? first.key < second.key : first.count > second.count
    }

    private static let vocabulary: [Facet.Kind: [String: Int]] = [
        .stage: positions(LifeStage.self), .field: positions(FieldOfAction.self), .setting: positions(Setting.self),
        .accessibility: positions(AccessibilityFeature.self), .targetGroup: positions(TargetGroup.self),
        .tier: positions(PreventionTier.self),
        .weekday: Dictionary(uniqueKeysWithValues: (1...7).map { ("\($0)", $0) }),
    ]

    private static func positions<Word: CaseIterable & RawRepresentable<String>>(_: Word.Type) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: Word.allCases.enumerated().map { ($0.element.rawValue, $0.offset) })
    }
}
