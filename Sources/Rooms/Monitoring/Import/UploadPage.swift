import Design
import HTML
import Indicators
import Prevention
import Tables
import Texts
import Web

/// `/monitoring/einlesen/{id}`: what the table would do, its faults, its mapping, and the step that takes it over.
struct UploadPage {
    let upload: ValueUpload
    let report: ValueImportReport
    let indicators: [Indicator]
    let words: MonitoringTexts.Import

    /// Faults shown on one page.
    private static let faultsOnPage = 50

    func answer(_ visit: Visit, _ form: FormReader) -> Answer {
        let title = words.check.title.filled(["file": upload.file.fileName])
        let head = PageHead(title, section: MonitoringRoom.name, hasProblems: !form.isComplete, isPrivate: true)
        return visit.page(head, status: form.status) { h in
            h.backLink(words.back, to: ImportPath.start.link())
            h.h1(title)
            h.errorSummary(form.summary)
            h.p(lead, .class("lead"))
            writeCounts(h)
            writeSteps(h, visit)
            writeMapping(h, visit, form)
            writeFaults(h, visit)
        }
    }

    private var lead: String {
        if report.report.hasErrors { return words.check.leadFaults }
        return report.report.problems.isEmpty ? words.check.leadClean : words.check.leadNotes
    }

    private func writeCounts(_ h: HTML) {
        let counts = report.report
        var facts = [
            (words.check.read, counts.read), (words.check.created, counts.created),
            (words.check.updated, counts.updated), (words.check.unchanged, counts.unchanged),
            (words.check.missing, report.missing), (words.check.suppressed, report.suppressed),
        ].map { KeyFact($0.0, [h.formats.number($0.1)]) }
        let vocabulary = Vocabulary(h.language)
        let areas = report.areas.sorted { $0.key < $1.key }.map {
            "\(vocabulary[$0.key]): \(h.formats.number($0.value))"
        }
        if !areas.isEmpty { facts.append(KeyFact(words.check.areas, areas)) }
        if let first = report.periods.first, let last = report.periods.last {
            facts.append(KeyFact(words.check.periods, first == last ? "\(first)" : "\(first) – \(last)"))
        }
        h.keyFacts(facts)
    }

    private func writeSteps(_ h: HTML, _ visit: Visit) {
        let ready = report.report.created + report.report.updated
        h.div(.class("row actions")) {
            if ready > 0, !report.report.hasErrors {
                h.postForm(to: ImportPath.acceptance.link(upload.file.id.text), visit) {
                    h.submitButton(words.check.accept(ready, in: visit.language), .next, icon: .check)
                }
            }
            h.postForm(to: ImportPath.removal.link(upload.file.id.text), visit) {
                h.submitButton(words.check.remove, .final, icon: .trash)
            }
        }
    }

    // MARK: Mapping

    private func writeMapping(_ h: HTML, _ visit: Visit, _ form: FormReader) {
        guard let table = try? CSVTable(upload.file.bytes) else { return }
        let roles = upload.mapping.roles(in: table.header, indicators: indicators)
        let check = words.check
        h.disclosure(check.mapping, isOpen: report.report.hasErrors || !form.isComplete) {
            h.p(check.mappingLead.filled(["origin": upload.mapping.origin]))
            h.postForm(to: ImportPath.mapping.link(upload.file.id.text), visit) {
                h.div(.class("grid")) {
                    for (position, heading) in table.header.enumerated() {
                        let name = "spalte-\(position)"
                        let chosen = roles[position].map { [ChosenMapping.word($0)] } ?? []
                        let example = table.rows.first.flatMap { position < $0.count ? $0[position] : nil } ?? ""
                        h.selectField(
                            form.isComplete ? FieldState(name, values: chosen) : form.state(name),
                            label: heading.isEmpty ? "\(check.column) \(position + 1)" : heading, groups: choices,
                            hint: check.example.filled(["example": Self.shortened(example, check.leftEmpty)]),
                            emptyChoice: words.roles.none)
                    }
                }
                writeWholeFile(h, form)
                h.actions { h.submitButton(check.button) }
            }
        }
    }

    /// What the file does not say itself.
    private func writeWholeFile(_ h: HTML, _ form: FormReader) {
        let check = words.check
        let state = { (name: String, value: String?) in
            form.isComplete ? FieldState(name, value ?? "") : form.state(name)
        }
        h.selectField(
            state("kenngroesse", upload.mapping.indicatorIs), label: check.single,
            choices: indicators.map { Choice($0.key, $0.name) }, hint: check.singleHint, emptyChoice: check.singleNone)
        h.textField(
            state("zeitraum", upload.mapping.periodIs), label: check.period, hint: check.periodHint, width: .half,
            autocomplete: "off", isOptional: true)
        h.textField(
            state("innerhalb", upload.mapping.within), label: check.within, hint: check.withinHint, width: .half,
            autocomplete: "off", isOptional: true)
        h.textArea(state("json", nil), label: check.json, hint: check.jsonHint, rows: 4, isOptional: true)
    }

    private var choices: [(title: String, choices: [Choice])] {
        let roles = words.roles
        let general: [(ValueMapping.Role, String)] = [
            (.area, roles.area), (.period, roles.period), (.indicator, roles.indicator), (.part(.value), roles.value),
            (.part(.events), roles.events), (.part(.base), roles.base), (.boundaries, roles.boundaries),
        ]
        return [
            (roles.general, general.map { Choice(ChosenMapping.word($0.0), $0.1) }),
            (roles.indicators, indicators.map { Choice(ChosenMapping.word(.of($0.key)), $0.name) }),
        ]
    }

    private static func shortened(_ text: String, _ ifEmpty: String) -> String {
        let text = text.trimmingBlanks
        if text.isEmpty { return ifEmpty }
        return text.count > 60 ? text.prefix(59) + "…" : text
    }

    // MARK: Faults

    private func writeFaults(_ h: HTML, _ visit: Visit) {
        let check = words.check
        let problems = report.report.problems
        h.h2(check.faults, .id("fehler"))
        guard !problems.isEmpty else { return h.p(check.noFaults) }
        h.p(check.fix)
        h.p {
            h.linkButton(
                check.download, to: ImportPath.problems.link(upload.file.id.text), icon: .download, isSmall: true)
        }
        let pages = (problems.count + Self.faultsOnPage - 1) / Self.faultsOnPage
        let page = min(max(visit.query.text("seite").flatMap { Int($0) } ?? 1, 1), pages)
        let ordered = problems.filter { $0.severity == .error } + problems.filter { $0.severity == .warning }
        h.dataTable(
            DataTable(
                check.faults,
                columns: [
                    Column(check.row, isNumeric: true), Column(check.column), Column(check.found),
                    Column(check.expected),
                    Column(check.hint), Column(check.severity),
                ],
                rows: ordered.dropFirst((page - 1) * Self.faultsOnPage).prefix(Self.faultsOnPage).map { problem in
                    [
                        problem.row.map { .number(h.formats.number($0), Double($0)) } ?? .text(check.whole),
                        .text(problem.column), .text(problem.found.isEmpty ? check.leftEmpty : problem.found),
                        .text(problem.expected), .text(problem.hint),
                        problem.severity == .error ? .badge(check.error, .danger) : .badge(check.warning, .warning),
                    ]
                }, isCaptionHidden: true))
        h.pagination(page: page, of: pages) { number in
            .to(ImportPath.table.path(upload.file.id.text), query: [("seite", "\(number)")])
        }
    }
}
