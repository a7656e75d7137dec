import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// The second step of the form as it is shown.
struct PlanningPage {
    let form: FormReader
    let offer: Offer
    /// Sees the internal fields.
    let isEditor: Bool
    var conflict: FormConflict?
    var seen: Int?

    init(form: FormReader, offer: Offer, isEditor: Bool) {
        self.isEditor = isEditor
        self.form = form
        self.offer = offer
    }

    var version: Int { conflict?.current ?? seen ?? offer.version }
}

/// `/register/angebote/7…/planung`
func planningFormPage(_ visit: Visit, _ page: PlanningPage, _ texts: RegisterTexts) -> Answer {
    let form = page.form
    let head = registerHead("\(texts.form.planningTitle): \(page.offer.title)", form)
    return visit.page(head, status: form.status(page.conflict)) { h in
        h.backLink(page.offer.title, to: RegisterPath.offer.link(page.offer.id.text))
        h.h1(texts.form.planningTitle)
        h.p(texts.form.planningLead, .class("lead"))
        h.steps(
            [Crumb(texts.form.stepFamily, RegisterPath.edit.link(page.offer.id.text)), Crumb(texts.form.stepPlanning)],
            current: 1)
        if Done(visit) == .saved { h.alert(.good, texts.form.saved, isAnswer: true) }
        if let conflict = page.conflict { writeConflict(h, conflict, texts) }
        h.errorSummary(form.summary)
        h.postForm(to: RegisterPath.planning.link(page.offer.id.text), visit) {
            h.hiddenField("fassung", "\(page.version)")
            writePlanningFields(h, form, texts, visit.language)
            if page.isEditor { writeInternalFields(h, form, texts, visit.language) }
            h.actions { h.submitButton(texts.form.save, .next) }
        }
    }
}

private func writeInternalFields(_ h: HTML, _ form: FormReader, _ texts: RegisterTexts, _ language: Language) {
    let words = texts.planning
    h.fieldGroup(words.internalGroup, hint: texts.form.planningHint) {
        h.selectField(
            form.state("praevention"), label: words.tier,
            choices: PreventionTier.allCases.map { Choice($0.rawValue, Vocabulary(language)[$0]) },
            hint: words.tierHint, emptyChoice: words.notStated, width: .half, isOptional: true)
        h.textArea(form.state("recht"), label: words.legalBasis, hint: words.onePerLine, rows: 2, isOptional: true)
        h.textArea(form.state("finanzierung"), label: words.funding, rows: 2, isOptional: true)
        h.textField(form.state("reichweite"), label: words.reach, kind: .number, width: .short, isOptional: true)
        h.textArea(form.state("notiz"), label: words.internalNote, rows: 3, isOptional: true)
    }
}

/// The fields of the second step that families see too; also for the personal page of a provider.
func writePlanningFields(_ h: HTML, _ form: FormReader, _ texts: RegisterTexts, _ language: Language) {
    let words = texts.planning
    let vocabulary = Vocabulary(language)
    h.textArea(form.state("beschreibung"), label: words.description, rows: 6, limit: 20_000, isOptional: true)
    h.fieldGroup(words.whereGroup) {
        h.checkboxGroup(
            form.state("setting"), legend: words.settings,
            choices: Setting.allCases.map { Choice($0.rawValue, vocabulary[$0]) }, isOptional: true,
            isInline: true)
        h.selectField(
            form.state("zugang"), label: words.access,
            choices: AccessMode.allCases.map { Choice($0.rawValue, vocabulary[$0]) },
            emptyChoice: words.notStated, isOptional: true)
        h.textArea(form.state("gebiete"), label: words.areas, hint: words.areasHint, rows: 3, isOptional: true)
    }
    h.fieldGroup(words.whoGroup) {
        h.checkboxGroup(
            form.state("zielgruppe"), legend: words.targetGroups,
            choices: TargetGroup.allCases.map { Choice($0.rawValue, vocabulary[$0]) }, isOptional: true,
            isInline: true)
        h.textField(
            form.state("sprachen"), label: words.languages, hint: words.languagesHint, width: .half, isOptional: true)
        h.checkbox(form.state("dolmetschen"), label: words.interpreter)
        h.radioGroup(
            form.state("ueberweisung"), legend: words.referral,
            choices: [Choice("ja", words.yes), Choice("nein", words.no)], isOptional: true, isInline: true)
    }
    h.fieldGroup(words.capacityGroup) {
        h.div(.class("row")) {
            h.textField(form.state("plaetze"), label: words.places, kind: .number, width: .short)
            h.textField(form.state("frei"), label: words.freePlaces, kind: .number, width: .short)
            h.textField(form.state("warten"), label: words.waiting, kind: .number, width: .short)
        }
        h.textField(form.state("einheit"), label: words.unit, hint: words.unitHint, width: .half, isOptional: true)
        h.textField(
            form.state("plaetze-am"), label: words.capacityDay, hint: texts.form.startHint, width: .half,
            isOptional: true)
    }
    h.fieldGroup(words.visibleGroup) {
        h.textField(form.state("internet"), label: words.website, kind: .address, isOptional: true)
        h.textField(form.state("hinweis"), label: words.alert, hint: words.alertHint, isOptional: true)
        h.textField(
            form.state("sichtbar-ab"), label: words.visibleFrom, hint: texts.form.startHint, width: .half,
            isOptional: true)
        h.textField(
            form.state("sichtbar-bis"), label: words.visibleTo, hint: texts.form.startHint, width: .half,
            isOptional: true)
    }
}
