import Prevention
import Tables

/// What one good row says, in the shape in which it would be stored, not yet tied to the records of the register.
struct OfferDraft {
    let key: String
    let providerName: String
    let providerKind: ProviderKind?
    let place: Facility?
    let areas: [ID<Area>]
    /// Values of the mapped columns; everything else is empty.
    let values: Offer
    let contact: OfferContact?
    let schedule: Schedule?
    /// Under which the provider and the place are known again, see `PartyBook`.
    let providerKey: String
    let placeKey: String
}

extension ImportRow {
    private static let noProvider = ID<Provider>()

    /// Reads the whole row; problems are collected, `nil` if one of them refuses it.
    mutating func draft(areas finder: AreaFinder) -> OfferDraft? {
        if cells.count != plan.header.count,
            cells.count < plan.width || cells.count > plan.header.count
        {
            problems.append(
                ImportProblem(
                    file: file, row: number, column: "", found: "\(cells.count) Zellen",
                    expected: "\(plan.header.count) Zellen",
                    hint: "Wahrscheinlich fehlen Anführungszeichen um einen Text mit Trennzeichen."))
            return nil
        }
        var offer = Offer(title: limited(.title, 300), providerID: Self.noProvider)
        if offer.title.isEmpty { refuse(.title, "", "ein Titel", "Bitte dem Angebot einen Namen geben.") }
        let provider = limited(.provider, 300)
        if provider.isEmpty {
            refuse(.provider, "", "der Name des Trägers", "Bitte schreiben, wer das Angebot verantwortet.")
        }
        readContent(&offer)
        readManagement(&offer)
        let place = self.place(finder)
        let kind = word(
            .providerKind, ImportWords.providerKinds,
            examples: "öffentlich, Wohlfahrtsverband, Verein, Kirche, gewerblich")
        let contact = self.contact()
        let schedule = self.schedule()
        let scope = catchment(finder)
        let key = limited(.key, 300)
        if isRefused { return nil }
        do throws(RecordRefusal) {
            return OfferDraft(
                key: try Cleaning.required(key.isEmpty ? derivedKey(offer, provider, place) : key, "key"),
                providerName: try Cleaning.required(provider, "provider"), providerKind: kind,
                place: try place?.cleaned(),
                areas: scope, values: try offer.cleaned(), contact: try contact?.cleaned(),
                schedule: try schedule?.cleaned(), providerKey: Folding.fold(provider),
                placeKey: place.map(PartyBook.placeKey) ?? "")
        } catch {
            problems.append(error.problem(file: file, row: number))
            return nil
        }
    }

    /// What tells a row without a key from others.
    private func derivedKey(_ offer: Offer, _ provider: String, _ place: Facility?) -> String {
        let words = [offer.title, provider, place?.town ?? ""].map(Folding.fold)
        return String(words.joined(separator: "|").prefix(300))
    }

    private mutating func readContent(_ offer: inout Offer) {
        offer.summary = limited(.summary, 1_000)
        offer.description = limited(.description, 20_000)
        offer.ageRange = ages()
        offer.fields = words(
            .fields, ImportWords.fields,
            examples: "Gesundheit, Kinder- und Jugendhilfe, Bildung, Soziales, Integration, Sport, Kultur, Beteiligung")
        offer.topics = list(.topics).map { String($0.prefix(300)) }
        offer.settings = words(
            .settings, ImportWords.settings, examples: "Kita, Familienzentrum, Zuhause, Beratungsstelle, Online")
        readAudience(&offer)
        offer.accessMode = word(
            .access, ImportWords.access, examples: "Kommstruktur, aufsuchend, Regeleinrichtung, online")
        offer.tier = word(.tier, ImportWords.tiers, examples: "universell, selektiv, indiziert")
        offer.languages = languages()
        offer.hasInterpreter = flag(.interpreter) ?? false
        offer.cost = cost()
        offer.registration = registration()
        offer.needsReferral = flag(.referral)
        offer.legalBasis = text(.legalBasis).split(separator: "|").map { $0.trimmingBlanks }
        offer.fundingNote = limited(.funding, 20_000)
        offer.website = link(.website)
    }

    /// Words of the vocabulary are kept as such, anything else as free text for whom it is.
    private mutating func readAudience(_ offer: inout Offer) {
        let words = list(.targetGroups)
        let known = words.compactMap { ImportWords.targetGroups[Folding.fold($0)] }
        offer.targetGroups = Set(known)
        offer.audience = limited(.audience, 1_000)
        if known.count < words.count, offer.audience.isEmpty { offer.audience = limited(.targetGroups, 1_000) }
    }

    private mutating func readManagement(_ offer: inout Offer) {
        offer.capacity = capacity()
        offer.reachPerYear = count(.reach)
        offer.status =
            word(.status, ImportWords.statuses, examples: "Entwurf, in Prüfung, aktiv, pausiert, beendet") ?? .active
        offer.visibleFrom = day(.visibleFrom)
        offer.visibleTo = day(.visibleTo)
        if let from = offer.visibleFrom, let to = offer.visibleTo, to < from {
            refuse(.visibleTo, text(.visibleTo), "ein Tag nach \"Sichtbar ab\"", "Bitte beide Tage prüfen.")
        }
        offer.alert = limited(.alert, 1_000)
        offer.check = day(.checkedOn).map { OfferCheck(on: $0, by: .town, method: "Liste") }
        offer.sources = text(.sources).split { $0 == "|" }.map { Source(document: $0.trimmingBlanks, section: "") }
        offer.internalNote = limited(.internalNote, 20_000)
    }

    private mutating func catchment(_ finder: AreaFinder) -> [ID<Area>] {
        var result: [ID<Area>] = []
        for name in list(.area) {
            if let id = finder.area(named: name) {
                result.append(id)
            } else {
                warn(
                    .area, name, "ein Gebiet dieses Hauses (Name oder Gebietsschlüssel)",
                    finder.isEmpty
                        ? "Es sind noch keine Gebiete eingelesen. Das Angebot wurde ohne Einzugsgebiet übernommen."
                        : "Das Angebot wurde ohne dieses Gebiet übernommen.")
            }
        }
        return result.unique
    }
}

extension OfferDraft {
    /// The record with the row's values laid over it, both in the shape in which they are stored; columns that the file
    /// lacks stay as they are.
    func laid(over earlier: Offer, plan: ColumnPlan, provider: ID<Provider>, facility: ID<Facility>?) -> Offer {
        var offer = earlier
        offer.title = values.title
        offer.providerID = provider
        layContent(over: &offer, plan)
        layManagement(over: &offer, plan)
        if plan.has(.area) { offer.areaScope = areas }
        if let facility, !offer.sites.contains(where: { $0.facilityID == facility }) {
            if offer.sites.isEmpty {
                offer.sites = [OfferSite(facilityID: facility)]
            } else {
                offer.sites[0].facilityID = facility
            }
        }
        layContact(over: &offer, plan)
        laySchedule(over: &offer, plan)
        return offer
    }

    private func layContent(over offer: inout Offer, _ plan: ColumnPlan) {
        if plan.has(.summary) { offer.summary = values.summary }
        if plan.has(.description) { offer.description = values.description }
        if plan.has(any: .ageFromMonths, .ageToMonths, .ageFromYears, .ageToYears, .ages, .stages) {
            offer.ageRange = values.ageRange
        }
        if plan.has(.fields) { offer.fields = values.fields }
        if plan.has(.topics) { offer.topics = values.topics }
        if plan.has(.settings) { offer.settings = values.settings }
        if plan.has(.targetGroups) { offer.targetGroups = values.targetGroups }
        if plan.has(any: .targetGroups, .audience) { offer.audience = values.audience }
        if plan.has(.access) { offer.accessMode = values.accessMode }
        if plan.has(.tier) { offer.tier = values.tier }
        if plan.has(.languages) { offer.languages = values.languages }
        if plan.has(.interpreter) { offer.hasInterpreter = values.hasInterpreter }
        if plan.has(.cost) {
            offer.cost.kind = values.cost.kind
            offer.cost.amount = values.cost.amount
            if plan.has(.costPer) { offer.cost.per = values.cost.per }
        }
        if plan.has(.registration) { offer.registration.need = values.registration.need }
        if plan.has(any: .registration, .registrationLink), let link = values.registration.link {
            offer.registration.link = link
        }
        if plan.has(.referral) { offer.needsReferral = values.needsReferral }
        if plan.has(.legalBasis) { offer.legalBasis = values.legalBasis }
        if plan.has(.funding) { offer.fundingNote = values.fundingNote }
    }

    private func layManagement(over offer: inout Offer, _ plan: ColumnPlan) {
        if plan.has(any: .places, .freePlaces, .waitingWeeks) {
            let unit = offer.capacity?.unit
            offer.capacity = values.capacity
            if let unit { offer.capacity?.unit = unit }
        }
        if plan.has(.reach) { offer.reachPerYear = values.reachPerYear }
        if plan.has(.website) { offer.website = values.website }
        if plan.has(.status) || offer.version == 0 { offer.status = values.status }
        if plan.has(.visibleFrom) { offer.visibleFrom = values.visibleFrom }
        if plan.has(.visibleTo) { offer.visibleTo = values.visibleTo }
        if plan.has(.alert) { offer.alert = values.alert }
        // A list does not make a check older or take another's away.
        if let check = values.check, (offer.check?.on ?? Day(daysSince1970: 0)) < check.on { offer.check = check }
        if plan.has(.sources), offer.sources.map(\.document) != values.sources.map(\.document) {
            offer.sources = values.sources
        }
        if plan.has(.internalNote) { offer.internalNote = values.internalNote }
    }

    private func layContact(over offer: inout Offer, _ plan: ColumnPlan) {
        guard plan.has(any: .contact, .email, .phone), let contact else { return }
        guard let first = offer.contacts.first else {
            offer.contacts = [contact]
            return
        }
        offer.contacts[0] = OfferContact(
            id: first.id, label: plan.has(.contact) ? contact.label : first.label,
            email: plan.has(.email) ? contact.email : first.email,
            phone: plan.has(.phone) ? contact.phone : first.phone,
            consent: plan.has(.consent) ? contact.consent : first.consent)
    }

    private func laySchedule(over offer: inout Offer, _ plan: ColumnPlan) {
        guard plan.has(any: .rule, .start, .weekdays, .from), var schedule else { return }
        guard let first = offer.schedules.first else {
            offer.schedules = [schedule]
            return
        }
        schedule.purpose = first.purpose
        schedule.exceptions = first.exceptions
        schedule.includesPublicHolidays = first.includesPublicHolidays
        if !plan.has(.start) { schedule.start = first.start }
        if !plan.has(.holidays) { schedule.holidayRule = first.holidayRule }
        if !plan.has(.timesNote) { schedule.note = first.note }
        offer.schedules[0] = schedule
    }
}
