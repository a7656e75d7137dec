import Design
import HTML
import Prevention
import Texts
import Transfers
import Web

/// Wunsch, Guthaben einzulösen: what a form asks for, complete and checked.
struct RedeemWish {
    let participant: ParticipantRecord
    let points: Int
    let use: Redemption
    let reason: String
    /// Names this one form, so that sending it twice books once.
    let key: String

    /// As fields of a form or an address.
    var fields: [(String, String)] {
        [
            ("kommune", participant.id.text), ("punkte", "\(points)"), ("zweck", use.rawValue), ("grund", reason),
            ("schluessel", key),
        ]
    }
}

/// `/boerse/buchungen/einloesen`: credit used outside the exchange.
func redeemPage(_ scene: Scene, _ form: FormReader) -> Answer {
    let (texts, ledger) = (scene.texts.redeem, scene.market.ledger)
    let able = scene.market.participants.filter { ledger.free(.participant($0.id)) > 0 }
    return scene.page(texts.title, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, texts.title, Crumb(scene.texts.ledger.fundTitle, ExchangePath.fund.link()))
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        guard !able.isEmpty else { return h.emptyState(texts.none, texts.noneLead, icon: .exchange) }
        h.errorSummary(form.summary)
        h.postForm(to: ExchangePath.redeem.link(), scene.visit) {
            h.hiddenField("schluessel", form.fields.text("schluessel") ?? ID<Booking>().text)
            h.selectField(
                form.state("kommune"), label: texts.who,
                choices: able.map { one in
                    let free = scene.points(ledger.free(.participant(one.id)))
                    return Choice(one.id.text, texts.free.filled(["name": one.name, "points": free]))
                }, hint: texts.whoHint)
            h.textField(form.state("punkte"), label: texts.points, kind: .number, width: .short)
            h.radioGroup(
                form.state("zweck"), legend: texts.use,
                choices: Redemption.allCases.map {
                    Choice($0.rawValue, scene.texts.words.redemptions[$0.rawValue] ?? "")
                })
            h.textField(form.state("grund"), label: texts.reason, hint: texts.reasonHint)
            h.actions { h.submitButton(texts.check, .next, icon: .arrow) }
        }
    }
}

/// What will be booked, before it is.
func redeemCheckPage(_ scene: Scene, _ wish: RedeemWish) -> Answer {
    let texts = scene.texts.redeem
    let account = Transfers.Account.participant(wish.participant.id)
    return scene.page(texts.checkTitle) { h in
        scene.crumbs(h, texts.checkTitle, Crumb(texts.title, ExchangePath.redeem.link()))
        h.h1(texts.checkTitle)
        h.p(texts.checkLead, .class("lead"))
        h.descriptionList([
            (texts.who, wish.participant.name), (texts.points, scene.points(wish.points)),
            (texts.use, scene.texts.words.redemptions[wish.use.rawValue] ?? ""), (texts.reason, wish.reason),
        ])
        balances(h, scene, scene.texts.bookings.accounts, [(account, -wish.points), (.fund, wish.points)])
        h.postForm(to: ExchangePath.redeem.link(), scene.visit) {
            for (name, value) in wish.fields { h.hiddenField(name, value) }
            h.hiddenField("geprueft", "ja")
            h.actions {
                h.submitButton(texts.now, .next, icon: .check)
                h.linkButton(texts.change, to: .to(ExchangePath.redeem.path(), query: wish.fields))
            }
        }
    }
}
