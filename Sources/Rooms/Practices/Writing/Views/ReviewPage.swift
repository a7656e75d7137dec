import Design
import HTML
import Practice
import Prevention
import Texts
import Web
import Workflow

/// What the page of a review shows.
struct ReviewModel {
    let file: PracticeFile
    let scene: WritingScene
    let form: FormReader
    /// As the visitor may see it: a draft that revises a published entry is its municipality's own.
    let entry: Practice
    let steps: [PracticeFile.Step]
    let gaps: [PracticeGap]
    let choices: [StepChoice]

    /// The steps that the visitor can take now.
    var open: [ReviewFlow.Step] {
        choices.filter { $0.refusal == nil }.map(\.step).filter { !needsNoGaps($0) || gaps.isEmpty }
    }

    private func needsNoGaps(_ step: ReviewFlow.Step) -> Bool { [.handIn, .publish, .confirm].contains(step) }
}

/// `/praxis/…/pruefung`
func reviewPage(_ visit: Visit, _ model: ReviewModel) -> Answer {
    let words = model.scene.words
    let texts = words.review
    let title = model.entry.titles["de"] ?? ""
    let head = PageHead(
        "\(texts.title): \(title)", section: PracticesRoom.name, hasProblems: !model.form.isComplete, isPrivate: true)
    return visit.page(head, status: model.form.status) { h in
        h.backLink(texts.worklist.title, to: WritingPath.worklist.link())
        h.h1(title)
        h.p("\(texts.title) · \(words.names[model.file.owner])", .class("lead"))
        if WritingDone(visit) == .step { h.alert(.good, texts.done, isAnswer: true) }
        if WritingDone(visit) == .saved { h.alert(.good, words.entry.saved, isAnswer: true) }
        h.errorSummary(model.form.summary)
        writeWay(h, model)
        writeState(h, model)
        writeGaps(h, model)
        writeSteps(h, visit, model)
        writeHistory(h, model)
        writeEntry(h, model)
    }
}

/// The way from draft to publication as links of a chain.
private func writeWay(_ h: HTML, _ model: ReviewModel) {
    let texts = model.scene.words.review
    let way: [ReviewFlow.State] = [.draft, .complete, .checked, .approved, .published]
    let state = model.file.review.state
    guard state != .archived else { return h.alert(.info, texts.stateLeads["archived"] ?? "") }
    let current = way.firstIndex(of: state) ?? way.count - 1
    h.steps(
        way.map { Crumb(texts.states[$0 == .published && state == .due ? "due" : $0.rawValue] ?? $0.rawValue) },
        current: current)
}

private func writeState(_ h: HTML, _ model: ReviewModel) {
    let words = model.scene.words
    let texts = words.review
    let file = model.file
    let state = file.review.state
    h.p {
        h.strong("\(texts.nextTitle): ")
        h.text(texts.next[state.rawValue] ?? "")
    }
    if let lead = texts.stateLeads[state.rawValue], state != .archived { h.p(lead) }
    if let expires = file.review.expires { h.p(texts.expires.filled(["day": words.formats.day(expires)])) }
    if file.publishedVersion != nil, file.review.expires == nil { h.p(texts.loaded) }
    if file.isBeingRevised || file.publishedVersion != nil && state == .draft { h.alert(.info, texts.openDraft) }
    h.actions {
        if state == .draft, model.scene.writer.writes(for: file.owner) {
            h.linkButton(texts.edit, to: WritingPath.edit.link(file.slug), .side, icon: .edit)
        }
        if file.publishedVersion != nil {
            h.linkButton(texts.publicPage, to: WritingPath.practice.link(file.slug), .side, icon: .eye)
        }
        h.linkButton(texts.versions, to: WritingPath.versions.link(file.slug), .side, icon: .list)
        if file.publishedVersion != nil, !model.scene.writer.homes.allSatisfy({ $0 == file.owner }) {
            h.linkButton(texts.adoption, to: WritingPath.adoption.link(file.slug), .side, icon: .exchange)
        }
    }
}

private func writeGaps(_ h: HTML, _ model: ReviewModel) {
    guard !model.gaps.isEmpty else { return }
    let words = model.scene.words
    let mayEdit = model.file.review.state == .draft && model.scene.writer.writes(for: model.file.owner)
    h.h2(words.review.gapsTitle)
    h.p(words.review.gapsLead)
    h.ul {
        for gap in model.gaps.map(words.gap) {
            h.li {
                if mayEdit {
                    let path = WritingPath.edit.path(model.file.slug)
                    h.a(gap.message, .href(.to(path, query: [], fragment: FieldState.id(gap.field))))
                } else {
                    h.text(gap.message)
                }
            }
        }
    }
}

/// What the visitor can do, and what not and why.
private func writeSteps(_ h: HTML, _ visit: Visit, _ model: ReviewModel) {
    let words = model.scene.words
    let texts = words.review
    h.h2(texts.doTitle)
    let refused = model.choices.filter { $0.refusal != nil }
    if !refused.isEmpty {
        h.ul {
            for choice in refused {
                h.li {
                    h.strong("\(texts.steps[choice.step.rawValue] ?? ""): ")
                    if let refusal = choice.refusal { h.text(words.refusal(refusal)) }
                }
            }
        }
    }
    let open = model.open
    guard !open.isEmpty else {
        if refused.isEmpty { h.p(texts.nothing) }
        if let problem = model.form.problem("schritt") { h.p(problem, .id(FieldState.id("schritt"))) }
        return
    }
    h.p(texts.doLead)
    h.postForm(to: WritingPath.review.link(model.file.slug), visit) {
        var state = model.form.state("schritt")
        if state.values.isEmpty, open.count == 1 { state.values = open.map(\.rawValue) }
        h.radioGroup(
            state, legend: texts.step,
            choices: open.map {
                Choice($0.rawValue, texts.steps[$0.rawValue] ?? $0.rawValue, hint: texts.stepHints[$0.rawValue])
            })
        h.textArea(model.form.state("begruendung"), label: texts.reason, hint: texts.reasonHint, rows: 3)
        h.actions { h.submitButton(texts.button, .next, icon: .arrow) }
    }
}

private func writeHistory(_ h: HTML, _ model: ReviewModel) {
    let words = model.scene.words
    let texts = words.review
    h.h2(texts.historyTitle)
    guard !model.steps.isEmpty else { return h.p(texts.noHistory) }
    h.dataTable(
        DataTable(
            texts.historyTitle,
            columns: [
                Column(texts.when), Column(texts.what), Column(texts.who), Column(texts.why), Column(texts.version),
            ],
            rows: model.steps.reversed().map { step in
                [
                    .text(words.formats.moment(step.at)), .text(texts.steps[step.step.rawValue] ?? step.step.rawValue),
                    .text(words.office(step.person, model.scene.writer)), .text(step.reason), .text("\(step.version)"),
                ]
            }, isCaptionHidden: true))
}

/// The whole entry, so that whoever checks it reads it where they decide.
private func writeEntry(_ h: HTML, _ model: ReviewModel) {
    let words = model.scene.words
    h.disclosure(words.review.entryTitle, isOpen: !model.open.isEmpty && model.file.review.state != .draft) {
        h.dl(.class("rows")) {
            for field in PracticeField.allCases where field != .fields && field != .targetGroups {
                let lines = words.lines(field, of: model.entry)
                if !lines.isEmpty {
                    h.descriptionRow(words.entry[field]) {
                        if lines.count == 1 {
                            h.text(lines[0])
                        } else {
                            h.ul { for line in lines { h.li(line) } }
                        }
                    }
                }
            }
        }
    }
}
