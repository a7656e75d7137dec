package import Prevention

/// Angebot: what a provider does for families, children, young people or professionals.
///
/// One record with three faces: the families' page, the planners' inventory row, the answer in a survey.
package struct Offer: Sendable, Hashable {
    package let id: ID<Offer>
    package var title: String
    /// Two plain sentences.
    package var summary: String
    package var description: String
    package var providerID: ID<Provider>
    /// Age of the child in months; `nil` = not stated.
    package var ageRange: AgeRange?
    /// One to eight.
    package var fields: Set<FieldOfAction>
    /// Free words of the topic list: `Stillen`, `Krabbelgruppe`.
    package var topics: [String]
    package var settings: Set<Setting>
    package var targetGroups: Set<TargetGroup>
    /// For whom, in plain words.
    package var audience: String
    package var accessMode: AccessMode?
    /// Internal: families never see it.
    package var tier: PreventionTier?
    /// ISO 639 codes in which staff can help; `gsg` is Deutsche Gebärdensprache.
    package var languages: [String]
    package var hasInterpreter: Bool
    package var cost: OfferCost
    package var registration: Registration
    /// A referral (Überweisung, Zuweisung) is needed; `nil` = not stated.
    package var needsReferral: Bool?
    /// `SGB VIII § 16`; internal.
    package var legalBasis: [String]
    /// Internal: source and end of funding.
    package var fundingNote: String
    package var capacity: Capacity?
    /// Internal: reached families or children per year.
    package var reachPerYear: Int?
    /// Einzugsgebiet: for whom it is (where it happens are the sites); empty = not stated.
    package var areaScope: [ID<Area>]
    package var sites: [OfferSite]
    /// When it happens, where the sites have no times of their own.
    package var schedules: [Schedule]
    package var contacts: [OfferContact]
    package var website: String?
    package var status: OfferStatus
    package var visibleFrom: Day?
    package var visibleTo: Day?
    /// A short notice shown on top: "Im März geschlossen."
    package var alert: String
    package var check: OfferCheck?
    package var sources: [Source]
    package var isInvented: Bool
    package var external: ExternalKey?
    /// Offers this one follows on.
    package var followsOn: [ID<Offer>]
    /// Offers this one leads to.
    package var leadsTo: [ID<Offer>]
    /// Internal remark of the register.
    package var internalNote: String
    package var updatedAt: Instant
    package var version: Int

    package init(
        id: ID<Offer> = ID(), title: String, summary: String = "", description: String = "", providerID: ID<Provider>,
        ageRange: AgeRange? = nil, fields: Set<FieldOfAction> = [], topics: [String] = [], settings: Set<Setting> = [],
        targetGroups: Set<TargetGroup> = [], audience: String = "", accessMode: AccessMode? = nil,
        tier: PreventionTier? = nil, languages: [String] = [], hasInterpreter: Bool = false,
        cost: OfferCost = .unknown, registration: Registration = .unknown, needsReferral: Bool? = nil,
        legalBasis: [String] = [], fundingNote: String = "", capacity: Capacity? = nil, reachPerYear: Int? = nil,
        areaScope: [ID<Area>] = [], sites: [OfferSite] = [], schedules: [Schedule] = [],
        contacts: [OfferContact] = [], website: String? = nil, status: OfferStatus = .draft, visibleFrom: Day? = nil,
        visibleTo: Day? = nil, alert: String = "", check: OfferCheck? = nil, sources: [Source] = [],
        isInvented: Bool = false, external: ExternalKey? = nil, followsOn: [ID<Offer>] = [],
        leadsTo: [ID<Offer>] = [], internalNote: String = "", updatedAt: Instant = Instant(milliseconds: 0),
        version: Int = 0
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.description = description
        self.providerID = providerID
        self.ageRange = ageRange
        self.fields = fields
        self.topics = topics
        self.settings = settings
        self.targetGroups = targetGroups
        self.audience = audience
        self.accessMode = accessMode
        self.tier = tier
        self.languages = languages
        self.hasInterpreter = hasInterpreter
        self.cost = cost
        self.registration = registration
        self.needsReferral = needsReferral
        self.legalBasis = legalBasis
        self.fundingNote = fundingNote
        self.capacity = capacity
        self.reachPerYear = reachPerYear
        self.areaScope = areaScope
        self.sites = sites
        self.schedules = schedules
        self.contacts = contacts
        self.website = website
        self.status = status
        self.visibleFrom = visibleFrom
        self.visibleTo = visibleTo
        self.alert = alert
        self.check = check
        self.sources = sources
        self.isInvented = isInvented
        self.external = external
        self.followsOn = followsOn
        self.leadsTo = leadsTo
        self.internalNote = internalNote
        self.updatedAt = updatedAt
        self.version = version
    }

    /// Altersphasen the ages touch; empty when no age is stated.
    package var lifeStages: [LifeStage] { ageRange.map(LifeStage.stages(of:)) ?? [] }

    /// How old the last confirmation is on `today`.
    package func freshness(on today: Day) -> Freshness { Freshness(checkedOn: check?.on, today: today) }

    /// What decides whether families may see it.
    package var visibility: OfferVisibility {
        OfferVisibility(status: status, checkedOn: check?.on, from: visibleFrom, to: visibleTo)
    }

    /// Families may see it on `today`.
    package func isPublic(on today: Day) -> Bool { visibility.isPublic(on: today) }

    /// Not meant for professionals alone.
    package var isForFamilies: Bool { targetGroups != [.professionals] }

    /// All times of the offer: its own and those of its sites.
    package var allSchedules: [Schedule] { schedules + sites.flatMap(\.schedules) }
}

/// Sichtbarkeit: the few values that decide whether families may see an offer on a day.
package struct OfferVisibility: Sendable, Hashable {
    package let status: OfferStatus
    package let checkedOn: Day?
    package let from: Day?
    package let to: Day?

    package init(status: OfferStatus, checkedOn: Day?, from: Day?, to: Day?) {
        self.status = status
        self.checkedOn = checkedOn
        self.from = from
        self.to = to
    }

    /// Active or paused, inside its dates, its confirmation not older than 18 months.
    package func isPublic(on today: Day) -> Bool {
        guard status == .active || status == .paused, Freshness(checkedOn: checkedOn, today: today) != .expired else {
            return false
        }
        if let from, today < from { return false }
        if let to, to < today { return false }
        return true
    }
}
