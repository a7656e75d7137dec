package import Prevention
package import Storage
import Synchronization
import Tables

/// Vergebliche Suche: counts per area, stage, field and month of searches by families that found nothing.
///
/// A second signal beside the gaps of the chain. Kept are counts alone: no words, no place but the area asked for, no
/// moment but the month, nothing about who asked. The same search made twice counts twice, as nobody is known again.
/// Searches wait in memory and are written together, at most every quarter of an hour, when somebody reads and when the
/// house closes; a crash loses those that wait. Copies share what waits: make one and hand it on.
///
/// Told are size classes of whole months alone, for totals as well. Each class begins at a multiple of five and ends just
/// before one, so a total less the least of its told parts leaves at least four: a part that is silent may still be anything
/// below five. What was asked for the town itself stands in no page, so the total forces no part above zero either. Between
/// two days nothing changes before a month is over.
package struct SearchSignalStore: Sendable {
    private let database: Database
    private let waiting = Waiting()

    /// Fewer are not told: they could be one family.
    package static let leastCount = 5
    /// Whole months that are told together.
    package static let monthsTold = 12
    /// Whole months after which counts are deleted.
    package static let monthsKept = 36
    /// Milliseconds that a search may wait in memory.
    private static let patience: Int64 = 15 * 60 * 1_000

    package init(database: Database) { self.database = database }

    /// Counts one search that found nothing.
    ///
    /// Never throws: if the database cannot be written, the search waits on.
    /// - Parameters:
    ///   - area: the town or district that was asked for.
    ///   - stage: `nil` if no age was asked for.
    ///   - field: `nil` if none or several were asked for.
    package func note(area: ID<Area>, stage: LifeStage?, field: FieldOfAction?, at now: Instant) async {
        let key = Waiting.Key(
            area: area, stage: stage?.rawValue ?? "", field: field?.rawValue ?? "", month: Self.month(now.berlinDay))
        guard waiting.add(key, at: now, patience: Self.patience) else { return }
        try? await flush(at: now)
    }

    /// Writes what waits in memory and deletes what is older than `monthsKept`.
    package func flush(at now: Instant) async throws {
        let counts = waiting.take()
        guard !counts.isEmpty else { return }
        do {
            try await database.write { w in try Self.write(counts, in: w, at: now) }
        } catch {
            waiting.giveBack(counts, at: now)
            throw error
        }
    }

    /// Size class of the searches in vain in some areas together, such as a town with its districts, in the last twelve
    /// whole months; `nil` below `leastCount`.
    ///
    /// - Parameters:
    ///   - stage: `nil` counts all, with and without a stage.
    ///   - field: `nil` counts all, with and without a field.
    package func count(
        areas: [ID<Area>], stage: LifeStage?, field: FieldOfAction?, on today: Day
    ) async throws -> ClosedRange<Int>? {
        let months = Self.month(today, before: Self.monthsTold)..<Self.month(today)
        let stageOnly: SQL = stage.map { "AND stage = \($0.rawValue)" } ?? ""
        let fieldOnly: SQL = field.map { "AND field = \($0.rawValue)" } ?? ""
        let stored = try await database.read { r in
            try r.value(
                """
                SELECT COALESCE(sum(searches), 0) FROM searchSignal
                WHERE areaId IN \(list: areas) AND month >= \(months.lowerBound) AND month < \(months.upperBound)
                    \(stageOnly) \(fieldOnly)
                """, as: Int.self)
        }
        let wanted = Set(areas)
        let fresh = waiting.count { key in
            wanted.contains(key.area) && months.contains(key.month) && (stage == nil || key.stage == stage?.rawValue)
                && (field == nil || key.field == field?.rawValue)
        }
        return Self.sizeClass(of: (stored ?? 0) + fresh)
    }

    /// 5...9, 10...19, 20...49, 50...99, 100...199 and so on; `nil` below `leastCount`.
    package static func sizeClass(of count: Int) -> ClosedRange<Int>? {
        guard count >= leastCount else { return nil }
        var low = leastCount
        while true {
            let next = String(low).hasPrefix("2") ? low / 2 * 5 : low * 2
            if count < next { return low...(next - 1) }
            low = next
        }
    }

    /// "2026-03", or as many months before that.
    private static func month(_ day: Day, before: Int = 0) -> String {
        let months = day.year * 12 + day.month - 1 - before
        let first = Day(year: months / 12, month: months % 12 + 1, day: 1) ?? day
        return String(first.description.prefix(7))
    }

    private static func write(_ counts: [Waiting.Key: Int], in w: Writer, at now: Instant) throws {
        let known = Set(
            try w.rows("SELECT id FROM area WHERE id IN \(list: Array(Set(counts.keys.map(\.area))))") {
                try $0.get(0, as: ID<Area>.self)
            })
        for (key, count) in counts.sorted(by: { $0.key < $1.key }) where known.contains(key.area) {
            try w.run(
                """
                INSERT INTO searchSignal (areaId, month, stage, field, searches)
                VALUES (\(key.area), \(key.month), \(key.stage), \(key.field), \(count))
                ON CONFLICT (areaId, month, stage, field)
                DO UPDATE SET searches = searchSignal.searches + excluded.searches
                """)
        }
        try w.run("DELETE FROM searchSignal WHERE month < \(month(now.berlinDay, before: monthsKept))")
        // The log names neither area nor number: only that counts were written.
        try w.audit(
            AuditEntry(
                actor: .system("search-signal"), action: "searchSignal.count",
                object: Reference(.feedback, "search-signal"), at: now))
    }
}

/// Searches that are not written yet.
private final class Waiting: Sendable {
    struct Key: Hashable, Comparable {
        let area: ID<Area>
        let stage: String
        let field: String
        let month: String

        static func < (left: Self, right: Self) -> Bool {
            (left.area.text, left.month, left.stage, left.field)
                < (right.area.text, right.month, right.stage, right.field)
        }
    }

    private struct State {
        var counts: [Key: Int] = [:]
        var since: Instant?
    }

    private let state = Mutex(State())

    /// - Returns: whether the oldest has waited longer than `patience`.
    func add(_ key: Key, at now: Instant, patience: Int64) -> Bool {
        state.withLock { state in
            state.counts[key, default: 0] += 1
            let since = state.since ?? now
            state.since = since
            return now.milliseconds - since.milliseconds >= patience
        }
    }

    func take() -> [Key: Int] {
        state.withLock { state in
            let counts = state.counts
            state = State()
            return counts
        }
    }

    func giveBack(_ counts: [Key: Int], at now: Instant) {
        state.withLock { state in
            state.counts.merge(counts, uniquingKeysWith: +)
            state.since = now
        }
    }

    func count(where isWanted: (Key) -> Bool) -> Int {
        state.withLock { $0.counts.reduce(0) { $0 + (isWanted($1.key) ? $1.value : 0) } }
    }
}
