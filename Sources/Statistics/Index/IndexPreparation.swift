/// Vorbereitung: denominate, availability, gaps, outliers, normalisation; logged as it goes.
struct IndexPreparation {
    let design: IndexDesign
    let data: IndexData
    var columns: [[Double]]
    var errors: [[Double]]
    var log: [IndexLogEntry] = []
    /// Units that take no part; their gaps are not filled.
    private var leftOut: Set<Int> = []

    init(_ design: IndexDesign, _ data: IndexData) {
        self.design = design
        self.data = data
        let parts = design.components.map { data.columns[$0.id] ?? IndexData.Column([]) }
        columns = parts.map { $0.values.map { $0 ?? .nan } }
        errors = parts.map { column in
            let errors = column.standardErrors ?? []
            return errors.contains { $0 > 0 } ? errors.map { $0 > 0 && $0.isFinite ? $0 : 0 } : []
        }
    }

    mutating func denominate() {
        for (place, component) in design.components.enumerated() {
            guard let denominator = data.columns[component.id]?.denominator else { continue }
            let before = columns[place].count { !$0.isNaN }
            for unit in columns[place].indices {
                let base = denominator[unit] ?? 0
                columns[place][unit] = base == 0 ? .nan : columns[place][unit] / base
                if !errors[place].isEmpty { errors[place][unit] = base == 0 ? 0 : errors[place][unit] / abs(base) }
            }
            let after = columns[place].count { !$0.isNaN }
            log.append(IndexLogEntry(.denominate, .divided, component.id, count: after))
            if after < before {
                log.append(IndexLogEntry(.denominate, .withoutDenominator, component.id, count: before - after))
            }
        }
    }

    mutating func screen() {
        let needed = design.minimumAvailability
        guard needed > 0, !columns.isEmpty else { return }
        for (unit, name) in data.units.enumerated() {
            let there = columns.count { !$0[unit].isNaN }
            guard Double(there) / Double(columns.count) < needed - 1e-12 else { continue }
            leftOut.insert(unit)
            for place in columns.indices { columns[place][unit] = .nan }
            log.append(IndexLogEntry(.availability, .unitLeftOut, name, count: there))
        }
        if leftOut.isEmpty { log.append(IndexLogEntry(.availability, .allUnitsKept, count: data.units.count)) }
    }

    mutating func impute() {
        for (place, component) in design.components.enumerated() {
            let gaps = columns[place].indices.filter { columns[place][$0].isNaN && !leftOut.contains($0) }
            if gaps.isEmpty { continue }
            guard design.imputation == .groupMean else {
                log.append(IndexLogEntry(.imputation, .gapsKept, component.id, count: gaps.count))
                continue
            }
            let filled = fill(place, gaps)
            if filled > 0 {
                log.append(IndexLogEntry(.imputation, .filledWithGroupMean, component.id, count: filled))
            }
            if filled < gaps.count {
                log.append(IndexLogEntry(.imputation, .notFilled, component.id, count: gaps.count - filled))
            }
        }
    }

    private mutating func fill(_ place: Int, _ gaps: [Int]) -> Int {
        var sums: [String: (sum: CompensatedSum, count: Int)] = [:]
        for (unit, value) in columns[place].enumerated() where !value.isNaN {
            sums[group(unit), default: (CompensatedSum(), 0)].sum.add(value)
            sums[group(unit)]?.count += 1
        }
        var filled = 0
        for unit in gaps {
            guard let (sum, count) = sums[group(unit)] else { continue }
            columns[place][unit] = sum.total / Double(count)
            if !errors[place].isEmpty { errors[place][unit] = 0 }
            filled += 1
        }
        return filled
    }

    private func group(_ unit: Int) -> String { data.unitGroups?[unit] ?? "" }

    /// The last two steps; `columns` stay as they were before them.
    mutating func treatedAndNormalised() -> [[Double]] {
        let scale = design.scale(design.normalisation, design.aggregation)
        if scale.isReplaced {
            log.append(IndexLogEntry(.normalisation, .scaleReplaced, count: design.components.count))
        }
        let treated = design.components.indices.map { self.treated($0) }
        return design.components.enumerated().map { place, component in
            if component.isReversed {
                log.append(IndexLogEntry(.normalisation, .reversed, component.id, count: there(columns[place])))
            }
            let result = IndexSteps.normalised(
                component.isReversed ? treated[place].map { -$0 } : treated[place], scale)
            let count = there(result)
            log.append(
                count == 0
                    ? IndexLogEntry(.normalisation, .notComputable, component.id, count: there(treated[place]))
                    : IndexLogEntry(.normalisation, .normalised, component.id, count: count))
            return result
        }
    }

    private func there(_ column: [Double]) -> Int { column.count { !$0.isNaN } }

    private mutating func treated(_ place: Int) -> [Double] {
        guard let rule = design.outliers else { return columns[place] }
        let treatment = OutlierTreatment(columns[place], rule)
        let (action, count): (IndexLogEntry.Action, Int) =
            switch treatment.outcome {
            case .untreated: (.untreated, 0)
            case .winsorised(let times): (.winsorised, times)
            case .logarithm: (.logarithm, there(treatment.values))
            case .leftSkewed: (.leftSkewed, there(treatment.values))
            }
        log.append(
            IndexLogEntry(
                .outliers, action, design.components[place].id, count: count, before: treatment.before,
                after: treatment.after))
        return treatment.values
    }
}
