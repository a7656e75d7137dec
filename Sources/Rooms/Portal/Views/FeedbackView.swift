import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// Formular for a message to those who keep the house.
struct FeedbackView {
    let texts: PortalTexts.FeedbackWords
    let form: FormReader
    let problems: [(field: String, message: String)]
    let offer: Offer?
    let token: String?

    func write(_ h: HTML) {
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.errorSummary(problems)
        h.form(.attribute("method", "post"), .action(PortalPaths.feedback.link())) {
            if let token { h.formToken(token) }
            if let offer {
                h.alert(.info, texts.about.filled(["title": offer.title]))
                h.hiddenField("angebot", offer.id.text)
            }
            h.radioGroup(
                kindState, legend: texts.kind,
                choices: Feedback.Kind.allCases.map { Choice($0.rawValue, texts.kinds[$0.rawValue] ?? $0.rawValue) })
            h.textArea(state("nachricht"), label: texts.message, hint: texts.messageHint, rows: 6, limit: 2_000)
            h.actions { h.submitButton(texts.submit, .next) }
        }
    }

    private var kindState: FieldState {
        var state = state("thema")
        if state.values.isEmpty, problems.isEmpty, offer != nil { state.values = [Feedback.Kind.offer.rawValue] }
        return state
    }

    private func state(_ name: String) -> FieldState {
        var state = form.state(name)
        if problems.isEmpty { state.problem = nil }
        return state
    }
}

/// Open messages, oldest first.
struct InboxView {
    let texts: PortalTexts.FeedbackWords
    let items: [Feedback]
    let token: String?

    func write(_ h: HTML) {
        h.h1(items.isEmpty ? texts.inbox : texts.inboxCount(items.count, in: h.language))
        if items.isEmpty { h.p(texts.inboxEmpty, .class("lead")) }
        for item in items {
            h.card {
                h.p(.class("row small")) {
                    h.badge(texts.kinds[item.kind.rawValue] ?? item.kind.rawValue, .info)
                    h.span(h.formats.moment(item.at), .class("muted"))
                }
                for line in item.message.split(separator: "\n") { h.p(String(line)) }
                h.form(.class("row"), .attribute("method", "post"), .action(PortalPaths.inboxDone.link(item.id.text))) {
                    if let token { h.formToken(token) }
                    h.submitButton(texts.inboxDone, .confirm, icon: .check, isSmall: true)
                    if let offer = item.offerID { h.a(texts.inboxOffer, .href(PortalPaths.offer.link(offer.text))) }
                }
            }
        }
    }
}
