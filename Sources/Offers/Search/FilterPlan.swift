import Prevention
import Tables

/// One part of a question that excludes offers.
enum QueryPart: Hashable, CaseIterable {
    case text, age, stage, area, radius, field, language, cost, accessibility, weekday, setting, targetGroup, tier
    case provider, topic, registration
}

/// The documents each part of a question admits in one segment, and what remains of all of them.
struct FilterPlan {
    let view: SegmentView
    let prepared: PreparedQuery
    /// Live documents, or for families the visible ones.
    let base: Bitmap
    private(set) var parts: [QueryPart: Bitmap] = [:]
    private(set) var scores: [Float] = []
    private(set) var hits: Bitmap
    /// How each combination of places serves the areas asked for.
    private(set) var fits: [ReachCover.Fit] = []

    init(_ prepared: PreparedQuery, in view: SegmentView) {
        self.view = view
        self.prepared = prepared
        var base = prepared.query.includesHidden ? view.live : view.visible
        if prepared.query.forFamilies { base.formIntersection(view.segment.columns.isForFamilies) }
        self.base = base
        hits = base
        if let analysis = prepared.analysis {
            let match = TextMatch(analysis, in: view.segment, mode: prepared.mode)
            parts[.text] = match.documents
            scores = match.scores
        }
        addPlace()
        addFamily()
        addChoices()
        for part in parts.values { hits.formIntersection(part) }
    }

    /// What would remain without one part.
    func hits(without part: QueryPart) -> Bitmap {
        guard parts[part] != nil else { return hits }
        var result = base
        for (other, documents) in parts where other != part { result.formIntersection(documents) }
        return result
    }

    // MARK: Parts

    private mutating func addPlace() {
        let query = prepared.query
        let size = view.segment.size
        let reachOf = view.segment.places.reachOf
        if !query.areaIDs.isEmpty {
            fits = view.covers.map { $0.fit(prepared.areas) }
            let fits = fits
            parts[.area] = Bitmap(size: size) { fits[Int(reachOf[$0])] != .none }
        }
        if let origin = prepared.origin, let radius = query.withinKilometres {
            let limit = EarthPoint.chord(of: radius)
            let isNear = view.covers.map { $0.centres.contains { $0.chord(to: origin) <= limit } }
            let sites = view.segment.sites
            parts[.radius] = Bitmap(size: size) { document in
                guard sites.hasPoint.contains(document) else { return isNear[Int(reachOf[document])] }
                return sites.lists[document].contains { site in
                    site.point.map { $0.chord(to: origin) <= limit } ?? false
                }
            }
        }
    }

    private mutating func addFamily() {
        let query = prepared.query
        let columns = view.segment.columns
        if let age = query.age {
            parts[.age] = Bitmap(size: view.segment.size) { columns.ages[$0].contains(age) }
        }
        if let stage = query.stage { parts[.stage] = columns.stages[stage] }
        if query.isFree { parts[.cost] = columns.isFree }
        if query.registrationFree { parts[.registration] = columns.isOpenToAll }
        if !query.languages.isEmpty { parts[.language] = union(query.languages, columns.languages) }
        if !query.accessibility.isEmpty { parts[.accessibility] = accessible(query.accessibility) }
    }

    private mutating func addChoices() {
        let query = prepared.query
        let columns = view.segment.columns
        if !query.fields.isEmpty { parts[.field] = union(query.fields, columns.fields) }
        if !query.settings.isEmpty { parts[.setting] = union(query.settings, columns.settings) }
        if !query.targetGroups.isEmpty { parts[.targetGroup] = union(query.targetGroups, columns.targetGroups) }
        if !query.tiers.isEmpty { parts[.tier] = union(query.tiers, columns.tiers) }
        if !query.weekdays.isEmpty {
            var days = Bitmap(size: view.segment.size)
            for day in query.weekdays where (1...7).contains(day) {
                days.formUnion(view.segment.times.weekdays[day - 1])
            }
            parts[.weekday] = days
        }
        if let provider = query.providerID {
            var documents = Bitmap(size: view.segment.size)
            for document in columns.providers[provider] ?? [] { documents.insert(Int(document)) }
            parts[.provider] = documents
        }
        if !query.topics.isEmpty {
            let numbers = Set(query.topics.compactMap { columns.topicNumbers[Folding.fold($0)] })
            parts[.topic] = Bitmap(size: view.segment.size) { document in
                !numbers.isEmpty && columns.topics[document].contains { numbers.contains($0) }
            }
        }
    }

    private func union<Key: Hashable>(_ keys: some Sequence<Key>, _ sets: [Key: Bitmap]) -> Bitmap {
        var result = Bitmap(size: view.segment.size)
        for key in keys { if let set = sets[key] { result.formUnion(set) } }
        return result
    }

    /// Documents with one site that has all the features.
    func accessible(_ features: Set<AccessibilityFeature>) -> Bitmap {
        let sites = view.segment.sites
        var some = Bitmap(full: view.segment.size)
        for feature in features { if let set = sites.accessibility[feature] { some.formIntersection(set) } }
        guard features.count > 1 else { return some }
        var result = Bitmap(size: view.segment.size)
        some.forEach { document in
            if sites.lists[document].contains(where: { features.isSubset(of: $0.accessibility) }) {
                result.insert(document)
            }
        }
        return result
    }
}
