/// Zusammengesetzter Index: everything that does not depend on weights is done once, with a log of every step.
///
/// - Source: OECD/JRC: Handbook on Constructing Composite Indicators, 2008.
package struct CompositeIndex: Sendable {
    package let design: IndexDesign
    package let units: [String]
    /// What was done up to normalisation.
    package let preparation: [IndexLogEntry]
    let tree: IndexTree
    /// By indicator: after gaps were filled, before outliers and with the sign as it came; NaN for gaps.
    let filled: [[Double]]
    /// Standard errors of `filled`; empty where all are 0.
    let errors: [[Double]]
    /// By indicator, as they enter the first sum.
    let normalised: [[Double]]

    /// - Throws: `IndexFaults` with everything that is wrong with design or data.
    package init(_ design: IndexDesign, _ data: IndexData) throws(IndexFaults) {
        tree = try IndexTree(design)
        let faults = Self.faults(design, data)
        if !faults.isEmpty { throw IndexFaults(faults: faults) }
        self.design = design
        units = data.units
        var preparing = IndexPreparation(design, data)
        preparing.denominate()
        preparing.screen()
        preparing.impute()
        (filled, errors) = (preparing.columns, preparing.errors)
        normalised = preparing.treatedAndNormalised()
        preparation = preparing.log
    }

    private static func faults(_ design: IndexDesign, _ data: IndexData) -> [IndexFault] {
        var faults: [IndexFault] = data.units.isEmpty ? [.noUnits] : []
        func check(_ id: String, _ length: Int?) {
            if let length, length != data.units.count {
                faults.append(.length(of: id, found: length, expected: data.units.count))
            }
        }
        check("unitGroups", data.unitGroups?.count)
        for component in design.components {
            guard let column = data.columns[component.id] else {
                faults.append(.missingValues(component.id))
                continue
            }
            check(component.id, column.values.count)
            check(component.id, column.denominator?.count)
            check(component.id, column.standardErrors?.count)
        }
        return faults
    }

    /// Scores of all indicators and groups, places of the whole, and the whole log.
    ///
    /// - Parameters:
    ///   - weights: other weights by id, for trying out; the rest as designed.
    ///   - leavingOut: an indicator or group that takes no part.
    package func result(weights: [String: Double] = [:], leavingOut: String? = nil) -> IndexResult {
        var log = preparation
        let columns = scores(weights: weights, leavingOut: leavingOut, log: &log)
        let places = IndexSteps.ranks(columns[tree.root])
        let known = places.compactMap(\.self)
        log.append(IndexLogEntry(.ranking, .ranked, tree.names[tree.root], count: known.count))
        let shared = Dictionary(grouping: known) { $0 }.values.filter { $0.count > 1 }.map(\.count).reduce(0, +)
        if shared > 0 { log.append(IndexLogEntry(.ranking, .tied, tree.names[tree.root], count: shared)) }
        let named = zip(tree.names, columns).map { ($0, $1.map { $0.isNaN ? nil : Optional($0) }) }
        return IndexResult(
            root: tree.names[tree.root], scores: Dictionary(uniqueKeysWithValues: named), ranks: places, log: log)
    }

    /// Places of the whole with other weights; nothing else is recomputed.
    package func ranks(weights: [String: Double]) -> [Int?] {
        var log: [IndexLogEntry] = []
        return IndexSteps.ranks(scores(weights: weights, leavingOut: nil, log: &log)[tree.root])
    }

    private func scores(
        weights changed: [String: Double], leavingOut: String?, log: inout [IndexLogEntry]
    ) -> [[Double]] {
        let weights = zip(tree.names, tree.weights).map { changed[$0] ?? $1 }
        var columns = normalised + [[Double]](repeating: [], count: tree.names.count - tree.indicatorCount)
        let gone = Set(leavingOut.map { [$0] } ?? [])
        for group in tree.order {
            let children = tree.children[group].filter { !gone.contains(tree.names[$0]) }
            let parts = children.map { columns[$0] }.filter { !$0.isEmpty }
            let shares = children.filter { !columns[$0].isEmpty }.map { weights[$0] }
            guard !parts.isEmpty, !gone.contains(tree.names[group]) else { continue }
            columns[group] = IndexSteps.combined(parts, shares, design.aggregation, share: design.minimumShare)
            note(group, parts, columns[group], &log)
        }
        let none = [Double](repeating: .nan, count: units.count)
        return columns.map { $0.isEmpty ? none : $0 }
    }

    private func note(_ group: Int, _ parts: [[Double]], _ result: [Double], _ log: inout [IndexLogEntry]) {
        let name = tree.names[group]
        var (there, shared, below) = (0, 0, 0)
        var gaps = [Int](repeating: 0, count: result.count)
        for part in parts { for unit in part.indices where part[unit].isNaN { gaps[unit] += 1 } }
        for unit in result.indices {
            if !result[unit].isNaN {
                there += 1
                if gaps[unit] > 0 { shared += 1 }
            } else if gaps[unit] < parts.count {
                below += 1
            }
        }
        log.append(IndexLogEntry(.aggregation, .aggregated, name, count: there))
        if shared > 0 { log.append(IndexLogEntry(.aggregation, .weightsShared, name, count: shared)) }
        if below > 0 { log.append(IndexLogEntry(.aggregation, .belowShare, name, count: below)) }
    }
}

/// Indexergebnis: scores and places, in the order of the units.
package struct IndexResult: Sendable {
    /// Id of the whole.
    package let root: String
    /// By id of the indicator or group; `nil` where there is no result.
    package let scores: [String: [Double?]]
    /// 1 for the largest score; equal scores share the better place.
    package let ranks: [Int?]
    package let log: [IndexLogEntry]
}

extension CompositeIndex {
    /// Ohne eines: how far the places move on average if one indicator or group takes no part.
    package struct LeftOut: Hashable, Sendable {
        package let id: String
        /// Mean amount of the change over units that have a place both times; `nil` if nothing is left.
        package let meanRankChange: Double?
        package let ranks: [Int?]
    }

    /// The places without each of these indicators or groups in turn.
    package func leavingOutEach(of ids: [String]) -> [LeftOut] {
        let all = ranks(weights: [:])
        return ids.map { id in
            let places = result(leavingOut: id).ranks
            return LeftOut(id: id, meanRankChange: Self.meanChange(all, places), ranks: places)
        }
    }

    /// Mean amount of the difference; `nil` if no unit has both places.
    package static func meanChange(_ left: [Int?], _ right: [Int?]) -> Double? {
        let changes = zip(left, right).compactMap { one, other in
            one.flatMap { one in other.map { abs(Double(one - $0)) } }
        }
        return changes.isEmpty ? nil : changes.compensatedSum() / Double(changes.count)
    }
}
