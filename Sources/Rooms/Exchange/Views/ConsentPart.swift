import Design
import HTML
import Prevention
import Texts
import Transfers
import Web
import Workflow

/// Mittragen: what each giver of a joint offer has said, and the form for who is asked.
func consents(_ h: HTML, _ scene: Scene, _ caller: ExchangeCaller, _ record: OfferRecord, _ form: FormReader) {
    let (texts, offer) = (scene.texts.consent, record.offer)
    guard record.isAsking, caller.isBoard || offer.givers.contains(where: caller.sees) else { return }
    h.section(.labelledBy("mittragen")) {
        h.h2(texts.title, .id("mittragen"))
        h.p(texts.lead)
        h.ul(.class("tasks")) {
            for giver in offer.givers {
                h.li {
                    h.span(scene.name(giver))
                    said(h, scene, record.consents[giver])
                }
            }
        }
        let refused = record.waiting.filter { record.consents[$0] != nil }
        if !record.waiting.isEmpty {
            let (text, names) = refused.isEmpty ? (texts.waiting, record.waiting) : (texts.refused, refused)
            h.alert(.info, text.filled(["names": scene.names(names)]))
        }
        let own = caller.own.map(\.id).filter(offer.givers.contains)
        guard let giver = own.first(where: record.waiting.contains) ?? own.first else { return }
        guard record.consents[giver] != nil else { return answerForm(h, scene, record, giver, form) }
        h.disclosure(texts.again, isOpen: form.problem("mittragen") != nil) {
            answerForm(h, scene, record, giver, form)
        }
    }
}

private func said(_ h: HTML, _ scene: Scene, _ consent: ConsentRecord?) {
    let texts = scene.texts.consent
    guard let consent else { return h.badge(texts.asked, .warning) }
    h.badge(consent.agrees ? texts.agrees : texts.disagrees, consent.agrees ? .good : .info)
    h.span("\(scene.day(consent.at)): \(consent.reason)", .class("small muted"))
}

private func answerForm(
    _ h: HTML, _ scene: Scene, _ record: OfferRecord, _ giver: ID<Participant>, _ form: FormReader
) {
    let (texts, said) = (scene.texts.consent, record.consents[giver])
    h.postForm(to: ExchangePath.consent.link(record.offer.id.text), scene.visit) {
        if said == nil { h.p { h.strong(texts.question.filled(["name": scene.name(giver)])) } }
        h.hiddenField("fuer", giver.text)
        h.textField(
            FieldState(
                "mittragen", values: scene.visit.form.values("mittragen"), problem: form.problem("mittragen")),
            label: texts.reason, hint: texts.reasonHint)
        h.actions {
            if said?.agrees != true {
                h.submitButton(texts.yes, .confirm, name: "antwort", value: "ja", icon: .check)
            }
            if said?.agrees != false { h.submitButton(texts.no, .side, name: "antwort", value: "nein") }
        }
    }
}

/// Joint offers that wait for the word of a town, on its desk.
func waitingConsents(_ h: HTML, _ scene: Scene, _ own: ParticipantRecord) -> Bool {
    let asking = scene.market.offers.filter {
        $0.isAsking && $0.offer.givers.contains(own.id) && $0.consents[own.id] == nil
    }
    for record in asking {
        h.card("exline") {
            h.p(.class("row")) { h.badge(scene.texts.consent.desk, .warning) }
            h.h3 {
                h.a(scene.title(record.offer.practice), .href(ExchangePath.offer.link(record.offer.id.text)))
            }
            h.p(scene.names(record.offer.givers))
        }
    }
    return !asking.isEmpty
}
