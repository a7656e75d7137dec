package import Prevention
import Tables

/// Einlesen of a table of boundary changes: old key, new key, share of inhabitants and of area, year of the old boundaries.
package struct CrosswalkImport: Sendable {
    /// What a file brings.
    package struct Plan: Sendable {
        /// One for each year and weighting.
        package var crosswalks: [Crosswalk] = []
        package var read = 0
        package var problems: [ImportProblem] = []
    }

    private let file: String
    private let name: String
    private let source: String
    private let to: Day

    /// - Parameters:
    ///   - name: under which the crosswalks are kept.
    ///   - to: day of the new boundaries.
    package init(file: String, name: String, to: Day, source: String = "") {
        self.file = file
        self.name = name
        self.to = to
        self.source = source
    }

    private static let headings: [(heading: [String], role: Int)] = [
        (["jahr", "von", "stand"], 0), (["kreisalt", "altekennziffer", "schluesselalt", "alt"], 1),
        (["kreis2020", "kreisneu", "schluesselneu", "neu"], 2),
        (["anteilbevoelkerung", "bevoelkerung"], 3), (["anteilflaeche", "flaeche"], 4),
    ]

    /// Reads everything and judges it; writes nothing.
    package func plan(_ bytes: [UInt8]) -> Plan {
        var plan = Plan()
        let table: CSVTable
        do { table = try CSVTable(bytes) } catch {
            plan.problems = [(error as? CSVTable.Failure ?? .empty).problem(file: file)]
            return plan
        }
        plan.read = table.rows.count
        var columns: [Int: Int] = [:]
        for (position, heading) in table.header.enumerated() {
            let folded = Folding.fold(heading)
            for one in Self.headings where one.heading.contains(folded) && columns[one.role] == nil {
                columns[one.role] = position
            }
        }
        guard let year = columns[0], let old = columns[1], let new = columns[2], columns[3] != nil || columns[4] != nil
        else {
            plan.problems = [
                problem(
                    nil, "", table.header.joined(separator: " | "),
                    "Spalten jahr, kreis_alt, kreis_neu und anteil_bevoelkerung oder anteil_flaeche",
                    "Bitte die Überschriften anpassen.")
            ]
            return plan
        }
        for (role, weighting) in [(3, "Bevölkerung"), (4, "Fläche")] {
            guard let share = columns[role] else { continue }
            read(table, (year, old, new, share), weighting, &plan)
        }
        if plan.problems.contains(where: { $0.severity == .error }) { plan.crosswalks = [] }
        return plan
    }

    private func read(
        _ table: CSVTable, _ columns: (year: Int, old: Int, new: Int, share: Int), _ weighting: String,
        _ plan: inout Plan
    ) {
        var byYear: [Int: [AreaKey: [Crosswalk.Share]]] = [:]
        for (index, row) in table.rows.enumerated() {
            guard row.count == table.header.count else {
                plan.problems.append(
                    problem(
                        index + 1, "", "\(row.count) Zellen", "\(table.header.count) Zellen", "Bitte die Zeile prüfen.")
                )
                continue
            }
            guard let year = Int(row[columns.year].trimmingBlanks), Day(year: year, month: 12, day: 31) != nil else {
                plan.problems.append(
                    problem(
                        index + 1, table.header[columns.year], row[columns.year], "ein Jahr", "Bitte die Zelle prüfen.")
                )
                continue
            }
            guard let old = key(row, columns.old, index, table, &plan),
                let new = key(row, columns.new, index, table, &plan)
            else { continue }
            let written = row[columns.share].trimmingBlanks
            guard case .number(let share, _) = BareNumber(written).value(written.contains(",") ? .comma : .point),
                (0...1.000001).contains(share)
            else {
                plan.problems.append(
                    problem(
                        index + 1, table.header[columns.share], written, "ein Anteil von 0 bis 1",
                        "Bitte die Zelle prüfen."))
                continue
            }
            if share > 0 { byYear[year, default: [:]][old, default: []].append(.init(to: new, share: min(share, 1))) }
        }
        for (year, shares) in byYear.sorted(by: { $0.key < $1.key }) {
            finish(year, shares, weighting, &plan)
        }
    }

    private func key(_ row: [String], _ column: Int, _ index: Int, _ table: CSVTable, _ plan: inout Plan) -> AreaKey? {
        let text = row[column].trimmingBlanks
        if let key = AreaKey(official: text.utf8.count == 4 || text.utf8.count == 7 ? "0" + text : text) { return key }
        plan.problems.append(
            problem(index + 1, table.header[column], text, "ein amtlicher Gebietsschlüssel", "Bitte die Zelle prüfen."))
        return nil
    }

    /// Shares of one old area must be the whole of it.
    private func finish(_ year: Int, _ shares: [AreaKey: [Crosswalk.Share]], _ weighting: String, _ plan: inout Plan) {
        var clean: [AreaKey: [Crosswalk.Share]] = [:]
        for (old, parts) in shares.sorted(by: { $0.key < $1.key }) {
            let merged = Dictionary(parts.map { ($0.to, $0.share) }, uniquingKeysWith: +)
            let sum = merged.values.reduce(0, +)
            guard abs(sum - 1) < 0.001 else {
                plan.problems.append(
                    problem(
                        nil, "Anteil \(weighting)", "\(old), \(year): Summe \(Numbers.text(sum))", "Summe 1",
                        "Die Teile eines alten Gebiets müssen das Ganze ergeben."))
                continue
            }
            clean[old] = merged.map { Crosswalk.Share(to: $0.key, share: $0.value / sum) }.sorted { $0.to < $1.to }
        }
        guard let from = Day(year: year, month: 12, day: 31) else { return }
        plan.crosswalks.append(
            Crosswalk(name: name, weighting: weighting, from: from, to: to, source: source, shares: clean))
    }

    private func problem(_ row: Int?, _ column: String, _ found: String, _ expected: String, _ hint: String)
        -> ImportProblem
    {
        ImportProblem(file: file, row: row, column: column, found: found, expected: expected, hint: hint)
    }
}
