import Design
import HTML
import Prevention
import Texts
import Transfers
import Web
import Workflow

/// `/boerse/angebote`: what can be given now; drafts only for those who give and the steering body.
func offersPage(_ scene: Scene, _ caller: ExchangeCaller) -> Answer {
    let texts = scene.texts.offer
    let shown = scene.market.offers.filter { record in
        switch record.offer.course.state {
        case .open, .full: true
        case .draft, .reviewed, .paused, .expired:
            caller.isBoard || record.offer.givers.contains(where: caller.sees)
        }
    }
    return scene.page(texts.title) { h in
        scene.crumbs(h, texts.title)
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        if !caller.own.isEmpty {
            h.actions { h.linkButton(texts.new, to: ExchangePath.newOffer.link(), .next, icon: .plus) }
        }
        guard !shown.isEmpty else { return h.emptyState(texts.none, texts.noneLead, icon: .exchange) }
        h.dataTable(
            DataTable(
                texts.title,
                columns: [
                    Column(texts.practice), Column(texts.link), Column(texts.municipality), Column(texts.parts),
                    Column(texts.state),
                ],
                rows: shown.map { record in
                    let offer = record.offer
                    return [
                        .link(scene.title(offer.practice), ExchangePath.offer.link(offer.id.text)),
                        .text(scene.title(offer.linkType)), .text(scene.names(offer.givers)),
                        .text(scene.parts(offer.parts)),
                        .badge(
                            scene.texts.words.offerStates[offer.course.state.rawValue] ?? "",
                            scene.tone(offer.course.state)),
                    ]
                }, isCaptionHidden: true))
    }
}

/// `/boerse/angebote/{id}`
func offerPage(_ scene: Scene, _ caller: ExchangeCaller, _ record: OfferRecord, _ form: FormReader) -> Answer {
    let (texts, offer) = (scene.texts.offer, record.offer)
    let title = scene.title(offer.practice)
    let head = "\(title), \(scene.names(offer.givers))"
    return scene.page(head, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, title, Crumb(texts.title, ExchangePath.offers.link()))
        h.p(.class("row")) {
            h.badge(
                scene.texts.words.offerStates[offer.course.state.rawValue] ?? "", scene.tone(offer.course.state))
            h.span(scene.texts.words.kinds[offer.kind.rawValue] ?? "", .class("muted"))
        }
        h.h1(title)
        h.errorSummary(form.summary)
        if !record.note.isEmpty { h.p(record.note, .class("lead")) }
        offerFacts(h, scene, record)
        consents(h, scene, caller, record, form)
        registerLink(
            h, scene, [("angebot", offer.id.text)],
            isConcerned: !SwapPair.all(scene, caller, offer: offer.id.text).isEmpty)
        stepForms(
            h, scene, texts.steps, ExchangePath.offerStep.link(offer.id.text), form,
            scene.steps(record).map { step, who in
                (step.rawValue, scene.texts.words.offerSteps[step.rawValue] ?? step.rawValue, who)
            })
        if caller.isBoard || offer.givers.contains(where: caller.sees) {
            history(h, scene, record.steps, scene.texts.words.offerSteps)
        }
    }
}

private func offerFacts(_ h: HTML, _ scene: Scene, _ record: OfferRecord) {
    let (texts, offer) = (scene.texts.offer, record.offer)
    h.dl(.class("rows")) {
        h.descriptionRow(texts.municipality) { h.text(scene.names(offer.givers)) }
        h.descriptionRow(texts.link) { h.text(scene.title(offer.linkType)) }
        h.descriptionRow(texts.practice) {
            h.a(scene.title(offer.practice), .href(ExchangePath.practice(offer.practice)))
        }
        h.descriptionRow(texts.parts) {
            h.ul { for part in offer.parts { h.li(scene.texts.words.parts[part.rawValue] ?? "") } }
        }
        h.descriptionRow(texts.capacity) {
            h.text(
                texts.running.filled([
                    "running": scene.formats.number(scene.market.running(offer.id)),
                    "capacity": scene.formats.number(offer.capacity),
                ]))
        }
        h.descriptionRow(texts.languages) {
            h.text(scene.formats.list(record.languages.map { scene.texts.words.languages[$0] ?? $0 }))
        }
        h.descriptionRow(texts.remote) { h.text(record.isRemote ? texts.remoteHint : "–") }
        let level = scene.market.giverLevel(offer)
        h.descriptionRow(texts.level) {
            h.text(scene.texts.words.levels["\(level.rawValue)"] ?? "")
            if level < .mayPassOn, offer.kind == .practice { h.p(texts.levelLow, .class("small muted")) }
        }
    }
}

/// Buttons for the steps that can be taken now, each with the reason that goes into the history.
func stepForms(
    _ h: HTML, _ scene: Scene, _ title: String, _ link: Link, _ form: FormReader,
    _ steps: [(step: String, title: String, participant: ID<Participant>?)]
) {
    guard !steps.isEmpty else { return }
    h.section(.labelledBy("schritte")) {
        h.h2(title, .id("schritte"))
        h.postForm(to: link, scene.visit) {
            if let own = steps.lazy.compactMap(\.participant).first {
                h.input(.type("hidden"), .name("fuer"), .value(own.text))
            }
            h.textField(form.state("grund"), label: scene.texts.offer.reason, hint: scene.texts.offer.reasonHint)
            h.actions {
                for (index, step) in steps.enumerated() {
                    h.submitButton(
                        step.title,
                        ["withdraw", "expire"].contains(step.step) ? .final : index == 0 ? .next : .side,
                        name: "schritt", value: step.step)
                }
            }
        }
    }
}

/// History of a course: when, what, for whom and why; never a person.
func history(_ h: HTML, _ scene: Scene, _ steps: [StepRecord], _ words: [String: String]) {
    guard !steps.isEmpty else { return }
    h.section(.labelledBy("verlauf")) {
        h.h2(scene.texts.offer.course, .id("verlauf"))
        h.timeline(
            steps.map { step in
                let who = step.participant.map(scene.name) ?? scene.texts.board
                return TimelineItem(
                    when: "\(scene.formats.moment(step.at)) · \(who)", title: words[step.step] ?? step.step,
                    text: step.reason)
            })
    }
}

/// `/boerse/angebote/neu`
func newOfferPage(_ scene: Scene, _ caller: ExchangeCaller, _ form: FormReader) -> Answer {
    let texts = scene.texts.offer
    return scene.page(texts.newTitle, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, texts.newTitle, Crumb(texts.title, ExchangePath.offers.link()))
        h.h1(texts.newTitle)
        h.p(texts.newLead, .class("lead"))
        guard !caller.own.isEmpty else {
            return h.emptyState(scene.texts.desk.none, scene.texts.desk.noneLead, icon: .people)
        }
        h.errorSummary(form.summary)
        h.postForm(to: ExchangePath.newOffer.link(), scene.visit) { offerFields(h, scene, caller, form) }
    }
}

private func offerFields(_ h: HTML, _ scene: Scene, _ caller: ExchangeCaller, _ form: FormReader) {
    let texts = scene.texts.offer
    h.selectField(
        form.state("fuer"), label: texts.municipality, choices: caller.own.map { Choice($0.id.text, $0.name) })
    h.radioGroup(
        form.state("art"), legend: texts.kind,
        choices: TransferOffer.Kind.allCases.map {
            Choice($0.rawValue, scene.texts.words.kinds[$0.rawValue] ?? $0.rawValue)
        }, hint: texts.kindHint)
    linkField(h, scene, form, texts.link)
    practiceField(h, scene, form, texts.practice, hint: texts.practiceHint)
    h.checkboxGroup(
        form.state("teile"), legend: texts.parts,
        choices: TransferPart.allCases.map { part in
            Choice(
                part.rawValue, scene.texts.words.parts[part.rawValue] ?? "",
                hint: scene.points(scene.market.rules.points[part]))
        }, hint: texts.partsHint)
    h.textField(
        form.state("anzahl"), label: texts.capacity, hint: texts.capacityHint, kind: .number, width: .short)
    h.checkboxGroup(
        form.state("sprachen"), legend: texts.languages,
        choices: scene.texts.words.languages.sorted { $0.value < $1.value }.map { Choice($0.key, $0.value) },
        isOptional: true, isInline: true)
    h.checkbox(form.state("online"), label: texts.remote, hint: texts.remoteHint)
    h.checkboxGroup(
        form.state("gemeinsam"), legend: texts.joint,
        choices: scene.market.participants.filter(\.isActive).map { Choice($0.id.text, $0.name) },
        hint: texts.jointHint, isOptional: true, isInline: true)
    h.textArea(form.state("notiz"), label: texts.note, hint: texts.noteHint, rows: 3, limit: 600, isOptional: true)
    h.actions { h.submitButton(texts.save, .next, icon: .check) }
}

/// The links of the catalogue, stage by stage.
func linkField(_ h: HTML, _ scene: Scene, _ form: FormReader, _ title: String, hint: String? = nil) {
    h.selectField(
        form.state("kettenglied"), label: title,
        groups: LifeStage.allCases.map { stage in
            (
                scene.words[stage],
                scene.market.links.filter { $0.stage == stage }.map { Choice($0.id.text, $0.title) }
            )
        }.filter { !$0.1.isEmpty }, hint: hint, emptyChoice: "–")
}

func practiceField(_ h: HTML, _ scene: Scene, _ form: FormReader, _ title: String, hint: String) {
    if scene.practices.isEmpty {
        h.textField(form.state("praxis"), label: title, hint: hint)
    } else {
        h.selectField(
            form.state("praxis"), label: title,
            choices: scene.practices.map { practice in
                Choice(
                    practice.slug,
                    ([practice.title] + [scene.formats.list(practice.municipalities)])
                        .filter { !$0.isEmpty }.joined(separator: " – "))
            }, hint: hint, emptyChoice: "–")
    }
}
