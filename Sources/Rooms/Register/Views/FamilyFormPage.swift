import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// The first step of the form as it is shown.
struct FamilyForm {
    var form: FormReader
    let stock: FormStock
    /// `nil` for a new offer.
    let offer: Offer?
    var doubles: [OfferListItem] = []
    var conflict: FormConflict?
    /// The version that the form was opened with; `nil` = the offer's own.
    var seen: Int?

    init(form: FormReader, stock: FormStock, offer: Offer?, doubles: [OfferListItem] = []) {
        self.form = form
        self.stock = stock
        self.offer = offer
        self.doubles = doubles
    }

    var version: Int { conflict?.current ?? seen ?? offer?.version ?? 0 }
}

/// `/register/angebote/neu`, `/register/angebote/7…/bearbeiten`
func familyFormPage(_ visit: Visit, _ page: FamilyForm, _ texts: RegisterTexts) -> Answer {
    let title = page.offer == nil ? texts.form.newTitle : texts.form.editTitle
    let head = registerHead(page.offer.map { "\(title): \($0.title)" } ?? title, page.form)
    return visit.page(head, status: page.form.status(page.conflict)) { h in
        h.backLink(
            page.offer?.title ?? texts.worklist.title,
            to: page.offer.map { RegisterPath.offer.link($0.id.text) } ?? RegisterPath.list.link())
        h.h1(title)
        h.p(texts.form.lead, .class("lead"))
        h.steps(
            [
                Crumb(texts.form.stepFamily),
                Crumb(texts.form.stepPlanning, page.offer.map { RegisterPath.planning.link($0.id.text) }),
            ],
            current: 0)
        if let conflict = page.conflict { writeConflict(h, conflict, texts) }
        h.errorSummary(page.form.summary)
        let action = page.offer.map { RegisterPath.edit.link($0.id.text) } ?? RegisterPath.newOffer.link()
        h.postForm(to: action, visit) {
            h.hiddenField("fassung", "\(page.version)")
            writeEnterButton(h, texts.form.save)
            if page.stock.onlyProvider == nil {
                h.textField(
                    page.form.state("traeger"), label: texts.form.provider, hint: texts.form.providerHint,
                    suggestions: page.stock.providers.prefix(150).map(\.name))
            }
            writeFamilyFields(h, page.form, page.stock, texts, visit.language, doubles: page.doubles)
            h.actions {
                h.submitButton(texts.form.saveNext, .next, name: "weiter", value: "ja", icon: .arrow)
                h.submitButton(texts.form.save, .confirm)
            }
        }
    }
}

/// What the Enter key presses: the first button of a form. Otherwise that would be the search for places.
func writeEnterButton(_ h: HTML, _ title: String) {
    h.button(.class("vh"), .attribute("tabindex", "-1"), .hidden()) { h.text(title) }
}

/// All fields of the first step; also for the personal page of a provider.
func writeFamilyFields(
    _ h: HTML, _ form: FormReader, _ stock: FormStock, _ texts: RegisterTexts, _ language: Language,
    doubles: [OfferListItem] = []
) {
    let words = texts.form
    h.textField(form.state("titel"), label: words.title)
    if !doubles.isEmpty {
        h.ul {
            for item in doubles.prefix(5) {
                h.li { h.a(item.title, .href(RegisterPath.offer.link(item.id.text))) }
            }
        }
        h.checkbox(form.state("trotzdem"), label: words.createAnyway)
    }
    h.textArea(form.state("kurz"), label: words.summary, hint: words.summaryHint, rows: 3, limit: 1_000)
    h.fieldGroup(words.audienceGroup) {
        h.textField(form.state("fuer"), label: words.audience, hint: words.audienceHint, isOptional: true)
        h.div(.class("row")) {
            h.textField(form.state("alter-von"), label: words.ageFrom, width: .short)
            h.textField(form.state("alter-bis"), label: words.ageTo, width: .short)
        }
        h.p(words.ageHint, .class("hint"))
        h.checkboxGroup(
            form.state("thema"), legend: words.fields,
            choices: FieldOfAction.allCases.map { Choice($0.rawValue, Vocabulary(language)[$0]) })
        h.textField(form.state("stichworte"), label: words.topics, hint: words.topicsHint, isOptional: true)
    }
    writePlaces(h, form, stock, texts)
    let blocks = OfferForm.scheduleCount(form.fields)
    for number in 1...blocks { writeTimes(h, form, ScheduleForm(number), of: blocks, texts) }
    writeCost(h, form, texts)
    writeRegistration(h, form, texts)
    h.fieldGroup(words.contact, hint: words.contactHint) {
        h.textField(form.state("stelle"), label: words.label)
        h.textField(form.state("email"), label: words.email, kind: .email, isOptional: true)
        h.textField(form.state("telefon"), label: words.phone, kind: .phone, width: .half, isOptional: true)
        h.checkboxGroup(
            form.state("einwilligung"), legend: words.consent,
            choices: OfferContact.Channel.allCases.map { Choice($0.rawValue, texts[$0]) }, hint: words.consentHint)
    }
}

private func writePlaces(_ h: HTML, _ form: FormReader, _ stock: FormStock, _ texts: RegisterTexts) {
    let words = texts.form
    h.fieldGroup(words.place, hint: words.placeHint) {
        let shown = placeChoices(form, stock)
        if !shown.isEmpty {
            h.checkboxGroup(
                form.state("orte"), legend: words.places, choices: shown.map { Choice($0.id.text, $0.label) })
        } else if form.problem("orte") != nil {
            h.checkboxGroup(form.state("orte"), legend: words.places, choices: [])
        }
        if !stock.facilities.isEmpty {
            h.textField(
                form.state("ort-suche"), label: words.placeSearch, hint: words.placeSearchHint, isOptional: true)
            h.p {
                h.submitButton(
                    words.placeSearchButton, .side, name: "suchen", value: "ja", icon: .search, isSmall: true)
            }
        }
        let isOpen = ["ort-name", "ort-strasse", "ort-plz", "ort-stadt"].contains { form.fields.text($0) != nil }
        h.disclosure(words.newPlace, isOpen: isOpen || stock.facilities.isEmpty) {
            h.textField(form.state("ort-name"), label: words.facilityName, isOptional: true)
            h.textField(form.state("ort-strasse"), label: words.street, isOptional: true)
            h.textField(form.state("ort-plz"), label: words.postcode, kind: .postcode, width: .short, isOptional: true)
            h.textField(form.state("ort-stadt"), label: words.town)
            h.checkbox(
                form.state("ort-schutz"), label: texts.parties.confidential, hint: texts.parties.confidentialHint)
        }
    }
}

/// The chosen places, those of the provider, and what was looked for.
private func placeChoices(_ form: FormReader, _ stock: FormStock) -> [Facility] {
    let chosen = Set(form.fields.values("orte"))
    let provider = form.fields.text("traeger").map { stock.providers(named: $0) } ?? []
    let owners = Set((stock.onlyProvider.map { [$0] } ?? (provider.count == 1 ? provider : [])).map(\.id))
    let asked = form.fields.text("ort-suche").map { Set(stock.facilities(named: $0).prefix(20).map(\.id)) } ?? []
    let own = stock.facilities.filter { $0.providerID.map(owners.contains) ?? false }.prefix(20).map(\.id)
    return stock.facilities.filter { chosen.contains($0.id.text) || asked.contains($0.id) || own.contains($0.id) }
}

private func writeCost(_ h: HTML, _ form: FormReader, _ texts: RegisterTexts) {
    let words = texts.form
    h.fieldGroup(words.cost) {
        h.radioGroup(
            form.state("kosten"), legend: words.costKind,
            choices: OfferCost.Kind.allCases.map { Choice($0.rawValue, texts[$0]) })
        h.textField(form.state("betrag"), label: words.amount, width: .short, isOptional: true, suffix: "€")
        h.textField(form.state("je"), label: words.per, hint: words.perHint, width: .half, isOptional: true)
        h.textField(form.state("kostenhinweis"), label: words.costNote, isOptional: true)
        h.checkbox(form.state("but"), label: words.educationPackage)
        h.checkbox(form.state("familienpass"), label: words.familyPass)
    }
}

private func writeRegistration(_ h: HTML, _ form: FormReader, _ texts: RegisterTexts) {
    let words = texts.form
    h.fieldGroup(words.registration) {
        h.radioGroup(
            form.state("anmeldung"), legend: words.registrationNeed,
            choices: Registration.Need.allCases.map { Choice($0.rawValue, texts[$0]) })
        h.textField(form.state("anmeldelink"), label: words.link, kind: .address, isOptional: true)
        h.textField(
            form.state("anmeldetelefon"), label: words.registrationPhone, kind: .phone, width: .half, isOptional: true)
    }
}
