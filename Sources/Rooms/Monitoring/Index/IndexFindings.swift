import Indicators
import Prevention
import Statistics

/// Indexbefund: scores, bands of places and sensitivity of one index for the areas of one page.
struct IndexFindings: Sendable {
    let evaluation: IndexEvaluation
    let bands: [RankBand?]
    let leftOut: [CompositeIndex.LeftOut]
    let sensitivity: [IndexVariation.Sensitivity]

    /// The same numbers for every visitor.
    static let seed: UInt64 = 1

    init(_ evaluation: IndexEvaluation) async {
        self.evaluation = evaluation
        bands = await evaluation.bands(seed: Self.seed)
        leftOut = evaluation.leavingOutEach()
        sensitivity = evaluation.sensitivity()
    }
}

/// Ablage der Indexbefunde: each is computed once for a version of the definition, published values and areas, and kept
/// until too many others were asked for.
actor IndexFindingsShelf {
    private struct Key: Hashable {
        let index: ID<IndexDefinition>
        let version: Int
        let values: [ObjectIdentifier?]
        let areas: [ID<Area>]
        let upTo: Period?
    }

    private struct Entry {
        let findings: Task<IndexFindings?, Never>
        /// Held so that the identities in the key stay theirs.
        let series: [PublishedSeries]
        var lastUse: Int
    }

    private let limit: Int
    private var entries: [Key: Entry] = [:]
    private var uses = 0
    /// How many were computed, for tests.
    private(set) var computed = 0

    init(limit: Int = 24) { self.limit = max(1, limit) }

    /// `nil` if nothing can be computed.
    func findings(
        _ definition: IndexDefinition, _ series: [String: PublishedSeries], areas: [Area], upTo: Period?
    ) async -> IndexFindings? {
        let key = Key(
            index: definition.id, version: definition.version,
            values: definition.parts.map { series[$0.indicator]?.identity }, areas: areas.map(\.id), upTo: upTo)
        uses += 1
        if let entry = entries[key] {
            entries[key]?.lastUse = uses
            return await entry.findings.value
        }
        computed += 1
        let task = Task { () -> IndexFindings? in
            guard let evaluation = try? IndexEvaluation(definition, series, areas: areas, upTo: upTo) else {
                return nil
            }
            return await IndexFindings(evaluation)
        }
        entries[key] = Entry(findings: task, series: Array(series.values), lastUse: uses)
        if entries.count > limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            entries[oldest.key] = nil
        }
        return await task.value
    }
}
