import Clearing
import Design
import HTML
import Prevention
import Rounds
import Texts
import Transfers
import Web

/// `/boerse/runden`
func roundsPage(_ scene: Scene) -> Answer {
    let texts = scene.texts.round
    let shown = scene.market.rounds
    return scene.page(texts.title, isPrivate: scene.caller != nil) { h in
        scene.crumbs(h, texts.title)
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        if scene.caller?.isBoard == true {
            h.actions { h.linkButton(texts.new, to: ExchangePath.newRound.link(), .next, icon: .plus) }
        }
        guard !shown.isEmpty else { return h.emptyState(texts.none, texts.noneLead, icon: .exchange) }
        for record in shown {
            h.card {
                h.p(.class("row")) { roundBadges(h, scene, record) }
                h.h2 { h.a(record.title, .href(ExchangePath.round.link(record.id.text))) }
                h.facts([
                    (.calendar, "\(texts.deadline) \(scene.formats.day(record.round.deadline))"),
                    (.document, "\(texts.rules): \(record.round.rules.version)"),
                ])
            }
        }
    }
}

private func roundBadges(_ h: HTML, _ scene: Scene, _ record: RoundRecord) {
    let state = record.round.state
    h.badge(
        scene.texts.words.roundStates[state.rawValue] ?? "",
        state == .announced ? .info : [.decided, .over].contains(state) ? .good : .warning)
    if record.round.kind == .rehearsal { h.badge(scene.texts.planspiel, icon: .info) }
}

/// Namen einer Runde: as they were when it was cleared, so that rehearsals with towns that take no part read as well.
struct RoundNames {
    let scene: Scene
    let outcome: RoundOutcome?

    func callAsFunction(_ id: ID<Participant>) -> String {
        outcome?.plan.names[id] ?? scene.market.participant(id)?.name ?? scene.texts.nobody
    }

    func list(_ ids: [ID<Participant>]) -> String { scene.formats.list(ids.map { self($0) }) }
}

/// `/boerse/runden/{id}`: what was announced, what came out, and the proof.
///
/// Visitors see what was announced and the sums; who is proposed to whom is for those who take part.
func roundPage(_ scene: Scene, _ record: RoundRecord, _ outcome: RoundOutcome?, _ form: FormReader) -> Answer {
    let texts = scene.texts.round
    let mayRead = scene.caller != nil || record.round.kind == .rehearsal
    let names = RoundNames(scene: scene, outcome: outcome)
    return scene.page(
        record.title, status: form.status, isPrivate: scene.caller != nil, hasProblems: !form.isComplete
    ) { h in
        scene.crumbs(h, record.title, Crumb(texts.title, ExchangePath.rounds.link()))
        h.p(.class("row")) { roundBadges(h, scene, record) }
        h.h1(record.title)
        h.p(record.round.kind == .rehearsal ? texts.kindRehearsal : texts.kindBinding, .class("lead"))
        h.errorSummary(form.summary)
        announcement(h, scene, record)
        if scene.caller?.isBoard == true { boardSteps(h, scene, record, form) }
        if let outcome {
            result(h, scene, record, outcome)
            if mayRead {
                proposals(h, scene, record, outcome, names)
                rings(h, scene, outcome, names)
                unmet(h, scene, outcome, names)
                remarks(h, scene, outcome, names)
            } else {
                h.p(texts.privateNote, .class("muted"))
            }
            certificate(h, scene, record, outcome)
        } else {
            h.p(texts.nothing, .class("muted"))
        }
        if !record.assumptions.isEmpty {
            h.section(.labelledBy("annahmen")) {
                h.h2(texts.assumptions, .id("annahmen"))
                h.ul { for line in record.assumptions { h.li(line) } }
            }
        }
    }
}

private func announcement(_ h: HTML, _ scene: Scene, _ record: RoundRecord) {
    let (texts, round) = (scene.texts.round, record.round)
    h.dl(.class("rows")) {
        h.descriptionRow(texts.halfYear) { h.text(scene.half(round.period)) }
        h.descriptionRow(texts.announced) { h.text(scene.formats.day(round.publishedOn)) }
        h.descriptionRow(texts.deadline) { h.text(scene.formats.longDay(round.deadline)) }
        h.descriptionRow(texts.rules) {
            h.a(round.rules.version, .href(ExchangePath.rules.link()))
            h.text(" · \(round.mode == .weighted ? texts.modeWeighted : texts.modeProof)")
        }
        h.descriptionRow(texts.seed) {
            h.code(round.seed)
            h.p(texts.seedHint, .class("small muted"))
        }
    }
}

/// What the steering body can do with the round now.
private func boardSteps(_ h: HTML, _ scene: Scene, _ record: RoundRecord, _ form: FormReader) {
    let texts = scene.texts.round
    var steps = record.round.possible.map(\.rawValue)
    if record.round.state == .decided,
        scene.market.transfers.contains(where: { $0.round == record.id && ($0.isDeclined || $0.isLeft) })
    {
        steps.insert("resolve", at: 0)
    }
    guard !steps.isEmpty else { return }
    h.section(.labelledBy("schritte"), .class("exnext")) {
        h.h2(texts.steps, .id("schritte"))
        let days = scene.formats.number(record.round.rules.answerDays)
        let leads = [
            "clear": texts.clearLead, "decide": texts.decideLead.filled(["days": days]), "resolve": texts.resolveLead,
        ]
        for step in steps { if let lead = leads[step] { h.p(lead) } }
        h.postForm(to: ExchangePath.roundStep.link(record.id.text), scene.visit) {
            h.textField(form.state("grund"), label: texts.reason)
            h.actions {
                for (index, step) in steps.enumerated() {
                    h.submitButton(
                        step == "resolve" ? texts.resolve : scene.texts.words.roundSteps[step] ?? step,
                        index == 0 ? .next : step == "cancel" ? .final : .side, name: "schritt", value: step)
                }
            }
        }
    }
}

private func result(_ h: HTML, _ scene: Scene, _ record: RoundRecord, _ outcome: RoundOutcome) {
    let texts = scene.texts.round
    h.section(.labelledBy("ergebnis")) {
        h.h2(texts.result, .id("ergebnis"))
        h.keyFacts([
            KeyFact(texts.proposals, scene.formats.number(outcome.proposals.count), icon: .exchange),
            KeyFact(texts.unmet, scene.formats.number(outcome.unmet.count), icon: .gap),
            KeyFact(texts.participants, scene.formats.number(outcome.plan.participants.count), icon: .people),
        ])
        h.actions {
            h.linkButton(texts.report, to: ExchangePath.report.link(record.id.text), icon: .document)
        }
    }
}

private func proposals(
    _ h: HTML, _ scene: Scene, _ record: RoundRecord, _ outcome: RoundOutcome, _ names: RoundNames
) {
    let texts = scene.texts.round
    guard !outcome.proposals.isEmpty else { return }
    h.section(.labelledBy("vorschlaege")) {
        h.h2(texts.proposals, .id("vorschlaege"))
        h.ul(.class("entries")) {
            for proposal in outcome.proposals {
                h.li(.class("card exline")) {
                    h.h3(proposalTitle(scene, proposal))
                    h.p(
                        scene.texts.give.filled([
                            "giver": names.list(proposal.givers), "receiver": names(proposal.receiver),
                        ]))
                    h.disclosure(texts.why) { terms(h, scene, proposal) }
                }
            }
        }
    }
}

/// The practice, or the link where the database does not know the practice.
private func proposalTitle(_ scene: Scene, _ proposal: RoundProposal) -> String { scene.title(proposal.practice) }

/// Why these two: the reasons in words, each with its points.
private func terms(_ h: HTML, _ scene: Scene, _ proposal: RoundProposal) {
    h.ul(.class("small")) {
        for (term, value) in proposal.weight.terms {
            guard let value, value != 0 else { continue }
            let points = (value > 0 ? "+" : "") + scene.formats.number(value)
            h.li("\(scene.texts.words.terms[term.rawValue] ?? term.rawValue): \(points)")
        }
        h.li { h.strong("\(scene.texts.round.objective): \(scene.formats.number(proposal.weight.total))") }
    }
}

/// Requests that went away empty: each reason once, beneath it the links with their municipalities.
private func unmet(_ h: HTML, _ scene: Scene, _ outcome: RoundOutcome, _ names: RoundNames) {
    let texts = scene.texts.round
    let links = RoundLinks(scene, outcome)
    h.section(.labelledBy("offen")) {
        h.h2(texts.unmet, .id("offen"))
        guard !outcome.unmet.isEmpty else { return h.p(texts.unmetNone) }
        let reasons = Dictionary(grouping: outcome.unmet) { why(scene, $0) }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        for (reason, wishes) in reasons {
            h.p { h.strong("\(texts.wishes(wishes.count, in: scene.visit.language)): \(reason)") }
            h.ul {
                let found = Dictionary(grouping: wishes) { links($0.linkType) }.sorted { $0.key < $1.key }
                for (link, wishes) in found {
                    h.li("\(link): \(scene.formats.list(wishes.map { names($0.receiver) }.sorted()))")
                }
            }
        }
    }
}

/// Titles of links of a round, also of those outside the catalogue.
struct RoundLinks {
    let scene: Scene
    let outcome: RoundOutcome

    init(_ scene: Scene, _ outcome: RoundOutcome) {
        self.scene = scene
        self.outcome = outcome
    }

    func callAsFunction(_ id: ID<LinkType>) -> String { scene.title(id) }
}

/// Why a request went away empty, with what could help.
func why(_ scene: Scene, _ wish: UnmetWish) -> String {
    let words = scene.texts.words
    switch wish.why {
    case .nobodyOffers: return words.unmet["nobodyOffers"] ?? ""
    case .obstacles(let counts):
        let list = counts.map { words.obstacles[$0.obstacle] ?? $0.obstacle }
        return (words.unmet["obstacles"] ?? "").filled(["list": scene.formats.list(list)])
    case .limit(let reason, _, let missing):
        let text = words.unmet[reason.rawValue] ?? reason.rawValue
        guard let missing, missing > 0, reason == .othersWorthMore else { return text }
        return text + " " + scene.texts.round.nearest.filled(["points": scene.formats.number(missing)])
    case .roundNotCleared: return words.unmet["roundNotCleared"] ?? ""
    }
}

private func certificate(_ h: HTML, _ scene: Scene, _ record: RoundRecord, _ outcome: RoundOutcome) {
    let texts = scene.texts.round
    h.section(.labelledBy("nachweis")) {
        h.h2(texts.certificate, .id("nachweis"))
        h.p(texts.certificateLead)
        h.p(texts.objectiveAll.filled(["value": scene.formats.number(outcome.objective)]), .class("muted"))
        h.alert(outcome.isVerified ? .good : .warning, outcome.isVerified ? texts.verified : texts.notVerified)
        guard scene.caller != nil || record.round.kind == .rehearsal else { return }
        h.p { h.linkButton(texts.download, to: ExchangePath.certificate.link(record.id.text), icon: .download) }
        h.disclosure(texts.commandLead) { h.pre { h.code(texts.command) } }
    }
}
