import Prevention
import Synchronization

/// Indexteil: some offers of the register in columns, made for searching; never changed once built.
///
/// Documents are numbered by folded title and id, so that their number decides ties. Nothing is in here that
/// families must not see, except the tier.
struct SearchSegment: Sendable {
    var ids: [ID<Offer>] = []
    var titleKeys: [String] = []
    var text = Postings()
    var columns = SearchColumns()
    var sites = SiteColumns()
    var times = TimeColumns()
    var places = PlaceColumns()
    /// Tells this segment from others.
    let serial = SearchSegment.made.add(1, ordering: .relaxed).newValue

    private static let made = Atomic<Int>(0)

    var size: Int { ids.count }
}

/// What can be chosen, one set of documents for each choice.
struct SearchColumns: Sendable {
    var fields: [FieldOfAction: Bitmap] = [:]
    var settings: [Setting: Bitmap] = [:]
    var targetGroups: [TargetGroup: Bitmap] = [:]
    var tiers: [PreventionTier: Bitmap] = [:]
    var stages: [LifeStage: Bitmap] = [:]
    var languages: [String: Bitmap] = [:]
    var providers: [ID<Provider>: [Int32]] = [:]
    var isFree = Bitmap(size: 0)
    var isOpenToAll = Bitmap(size: 0)
    var isForFamilies = Bitmap(size: 0)
    /// Active or paused.
    var isShowable = Bitmap(size: 0)
    var ages: [AgeSpan] = []
    var dates: [ShownDates] = []
    /// Display form by number, and its number by folded form.
    var topicNames: [String] = []
    var topicNumbers: [String: Int32] = [:]
    var topics = Lists<Int32>()
}

/// Ages in months; the whole chain when not stated.
struct AgeSpan: Sendable {
    let from: Int16
    let to: Int16
    let isStated: Bool

    init(_ range: AgeRange?) {
        let known = range ?? .wholeChain
        from = Int16(known.from.months)
        to = Int16(known.to.months)
        isStated = range != nil
    }

    func contains(_ age: AgeInMonths) -> Bool { Int(from) <= age.months && age.months <= Int(to) }
}

/// The days on which a record's visibility turns, as days since 1970.
struct ShownDates: Sendable {
    let checkedOn: Int32
    let from: Int32
    let to: Int32
    static let never = Int32.min

    init(_ offer: Offer) {
        checkedOn = offer.check.map { Int32($0.on.daysSince1970) } ?? Self.never
        from = offer.visibleFrom.map { Int32($0.daysSince1970) } ?? Self.never
        to = offer.visibleTo.map { Int32($0.daysSince1970) } ?? Int32.max
    }
}

/// Sites with what may be told about them.
struct SiteColumns: Sendable {
    struct Site: Sendable {
        /// `nil`: confidential or unknown.
        let point: EarthPoint?
        let accessibility: Set<AccessibilityFeature>
    }

    var lists = Lists<Site>()
    /// Documents with a site that has the feature.
    var accessibility: [AccessibilityFeature: Bitmap] = [:]
    /// Documents with a known point.
    var hasPoint = Bitmap(size: 0)
}

/// Times, equal ones stored once.
struct TimeColumns: Sendable {
    var schedules: [Schedule] = []
    var lists = Lists<Int32>()
    var weekdays: [Bitmap] = []
}

/// Areas: few different combinations serve many offers.
struct PlaceColumns: Sendable {
    /// Where an offer happens and for whom it is.
    struct Reach: Sendable, Hashable {
        let sites: [ID<Area>]
        let scope: [ID<Area>]
    }

    var reaches: [Reach] = []
    /// The combination of each document.
    var reachOf: [Int32] = []
}
