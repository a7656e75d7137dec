import Areas
import Indicators
import Offers
import Prevention

/// Boden der Angebotsplanung: children, need and the places that are there already, by district.
struct SupplyGround {
    let districts: [Area]
    /// Number of the town of each district.
    let towns: [Int]
    /// Children of each district in the last year, by stage.
    private let people: [LifeStage: [Double]]
    /// Need from 0 (least) to 1 (greatest), by stage and field.
    private let needs: [Group: [Double?]]
    /// Districts whose need rests on few cases and may be hidden.
    private let shaky: [Group: [Bool]]
    private let existing: [Group: [Double]]

    struct Group: Hashable {
        let stage: LifeStage
        let field: FieldOfAction
    }

    /// Ways against the straight line.
    private static let detour = 1.3

    init(districts: [Area], towns: [Int], numbers: [KreisNumber], offers: [Offer], sites: [ID<Facility>: Facility]) {
        self.districts = districts
        self.towns = towns
        let last = numbers.map(\.period).max()
        let latest = Dictionary(grouping: numbers.filter { $0.period == last }, by: \.indicator)
            .mapValues { Dictionary($0.map { ($0.areaID, $0) }, uniquingKeysWith: { a, _ in a }) }
        var people: [LifeStage: [Double]] = [:]
        var needs: [Group: [Double?]] = [:]
        var shaky: [Group: [Bool]] = [:]
        for pattern in IndicatorPattern.all where pattern.use != .none {
            let found = districts.map { latest[pattern.key]?[$0.id] }
            for stage in pattern.stages where pattern.use == .population {
                people[stage] = found.map { Double($0?.events ?? 0) }
            }
            guard pattern.use == .need else { continue }
            let scaled = Self.scaled(found)
            for stage in pattern.stages {
                for field in pattern.fields {
                    needs[Group(stage: stage, field: field)] = scaled
                    shaky[Group(stage: stage, field: field)] = found.map { Self.isShaky($0, pattern.threshold) }
                }
            }
        }
        self.people = people
        self.needs = needs
        self.shaky = shaky
        existing = Self.places(offers, sites: sites, districts: districts, towns: towns, people: people)
    }

    func people(_ stage: LifeStage) -> [Double] { people[stage] ?? districts.map { _ in 0 } }

    func places(_ group: Group) -> [Double] { existing[group] ?? districts.map { _ in 0 } }

    /// Whether a planned cell there would be judged: its need is known and rests on enough cases.
    func isFirm(_ group: Group, _ district: Int) -> Bool {
        needs[group]?[district] != nil && shaky[group]?[district] == false
    }

    /// Each district's share by children and need, each child counting 1 + need − mean need; adds up to 1.
    ///
    /// Districts with unknown need are given the share of their children, so that they have offers as well.
    func shares(_ group: Group) -> [Double] {
        let people = people(group.stage)
        let needs = needs[group] ?? districts.map { _ in nil }
        var children = 0.0
        var sum = 0.0
        for (count, need) in zip(people, needs) {
            guard let need else { continue }
            children += count
            sum += count * need
        }
        let mean = children > 0 ? sum / children : 0
        let weighted = zip(people, needs).map { $0 * max(0, 1 + ($1.map { $0 - mean } ?? 0)) }
        let all = weighted.reduce(0, +)
        return all > 0 ? weighted.map { $0 / all } : weighted
    }

    private static func scaled(_ numbers: [KreisNumber?]) -> [Double?] {
        let rates = numbers.map { number -> Double? in
            guard let events = number?.events, let base = number?.base, base > 0 else { return nil }
            return Double(events) / Double(base)
        }
        guard let least = rates.compactMap({ $0 }).min(), let most = rates.compactMap({ $0 }).max(), most > least else {
            return rates.map { $0.map { _ in 0.5 } }
        }
        return rates.map { $0.map { ($0 - least) / (most - least) } }
    }

    private static func isShaky(_ number: KreisNumber?, _ threshold: Int) -> Bool {
        guard let events = number?.events, let base = number?.base else { return true }
        return min(events, base - events) < 3 * threshold
    }
}

// MARK: Places that are there

extension SupplyGround {
    /// How much a way counts, in the steps of the enhanced two-step floating catchment (Luo & Qi 2009).
    ///
    /// - Parameter kilometres: straight line.
    static func weight(_ kilometres: Double, _ stage: LifeStage) -> Double {
        let rings = rings(of: stage)
        let way = kilometres * detour
        return way <= rings[0] ? 1 : way <= rings[1] ? 0.68 : way <= rings[2] ? 0.22 : 0
    }

    /// Kilometres of way that count fully, at 0.68 and at 0.22.
    static func rings(of stage: LifeStage) -> [Double] {
        switch stage {
        case .pregnancyAndBirth: [2, 5, 10]
        case .aroundKita: [1.5, 3, 6]
        case .school: [2, 4, 8]
        case .youth: [4, 8, 16]
        }
    }

    /// Places of offers in each district: those of an offer are shared out by children and way.
    private static func places(
        _ offers: [Offer], sites: [ID<Facility>: Facility], districts: [Area], towns: [Int],
        people: [LifeStage: [Double]]
    ) -> [Group: [Double]] {
        var places: [Group: [Double]] = [:]
        for offer in offers {
            guard let total = offer.capacity?.total, let ages = offer.ageRange else { continue }
            let reached = Set(offer.areaScope)
            let meant = districts.indices.filter {
                reached.isEmpty || reached.contains(districts[$0].id)
                    || districts[$0].parentID.map(reached.contains) ?? false
            }
            let site = offer.sites.first.flatMap { sites[$0.facilityID] }
            for (stage, share) in shares(ages) {
                let weights = weights(site, meant, districts, stage)
                let children = zip(weights, people[stage] ?? []).map { $0 * $1 }
                let sum = children.reduce(0, +)
                guard sum > 0 else { continue }
                for field in offer.fields {
                    let group = Group(stage: stage, field: field)
                    var there = places[group] ?? districts.map { _ in 0 }
                    for district in districts.indices {
                        there[district] += Double(total) * share * children[district] / sum
                    }
                    places[group] = there
                }
            }
        }
        return places
    }

    private static func weights(_ site: Facility?, _ meant: [Int], _ districts: [Area], _ stage: LifeStage) -> [Double]
    {
        var weights = districts.map { _ in 0.0 }
        for district in meant {
            guard let here = site?.coordinate, let center = districts[district].center else {
                weights[district] = 1
                continue
            }
            weights[district] = site?.areaID == districts[district].id ? 1 : weight(here.kilometres(to: center), stage)
        }
        return weights
    }

    /// The part of an offer that falls to each stage, by months of age.
    private static func shares(_ ages: AgeRange) -> [(LifeStage, Double)] {
        let months = LifeStage.stages(of: ages).map { stage in
            let to = min(ages.to.months, stage.ages.upperBound)
            return (stage, Double(max(1, to - max(ages.from.months, stage.ages.lowerBound))))
        }
        let all = months.reduce(0) { $0 + $1.1 }
        return months.map { ($0.0, $0.1 / all) }
    }
}
