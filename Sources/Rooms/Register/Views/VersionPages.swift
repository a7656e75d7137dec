import Design
import HTML
import Offers
import Prevention
import Storage
import Texts
import Web

/// What the page of one change shows.
struct VersionModel {
    let offer: Offer
    let change: OfferVersion
    let differences: [OfferDifference]
    let words: ValueWords
    let isEditor: Bool
}

/// `/register/angebote/7…/fassungen`
func versionsPage(_ visit: Visit, _ offer: Offer, _ versions: [OfferVersion], _ texts: RegisterTexts) -> Answer {
    let words = texts.offers
    let formats = Formats(visit.language)
    return visit.page(registerHead("\(words.history): \(offer.title)")) { h in
        h.backLink(offer.title, to: RegisterPath.offer.link(offer.id.text))
        h.h1(words.history)
        guard !versions.isEmpty else { return h.p(words.noHistory, .class("lead")) }
        h.p(words.historyLead, .class("lead"))
        h.dataTable(
            DataTable(
                words.caption,
                columns: [Column(words.when), Column(words.actor), Column(words.what), Column(words.field)],
                rows: versions.map { version in
                    [
                        .link(
                            formats.moment(version.at), RegisterPath.version.link(offer.id.text, "\(version.replaced)")),
                        .text(actorText(version.actor, visit, texts)), .text(texts.action(version.action)),
                        .text(version.changed.map { texts[$0] }.joined(separator: ", ")),
                    ]
                }))
    }
}

/// `/register/angebote/7…/fassungen/3`
func versionPage(_ visit: Visit, _ model: VersionModel, _ texts: RegisterTexts) -> Answer {
    let words = texts.offers
    let (offer, number) = (model.offer, model.change.replaced)
    let title = words.version.filled(["version": "\(number)"])
    let when = Formats(visit.language).moment(model.change.at)
    return visit.page(registerHead("\(title): \(offer.title)")) { h in
        h.backLink(words.history, to: RegisterPath.versions.link(offer.id.text))
        h.h1(words.changeTitle.filled(["moment": when]))
        h.p("\(actorText(model.change.actor, visit, texts)): \(texts.action(model.change.action))", .class("lead"))
        writeDifferences(h, model.differences, model.words, caption: words.caption, texts)
        guard model.isEditor else { return }
        h.h2(words.restore)
        h.p(words.restoreHint)
        h.postForm(to: RegisterPath.restoration.link(offer.id.text, "\(number)"), visit) {
            h.hiddenField("fassung", "\(offer.version)")
            h.actions { h.submitButton(words.restoreButton, .confirm, icon: .back) }
        }
    }
}

/// Who acted, without names.
private func actorText(_ actor: String, _ visit: Visit, _ texts: RegisterTexts) -> String {
    if actor == visit.account?.auditActor.text { return texts.actors["you"] ?? "" }
    return texts.actors[String(actor.prefix { $0 != ":" })] ?? actor
}
