import Offers
import Prevention

/// What the chain needs to know of an offer, kept small: an instance may hold 200,000.
struct ChainOffer: Sendable, Hashable {
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
    /// Places at one time, if stated; for the measured need to come.
    let places: Int?
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
        places = offer.capacity?.total
        sources = offer.sources
        isInvented = offer.isInvented
        stageNumbers = LifeStage.allCases.indices.filter { offer.lifeStages.contains(LifeStage.allCases[$0]) }
        fieldNumbers = FieldOfAction.allCases.indices.filter { offer.fields.contains(FieldOfAction.allCases[$0]) }
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
