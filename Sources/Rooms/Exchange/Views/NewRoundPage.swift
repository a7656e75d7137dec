import Design
import HTML
import Rounds
import Texts
import Web

/// `/boerse/runden/neu`: what is published before the deadline.
func newRoundPage(_ scene: Scene, _ form: FormReader) -> Answer {
    let texts = scene.texts.round
    return scene.page(texts.newTitle, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, texts.newTitle, Crumb(texts.title, ExchangePath.rounds.link()))
        h.h1(texts.newTitle)
        h.p(texts.announceLead, .class("lead"))
        h.errorSummary(form.summary)
        h.postForm(to: ExchangePath.newRound.link(), scene.visit) {
            h.textField(form.state("titel"), label: texts.name)
            h.textField(form.state("halbjahr"), label: texts.halfYear, hint: texts.halfYearHint, width: .short)
            h.textField(form.state("frist"), label: texts.deadline, hint: texts.deadlineHint, width: .short)
            h.textField(form.state("startwert"), label: texts.seed, hint: texts.seedHint)
            h.radioGroup(
                form.fields.text("verfahren") == nil
                    ? FieldState("verfahren", RoundMode.weighted.rawValue) : form.state("verfahren"),
                legend: texts.mode,
                choices: [
                    Choice(RoundMode.weighted.rawValue, texts.modeWeighted),
                    Choice(RoundMode.strategyProof.rawValue, texts.modeProof),
                ])
            h.actions { h.submitButton(texts.save, .next, icon: .check) }
        }
    }
}
