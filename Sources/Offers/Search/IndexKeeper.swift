import Areas
import Language
import Prevention
import Storage

/// Keeps the index level with the register: built once, then extended by what the change log names.
actor IndexKeeper {
    /// Offers in one segment when a large register is read for the first time.
    private static let segmentSize = 20_000
    private static let mostSegments = 6

    private let store: OfferStore
    private let directory: AreaDirectory
    private let lexicon: Lexicon
    private let tasks: Int
    private var view: IndexView?
    private var running: Task<IndexView, any Error>?

    init(store: OfferStore, directory: AreaDirectory, lexicon: Lexicon, tasks: Int) {
        self.store = store
        self.directory = directory
        self.lexicon = lexicon
        self.tasks = tasks
    }

    /// The index of `today` with all changes up to now. Several callers share one refresh.
    func current(on today: Day) async throws -> IndexView {
        if let running { return try await running.value }
        let task = Task { try await refresh(today) }
        running = task
        defer { running = nil }
        let result = try await task.value
        view = result
        return result
    }

    /// All offers of the register, searchable or not.
    func registered() async throws -> [ID<Offer>] { try await store.allIDs() }

    private func refresh(_ today: Day) async throws -> IndexView {
        let places = try await directory.current()
        guard let view else { return try await build(places, today) }
        let changes = try await store.changes(after: view.upTo)
        let added = view.segments.dropFirst().reduce(0) { $0 + $1.live.count }
        let size = view.segments.reduce(0) { $0 + $1.live.count }
        if changes.ids.count + (view.segments.count > 1 && size < Self.segmentSize ? added : 0) > max(500, size / 5) {
            return try await build(places, today)
        }
        let revision = places.revision
        if changes.ids.isEmpty, view.today == today, view.areaRevision == revision { return view }
        return try await extend(view, changes, places, today)
    }

    // MARK: From nothing

    private func build(_ places: AreaDirectory.Snapshot, _ today: Day) async throws -> IndexView {
        let upTo = try await store.lastChange()
        let ids = try await store.allIDs()
        let areas = AreaNumbers(places.tree)
        var segments: [SegmentView] = []
        var counts: [WordCount] = []
        for part in ids.parts(of: Self.segmentSize) {
            let (segment, words) = try await segment(of: part)
            segments.append(SegmentView(segment, areas: areas, today: today))
            counts += words
        }
        return IndexView(
            upTo: upTo, areaRevision: places.revision, areas: areas, gazetteer: places.gazetteer, segments: segments,
            today: today, words: LazyWords(counts, lexicon: lexicon))
    }

    private func segment(of ids: [ID<Offer>]) async throws -> (SearchSegment, [WordCount]) {
        var details: [OfferDetail] = []
        for part in ids.parts(of: 5_000) { details += try await store.details(ids: part) }
        return await SegmentBuilder.build(details, lexicon: lexicon, tasks: tasks)
    }

    // MARK: From what was

    private func extend(
        _ old: IndexView, _ changes: OfferChanges, _ places: AreaDirectory.Snapshot, _ today: Day
    ) async throws -> IndexView {
        let isNewTree = old.areaRevision != places.revision
        let areas = isNewTree ? AreaNumbers(places.tree) : old.areas
        var segments = old.segments
        let changed = Set(changes.ids)
        for index in segments.indices {
            if isNewTree { segments[index].lay(areas) }
            if !changed.isEmpty {
                for (document, id) in segments[index].segment.ids.enumerated() where changed.contains(id) {
                    segments[index].remove(document)
                }
            }
            if old.today != today { segments[index].turn(to: today) }
        }
        var counts = old.words.counts
        if !changed.isEmpty {
            var ids = changes.ids
            if segments.count >= Self.mostSegments, segments.reduce(0, { $0 + $1.segment.size }) < Self.segmentSize {
                ids += segments.dropFirst().flatMap { view in
                    view.segment.ids.indices.filter(view.live.contains).map { view.segment.ids[$0] }
                }
                segments = Array(segments.prefix(1))
            }
            let (segment, words) = try await segment(of: ids)
            if segment.size > 0 {
                segments.append(SegmentView(segment, areas: areas, today: today))
                counts += words
            }
        }
        return IndexView(
            upTo: changes.upTo, areaRevision: places.revision, areas: areas, gazetteer: places.gazetteer,
            segments: segments, today: today, words: changed.isEmpty ? old.words : LazyWords(counts, lexicon: lexicon))
    }
}
