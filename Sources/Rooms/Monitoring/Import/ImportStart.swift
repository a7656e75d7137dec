import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// `/monitoring/einlesen`
func importStart(
    _ visit: Visit, _ form: FormReader, _ waiting: [WaitingFileLine],
    _ deliveries: [Delivery], origins: [String], _ words: MonitoringTexts.Import
) -> Answer {
    let head = PageHead(words.title, section: MonitoringRoom.name, hasProblems: !form.isComplete, isPrivate: true)
    return visit.page(head, status: form.status) { h in
        h.backLink(to: MonitoringPath.start.link())
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        writeDone(h, visit, words)
        h.errorSummary(form.summary)
        h.postForm(to: ImportPath.start.link(), visit, hasFiles: true) {
            h.textField(
                form.state("quelle"), label: words.origin, hint: words.originHint, autocomplete: "off",
                suggestions: origins)
            h.fileField(
                form.state("datei"), label: words.file, hint: words.fileHint, accept: ".csv,.txt,text/csv",
                limitMegabytes: WaitingFile.mostBytes / 1_000_000)
            h.actions { h.submitButton(words.button, .next, icon: .upload) }
        }
        if !waiting.isEmpty {
            h.h2(words.waiting)
            h.p(words.waitingHint)
            h.ul {
                for table in waiting {
                    h.li {
                        h.a(table.fileName, .href(ImportPath.table.link(table.id.text)))
                        h.text(", \(h.formats.moment(table.at))")
                    }
                }
            }
        }
        h.h2(words.helpTitle)
        h.ul { for help in [words.help1, words.help2, words.help3, words.help4] { h.li(help) } }
        writeHistory(h, deliveries, words)
    }
}

/// What the last step has taken over, from the address to which it has led.
private func writeDone(_ h: HTML, _ visit: Visit, _ words: MonitoringTexts.Import) {
    let names = ["created": "neu", "updated": "geaendert", "unchanged": "gleich"]
    let counts = names.compactMapValues { visit.query.text($0).flatMap { Int($0) } }
    guard counts.count == names.count else { return }
    h.alert(
        .good, words.done.filled(counts.mapValues { h.formats.number($0) }) + " " + words.notPublished, isAnswer: true)
}

private func writeHistory(_ h: HTML, _ deliveries: [Delivery], _ words: MonitoringTexts.Import) {
    h.h2(words.history)
    guard !deliveries.isEmpty else { return h.p(words.noHistory) }
    h.dataTable(
        DataTable(
            words.history,
            columns: [Column(words.when), Column(words.origin), Column(words.fileName), Column(words.counts)],
            rows: deliveries.map { one in
                [
                    .text(h.formats.moment(one.at)), .text(one.origin), .text(one.fileName),
                    .text(
                        words.countsText.filled([
                            "created": h.formats.number(one.count.created),
                            "updated": h.formats.number(one.count.corrected),
                        ])),
                ]
            }, isCaptionHidden: true))
}
