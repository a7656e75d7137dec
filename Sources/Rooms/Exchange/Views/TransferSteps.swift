import Design
import HTML
import Prevention
import Texts
import Transfers
import Web
import Workflow

/// Nächste Schritte eines Transfers: what can be done now, by whom, and the forms for it.
struct TransferSteps {
    let scene: Scene
    let caller: ExchangeCaller
    let record: TransferRecord
    let form: FormReader

    /// A step that the caller can take now, and in whose name.
    struct Choice {
        let step: TransferStep
        let participant: ID<Participant>?
        let role: TransferRole
    }

    private var texts: ExchangeTexts.TransferWords { scene.texts.transfer }

    /// Everything the caller can do now, one entry per step.
    var choices: [Choice] {
        var seen: Set<TransferStep> = []
        return caller.parties(record.transfer).flatMap { party in
            record.transfer.course.possible.filter { step in
                guard party.role.may(step) else { return false }
                if case .confirm(let part) = step { return record.transfer.parts.contains(part) }
                guard step.canBeClaimed || party.role == .board else { return false }
                if step == .lapse { return scene.market.daysLeft(record) < 0 }
                return true
            }.map { Choice(step: $0, participant: party.participant, role: party.role) }
        }.filter { seen.insert($0.step).inserted }
    }

    func write(_ h: HTML) {
        guard !record.state.isOver else { return }
        h.section(.labelledBy("weiter"), .class("exnext")) {
            h.h2(texts.next, .id("weiter"))
            h.p(whoIsNext)
            if mustArrange { h.p { h.linkButton(texts.addSession, to: .fragment("termine"), .next, icon: .calendar) } }
            let all = choices
            answer(h, all)
            onward(h, all)
            evaluate(h, all)
            stop(h, all)
        }
    }

    /// Whose turn it is, in a sentence; who is late, and what becomes of it.
    private var whoIsNext: String {
        let transfer = record.transfer
        guard let turn = scene.turn(record) else { return "" }
        let sentence = scene.sentence(turn, of: record, for: caller.own)
        switch turn.task {
        case .answer: return sentence + " " + texts.voluntary
        case .lapse:
            let until = scene.formats.day(transfer.answerDue(scene.market.rules(of: record)))
            return texts.answerLate.filled(["day": until])
        default: return sentence
        }
    }

    /// Whether the caller has to find a day for the next part.
    var mustArrange: Bool {
        guard case .arrange = scene.turn(record)?.task else { return false }
        return caller.parties(record.transfer).contains { $0.role == .giver || $0.role == .receiver }
    }

    // MARK: Forms

    private func answer(_ h: HTML, _ all: [Choice]) {
        for choice in all {
            guard case .accept(let side) = choice.step else { continue }
            h.div(.class("duo")) {
                h.div {
                    stepForm(h, choice) {
                        reasonField(h, "zusage")
                        h.actions { button(h, texts.accept, .next, choice.step, .check) }
                    }
                }
                h.div {
                    h.disclosure(texts.decline, isOpen: form.problem("absage") != nil) {
                        stepForm(h, choice) {
                            h.radioGroup(
                                form.state("absage"), legend: texts.declineReason,
                                choices: DeclineReason.allCases.filter { TransferStep.decline(side, $0).canBeClaimed }
                                    .map {
                                        Design.Choice($0.rawValue, scene.texts.words.declineReasons[$0.rawValue] ?? "")
                                    })
                            reasonField(h, "absage")
                            h.input(.type("hidden"), .name("seite"), .value(side.rawValue))
                            h.actions { h.submitButton(texts.decline, .final, name: "schritt", value: "decline") }
                        }
                    }
                }
            }
        }
    }

    private func onward(_ h: HTML, _ all: [Choice]) {
        let steps = all.filter { choice in
            switch choice.step {
            case .accept, .decline, .stop, .evaluate: false
            default: true
            }
        }
        guard let first = steps.first else { return }
        // A pause is no step onward; it stays folded where there is nothing else.
        guard steps.contains(where: { $0.step != .suspend }) else {
            return h.disclosure(title(.suspend), isOpen: form.problem("grund-weiter") != nil) {
                onwardForm(h, first, steps)
            }
        }
        onwardForm(h, first, steps)
    }

    private func onwardForm(_ h: HTML, _ first: Choice, _ steps: [Choice]) {
        stepForm(h, first) {
            if steps.contains(where: { $0.step == .agree }) {
                h.textArea(form.state("vereinbarung"), label: texts.agreement, hint: texts.agreementHint, rows: 5)
            }
            reasonField(h, "weiter")
            h.actions {
                for (index, choice) in steps.enumerated() {
                    let isFirst = index == 0 && choice.step != .suspend
                    button(h, title(choice.step), isFirst ? .next : .side, choice.step, isFirst ? .check : nil)
                }
            }
        }
    }

    private func evaluate(_ h: HTML, _ all: [Choice]) {
        guard let choice = all.first(where: { $0.step == .evaluate }),
            record.transfer.evaluationDue(scene.market.rules(of: record)).map({ $0 <= scene.market.day }) ?? false
        else { return }
        stepForm(h, choice) {
            h.radioGroup(
                form.state("erreicht"), legend: texts.reached,
                choices: EvaluationRecord.Reached.allCases.map {
                    Design.Choice($0.rawValue, scene.texts.words.reached[$0.rawValue] ?? "")
                })
            h.textArea(form.state("befund"), label: texts.findings, hint: texts.findingsHint, rows: 4)
            h.textArea(form.state("rat"), label: texts.advice, rows: 3, isOptional: true)
            reasonField(h, "auswertung")
            h.actions { button(h, title(.evaluate), .next, .evaluate, .check) }
        }
    }

    private func stop(_ h: HTML, _ all: [Choice]) {
        let stops = all.filter { if case .stop = $0.step { true } else { false } }
        guard let first = stops.first else { return }
        h.disclosure(texts.stop, isOpen: form.problem("abbruch") != nil) {
            stepForm(h, first) {
                h.radioGroup(
                    form.state("abbruch"), legend: texts.stopReason,
                    choices: stops.compactMap { choice in
                        guard case .stop(let reason) = choice.step else { return nil }
                        return Design.Choice(reason.rawValue, scene.texts.words.stopReasons[reason.rawValue] ?? "")
                    })
                reasonField(h, "ende")
                h.actions { h.submitButton(texts.stop, .final, name: "schritt", value: "stop") }
            }
        }
    }

    private func stepForm(_ h: HTML, _ choice: Choice, _ fields: () -> Void) {
        h.postForm(to: ExchangePath.transferStep.link(record.id.text), scene.visit) {
            if let participant = choice.participant {
                h.input(.type("hidden"), .name("fuer"), .value(participant.text))
            }
            fields()
        }
    }

    /// Each form of the page has a field of its own for the reason.
    private func reasonField(_ h: HTML, _ name: String) {
        h.input(.type("hidden"), .name("formular"), .value(name))
        h.textField(form.state("grund-\(name)"), label: texts.reason, hint: texts.reasonHint)
    }

    /// Names of the forms.
    static let forms = ["zusage", "absage", "weiter", "auswertung", "ende"]

    private func button(_ h: HTML, _ title: String, _ kind: ButtonKind, _ step: TransferStep, _ icon: Icon?) {
        h.submitButton(title, kind, name: "schritt", value: step.rawValue, icon: icon)
    }

    private func title(_ step: TransferStep) -> String { scene.texts.words.steps[step.rawValue] ?? step.rawValue }
}
