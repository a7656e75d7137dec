import Design
import HTML
import Prevention
import Texts
import Web

/// Impressum, Datenschutz, Barrierefreiheit, Gebärdensprache, Quelltext: what the operator has not entered is shown as missing.
struct PageViews {
    let texts: PortalTexts.Pages
    let facts: OperatorFacts

    func imprint(_ h: HTML) {
        let words = texts.imprint
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        h.dl(.class("rows")) {
            h.descriptionRow(words.operator) { operatorLines(h) }
            h.descriptionRow(words.represented) { value(h, facts.representative) }
            h.descriptionRow(words.phone) { phone(h) }
            h.descriptionRow(words.email) { email(h) }
        }
        h.h2(words.content)
        h.p(words.contentText)
        h.h2(words.software)
        h.p(words.softwareText)
    }

    func privacy(_ h: HTML) {
        let words = texts.privacy
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        h.tickedList(words.points)
        h.h2(words.controller)
        h.dl(.class("rows")) {
            h.descriptionRow(words.controller) { operatorLines(h) }
            h.descriptionRow(words.officer) { value(h, facts.dataProtection) }
        }
        h.h2(words.rights)
        h.p(words.rightsText)
        h.p(words.authority)
    }

    func accessibility(_ h: HTML) {
        let words = texts.accessibility
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        h.h2(words.state)
        h.p(words.stateText)
        h.h2(words.open)
        h.ul { for point in words.openPoints { h.li(point) } }
        h.h2(words.feedback)
        h.p(words.feedbackText)
        h.actions {
            h.linkButton(words.feedback, to: .to("/rueckmeldung", query: [("thema", "barrier")]), .next, icon: .speech)
        }
        h.dl(.class("rows")) {
            h.descriptionRow(texts.imprint.phone) { phone(h) }
            h.descriptionRow(texts.imprint.email) { email(h) }
        }
        h.h2(words.enforcement)
        h.p(words.enforcementText)
    }

    func signLanguage(_ h: HTML) {
        let words = texts.signLanguage
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        h.div(.class("videoslot")) { h.icon(.signLanguage) }
        h.p(words.text)
        h.actions {
            h.linkButton(
                words.find, to: PortalQuestion().with { $0.accessibility = [.signLanguage] }.link, .next, icon: .arrow)
        }
    }

    func source(_ h: HTML, version: String) {
        let words = texts.source
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        h.ul {
            h.li(words.licence)
            if !version.isEmpty { h.li(words.version.filled(["version": version])) }
        }
        if let link = facts.sourceCode.flatMap(Link.outside) {
            h.actions { h.linkButton(words.link, to: link, .confirm, icon: .external) }
        } else {
            h.p(texts.missing, .class("muted"))
        }
    }

    // MARK: The operator

    private func value(_ h: HTML, _ text: String?) {
        if let text { h.text(text) } else { h.span(texts.missing, .class("muted")) }
    }

    private func operatorLines(_ h: HTML) {
        value(h, facts.name)
        for line in (facts.address ?? "").split(separator: ",") {
            h.br()
            h.text(String(line))
        }
    }

    private func phone(_ h: HTML) {
        if let phone = facts.phone, let link = Contact.call(phone) { h.a(phone, .href(link)) } else { value(h, nil) }
    }

    private func email(_ h: HTML) {
        if let email = facts.email, let link = Contact.write(email) { h.a(email, .href(link)) } else { value(h, nil) }
    }
}
