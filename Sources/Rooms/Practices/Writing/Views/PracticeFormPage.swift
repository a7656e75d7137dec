import Design
import HTML
import Practice
import Prevention
import Texts
import Web

/// The form as it is shown.
struct PracticeFormPage {
    var form: FormReader
    /// `nil` for a new entry.
    let file: PracticeFile?
    let scene: WritingScene
    /// What is still missing, of what was saved last.
    var gaps: [PracticeGap] = []
    /// What others have changed while the form was open.
    var conflict: (number: Int, changes: [PracticeChange])?
    /// The version that the form was opened with; `nil` = the newest.
    var seen: Int?
    /// A sentence about the whole page.
    var alert: (tone: Tone, text: String)?

    var version: Int { conflict?.number ?? seen ?? file?.newest.number ?? 0 }
    /// The entry cannot be changed now; the page shows what was typed all the same.
    var isClosed = false

    var status: Int { conflict != nil || isClosed ? 409 : form.status }
}

/// The parts of the form, in their order; also the stem of each heading's `id`.
enum FormSection: String, CaseIterable {
    case what = "was"
    case whom = "wen"
    case why = "warum"
    case how = "wie"
    case experience = "erfahrung"
    case state = "stand"
    case effort = "aufwand"
    case proof = "belege"
    case adopters = "andere"
    case sheet = "blatt"
    case contact = "kontakt"

    var id: String { "teil-" + rawValue }
}

/// `/praxis/neu`, `/praxis/…/bearbeiten`
func practiceFormPage(_ visit: Visit, _ page: PracticeFormPage) -> Answer {
    let words = page.scene.words.entry
    let title = page.file.map { "\(words.editTitle): \($0.newest.practice.titles["de"] ?? "")" } ?? words.newTitle
    let head = PageHead(
        title, section: PracticesRoom.name, hasProblems: !page.form.isComplete, isPrivate: true)
    return visit.page(head, status: page.status) { h in
        if let file = page.file {
            h.backLink(words.toReview, to: WritingPath.review.link(file.slug))
        } else {
            h.backLink(words.backToList, to: WritingPath.list.link())
        }
        h.h1(page.file == nil ? words.newTitle : words.editTitle)
        h.p(page.file?.newest.practice.titles["de"] ?? words.lead, .class("lead"))
        if page.file != nil { h.p { writeCount(h, page) } }
        if let alert = page.alert { h.alert(alert.tone, alert.text, isAnswer: true) }
        writeConflict(h, page)
        h.errorSummary(page.form.summary)
        h.div(.class("beside")) {
            h.div { writeForm(h, visit, page) }
            h.aside(.class("no-print")) { writeProgress(h, page) }
        }
    }
}

private func writeConflict(_ h: HTML, _ page: PracticeFormPage) {
    guard let conflict = page.conflict else { return }
    let words = page.scene.words
    h.alert(.warning, words.entry.stale, isAnswer: true)
    guard !conflict.changes.isEmpty else { return }
    h.h2(words.entry.staleTitle, .class("h3"))
    h.ul { for change in conflict.changes { h.li(words.sentence(change)) } }
}

private func writeCount(_ h: HTML, _ page: PracticeFormPage) {
    let words = page.scene.words
    if page.gaps.isEmpty {
        h.badge(words.entry.complete, .good)
    } else {
        h.badge(words.entry.gapCount(page.gaps.count, in: words.language), .warning)
    }
}

/// What is missing and the way to each part.
private func writeProgress(_ h: HTML, _ page: PracticeFormPage) {
    let words = page.scene.words
    if page.file != nil {
        h.section(.class("card")) {
            h.h2(words.entry.progressTitle)
            h.p { writeCount(h, page) }
            if !page.gaps.isEmpty {
                h.ul(.class("small")) {
                    for gap in page.gaps.map(words.gap) {
                        h.li { h.a(gap.message, .href(.fragment(FieldState.id(gap.field)))) }
                    }
                }
            }
        }
    } else {
        h.section(.class("card")) {
            h.h2(words.entry.failureTitle)
            h.p(words.entry.failureLead)
            h.p {
                h.a(
                    words.entry.failureButton,
                    .href(.to(WritingPath.new.path(), query: [("stand", "failed")], fragment: FormSection.state.id)))
            }
        }
        h.p(words.entry.minutes, .class("small muted"))
    }
    h.nav(.label(words.entry.contents)) {
        h.h2(words.entry.contents, .class("h3"))
        h.ol {
            for section in FormSection.allCases {
                h.li { h.a(words.entry.section(section.rawValue), .href(.fragment(section.id))) }
            }
        }
    }
}

private func writeForm(_ h: HTML, _ visit: Visit, _ page: PracticeFormPage) {
    let path = page.file.map { WritingPath.edit.path($0.slug) } ?? WritingPath.new.path()
    let words = page.scene.words.entry
    h.postForm(to: .to(path), visit) {
        if let file = page.file {
            h.hiddenField("fassung", "\(page.version)")
            h.hiddenField("kommune", page.scene.words.names[file.owner])
        }
        // The Enter key presses the first button of a form: it must save, not add a row.
        h.button(.class("vh"), .attribute("tabindex", "-1"), .hidden()) { h.text(words.save) }
        let names = page.scene.words.names
        h.suggestionList("kommunen", names.all.count <= 1_200 ? names.all : [])
        let view = FormView(
            h: h, form: page.form, words: page.scene.words,
            formAction: { Link.to(path, query: [], fragment: $0).address(pathPrefix: visit.language.pathPrefix) })
        view.write(page)
        h.actions {
            h.submitButton(words.save, .confirm)
            h.submitButton(words.toReview, .next, name: "weiter", value: "ja", icon: .arrow)
        }
    }
}
