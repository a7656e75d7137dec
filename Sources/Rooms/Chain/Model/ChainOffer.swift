import Offers
import Prevention

/// What the chain needs to know of an offer, kept small: an instance may hold 200,000.
struct ChainOffer: Sendable, Hashable {
    /// Where it happens, as far as anyone may know.
    struct Site: Sendable, Hashable {
        let areaID: ID<Area>?
        let coordinate: Coordinate?
    }

    let id: ID<Offer>
    let title: String
    let providerID: ID<Provider>
    let providerName: String
    let providerKind: ProviderKind
    let ages: AgeRange?
    let stages: [LifeStage]
    let fields: Set<FieldOfAction>
    let settings: Set<Setting>
    let access: AccessMode?
    let tier: PreventionTier?
    /// Where it happens and for which areas it is meant.
    let areas: [ID<Area>]
    let visibility: OfferVisibility
    /// Places at one time; `nil` if nobody knows, also where groups are counted and not places.
    let places: Int?
    /// Share of the places that are taken, 0…1; `nil` where free places are not told.
    let takenShare: Double?
    /// When the places were true.
    let placesDay: Day?
    /// Share of the places for each stage, by months of age; adds up to 1, or 0 without ages.
    let stageShares: [Double]
    /// For whom it is meant; empty = not stated.
    let scope: [ID<Area>]
    let sites: [Site]
    let isOnline: Bool
    let isForFamilies: Bool
    let sources: [Source]
    let isInvented: Bool
    /// Places of `stages` and `fields` in their vocabularies.
    let stageNumbers: [Int]
    let fieldNumbers: [Int]

    init(_ detail: OfferDetail) {
        let offer = detail.offer
        id = offer.id
        title = offer.title
        providerID = detail.provider.id
        providerName = detail.provider.name
        providerKind = detail.provider.kind
        ages = offer.ageRange
        stages = offer.lifeStages
        fields = offer.fields
        settings = offer.settings.union(detail.places.map(\.facility.kind))
        access = offer.accessMode
        tier = offer.tier
        areas = Array(Set(detail.places.compactMap(\.facility.areaID) + offer.areaScope)).sorted()
        visibility = offer.visibility
        places = offer.capacity.flatMap(Self.places)
        takenShare = offer.capacity.flatMap(Self.takenShare)
        placesDay = offer.capacity?.asOf ?? offer.check?.on
        stageShares = Self.shares(offer.ageRange)
        scope = offer.areaScope
        sites = detail.places.map { place in
            let open = place.facility.published
            return Site(areaID: open.areaID, coordinate: open.coordinate)
        }
        isOnline = offer.settings.contains(.online) && detail.places.isEmpty
        isForFamilies = offer.isForFamilies
        sources = offer.sources
        isInvented = offer.isInvented
        stageNumbers = LifeStage.allCases.indices.filter { offer.lifeStages.contains(LifeStage.allCases[$0]) }
        fieldNumbers = FieldOfAction.allCases.indices.filter { offer.fields.contains(FieldOfAction.allCases[$0]) }
    }

    /// A family takes one place; how many a group holds is not known.
    private static func places(_ capacity: Capacity) -> Int? {
        guard let total = capacity.total, total > 0, ["Plätze", "Familien", ""].contains(capacity.unit) else {
            return nil
        }
        return total
    }

    private static func takenShare(_ capacity: Capacity) -> Double? {
        guard let total = places(capacity), let free = capacity.free, (0...total).contains(free) else { return nil }
        return Double(total - free) / Double(total)
    }

    private static func shares(_ ages: AgeRange?) -> [Double] {
        guard let ages else { return LifeStage.allCases.map { _ in 0 } }
        let stages = LifeStage.stages(of: ages)
        let months = LifeStage.allCases.map { stage -> Double in
            guard stages.contains(stage) else { return 0 }
            let overlap = min(ages.to.months, stage.ages.upperBound) - max(ages.from.months, stage.ages.lowerBound)
            return Double(max(overlap, 1))
        }
        let all = months.reduce(0, +)
        return all > 0 ? months.map { $0 / all } : months
    }

    /// Whether the offer stands in `cell`.
    func isIn(_ cell: ChainCell) -> Bool {
        let fitsStage =
            switch cell.stage {
            case .any: true
            case .unknown: stages.isEmpty
            case .only(let stage): stages.contains(stage)
            }
        let fitsField =
            switch cell.field {
            case .any: true
            case .unknown: fields.isEmpty
            case .only(let field): fields.contains(field)
            }
        return fitsStage && fitsField
    }
}
