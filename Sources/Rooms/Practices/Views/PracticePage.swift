import Areas
import Design
import HTML
import Practice
import Prevention
import Texts
import Web

/// What the page of a practice shows.
struct PracticePageModel: Sendable {
    let entry: PracticeEntry
    let tree: AreaTree
    let today: Day
    let conditions: [PracticeCondition]
    let pages: Set<PracticePage>
    /// The municipality that looks for practice, with how it fits.
    let town: Area?
    let fit: PracticeFit?
    /// The gap one comes from.
    let gap: GapPlace?
    let isSignedIn: Bool

    var practice: Practice { entry.practice }
    /// A check is work of those who are signed in; everybody may read what the practice needs.
    var check: Link { PracticesPath.check(entry.slug, isSignedIn ? town : nil) }
    /// Asking for the practice, with the gap for which it is asked.
    var request: Link { PracticesPath.request(entry.slug, gap, town) }
    func name(_ area: ID<Area>) -> String? { tree[area]?.name }
    var names: [String] { practice.municipalities.compactMap(name) }
}

/// `/praxis/{slug}`
func practicePage(_ visit: Visit, _ model: PracticePageModel, _ words: ReadingWords) -> Answer {
    let title = words.title(model.entry)
    let head = PageHead(title, description: model.practice.lead, section: PracticesRoom.name)
    return visit.page(head) { h in
        h.backLink(words.texts.list.title, to: PracticesPath.list.link())
        h.article {
            practiceHead(h, model, title, words)
            familyLink(h, visit, words)
            practiceAlerts(h, model, words)
            h.div(.class("beside")) {
                h.div {
                    practiceAbout(h, model, words)
                    practiceElements(h, model, words)
                    practiceSteps(h, model, words)
                    practiceEffects(h, model, words)
                    practiceFactors(h, model, words)
                    practiceEffort(h, model, words)
                    practiceConditions(h, model, words)
                    practiceAdopters(h, model, words)
                    practicePeople(h, model, words)
                    practiceRatings(h, model, words)
                    practiceTold(h, model, words)
                    practiceDocuments(h, model, words)
                    practiceLinks(h, model, words)
                    practiceSources(h, model, words)
                }
                h.aside {
                    practiceProofs(h, model, words)
                    practiceActions(h, model, words)
                }
            }
            practiceThread(h, model, words)
        }
    }
}

private func practiceHead(_ h: HTML, _ model: PracticePageModel, _ title: String, _ words: ReadingWords) {
    let practice = model.practice
    let told = practice.background
    h.header(.class("head")) {
        h.h1(title, .lang(practice.titles[words.language.rawValue] == nil ? "de" : nil))
        let since = practice.since.map { [words.texts.proof.since.filled(["year": "\($0)"])] } ?? []
        let form = told?.form.map { [words.form($0)] } ?? []
        let state = practice.status == .notStated ? [] : [words.standing(practice.status)]
        h.p((form + model.names + since + state).joined(separator: " · "), .class("muted"))
        if !practice.lead.isEmpty { h.p(practice.lead, .class("lead")) }
        h.ageRibbon([RibbonBand(practice.place.ages)])
        h.p(.class("small")) {
            h.text(words.formats.ages(practice.place.ages))
            if told?.ages == .derived { h.text(". " + words.texts.page.agesDerived) }
            if told?.ages == .partlyDerived { h.text(". " + words.texts.page.agesPartly) }
        }
        h.div(.class("row")) {
            for field in practice.place.fields.list { h.badge(words.vocabulary[field]) }
            for line in practice.place.strategies.list { h.badge(words.strategy(line), icon: .chain) }
            if model.entry.isInvented { h.badge(words.texts.proof.invented, .info) }
        }
    }
}

/// What must not be overlooked: failed, ended, checked too long ago, made up.
private func practiceAlerts(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let texts = words.texts.page
    switch model.practice.status {
    case .failed(let why):
        h.alert(.warning, why.isEmpty ? texts.failedPlain : texts.failed.filled(["why": why]))
    case .ended(let why):
        h.alert(.warning, why.isEmpty ? texts.endedPlain : texts.ended.filled(["why": why]))
    case .pilot, .rollout, .standard, .notStated: break
    }
    if model.entry.validity(on: model.today) == "abgelaufen" { h.alert(.warning, texts.due) }
    if model.entry.isInvented { h.alert(.info, texts.inventedNote) }
}

/// The three axes beside the text, each with what decided and until when it holds.
private func practiceProofs(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let texts = words.texts
    h.section(.class("panel"), .labelledBy("pruefstand")) {
        h.h2(texts.page.glance, .id("pruefstand"))
        h.ul(.class("proofs tall")) {
            h.proof(.effect(model.entry, model.today, words), question: texts.proof.effect, isFull: true)
            h.proof(.readiness(model.entry, model.today, words), question: texts.proof.readiness, isFull: true)
            h.proof(.trust(model.entry, model.today, words), question: texts.proof.trust, isFull: true)
        }
        h.p(texts.page.glanceNote, .class("small muted"))
    }
}

/// What one can do with the practice now; only what this house has.
private func practiceActions(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let texts = words.texts.page
    let slug = model.entry.slug
    let own: [(PracticePage, String, Link)] = [
        (.sheet, texts.sheet, PracticesPath.page(slug, "blatt")),
        (.review, texts.review, PracticesPath.page(slug, "pruefung")),
        (.versions, texts.versions, PracticesPath.page(slug, "fassungen")),
        (.conversation, texts.conversation, PracticesPath.conversation(model.practice.id.text)),
    ]
    guard !model.pages.isEmpty || model.fit != nil else { return }
    h.section(.class("panel no-print"), .labelledBy("weiter")) {
        h.h2(texts.next, .id("weiter"))
        if let fit = model.fit, let town = model.town {
            h.p(
                words.texts.proof.fit.filled([
                    "met": words.formats.number(fit.met), "of": words.formats.number(fit.of), "town": town.name,
                ]))
        }
        if model.pages.contains(.check) {
            h.p { h.linkButton(texts.check, to: model.check) }
        }
        if model.pages.contains(.request) {
            h.p { h.linkButton(texts.request, to: model.request, .side) }
        }
        h.ul(.class("plain-list")) {
            for (page, title, link) in own where model.pages.contains(page) { h.li { h.a(title, .href(link)) } }
        }
    }
}

/// Where one comes from and where it goes on: gap, practice, transfer.
private func practiceThread(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let texts = words.texts.page
    let stage = model.practice.place.lifeStages.first
    var near = PracticeQuery()
    if let stage { near.chosen[.stage] = [stage.rawValue] }
    let fields = model.practice.place.fields.list.map(\.rawValue)
    if !fields.isEmpty { near.chosen[.field] = Set(fields) }
    h.section(.labelledBy("faden"), .class("no-print")) {
        h.h2(texts.thread, .id("faden"))
        h.dl(.class("rows")) {
            h.descriptionRow(texts.before) {
                if let gap = model.gap {
                    h.a(words.texts.list.gapBack, .href(gap.link))
                } else {
                    h.a(texts.gaps, .href(.to("/kette")))
                }
            }
            if model.pages.contains(.check) || model.pages.contains(.request) {
                h.descriptionRow(texts.after) {
                    h.ul(.class("plain-list")) {
                        if model.pages.contains(.check) {
                            h.li { h.a(texts.check, .href(model.check)) }
                        }
                        if model.pages.contains(.request) {
                            h.li { h.a(texts.request, .href(model.request)) }
                        }
                    }
                }
            }
            h.descriptionRow(texts.related) { h.a(texts.more, .href(near.link())) }
        }
    }
}
