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
                if scene.caller != nil {
                    h.linkButton(texts.allOffers, to: ExchangePath.offers.link(), icon: .list)
                    h.linkButton(texts.allRequests, to: ExchangePath.requests.link(), icon: .search)
                    h.linkButton(scene.texts.levels.title, to: ExchangePath.levels.link(), icon: .table)
                }
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

/// What the municipality has to do, and until when.
private func waiting(_ h: HTML, _ scene: Scene, _ own: ParticipantRecord) {
    let texts = scene.texts.desk
    let open = scene.waiting(for: own)
    h.section(.labelledBy("antwort")) {
        h.h3(texts.waiting, .id("antwort"))
        let isAsked = waitingConsents(h, scene, own)
        if open.isEmpty, !isAsked { h.p(texts.waitingNone, .class("muted")) }
        for (record, turn) in open {
            transferCard(h, scene, record, own, next: scene.task(turn)) {
                guard turn.due != nil else { return }
                let left = scene.market.daysLeft(record)
                h.badge(texts.daysLeft(left, in: scene.visit.language), left > 3 ? .info : .warning)
            }
        }
    }
}

/// What goes on without the municipality having to do anything now.
private func running(_ h: HTML, _ scene: Scene, _ own: ParticipantRecord) {
    let texts = scene.texts.desk
    let waiting = Set(scene.waiting(for: own).map(\.record.id))
    let open = scene.market.transfers(of: own.id).filter { record in
        !record.state.isOver && record.state != .running(.anchored) && !waiting.contains(record.id)
    }
    h.section(.labelledBy("laufend")) {
        h.h3(texts.running, .id("laufend"))
        if open.isEmpty { h.p(texts.runningNone, .class("muted")) }
        for record in open {
            let turn = scene.turn(record)
            transferCard(
                h, scene, record, own, next: turn.map { scene.sentence($0, of: record, for: [own]) }
            ) {
                let (title, tone) = scene.state(record.state)
                h.badge(title, tone)
            }
        }
        h.p { h.a(texts.allTransfers, .href(ExchangePath.transfers.link())) }
    }
}

/// One transfer in a list: who gives whom what, where it stands, and what comes next.
func transferCard(
    _ h: HTML, _ scene: Scene, _ record: TransferRecord, _ own: ParticipantRecord?, next: String? = nil,
    badges: () -> Void
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
        if let next { h.p { h.strong(next) } }
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

/// What waits for the steering body, each with how often and where.
func boardTasks(_ scene: Scene) -> [(title: String, count: Int, link: Link)] {
    let (texts, market) = (scene.texts.desk, scene.market)
    return [
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
            market.rounds.count { record in
                let round = record.round
                return round.kind == .binding
                    && ([.closed, .cleared].contains(round.state)
                        || round.state == .announced && round.deadline < market.day)
            },
            ExchangePath.rounds.link()
        ),
        (
            texts.toAgree, market.transfers.count { scene.turn($0)?.waitsForBoard ?? false },
            ExchangePath.transfers.link()
        ),
    ]
}

private func boardDesk(_ h: HTML, _ scene: Scene) {
    let texts = scene.texts.desk
    h.section(.labelledBy("steuerung")) {
        h.h2(texts.boardTitle, .id("steuerung"))
        h.p(texts.boardLead)
        h.ul(.class("tasks")) {
            for (title, count, link) in boardTasks(scene) {
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
