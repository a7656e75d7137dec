import Areas
package import Prevention
package import Storage
import Tables

/// Ergebnis of reading a file of values: what was or would be stored, every problem, and what does not fit together.
package struct ValueImportReport: Hashable, Sendable {
    /// Counts are values, not rows; problems are in the order of the file.
    package var report = ImportReport()
    package var findings: [ValueFinding] = []
    /// Values that say "not available", and those that the source has hidden.
    package var missing = 0
    package var suppressed = 0
    /// How many areas of each level have values: totals among the rows are areas of higher levels.
    package var areas: [AreaLevel: Int] = [:]
    package var indicators: [Indicator] = []
    package var periods: [Period] = []

    package init() {}
}

/// Einlesen of measured values from a table, all or nothing: if one cell is wrong, nothing is stored and everything that
/// is wrong is listed.
///
/// What is read is not published: that is the gate's decision.
package struct ValueImport: Sendable {
    private let store: IndicatorStore
    private let mapping: ValueMapping
    private let facilities: [String: MeasuredFacility]

    /// - Parameter facilities: those that values may be about; without places whose address is protected.
    package init(store: IndicatorStore, mapping: ValueMapping = ValueMapping(), facilities: [MeasuredFacility] = []) {
        self.store = store
        self.mapping = mapping
        self.facilities = facilities.byName
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: its name as problems and the provenance of the values show it.
    ///   - dryRun: tell what would happen and store nothing.
    package func run(
        file: String, bytes: [UInt8], by actor: AuditActor, at: Instant, dryRun: Bool = false
    ) async throws -> ValueImportReport {
        let table: CSVTable
        do { table = try CSVTable(bytes) } catch let failure as CSVTable.Failure {
            return Self.refused([failure.problem(file: file)], read: 0)
        }
        let indicators = try await store.indicators()
        let tree = try await AreaStore(database: store.database).tree()
        let columns = ValueColumns(mapping, header: table.header, indicators: indicators, file: file)
        var opening = columns.problems
        let scope = scope(in: tree, file, &opening)
        if opening.contains(where: { $0.severity == .error }) { return Self.refused(opening, read: table.rows.count) }
        let reading = ValueReading(
            file: file, table: table, columns: columns, mapping: mapping, matcher: AreaMatcher(tree, within: scope),
            facilities: facilities)
        let judged = JudgedValues(reading.drafts, file: file)
        let new = judged.values.map { (value: $0.value, row: $0.row ?? 0) }
        let (stored, told) = try await store.database.read { r in
            let stored = try ValueBook.stored(r, for: judged.values.map(\.value), among: indicators)
            return (stored, try ValueBook.told(r, stored, among: indicators))
        }
        let book = ValueBook(stored: stored, told: told, new: new)
        let findings = ValueChecks(book, new: new, tree: tree, indicators: indicators).findings + judged.findings
        var result = Self.summary(judged.values, indicators, tree)
        result.findings = findings
        let mixed = BoundaryMix.rows(new, tree: tree).map { Self.mixed($0, file) }
        result.report.problems =
            opening
            + (reading.problems + judged.problems + mixed + findings.map { Self.problem($0, file, indicators) })
            .stablySorted()
        result.report.read = judged.values.count + reading.lost
        guard !result.report.hasErrors else {
            result.report.refused = result.report.read
            return result
        }
        return try await take(judged.values, stored, result, file: file, by: actor, at: at, dryRun: dryRun)
    }

    private func take(
        _ values: [DeliveredValue], _ stored: [RawCell], _ checked: ValueImportReport, file: String,
        by actor: AuditActor, at: Instant, dryRun: Bool
    ) async throws -> ValueImportReport {
        var result = checked
        let count: DeliveryCount
        if dryRun {
            count = DeliveryCount(values.map(\.value), over: stored)
        } else {
            let origin = ValueOrigin(name: mapping.origin, fileName: file)
            let mapping = mapping
            let used = facilities(of: values)
            count = try await store.database.write { w in
                try IndicatorStore.keep(mapping, in: w, by: actor, at: at)
                try FacilityTables.write(used, in: w, at: at)
                return try IndicatorStore.record(values, from: origin, in: w, by: actor, at: at)
            }
        }
        result.report.created = count.created
        result.report.updated = count.corrected
        result.report.unchanged = count.unchanged
        return result
    }

    private func facilities(of values: [DeliveredValue]) -> [MeasuredFacility] {
        let used = Set(values.compactMap(\.value.place.facility?.id))
        return used.sorted().compactMap { facilities[$0] }
    }

    private func scope(in tree: AreaTree, _ file: String, _ problems: inout [ImportProblem]) -> Area? {
        guard let within = mapping.within else { return nil }
        if case .one(let id) = AreaMatcher(tree).match(within), let area = tree[id] { return area }
        problems.append(
            ImportProblem(
                file: file, row: nil, column: "within", found: within,
                expected: "der Schlüssel eines angelegten Gebiets",
                hint: "Bitte das Gebiet zuerst anlegen oder die Zuordnung ändern."))
        return nil
    }

    private static func refused(_ problems: [ImportProblem], read: Int) -> ValueImportReport {
        var result = ValueImportReport()
        result.report.read = read
        result.report.refused = read
        result.report.problems = problems
        return result
    }

    private static func summary(_ values: [DeliveredValue], _ indicators: [Indicator], _ tree: AreaTree)
        -> ValueImportReport
    {
        var result = ValueImportReport()
        var areas: Set<ID<Area>> = []
        for one in values {
            switch one.value.state {
            case .available: break
            case .notAvailable: result.missing += 1
            case .suppressed: result.suppressed += 1
            }
            if case .area(let id) = one.value.place { areas.insert(id) }
        }
        for area in areas { if let level = tree[area]?.level { result.areas[level, default: 0] += 1 } }
        let used = Set(values.map(\.value.indicator))
        result.indicators = indicators.filter { used.contains($0.id) }
        result.periods = Set(values.map(\.value.period)).sorted()
        return result
    }

    private static func mixed(_ one: (row: Int, area: Area, other: Area), _ file: String) -> ImportProblem {
        ImportProblem(
            file: file, row: one.row, column: "", found: "\(one.area.name) (\(one.area.key))",
            expected: "überall derselbe Gebietsstand",
            hint:
                "Als es \(one.other.name) (\(one.other.key)) gab, gab es dieses Gebiet nicht mehr. Bitte je Gebietsstand eine eigene Datei einlesen."
        )
    }

    private static func problem(_ finding: ValueFinding, _ file: String, _ indicators: [Indicator]) -> ImportProblem {
        ImportProblem(
            file: file, row: finding.row, column: indicators.first { $0.id == finding.indicator }?.name ?? "",
            found: finding.found, expected: finding.expected, hint: finding.hint, severity: .warning)
    }
}

extension [ImportProblem] {
    /// By row; what concerns the whole file last, equal rows in the order in which they were found.
    fileprivate func stablySorted() -> [ImportProblem] {
        enumerated().sorted { ($0.element.row ?? .max, $0.offset) < ($1.element.row ?? .max, $1.offset) }.map(\.element)
    }
}

extension DeliveryCount {
    /// What storing the values over the stored ones would change.
    init(_ values: [MeasuredValue], over stored: [RawCell]) {
        self.init()
        let known = Dictionary(stored.map { (Slot($0.value), $0.value) }, uniquingKeysWith: { $1 })
        for value in values {
            switch known[Slot(value)] {
            case nil: created += 1
            case value: unchanged += 1
            default: corrected += 1
            }
        }
    }
}
