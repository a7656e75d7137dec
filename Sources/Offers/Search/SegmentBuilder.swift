import Areas
import Language
import Prevention
import Tables

/// Builds a segment: texts on all cores, columns on one.
struct SegmentBuilder {
    private var segment = SearchSegment()
    private let size: Int
    private var scheduleNumbers: [Schedule: Int32] = [:]
    private var reachNumbers: [PlaceColumns.Reach: Int32] = [:]

    /// - Returns: the segment and the words of its texts.
    static func build(_ details: [OfferDetail], lexicon: Lexicon, tasks: Int) async -> (SearchSegment, [WordCount]) {
        let keyed = details.map { (key: Tables.Folding.fold($0.offer.title), detail: $0) }
        let sorted = keyed.sorted { ($0.key, $0.detail.offer.id) < ($1.key, $1.detail.offer.id) }
        let parts = await analyse(sorted.map(\.detail), lexicon: lexicon, tasks: tasks)
        var builder = SegmentBuilder(size: sorted.count)
        for (document, item) in sorted.enumerated() {
            builder.segment.titleKeys.append(item.key)
            builder.add(item.detail, as: document)
        }
        builder.segment.text = Postings(parts)
        return (builder.segment, parts.map(\.words))
    }

    private static func analyse(_ details: [OfferDetail], lexicon: Lexicon, tasks: Int) async -> [AnalysedTexts] {
        let count = max(1, min(tasks, details.count / 200))
        let length = (details.count + count - 1) / count
        return await withTaskGroup(of: (Int, AnalysedTexts).self) { group in
            for part in 0..<count {
                let slice = details[min(part * length, details.count)..<min((part + 1) * length, details.count)]
                group.addTask { (part, AnalysedTexts(slice, lexicon: lexicon)) }
            }
            var parts: [(Int, AnalysedTexts)] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private init(size: Int) {
        self.size = size
        let none = Bitmap(size: size)
        segment.columns.fields = Self.sets(none)
        segment.columns.settings = Self.sets(none)
        segment.columns.targetGroups = Self.sets(none)
        segment.columns.tiers = Self.sets(none)
        segment.columns.stages = Self.sets(none)
        segment.columns.isFree = none
        segment.columns.isOpenToAll = none
        segment.columns.isShowable = none
        segment.columns.isForFamilies = none
        segment.sites.accessibility = Self.sets(none)
        segment.sites.hasPoint = none
        segment.times.weekdays = [Bitmap](repeating: none, count: 7)
    }

    private static func sets<Word: CaseIterable & Hashable>(_ none: Bitmap) -> [Word: Bitmap] {
        Dictionary(uniqueKeysWithValues: Word.allCases.map { ($0, none) })
    }

    private mutating func add(_ detail: OfferDetail, as document: Int) {
        let offer = detail.offer
        segment.ids.append(offer.id)
        for field in offer.fields { segment.columns.fields[field]?.insert(document) }
        for setting in offer.settings { segment.columns.settings[setting]?.insert(document) }
        for group in offer.targetGroups { segment.columns.targetGroups[group]?.insert(document) }
        if let tier = offer.tier { segment.columns.tiers[tier]?.insert(document) }
        for stage in offer.lifeStages { segment.columns.stages[stage]?.insert(document) }
        for language in offer.languages.isEmpty ? ["de"] : offer.languages {
            segment.columns.languages[language, default: Bitmap(size: size)].insert(document)
        }
        segment.columns.providers[detail.provider.id, default: []].append(Int32(document))
        if offer.isForFamilies { segment.columns.isForFamilies.insert(document) }
        if offer.cost.kind == .free { segment.columns.isFree.insert(document) }
        if offer.registration.need == .notNeeded { segment.columns.isOpenToAll.insert(document) }
        if offer.status == .active || offer.status == .paused { segment.columns.isShowable.insert(document) }
        segment.columns.ages.append(AgeSpan(offer.ageRange))
        segment.columns.dates.append(ShownDates(offer))
        addTopics(of: offer)
        addTimes(of: offer, as: document)
        addSites(of: detail, as: document)
        addReach(of: detail)
    }

    private mutating func addTopics(of offer: Offer) {
        let numbers = offer.topics.compactMap { topic -> Int32? in
            let key = Tables.Folding.fold(topic)
            guard !key.isEmpty else { return nil }
            if let number = segment.columns.topicNumbers[key] { return number }
            let number = Int32(segment.columns.topicNames.count)
            segment.columns.topicNames.append(topic)
            segment.columns.topicNumbers[key] = number
            return number
        }
        segment.columns.topics.append(Set(numbers).sorted())
    }

    private mutating func addTimes(of offer: Offer, as document: Int) {
        var numbers: [Int32] = []
        for schedule in offer.allSchedules {
            for weekday in schedule.weekdays { segment.times.weekdays[weekday - 1].insert(document) }
            if let number = scheduleNumbers[schedule] {
                numbers.append(number)
            } else {
                let number = Int32(segment.times.schedules.count)
                segment.times.schedules.append(schedule)
                scheduleNumbers[schedule] = number
                numbers.append(number)
            }
        }
        segment.times.lists.append(numbers)
    }

    private mutating func addSites(of detail: OfferDetail, as document: Int) {
        let sites = detail.places.map { place in
            let facility = place.facility.published
            return SiteColumns.Site(
                point: facility.coordinate.map(EarthPoint.init), accessibility: facility.accessibility)
        }
        for site in sites {
            if site.point != nil { segment.sites.hasPoint.insert(document) }
            for feature in site.accessibility { segment.sites.accessibility[feature]?.insert(document) }
        }
        segment.sites.lists.append(sites)
    }

    private mutating func addReach(of detail: OfferDetail) {
        var sites = Set(detail.places.compactMap(\.facility.areaID)).sorted()
        let scope = detail.offer.areaScope.sorted()
        // Without any place the provider's seat must do.
        if sites.isEmpty, scope.isEmpty, let key = detail.provider.areaKey.flatMap({ AreaKey($0) }) {
            sites = [ID(key: key)]
        }
        let reach = PlaceColumns.Reach(sites: sites, scope: scope)
        if let number = reachNumbers[reach] {
            segment.places.reachOf.append(number)
        } else {
            let number = Int32(segment.places.reaches.count)
            segment.places.reaches.append(reach)
            reachNumbers[reach] = number
            segment.places.reachOf.append(number)
        }
    }
}
