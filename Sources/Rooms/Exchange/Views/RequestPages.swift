import Design
import HTML
import Prevention
import Texts
import Transfers
import Web
import Workflow

/// `/boerse/gesuche`: what is looked for; drafts only for who wrote them and the steering body.
func requestsPage(_ scene: Scene, _ caller: ExchangeCaller) -> Answer {
    let texts = scene.texts.request
    let shown = scene.market.requests.filter { record in
        record.request.course.state == .open || caller.sees(record.request.receiver)
    }
    return scene.page(texts.title) { h in
        scene.crumbs(h, texts.title)
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        if !caller.own.isEmpty {
            h.actions { h.linkButton(texts.new, to: ExchangePath.newRequest.link(), .next, icon: .plus) }
        }
        guard !shown.isEmpty else { return h.emptyState(texts.none, texts.noneLead, icon: .search) }
        h.dataTable(
            DataTable(
                texts.title,
                columns: [
                    Column(texts.link), Column(scene.texts.offer.municipality), Column(texts.urgency),
                    Column(scene.texts.offer.state),
                ],
                rows: shown.map { record in
                    let request = record.request
                    return [
                        .link(scene.title(request.linkType), ExchangePath.request.link(request.id.text)),
                        .text(scene.name(request.receiver)), .text(urgency(scene, record)),
                        .badge(
                            scene.texts.words.requestStates[request.course.state.rawValue] ?? "",
                            scene.tone(request.course.state)),
                    ]
                }, isCaptionHidden: true))
    }
}

/// "hoch (3 von 4)", or that no analysis knows.
func urgency(_ scene: Scene, _ record: RequestRecord) -> String {
    guard record.request.urgency.cell != nil else { return scene.texts.request.urgencyUnknown }
    return scene.texts.words.urgency["\(record.request.urgency.value)"] ?? "\(record.request.urgency.value)"
}

/// `/boerse/gesuche/{id}`
func requestPage(_ scene: Scene, _ caller: ExchangeCaller, _ record: RequestRecord, _ form: FormReader) -> Answer {
    let (texts, request) = (scene.texts.request, record.request)
    let title = scene.title(request.linkType)
    let isOwn = caller.sees(request.receiver)
    let head = "\(title), \(scene.name(request.receiver))"
    return scene.page(head, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, title, Crumb(texts.title, ExchangePath.requests.link()))
        h.p(.class("row")) {
            h.badge(
                scene.texts.words.requestStates[request.course.state.rawValue] ?? "", scene.tone(request.course.state))
            h.span(scene.name(request.receiver), .class("muted"))
        }
        h.h1(title)
        h.errorSummary(form.summary)
        if isOwn, !record.need.isEmpty { h.p(record.need, .class("lead")) }
        h.dl(.class("rows")) {
            h.descriptionRow(texts.practices) {
                if request.practices.isEmpty {
                    h.text(texts.any)
                } else {
                    h.ul {
                        for practice in request.practices.sorted(by: { $0.id < $1.id }) {
                            h.li { h.a(scene.title(practice), .href(ExchangePath.practice(practice))) }
                        }
                    }
                }
            }
            h.descriptionRow(texts.urgency) {
                h.text(urgency(scene, record))
                h.p(texts.urgencyLead, .class("small muted"))
                if let link = gapLink(scene, request) { h.p { h.a(texts.gap, .href(link)) } }
            }
            h.descriptionRow(texts.waiting) { h.text(scene.formats.number(request.waitingRounds)) }
            let transfers = scene.market.transfers.filter { $0.transfer.request == request.id }
            if isOwn, !transfers.isEmpty {
                h.descriptionRow(texts.became) {
                    h.ul {
                        for record in transfers {
                            h.li {
                                h.a(
                                    scene.title(record.transfer.practice),
                                    .href(ExchangePath.transfer.link(record.id.text)))
                                h.text(" (\(scene.state(record.state).0))")
                            }
                        }
                    }
                }
            }
        }
        if isOwn {
            let talk = ExchangePath.conversation(Reference(.transferRequest, request.id))
            h.p { h.linkButton(texts.thread, to: talk, icon: .speech, isSmall: true) }
        }
        registerLink(
            h, scene, [("gesuch", request.id.text)],
            isConcerned: !SwapPair.all(scene, caller, request: request.id.text).isEmpty)
        if request.course.state == .draft, isOwn {
            h.card {
                h.h2(texts.clarify)
                h.p(texts.clarifyLead)
                h.p { h.linkButton(texts.clarifyLink, to: ExchangePath.context, icon: .speech) }
            }
        }
        stepForms(
            h, scene, texts.steps, ExchangePath.requestStep.link(request.id.text), form,
            scene.steps(request).map { step, who in
                (step.rawValue, scene.texts.words.requestSteps[step.rawValue] ?? step.rawValue, who)
            })
        if isOwn { history(h, scene, record.steps, scene.texts.words.requestSteps) }
    }
}

/// The page of the gap that a request was born from.
func gapLink(_ scene: Scene, _ request: TransferRequest) -> Link? {
    guard request.urgency.cell != nil, let link = scene.market.link(request.linkType),
        let area = scene.market.participant(request.receiver)?.areaKey
    else { return nil }
    return ExchangePath.gap(area, link.stage, link.field)
}

/// `/boerse/gesuche/neu`
func newRequestPage(_ scene: Scene, _ caller: ExchangeCaller, _ form: FormReader) -> Answer {
    let texts = scene.texts.request
    return scene.page(texts.newTitle, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, texts.newTitle, Crumb(texts.title, ExchangePath.requests.link()))
        h.h1(texts.newTitle)
        h.p(texts.newLead, .class("lead"))
        guard !caller.own.isEmpty else {
            return h.emptyState(scene.texts.desk.none, scene.texts.desk.noneLead, icon: .people)
        }
        h.errorSummary(form.summary)
        h.postForm(to: ExchangePath.newRequest.link(), scene.visit) {
            h.selectField(
                form.state("fuer"), label: scene.texts.offer.municipality,
                choices: caller.own.map { Choice($0.id.text, $0.name) })
            linkField(h, scene, form, texts.link, hint: texts.linkHint)
            if scene.practices.isEmpty {
                h.textField(form.state("praxis"), label: texts.practices, hint: texts.practicesHint, isOptional: true)
            } else {
                h.selectField(
                    form.state("praxis"), label: texts.practices,
                    choices: scene.practices.map { Choice($0.slug, $0.title) }, hint: texts.practicesHint,
                    emptyChoice: texts.any, isOptional: true)
            }
            h.textArea(form.state("bedarf"), label: texts.need, hint: texts.needHint, rows: 4, limit: 1_000)
            h.alert(.info, texts.urgencyAfter)
            h.actions { h.submitButton(texts.save, .next, icon: .check) }
        }
    }
}
