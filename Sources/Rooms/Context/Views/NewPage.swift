import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// What can be chosen for a new check.
struct NewModel {
    let practices: [ContextPorts.PracticeFacts]
    let givers: [Area]
    let receivers: [Area]
    let chosen: ContextPorts.PracticeFacts?
    let receiver: ID<Area>?
    let transfer: String
}

/// `/kontext/neu`
func newPage(_ visit: Visit, _ model: NewModel, _ form: FormReader, _ words: ContextWords) -> Answer {
    let texts = words.texts.new
    let head = PageHead(texts.title, section: ContextRoom.name, hasProblems: !form.isComplete, isPrivate: true)
    return visit.page(head, status: form.status) { h in
        h.backLink(words.texts.start.title, to: ContextPath.start.link())
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        guard !model.practices.isEmpty else {
            return h.emptyState(texts.noPractice, texts.noPracticeText, icon: .document)
        }
        h.errorSummary(form.summary)
        h.postForm(to: ContextPath.new.link(), visit) {
            if !model.transfer.isEmpty { h.hiddenField("transfer", model.transfer) }
            h.selectField(
                form.state("praxis", now: model.chosen?.slug), label: texts.practice,
                choices: model.practices.map { Choice($0.slug, $0.title) }, hint: texts.practiceHint,
                emptyChoice: words.texts.common.choose)
            h.selectField(
                form.state("von", now: model.chosen?.municipalities.first?.text), label: texts.giver,
                choices: model.givers.map { Choice($0.id.text, $0.name) }, emptyChoice: words.texts.common.choose)
            h.selectField(
                form.state("nach", now: model.receiver?.text), label: texts.receiver,
                choices: model.receivers.map { Choice($0.id.text, $0.name) }, emptyChoice: words.texts.common.choose)
            h.textField(form.state("anlass"), label: texts.occasion, hint: texts.occasionHint, isOptional: true)
            h.actions { h.submitButton(texts.button, .next, icon: .arrow) }
        }
    }
}

/// `/kontext/bedingungen`: every condition with its names in research.
func cataloguePage(_ visit: Visit, _ words: ContextWords) -> Answer {
    let texts = words.texts.catalogue
    let head = PageHead(texts.title, section: ContextRoom.name)
    return visit.page(head) { h in
        h.backLink(words.texts.start.title, to: ContextPath.start.link())
        h.h1(texts.title)
        h.p(texts.lead.filled(["count": h.formats.number(ConditionCatalogue.all.count)]), .class("lead"))
        for category in Condition.Category.allCases {
            h.section {
                h.h2("\(category.rawValue) \(words[category])")
                h.dataTable(
                    DataTable(
                        words[category],
                        columns: [Column(texts.condition), Column(texts.check), Column(texts.names)],
                        rows: ConditionCatalogue.all.filter { $0.category == category }.map {
                            [.text($0.text), .text($0.howToCheck), .text($0.alsoKnownAs.joined(separator: ", "))]
                        }, isCaptionHidden: true))
            }
        }
    }
}
