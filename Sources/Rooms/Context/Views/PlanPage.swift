import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kontext/{id}/plan`: fits on paper.
func planPage(_ visit: Visit, _ scene: CheckScene, _ form: FormReader, _ words: ContextWords) -> Answer {
    let texts = words.texts.plan
    return visit.checkPage(scene, words, title: texts.title, part: .plan, form: form) { h in
        if let plan = scene.file.transferPlan {
            writePlan(h, visit, plan, scene, form, words)
            if scene.mayWork {
                h.disclosure(texts.change) {
                    writePlanForm(h, visit, scene, FormReader.startingWith(form, plan), words)
                }
            }
            return
        }
        let choice = scene.file.decision?.choice
        guard choice == .plan || choice == .pilot else {
            return h.emptyState(
                texts.notYet, choice.map { texts.noTransfer.filled(["choice": words[$0]]) } ?? texts.notDecided,
                icon: .document)
        }
        let blocking = scene.file.check.findings(adaptations: scene.file.adaptations).filter(\.blocksPlan)
        if !blocking.isEmpty {
            h.alert(.warning) { h.text(texts.blocked) }
            h.ul { for finding in blocking { h.li(words.finding(finding, scene)) } }
        } else if scene.mayWork {
            writePlanForm(h, visit, scene, form, words)
        }
    }
}

extension FormReader {
    /// The form of a plan that stands already.
    fileprivate static func startingWith(_ form: FormReader, _ plan: TransferPlan) -> FormReader {
        guard form.fields.all.isEmpty else { return form }
        let fields = Fields([
            ("beginn-tag", "\(plan.start.day)"), ("beginn-monat", "\(plan.start.month)"),
            ("beginn-jahr", "\(plan.start.year)"), ("ausstieg", plan.exitCriterion),
        ])
        return (try? FormReader(fields, language: .german)) ?? form
    }
}

private func writePlanForm(
    _ h: HTML, _ visit: Visit, _ scene: CheckScene, _ form: FormReader, _ words: ContextWords
) {
    let texts = words.texts.plan
    h.postForm(to: ContextPath.plan.link(scene.record.id.text), visit) {
        h.dateField(form.dateState("beginn"), legend: texts.start)
        h.textArea(form.state("ausstieg"), label: texts.exit, hint: texts.exitHint, rows: 3, limit: 400)
        h.actions { h.submitButton(texts.make, .next, icon: .check) }
    }
}

private func writePlan(
    _ h: HTML, _ visit: Visit, _ plan: TransferPlan, _ scene: CheckScene, _ form: FormReader, _ words: ContextWords
) {
    let texts = words.texts.plan
    h.div(.class("head ctx-plan")) {
        h.keyFacts([
            KeyFact(texts.scope, plan.scope == .pilot ? texts.pilot : texts.full, icon: .flag),
            KeyFact(texts.start, words.formats.day(plan.start), icon: .calendar),
            KeyFact(texts.exit, plan.exitCriterion, icon: .exit),
        ])
        h.p(.class("no-print")) { h.printButton() }
    }
    let assumed = Set(scene.file.compensations.filter(\.isAssumed).map(\.compensation.measure))
    h.section {
        h.h2(texts.milestones)
        h.dataTable(
            DataTable(
                texts.milestones, columns: [Column(texts.what), Column(texts.who), Column(texts.until)],
                rows: plan.milestones.map { milestone in
                    let isAssumed = assumed.contains(milestone.what)
                    let owner = milestone.owner + (isAssumed ? " (\(words.texts.common.assumed))" : "")
                    return [.text(milestone.what), .text(owner), .text(words.formats.day(milestone.day))]
                }, isCaptionHidden: true))
    }
    writeResidual(h, plan, scene, words)
    writeSessions(h, visit, plan, scene, form, words)
    h.section {
        h.h2(texts.checks)
        h.timeline(
            plan.checks.map { check in
                TimelineItem(
                    when: words.formats.day(check.due),
                    title: words.texts.review.after.filled(["months": "\(check.months)"]),
                    text: check.open.isEmpty
                        ? words.texts.common.done : "\(words.texts.review.open): \(check.open.count)",
                    mark: check.due <= scene.today && !check.open.isEmpty ? .now : .usual,
                    link: ContextPath.review.link(scene.record.id.text))
            })
    }
    h.section {
        h.h2(texts.adaptations)
        h.adaptationLog(plan.adaptations, words)
    }
}

private func writeResidual(_ h: HTML, _ plan: TransferPlan, _ scene: CheckScene, _ words: ContextWords) {
    let texts = words.texts.plan
    h.section {
        h.h2(texts.residual)
        let left = scene.file.check.rows.filter { plan.residual[$0.requirement.id] != nil }
        guard !left.isEmpty else { return h.p(texts.residualNone) }
        h.ul(.class("ctx-left")) {
            for row in left.sorted(by: { $0.residual > $1.residual }) {
                h.li {
                    h.riskBadge(row.residual, words)
                    h.text(row.requirement.condition.text)
                }
            }
        }
    }
}

private func writeSessions(
    _ h: HTML, _ visit: Visit, _ plan: TransferPlan, _ scene: CheckScene, _ form: FormReader, _ words: ContextWords
) {
    let texts = words.texts.plan
    h.section {
        h.h2(texts.sessions)
        if plan.sessions.isEmpty { h.p(texts.sessionsNone, .class("muted")) }
        h.descriptionList(plan.sessions.map { (words.formats.day($0.day), $0.topic) })
        guard scene.mayWork else { return }
        h.disclosure(texts.addSession, isOpen: !form.isComplete && form.fields.text("beginn-tag") == nil) {
            h.postForm(to: ContextPath.session.link(scene.record.id.text), visit) {
                h.dateField(form.dateState("tag"), legend: texts.day)
                h.textField(form.state("thema"), label: texts.topic)
                h.actions { h.submitButton(texts.addSession) }
            }
        }
    }
}
