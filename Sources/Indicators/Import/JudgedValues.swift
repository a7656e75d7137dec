import Prevention

/// The drafts of a file, judged one by one.
struct JudgedValues {
    private(set) var values: [DeliveredValue] = []
    private(set) var problems: [ImportProblem] = []
    private(set) var findings: [ValueFinding] = []

    init(_ drafts: [ValueDraft], file: String) {
        values.reserveCapacity(drafts.count)
        for draft in drafts {
            let (value, faults) = draft.judged()
            let first = draft.first
            for fault in faults {
                let cell = draft.cells[fault.part] ?? first
                problems.append(
                    ImportProblem(
                        file: file, row: cell?.row, column: cell?.column ?? "",
                        found: cell?.found ?? value.value.map(Numbers.text) ?? "", expected: fault.expected,
                        hint: fault.hint))
            }
            let found = [ValueMapping.Part.value, .events, .base].compactMap { draft.cells[$0]?.found }
            values.append(DeliveredValue(value: value, row: first?.row, found: found.joined(separator: " | ")))
            if let finding = Self.quotient(draft, value) { findings.append(finding) }
        }
    }

    /// A stated share that differs from events divided by base by more than its rounding.
    private static func quotient(_ draft: ValueDraft, _ value: MeasuredValue) -> ValueFinding? {
        let per: Double
        switch draft.indicator.measure {
        case .share(let number), .ratio(let number): per = number
        case .count, .score, .yesNo: return nil
        }
        guard let stated = value.value, let events = value.events, let base = value.base, base > 0,
            case .area(let area) = draft.place, let cell = draft.cells[.value]
        else { return nil }
        let computed = events / base * per
        let decimals = cell.found.lastIndex { $0 == "," || $0 == "." }.map {
            cell.found.distance(from: $0, to: cell.found.endIndex) - 1
        }
        var unit = 1.0
        for _ in 0..<(decimals ?? 0) { unit /= 10 }
        guard abs(stated - computed) > 0.5 * unit + 1e-9 else { return nil }
        return ValueFinding(
            kind: .quotient, indicator: draft.indicator.id, area: area, period: draft.period,
            difference: stated - computed, row: cell.row, found: cell.found,
            expected: "\(Numbers.text(computed)) (Zähler durch Nenner)",
            hint: "Der angegebene Anteil passt nicht zu Zähler und Nenner. Bitte bei der Quelle nachfragen.")
    }
}
