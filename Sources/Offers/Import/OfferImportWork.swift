import Areas
package import Prevention
import Storage
import Tables

/// One run of an import: what is there, what the rows make of it, what is to be written.
struct OfferImportWork: Sendable {
    let file: String
    let plan: ColumnPlan
    var actor = AuditActor.system("import")

    private var providers: [Provider] = []
    private var facilities: [Facility] = []
    private var created: [Offer] = []
    private var updated: [(earlier: Offer, changed: [OfferField], offer: Offer)] = []

    /// What was read from a row, and the problems found in its cells.
    private struct ReadRow: Sendable {
        let draft: OfferDraft?
        let problems: [ImportProblem]
    }

    /// In the order of the file, in parts.
    private let rows: [[ReadRow]]

    /// Reads the cells of all rows, several parts side by side, before the register is asked and locked.
    init(file: String, table: CSVTable, plan: ColumnPlan, areas: AreaFinder) async {
        self.file = file
        self.plan = plan
        let size = 500
        let parts = stride(from: 0, to: table.rows.count, by: size).map { $0..<min($0 + size, table.rows.count) }
        rows = await withTaskGroup(of: (Int, [ReadRow]).self) { group in
            for (position, part) in parts.enumerated() {
                group.addTask {
                    let read = part.map { index -> ReadRow in
                        var row = ImportRow(file: file, number: index + 1, cells: table.rows[index], plan: plan)
                        let draft = row.draft(areas: areas)
                        return ReadRow(draft: draft, problems: row.problems)
                    }
                    return (position, read)
                }
            }
            var read = [[ReadRow]](repeating: [], count: parts.count)
            for await (position, part) in group { read[position] = part }
            return read
        }
    }

    /// Compares the rows with what is stored now; writes nothing.
    mutating func prepare(_ r: Reader, at: Instant) throws -> ImportReport {
        var report = ImportReport()
        var book = try PartyBook(r, at: at)
        var earlier: [String: Offer] = [:]
        for offer in try OfferRows.read(r, where: "o.origin = \(plan.mapping.origin)") {
            if let key = offer.external?.key { earlier[key] = offer }
        }
        let count = rows.reduce(0) { $0 + $1.count }
        created.reserveCapacity(count)
        var rowOfKey = [String: Int](minimumCapacity: count)
        for read in rows.joined() {
            report.read += 1
            report.problems += read.problems
            guard let draft = read.draft else {
                report.refused += 1
                continue
            }
            if let other = rowOfKey[draft.key] {
                report.refused += 1
                report.problems.append(sameKey(draft.key, row: report.read, other: other))
                continue
            }
            rowOfKey[draft.key] = report.read
            take(draft, &report, &book, earlier[draft.key], at)
        }
        providers = book.newProviders
        facilities = book.newFacilities
        return report
    }

    private func sameKey(_ key: String, row: Int, other: Int) -> ImportProblem {
        ImportProblem(
            file: file, row: row, column: plan.heading(of: .key), found: key,
            expected: "ein Schlüssel, den es nur einmal gibt",
            hint: "Zeile \(other) hat denselben Schlüssel. Bitte eine der beiden ändern.")
    }

    private mutating func take(
        _ draft: OfferDraft, _ report: inout ImportReport, _ book: inout PartyBook, _ earlier: Offer?, _ at: Instant
    ) {
        let provider = book.provider(named: draft.providerName, kind: draft.providerKind, key: draft.providerKey)
        let facility = draft.place.map { book.facility($0, key: draft.placeKey, of: provider) }
        var offer =
            earlier
            ?? Offer(
                id: draft.values.id, title: draft.values.title, providerID: provider,
                external: ExternalKey(origin: plan.mapping.origin, key: draft.key))
        offer = draft.laid(over: offer, plan: plan, provider: provider, facility: facility)
        if let earlier {
            let changed = offer.differences(from: earlier).map(\.field)
            if changed.isEmpty {
                report.unchanged += 1
                return
            }
            report.updated += 1
            offer.version += 1
            offer.updatedAt = at
            updated.append((earlier, changed, offer))
        } else {
            report.created += 1
            offer.version = 1
            offer.updatedAt = at
            created.append(offer)
        }
    }

    /// Stores what `prepare` found, in the same transaction.
    func write(_ w: Writer, _ report: ImportReport, at: Instant) throws {
        if created.isEmpty && updated.isEmpty { return }
        try PartyRows.insert(w, providers)
        try PartyRows.insert(w, facilities)
        try OfferWriting.write(w, created, areNew: true)
        try OfferWriting.keep(w, updated.map { ($0.earlier, $0.changed) }, actor: actor, action: "offer.import", at: at)
        try OfferWriting.write(w, updated.map(\.offer), areNew: false)
        try OfferWriting.log(w, created.map(\.id) + updated.map(\.offer.id), at: at)
        try w.audit(
            AuditEntry(
                actor: actor, action: "offer.import", object: Reference(.offer, plan.mapping.origin), at: at,
                reason: "\(file): \(report.created) neu, \(report.updated) geändert, \(report.refused) abgelehnt"))
    }
}

extension RecordRefusal {
    /// The refusal as a line of an import's report.
    package func problem(file: String, row: Int?) -> ImportProblem {
        let (field, expected): (String, String) =
            switch self {
            case .empty(let field): (field, "ein Text")
            case .tooLong(let field, let limit): (field, "höchstens \(limit) Zeichen")
            case .outOfRange(let field): (field, "eine Zahl ab 0")
            case .stillUsed: ("", "ein Datensatz ohne Verweise")
            }
        return ImportProblem(
            file: file, row: row, column: OfferColumn(rawValue: field)?.heading ?? field, found: "", expected: expected,
            hint: "Bitte den Inhalt dieser Zelle prüfen.")
    }
}

/// Providers and facilities known by name, with those that rows add.
struct PartyBook {
    private var providerIDs: [String: ID<Provider>] = [:]
    private var facilityIDs: [String: ID<Facility>] = [:]
    private(set) var newProviders: [Provider] = []
    private(set) var newFacilities: [Facility] = []
    private let at: Instant

    init(_ r: Reader, at: Instant) throws {
        self.at = at
        for provider in try PartyRows.providers(r, where: "1 = 1") where providerIDs[Folding.fold(provider.name)] == nil
        {
            providerIDs[Folding.fold(provider.name)] = provider.id
        }
        for facility in try PartyRows.facilities(r, where: "1 = 1") {
            guard let provider = facility.providerID else { continue }
            facilityIDs["\(Self.placeKey(facility))|\(provider)"] = facility.id
        }
    }

    mutating func provider(named name: String, kind: ProviderKind?, key: String) -> ID<Provider> {
        if let id = providerIDs[key] { return id }
        var provider = Provider(name: name, kind: kind ?? .unknown)
        provider.version = 1
        provider.updatedAt = at
        newProviders.append(provider)
        providerIDs[key] = provider.id
        return provider.id
    }

    mutating func facility(_ place: Facility, key: String, of provider: ID<Provider>) -> ID<Facility> {
        let key = "\(key)|\(provider)"
        if let id = facilityIDs[key] { return id }
        var facility = place
        facility.providerID = provider
        facility.version = 1
        facility.updatedAt = at
        newFacilities.append(facility)
        facilityIDs[key] = facility.id
        return facility.id
    }

    /// Places of one provider with the same key are one.
    static func placeKey(_ place: Facility) -> String {
        [place.name, place.street, place.postcode, place.town].map(Folding.fold).joined(separator: "|")
    }
}
