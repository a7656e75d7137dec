import Statistics

/// `compute index`: a composite index with all scores, places, bands of places and a log of every step.
package enum IndexComputation: Computation {
    package static let name = "index"
    package static let summary = "Zusammengesetzter Index: Werte, Plätze, Platzspannen, Empfindlichkeit, Protokoll."
    package static var table: TableShape? { IndexTable.shape }
    package static let options = [
        ComputeOption("normalisation", .text, "minmax, z oder percentile"),
        ComputeOption("aggregation", .text, "arithmetic, geometric, harmonic oder copeland"),
        ComputeOption("imputation", .text, "none oder group-mean"),
        ComputeOption("minimumShare", .number, "nötiger Anteil der Gewichte mit Wert, sonst 0.66"),
        ComputeOption("minimumAvailability", .number, "nötiger Anteil der Kenngrößen eines Gebiets, sonst 0"),
        ComputeOption("replicates", .number, "Wiederholungen für die Platzspannen, sonst 0"),
        ComputeOption("seed", .number, "Startwert des Zufalls, sonst 1"),
    ]

    package static func run(_ input: IndexInput) throws(ComputeProblems) -> IndexOutput {
        let problems = input.problems
        if !problems.isEmpty { throw ComputeProblems(problems) }
        do {
            let index = try CompositeIndex(input.design, input.data)
            return output(index, index.result(), input)
        } catch { throw ComputeProblems(error.faults.map(\.sentence)) }
    }

    private static func output(_ index: CompositeIndex, _ result: IndexResult, _ input: IndexInput) -> IndexOutput {
        let replicates = input.replicates ?? 0
        let seed = UInt64(input.seed ?? 1)
        var log = result.log
        var bands: [RankBand?] = []
        var sensitivity: [IndexVariation.Sensitivity] = []
        let rows = input.sensitivity ?? (replicates > 0 ? min(128, replicates) : 0)
        if replicates > 0 || rows > 0 {
            let variation = IndexVariation(index, input.assumptions)
            if replicates > 0 {
                bands = variation.bands(replicates: replicates, seed: seed)
                log.append(IndexLogEntry(.uncertainty, .repeated, result.root, count: replicates))
            }
            if rows > 0 { sensitivity = variation.sensitivity(base: rows, seed: seed) }
        }
        let ids = index.design.groups.map(\.id).filter { $0 != result.root } + index.design.components.map(\.id)
        let leavesOut = input.leaveOneOut ?? (index.design.aggregation != .copeland)
        return IndexOutput(
            scores: result.scores, ranks: result.ranks,
            bands: bands.map { $0.map { [$0.lower, $0.median, $0.upper] } },
            log: log.map(IndexOutput.Entry.init),
            effectiveWeights: (try? index.design.effectiveWeights()) ?? [:],
            leaveOneOut: leavesOut
                ? index.leavingOutEach(of: ids).map {
                    IndexOutput.LeftOut(id: $0.id, meanRankChange: $0.meanRankChange, ranks: $0.ranks)
                } : nil,
            sensitivity: rows > 0
                ? sensitivity.map { IndexOutput.Factor(factor: $0.factor.rawValue, first: $0.first, total: $0.total) }
                : nil)
    }
}

/// Ausgabe of `compute index`.
package struct IndexOutput: Encodable {
    /// By id of indicator or group, in the order of the units.
    let scores: [String: [Double?]]
    let ranks: [Int?]
    /// Place that 5, 50 and 95 % of the repetitions reach or better; empty without repetitions.
    let bands: [[Int]?]
    let log: [Entry]
    let effectiveWeights: [String: Double]
    let leaveOneOut: [LeftOut]?
    let sensitivity: [Factor]?

    struct LeftOut: Encodable {
        let id: String
        let meanRankChange: Double?
        let ranks: [Int?]
    }

    struct Factor: Encodable {
        let factor: String
        let first: Double
        let total: Double
    }

    struct Entry: Encodable {
        let step: String
        let action: String
        let subject: String
        let count: Int
        let skewBefore: Double?
        let kurtosisBefore: Double?
        let skewAfter: Double?
        let kurtosisAfter: Double?

        init(_ entry: IndexLogEntry) {
            step = entry.step.rawValue
            action = entry.action.rawValue
            subject = entry.subject
            count = entry.count
            skewBefore = entry.before?.skew
            kurtosisBefore = entry.before?.kurtosis
            skewAfter = entry.after?.skew
            kurtosisAfter = entry.after?.kurtosis
        }
    }
}

extension IndexFault {
    /// What is wrong and what to do, in German.
    fileprivate var sentence: String {
        switch self {
        case .noUnits: "units: Es steht kein Gebiet da."
        case .noIndicators: "indicators: Es steht keine Kenngröße da."
        case .idTwice(let id): "\(id): Diese Kennung steht mehrfach da. Kenngrößen und Gruppen brauchen je eine eigene."
        case .unknownParent(let id, let parent): "\(id): Die Gruppe \"\(parent)\" gibt es nicht."
        case .wholes: "groups: Genau eine Gruppe braucht \"parent\": null, das ist der Gesamtindex."
        case .emptyGroup(let id): "\(id): Die Gruppe ist leer."
        case .circle(let id): "\(id): Die Gruppe gehört über Umwege zu sich selbst."
        case .weight(let id): "\(id): Das Gewicht muss eine Zahl ab 0 sein."
        case .noWeight(let group): "\(group): Alle Gewichte der Gruppe sind 0."
        case .missingValues(let id): "\(id): Die Werte fehlen."
        case .length(let id, let found, let expected): "\(id): \(found) Werte für \(expected) Gebiete."
        case .bounds: "range: Bitte zwei Zahlen angeben, erst die kleinere, etwa [0, 100]."
        case .share: "minimumShare, minimumAvailability: Anteile liegen zwischen 0 und 1."
        case .outlierRule: "outliers: maximum und skew dürfen nicht kleiner als 0 sein."
        }
    }
}
