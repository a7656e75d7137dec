import Areas
import Foundation
package import Offers
import Prevention

/// Einfache Suche without an index: goes through all offers for every question.
///
/// Good for some thousand offers, and the yardstick for tests of a faster search.
package struct PlainFinder: Sendable {
    private let offers: OfferStore
    private let areas: AreaStore

    package init(offers: OfferStore) {
        self.offers = offers
        areas = AreaStore(database: offers.database)
    }

    /// The finder as the portal takes it.
    package var finder: OfferFinder { OfferFinder { query, now in try await find(query, now) } }

    private func find(_ query: OfferQuery, _ now: Instant) async throws -> OfferResults {
        let today = now.berlinDay
        let tree = try await areas.tree()
        let all = try await offers.details(ids: nil).filter {
            (query.includesHidden || $0.offer.isPublic(on: today)) && (!query.forFamilies || $0.offer.isForFamilies)
        }
        let found = hits(all, query, tree, today)
        var results = page(of: found, query, now)
        results.facets = facets(all, query, tree)
        if found.isEmpty { results.alternatives = alternatives(all, query, tree, today) }
        return results
    }

    private func page(of found: [OfferHit], _ query: OfferQuery, _ now: Instant) -> OfferResults {
        let perPage = max(query.perPage, 1)
        let sorted = Self.sorted(found, query.order, now)
        let start = min((max(query.page, 1) - 1) * perPage, sorted.count)
        return OfferResults(
            total: found.count, page: query.page, perPage: perPage, items: Array(sorted[start...].prefix(perPage)))
    }

    private static func sorted(_ hits: [OfferHit], _ order: OfferQuery.Order, _ now: Instant) -> [OfferHit] {
        switch order {
        case .title: hits.sorted { $0.summary.title < $1.summary.title }
        case .distance:
            hits.sorted {
                ($0.distanceKilometres ?? .infinity, $0.summary.title) < (
                    $1.distanceKilometres ?? .infinity, $1.summary.title
                )
            }
        case .freshness:
            hits.sorted { ($0.summary.freshness, $0.summary.title) < ($1.summary.freshness, $1.summary.title) }
        case .nextDate:
            hits.map { ($0, $0.summary.schedules.nextOccurrence(after: now)?.start.milliseconds ?? .max) }
                .sorted { ($0.1, $0.0.summary.title) < ($1.1, $1.0.summary.title) }.map(\.0)
        case .relevance: hits.sorted { ($1.score, $0.summary.title) < ($0.score, $1.summary.title) }
        }
    }

    // MARK: What fits

    private func hits(_ all: [OfferDetail], _ query: OfferQuery, _ tree: AreaTree, _ today: Day) -> [OfferHit] {
        let within = query.areaIDs.map { tree.idsWithin($0).union(tree.ancestors(of: $0).map(\.id)) }
        return all.compactMap { detail in
            guard fits(detail, query, within) else { return nil }
            let area = detail.places.lazy.compactMap { $0.facility.areaID.flatMap { tree[$0] } }.first
            let district = area.flatMap { $0.level == .district ? $0.name : nil } ?? ""
            let summary = OfferSummary(detail, districtName: district, today: today)
            let distance = query.near.flatMap { near in summary.coordinate.map { Self.kilometres(near, $0) } }
            return OfferHit(summary: summary, score: score(detail, query), distanceKilometres: distance)
        }
    }

    private func fits(_ detail: OfferDetail, _ query: OfferQuery, _ within: [Set<ID<Area>>]) -> Bool {
        let offer = detail.offer
        if let age = query.age, let range = offer.ageRange, !range.contains(age) { return false }
        if let stage = query.stage, !offer.lifeStages.contains(stage) { return false }
        if !query.fields.isEmpty, query.fields.isDisjoint(with: offer.fields) { return false }
        if !query.languages.isEmpty, Set(query.languages).isDisjoint(with: offer.languages) { return false }
        if query.isFree, offer.cost.kind != .free { return false }
        if query.registrationFree, offer.registration.need != .notNeeded { return false }
        if !query.weekdays.isEmpty, query.weekdays.isDisjoint(with: Set(offer.allSchedules.flatMap(\.weekdays))) {
            return false
        }
        if !query.accessibility.isEmpty,
            !detail.places.contains(where: { query.accessibility.isSubset(of: $0.facility.accessibility) })
        {
            return false
        }
        if !within.isEmpty {
            let own = Set(offer.areaScope + detail.places.compactMap(\.facility.areaID))
            if !own.isEmpty, !within.contains(where: { !$0.isDisjoint(with: own) }) { return false }
        }
        return words(query.text).isEmpty || score(detail, query) > 0
    }

    /// How many of the words stand in the offer, twice as much in its title.
    private func score(_ detail: OfferDetail, _ query: OfferQuery) -> Double {
        let words = words(query.text)
        guard !words.isEmpty else { return 0 }
        let offer = detail.offer
        let title = Self.fold(offer.title)
        let body = Self.fold(
            ([offer.summary, offer.description, offer.audience, detail.provider.name] + offer.topics).joined(
                separator: " "))
        return words.reduce(0) { $0 + (title.contains($1) ? 2 : 0) + (body.contains($1) ? 1 : 0) }
    }

    private func words(_ text: String) -> [String] {
        Self.fold(text).split(separator: " ").map(String.init).filter { $0.count > 2 }
    }

    private static func fold(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).replacing("ß", with: "ss")
    }

    private static func kilometres(_ a: Coordinate, _ b: Coordinate) -> Double {
        let middle = (a.latitude + b.latitude) / 2 * .pi / 180
        return hypot((a.latitude - b.latitude) * 111.195, (a.longitude - b.longitude) * 111.195 * cos(middle))
    }

    // MARK: Facets and alternatives

    private func facets(_ all: [OfferDetail], _ query: OfferQuery, _ tree: AreaTree) -> [Facet] {
        let within = query.areaIDs.map { tree.idsWithin($0).union(tree.ancestors(of: $0).map(\.id)) }
        func count(
            _ kind: Facet.Kind, _ chosen: Set<String>, _ relax: (inout OfferQuery) -> Void,
            _ keys: (OfferDetail) -> Set<String>
        ) -> Facet {
            var open = query
            relax(&open)
            var counts: [String: Int] = [:]
            for detail in all where fits(detail, open, within) {
                for key in keys(detail) { counts[key, default: 0] += 1 }
            }
            for key in chosen where counts[key] == nil { counts[key] = 0 }
            let values = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return Facet(
                kind: kind,
                values: values.map { .init(key: $0.key, count: $0.value, isChosen: chosen.contains($0.key)) })
        }
        return [
            count(.field, Set(query.fields.map(\.rawValue)), { $0.fields = [] }) {
                Set($0.offer.fields.map(\.rawValue))
            },
            count(.language, Set(query.languages), { $0.languages = [] }) { Set($0.offer.languages) },
            count(.cost, query.isFree ? ["free"] : [], { $0.isFree = false }) { [$0.offer.cost.kind.rawValue] },
            count(.registration, query.registrationFree ? ["not_needed"] : [], { $0.registrationFree = false }) {
                [$0.offer.registration.need.rawValue]
            },
            count(.accessibility, Set(query.accessibility.map(\.rawValue)), { $0.accessibility = [] }) {
                Set($0.places.flatMap(\.facility.accessibility).map(\.rawValue))
            },
            count(.weekday, Set(query.weekdays.map(String.init)), { $0.weekdays = [] }) {
                Set($0.offer.allSchedules.flatMap(\.weekdays).map(String.init))
            },
        ]
    }

    private func alternatives(_ all: [OfferDetail], _ query: OfferQuery, _ tree: AreaTree, _ today: Day)
        -> [OfferAlternative]
    {
        let ways: [(OfferAlternative.Relaxed, (inout OfferQuery) -> Void)] = [
            (.day, { $0.weekdays = [] }), (.cost, { $0.isFree = false }), (.language, { $0.languages = [] }),
            (.place, { $0.areaIDs = [] }), (.age, { $0.age = nil }), (.text, { $0.text = "" }),
        ]
        for (relaxed, change) in ways {
            var open = query
            change(&open)
            guard open != query else { continue }
            let found = hits(all, open, tree, today)
            if !found.isEmpty {
                return found.sorted { $1.score < $0.score }.prefix(5).map {
                    OfferAlternative(hit: $0, relaxed: relaxed)
                }
            }
        }
        return []
    }
}
