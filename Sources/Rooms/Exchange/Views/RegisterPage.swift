import Design
import HTML
import Prevention
import Texts
import Transfers
import Web

/// `/boerse/transfers/eintragen`: what two have agreed outside the rounds becomes a proposal.
func registerPage(_ scene: Scene, _ caller: ExchangeCaller, _ pairs: [SwapPair], _ form: FormReader) -> Answer {
    let texts = scene.texts.register
    return scene.page(texts.title, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, texts.title, Crumb(scene.texts.transfer.title, ExchangePath.transfers.link()))
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.p(texts.why)
        guard !pairs.isEmpty else {
            return h.emptyState(texts.none, texts.noneLead, icon: .exchange) {
                guard !caller.own.isEmpty else { return }
                h.linkButton(texts.noneOffer, to: ExchangePath.newOffer.link(), icon: .plus)
                h.linkButton(texts.noneRequest, to: ExchangePath.newRequest.link(), icon: .plus)
            }
        }
        h.errorSummary(form.summary)
        h.postForm(to: ExchangePath.register.link(), scene.visit) {
            for name in ["angebot", "gesuch"] {
                if let value = form.fields.text(name) { h.hiddenField(name, value) }
            }
            h.radioGroup(
                form.state("paar"), legend: texts.pairs, choices: pairs.map { choice(scene, $0) },
                hint: texts.pairsHint)
            h.textField(form.state("verabredet"), label: texts.agreed, hint: texts.agreedHint)
            h.actions { h.submitButton(texts.save, .next, icon: .check) }
        }
    }
}

private func choice(_ scene: Scene, _ pair: SwapPair) -> Choice {
    let texts = scene.texts.register
    let points = scene.market.rules.points.sum(pair.offer.parts)
    return Choice(
        pair.key,
        texts.pair.filled([
            "practice": scene.title(pair.offer.practice), "giver": scene.names(pair.offer.givers),
            "receiver": scene.name(pair.request.receiver),
        ]), hint: texts.after.filled(["points": scene.points(points)]))
}

/// The way to the page for who can register something with this offer or request.
func registerLink(_ h: HTML, _ scene: Scene, _ query: [(String, String)], isConcerned: Bool) {
    guard isConcerned else { return }
    h.actions {
        h.linkButton(
            scene.texts.register.link, to: .to(ExchangePath.register.path(), query: query), icon: .check,
            isSmall: true)
    }
}
