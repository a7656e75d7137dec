import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// A place's entry as it is shown.
struct FacilityPage {
    let form: FormReader
    /// `nil` for a new one.
    let facility: Facility?
    var offers: [Offer] = []
    var isStale = false
    var seen: Int?

    init(form: FormReader, facility: Facility?) {
        self.form = form
        self.facility = facility
    }

    var version: Int { isStale ? facility?.version ?? 0 : seen ?? facility?.version ?? 0 }
}

/// `/register/einrichtungen`
func facilitiesPage(_ visit: Visit, _ facilities: [Facility], _ texts: RegisterTexts) -> Answer {
    let words = texts.parties
    return visit.page(registerHead(texts.worklist.facilities)) { h in
        h.backLink(texts.worklist.title, to: RegisterPath.list.link())
        h.h1(texts.worklist.facilities)
        h.p(words.facilitiesLead, .class("lead"))
        h.p { h.linkButton(words.newFacility, to: RegisterPath.newFacility.link(), .next, icon: .plus) }
        h.form(.action(RegisterPath.facilities.link()), .role("search")) {
            h.searchField(
                FieldState("text", visit.query.text("text") ?? ""), label: words.nameOrAddress, button: words.find)
        }
        guard !facilities.isEmpty else { return h.emptyState(words.noFacilities, words.noFacilitiesHint) }
        let size = 50
        let pages = (facilities.count + size - 1) / size
        let page = min(visit.listPage, pages)
        h.dataTable(
            DataTable(
                words.facilityCaption,
                columns: [Column(words.name), Column(words.kind), Column(texts.form.street), Column(texts.form.town)],
                rows: facilities.dropFirst((page - 1) * size).prefix(size).map { facility in
                    let name = facility.name.isEmpty ? facility.label : facility.name
                    return [
                        .link(name.isEmpty ? words.unnamed : name, RegisterPath.facility.link(facility.id.text)),
                        .text(Vocabulary(visit.language)[facility.kind]), .text(facility.street),
                        .text([facility.postcode, facility.town].filter { !$0.isEmpty }.joined(separator: " ")),
                    ]
                }))
        h.pagination(page: page, of: pages) { number in
            .to(
                RegisterPath.facilities.path(),
                query: [("text", visit.query.text("text") ?? ""), ("seite", "\(number)")])
        }
    }
}

/// `/register/einrichtungen/neu`, `/register/einrichtungen/7…`
func facilityFormPage(_ visit: Visit, _ page: FacilityPage, _ texts: RegisterTexts) -> Answer {
    let words = texts.parties
    let name = page.facility.map { $0.name.isEmpty ? words.unnamed : $0.name }
    let status = page.isStale ? 409 : page.form.isComplete ? 200 : 422
    let title = [name ?? words.newFacility, page.facility?.town ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    return visit.page(registerHead(title, page.form), status: status) { h in
        h.backLink(texts.worklist.facilities, to: RegisterPath.facilities.link())
        h.h1(name ?? words.newFacility)
        writeDone(h, visit, texts)
        if page.isStale { h.alert(.warning, texts.form.stale, isAnswer: true) }
        h.errorSummary(page.form.summary)
        if !page.offers.isEmpty {
            h.h2(texts.worklist.count(page.offers.count, in: visit.language))
            h.ul {
                for offer in page.offers.prefix(20) {
                    h.li { h.a(offer.title, .href(RegisterPath.offer.link(offer.id.text))) }
                }
            }
            h.h2(words.details)
        }
        let action = page.facility.map { RegisterPath.facility.link($0.id.text) } ?? RegisterPath.newFacility.link()
        h.postForm(to: action, visit) {
            h.hiddenField("fassung", "\(page.version)")
            writeFacilityFields(h, page.form, texts, visit.language)
            h.actions { h.submitButton(words.save, .next) }
        }
    }
}

private func writeFacilityFields(_ h: HTML, _ form: FormReader, _ texts: RegisterTexts, _ language: Language) {
    let words = texts.parties
    let vocabulary = Vocabulary(language)
    h.textField(form.state("name"), label: words.name)
    h.selectField(
        form.state("art"), label: words.kind,
        choices: Setting.allCases.map { Choice($0.rawValue, vocabulary[$0]) }, width: .half)
    h.fieldGroup(words.address) {
        h.textField(form.state("strasse"), label: texts.form.street, isOptional: true)
        h.textField(form.state("plz"), label: texts.form.postcode, kind: .postcode, width: .short, isOptional: true)
        h.textField(form.state("ort"), label: texts.form.town, isOptional: true)
        h.checkbox(form.state("schutz"), label: words.confidential, hint: words.confidentialHint)
    }
    h.checkboxGroup(
        form.state("barriere"), legend: words.accessibility,
        choices: AccessibilityFeature.allCases.map { Choice($0.rawValue, vocabulary[$0]) }, isOptional: true,
        isInline: true)
    h.textField(form.state("barrierehinweis"), label: words.accessibilityNote, isOptional: true)
    h.fieldGroup(words.belongs) {
        h.textField(form.state("traeger"), label: words.provider, hint: words.byName, isOptional: true)
        h.textField(form.state("gastgeber"), label: words.host, hint: words.hostHint, isOptional: true)
        h.textField(form.state("gebiet"), label: words.area, hint: words.areaHint, width: .half, isOptional: true)
    }
    h.fieldGroup(words.coordinate, hint: words.coordinateHint) {
        h.textField(form.state("breite"), label: words.latitude, width: .short, isOptional: true)
        h.textField(form.state("laenge"), label: words.longitude, width: .short, isOptional: true)
    }
}
