import HTML
import Offers
import Prevention
import Storage
import Tables
import Texts
import Web

extension IntakeRoom {
    /// `GET /register/einlesen`
    @Sendable func showStart(_ visit: Visit) async throws -> Answer {
        let account = try editor(visit)
        let waiting = try await uploads.waiting(of: account.id)
        return startPage(visit, try FormReader(visit), waiting, texts[visit.language])
    }

    /// `POST /register/einlesen`: a file that is no table is refused at once, with what to do.
    @Sendable func upload(_ visit: Visit) async throws -> Answer {
        let account = try editor(visit)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        let kind = form.required("art") { $0.choice("art", as: UploadedTable.Kind.self) }
        let origin = form.requiredText("liste", max: 60)
        let file = visit.files.first { $0.field == "datei" && !$0.bytes.isEmpty }
        if let file {
            if let fault = CSVTable.fault(of: file.bytes, file: file.name) { form.refuse("datei", fault) }
        } else {
            form.refuse("datei", words.upload.missing)
        }
        guard let kind, let origin, let file, form.isComplete else {
            return startPage(visit, form, try await uploads.waiting(of: account.id), words)
        }
        let mapping = try await uploads.mapping(kind, origin: origin) ?? OfferMapping(origin: origin)
        let waiting = WaitingFile(
            accountID: account.id, kind: kind.rawValue, file: file, origin: origin, mapping: mapping.storedText,
            uploadedAt: visit.now)
        let table = UploadedTable(waiting, kind, mapping)
        try await uploads.insert(table, by: account.auditActor)
        return .redirect(to: IntakePath.table.link(table.file.id.text), in: visit.language)
    }

    /// `GET /register/einlesen/vorlage.csv`: the columns with one invented row.
    @Sendable func showTemplate(_ visit: Visit) throws -> Answer {
        _ = try editor(visit)
        return .download(IntakeTemplate.file, name: "vorlage-angebote.csv", contentType: "text/csv; charset=utf-8")
    }

    /// `GET /register/einlesen/7…`: what the table would do.
    @Sendable func showTable(_ visit: Visit) async throws -> Answer {
        let table = try await waitingTable(visit)
        let report = try await report(of: table, visit)
        return try tablePage(visit, table, report, try FormReader(visit), texts[visit.language])
    }

    /// `GET /register/einlesen/7…/fehler.csv`: all faults, to be mended in an office program.
    @Sendable func showProblems(_ visit: Visit) async throws -> Answer {
        let table = try await waitingTable(visit)
        let words = texts[visit.language].check
        var writer = CSVWriter(
            header: [words.row, words.column, words.severity, words.found, words.expected, words.hint], mark: true)
        for problem in try await report(of: table, visit).problems {
            writer.append([
                problem.row.map(String.init) ?? "", problem.column,
                problem.severity == .error ? words.error : words.warning, problem.found, problem.expected, problem.hint,
            ])
        }
        return .download(writer.file, name: "fehler.csv", contentType: "text/csv; charset=utf-8")
    }

    /// `POST /register/einlesen/7…/zuordnung`
    @Sendable func saveMapping(_ visit: Visit) async throws -> Answer {
        var table = try await waitingTable(visit)
        guard table.kind == .offers else { throw NotFound() }
        var form = try FormReader(visit)
        let mapping = try chosenMapping(&form, table, texts[visit.language])
        guard form.isComplete else {
            let report = try await report(of: table, visit)
            return try tablePage(visit, table, report, form, texts[visit.language])
        }
        try await uploads.save(mapping, of: table, by: try editor(visit).auditActor, at: visit.now)
        table.mapping = mapping
        return .redirect(to: IntakePath.table.link(table.file.id.text), in: visit.language)
    }

    /// Each heading of the table with the column chosen for it.
    private func chosenMapping(
        _ form: inout FormReader, _ table: UploadedTable, _ words: IntakeTexts
    ) throws -> OfferMapping {
        var mapping = table.mapping
        mapping.columns = [:]
        var taken: [OfferColumn: String] = [:]
        for (index, heading) in try CSVTable(table.file.bytes).header.enumerated() {
            guard let column = form.choice("spalte-\(index)", as: OfferColumn.self) else {
                // A heading that fits by itself and was not chosen is left out.
                if let own = OfferColumn.named(heading), taken[own] == nil {
                    mapping.columns.updateValue(nil, forKey: own)
                }
                continue
            }
            if let other = taken[column] {
                let values = ["column": column.heading, "other": other]
                form.refuse("spalte-\(index)", words.check.twice.filled(values))
                continue
            }
            taken[column] = heading
            mapping.columns.updateValue(heading, forKey: column)
        }
        return mapping
    }

    /// `POST /register/einlesen/7…/uebernahme`: takes over what is right, in one step; the rest stays in the list of faults.
    @Sendable func accept(_ visit: Visit) async throws -> Answer {
        let table = try await waitingTable(visit)
        let actor = try editor(visit).auditActor
        let report = try await run(table, by: actor, visit, dryRun: false)
        await shelf.forget(table.file.id)
        let counts = [
            ("neu", "\(report.created)"), ("geaendert", "\(report.updated)"), ("gleich", "\(report.unchanged)"),
            ("abgelehnt", "\(report.refused)"),
        ]
        guard report.refused == 0 else {
            return .redirect(to: .to(IntakePath.table.path(table.file.id.text), query: counts), in: visit.language)
        }
        try await uploads.remove(table, by: actor, at: visit.now)
        return .redirect(to: .to(IntakePath.start.path(), query: counts), in: visit.language)
    }

    /// `POST /register/einlesen/7…/verwerfen`
    @Sendable func remove(_ visit: Visit) async throws -> Answer {
        let table = try await waitingTable(visit)
        try await uploads.remove(table, by: try editor(visit).auditActor, at: visit.now)
        await shelf.forget(table.file.id)
        return .redirect(to: IntakePath.start.link(), in: visit.language)
    }

    // MARK: Shared

    private func editor(_ visit: Visit) throws -> Account {
        let account = try visit.signedInAccount()
        guard Self.mayImport(account) else { throw Forbidden() }
        return account
    }

    /// The table of the address, if the visitor has sent it.
    private func waitingTable(_ visit: Visit) async throws -> UploadedTable {
        let account = try editor(visit)
        guard let table = try await uploads.table(try visit.id(of: WaitingFile.self), of: account.id) else {
            throw NotFound()
        }
        return table
    }

    private func report(of table: UploadedTable, _ visit: Visit) async throws -> ImportReport {
        let actor = try editor(visit).auditActor
        return try await shelf.report(of: table, at: visit.now) {
            try await run(table, by: actor, visit, dryRun: true)
        }
    }

    private func run(
        _ table: UploadedTable, by actor: AuditActor, _ visit: Visit, dryRun: Bool
    ) async throws -> ImportReport {
        switch table.kind {
        case .offers:
            try await OfferImport(store: offers, mapping: table.mapping).run(
                file: table.file.fileName, bytes: table.file.bytes, by: actor, at: visit.now, dryRun: dryRun)
        case .providers:
            try await ProviderImport(store: offers, origin: table.file.origin).run(
                file: table.file.fileName, bytes: table.file.bytes, by: actor, at: visit.now, dryRun: dryRun)
        }
    }
}

/// Vorlage: the columns that offices need first, with one invented row.
enum IntakeTemplate {
    static let cells: [(OfferColumn, String)] = [
        (.key, "A-1"), (.title, "Krabbelgruppe Sonnenkäfer"), (.summary, "Spielen, singen und andere Eltern treffen."),
        (.provider, "Beispielverein"), (.facility, "Familienzentrum Beispiel"), (.street, "Beispielweg 1"),
        (.postcode, "59423"), (.town, "Unna"), (.ageFromMonths, "6"), (.ageToMonths, "36"), (.fields, "Gesundheit"),
        (.topics, "Krabbelgruppe, Eltern"), (.languages, "Deutsch, Türkisch"), (.cost, "kostenlos"),
        (.registration, "nein"), (.rule, "wöchentlich"), (.weekdays, "Dienstag"), (.from, "09:30"), (.to, "11:00"),
        (.holidays, "nicht in den Schulferien"), (.website, "https://beispiel.example"),
    ]

    static var file: [UInt8] {
        var writer = CSVWriter(header: cells.map(\.0.heading), mark: true)
        writer.append(cells.map(\.1))
        return writer.file
    }
}
