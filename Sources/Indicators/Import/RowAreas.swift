import Areas
import Prevention
import Tables

/// The areas that the rows of one table are about.
///
/// A name on several levels is told by its neighbours: tables list districts together and their totals together.
struct RowAreas {
    private(set) var problems: [ImportProblem] = []
    private let file: String
    private let heading: String
    private let mapping: ValueMapping
    private let matcher: AreaMatcher

    init(file: String, heading: String, mapping: ValueMapping, matcher: AreaMatcher) {
        self.file = file
        self.heading = heading
        self.mapping = mapping
        self.matcher = matcher
    }

    /// What a row's cell turned out to be.
    private enum Found {
        case area(ID<Area>)
        case several([ID<Area>])
        case leftOut
        case remainder
        case total
        case unknown
    }

    /// - Parameter wanted: rows whose values are to be taken; the others get no problems.
    mutating func areas(_ cells: [String], wanted: [Bool]) -> [ID<Area>?] {
        var cache: [String: Found] = [:]
        let found = cells.map { cell -> Found in
            if let known = cache[cell] { return known }
            let made = find(cell.trimmingBlanks)
            cache[cell] = made
            return made
        }
        let levels = found.map { one -> AreaLevel? in
            if case .area(let id) = one { matcher.tree[id]?.level } else { nil }
        }
        var told: Set<String> = []
        var hints: [String: String] = [:]
        return cells.indices.map { index in
            if case .area(let id) = found[index] { return id }
            guard wanted[index] else { return nil }
            return settle(found[index], cells[index].trimmingBlanks, index, levels, &told, &hints)
        }
    }

    private func find(_ text: String) -> Found {
        if let key = mapping.areas[text] {
            guard let key else { return .leftOut }
            if case .one(let id) = matcher.match(key) { return .area(id) }
            return .unknown
        }
        if text.isEmpty { return .remainder }
        switch matcher.match(text) {
        case .one(let id): return .area(id)
        case .several(let ids): return .several(ids)
        case .none: return Self.totals.contains(Folding.fold(text)) ? .total : .unknown
        }
    }

    private static let totals: Set<String> = [
        "insgesamt", "gesamt", "summe", "total", "zusammen", "stadtinsgesamt", "gesamtstadt", "kreisinsgesamt",
        "alle", "gesamtergebnis", "stadtgesamt",
    ]

    private mutating func settle(
        _ found: Found, _ text: String, _ index: Int, _ levels: [AreaLevel?], _ told: inout Set<String>,
        _ hints: inout [String: String]
    ) -> ID<Area>? {
        switch found {
        case .area(let id): return id
        case .leftOut: return nil
        case .remainder:
            add(index, text, "ein Gebiet", "Rest ohne Gebiet: Die Zeile wird nicht übernommen.", .warning)
        case .total:
            add(
                index, text, "ein Gebiet",
                "Summenzeile: Sie wird nicht übernommen. Soll sie für ein Gebiet gelten, bitte in der Zuordnung unter \"areas\" nennen.",
                .warning)
        case .unknown:
            let hint = hints[text] ?? suggestion(text)
            hints[text] = hint
            add(index, text, "Schlüssel oder Name eines angelegten Gebiets", hint, .error)
        case .several(let ids):
            guard let id = byNeighbours(ids, index, levels), let area = matcher.tree[id] else {
                add(
                    index, text, "ein eindeutiges Gebiet",
                    "So heißen \(ids.count) Gebiete. Bitte den Schlüssel angeben.", .error)
                return nil
            }
            if told.insert("\(text)|\(id)").inserted {
                add(
                    index, text, "ein eindeutiges Gebiet",
                    "Gelesen als \(Self.word(area.level)) \(area.name) (\(area.key)), weil die Nachbarzeilen dieser Ebene angehören.",
                    .warning)
            }
            return id
        }
        return nil
    }

    private func suggestion(_ text: String) -> String {
        guard let area = matcher.nearest(to: text) else {
            return "Bitte das Gebiet zuerst anlegen oder die Zeile löschen. Kommt der Name immer wieder, nennt ihn die "
                + "„Zuordnung als Text“ unter \"areas\" (null = auslassen)."
        }
        return "Ist \(area.name) (\(area.key)) gemeint?"
    }

    /// The one of the level of the nearest row above whose area is plain, else of the nearest below.
    private func byNeighbours(_ ids: [ID<Area>], _ index: Int, _ levels: [AreaLevel?]) -> ID<Area>? {
        let above = levels[..<index].last { $0 != nil } ?? nil
        let below = levels[(index + 1)...].first { $0 != nil } ?? nil
        for level in [above, below] {
            let fitting = ids.filter { matcher.tree[$0]?.level == level && level != nil }
            if fitting.count == 1 { return fitting[0] }
        }
        return nil
    }

    private static func word(_ level: AreaLevel) -> String {
        switch level {
        case .land: "Land"
        case .kreis: "Kreis"
        case .city: "kreisfreie Stadt"
        case .municipality: "Gemeinde"
        case .borough: "Stadtbezirk"
        case .district: "Stadtteil"
        }
    }

    private mutating func add(
        _ index: Int, _ found: String, _ expected: String, _ hint: String, _ severity: ImportProblem.Severity
    ) {
        problems.append(
            ImportProblem(
                file: file, row: index + 1, column: heading, found: found, expected: expected, hint: hint,
                severity: severity))
    }
}
