import Areas
import Foundation
import Offers
import Prevention
import Synchronization

/// One offer as the feed's filters see it; the content stays in the database until a page needs it.
struct FeedEntry: Sendable {
    let id: ID<Offer>
    let providerID: String
    let modified: Instant
    /// Folded title, summary, provider and topics.
    let words: String
    let termIDs: Set<String>
    let taxonomyIDs: Set<String>
    let ages: AgeRange?
    let sites: [Site]
    /// Times of the offer without those of its sites.
    let slots: [Slot]

    struct Site: Sendable {
        let id: String
        let postcode: String
        let coordinate: Coordinate?
        let slots: [Slot]
    }

    /// Weekdays and times of one schedule.
    struct Slot: Sendable {
        let weekdays: Set<Int>
        let from: WallTime?
        let to: WallTime?
    }

    init(_ detail: OfferDetail) {
        let open = detail.published(for: .web)
        id = open.offer.id
        providerID = open.provider.id.text
        modified = open.offer.updatedAt
        words = FeedEntry.folded(
            ([open.offer.title, open.offer.summary, open.provider.name] + open.offer.topics).joined(separator: " "))
        let terms = Taxonomy.terms(of: open.offer)
        termIDs = Set(terms.map(\.id))
        taxonomyIDs = Set(terms.compactMap { term in Taxonomy.all.first { $0.code == term.taxonomy }?.id })
        ages = open.offer.ageRange
        sites = open.places.map { place in
            Site(
                id: place.site.id.text, postcode: place.facility.postcode, coordinate: place.facility.coordinate,
                slots: place.site.schedules.map(Slot.init))
        }
        slots = open.offer.schedules.map(Slot.init)
    }

    /// Lower case without diacritics, ß as ss.
    static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "de_DE"))
            .replacing("ß", with: "ss")
    }
}

extension FeedEntry.Slot {
    init(_ schedule: Schedule) { self.init(weekdays: schedule.weekdays, from: schedule.from, to: schedule.to) }
}

/// Verzeichnis of all public offers for the filters, kept up with the register's change log.
final class FeedIndex: Sendable {
    struct State: Sendable {
        var upTo = -1
        var today: Day
        /// By key, so that pages stay the same from call to call.
        var entries: [FeedEntry] = []
    }

    private let store: OfferStore
    private let state = Mutex<State?>(nil)

    init(store: OfferStore) { self.store = store }

    /// The public offers on `today`, as of the last change.
    func entries(on today: Day) async throws -> State {
        let last = try await store.lastChange()
        let known = state.withLock { $0 }
        if let known, known.upTo == last, known.today == today { return known }
        let fresh: State
        if let known, known.today == today {
            fresh = try await updated(known)
        } else {
            let snapshot = try await store.snapshot()
            let entries = snapshot.details.filter { $0.offer.isPublic(on: today) }.map(FeedEntry.init)
            fresh = State(upTo: snapshot.upTo, today: today, entries: entries.sorted { $0.id < $1.id })
        }
        state.withLock { if ($0?.upTo ?? -1) <= fresh.upTo || $0?.today != today { $0 = fresh } }
        return fresh
    }

    private func updated(_ known: State) async throws -> State {
        let changes = try await store.changes(after: known.upTo)
        let details = try await store.details(ids: changes.ids)
        let gone = Set(changes.ids)
        var entries = known.entries.filter { !gone.contains($0.id) }
        entries += details.filter { $0.offer.isPublic(on: known.today) }.map(FeedEntry.init)
        return State(upTo: changes.upTo, today: known.today, entries: entries.sorted { $0.id < $1.id })
    }
}

extension FeedQuery {
    /// Whether an offer belongs to the list; everything asked must hold.
    func matches(_ entry: FeedEntry) -> Bool {
        if let termID, !entry.termIDs.contains(termID) { return false }
        if let taxonomyID, !entry.taxonomyIDs.contains(taxonomyID) { return false }
        if let organizationID, entry.providerID != organizationID { return false }
        if let modifiedAfter, entry.modified <= modifiedAfter { return false }
        return matchesAges(entry.ages) && matchesWords(entry.words)
            && matchesTimes(entry.slots + entry.sites.flatMap(\.slots))
    }

    private func matchesWords(_ words: String) -> Bool {
        search.isEmpty || FeedEntry.folded(search).split(separator: " ").allSatisfy { words.contains($0) }
    }

    /// The UK profile's ages mean containment; ours means "fits a child of this age", and unknown fits.
    private func matchesAges(_ ages: AgeRange?) -> Bool {
        if let ageMonths, let ages, let age = AgeInMonths(ageMonths), !ages.contains(age) { return false }
        if let minimumAge {
            guard let ages, Double(max(ages.from.months, 0)) / 12 >= minimumAge else { return false }
        }
        if let maximumAge {
            guard let ages, Double(max(ages.to.months, 0)) / 12 <= maximumAge else { return false }
        }
        return true
    }

    /// One schedule must fit day and times together.
    func matchesTimes(_ slots: [FeedEntry.Slot]) -> Bool {
        if day == nil, startTime == nil, endTime == nil { return true }
        return slots.contains { slot in
            if let day, !slot.weekdays.contains(day) { return false }
            if let startTime { guard let from = slot.from, from >= startTime else { return false } }
            if let endTime { guard let to = slot.to, to <= endTime else { return false } }
            return true
        }
    }

    /// Whether a site lies where the question asks; only for services at locations.
    func matchesPlace(_ site: FeedEntry.Site, centre: Coordinate?) -> Bool {
        guard let postcode else { return true }
        guard let proximity else { return site.postcode == postcode }
        guard let centre, let coordinate = site.coordinate else { return false }
        return centre.kilometres(to: coordinate) * 1_000 <= Double(proximity)
    }
}
