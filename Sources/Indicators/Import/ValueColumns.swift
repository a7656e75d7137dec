import Prevention
import Tables

/// Which column of a table says what, after mapping and headings have been read.
struct ValueColumns: Sendable {
    /// A column of numbers.
    struct Number: Sendable {
        let position: Int
        let heading: String
        /// `nil` = the row names it.
        let indicator: Indicator?
        /// `nil` = the row names it, or the mapping for all of them.
        let period: Period?
        let part: ValueMapping.Part
    }

    private(set) var area: Int?
    private(set) var facility: Int?
    private(set) var period: Int?
    private(set) var indicator: [Int] = []
    private(set) var boundaries: Int?
    private(set) var numbers: [Number] = []
    private(set) var fixedPeriod: Period?
    private(set) var problems: [ImportProblem] = []

    private let file: String
    private let header: [String]
    private let mapping: ValueMapping
    private let indicators: [String: Indicator]
    private let byName: [String: Indicator]
    private var used: Set<Int> = []

    init(_ mapping: ValueMapping, header: [String], indicators: [Indicator], file: String) {
        self.mapping = mapping
        self.header = header
        self.file = file
        self.indicators = Dictionary(indicators.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(
            indicators.flatMap { [(Folding.fold($0.name), $0), (Folding.fold($0.key), $0)] },
            uniquingKeysWith: { first, _ in first })
        area = position(mapping.area, Self.areaHeadings)
        facility = position(mapping.facility, ["einrichtung", "einrichtungsid", "facility"])
        period = mapping.periodIs == nil ? position(mapping.period, Self.periodHeadings) : nil
        boundaries = position(mapping.boundaries, ["gebietsstand", "boundaries"])
        readFixedPeriod()
        readIndicatorColumns()
        if mapping.indicatorIs != nil || !indicator.isEmpty { readLong() }
        if numbers.isEmpty || mapping.indicatorIs != nil { readWide() }
        complain()
    }

    private static let areaHeadings = [
        "gebietsschluessel", "ags", "ars", "areakey", "schluessel", "stadtteilid", "raumid", "gebiet", "area",
        "stadtteil", "stadtgebiet", "stadtbezirk", "gemeinde", "kommune", "bezirk", "sozialraum", "raum", "ort",
        "kreis",
        "name",
    ]
    private static let periodHeadings = ["jahr", "zeitraum", "period", "periode", "stichtag", "year", "datum", "stand"]
    private static let indicatorHeadings = ["kenngroesse", "kennzahl", "indikator", "indicator", "merkmal"]
    private static let partHeadings: [(ValueMapping.Part, [String])] = [
        (.value, ["wert", "value", "zahl", "anzahl"]), (.events, ["zaehler", "faelle", "events", "ereignisse"]),
        (.base, ["nenner", "basis", "base", "grundgesamtheit"]),
    ]

    private func isReserved(_ position: Int) -> Bool {
        mapping.columns.keys.contains { matches(header[position], $0) }
    }

    private func matches(_ heading: String, _ wanted: String) -> Bool {
        heading == wanted || Folding.fold(heading) == Folding.fold(wanted)
    }

    /// The named heading, which must be there, or else the first of the usual ones.
    private mutating func position(_ named: String?, _ usual: [String]) -> Int? {
        if let named {
            let exact = header.indices.filter { header[$0] == named }
            let found = exact.isEmpty ? header.indices.filter { matches(header[$0], named) } : exact
            if found.count > 1 { problems.append(doubled(named)) }
            guard let first = found.first else {
                problems.append(missing(named))
                return nil
            }
            used.insert(first)
            return first
        }
        for name in usual {
            if let found = header.indices.first(where: {
                !used.contains($0) && Folding.fold(header[$0]) == name && !isReserved($0)
            }) {
                used.insert(found)
                return found
            }
        }
        return nil
    }

    private mutating func readFixedPeriod() {
        guard let written = mapping.periodIs else { return }
        fixedPeriod = Period(written)
        if fixedPeriod == nil {
            problems.append(
                whole(
                    "periodIs", written, "ein Zeitraum wie 2022, 2022/23, 2022-Q3 oder 31.12.2022",
                    "Bitte die Zuordnung ändern."))
        }
    }

    private mutating func readIndicatorColumns() {
        if let key = mapping.indicatorIs, indicators[key] == nil {
            problems.append(unknown(key, column: "indicatorIs"))
        }
        guard mapping.indicatorIs == nil else { return }
        if mapping.indicator.isEmpty {
            if mapping.columns.isEmpty, let found = position(nil, Self.indicatorHeadings) { indicator = [found] }
        } else {
            indicator = mapping.indicator.compactMap { position($0, []) }
        }
    }

    private mutating func readLong() {
        let one = mapping.indicatorIs.flatMap { indicators[$0] }
        let named: [ValueMapping.Part: String?] = [
            .value: mapping.value, .events: mapping.events, .base: mapping.base,
        ]
        for (part, usual) in Self.partHeadings {
            guard let found = position(named[part] ?? nil, usual) else { continue }
            numbers.append(
                Number(position: found, heading: header[found], indicator: one, period: nil, part: part))
        }
    }

    /// Columns of numbers by the mapping, then by headings: "Einwohner", "Einwohner 2014", "2014".
    private mutating func readWide() {
        for (heading, target) in mapping.columns.sorted(by: { $0.key < $1.key }) {
            guard let target else {
                header.indices.filter { matches(header[$0], heading) }.forEach { used.insert($0) }
                continue
            }
            guard let found = position(heading, []) else { continue }
            guard let one = indicators[target.indicator] else {
                problems.append(unknown(target.indicator, column: heading))
                continue
            }
            let period = target.period.flatMap { Period($0) }
            if let written = target.period, period == nil {
                problems.append(whole(heading, written, "ein Zeitraum wie 2022", "Bitte die Zuordnung ändern."))
            }
            numbers.append(
                Number(position: found, heading: heading, indicator: one, period: period, part: target.part))
        }
        for place in header.indices where !used.contains(place) && !header[place].isEmpty {
            if let number = recognised(place) {
                used.insert(place)
                numbers.append(number)
            }
        }
        numbers.sort { $0.position < $1.position }
    }

    private func recognised(_ place: Int) -> Number? {
        let heading = header[place]
        if let key = mapping.indicatorIs, let one = indicators[key] {
            return Period(heading).map {
                Number(position: place, heading: heading, indicator: one, period: $0, part: .value)
            }
        }
        if let one = byName[Folding.fold(heading)] {
            return Number(position: place, heading: heading, indicator: one, period: nil, part: .value)
        }
        guard let blank = heading.lastIndex(of: " "), let one = byName[Folding.fold(String(heading[..<blank]))],
            let period = Period(heading[heading.index(after: blank)...])
        else { return nil }
        return Number(position: place, heading: heading, indicator: one, period: period, part: .value)
    }

    /// What can be said before the first row.
    private mutating func complain() {
        if area == nil, facility == nil, mapping.area == nil {
            problems.append(
                whole(
                    "Gebiet", header.joined(separator: " | "), "eine Spalte mit Schlüsseln oder Namen der Gebiete",
                    "Bitte die Spalte \"Gebiet\" nennen oder in der Zuordnung mit \"area\" angeben."))
        }
        if numbers.isEmpty {
            problems.append(
                whole(
                    "Wert", header.joined(separator: " | "), "mindestens eine Spalte mit Werten einer Kenngröße",
                    "Bitte \"Kenngröße\" und \"Wert\" als Spalten führen oder Spalten in der Zuordnung mit \"columns\" zuordnen."
                ))
        }
        if period == nil, fixedPeriod == nil, mapping.period == nil, numbers.contains(where: { $0.period == nil }) {
            problems.append(
                whole(
                    "Zeitraum", header.joined(separator: " | "), "eine Spalte \"Jahr\" oder \"Zeitraum\"",
                    "Gilt die Datei für einen einzigen Zeitraum: bitte in der Zuordnung mit \"periodIs\" angeben."))
        }
        guard indicator.isEmpty, mapping.indicatorIs == nil else { return }
        for place in header.indices where !used.contains(place) && !header[place].isEmpty {
            problems.append(
                ImportProblem(
                    file: file, row: nil, column: header[place], found: header[place],
                    expected: "eine bekannte Kenngröße",
                    hint: "Diese Spalte wird nicht übernommen. Bitte zuordnen, wenn sie gebraucht wird.",
                    severity: .warning))
        }
    }

    private func missing(_ name: String) -> ImportProblem {
        whole(
            name, header.joined(separator: " | "), "die Spalte \"\(name)\" aus der Zuordnung",
            "Bitte die Überschrift in der Datei oder in der Zuordnung ändern.")
    }

    private func doubled(_ name: String) -> ImportProblem {
        whole(name, name, "eine Überschrift, die es nur einmal gibt", "Bitte eine der Spalten umbenennen.")
    }

    private func unknown(_ key: String, column: String) -> ImportProblem {
        whole(
            column, key, "der Schlüssel einer angelegten Kenngröße",
            "Bitte die Kenngröße zuerst anlegen oder die Zuordnung ändern.")
    }

    private func whole(_ column: String, _ found: String, _ expected: String, _ hint: String) -> ImportProblem {
        ImportProblem(file: file, row: nil, column: column, found: found, expected: expected, hint: hint)
    }

    /// Whom a row's words name.
    enum RowIndicator: Sendable {
        case one(Indicator)
        /// The columns name it.
        case columns
        /// The mapping says so.
        case leftOut
        case unknown
    }

    /// By the mapping, by key, by name.
    func indicator(named text: String) -> RowIndicator {
        if let key = mapping.indicators[text] {
            guard let key else { return .leftOut }
            return indicators[key].map { .one($0) } ?? .unknown
        }
        return (indicators[text] ?? byName[Folding.fold(text)]).map { .one($0) } ?? .unknown
    }
}
