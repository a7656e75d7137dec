package import Prevention
package import Storage
import Tables

/// Einlesen of a table of providers: known again by key or name, all problems listed, one transaction.
package struct ProviderImport: Sendable {
    let store: OfferStore
    let origin: String

    package init(store: OfferStore, origin: String = "csv") {
        self.store = store
        self.origin = origin
    }

    private static let headings: [String: String] = [
        "id": "key", "key": "key", "nr": "key", "schluessel": "key", "name": "name", "traeger": "name",
        "provider": "name",
        "organisation": "name", "art": "kind", "traegerart": "kind", "kind": "kind", "beschreibung": "description",
        "description": "description", "website": "website", "internetseite": "website", "homepage": "website",
        "email": "email", "mail": "email", "telefon": "phone", "phone": "phone", "registernummer": "registerNumber",
        "ags": "areaKey", "gebietsschluessel": "areaKey", "verband": "parent", "dachverband": "parent",
    ]

    package func run(
        file: String, bytes: [UInt8], by actor: AuditActor, at: Instant, dryRun: Bool = false
    ) async throws -> ImportReport {
        let table: CSVTable
        do { table = try CSVTable(bytes) } catch let failure as CSVTable.Failure {
            var report = ImportReport()
            report.problems = [failure.problem(file: file)]
            return report
        }
        var positions: [String: Int] = [:]
        for (index, heading) in table.header.enumerated() {
            if let column = Self.headings[Folding.fold(heading)], positions[column] == nil { positions[column] = index }
        }
        guard positions["name"] != nil else {
            var report = ImportReport()
            report.read = table.rows.count
            report.refused = table.rows.count
            report.problems = [
                ImportProblem(
                    file: file, row: nil, column: "Name", found: table.header.joined(separator: " | "),
                    expected: "eine Spalte \"Name\"",
                    hint: "Bitte die Spalte mit dem Namen des Trägers so überschreiben.")
            ]
            return report
        }
        let work = ProviderWork(file: file, origin: origin, positions: positions, rows: table.rows)
        if dryRun { return try await store.database.read { r in try work.prepare(r, at: at).report } }
        return try await store.database.write { w in
            let (report, changed) = try work.prepare(w, at: at)
            if changed.isEmpty { return report }
            try PartyRows.insert(w, changed)
            let offers = try changed.map(\.id).parts(of: 500).flatMap { part in
                try w.rows("SELECT id FROM offer WHERE providerId IN \(list: part)") {
                    try $0.get(0, as: ID<Offer>.self)
                }
            }
            try OfferWriting.log(w, offers, at: at)
            try w.audit(
                AuditEntry(
                    actor: actor, action: "provider.import", object: Reference(.provider, origin), at: at,
                    reason: "\(file): \(report.created) neu, \(report.updated) geändert, \(report.refused) abgelehnt"))
            return report
        }
    }
}

/// The rows of one table of providers against what is stored.
private struct ProviderWork: Sendable {
    let file: String
    let origin: String
    let positions: [String: Int]
    let rows: [[String]]

    func prepare(_ r: Reader, at: Instant) throws -> (report: ImportReport, changed: [Provider]) {
        var byKey: [String: Provider] = [:]
        var byName: [String: Provider] = [:]
        for provider in try PartyRows.providers(r, where: "1 = 1") {
            byName[Folding.fold(provider.name)] = provider
            if let external = provider.external, external.origin == origin { byKey[external.key] = provider }
        }
        var report = ImportReport()
        var changed: [ID<Provider>: Provider] = [:]
        var order: [ID<Provider>] = []
        for (index, cells) in rows.enumerated() {
            report.read += 1
            let name = cell("name", cells)
            let key = cell("key", cells)
            let earlier = key.isEmpty ? byName[Folding.fold(name)] : byKey[key] ?? byName[Folding.fold(name)]
            let problems = problems(cells, index + 1)
            report.problems += problems
            guard problems.isEmpty else {
                report.refused += 1
                continue
            }
            var provider = try laid(cells, over: earlier ?? Provider(name: name), byName, key).cleaned()
            if provider == earlier {
                report.unchanged += 1
                continue
            }
            if earlier == nil { report.created += 1 } else { report.updated += 1 }
            provider.version += 1
            provider.updatedAt = at
            byName[Folding.fold(provider.name)] = provider
            if changed.updateValue(provider, forKey: provider.id) == nil { order.append(provider.id) }
        }
        return (report, order.compactMap { changed[$0] })
    }

    private func cell(_ column: String, _ cells: [String]) -> String {
        guard let position = positions[column], position < cells.count else { return "" }
        return cells[position].trimmingBlanks
    }

    private func problems(_ cells: [String], _ row: Int) -> [ImportProblem] {
        var problems: [ImportProblem] = []
        func refuse(_ column: String, _ found: String, _ expected: String, _ hint: String) {
            problems.append(
                ImportProblem(file: file, row: row, column: column, found: found, expected: expected, hint: hint))
        }
        let (name, kind, email, website) = (
            cell("name", cells), cell("kind", cells), cell("email", cells), cell("website", cells)
        )
        if name.isEmpty { refuse("Name", "", "der Name des Trägers", "Bitte den Namen ergänzen.") }
        if name.count > Cleaning.short { refuse("Name", name, "höchstens 300 Zeichen", "Bitte kürzen.") }
        if !kind.isEmpty, ImportWords.providerKinds[Folding.fold(kind)] == nil {
            refuse(
                "Trägerart", kind,
                "öffentlich, Wohlfahrtsverband, Verein, Kirche, gewerblich, Selbsthilfe, Krankenkasse, Schule",
                "Bitte eines der Wörter schreiben oder die Zelle leeren.")
        }
        if !email.isEmpty, !WebAddress.isEmail(email) {
            refuse(
                "E-Mail", email, "eine E-Mail-Adresse wie info@example.org",
                "Bitte nur eine Adresse ohne Leerzeichen schreiben.")
        }
        if !website.isEmpty, WebAddress.complete(website) == nil {
            refuse(
                "Internetseite", website, "eine Adresse wie https://www.example.org",
                "Bitte die Adresse mit https:// schreiben.")
        }
        for column in ["description", "phone", "registerNumber", "areaKey", "key"] where cell(column, cells).count > 300
        {
            refuse(column, cell(column, cells), "höchstens 300 Zeichen", "Bitte kürzen.")
        }
        return problems
    }

    private func laid(_ cells: [String], over earlier: Provider, _ byName: [String: Provider], _ key: String)
        -> Provider
    {
        var provider = earlier
        func stated(_ column: String) -> String? { positions[column] == nil ? nil : cell(column, cells) }
        provider.name = cell("name", cells)
        if let kind = stated("kind") { provider.kind = ImportWords.providerKinds[Folding.fold(kind)] ?? .unknown }
        if let text = stated("description") { provider.description = text }
        if let text = stated("website") { provider.website = WebAddress.complete(text) }
        if let text = stated("email") { provider.email = text.isEmpty ? nil : text }
        if let text = stated("phone") { provider.phone = text.isEmpty ? nil : text }
        if let text = stated("registerNumber") { provider.registerNumber = text.isEmpty ? nil : text }
        if let text = stated("areaKey") { provider.areaKey = text.isEmpty ? nil : text }
        if let parent = stated("parent"), let known = byName[Folding.fold(parent)], known.id != provider.id {
            provider.parentID = known.id
        }
        if !key.isEmpty { provider.external = ExternalKey(origin: origin, key: key) }
        return provider
    }
}
