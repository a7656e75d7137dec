import Areas
import Design
import HTML
import Prevention
import Texts
import Transfers
import Web

/// `/boerse/einrichten`: who takes part with which limits, and which links are passed on.
func setupPage(_ scene: Scene, _ form: FormReader) -> Answer {
    let texts = scene.texts.setup
    return scene.page(texts.title, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, texts.title)
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.errorSummary(form.summary)
        participants(h, scene, form)
        h.section(.labelledBy("kettenglieder")) {
            h.h2(scene.texts.levels.catalogueTitle, .id("kettenglieder"))
            h.p { h.a(texts.catalogue, .href(ExchangePath.catalogue.link())) }
            h.disclosure(texts.addLink, isOpen: form.problem("titel") != nil) { linkForm(h, scene, form) }
        }
    }
}

private func participants(_ h: HTML, _ scene: Scene, _ form: FormReader) {
    let texts = scene.texts.setup
    h.section(.labelledBy("teilnehmende")) {
        h.h2(scene.texts.round.participants, .id("teilnehmende"))
        if scene.market.participants.isEmpty {
            h.p(texts.none, .class("muted"))
        } else {
            h.dataTable(
                DataTable(
                    scene.texts.round.participants,
                    columns: [
                        Column(scene.texts.offer.municipality), Column(texts.kind), Column(texts.give, isNumeric: true),
                        Column(texts.receive, isNumeric: true), Column(scene.texts.offer.state),
                    ],
                    rows: scene.market.participants.map { one in
                        [
                            .text(one.name), .text(scene.texts.words.participantKinds[one.kind.rawValue] ?? ""),
                            .number("\(one.limits.give)", Double(one.limits.give)),
                            .number("\(one.limits.receive)", Double(one.limits.receive)),
                            state(scene, one),
                        ]
                    }, isCaptionHidden: true))
        }
        h.disclosure(texts.add, isOpen: form.problem("gebiet") != nil || form.problem("geben") != nil) {
            h.postForm(to: ExchangePath.setup.link(), scene.visit) {
                h.selectField(
                    form.state("gebiet"), label: texts.area, choices: areas(scene), hint: texts.areaHint,
                    emptyChoice: "–")
                h.selectField(
                    form.state("art"), label: texts.kind,
                    choices: Participant.Kind.allCases.map {
                        Choice($0.rawValue, scene.texts.words.participantKinds[$0.rawValue] ?? "")
                    })
                h.textField(form.state("geben"), label: texts.give, hint: texts.limitHint, kind: .number, width: .short)
                h.textField(
                    form.state("nehmen"), label: texts.receive, hint: texts.limitHint, kind: .number, width: .short)
                h.textField(form.state("grund"), label: texts.reason)
                h.actions { h.submitButton(texts.add, .confirm, name: "schritt", value: "kommune") }
            }
        }
    }
}

/// Since when and why it is gone, or the way to let it leave.
private func state(_ scene: Scene, _ one: ParticipantRecord) -> TableCell {
    if let left = scene.left(one, scene.texts.leave.state) { return .text(left) }
    return .link(scene.texts.leave.action.filled(["name": one.name]), ExchangePath.leave.link(one.id.text))
}

/// Kreise and towns, each with its Kreis.
private func areas(_ scene: Scene) -> [Choice] {
    scene.tree.areas.filter { [.kreis, .city, .municipality].contains($0.level) }
        .sorted { ($0.name, $0.key) < ($1.name, $1.key) }.map { area in
            let around = area.parentID.flatMap { scene.tree[$0] }?.name
            return Choice(area.key.text, [area.name, around].compactMap { $0 }.joined(separator: ", "))
        }
}

private func linkForm(_ h: HTML, _ scene: Scene, _ form: FormReader) {
    let (texts, levels) = (scene.texts.setup, scene.texts.levels)
    h.postForm(to: ExchangePath.setup.link(), scene.visit) {
        h.textField(form.state("titel"), label: levels.link)
        h.selectField(
            form.state("phase"), label: levels.stage,
            choices: LifeStage.allCases.map { Choice($0.rawValue, scene.words[$0]) })
        h.selectField(
            form.state("feld"), label: levels.field,
            choices: FieldOfAction.allCases.map { Choice($0.rawValue, scene.words[$0]) })
        h.radioGroup(
            form.state("pflicht"), legend: levels.obligation,
            choices: LinkType.Obligation.allCases.map {
                Choice($0.rawValue, scene.texts.words.obligations[$0.rawValue] ?? "")
            })
        h.textField(
            FieldState(
                "begruendung", values: scene.visit.form.values("begruendung"), problem: form.problem("begruendung")),
            label: texts.reason)
        h.actions { h.submitButton(texts.addLink, .confirm, name: "schritt", value: "kettenglied") }
    }
}
