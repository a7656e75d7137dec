import Design
import HTML
import Practice
import Prevention
import Texts
import Web

/// What the page of an adoption shows.
struct AdoptionModel {
    let scene: WritingScene
    let file: PracticeFile
    let form: FormReader
    /// The municipalities in whose name the visitor can speak.
    let own: [Area]
    let notices: [PracticeNotice]
    /// The version of the adoption that the form is about.
    let version: Int
    let isConflict: Bool
}

/// `/praxis/…/uebernahme`
func adoptionPage(_ visit: Visit, _ model: AdoptionModel) -> Answer {
    let words = model.scene.words
    let texts = words.entry.adoption
    let title = model.file.published?.practice.titles["de"] ?? ""
    let head = PageHead(
        "\(texts.title): \(title)", section: PracticesRoom.name, hasProblems: !model.form.isComplete, isPrivate: true)
    return visit.page(head, status: model.isConflict ? 409 : model.form.status) { h in
        h.backLink(words.entry.backToPractice, to: WritingPath.practice.link(model.file.slug))
        h.h1(texts.title)
        h.p(title, .class("lead"))
        if WritingDone(visit) == .adopted { h.alert(.good, texts.saved, isAnswer: true) }
        if WritingDone(visit) == .read { h.alert(.good, texts.read, isAnswer: true) }
        if model.isConflict { h.alert(.warning, texts.changed, isAnswer: true) }
        h.errorSummary(model.form.summary)
        writeNotices(h, visit, model)
        guard !model.own.isEmpty else { return h.p(texts.noMunicipality) }
        h.p(texts.lead)
        writeAdoptionForm(h, visit, model)
    }
}

private func writeNotices(_ h: HTML, _ visit: Visit, _ model: AdoptionModel) {
    guard !model.notices.isEmpty else { return }
    let words = model.scene.words
    let texts = words.entry.adoption
    h.section(.class("card")) {
        h.h2(texts.newsTitle)
        for notice in model.notices {
            let news = notice.isEnd ? texts.newsOfEnd : texts.news
            h.p(news.filled(["day": words.formats.day(notice.toldAt.berlinDay), "version": "\(notice.to)"]))
            h.ul {
                for sentence in words.sentences(notice, model.file) { h.li(sentence) }
            }
        }
        if model.notices.contains(where: { $0.readAt == nil }) {
            h.postForm(to: WritingPath.read.link(model.file.slug), visit) {
                h.submitButton(texts.readButton, .side, icon: .check, isSmall: true)
            }
        }
    }
}

private func writeAdoptionForm(_ h: HTML, _ visit: Visit, _ model: AdoptionModel) {
    let words = model.scene.words
    let texts = words.entry.adoption
    h.postForm(to: WritingPath.adoption.link(model.file.slug), visit) {
        h.hiddenField("fassung", "\(model.version)")
        if model.own.count == 1 {
            h.hiddenField("kommune", words.names[model.own[0].id])
            h.p {
                h.strong("\(texts.municipality): ")
                h.text(words.names[model.own[0].id])
            }
        } else if model.own.count <= 40 {
            h.selectField(
                model.form.state("kommune"), label: texts.municipality,
                choices: model.own.map { Choice(words.names[$0.id], words.names[$0.id]) })
        } else {
            h.textField(model.form.state("kommune"), label: texts.municipality, hint: words.entry.hint("weitere"))
        }
        h.textField(model.form.state("seit"), label: texts.since, width: .short, isOptional: true)
        h.radioGroup(
            model.form.state("ergebnis"), legend: texts.result,
            choices: Adopter.Result.allCases.map { Choice($0.rawValue, words.result($0)) })
        h.textArea(model.form.state("geschichte"), label: texts.story, hint: texts.storyHint, rows: 4)
        h.textField(
            model.form.state("nachschau"), label: texts.followedUp, hint: texts.followedUpHint, width: .short,
            isOptional: true)
        h.actions { h.submitButton(texts.button, .confirm) }
    }
}
