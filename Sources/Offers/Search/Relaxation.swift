import Prevention

/// Ausweg: the question with one part let go, for when nothing fits all of it.
struct Relaxation {
    let part: OfferAlternative.Relaxed
    let prepared: PreparedQuery

    /// As far as a family goes for an offer elsewhere, in kilometres.
    private static let nearby = 50.0

    /// Every part that can be let go, the place first.
    static func all(of asked: PreparedQuery, areas: AreaNumbers) -> [Relaxation] {
        let query = asked.query
        var found: [Relaxation] = []
        func add(_ part: OfferAlternative.Relaxed, _ change: (inout OfferQuery) -> Void) {
            var relaxed = query
            change(&relaxed)
            relaxed.page = 1
            guard relaxed != query, !found.contains(where: { $0.prepared.query == relaxed }) else { return }
            found.append(
                Relaxation(part: part, prepared: PreparedQuery(relaxed, analysis: asked.analysis, areas: areas)))
        }
        if !query.areaIDs.isEmpty || query.withinKilometres != nil {
            add(.place) { relaxed in
                relaxed.areaIDs = []
                relaxed.near = asked.originCoordinate
                relaxed.withinKilometres = relaxed.near == nil ? nil : max(nearby, query.withinKilometres ?? 0)
                if relaxed.near != nil { relaxed.order = .distance }
            }
        }
        add(.age) { ($0.age, $0.stage) = (nil, nil) }
        add(.day) { $0.weekdays = [] }
        add(.cost) { $0.isFree = false }
        add(.language) { $0.languages = [] }
        if asked.analysis != nil {
            var partial = asked
            partial.mode = .partial
            found.append(Relaxation(part: .text, prepared: partial))
        }
        add(.text) { ($0.fields, $0.topics) = ([], []) }
        add(.other) { $0.clearChoices() }
        return found
    }

    /// Only the words remain, and of them any.
    static func last(of asked: PreparedQuery, areas: AreaNumbers) -> Relaxation {
        var plain = OfferQuery()
        plain.text = asked.query.text
        plain.near = asked.originCoordinate
        plain.includesHidden = asked.query.includesHidden
        plain.forFamilies = asked.query.forFamilies
        var prepared = PreparedQuery(plain, analysis: asked.analysis, areas: areas)
        if asked.analysis != nil { prepared.mode = .partial }
        return Relaxation(part: .other, prepared: prepared)
    }
}

extension OfferQuery {
    fileprivate mutating func clearChoices() {
        fields = []
        accessibility = []
        settings = []
        targetGroups = []
        tiers = []
        providerID = nil
        topics = []
        registrationFree = false
    }
}
