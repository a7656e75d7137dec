import Design
import HTML
import Prevention
import Texts
import Transfers
import Web
import Workflow

/// `/boerse/transfers`: those of the own municipality; the steering body sees all.
func transfersPage(_ scene: Scene, _ caller: ExchangeCaller) -> Answer {
    let texts = scene.texts.transfer
    let shown = scene.market.transfers.filter { record in
        caller.isBoard || (record.transfer.givers + [record.transfer.receiver]).contains(where: caller.sees)
    }
    return scene.page(texts.title) { h in
        scene.crumbs(h, texts.title)
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        registerLink(h, scene, [], isConcerned: caller.isBoard || !caller.own.isEmpty)
        guard !shown.isEmpty else { return h.emptyState(texts.none, texts.noneLead, icon: .exchange) }
        h.dataTable(
            DataTable(
                texts.title,
                columns: [
                    Column(texts.practice), Column(texts.giver), Column(texts.receiver),
                    Column(scene.texts.offer.state), Column(texts.proposedBy),
                ],
                rows: shown.map { record in
                    let (state, tone) = scene.state(record.state)
                    return [
                        .link(scene.title(record.transfer.practice), ExchangePath.transfer.link(record.id.text)),
                        .text(scene.names(record.transfer.givers)), .text(scene.name(record.transfer.receiver)),
                        .badge(state, tone), .text(scene.day(record.transfer.proposedAt)),
                    ]
                }, isCaptionHidden: true))
    }
}

/// `/boerse/transfers/{id}`: where it stands, what comes next and who can do it.
func transferPage(_ scene: Scene, _ caller: ExchangeCaller, _ record: TransferRecord, _ form: FormReader) -> Answer {
    let (texts, transfer) = (scene.texts.transfer, record.transfer)
    let title = scene.title(transfer.practice)
    let isInside = caller.isBoard || (transfer.givers + [transfer.receiver]).contains(where: caller.sees)
    let way = scene.texts.give.filled([
        "giver": scene.names(transfer.givers), "receiver": scene.name(transfer.receiver),
    ])
    return scene.page("\(title): \(way)", status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, title, Crumb(texts.title, ExchangePath.transfers.link()))
        let (state, tone) = scene.state(record.state)
        h.p(.class("row")) { h.badge(state, tone) }
        h.h1(title)
        h.p(way, .class("lead"))
        h.errorSummary(form.summary)
        transferPath(h, scene, record)
        TransferSteps(scene: scene, caller: caller, record: record, form: form).write(h)
        h.div(.class("duo")) {
            h.div { agreement(h, scene, record, isInside) }
            h.div { contextCheck(h, scene, record) }
        }
        if isInside { sessionPart(h, scene, caller, record, form) }
        evaluation(h, scene, record)
        thread(h, scene, record, isInside)
        if isInside {
            history(h, scene, record.steps, scene.texts.words.steps)
        } else {
            h.p(texts.privateHistory, .class("small muted"))
        }
    }
}

/// The course as links of a chain: done, now, still to come.
private func transferPath(_ h: HTML, _ scene: Scene, _ record: TransferRecord) {
    let (texts, words) = (scene.texts.transfer, scene.texts.words)
    let stages = TransferStage.allCases
    let reached = record.state.stage.flatMap { stages.firstIndex(of: $0) } ?? -1
    h.section(.labelledBy("weg")) {
        h.h2(texts.path, .id("weg"), .class("vh"))
        h.ol(.class("expath")) {
            let isProposed = reached < 0
            pathLink(h, words.stages["proposed"] ?? "", isProposed ? .now : .done, scene, record.transfer.proposedAt)
            for (index, stage) in stages.enumerated() {
                let state: PathState =
                    index <= reached ? .done : index == reached + 1 && !record.state.isOver ? .next : .later
                let at = record.transfer.course.reached(.running(stage))
                pathLink(h, words.stages[stage.rawValue] ?? stage.rawValue, state, scene, at)
            }
        }
    }
}

private enum PathState { case done, now, next, later }

private func pathLink(_ h: HTML, _ title: String, _ state: PathState, _ scene: Scene, _ at: Instant?) {
    let texts = scene.texts.transfer
    let (name, word) =
        switch state {
        case .done: ("done", texts.done)
        case .now, .next: ("now", texts.now)
        case .later: ("later", texts.later)
        }
    h.li(.class(name)) {
        h.span(.class("ring"), .hidden()) { if state == .done { h.icon(.check) } }
        h.strong(title)
        h.span(.class("small muted")) { h.text(state == .done ? at.map(scene.day) ?? word : word) }
    }
}

private func agreement(_ h: HTML, _ scene: Scene, _ record: TransferRecord, _ isInside: Bool) {
    let texts = scene.texts.transfer
    h.h2(texts.agreement)
    h.descriptionList([
        (texts.link, scene.market.request(record.transfer.request).map { scene.title($0.request.linkType) } ?? ""),
        (texts.parts, scene.parts(record.transfer.parts)),
        (texts.points, scene.points(scene.market.rules(of: record).points.sum(record.transfer.parts))),
        (texts.proposedBy, record.transfer.origin == .round ? scene.day(record.transfer.proposedAt) : texts.registered),
    ])
    if let terms = record.agreement, isInside {
        h.p(terms)
    } else {
        h.p(texts.agreementNone, .class("muted"))
    }
}

private func contextCheck(_ h: HTML, _ scene: Scene, _ record: TransferRecord) {
    let texts = scene.texts.transfer
    h.h2(texts.context)
    let isChecked = record.transfer.course.reached(.running(.contextChecked)) != nil
    h.p(isChecked ? texts.contextGood : texts.contextLead)
    h.p {
        h.linkButton(
            texts.contextLink,
            to: ExchangePath.contextCheck(
                record.transfer, scene.market.participant(record.transfer.receiver)?.areaKey), icon: .chain)
    }
}

private func sessionPart(
    _ h: HTML, _ scene: Scene, _ caller: ExchangeCaller, _ record: TransferRecord, _ form: FormReader
) {
    let texts = scene.texts.transfer
    let mayAdd = caller.parties(record.transfer).contains { $0.role != .third }
    h.section(.labelledBy("termine")) {
        h.h2(texts.sessions, .id("termine"))
        if record.sessions.isEmpty {
            h.p(texts.sessionsNone, .class("muted"))
        } else {
            h.timeline(
                record.sessions.map { session in
                    let time = BerlinTime(session.startsAt)
                    return TimelineItem(
                        when:
                            "\(scene.formats.longDay(time.day)), \(scene.formats.time(hour: time.hour, minute: time.minute))",
                        title: scene.texts.words.partsShort[session.part.rawValue] ?? "",
                        text: "\(session.place) · \(scene.formats.number(session.minutes)) Min.")
                })
            h.p { h.linkButton(texts.calendar, to: ExchangePath.calendar.link(record.id.text), icon: .calendar) }
            h.p(texts.calendarHint, .class("small muted"))
        }
        guard case .running = record.state, mayAdd else { return }
        let mustArrange = TransferSteps(scene: scene, caller: caller, record: record, form: form).mustArrange
        let isRefused = ["teil", "tag", "uhrzeit", "minuten", "ort"].contains { form.problem($0) != nil }
        h.disclosure(texts.addSession, isOpen: mustArrange || isRefused) {
            h.postForm(to: ExchangePath.sessions.link(record.id.text), scene.visit) {
                h.radioGroup(
                    form.state("teil"), legend: texts.part,
                    choices: record.transfer.parts.map {
                        Choice($0.rawValue, scene.texts.words.partsShort[$0.rawValue] ?? "")
                    })
                h.textField(form.state("tag"), label: texts.day, hint: "TT.MM.JJJJ", width: .short)
                h.textField(form.state("uhrzeit"), label: texts.time, hint: texts.timeHint, width: .short)
                h.textField(form.state("minuten"), label: texts.minutes, kind: .number, width: .short)
                h.textField(form.state("ort"), label: texts.place)
                h.actions { h.submitButton(texts.addSession, .confirm, icon: .calendar) }
            }
        }
    }
}

private func evaluation(_ h: HTML, _ scene: Scene, _ record: TransferRecord) {
    let texts = scene.texts.transfer
    if let found = record.evaluation {
        h.section(.labelledBy("auswertung")) {
            h.h2(texts.evaluation, .id("auswertung"))
            h.descriptionList([
                (texts.evaluated, "\(scene.name(found.evaluator)), \(scene.day(found.at))"),
                (texts.reached, scene.texts.words.reached[found.reached.rawValue] ?? ""),
                (texts.findings, found.findings), (texts.advice, found.advice),
            ])
        }
    } else if let due = record.transfer.evaluationDue(scene.market.rules(of: record)), !record.state.isOver {
        h.section(.labelledBy("auswertung")) {
            h.h2(texts.evaluation, .id("auswertung"))
            h.p(texts.evaluationDue.filled(["day": scene.formats.day(due)]))
        }
    }
}

/// The thread of records: what came before and what comes after.
private func thread(_ h: HTML, _ scene: Scene, _ record: TransferRecord, _ isInside: Bool) {
    let texts = scene.texts.transfer
    let transfer = record.transfer
    h.section(.labelledBy("faden")) {
        h.h2(texts.thread, .id("faden"))
        h.ul(.class("tasks")) {
            if let request = scene.market.request(transfer.request) {
                if let link = gapLink(scene, request.request) {
                    h.li { h.a(texts.gapCell, .href(link)) }
                }
                h.li { h.a(texts.request, .href(ExchangePath.request.link(request.request.id.text))) }
            }
            h.li { h.a(texts.practice, .href(ExchangePath.practice(transfer.practice))) }
            if let round = record.round.flatMap({ scene.market.round($0) }) {
                h.li { h.a(round.title, .href(ExchangePath.round.link(round.id.text))) }
            }
            h.li { h.a(scene.texts.levels.title, .href(ExchangePath.levels.link())) }
            if isInside {
                let talk = ExchangePath.conversation(Reference(.transfer, record.id))
                h.li { h.a(texts.threadLink, .href(talk)) }
            }
        }
    }
}
