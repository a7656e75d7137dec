import Design
import HTML
import Prevention
import Texts
import Transfers
import Web
import Workflow

/// `/boerse/konto`: every booking of one municipality in both directions, what is set aside, how old its credit is.
func accountPage(_ scene: Scene, _ caller: ExchangeCaller) -> Answer {
    let texts = scene.texts.ledger
    return scene.page(texts.title) { h in
        scene.crumbs(h, texts.title)
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        let readable = scene.market.participants.filter { caller.readable.contains($0.id) }
        let wanted = scene.visit.query.text("fuer")
        guard let own = readable.first(where: { $0.id.text == wanted }) ?? readable.first else {
            if caller.isBoard {
                h.actions { h.linkButton(texts.fundTitle, to: ExchangePath.fund.link(), icon: .exchange) }
            }
            return h.emptyState(scene.texts.desk.none, scene.texts.desk.noneLead, icon: .people)
        }
        h.h2(own.name)
        tallies(h, scene, own)
        account(h, scene, .participant(own.id))
    }
}

/// Bookings, reservations and age of one account.
private func account(_ h: HTML, _ scene: Scene, _ account: Transfers.Account) {
    let (texts, ledger) = (scene.texts.ledger, scene.market.ledger)
    let rows = ledger.bookings.filter { $0.from == account || $0.to == account }.reversed()
    h.section(.labelledBy("buchungen")) {
        h.h2(texts.bookings, .id("buchungen"))
        if rows.isEmpty {
            h.p(texts.none, .class("muted"))
        } else {
            h.dataTable(
                DataTable(
                    texts.bookings,
                    columns: [
                        Column(texts.when), Column(texts.what), Column(texts.with),
                        Column(texts.change, isNumeric: true),
                    ],
                    rows: rows.map { booking in
                        let sign = booking.to == account ? 1 : -1
                        let other = booking.to == account ? booking.from : booking.to
                        return [
                            .text(scene.day(booking.at)), .text(line(scene, booking)), .text(scene.name(other)),
                            .number(
                                (sign > 0 ? "+" : "") + scene.formats.number(sign * booking.points),
                                Double(sign * booking.points)),
                        ]
                    }, isCaptionHidden: true))
        }
    }
    reservations(h, scene, account)
    let lots = Credit(of: account, in: ledger).lots
    guard account != .fund, !lots.isEmpty else { return }
    h.section(.labelledBy("alter")) {
        h.h2(texts.age, .id("alter"))
        h.p(texts.ageLead)
        h.dataTable(
            DataTable(
                texts.age,
                columns: [Column(texts.when), Column(texts.change, isNumeric: true), Column(texts.ageUntil)],
                rows: lots.map { lot in
                    [
                        .text(scene.formats.day(lot.since)),
                        .number(scene.formats.number(lot.points), Double(lot.points)),
                        .text(scene.formats.day(lot.since.adding(months: ledger.rules.creditMonths))),
                    ]
                }, isCaptionHidden: true))
    }
}

/// What is booked, and whether it was taken back later.
func line(_ scene: Scene, _ booking: Booking) -> String {
    let isReversed = scene.market.ledger.booking("reversal/\(booking.key)") != nil
    return purpose(scene, booking) + (isReversed ? " (\(scene.texts.bookings.reversed))" : "")
}

func purpose(_ scene: Scene, _ booking: Booking) -> String {
    let words = scene.texts.words
    switch booking.purpose {
    case .part(let part, let id):
        let title = scene.market.transfer(id).map { scene.title($0.transfer.practice) } ?? ""
        return "\(words.partsShort[part.rawValue] ?? ""): \(title)"
    case .fundIssue(let period): return "\(words.purposes["issue"] ?? ""), \(scene.half(period))"
    case .expiry: return words.purposes["expiry"] ?? ""
    case .redemption(let use):
        let what = words.redemptions[use.rawValue] ?? use.rawValue
        return "\(words.purposes["redemption"] ?? ""): \(what) – \(booking.reason)"
    case .closing: return words.purposes["closing"] ?? ""
    case .reversal(let key):
        let what = scene.market.ledger.booking(key).map { purpose(scene, $0) } ?? ""
        return "\(words.purposes["reversal"] ?? ""): \(what) – \(booking.reason)"
    }
}

private func reservations(_ h: HTML, _ scene: Scene, _ account: Transfers.Account) {
    let (texts, ledger) = (scene.texts.ledger, scene.market.ledger)
    let own = ledger.reservations.filter { $0.from == account || $0.to == account }
    guard account != .fund else { return }
    h.section(.labelledBy("vormerkungen")) {
        h.h2(texts.reservations, .id("vormerkungen"))
        h.p(texts.reserved)
        h.keyFacts([
            KeyFact(texts.planned, scene.points(ledger.planned(account)), icon: .clock),
            KeyFact(texts.floor, scene.points(ledger.rules.floor), icon: .down),
            KeyFact(texts.room, scene.points(ledger.room(of: account)), icon: .plus),
        ])
        guard !own.isEmpty else { return h.p(texts.reservationsNone, .class("muted")) }
        h.dataTable(
            DataTable(
                texts.reservations,
                columns: [Column(texts.what), Column(texts.with), Column(texts.change, isNumeric: true)],
                rows: own.map { one in
                    let isIncoming = one.to == account
                    let title = scene.market.transfer(one.transfer).map { scene.title($0.transfer.practice) } ?? ""
                    return [
                        .link(title, ExchangePath.transfer.link(one.transfer.text)),
                        .text(scene.name(isIncoming ? one.from : one.to)),
                        .number(
                            (isIncoming ? "+" : "−") + scene.formats.number(one.points),
                            Double(isIncoming ? one.points : -one.points)),
                    ]
                }, isCaptionHidden: true))
    }
}

/// `/boerse/fonds`: what the fund may give, what it gave, and that everything adds up to 0.
func fundPage(_ scene: Scene, _ form: FormReader) -> Answer {
    let (texts, market) = (scene.texts.ledger, scene.market)
    let half = market.day.halfYear
    let issued = market.ledger.issued(in: half)
    return scene.page(texts.fundTitle, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, texts.fundTitle)
        h.h1(texts.fundTitle)
        h.p(texts.fundLead, .class("lead"))
        h.errorSummary(form.summary)
        h.keyFacts([
            KeyFact(texts.budget, scene.points(market.rules.fundBudget), icon: .exchange),
            KeyFact(texts.issued.filled(["half": scene.half(half)]), scene.points(issued), icon: .up),
            KeyFact(texts.balance, scene.points(market.ledger.balance(of: .fund)), icon: .money),
            KeyFact(texts.sum, scene.points(market.ledger.balances.values.reduce(0, +)), icon: .check),
        ])
        h.actions {
            h.linkButton(scene.texts.bookings.title, to: ExchangePath.bookings.link(), icon: .list)
            h.linkButton(scene.texts.redeem.title, to: ExchangePath.redeem.link(), icon: .exchange)
        }
        h.div(.class("duo")) {
            for (step, title, lead) in [
                ("ausgabe", texts.issue, texts.issueLead), ("verfall", texts.expire, texts.expireLead),
            ] {
                h.div {
                    h.h2(title)
                    h.p(lead)
                    h.postForm(to: ExchangePath.fundStep.link(), scene.visit) {
                        h.textField(
                            FieldState(
                                "grund-\(step)", values: scene.visit.form.values("grund-\(step)"),
                                problem: form.problem("grund-\(step)")),
                            label: texts.reason)
                        h.actions { h.submitButton(title, .confirm, name: "schritt", value: step) }
                    }
                }
            }
        }
        account(h, scene, .fund)
    }
}

/// `/boerse/hinweise`: patterns that people should look at; never a sanction by itself.
func notesPage(_ scene: Scene) -> Answer {
    let texts = scene.texts.ledger
    let notes = scene.market.notes
    return scene.page(texts.notesTitle) { h in
        scene.crumbs(h, texts.notesTitle)
        h.h1(texts.notesTitle)
        h.p(texts.notesLead, .class("lead"))
        let below = scene.market.undercut.keys.sorted().compactMap {
            scene.belowFloor($0, scene.texts.leave.belowBoard)
        }
        let lines = below + notes.map { sentence(scene, $0) }
        guard !lines.isEmpty else { return h.emptyState(texts.notesNone, texts.notesLead, icon: .check) }
        h.ul { for line in lines { h.li(line) } }
    }
}

func sentence(_ scene: Scene, _ note: BoardNote) -> String {
    let texts = scene.texts.ledger
    switch note {
    case .concentratedPair(let one, let other, let count, let all):
        return texts.pair.filled([
            "name": scene.name(one), "with": scene.name(other), "count": scene.formats.number(count),
            "all": scene.formats.number(all),
        ])
    case .repeatedDeclines(let one, let reasons):
        let words = reasons.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map {
            "\(scene.texts.words.declineReasons[$0.key.rawValue] ?? "") (\($0.value))"
        }
        return texts.declines.filled(["name": scene.name(one), "reasons": scene.formats.list(words)])
    case .idleCredit(let one, let points):
        return texts.idle.filled(["name": scene.name(one), "points": scene.points(points)])
    }
}
