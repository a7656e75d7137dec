import Areas
import Prevention
import Tables

/// Reads the rows of a table into drafts of values and lists everything that cannot be read.
struct ValueReading {
    private(set) var problems: [ImportProblem] = []
    /// In the order of the file.
    private(set) var drafts: [ValueDraft] = []
    /// Values that could not be made into a draft.
    private(set) var lost = 0

    private struct Key: Hashable {
        let indicator: ID<Indicator>
        let place: MeasuredValue.Place
        let period: Period
    }

    private let file: String
    private let table: CSVTable
    private let columns: ValueColumns
    private let mapping: ValueMapping
    private let matcher: AreaMatcher
    private let facilities: [String: MeasuredFacility]
    private var slots: [Key: Int] = [:]
    private var periods: [String: Period?] = [:]
    private var marks: [Int: DecimalMark] = [:]
    private var unknownIndicators: [String: (row: Int, count: Int)] = [:]

    init(
        file: String, table: CSVTable, columns: ValueColumns, mapping: ValueMapping, matcher: AreaMatcher,
        facilities: [String: MeasuredFacility]
    ) {
        self.file = file
        self.table = table
        self.columns = columns
        self.mapping = mapping
        self.matcher = matcher
        self.facilities = facilities
        findMarks()
        readRows()
        for (name, seen) in unknownIndicators.sorted(by: { $0.value.row < $1.value.row }) {
            problems.append(
                problem(
                    seen.row, columns.indicator.map { table.header[$0] }.joined(separator: "/"), name,
                    "eine angelegte Kenngröße",
                    "\(seen.count) Zeilen. Bitte die Kenngröße zuerst anlegen, oder die „Zuordnung als Text“ nennt sie unter \"indicators\" (null = auslassen)."
                ))
        }
        checkBoundaries()
    }

    private func problem(
        _ row: Int?, _ column: String, _ found: String, _ expected: String, _ hint: String,
        _ severity: ImportProblem.Severity = .error
    ) -> ImportProblem {
        ImportProblem(
            file: file, row: row, column: column, found: found, expected: expected, hint: hint, severity: severity)
    }

    // MARK: Decimal marks

    /// Each column's decimal mark: stated, shown by its own cells, or shown by the rest of the file.
    private mutating func findMarks() {
        var counts: [Int: [DecimalMark: Int]] = [:]
        let stated = mapping.decimal.flatMap { DecimalMark(rawValue: $0) }
        for column in columns.numbers {
            if let stated {
                marks[column.position] = stated
                continue
            }
            for row in table.rows where column.position < row.count {
                let cell = row[column.position]
                guard cell.utf8.contains(where: { $0 == 44 || $0 == 46 }) else { continue }
                if case .decimal(let mark) = BareNumber(cell).evidence {
                    counts[column.position, default: [:]][mark, default: 0] += 1
                }
            }
        }
        let total = counts.values.reduce(into: [DecimalMark: Int]()) { $0.merge($1, uniquingKeysWith: +) }
        for column in columns.numbers where marks[column.position] == nil {
            marks[column.position] = Self.leading(counts[column.position] ?? [:]) ?? Self.leading(total)
        }
    }

    /// The mark seen most; commas win ties, as tables are German.
    private static func leading(_ counts: [DecimalMark: Int]) -> DecimalMark? {
        let (commas, points) = (counts[.comma] ?? 0, counts[.point] ?? 0)
        return commas + points == 0 ? nil : commas >= points ? .comma : .point
    }

    // MARK: Rows

    private mutating func readRows() {
        let names = namesOfRows()
        let places = placesOfRows(names)
        for (index, row) in table.rows.enumerated() {
            let number = index + 1
            guard hasRightLength(row, number) else { continue }
            let indicator: Indicator?
            switch names[index] {
            case .one(let one): indicator = one
            case .columns: indicator = nil
            case .leftOut, .unknown: continue
            }
            guard let place = places[index] else { continue }
            guard let period = period(row, number) else { continue }
            for column in columns.numbers {
                guard let one = column.indicator ?? indicator, let when = column.period ?? period else { continue }
                read(row[column.position], column, one, place, when, number)
            }
        }
    }

    /// The indicator that each row names, where rows name them.
    private mutating func namesOfRows() -> [ValueColumns.RowIndicator] {
        guard !columns.indicator.isEmpty else { return table.rows.map { _ in .columns } }
        var known: [String: ValueColumns.RowIndicator] = [:]
        return table.rows.enumerated().map { index, row in
            let text = columns.indicator.map { $0 < row.count ? row[$0].trimmingBlanks : "" }.joined(separator: "/")
            let found = known[text] ?? columns.indicator(named: text)
            known[text] = found
            if case .unknown = found {
                unknownIndicators[text, default: (index + 1, 0)].count += 1
                lost += columns.numbers.count
            }
            return found
        }
    }

    private mutating func hasRightLength(_ row: [String], _ number: Int) -> Bool {
        let width = table.header.count
        if row.count == width || (row.count > width && row[width...].allSatisfy(\.trimmingBlanks.isEmpty)) {
            return true
        }
        problems.append(
            problem(
                number, "", "\(row.count) Zellen", "\(width) Zellen wie in der Überschrift",
                "Bitte prüfen, ob ein Trennzeichen fehlt oder zu viel ist."))
        lost += columns.numbers.count
        return false
    }

    /// Outer `nil`: the row has none that can be read; inner `nil`: the columns name it.
    private mutating func period(_ row: [String], _ number: Int) -> Period?? {
        if let fixed = columns.fixedPeriod { return .some(fixed) }
        guard let position = columns.period else { return .some(nil) }
        let text = row[position]
        let found = periods[text] ?? Period(text.trimmingBlanks)
        periods.updateValue(found, forKey: text)
        if let found { return .some(found) }
        problems.append(
            problem(
                number, table.header[position], text, "ein Zeitraum wie 2022, 2022/23, 2022-Q3 oder 31.12.2022",
                "Bitte die Zelle berichtigen."))
        lost += columns.numbers.count
        return nil
    }

    private mutating func read(
        _ text: String, _ column: ValueColumns.Number, _ indicator: Indicator, _ place: MeasuredValue.Place,
        _ period: Period, _ row: Int
    ) {
        let value = value(text, column, indicator, row)
        let cell = ValueDraft.Cell(value: value, row: row, column: column.heading, found: text.trimmingBlanks)
        let key = Key(indicator: indicator.id, place: place, period: period)
        guard let slot = slots[key] else {
            slots[key] = drafts.count
            drafts.append(ValueDraft(indicator: indicator, place: place, period: period, cells: [column.part: cell]))
            return
        }
        guard let earlier = drafts[slot].cells[column.part] else {
            drafts[slot].cells[column.part] = cell
            return
        }
        let isSame = earlier.value == value
        problems.append(
            problem(
                row, column.heading, cell.found, "jedes Gebiet je Zeitraum und Kenngröße nur einmal",
                isSame
                    ? "Dieselbe Angabe steht schon in Zeile \(earlier.row); sie wird einmal übernommen."
                    : "In Zeile \(earlier.row) steht dafür \"\(earlier.found)\". Bitte eine der beiden löschen.",
                isSame ? .warning : .error))
    }

    // MARK: Cells

    private mutating func value(_ text: String, _ column: ValueColumns.Number, _ indicator: Indicator, _ row: Int)
        -> CellValue
    {
        if text.utf8.allSatisfy({ (48...57).contains($0) }), text.utf8.count <= 15, let number = Double(text) {
            return .number(number, hasPercent: false)
        }
        let word = text.trimmingBlanks
        if mapping.suppressed.contains(word) { return .suppressed }
        if mapping.zero.contains(word) {
            problems.append(
                problem(
                    row, column.heading, word, "eine Zahl",
                    "Gelesen als 0: Der Strich heißt in amtlichen Tabellen \"genau nichts\" (DIN 55301). Meint die Quelle \"fehlt\", bitte in der Zuordnung unter \"missing\" nennen.",
                    .warning))
            return .nothing
        }
        if mapping.missing.contains(word) { return .missing }
        if indicator.measure == .yesNo, let isReached = Self.truth[Folding.fold(word)] {
            return .number(isReached ? 1 : 0, hasPercent: false)
        }
        return judged(BareNumber(word), word, column, indicator, row)
    }

    private static let truth = [
        "ja": true, "j": true, "erreicht": true, "wahr": true, "yes": true, "nein": false, "n": false,
        "nichterreicht": false, "falsch": false, "no": false,
    ]

    private mutating func judged(
        _ bare: BareNumber, _ word: String, _ column: ValueColumns.Number, _ indicator: Indicator, _ row: Int
    ) -> CellValue {
        let mark = marks[column.position]
        var value = bare.value(mark)
        // A count has no decimals: its only mark stands between thousands.
        if value == .ambiguous, indicator.measure == .count, case .open(let shown) = bare.evidence {
            value = bare.value(shown.other)
        }
        switch value {
        case .unreadable:
            problems.append(
                problem(
                    row, column.heading, word, "eine Zahl",
                    "Steht das Zeichen für \"fehlt\" oder \"geheim\", bitte in der Zuordnung unter \"missing\" oder \"suppressed\" nennen."
                ))
        case .ambiguous:
            problems.append(
                problem(
                    row, column.heading, word, "eine eindeutige Zahl",
                    "Komma oder Tausenderpunkt? Bitte in der Zuordnung mit \"decimal\" festlegen."))
        case .otherMark:
            let usual = mark == .point ? "einen Punkt" : "ein Komma"
            problems.append(
                problem(
                    row, column.heading, word, "ein einheitliches Dezimalzeichen",
                    "Die übrigen Zahlen der Spalte haben \(usual). Bitte vereinheitlichen."))
        case .number, .missing, .suppressed, .nothing: return value
        }
        return .unreadable
    }

    // MARK: Areas

    /// What each row is about; `nil` where it cannot be told, with a problem.
    private mutating func placesOfRows(_ names: [ValueColumns.RowIndicator]) -> [MeasuredValue.Place?] {
        if let position = columns.facility, columns.area == nil {
            return table.rows.enumerated().map { facility($1, position, $0 + 1) }
        }
        guard let position = columns.area else { return table.rows.map { _ in nil } }
        var rows = RowAreas(file: file, heading: table.header[position], mapping: mapping, matcher: matcher)
        let isWanted = names.map { name in
            switch name {
            case .one, .columns: true
            case .leftOut, .unknown: false
            }
        }
        let areas = rows.areas(table.rows.map { position < $0.count ? $0[position] : "" }, wanted: isWanted)
        problems += rows.problems
        lost += rows.problems.count { $0.severity == .error } * columns.numbers.count
        return areas.map { $0.map { .area($0) } }
    }

    private mutating func facility(_ row: [String], _ position: Int, _ number: Int) -> MeasuredValue.Place? {
        let text = position < row.count ? row[position].trimmingBlanks : ""
        if let known = facilities[text] ?? facilities[Folding.fold(text)] { return .facility(known.reference) }
        problems.append(
            problem(
                number, table.header[position], text, "eine Einrichtung des Verzeichnisses",
                "Bitte den Namen wie im Verzeichnis schreiben oder die Einrichtung anlegen."))
        return nil
    }

    // MARK: Boundaries

    /// One file, one state of boundaries.
    private mutating func checkBoundaries() {
        guard let position = columns.boundaries else { return }
        var seen: [String: (row: Int, count: Int)] = [:]
        for (index, row) in table.rows.enumerated() where position < row.count {
            let text = row[position].trimmingBlanks
            if !text.isEmpty { seen[text, default: (index + 1, 0)].count += 1 }
        }
        guard seen.count > 1, let usual = seen.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else {
            return
        }
        for (text, place) in seen.sorted(by: { $0.value.row < $1.value.row }) where text != usual.key {
            problems.append(
                problem(
                    place.row, table.header[position], text, "überall derselbe Gebietsstand (\(usual.key))",
                    "\(place.count) Zeilen. Bitte je Gebietsstand eine eigene Datei einlesen; ältere lassen sich umrechnen."
                ))
        }
    }
}
