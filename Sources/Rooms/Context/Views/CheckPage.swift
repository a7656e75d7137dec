import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kontext/{id}`: where the transfer stands, in one look and then condition by condition.
func checkOverview(
    _ visit: Visit, _ scene: CheckScene, _ words: ContextWords, form: FormReader? = nil
) -> Answer {
    let texts = words.texts.check
    return visit.checkPage(scene, words, title: scene.record.practiceTitle, part: .overview, form: form) { h in
        writeVerdict(h, visit, scene, words)
        h.section(.labelledBy("blick")) {
            h.h2(texts.glance, .id("blick"))
            h.div(.class("ctx-glance")) {
                h.div {
                    h.h3(texts.matrix)
                    h.riskMatrix(scene, words)
                }
                h.figure {
                    h.h3(texts.descent)
                    let drawing = DescentDrawing(scene.check.rows)
                    drawing.write(h, words)
                    h.figcaption(
                        texts.descentText.filled([
                            "before": drawing.sentence(true, words), "after": drawing.sentence(false, words),
                        ]), .class("small muted"))
                }
            }
        }
        h.section(.labelledBy("weg")) {
            h.h2(texts.path, .id("weg"))
            writePath(h, visit, scene, words)
            if scene.check.rows.contains(where: { scene.isAssumed($0.requirement.id) }) {
                h.p(words.texts.common.assumedHint, .class("small muted"))
            }
        }
        writeOpen(h, visit, scene, words, form)
        writeDecisions(h, scene, words)
        writeThread(h, scene, words)
        h.section(.labelledBy("protokoll")) {
            h.h2(texts.adaptations, .id("protokoll"))
            h.adaptationLog(scene.file.adaptations, words)
            if scene.mayWork {
                h.p {
                    h.linkButton(
                        texts.addAdaptation, to: ContextPath.adaptation.link(scene.record.id.text), icon: .plus,
                        isSmall: true)
                }
            }
        }
    }
}

/// The step before and after: the practice, and the transfer for which the check was begun.
private func writeThread(_ h: HTML, _ scene: CheckScene, _ words: ContextWords) {
    let (texts, record) = (words.texts.check, scene.record)
    h.p(.class("row no-print")) {
        h.linkButton(texts.toPractice, to: .to("/praxis/" + record.practiceSlug), icon: .document, isSmall: true)
        if let transfer = record.transfer {
            h.linkButton(texts.toTransfer, to: .to("/boerse/transfers/" + transfer), icon: .exchange, isSmall: true)
        }
    }
}

/// Recommendation and decision side by side, above everything else.
private func writeVerdict(_ h: HTML, _ visit: Visit, _ scene: CheckScene, _ words: ContextWords) {
    let texts = words.texts.check
    let id = scene.record.id.text
    let recommendation = words.recommendation(scene)
    h.div(.class("head ctx-verdict")) {
        h.div {
            h.p(texts.recommendation, .class("small muted"))
            h.p(recommendation.title, .class("h2"))
            h.p(scene.file.isRated ? recommendation.rule : texts.provisional)
        }
        h.div {
            h.p(texts.decision, .class("small muted"))
            if let decision = scene.file.decision {
                h.p(words[decision.choice], .class("h2"))
                h.p(texts.reason.filled(["reason": decision.reason]))
                if decision.deviates { h.p { h.badge(texts.deviates, .warning) } }
            } else {
                h.p(words.texts.state.decide, .class("h2"))
                if scene.mayWork, scene.file.isRated {
                    h.p { h.linkButton(texts.decide, to: ContextPath.decision.link(id), .next, icon: .arrow) }
                }
            }
        }
        h.div(.class("ctx-facts")) {
            let fit = scene.check.constitutive
            let count = scene.check.rows.count
            h.keyFacts([
                KeyFact(
                    texts.constitutive,
                    texts.ofCount.filled(["met": "\(fit.met)", "all": "\(fit.of)"]), icon: .checkCircle),
                KeyFact(
                    texts.unknown,
                    texts.ofCount.filled([
                        "met": "\(scene.check.rows.count { $0.fulfilment == .unknown })", "all": "\(count)",
                    ]), icon: .question),
            ])
            if !scene.record.occasion.isEmpty { h.p("\(texts.occasion): \(scene.record.occasion)", .class("small")) }
        }
    }
    writeProgress(h, scene, words)
}

private func writeProgress(_ h: HTML, _ scene: CheckScene, _ words: ContextWords) {
    guard !scene.file.isRated else { return }
    h.p(.class("row")) {
        h.text(
            words.texts.check.progress.filled([
                "one": "\(scene.ratedCount(1))", "two": "\(scene.ratedCount(2))", "all": "\(scene.check.rows.count)",
            ]))
        if scene.mayWork, scene.nextToRate != nil {
            h.linkButton(
                words.texts.check.goRate, to: ContextPath.rating.link(scene.record.id.text), .next, icon: .arrow)
        }
    }
}

// MARK: Condition by condition

private func writePath(_ h: HTML, _ visit: Visit, _ scene: CheckScene, _ words: ContextWords) {
    let texts = words.texts.check
    h.table(.class("ctx-path")) {
        h.caption(texts.pathCaption, .class("vh"))
        h.thead {
            h.tr {
                for title in [texts.condition, texts.found, texts.risk, texts.compensation, texts.residual] {
                    h.th(title, .scope("col"))
                }
            }
        }
        h.tbody {
            for row in scene.check.rows { writeRow(h, visit, row, scene, words) }
        }
    }
}

private func writeRow(
    _ h: HTML, _ visit: Visit, _ row: ContextCheck.Row, _ scene: CheckScene, _ words: ContextWords
) {
    let number = scene.number(row.requirement.id)
    h.tr(.id("b-\(number)")) {
        h.th(.scope("row")) {
            h.span("\(number)", .class("ctx-number"))
            h.span {
                h.text(row.requirement.condition.text)
                h.small("\(row.requirement.condition.category.rawValue) · \(words[row.requirement.weight])")
                if scene.isAssumed(row.requirement.id) { h.badge(words.texts.common.assumed, .info) }
            }
        }
        h.td(.attribute("data-head", words.texts.check.found)) { writeFound(h, row, scene, words) }
        h.td(.attribute("data-head", words.texts.check.risk)) { h.riskBadge(row.colour, words) }
        h.td(.class("ctx-fix"), .attribute("data-head", words.texts.check.compensation)) {
            writeFix(h, visit, row, scene, words)
        }
        h.td(.attribute("data-head", words.texts.check.residual)) { h.riskBadge(row.residual, words) }
    }
}

private func writeFound(_ h: HTML, _ row: ContextCheck.Row, _ scene: CheckScene, _ words: ContextWords) {
    let texts = words.texts.check
    let lines = scene.lines(row.requirement.id)
    switch row.verdict {
    case .open:
        h.p(scene.hidden.contains(row.requirement.id) ? texts.hidden : texts.open, .class("muted"))
    case .agreed(let found): h.p { h.strong(words[found]) }
    case .single(let found):
        h.p { h.strong(words[found]) }
        if !scene.file.isOpen { h.p(texts.single, .class("small muted")) }
    case .disputed:
        h.p { h.badge(texts.disputed, .warning) }
        h.div(.class("ctx-both")) {
            for line in lines {
                h.div {
                    h.strong(words[line.rating.fulfilment])
                    h.p("\(line.role): \(line.rating.evidence)", .class("small"))
                }
            }
        }
        h.p(texts.worse, .class("small muted"))
        return
    }
    guard !lines.isEmpty else { return }
    let told = lines.filter { !$0.rating.evidence.isEmpty }.map { "\($0.role): \($0.rating.evidence)" }
    let same = Set(lines.map(\.rating.evidence)).count == 1
    for sentence in same ? Array(told.prefix(1)) : told { h.p(sentence, .class("small muted")) }
}

private func writeFix(
    _ h: HTML, _ visit: Visit, _ row: ContextCheck.Row, _ scene: CheckScene, _ words: ContextWords
) {
    let texts = words.texts.check
    let address = ContextPath.compensation.path(scene.record.id.text)
    if row.compensations.isEmpty {
        if row.colour == .green { return h.p(texts.notNeeded, .class("muted")) }
        h.p(texts.noCompensation)
    }
    for compensation in row.compensations {
        h.p(.class("row")) { for kind in compensation.kinds { h.badge(words[kind]) } }
        h.p { h.strong(compensation.measure) }
        h.p(facts(compensation, words), .class("small"))
        if let core = compensation.touchesCore { writeCore(h, compensation, core, scene, words) }
        if scene.mayWork {
            h.p {
                h.a(
                    .href(
                        .to(
                            address,
                            query: [("bedingung", row.requirement.id.text), ("ausgleich", compensation.id.text)]))
                ) {
                    h.text(texts.editCompensation)
                    h.span(
                        " \(words.texts.common.number.filled(["number": "\(scene.number(row.requirement.id))"]))",
                        .class("vh"))
                }
            }
        }
    }
    if scene.mayWork, row.compensations.isEmpty, scene.file.isRated {
        h.p {
            h.a(
                "\(texts.addCompensation) (\(scene.number(row.requirement.id)))",
                .href(.to(address, query: [("bedingung", row.requirement.id.text)])))
        }
    }
}

private func facts(_ compensation: Compensation, _ words: ContextWords) -> String {
    let texts = words.texts.check
    return [
        texts.owner.filled(["owner": compensation.owner]),
        compensation.due.map { texts.due.filled(["day": words.formats.day($0)]) },
        compensation.cost.map { texts.cost.filled(["cost": words.formats.money($0)]) },
    ].compactMap { $0 }.joined(separator: " · ")
}

private func writeCore(
    _ h: HTML, _ compensation: Compensation, _ core: String, _ scene: CheckScene, _ words: ContextWords
) {
    let texts = words.texts.check
    h.p(texts.core.filled(["core": core]), .class("small"))
    if let comment = compensation.giversComment, !comment.isEmpty {
        h.p(texts.comment.filled(["comment": comment]), .class("small"))
    } else {
        h.p { h.badge(texts.commentMissing, .warning) }
    }
    if scene.mayComment {
        h.p {
            h.a(
                "\(texts.giveComment) (\(scene.number(compensation.requirement)))",
                .href(
                    .to(
                        ContextPath.comment.path(scene.record.id.text),
                        query: [("ausgleich", compensation.id.text)])))
        }
    }
}

// MARK: What is open, what was decided

private func writeOpen(
    _ h: HTML, _ visit: Visit, _ scene: CheckScene, _ words: ContextWords, _ form: FormReader?
) {
    let texts = words.texts.check
    let findings = scene.check.findings(adaptations: scene.file.adaptations)
    let canOpen = scene.mayWork && !scene.file.isRated
    guard !findings.isEmpty || canOpen || scene.file.isOpen else { return }
    h.section(.labelledBy("offen")) {
        h.h2(texts.openTitle, .id("offen"))
        if let reason = scene.record.openedBecause {
            h.p(texts.openedBecause.filled(["reason": reason]))
        }
        if !findings.isEmpty {
            h.ul {
                for finding in findings {
                    h.li {
                        h.text(words.finding(finding, scene) + " ")
                        if finding.blocksPlan { h.badge(words.texts.finding.blocks, .warning) }
                    }
                }
            }
        }
        guard canOpen, scene.file.canBeOpened else { return }
        h.disclosure(texts.opening, isOpen: form?.isComplete == false) {
            h.p(texts.openingLead)
            h.postForm(to: ContextPath.opening.link(scene.record.id.text), visit) {
                h.textField(form?.state("grund") ?? FieldState("grund"), label: texts.openingReason)
                h.actions { h.submitButton(texts.opening) }
            }
        }
    }
}

private func writeDecisions(_ h: HTML, _ scene: CheckScene, _ words: ContextWords) {
    let texts = words.texts.check
    guard !scene.file.decisions.isEmpty else { return }
    h.section(.labelledBy("entscheidungen")) {
        h.h2(texts.decision, .id("entscheidungen"))
        h.ul(.class("entries")) {
            for decision in scene.file.decisions.reversed() {
                h.li {
                    h.strong(
                        texts.decidedOn.filled([
                            "day": words.formats.day(decision.at.berlinDay), "choice": words[decision.choice],
                        ]))
                    h.p(texts.reason.filled(["reason": decision.reason]))
                    if decision.deviates { h.p { h.badge(texts.deviates, .warning) } }
                }
            }
        }
        if scene.mayWork {
            h.p { h.a(texts.decide, .href(ContextPath.decision.link(scene.record.id.text))) }
        }
    }
}

extension HTML {
    /// Anpassungsprotokoll: each change of the practice with its eight answers in short.
    func adaptationLog(_ adaptations: [Adaptation], _ words: ContextWords) {
        let texts = words.texts.adapt
        guard !adaptations.isEmpty else { return p(texts.none, .class("muted")) }
        ul(.class("entries")) {
            for adaptation in adaptations {
                li {
                    strong(adaptation.what)
                    p(.class("row")) {
                        badge(words[adaptation.nature])
                        badge(words[adaptation.part])
                        badge(words[adaptation.level])
                        badge(words[adaptation.moment])
                        badge(adaptation.isPlanned ? texts.wasPlanned : texts.unplanned)
                    }
                    p(adaptation.why)
                    p(
                        [
                            formats.day(adaptation.day),
                            texts.decidedBy.filled(["roles": formats.list(adaptation.decidedBy)]),
                            adaptation.coreElement.map { texts.changes.filled(["core": $0]) } ?? texts.kept,
                        ].joined(separator: " · "), .class("small muted"))
                }
            }
        }
    }
}
