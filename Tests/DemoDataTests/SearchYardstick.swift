import Areas
import Offers
import Prevention

/// Goes through every offer: slow, but plain to see.
struct SearchYardstick {
    let details: [OfferDetail]
    let tree: AreaTree
    let today: Day

    func count(_ query: OfferQuery) -> Int { details.filter { fits($0, query) }.count }

    private func fits(_ detail: OfferDetail, _ query: OfferQuery) -> Bool {
        let offer = detail.offer
        guard offer.isPublic(on: today) else { return false }
        if let age = query.age, let range = offer.ageRange, !range.contains(age) { return false }
        if let stage = query.stage, !offer.lifeStages.contains(stage) { return false }
        if !query.fields.isEmpty, query.fields.isDisjoint(with: offer.fields) { return false }
        if !query.languages.isEmpty, Set(query.languages).isDisjoint(with: offer.languages) { return false }
        if query.isFree, offer.cost.kind != .free { return false }
        if query.registrationFree, offer.registration.need != .notNeeded { return false }
        if !query.settings.isEmpty, query.settings.isDisjoint(with: offer.settings) { return false }
        if !query.targetGroups.isEmpty, query.targetGroups.isDisjoint(with: offer.targetGroups) { return false }
        let days = Set(offer.allSchedules.flatMap(\.weekdays))
        if !query.weekdays.isEmpty, query.weekdays.isDisjoint(with: days) { return false }
        if !query.accessibility.isEmpty {
            guard detail.places.contains(where: { query.accessibility.isSubset(of: $0.facility.accessibility) }) else {
                return false
            }
        }
        return query.areaIDs.isEmpty || query.areaIDs.contains { serves(detail, $0) }
    }

    private func serves(_ detail: OfferDetail, _ area: ID<Area>) -> Bool {
        let within = tree.idsWithin(area)
        let above = Set(tree.ancestors(of: area).map(\.id))
        let sites = detail.places.compactMap(\.facility.areaID)
        return !within.isDisjoint(with: sites + detail.offer.areaScope)
            || !above.isDisjoint(with: detail.offer.areaScope)
    }

    /// The question with one choice in place of its own; of accessibility one more.
    func choosing(_ key: String, _ kind: Facet.Kind, _ query: OfferQuery) -> OfferQuery {
        var query = query
        switch kind {
        case .stage: query.stage = LifeStage(rawValue: key)
        case .field: query.fields = Set([FieldOfAction(rawValue: key)].compactMap { $0 })
        case .language: query.languages = [key]
        case .cost: query.isFree = true
        case .weekday: query.weekdays = Set([Int(key)].compactMap { $0 })
        case .setting: query.settings = Set([Setting(rawValue: key)].compactMap { $0 })
        case .accessibility: query.accessibility.formUnion([AccessibilityFeature(rawValue: key)].compactMap { $0 })
        case .targetGroup: query.targetGroups = Set([TargetGroup(rawValue: key)].compactMap { $0 })
        case .registration: query.registrationFree = true
        case .area, .topic, .tier: break
        }
        return query
    }

    /// A question with some choices.
    func question(_ steps: inout Steps) -> OfferQuery {
        var query = OfferQuery()
        if steps.below(2) == 0 { query.age = AgeInMonths(steps.below(300) - 9) }
        if steps.below(4) == 0 { query.stage = LifeStage.allCases[steps.below(4)] }
        if steps.below(3) == 0 { query.fields = [FieldOfAction.allCases[steps.below(8)]] }
        if steps.below(6) == 0 { query.languages = [["de", "tr", "ar", "uk"][steps.below(4)]] }
        if steps.below(5) == 0 { query.isFree = true }
        if steps.below(6) == 0 { query.registrationFree = true }
        if steps.below(6) == 0 { query.weekdays = [steps.below(7) + 1, steps.below(7) + 1] }
        if steps.below(8) == 0 { query.settings = [Setting.allCases[steps.below(Setting.allCases.count)]] }
        if steps.below(8) == 0 { query.targetGroups = [TargetGroup.allCases[steps.below(10)]] }
        if steps.below(4) == 0 { query.accessibility = [[.stepFree, .pram, .accessibleToilet][steps.below(3)]] }
        if steps.below(3) == 0 { query.areaIDs = [tree.areas[steps.below(tree.areas.count)].id] }
        return query
    }
}

/// The same numbers every time.
struct Steps {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
