import Disclosure

/// Eingabe von `suppress` und `audit`: numbers with the sums between them.
package struct DisclosureInput: Decodable, Sendable {
    package struct Cell: Decodable, Sendable {
        let id: String
        /// `nil` for a hidden one (audit).
        let value: Double?
        /// Whether it must be protected, whatever its value; without it the threshold decides.
        let protect: Bool?
        /// Whether everybody knows it already.
        let fixed: Bool?
        /// Whether it is kept back although its value is given (audit with contributors).
        let hidden: Bool?
        /// For amounts: what each contributor has in it.
        let contributions: [Double]?
    }

    package struct Sum: Decodable, Sendable {
        let total: String
        let parts: [String]
    }

    package enum Criterion: String, Decodable, Sendable {
        /// A hidden cell must be uncertain by `width`.
        case width
        /// Besides, `threshold` or more must stay possible.
        case widthAndThreshold
    }

    let cells: [Cell]
    let sums: [Sum]
    let threshold: Double
    let width: Double?
    let groups: [[String]]?
    /// Whether zeros must be protected as well.
    let zeros: Bool?
    let criterion: Criterion?
    /// For amounts with contributions: "2/85" or "p15".
    let dominance: String?
}

extension DisclosureInput {
    /// The table, with the primary cells by threshold and wishes.
    ///
    /// - Parameter isAudit: values may be missing; those cells are hidden.
    func table(isAudit: Bool) throws(ComputeProblems) -> CellTable {
        var problems = ownProblems(isAudit: isAudit)
        let index = Dictionary(cells.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        func places(_ ids: [String], _ where: String) -> [Int] {
            for id in ids where index[id] == nil { problems.append("\(`where`): Die Zelle \"\(id)\" gibt es nicht.") }
            return ids.compactMap { index[$0] }
        }
        var equations: [CellTable.Equation] = []
        for (number, sum) in sums.enumerated() {
            let parts = places(sum.parts, "sums[\(number)]")
            guard let total = places([sum.total], "sums[\(number)]").first else { continue }
            if Set(parts + [total]).count < parts.count + 1 {
                problems.append("sums[\(number)]: Eine Zelle kommt doppelt vor.")
            }
            equations.append(.init(total: total, parts: parts))
        }
        let contributors = (groups ?? []).enumerated().map { places($1, "groups[\($0)]") }
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        let table = CellTable(
            cells: cells.map { .init($0.id, $0.value, isFixed: $0.fixed ?? false) }, equations: equations,
            requirements: requirements(isAudit: isAudit), contributors: contributors)
        let wrong = table.contradictions().compactMap { $0.terms.first.map { table.cells[$0.cell].id } }
        guard wrong.isEmpty else {
            throw ComputeProblems(wrong.map { "Die Summe \"\($0)\" stimmt nicht mit ihren Teilen überein." })
        }
        return table
    }

    private func ownProblems(isAudit: Bool) -> [String] {
        var problems: [String] = []
        var seen: Set<String> = []
        for (number, cell) in cells.enumerated() {
            if !seen.insert(cell.id).inserted { problems.append("cells[\(number)]: \"\(cell.id)\" kommt doppelt vor.") }
            if let value = cell.value {
                if value < 0 { problems.append("cells[\(number)]: Der Wert ist kleiner als 0.") }
            } else if !isAudit {
                problems.append("cells[\(number)]: Der Wert fehlt. Ohne ihn kann nichts geschützt werden.")
            } else if cell.fixed == true {
                problems.append("cells[\(number)]: Ein bekannter Wert (fixed) muss angegeben sein.")
            }
        }
        if cells.isEmpty { problems.append("cells: Es ist keine Zelle angegeben.") }
        if threshold < 0 { problems.append("threshold: Die Grenze ist kleiner als 0.") }
        if let dominance, DominanceRule(dominance) == nil {
            problems.append("dominance: \"\(dominance)\" ist keine Regel. Erwartet: 2/85 oder p15.")
        }
        for (number, cell) in cells.enumerated() where cell.contributions?.contains(where: { $0 < 0 }) == true {
            problems.append("cells[\(number)]: Ein Beitrag ist kleiner als 0.")
        }
        if let width, width < 0 { problems.append("width: Die Breite ist kleiner als 0.") }
        return problems
    }

    private func requirements(isAudit: Bool) -> [Int: CellTable.Requirement] {
        let rule = PrimaryRule(
            threshold: threshold, hidesZero: zeros ?? false, width: width ?? 1,
            keepsSmallUncertain: criterion != .width)
        // Without a word about it every cell whose value is missing counts as primary.
        let isStated = isAudit && cells.contains { $0.protect != nil }
        var result: [Int: CellTable.Requirement] = [:]
        for (index, cell) in cells.enumerated() {
            let byItself =
                switch cell.value {
                case nil: !isStated
                case let value?: rule.hides(value) && (!isAudit || cell.hidden == true)
                }
            let dominance = isAudit ? 0 : width(of: cell)
            guard cell.protect ?? (byItself || dominance > 0) else { continue }
            let need = byItself || dominance == 0 ? rule.requirement : .init(width: 0)
            result[index] = .init(width: max(need.width, dominance), reach: need.reach)
        }
        return result
    }

    /// How uncertain the contributors make an amount; 0 where no rule asks for it.
    private func width(of cell: Cell) -> Double {
        guard let rule = dominance.flatMap({ DominanceRule($0) }) else { return 0 }
        return rule.width(cell.contributions ?? [])
    }
}

/// What others can find out about one hidden cell.
package struct KnownInterval: Encodable, Sendable {
    let id: String
    let lower: Double
    /// `nil` where nothing limits it.
    let upper: Double?

    init(_ finding: Audit.Finding, in table: CellTable) {
        id = table.cells[finding.cell].id
        lower = finding.lower
        upper = finding.upper.isFinite ? finding.upper : nil
    }

    private enum Key: CodingKey { case id, lower, upper }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(lower, forKey: .lower)
        try container.encode(upper, forKey: .upper)
    }
}
