package import Prevention
import Workflow

/// Gute Praxis: a link of a prevention chain that a municipality has tried, written down so that others can judge and
/// use it. What failed belongs here as much as what works.
///
/// Which conditions it needs stands in the context model, keyed by this practice.
package struct Practice: Hashable, Sendable, Codable {
    package let id: ID<Practice>
    package var municipalities: [ID<Area>] = []
    /// By language tag; German must be there.
    package var titles: [String: String]
    /// One sentence that says what it is.
    package var lead = ""
    package var place: ChainPlace
    package var need = ""
    package var goal = ""
    package var effectModel = EffectModel()
    package var elements: [PracticeElement] = []
    package var steps: [String] = []
    package var roles: [String] = []
    package var partners: [String] = []
    package var initiator = ""
    package var reach: PracticeReach?
    package var effort = PracticeEffort()
    /// First year.
    package var since: Int?
    package var status = PracticeStatus.pilot
    package var successFactors: [String] = []
    package var stumblingBlocks: [String] = []
    package var outcomes: [PracticeOutcome] = []
    package var readiness: Graded<TransferReadiness>?
    package var trust: Graded<TrustLevel>?
    package var ratings: [ExternalRating] = []
    package var adopters: [Adopter] = []
    package var documents: [PracticeDocument] = []
    package var contact = PracticeContact()
    package var sources: [String] = []
    /// `nil`: nothing beyond the entry.
    package var background: PracticeBackground?
    /// `nil`: the two-page sheet is filled from the entry alone.
    package var sheet: SheetContent?

    package init(id: ID<Practice>, title: String, place: ChainPlace) {
        self.id = id
        titles = ["de": title]
        self.place = place
    }

    /// What must stay, or it is another practice.
    package var coreElements: [PracticeElement] { elements.filter(\.isCore) }
    /// What a receiver may shape.
    package var adaptables: [PracticeElement] { elements.filter { !$0.isCore } }
}

/// Ort in der Kette: for whom, when in life, in which field and how it reaches people.
package struct ChainPlace: Hashable, Sendable, Codable {
    package var ages: AgeRange
    package var fields: Choices<FieldOfAction> = []
    /// The transition it makes easier; `nil` if none.
    package var transition: Transition?
    package var targetGroups: Choices<TargetGroup> = []
    package var access: Choices<AccessMode> = []
    package var settings: Choices<Setting> = []
    package var strategies: Choices<StrategyLine> = []

    package init(ages: AgeRange) { self.ages = ages }

    package var lifeStages: [LifeStage] { LifeStage.stages(of: ages) }
}

/// Strategielinie: how the practice wants to change chances.
///
/// - Source: Abschlussbericht 2016, spotlight praxis.
package enum StrategyLine: String, CaseIterable, Sendable, Codable {
    /// Aufsuchend.
    case outreach
    /// Eltern stärken.
    case strengthenParents = "strengthen_parents"
    /// Beteiligung.
    case participation
    /// Ungleiches ungleich behandeln.
    case moreForThoseWithLess = "more_for_those_with_less"
}

/// Baustein einer Praxis: a core element that is fixed, or one that a receiver may adapt.
package struct PracticeElement: Hashable, Sendable, Codable {
    /// Stays the same from version to version, so that a change can be told from a new element.
    package let key: String
    package var text: String
    package var isCore: Bool

    package init(key: String, text: String, isCore: Bool) {
        self.key = key
        self.text = text
        self.isCore = isCore
    }
}

/// Wirkmodell: means, activities, and the change expected from them.
package struct EffectModel: Hashable, Sendable, Codable {
    package var input: String
    package var output: String
    package var outcome: String

    package init(input: String = "", output: String = "", outcome: String = "") {
        self.input = input
        self.output = output
        self.outcome = outcome
    }
}

/// Erreichte: how many of how many in which year.
package struct PracticeReach: Hashable, Sendable, Codable {
    package let count: Int
    package let of: Int
    package let year: Int

    package init(count: Int, of: Int, year: Int) {
        self.count = count
        self.of = of
        self.year = year
    }
}

/// Aufwand: what it costs in hours and money, and who pays.
package struct PracticeEffort: Hashable, Sendable, Codable {
    /// Hours of staff in a year.
    package var staffHours: Int?
    package var costOnce: Euro?
    package var costPerYear: Euro?
    package var costPerChild: Euro?
    package var funding = ""
    /// Whether the money is there for good; `nil`: not known.
    package var isDurable: Bool?

    package init() {}
}
