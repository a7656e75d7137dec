import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// `/register/einlesen`
func startPage(
    _ visit: Visit, _ form: FormReader, _ waiting: [WaitingFileLine],
    _ texts: IntakeTexts
) -> Answer {
    let words = texts.upload
    let head = PageHead(words.title, section: IntakeRoom.name, hasProblems: !form.isComplete, isPrivate: true)
    return visit.page(head, status: form.status) { h in
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        writeDone(h, visit, texts)
        h.errorSummary(form.summary)
        h.postForm(to: IntakePath.start.link(), visit, hasFiles: true) {
            h.radioGroup(
                form.fields.text("art") == nil ? FieldState("art", values: ["offers"]) : form.state("art"),
                legend: words.kind,
                choices: [
                    Choice(UploadedTable.Kind.offers.rawValue, words.offers),
                    Choice(UploadedTable.Kind.providers.rawValue, words.providers),
                ])
            h.textField(form.state("liste"), label: words.list, hint: words.listHint, autocomplete: "off")
            h.fileField(
                form.state("datei"), label: words.file, hint: words.fileHint, accept: ".csv,.txt,text/csv",
                limitMegabytes: WaitingFile.mostBytes / 1_000_000)
            h.actions { h.submitButton(words.button, .next, icon: .upload) }
        }
        if !waiting.isEmpty { writeWaiting(h, waiting, words) }
        h.h2(words.helpTitle)
        h.ul {
            for help in [words.help1, words.help2, words.help3] { h.li(help) }
        }
        h.p { h.linkButton(words.template, to: IntakePath.template.link(), icon: .download) }
        h.disclosure(words.columns) {
            h.p(words.columnsLead)
            h.p(OfferColumn.allCases.map(\.heading).joined(separator: " · "))
        }
    }
}

private func writeWaiting(
    _ h: HTML, _ waiting: [WaitingFileLine], _ words: IntakeTexts.Upload
) {
    h.h2(words.waiting)
    h.p(words.waitingHint)
    h.ul {
        for line in waiting {
            h.li {
                h.a(line.fileName, .href(IntakePath.table.link(line.id.text)))
                h.text(", \(h.formats.moment(line.at))")
            }
        }
    }
}

/// What the last step has taken over, from the address to which it has led.
func writeDone(_ h: HTML, _ visit: Visit, _ texts: IntakeTexts) {
    let names = ["created": "neu", "updated": "geaendert", "unchanged": "gleich", "refused": "abgelehnt"]
    let counts = names.compactMapValues { visit.query.text($0).flatMap { Int($0) } }
    guard counts.count == names.count else { return }
    let isWhole = counts["refused"] == 0
    let sentence = (isWhole ? texts.done.all : texts.done.part).filled(counts.mapValues { h.formats.number($0) })
    h.alert(isWhole ? .good : .warning, sentence, isAnswer: true)
}
