import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// What the personal page shows.
struct PersonalModel {
    let personal: PersonalVisit
    let offers: [Offer]
    /// Offers with a change that waits for a decision.
    let proposed: Set<ID<Offer>>
    let words: ValueWords
}

/// The form of one offer on the personal page.
struct PersonalOffer {
    let personal: PersonalVisit
    let form: FormReader
    let stock: FormStock
    let offer: Offer
    var conflict: FormConflict?
    var seen: Int?

    init(personal: PersonalVisit, form: FormReader, stock: FormStock, offer: Offer) {
        self.personal = personal
        self.form = form
        self.stock = stock
        self.offer = offer
    }

    var version: Int { conflict?.current ?? seen ?? offer.version }
}

/// `/anbieter/…`
func personalPage(_ visit: Visit, _ model: PersonalModel, _ texts: RegisterTexts) -> Answer {
    let (words, personal) = (texts.personal, model.personal)
    return visit.page(PageHead(words.title, isPrivate: true)) { h in
        h.h1(words.title)
        h.p(personal.provider.name, .class("lead muted"))
        if let count = visit.query.text("bestaetigt").flatMap({ Int($0) }) {
            h.alert(.good, words.confirmed(count, in: visit.language), isAnswer: true)
        }
        if visit.query.text("fertig") == "unveraendert" { h.alert(.info, words.unchanged, isAnswer: true) }
        writeDone(h, visit, texts)
        guard !model.offers.isEmpty else { return h.emptyState(words.nothing, words.nothingHint) }
        h.p(words.lead)
        h.postForm(to: RegisterPath.personalConfirmation.link(personal.token), visit) {
            h.actions { h.submitButton(words.confirmAll, .next, icon: .check) }
        }
        h.section {
            h.ul(.class("entries")) {
                for offer in model.offers { h.li { writeOffer(h, offer, model, visit, texts) } }
            }
        }
    }
}

private func writeOffer(_ h: HTML, _ offer: Offer, _ model: PersonalModel, _ visit: Visit, _ texts: RegisterTexts) {
    let shown: [OfferField] = [
        .summary, .ageRange, .sites, .schedules, .cost, .registration, .contacts, .languages, .website, .alert,
    ]
    h.card {
        h.h2(.class("h3"), content: { h.text(offer.title) })
        h.p(.class("row")) {
            statusBadge(h, offer.status, texts)
            freshnessBadge(h, offer.freshness(on: visit.today), texts)
            if model.proposed.contains(offer.id) { h.badge(texts.personal.proposalOpen, .info) }
        }
        h.dl(.class("rows")) {
            for field in shown {
                let value = model.words.text(field, offer.value(of: field))
                if !value.isEmpty { h.descriptionRow(texts[field]) { h.text(value) } }
            }
        }
        h.p {
            h.a(.class("btn btn-3 sm"), .href(RegisterPath.personalOffer.link(model.personal.token, offer.id.text))) {
                h.text(texts.personal.edit)
                h.span(" " + offer.title, .class("vh"))
            }
        }
    }
}

/// `/anbieter/…/angebote/7…`
func personalOfferPage(_ visit: Visit, _ page: PersonalOffer, _ texts: RegisterTexts) -> Answer {
    let words = texts.personal
    let head = PageHead(
        "\(words.edit): \(page.offer.title)", hasProblems: !page.form.isComplete, isPrivate: true)
    return visit.page(head, status: page.form.status(page.conflict)) { h in
        h.backLink(words.title, to: page.personal.link)
        h.h1(page.offer.title)
        h.p(words.editLead, .class("lead"))
        if let conflict = page.conflict { writeConflict(h, conflict, texts) }
        h.errorSummary(page.form.summary)
        h.postForm(to: RegisterPath.personalOffer.link(page.personal.token, page.offer.id.text), visit) {
            h.hiddenField("fassung", "\(page.version)")
            writeEnterButton(h, words.send)
            writeFamilyFields(h, page.form, page.stock, texts, visit.language)
            h.h2(words.more)
            writePlanningFields(h, page.form, texts, visit.language)
            h.actions { h.submitButton(words.send, .next) }
        }
    }
}

/// A personal link that opens nothing (any more).
func closedLinkPage(_ visit: Visit, _ texts: RegisterTexts) -> Answer {
    visit.page(PageHead(texts.personal.closedTitle, isPrivate: true), status: 404) { h in
        h.h1(texts.personal.closedTitle)
        h.p(texts.personal.closedText, .class("lead"))
        h.p { h.linkButton(texts.personal.closedWay, to: HousePages.feedback, .next) }
    }
}
