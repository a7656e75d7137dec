package import Prevention

/// Suchfrage: what a family, a professional or a planner asks of the register. Empty parts match everything.
package struct OfferQuery: Sendable, Hashable {
    /// Order of the hits.
    package enum Order: String, CaseIterable, Sendable, Hashable {
        /// Best fit first: text, nearness, age, freshness.
        case relevance
        case distance, title
        /// Soonest next date first.
        case nextDate = "next_date"
        /// Most recently confirmed first.
        case freshness
    }

    package var text = ""
    /// The child's age; offers without stated ages fit everyone.
    package var age: AgeInMonths?
    package var stage: LifeStage?
    /// Areas with everything below them; several mean any of them.
    package var areaIDs: [ID<Area>] = []
    package var near: Coordinate?
    /// Around `near`; `nil` = no limit, nearness only orders.
    package var withinKilometres: Double?
    /// Any of them.
    package var fields: Set<FieldOfAction> = []
    /// ISO 639; any of them.
    package var languages: [String] = []
    package var isFree = false
    /// All of them, at one site.
    package var accessibility: Set<AccessibilityFeature> = []
    /// 1 = Monday … 7 = Sunday; any of them.
    package var weekdays: Set<Int> = []
    package var settings: Set<Setting> = []
    package var targetGroups: Set<TargetGroup> = []
    /// Internal: planners only.
    package var tiers: Set<PreventionTier> = []
    package var providerID: ID<Provider>?
    package var topics: [String] = []
    /// Only offers to which one may just come.
    package var registrationFree = false
    /// Leaves out what is meant for professionals only; the families' portal asks this way.
    package var forFamilies = false
    /// Also what families do not see (drafts, ended, expired): staff only.
    package var includesHidden = false
    /// From 1.
    package var page = 1
    package var perPage = 20
    package var order = Order.relevance

    package init() {}

    /// Nothing is asked: the whole register.
    package var isEmpty: Bool {
        var plain = OfferQuery()
        plain.page = page
        plain.perPage = perPage
        plain.order = order
        plain.includesHidden = includesHidden
        plain.forFamilies = forFamilies
        return self == plain
    }
}

/// Suchergebnis: one page of hits, the facets over all of them, and help where nothing was found.
package struct OfferResults: Sendable, Hashable {
    /// All hits, not only those of this page.
    package var total: Int
    package var page: Int
    package var perPage: Int
    package var items: [OfferHit]
    package var facets: [Facet]
    /// "Meinten Sie": other spellings that would find something.
    package var corrections: [String]
    /// The nearest offers when nothing fits, with what was let go.
    package var alternatives: [OfferAlternative]
    /// What was read out of the text besides words to look for: a place, an age.
    package var understood = UnderstoodText()

    package init(
        total: Int = 0, page: Int = 1, perPage: Int = 20, items: [OfferHit] = [], facets: [Facet] = [],
        corrections: [String] = [], alternatives: [OfferAlternative] = []
    ) {
        self.total = total
        self.page = page
        self.perPage = perPage
        self.items = items
        self.facets = facets
        self.corrections = corrections
        self.alternatives = alternatives
    }

    package var pageCount: Int { perPage > 0 ? (total + perPage - 1) / perPage : 0 }
}

/// Verstandenes: what the text of a question said about place and age ("Hebamme Unna", "Baby 7 Monate").
package struct UnderstoodText: Sendable, Hashable {
    /// The place's label: "Unna"; `nil` if none was named.
    package var place: String?
    package var areaID: ID<Area>?
    package var age: AgeInMonths?
    /// What remained to look for.
    package var words = ""

    package init() {}

    package var isEmpty: Bool { place == nil && age == nil }
}

/// Treffer: an offer with its fit and its way.
package struct OfferHit: Sendable, Hashable {
    package var summary: OfferSummary
    /// Higher is better; comparable only inside one answer.
    package var score: Double
    /// Straight line from the asked place; `nil` without a place or a public address.
    package var distanceKilometres: Double?

    package init(summary: OfferSummary, score: Double, distanceKilometres: Double? = nil) {
        self.summary = summary
        self.score = score
        self.distanceKilometres = distanceKilometres
    }
}

/// An offer that fits when one part of the question is let go.
package struct OfferAlternative: Sendable, Hashable {
    /// The part that was let go.
    package enum Relaxed: String, CaseIterable, Sendable, Hashable {
        case place, age, text, day, cost, language, other
    }

    package var hit: OfferHit
    package var relaxed: Relaxed

    package init(hit: OfferHit, relaxed: Relaxed) {
        self.hit = hit
        self.relaxed = relaxed
    }
}

/// Filter with counts: how many hits each further choice would leave.
package struct Facet: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable, Hashable {
        case stage, field, area, language, cost, weekday, setting, accessibility, targetGroup = "target_group", topic
        case registration, tier
    }

    package struct Value: Sendable, Hashable {
        /// Raw value of the vocabulary word, an area's key, a language code, `free`, a weekday number.
        package var key: String
        package var count: Int
        package var isChosen: Bool

        package init(key: String, count: Int, isChosen: Bool = false) {
            self.key = key
            self.count = count
            self.isChosen = isChosen
        }
    }

    package var kind: Kind
    package var values: [Value]

    package init(kind: Kind, values: [Value]) {
        self.kind = kind
        self.values = values
    }
}
