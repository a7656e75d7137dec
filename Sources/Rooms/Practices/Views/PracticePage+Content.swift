import Design
import HTML
import Practice
import Prevention
import Texts

/// Need, goal, and how it is meant to work, in three steps.
func practiceAbout(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let practice = model.practice
    let texts = words.texts.page
    let effect = practice.effectModel
    let transition = practice.place.transition.map { words.vocabulary[$0] } ?? ""
    let rows = [(texts.need, practice.need), (texts.goal, practice.goal), (texts.transition, transition)]
        .filter { !$0.1.isEmpty }
    if !rows.isEmpty {
        h.section(.labelledBy("worum")) {
            h.h2(texts.about, .id("worum"))
            h.descriptionList(rows.map { (term: $0.0, value: $0.1) })
        }
    }
    let links = [(texts.input, effect.input), (texts.output, effect.output), (texts.outcome, effect.outcome)]
        .filter { !$0.1.isEmpty }
    guard !links.isEmpty else { return }
    h.section(.labelledBy("wirkmodell")) {
        h.h2(texts.model, .id("wirkmodell"))
        h.timeline(links.map { TimelineItem(when: $0.0, title: $0.1) })
    }
}

/// What must stay and what may be shaped, side by side.
func practiceElements(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let practice = model.practice
    guard !practice.elements.isEmpty else { return }
    let texts = words.texts.page
    h.div(.class("sides")) {
        if !practice.coreElements.isEmpty {
            h.section(.labelledBy("kern")) {
                h.h2(texts.core, .id("kern"))
                h.p(texts.coreHint, .class("small muted"))
                h.ul(.class("ticked")) {
                    for element in practice.coreElements {
                        h.li {
                            h.icon(.lock)
                            h.span(element.text)
                        }
                    }
                }
            }
        }
        if !practice.adaptables.isEmpty {
            h.section(.labelledBy("frei")) {
                h.h2(texts.free, .id("frei"))
                h.ul(.class("ticked")) {
                    for element in practice.adaptables {
                        h.li {
                            h.icon(.edit)
                            h.span(element.text)
                        }
                    }
                }
            }
        }
    }
}

func practiceSteps(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    guard !model.practice.steps.isEmpty else { return }
    h.section(.labelledBy("schritte")) {
        h.h2(words.texts.page.steps, .id("schritte"))
        h.ol { for step in model.practice.steps { h.li(step) } }
    }
}

/// Each outcome with how much it proves, what decided, when and where it stands.
func practiceEffects(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let practice = model.practice
    let texts = words.texts.page
    h.section(.labelledBy("wirkung")) {
        h.h2(texts.effects, .id("wirkung"))
        if let reach = practice.reach, reach.of > 0 {
            h.p(
                texts.reach.filled([
                    "count": words.formats.number(reach.count), "of": words.formats.number(reach.of),
                    "year": "\(reach.year)",
                    "share": words.formats.percent(100 * Double(reach.count) / Double(reach.of), places: 0),
                ]), .class("lead"))
        }
        guard !practice.outcomes.isEmpty else {
            h.p(texts.noEffects)
            return
        }
        h.ul(.class("proofs tall")) {
            for outcome in practice.outcomes { practiceOutcome(h, outcome, model, words) }
        }
    }
}

private func practiceOutcome(
    _ h: HTML, _ outcome: PracticeOutcome, _ model: PracticePageModel, _ words: ReadingWords
) {
    let proof = ShownProof(outcome.effect.level.rawValue, .effect, outcome.effect, model.today, words)
    let isBad = outcome.effect.level == .noneOrAdverse
    h.li(.class(isBad ? "bad" : proof.isPast ? "past" : nil)) {
        h.b(proof.sign)
        h.span {
            h.strong(outcome.indicator)
            if !outcome.finding.isEmpty { h.text(outcome.finding) }
            h.small([proof.word, proof.date].joined(separator: " · "))
            h.small(words.texts.proof.criterion.filled(["criterion": proof.criterion]))
            if !outcome.source.isEmpty { h.small("\(words.texts.page.source): \(outcome.source)") }
        }
    }
}

/// What helped and what got in the way; a source that names none is said to name none.
func practiceFactors(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let practice = model.practice
    let texts = words.texts.page
    h.div(.class("sides")) {
        h.section(.labelledBy("erfolg")) {
            h.h2(texts.factors, .id("erfolg"))
            if practice.successFactors.isEmpty {
                h.p(texts.noFactors, .class("muted"))
            } else {
                h.tickedList(practice.successFactors)
            }
        }
        h.section(.labelledBy("stolpern")) {
            h.h2(texts.blocks, .id("stolpern"))
            if practice.stumblingBlocks.isEmpty {
                h.p(texts.noBlocks, .class("muted"))
            } else {
                h.ul(.class("ticked")) {
                    for block in practice.stumblingBlocks {
                        h.li {
                            h.icon(.warning)
                            h.span(block)
                        }
                    }
                }
            }
        }
    }
}

func practiceEffort(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let effort = model.practice.effort
    let texts = words.texts.page
    let formats = words.formats
    var rows: [(term: String, value: String)] = []
    if let hours = effort.staffHours {
        rows.append((texts.staff, texts.hours.filled(["hours": formats.number(hours)])))
    }
    let amounts = [
        (texts.once, effort.costOnce), (texts.perYear, effort.costPerYear), (texts.perChild, effort.costPerChild),
    ]
    for (term, amount) in amounts { if let amount { rows.append((term, formats.money(amount))) } }
    let durable = effort.isDurable.map { $0 ? texts.durable : texts.notDurable }
    let funding = [effort.funding, durable ?? ""].filter { !$0.isEmpty }
    if !funding.isEmpty { rows.append((texts.funding, funding.joined(separator: ", "))) }
    h.section(.labelledBy("aufwand")) {
        h.h2(texts.effort, .id("aufwand"))
        if rows.isEmpty { h.p(texts.noEffort, .class("muted")) } else { h.descriptionList(rows) }
    }
}

/// What it needs from its surroundings, as the context model knows it.
func practiceConditions(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    guard !model.conditions.isEmpty else { return }
    let texts = words.texts.page
    h.section(.labelledBy("bedingungen")) {
        h.h2(texts.conditions, .id("bedingungen"))
        h.p(texts.conditionsHint, .class("small muted"))
        h.ul {
            for condition in model.conditions {
                h.li {
                    h.text(condition.text + " ")
                    if condition.isConstitutive { h.badge(texts.must, .warning, icon: .lock) }
                    if !condition.why.isEmpty { h.p(condition.why, .class("small muted")) }
                }
            }
        }
        if model.pages.contains(.check) {
            h.p { h.a(texts.check, .href(model.check)) }
        }
    }
}

/// Who took it over and what happened there; where it stopped is shown as plainly as where it works.
func practiceAdopters(_ h: HTML, _ model: PracticePageModel, _ words: ReadingWords) {
    let texts = words.texts.page
    h.section(.labelledBy("uebernahmen")) {
        h.h2(texts.adopters, .id("uebernahmen"))
        if model.practice.adopters.isEmpty {
            h.p(texts.noAdopters, .class("muted"))
        } else {
            h.ul(.class("entries")) {
                for adopter in model.practice.adopters {
                    h.li {
                        h.card {
                            h.div(.class("row")) { h.badge(words.result(adopter.result), tone(adopter.result)) }
                            h.h3(model.name(adopter.municipality) ?? "–", .class("h4"))
                            if !adopter.story.isEmpty { h.p(adopter.story) }
                            let since = adopter.since.map { [words.texts.proof.since.filled(["year": "\($0)"])] } ?? []
                            let seen =
                                adopter.followedUp.map { texts.seen.filled(["day": words.formats.day($0)]) }
                                ?? texts.notSeen
                            h.p((since + [seen]).joined(separator: " · "), .class("small muted"))
                        }
                    }
                }
            }
        }
    }
}

private func tone(_ result: Adopter.Result) -> Tone? {
    switch result {
    case .works: .good
    case .adapted, .running: .info
    case .stopped: .danger
    case .notKnown: nil
    }
}
