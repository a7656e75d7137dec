import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// What the page of one proposal shows.
struct ProposalModel {
    let proposal: OfferProposal
    let offer: Offer
    let words: ValueWords
}

/// `/register/vorschlaege`
func proposalsPage(
    _ visit: Visit, _ proposals: [(proposal: OfferProposal, detail: OfferDetail)], _ texts: RegisterTexts
) -> Answer {
    let words = texts.proposals
    let formats = Formats(visit.language)
    return visit.page(registerHead(words.title)) { h in
        h.backLink(texts.worklist.title, to: RegisterPath.list.link())
        h.h1(words.title)
        guard !proposals.isEmpty else { return h.emptyState(words.empty, words.emptyHint, icon: .check) }
        h.p(words.lead, .class("lead"))
        h.ul(.class("entries")) {
            for (proposal, detail) in proposals.prefix(200) {
                h.li {
                    h.card {
                        h.h2(.class("h4")) {
                            h.a(detail.offer.title, .href(RegisterPath.proposal.link(proposal.id.text)))
                        }
                        h.p(detail.provider.name, .class("small muted"))
                        h.p(proposal.changes.map { texts[$0.field] }.joined(separator: ", "))
                        h.p(
                            words.proposedAt.filled(["day": formats.day(proposal.proposedAt.berlinDay)]),
                            .class("small muted"))
                    }
                }
            }
        }
    }
}

/// `/register/vorschlaege/7…`
func proposalPage(_ visit: Visit, _ model: ProposalModel, _ texts: RegisterTexts) -> Answer {
    let words = texts.proposals
    let day = Formats(visit.language).day(model.proposal.proposedAt.berlinDay)
    return visit.page(registerHead("\(words.one): \(model.offer.title)")) { h in
        h.backLink(words.title, to: RegisterPath.proposals.link())
        h.h1(model.offer.title)
        h.p(words.proposedAt.filled(["day": day]), .class("lead"))
        h.dataTable(
            DataTable(
                words.acceptLegend,
                columns: [Column(texts.offers.field), Column(words.current), Column(words.proposed)],
                rows: model.proposal.changes.map { change in
                    let now = model.words.text(change.field, model.offer.value(of: change.field))
                    let then = model.words.text(change.field, change.after)
                    return [
                        .text(texts[change.field]), .text(now.isEmpty ? texts.offers.nothing : now),
                        .text(then.isEmpty ? texts.offers.nothing : then),
                    ]
                }))
        h.postForm(to: RegisterPath.proposal.link(model.proposal.id.text), visit) {
            let fields = model.proposal.changes.map(\.field)
            h.checkboxGroup(
                FieldState("feld", values: fields.map(\.rawValue)), legend: words.accept,
                choices: fields.map { Choice($0.rawValue, texts[$0]) })
            h.actions {
                h.submitButton(words.decide, .next)
                h.submitButton(words.decline, .final, name: "ablehnen", value: "ja")
            }
        }
    }
}
