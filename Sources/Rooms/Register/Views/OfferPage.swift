import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// What the page of an offer shows.
struct OfferPageModel {
    let detail: OfferDetail
    let caller: Caller
    let words: ValueWords
    /// Waits for a decision.
    let proposal: OfferProposal?

    var offer: Offer { detail.offer }
}

/// `/register/angebote/7…`
func offerPage(_ visit: Visit, _ model: OfferPageModel, _ texts: RegisterTexts) -> Answer {
    let (offer, words) = (model.offer, texts.offers)
    let id = offer.id.text
    return visit.page(registerHead(offer.title)) { h in
        h.backLink(texts.worklist.title, to: RegisterPath.list.link())
        h.h1(offer.title)
        h.p(model.detail.provider.name, .class("lead muted"))
        writeDone(h, visit, texts)
        if let proposal = model.proposal {
            h.alert(.info) { h.a(words.openProposal, .href(RegisterPath.proposal.link(proposal.id.text))) }
        }
        h.p(.class("row")) {
            statusBadge(h, offer.status, texts)
            freshnessBadge(h, offer.freshness(on: visit.today), texts)
            if let check = offer.check {
                h.span("\(texts.worklist.checked) \(Formats(visit.language).day(check.on))", .class("muted"))
            }
        }
        h.postForm(to: RegisterPath.confirmation.link(id), visit) {
            h.hiddenField("fassung", "\(offer.version)")
            h.p(words.confirmHint, .class("hint"))
            h.actions {
                h.submitButton(words.confirm, .next, icon: .check)
                h.linkButton(texts.form.editTitle, to: RegisterPath.edit.link(id), icon: .edit)
                h.linkButton(words.history, to: RegisterPath.versions.link(id), icon: .clock)
                if model.caller.isEditor, offer.status == .active {
                    h.linkButton(words.asPractice, to: RegisterPath.practice(offer.id), icon: .star)
                }
                if offer.isPublic(on: visit.today) {
                    h.linkButton(texts.form.view, to: RegisterPath.published(offer.id), icon: .eye)
                }
            }
        }
        writeFindings(h, offer, visit.today, texts)
        writeStatusForm(h, model, visit, texts)
        writeSummary(h, model, texts)
    }
}

/// Says what the last command has done.
func writeDone(_ h: HTML, _ visit: Visit, _ texts: RegisterTexts) {
    guard let done = Done(visit) else { return }
    let message =
        switch done {
        case .saved: texts.form.saved
        case .confirmed: texts.offers.confirmed
        case .status: texts.offers.statusChanged
        case .restored: texts.offers.restored
        case .revoked: texts.parties.revoked
        case .mailed: texts.parties.mailed
        case .decided: texts.proposals.decided
        case .proposed: texts.form.savedProposal
        }
    h.alert(.good, message, isAnswer: true)
}

private func writeFindings(_ h: HTML, _ offer: Offer, _ today: Day, _ texts: RegisterTexts) {
    let findings = offer.findings(on: today)
    guard !findings.isEmpty else { return }
    h.section(.labelledBy("fehlt")) {
        h.h2(texts.offers.findings, .id("fehlt"))
        h.taskList(
            findings.map { finding in
                let path = finding == .isOver ? RegisterPath.planning : RegisterPath.edit
                return TaskItem(texts[finding], path.link(offer.id.text), .open)
            })
    }
}

private func writeStatusForm(_ h: HTML, _ model: OfferPageModel, _ visit: Visit, _ texts: RegisterTexts) {
    let next = model.caller.nextStatuses(of: model.offer.status)
    guard !next.isEmpty else { return }
    h.section(.labelledBy("status")) {
        h.h2(texts.offers.actions, .id("status"))
        h.p(texts.statusHints[model.offer.status.rawValue] ?? "", .class("hint"))
        h.postForm(to: RegisterPath.status.link(model.offer.id.text), visit) {
            h.hiddenField("fassung", "\(model.offer.version)")
            h.actions {
                for status in next {
                    let isBig = status == .active || status == .inReview && !model.caller.isEditor
                    h.submitButton(
                        texts.statusActions[status.rawValue] ?? status.rawValue,
                        status == .ended ? .final : isBig ? .confirm : .side, name: "status", value: status.rawValue,
                        isSmall: true)
                }
            }
        }
    }
}

/// Every field that is stated, with the way to change it.
private func writeSummary(_ h: HTML, _ model: OfferPageModel, _ texts: RegisterTexts) {
    let id = model.offer.id.text
    let planning: Set<OfferField> = [
        .description, .settings, .targetGroups, .accessMode, .tier, .languages, .hasInterpreter, .needsReferral,
        .legalBasis, .fundingNote, .capacity, .reachPerYear, .areaScope, .website, .visibleFrom, .visibleTo, .alert,
        .internalNote,
    ]
    let unchangeable: Set<OfferField> = [.status, .check, .sources, .isInvented, .external, .followsOn, .leadsTo]
    let families = OfferField.allCases.filter { !planning.contains($0) && !unchangeable.contains($0) && $0 != .title }
    h.h2(texts.form.stepFamily)
    writeRows(h, model, families, RegisterPath.edit.link(id), texts)
    h.h2(texts.form.stepPlanning)
    writeRows(h, model, OfferField.allCases.filter(planning.contains), RegisterPath.planning.link(id), texts)
    let rest = OfferField.allCases.filter { [.check, .sources, .external].contains($0) }
    if rest.contains(where: { !value(model, $0).isEmpty }) {
        h.h2(texts.offers.origin)
        writeRows(h, model, rest, nil, texts)
    }
}

private func writeRows(
    _ h: HTML, _ model: OfferPageModel, _ fields: [OfferField], _ change: Link?, _ texts: RegisterTexts
) {
    let fields = fields.filter { model.caller.isEditor || !$0.isInternal }
    let stated = fields.filter { !value(model, $0).isEmpty }
    if !stated.isEmpty {
        h.dl(.class("rows")) {
            for field in stated { h.descriptionRow(texts[field], change: change) { h.text(value(model, field)) } }
        }
    }
    let missing = fields.filter { value(model, $0).isEmpty }.map { texts[$0] }
    if !missing.isEmpty, let change {
        h.p(.class("small muted")) {
            h.text(texts.offers.notStated.filled(["fields": missing.joined(separator: ", ")]) + " ")
            h.a(texts.offers.complete, .href(change))
        }
    }
}

private func value(_ model: OfferPageModel, _ field: OfferField) -> String {
    model.words.text(field, model.offer.value(of: field))
}
