import Design
import HTML
import Offers
import Prevention
import Tables
import Texts
import Web

/// Faults shown on one page.
private let faultsOnPage = 50

/// `/register/einlesen/{id}`: what the table would do, its faults, and the step that takes it over.
func tablePage(
    _ visit: Visit, _ table: UploadedTable, _ report: ImportReport, _ form: FormReader, _ texts: IntakeTexts
) throws -> Answer {
    let words = texts.check
    let title = words.title.filled(["file": table.file.fileName])
    let header = try? CSVTable(table.file.bytes)
    let head = PageHead(title, section: IntakeRoom.name, hasProblems: !form.isComplete, isPrivate: true)
    return visit.page(head, status: form.status) { h in
        h.backLink(words.back, to: IntakePath.start.link())
        h.h1(title)
        writeDone(h, visit, texts)
        h.errorSummary(form.summary)
        h.p(lead(report, words), .class("lead"))
        writeCounts(h, report, words)
        writeSteps(h, visit, table, report, words)
        if table.kind == .offers, let header { writeMapping(h, visit, table, header, form, words) }
        writeFaults(h, visit, table, report, words)
    }
}

private func lead(_ report: ImportReport, _ words: IntakeTexts.Check) -> String {
    if !report.hasErrors { return words.leadClean }
    return report.refused == report.read ? words.leadNothing : words.leadFaults
}

private func writeCounts(_ h: HTML, _ report: ImportReport, _ words: IntakeTexts.Check) {
    let facts = [
        (words.read, report.read), (words.created, report.created), (words.updated, report.updated),
        (words.unchanged, report.unchanged), (words.refused, report.refused),
    ]
    h.keyFacts(facts.map { KeyFact($0.0, [h.formats.number($0.1)]) })
}

private func writeSteps(
    _ h: HTML, _ visit: Visit, _ table: UploadedTable, _ report: ImportReport, _ words: IntakeTexts.Check
) {
    let ready = report.created + report.updated
    h.div(.class("row actions")) {
        if ready > 0 {
            h.postForm(to: IntakePath.acceptance.link(table.file.id.text), visit) {
                h.submitButton(words.accept(ready, in: visit.language), .next, icon: .check)
            }
        }
        h.postForm(to: IntakePath.removal.link(table.file.id.text), visit) {
            h.submitButton(words.remove, .final, icon: .trash)
        }
    }
}

// MARK: Mapping

private func writeMapping(
    _ h: HTML, _ visit: Visit, _ table: UploadedTable, _ csv: CSVTable, _ form: FormReader, _ words: IntakeTexts.Check
) {
    let recognised = table.mapping.columns(in: csv.header)
    let isOpen = !form.isComplete || !recognised.values.contains(.title) || !recognised.values.contains(.provider)
    h.disclosure(words.mapping, isOpen: isOpen) {
        h.p(words.mappingLead.filled(["list": table.file.origin]))
        h.postForm(to: IntakePath.mapping.link(table.file.id.text), visit) {
            h.div(.class("grid")) {
                for (index, heading) in csv.header.enumerated() {
                    let name = "spalte-\(index)"
                    let state =
                        form.isComplete
                        ? FieldState(name, values: recognised[index].map { [$0.rawValue] } ?? []) : form.state(name)
                    let example = csv.rows.first.flatMap { index < $0.count ? $0[index] : nil } ?? ""
                    h.selectField(
                        state, label: heading.isEmpty ? "\(words.column) \(index + 1)" : heading, choices: choices,
                        hint: words.mappingHint.filled(["example": shortened(example, words.example)]),
                        emptyChoice: words.leaveOut, isOptional: false)
                }
            }
            h.actions { h.submitButton(words.mappingButton) }
        }
    }
}

private let choices = OfferColumn.allCases.map { Choice($0.rawValue, $0.heading) }

private func shortened(_ text: String, _ ifEmpty: String) -> String {
    if text.isEmpty { return ifEmpty }
    return text.count > 60 ? text.prefix(59) + "…" : text
}

// MARK: Faults

private func writeFaults(
    _ h: HTML, _ visit: Visit, _ table: UploadedTable, _ report: ImportReport, _ words: IntakeTexts.Check
) {
    h.h2(words.faults, .id("fehler"))
    guard !report.problems.isEmpty else { return h.p(words.noFaults) }
    h.p(words.fix)
    h.p {
        h.linkButton(words.download, to: IntakePath.problems.link(table.file.id.text), icon: .download, isSmall: true)
    }
    let pages = (report.problems.count + faultsOnPage - 1) / faultsOnPage
    let page = min(max(visit.query.text("seite").flatMap { Int($0) } ?? 1, 1), pages)
    let shown = report.problems.dropFirst((page - 1) * faultsOnPage).prefix(faultsOnPage)
    h.dataTable(
        DataTable(
            words.faults,
            columns: [
                Column(words.row, isNumeric: true), Column(words.column), Column(words.found), Column(words.hint),
                Column(words.expected), Column(words.severity),
            ],
            rows: shown.map { problem in
                [
                    problem.row.map { .number(h.formats.number($0), Double($0)) } ?? .text(words.whole),
                    .text(problem.column), .text(problem.found.isEmpty ? words.empty : problem.found),
                    .text(problem.hint), .text(problem.expected),
                    problem.severity == .error ? .badge(words.error, .danger) : .badge(words.warning, .warning),
                ]
            }, isCaptionHidden: true))
    h.pagination(page: page, of: pages) { number in
        .to(IntakePath.table.path(table.file.id.text), query: [("seite", "\(number)")])
    }
}
