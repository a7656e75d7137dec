import Design
import HTML
import Indicators
import Offers
import Prevention
import Storage
import Tables
import Texts
import Web

extension MonitoringRoom {
    /// Addresses of the import of values (Einlesen).
    func addImportRoutes(to routes: inout RouteTable) {
        let access = Access.roles(Self.dataOffice)
        routes.get(ImportPath.start.pattern, allow: access, showImport)
        routes.post(ImportPath.start.pattern, allow: access, bodyLimit: WaitingFile.mostBytes + 65_536, uploadValues)
        routes.get(ImportPath.table.pattern, allow: access, showUpload)
        routes.get(ImportPath.problems.pattern, allow: access, showProblems)
        routes.post(ImportPath.mapping.pattern, allow: access, saveMapping)
        routes.post(ImportPath.acceptance.pattern, allow: access, acceptUpload)
        routes.post(ImportPath.removal.pattern, allow: access, removeUpload)
    }

    /// What the start page offers of it.
    func importTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.import.title, texts.import.about, ImportPath.start.link(), for: Self.dataOffice)]
    }

    private var store: IndicatorStore { IndicatorStore(database: database) }
    private var uploads: ValueUploadStore { ValueUploadStore(database: database) }

    /// `GET /monitoring/einlesen`
    private func showImport(_ visit: Visit) async throws -> Answer {
        try await startPage(visit, try FormReader(visit))
    }

    private func startPage(_ visit: Visit, _ form: FormReader) async throws -> Answer {
        let account = try visit.signedInAccount()
        return importStart(
            visit, form, try await uploads.waiting(of: account.id), try await store.deliveries(),
            origins: try await store.mappings().map(\.origin), texts[visit.language].import)
    }

    /// `POST /monitoring/einlesen`: a file that is no table is refused at once, with what to do.
    private func uploadValues(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        var form = try FormReader(visit)
        let origin = form.requiredText("quelle", max: 60)
        let file = visit.files.first { $0.field == "datei" && !$0.bytes.isEmpty }
        if let file {
            if let fault = CSVTable.fault(of: file.bytes, file: file.name) { form.refuse("datei", fault) }
        } else {
            form.refuse("datei", texts[visit.language].import.missingFile)
        }
        guard let origin, let file, form.isComplete else { return try await startPage(visit, form) }
        var mapping = try await store.mapping(named: origin) ?? ValueMapping()
        mapping.origin = origin
        let upload = ValueUpload(
            WaitingFile(
                accountID: account.id, kind: ValueUpload.kind, file: file, origin: origin,
                mapping: mapping.json.description, uploadedAt: visit.now))
        try await uploads.insert(upload, by: account.auditActor)
        return .redirect(to: ImportPath.table.link(upload.file.id.text), in: visit.language)
    }

    /// `GET /monitoring/einlesen/7…`: what the table would do.
    private func showUpload(_ visit: Visit) async throws -> Answer {
        try await tablePage(visit, try await waitingUpload(visit), try FormReader(visit))
    }

    private func tablePage(_ visit: Visit, _ upload: ValueUpload, _ form: FormReader) async throws -> Answer {
        let report = try await run(upload, visit, dryRun: true)
        let page = UploadPage(
            upload: upload, report: report, indicators: try await store.indicators(),
            words: texts[visit.language].import)
        return page.answer(visit, form)
    }

    /// `GET /monitoring/einlesen/7…/fehler.csv`: all faults, to be mended in an office program.
    private func showProblems(_ visit: Visit) async throws -> Answer {
        let words = texts[visit.language].import.check
        var writer = CSVWriter(
            header: [words.row, words.column, words.severity, words.found, words.expected, words.hint], mark: true)
        for problem in try await run(try await waitingUpload(visit), visit, dryRun: true).report.problems {
            writer.append([
                problem.row.map(String.init) ?? "", problem.column,
                problem.severity == .error ? words.error : words.warning, problem.found, problem.expected, problem.hint,
            ])
        }
        return .download(writer.file, name: "fehler.csv", contentType: "text/csv; charset=utf-8")
    }

    /// `POST /monitoring/einlesen/7…/zuordnung`
    private func saveMapping(_ visit: Visit) async throws -> Answer {
        let upload = try await waitingUpload(visit)
        var form = try FormReader(visit)
        let header = try CSVTable(upload.file.bytes).header
        let mapping = ChosenMapping(upload.mapping, header, texts[visit.language].import.check).read(&form)
        guard form.isComplete else { return try await tablePage(visit, upload, form) }
        try await uploads.save(mapping, of: upload, by: try visit.signedInAccount().auditActor, at: visit.now)
        return .redirect(to: ImportPath.table.link(upload.file.id.text), in: visit.language)
    }

    /// `POST /monitoring/einlesen/7…/uebernahme`: all or nothing.
    private func acceptUpload(_ visit: Visit) async throws -> Answer {
        let upload = try await waitingUpload(visit)
        let report = try await run(upload, visit, dryRun: false).report
        guard !report.hasErrors else {
            return .redirect(to: ImportPath.table.link(upload.file.id.text), in: visit.language)
        }
        try await uploads.remove(upload, by: try visit.signedInAccount().auditActor, at: visit.now)
        let counts = [
            ("neu", "\(report.created)"), ("geaendert", "\(report.updated)"), ("gleich", "\(report.unchanged)"),
        ]
        return .redirect(to: .to(ImportPath.start.path(), query: counts), in: visit.language)
    }

    /// `POST /monitoring/einlesen/7…/verwerfen`
    private func removeUpload(_ visit: Visit) async throws -> Answer {
        try await uploads.remove(
            try await waitingUpload(visit), by: try visit.signedInAccount().auditActor, at: visit.now)
        return .redirect(to: ImportPath.start.link(), in: visit.language)
    }

    /// The file of the address, if the visitor has sent it.
    private func waitingUpload(_ visit: Visit) async throws -> ValueUpload {
        let account = try visit.signedInAccount()
        guard let upload = try await uploads.upload(try visit.id(of: WaitingFile.self), of: account.id) else {
            throw NotFound()
        }
        return upload
    }

    private func run(_ upload: ValueUpload, _ visit: Visit, dryRun: Bool) async throws -> ValueImportReport {
        let facilities = try await offers.facilities().filter { !$0.isAddressConfidential }.map {
            MeasuredFacility(Reference(.facility, $0.id), name: $0.name, areaID: $0.areaID)
        }
        return try await ValueImport(store: store, mapping: upload.mapping, facilities: facilities).run(
            file: upload.file.fileName, bytes: upload.file.bytes, by: try visit.signedInAccount().auditActor,
            at: visit.now,
            dryRun: dryRun)
    }
}
