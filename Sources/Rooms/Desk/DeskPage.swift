import Design
import HTML
import Prevention
import Texts
import Web

/// `/schreibtisch`
func deskPage(_ visit: Visit, _ model: DeskModel, _ texts: DeskTexts) -> Answer {
    visit.page(PageHead(texts.title, section: DeskRoom.name, isPrivate: true)) { h in
        h.h1(texts.title)
        if model.count == 0 {
            h.emptyState(texts.nothing, texts.nothingLead, icon: .checkCircle)
        } else {
            let sentences = [
                texts.waiting(model.count, in: visit.language),
                model.overdue.isEmpty ? "" : texts.late(model.overdue.count, in: visit.language),
            ]
            h.p(sentences.filter { !$0.isEmpty }.joined(separator: " "), .class("lead"))
        }
        writeErrands(h, texts.overdue, model.overdue, .danger, texts)
        writeErrands(h, texts.soon, model.soon, .warning, texts)
        writeErrands(h, texts.later, model.later, nil, texts)
        writeErrands(h, texts.undated, model.undated, nil, texts)
        writeThread(h, texts)
    }
}

private func writeErrands(_ h: HTML, _ title: String, _ items: [DeskErrand], _ tone: Tone?, _ texts: DeskTexts) {
    guard !items.isEmpty else { return }
    h.h2(title)
    h.ul(.class("tasks")) {
        for item in items {
            h.li {
                h.div {
                    h.a(.href(item.errand.link)) { h.strong(item.errand.task) }
                    h.p(item.errand.subject)
                    h.p(item.room, .class("small muted"))
                }
                if let due = item.errand.due { h.badge(texts.until.filled(["day": h.formats.day(due)]), tone) }
            }
        }
    }
}

/// The one thread, for whoever comes for the first time.
private func writeThread(_ h: HTML, _ texts: DeskTexts) {
    h.section(.labelledBy("faden")) {
        h.h2(texts.thread, .id("faden"))
        h.p(texts.threadLead)
        h.div(.class("grid")) {
            for (index, step) in texts.steps.enumerated() {
                h.card {
                    h.h3 { h.a("\(index + 1). \(step.title)", .href(.to(step.path))) }
                    h.p(step.text)
                }
            }
        }
    }
}
