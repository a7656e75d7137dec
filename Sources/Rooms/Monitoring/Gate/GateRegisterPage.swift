import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// `/monitoring/freigabe/verzeichnis`: every decision, newest first.
func gateRegister(
    _ visit: Visit, _ decisions: [GateDecision], _ names: [String: String], _ texts: MonitoringTexts.Gate
) -> Answer {
    let head = PageHead(texts.register, description: texts.registerLead, section: MonitoringRoom.name)
    return visit.page(head) { h in
        h.header(.class("masthead")) {
            h.h1(texts.register)
            h.p(texts.registerLead, .class("lead"))
            if visit.isPlanner { h.p { h.a(texts.toGate, .href(MonitoringPath.gate.link())) } }
        }
        switch visit.query.text("fertig") {
        case "freigabe": h.alert(.good, texts.done, isAnswer: true)
        case "ruecknahme": h.alert(.good, texts.withdrawDone, isAnswer: true)
        default: break
        }
        if decisions.isEmpty { h.emptyState(texts.registerEmpty, texts.registerEmptyHint, icon: .lock) {} }
        for decision in decisions { entry(h, decision, names, visit, texts) }
    }
}

private func entry(
    _ h: HTML, _ decision: GateDecision, _ names: [String: String], _ visit: Visit, _ texts: MonitoringTexts.Gate
) {
    let formats = Formats(visit.language)
    let publication = decision.publication
    let primary = decision.counts.filter(\.key.isPrimary).values.reduce(0, +)
    h.article(.class("card")) {
        h.h2(.class("h3")) {
            h.text(decision.rules.map { names[$0.indicator] ?? $0.indicator }.joined(separator: ", "))
        }
        h.p {
            state(h, publication, visit, texts)
            h.text(" \(texts.number) \(publication.number) · \(formats.moment(publication.at))")
        }
        h.p(
            texts.decision.filled([
                "shown": formats.number(decision.counts[.published] ?? 0), "small": formats.number(primary),
                "other": formats.number(decision.counts[.secondary] ?? 0),
                "periods": formats.list(decision.periods),
            ]))
        h.disclosure(texts.details) {
            h.ul {
                for rule in decision.rules {
                    h.li("\(names[rule.indicator] ?? rule.indicator): \(texts.limits(rule))")
                }
                h.li(texts.fingerprint.filled(["hash": String(publication.hash.prefix(16))]))
                h.li("\(texts.who): \(publication.actor)")
            }
        }
        if visit.isPlanner, publication.withdrawnAt == nil { withdrawal(h, publication, visit, texts) }
    }
}

private func state(_ h: HTML, _ publication: Publication, _ visit: Visit, _ texts: MonitoringTexts.Gate) {
    let formats = Formats(visit.language)
    if publication.withdrawnAt != nil {
        h.badge(texts.withdrawn, .danger)
    } else if let day = publication.embargoUntil, visit.today < day {
        h.badge(texts.waiting, .warning)
        h.text(" " + texts.embargoUntil.filled(["day": formats.day(day)]))
    } else {
        h.badge(texts.visible, .good)
    }
}

private func withdrawal(_ h: HTML, _ publication: Publication, _ visit: Visit, _ texts: MonitoringTexts.Gate) {
    h.disclosure(texts.withdraw) {
        h.postForm(to: MonitoringPath.gateWithdrawal.link(publication.id.text), visit) {
            h.textField(
                FieldState("grund-\(publication.number)"), label: texts.withdrawReason, hint: texts.withdrawHint,
                isOptional: true)
            h.actions { h.submitButton(texts.withdraw, .final) }
        }
    }
}
