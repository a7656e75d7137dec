package import Areas
import Language
package import Prevention
package import Storage
import Synchronization

/// Suche: answers questions about the register from an index in memory.
///
/// One per house. What this process has written is found at once, what another instance has written after a second.
package final class OfferSearch: Sendable {
    private struct Known {
        let view: IndexView
        let checkedAt: ContinuousClock.Instant
        let beat: Int
    }

    private let keeper: IndexKeeper
    private let shelf: SummaryShelf
    private let analyser: SharedAnalyser
    private let clock: Clock
    private let patience: Duration
    private let known = Mutex<Known?>(nil)
    private let nextDates = NextDates()

    /// - Parameters:
    ///   - areas: the house's; a new one if there is none yet.
    ///   - patience: how long the index is trusted before the change log is asked again.
    ///   - tasks: how many texts are analysed side by side.
    package init(
        database: Database, areas: AreaDirectory? = nil, clock: Clock, patience: Duration = .seconds(1), tasks: Int = 2
    ) {
        let store = OfferStore(database: database)
        keeper = IndexKeeper(
            store: store, directory: areas ?? AreaDirectory(AreaStore(database: database)), lexicon: .standard,
            tasks: tasks)
        shelf = SummaryShelf(store: store)
        analyser = SharedAnalyser()
        self.clock = clock
        self.patience = patience
    }

    /// Builds the index before the first question comes.
    package func prepare() async throws { _ = try await view(at: clock.now()) }

    /// Offers of the register that the search does not know, because part of their record is gone. For `lueckenlos check`.
    ///
    /// - Throws: `StorageError` if a record cannot be read at all.
    package func missing() async throws -> [ID<Offer>] {
        let known = Set(
            try await view(at: clock.now()).segments.flatMap { part in
                part.segment.ids.indices.filter(part.live.contains).map { part.segment.ids[$0] }
            })
        return try await keeper.registered().filter { !known.contains($0) }
    }

    /// What fits the question, with counts for further choices, and help when nothing fits.
    ///
    /// Pages beyond the last one are empty; `page` and `perPage` are brought into 1…1,000 and 1…100.
    /// - Throws: `StorageError` if the register cannot be read.
    package func search(_ asked: OfferQuery) async throws -> OfferResults {
        let now = clock.now()
        let view = try await view(at: now)
        let reading = TextReading(
            asked.text, gazetteer: view.gazetteer, readsPlace: asked.areaIDs.isEmpty && asked.near == nil,
            readsAge: asked.age == nil && asked.stage == nil)
        var query = asked
        query.page = min(max(1, asked.page), 1_000)
        query.perPage = min(max(1, asked.perPage), 100)
        query.text = reading.rest
        if let place = reading.place { query.narrow(to: place, within: asked.withinKilometres) }
        query.age = asked.age ?? reading.age
        let prepared = prepare(query, in: view)
        let run = SearchRun(prepared, in: view, dates: nextDates, now: now, countsFacets: true)
        var results = OfferResults(total: run.total, page: query.page, perPage: query.perPage, facets: run.facets)
        let start = (query.page - 1) * query.perPage
        let chosen = Array(run.best(start + query.perPage).dropFirst(start))
        results.items = try await hits(chosen, run, view)
        results.understood = understood(reading)
        results.corrections = corrections(prepared, reading, view, now)
        if run.total == 0 { results.alternatives = try await alternatives(prepared, view, now) }
        return results
    }

    // MARK: Parts of an answer

    private func prepare(_ query: OfferQuery, in view: IndexView) -> PreparedQuery {
        var analysis = analyser.query(query.text)
        let isMissing = analysis.groups.contains { group in
            !group.isOptional && !group.alternatives.contains { $0.origin != .loosePart && view.knows($0.terms) }
        }
        if isMissing { analysis = analyser.query(query.text, vocabulary: view.words.known()) }
        return PreparedQuery(query, analysis: analysis, areas: view.areas)
    }

    private func understood(_ reading: TextReading) -> UnderstoodText {
        var text = UnderstoodText()
        text.place = reading.place?.label
        text.areaID = reading.place?.area.id
        text.age = reading.age
        text.words = reading.rest
        return text
    }

    /// Other spellings that find something, with the place and age that were typed.
    private func corrections(
        _ prepared: PreparedQuery, _ reading: TextReading, _ view: IndexView, _ now: Instant
    ) -> [String] {
        guard let analysis = prepared.analysis, let first = analysis.didYouMean else { return [] }
        var spellings = [first]
        if analysis.groups.count == 1 { spellings += analysis.groups[0].corrections.dropFirst() }
        return spellings.prefix(3).filter { spelling in
            var query = prepared.query
            query.text = spelling
            let corrected = PreparedQuery(query, analysis: analyser.query(spelling), areas: view.areas)
            return SearchRun(corrected, in: view, dates: nextDates, now: now, countsFacets: false).total > 0
        }.map { reading.taken.isEmpty ? $0 : "\($0) \(reading.taken)" }
    }

    /// At most six offers that fit when one part of the question is let go, the ways out in turn.
    private func alternatives(
        _ prepared: PreparedQuery, _ view: IndexView, _ now: Instant
    ) async throws -> [OfferAlternative] {
        let run = { (way: Relaxation) in
            SearchRun(way.prepared, in: view, dates: self.nextDates, now: now, countsFacets: false)
        }
        var ways = Relaxation.all(of: prepared, areas: view.areas).map { ($0.part, run($0)) }.filter { $0.1.total > 0 }
        if ways.isEmpty { ways = [(.other, run(Relaxation.last(of: prepared, areas: view.areas)))] }
        let each = max(2, 6 / ways.count)
        var lists: [[OfferAlternative]] = []
        for (part, run) in ways {
            let found = try await hits(run.best(each), run, view)
            lists.append(found.map { OfferAlternative(hit: $0, relaxed: part) })
        }
        var seen: Set<ID<Offer>> = []
        let inTurn = (0..<each).flatMap { turn in lists.compactMap { $0.count > turn ? $0[turn] : nil } }
        return Array(inTurn.filter { seen.insert($0.hit.summary.id).inserted }.prefix(6))
    }

    private func hits(_ chosen: [Candidate], _ run: SearchRun, _ view: IndexView) async throws -> [OfferHit] {
        let ids = chosen.map { view.segments[$0.segment].segment.ids[$0.document] }
        let summaries = try await shelf.summaries(ids, in: view)
        return zip(chosen, ids).compactMap { candidate, id in
            guard let summary = summaries[id] else { return nil }
            let distance = run.origin.flatMap { origin in summary.coordinate?.kilometres(to: origin) }
            return OfferHit(summary: summary, score: run.score(of: candidate), distanceKilometres: distance)
        }
    }

    private func view(at now: Instant) async throws -> IndexView {
        let today = now.berlinDay
        let beat = RegisterPulse.count
        let moment = ContinuousClock.now
        let fresh = known.withLock { known -> IndexView? in
            guard let known, known.view.today == today, known.beat == beat, moment - known.checkedAt < patience else {
                return nil
            }
            return known.view
        }
        if let fresh { return fresh }
        let view = try await keeper.current(on: today)
        known.withLock { $0 = Known(view: view, checkedAt: moment, beat: beat) }
        return view
    }
}
