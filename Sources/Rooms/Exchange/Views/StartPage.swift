import Design
import HTML
import Prevention
import Rounds
import Texts
import Transfers
import Web
import Workflow

/// `/boerse`: what the exchange is; for members their own desk.
func startPage(_ scene: Scene) -> Answer {
    let texts = scene.texts.start
    return scene.page(texts.title, isPrivate: scene.caller != nil) { h in
        h.header(.class("head")) {
            h.h1(texts.title)
            h.p(texts.lead, .class("lead"))
        }
        announced(h, scene)
        if let caller = scene.caller {
            writeDesk(h, scene, caller)
        } else {
            h.p(texts.signIn)
        }
        h.section(.labelledBy("so-geht-es")) {
            h.h2(texts.howTitle, .id("so-geht-es"))
            let how2 = texts.how2.filled(["days": scene.formats.number(scene.market.rules.answerDays)])
            h.ol(.class("exsteps")) { for line in [texts.how1, how2, texts.how3] { h.li(line) } }
            h.p(texts.noMoney, .class("muted"))
            h.actions {
                h.linkButton(texts.catalogue, to: ExchangePath.catalogue.link(), icon: .chain)
                h.linkButton(texts.rules, to: ExchangePath.rules.link(), icon: .document)
                h.linkButton(texts.rounds, to: ExchangePath.rounds.link(), icon: .exchange)
            }
        }
    }
}

/// The round that is announced, with everything published before its deadline.
private func announced(_ h: HTML, _ scene: Scene) {
    let texts = scene.texts.start
    let open = scene.market.rounds.filter { $0.round.kind == .binding && $0.round.state == .announced }
    guard let next = open.min(by: { $0.round.deadline < $1.round.deadline }) else { return }
    h.card {
        h.p(.class("row")) { h.badge(texts.open, .info) }
        h.h2 { h.a(next.title, .href(ExchangePath.round.link(next.id.text))) }
        h.keyFacts([
            KeyFact(scene.texts.round.deadline, scene.formats.longDay(next.round.deadline), icon: .calendar),
            KeyFact(scene.texts.round.rules, next.round.rules.version, icon: .document),
            KeyFact(scene.texts.round.seed, next.round.seed, icon: .ball),
        ])
    }
}

private func writeDesk(_ h: HTML, _ scene: Scene, _ caller: ExchangeCaller) {
    if caller.isBoard { boardDesk(h, scene) }
    let left = scene.market.participants.filter { !$0.isActive && caller.readable.contains($0.id) }
    for one in left { h.alert(.info, scene.left(one, scene.texts.leave.left) ?? "") }
    guard let own = caller.acting(scene.visit) else {
        if !caller.isBoard, left.isEmpty {
            h.emptyState(scene.texts.desk.none, scene.texts.desk.noneLead, icon: .people)
        }
        return
    }
    if caller.own.count > 1 { chooseParticipant(h, scene, caller, own) }
    h.h2(scene.texts.desk.title.filled(["name": own.name]), .id("schreibtisch"))
    tallies(h, scene, own)
    waiting(h, scene, own)
    running(h, scene, own)
    evaluations(h, scene, own)
    h.div(.class("duo")) {
        h.div { ownOffers(h, scene, own) }
        h.div { ownRequests(h, scene, own) }
    }
}

private func chooseParticipant(_ h: HTML, _ scene: Scene, _ caller: ExchangeCaller, _ own: ParticipantRecord) {
    let texts = scene.texts.desk
    h.form(.attribute("method", "get"), .action(ExchangePath.start.link()), .class("row exchoose")) {
        h.selectField(
            FieldState("fuer", own.id.text), label: texts.who,
            choices: caller.own.map { Choice($0.id.text, $0.name) }, width: .half)
        h.submitButton(texts.change, .side, isSmall: true)
    }
}

/// Two tallies and the balance: never against others.
func tallies(_ h: HTML, _ scene: Scene, _ own: ParticipantRecord) {
    let texts = scene.texts.desk
    let account = Transfers.Account.participant(own.id)
    let tally = scene.market.ledger.tallies[account] ?? Ledger.Tally()
    h.keyFacts([
        KeyFact(texts.given, scene.points(tally.given), icon: .up),
        KeyFact(texts.received, scene.points(tally.received), icon: .down),
        KeyFact(texts.balance, scene.points(scene.market.ledger.balance(of: account)), icon: .exchange),
    ])
    if let text = scene.belowFloor(own.id, scene.texts.leave.below) { h.alert(.warning, text) }
    h.p { h.a(texts.account, .href(.to(ExchangePath.account.path(), query: [("fuer", own.id.text)]))) }
}

private func waiting(_ h: HTML, _ scene: Scene, _ own: ParticipantRecord) {
    let texts = scene.texts.desk
    let open = scene.market.transfers(of: own.id).filter { record in
        guard case .proposed(let accepted) = record.state else { return false }
        return accepted?.rawValue != record.transfer.role(of: own.id).rawValue
    }
    h.section(.labelledBy("antwort")) {
        h.h3(texts.waiting, .id("antwort"))
        let isAsked = waitingConsents(h, scene, own)
        if open.isEmpty, !isAsked { h.p(texts.waitingNone, .class("muted")) }
        for record in open {
            transferCard(h, scene, record, own) {
                let left = scene.market.daysLeft(record)
                h.badge(
                    left >= 0
                        ? texts.daysLeft(left, in: scene.visit.language)
                        : texts.lateBy(-left, in: scene.visit.language), left > 3 ? .info : .warning)
            }
        }
    }
}

private func running(_ h: HTML, _ scene: Scene, _ own: ParticipantRecord) {
    let texts = scene.texts.desk
    let open = scene.market.transfers(of: own.id).filter { record in
        guard !record.state.isOver else { return false }
        if case .proposed(let accepted) = record.state {
            return accepted?.rawValue == record.transfer.role(of: own.id).rawValue
        }
        return true
    }
    h.section(.labelledBy("laufend")) {
        h.h3(texts.running, .id("laufend"))
        if open.isEmpty { h.p(texts.runningNone, .class("muted")) }
        for record in open {
            transferCard(h, scene, record, own) {
                let (title, tone) = scene.state(record.state)
                h.badge(title, tone)
            }
        }
    }
}

private func evaluations(_ h: HTML, _ scene: Scene, _ own: ParticipantRecord) {
    let due = scene.market.transfers.filter { record in
        record.state == .running(.introduced) && record.transfer.role(of: own.id) == .third
            && (record.transfer.evaluationDue(scene.market.rules(of: record)).map { $0 <= scene.market.day } ?? false)
    }
    guard !due.isEmpty else { return }
    h.section(.labelledBy("auswerten")) {
        h.h3(scene.texts.desk.evaluate, .id("auswerten"))
        for record in due { transferCard(h, scene, record, own) {} }
    }
}

/// One transfer in a list: who gives whom what, and where it stands.
func transferCard(
    _ h: HTML, _ scene: Scene, _ record: TransferRecord, _ own: ParticipantRecord?, badges: () -> Void
) {
    let transfer = record.transfer
    let texts = scene.texts.desk
    h.card("exline") {
        h.p(.class("row")) {
            badges()
            if let own, transfer.receiver == own.id { h.span(texts.youReceive, .class("muted small")) }
            if let own, transfer.givers.contains(own.id) { h.span(texts.youGive, .class("muted small")) }
        }
        h.h3 {
            h.a(scene.title(transfer.practice), .href(ExchangePath.transfer.link(transfer.id.text)))
        }
        h.p(
            scene.texts.give.filled([
                "giver": scene.names(transfer.givers), "receiver": scene.name(transfer.receiver),
            ]))
    }
}

private func ownOffers(_ h: HTML, _ scene: Scene, _ own: ParticipantRecord) {
    let texts = scene.texts.desk
    let records = scene.market.offers.filter { $0.offer.givers.contains(own.id) && $0.offer.course.state != .expired }
    let entries = records.map { record -> OwnEntry in
        let (offer, state) = (record.offer, record.offer.course.state)
        return (
            scene.title(offer.practice), ExchangePath.offer.link(offer.id.text),
            scene.texts.words.offerStates[state.rawValue] ?? "", scene.tone(state)
        )
    }
    ownList(h, texts.offers, entries, none: texts.offersNone, new: (texts.newOffer, ExchangePath.newOffer), own)
}

private func ownRequests(_ h: HTML, _ scene: Scene, _ own: ParticipantRecord) {
    let texts = scene.texts.desk
    let records = scene.market.requests.filter {
        $0.request.receiver == own.id && $0.request.course.state != .withdrawn
    }
    let entries = records.map { record -> OwnEntry in
        let (request, state) = (record.request, record.request.course.state)
        return (
            scene.title(request.linkType), ExchangePath.request.link(request.id.text),
            scene.texts.words.requestStates[state.rawValue] ?? "", scene.tone(state)
        )
    }
    ownList(h, texts.requests, entries, none: texts.requestsNone, new: (texts.newRequest, ExchangePath.newRequest), own)
}

private typealias OwnEntry = (title: String, link: Link, state: String, tone: Tone?)

/// What a participant has entered, with how far it is, and the way to one more.
private func ownList(
    _ h: HTML, _ title: String, _ entries: [OwnEntry], none: String, new: (title: String, path: Path),
    _ own: ParticipantRecord
) {
    h.h3(title)
    if entries.isEmpty { h.p(none, .class("muted")) }
    h.ul(.class("tasks")) {
        for entry in entries {
            h.li {
                h.a(entry.title, .href(entry.link))
                h.badge(entry.state, entry.tone)
            }
        }
    }
    h.p { h.linkButton(new.title, to: .to(new.path.path(), query: [("fuer", own.id.text)]), icon: .plus) }
}

// MARK: Steering body

private func boardDesk(_ h: HTML, _ scene: Scene) {
    let (texts, market) = (scene.texts.desk, scene.market)
    let tasks: [(String, Int, Link)] = [
        (
            texts.draftOffers, market.offers.count { [.draft, .reviewed].contains($0.offer.course.state) },
            ExchangePath.offers.link()
        ),
        (
            texts.draftRequests, market.requests.count { $0.request.course.state == .draft },
            ExchangePath.requests.link()
        ),
        (
            texts.openRounds,
            market.rounds.count {
                [.announced, .closed, .cleared].contains($0.round.state) && $0.round.kind == .binding
            },
            ExchangePath.rounds.link()
        ),
        (
            texts.toAgree,
            market.transfers.count {
                [.running(.accepted), .running(.agreed), .running(.evaluated)].contains($0.state)
            }, ExchangePath.transfers.link()
        ),
    ]
    h.section(.labelledBy("steuerung")) {
        h.h2(texts.boardTitle, .id("steuerung"))
        h.p(texts.boardLead)
        h.ul(.class("tasks")) {
            for (title, count, link) in tasks {
                h.li {
                    h.a(title, .href(link))
                    h.badge(scene.formats.number(count), count > 0 ? .warning : .good)
                }
            }
        }
        h.actions {
            h.linkButton(texts.fund, to: ExchangePath.fund.link(), icon: .exchange, isSmall: true)
            h.linkButton(
                scene.texts.bookings.title, to: ExchangePath.bookings.link(), icon: .list, isSmall: true)
            h.linkButton(texts.notes, to: ExchangePath.notes.link(), icon: .flag, isSmall: true)
            h.linkButton(texts.levels, to: ExchangePath.levels.link(), icon: .table, isSmall: true)
            h.linkButton(texts.plan, to: ExchangePath.plan.link(), icon: .chart, isSmall: true)
            h.linkButton(scene.texts.setup.title, to: ExchangePath.setup.link(), icon: .edit, isSmall: true)
        }
    }
}
