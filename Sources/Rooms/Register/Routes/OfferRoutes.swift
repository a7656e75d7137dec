import Areas
import Offers
import Prevention
import Storage
import Texts
import Web

/// One offer: its page, the two steps of its form, and making a new one.
struct OfferRoutes: Sendable {
    let desk: RegisterDesk
    private static let access = Access.roles(Caller.all)

    init(desk: RegisterDesk) { self.desk = desk }

    func add(to routes: inout RouteTable) {
        routes.get(RegisterPath.newOffer.pattern, allow: Self.access) { try await new($0) }
        routes.post(RegisterPath.newOffer.pattern, allow: Self.access) { try await create($0) }
        routes.get(RegisterPath.offer.pattern, allow: Self.access) { try await show($0) }
        routes.get(RegisterPath.edit.pattern, allow: Self.access) { try await edit($0) }
        routes.post(RegisterPath.edit.pattern, allow: Self.access) { try await save($0) }
        routes.get(RegisterPath.planning.pattern, allow: Self.access) { try await editPlanning($0) }
        routes.post(RegisterPath.planning.pattern, allow: Self.access) { try await savePlanning($0) }
    }

    /// `GET /register/angebote/7…`
    private func show(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let detail = try await desk.detail(visit, caller)
        let proposals = caller.isEditor ? try await desk.offers.openProposals(for: detail.offer.id) : []
        let model = OfferPageModel(
            detail: detail, caller: caller, words: try await desk.words(visit, areas), proposal: proposals.first)
        return offerPage(visit, model, desk.texts[visit.language])
    }

    // MARK: The first step

    /// `GET /register/angebote/neu?traeger=7…`
    private func new(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let stock = try await desk.stock(caller, areas)
        let provider = stock.providers.first { $0.id.text == visit.query.text("von") } ?? stock.onlyProvider
        let form = try FormReader(Fields([("traeger", provider?.name ?? "")]), language: visit.language)
        return familyFormPage(visit, FamilyForm(form: form, stock: stock, offer: nil), desk.texts[visit.language])
    }

    /// `POST /register/angebote/neu`
    private func create(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let stock = try await desk.stock(caller, areas)
        let texts = desk.texts[visit.language]
        var form = try FormReader(visit)
        if form.flag("suchen") { return familyFormPage(visit, FamilyForm(form: form, stock: stock, offer: nil), texts) }
        var offer = Offer(title: "", providerID: ID())
        let place = OfferForm.read(&form, over: &offer, stock: stock, texts: texts)
        refuseBeyondReach(&form, offer, place, stock, texts)
        guard form.isComplete else {
            return familyFormPage(visit, FamilyForm(form: form, stock: stock, offer: nil), texts)
        }
        let same = try await desk.offers.probableDuplicates(ofTitle: offer.title, provider: offer.providerID)
        if !same.isEmpty, !form.flag("trotzdem") {
            form.refuse("titel", texts.form.duplicate.filled(["title": same[0].title]))
            return familyFormPage(visit, FamilyForm(form: form, stock: stock, offer: nil, doubles: same), texts)
        }
        try await store(&offer, place, caller, visit)
        return next(visit, offer)
    }

    /// `GET /register/angebote/7…/bearbeiten`
    private func edit(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let offer = try await desk.detail(visit, caller).offer
        let stock = try await desk.stock(caller, areas, for: offer)
        let form = try FormReader(OfferForm.fields(of: offer, stock: stock), language: visit.language)
        return familyFormPage(visit, FamilyForm(form: form, stock: stock, offer: offer), desk.texts[visit.language])
    }

    /// `POST /register/angebote/7…/bearbeiten`
    private func save(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let current = try await desk.detail(visit, caller).offer
        let stock = try await desk.stock(caller, areas, for: current)
        let texts = desk.texts[visit.language]
        var form = try FormReader(visit)
        var offer = current
        offer.version = visit.seenVersion
        let place = OfferForm.read(&form, over: &offer, stock: stock, texts: texts)
        refuseBeyondReach(&form, offer, place, stock, texts)
        let isSearch = form.flag("suchen")
        var page = FamilyForm(form: form, stock: stock, offer: current)
        if isSearch { page.form = try FormReader(visit) }
        page.seen = visit.seenVersion
        guard form.isComplete, !isSearch else { return familyFormPage(visit, page, texts) }
        do {
            try await store(&offer, place, caller, visit)
            return next(visit, offer)
        } catch StorageError.stale {
            page.conflict = try await conflict(visit, current.id, caller, areas)
            return familyFormPage(visit, page, texts)
        }
    }

    /// Stores the offer and its new place.
    private func store(_ offer: inout Offer, _ place: Facility?, _ caller: Caller, _ visit: Visit) async throws {
        if offer.version > 0, try await desk.offers.offer(offer.id)?.version != offer.version {
            throw StorageError.stale
        }
        if let place { try await desk.offers.save(place, by: caller.actor, at: visit.now) }
        offer = try await desk.offers.save(offer, by: caller.actor, at: visit.now)
    }

    /// An offer that the caller could not see again is no use: a place or area of the own ones is missing.
    private func refuseBeyondReach(
        _ form: inout FormReader, _ offer: Offer, _ place: Facility?, _ stock: FormStock, _ texts: RegisterTexts
    ) {
        guard form.isComplete, !stock.caller.isUnlimited,
            let provider = stock.providers.first(where: { $0.id == offer.providerID })
        else { return }
        let places = offer.sites.compactMap { site in
            (place.flatMap { $0.id == site.facilityID ? $0 : nil } ?? stock.facility(site.facilityID)).map {
                OfferDetail.Place(site: site, facility: $0)
            }
        }
        let detail = OfferDetail(offer: offer, provider: provider, places: places)
        if !stock.caller.mayEdit(detail) { form.refuse("orte", texts.form.beyondReach) }
    }

    private func next(_ visit: Visit, _ offer: Offer) -> Answer {
        visit.form.text("weiter") == nil
            ? desk.done(visit, RegisterPath.offer.path(offer.id.text), .saved)
            : desk.done(visit, RegisterPath.planning.path(offer.id.text), .saved)
    }

    /// What others have changed since the form was opened.
    private func conflict(
        _ visit: Visit, _ id: ID<Offer>, _ caller: Caller, _ areas: AreaDirectory.Snapshot
    ) async throws -> FormConflict {
        guard let current = try await desk.offers.offer(id) else { throw NotFound() }
        let seen = try await desk.offers.offer(id, version: visit.seenVersion)
        let changes = seen.map { current.differences(from: $0) } ?? []
        return FormConflict(
            current: current.version, changes: changes.filter { caller.isEditor || !$0.field.isInternal },
            words: try await desk.words(visit, areas))
    }

    // MARK: The second step

    /// `GET /register/angebote/7…/planung`
    private func editPlanning(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let offer = try await desk.detail(visit, caller).offer
        let form = try FormReader(PlanningForm.fields(of: offer, tree: areas.tree), language: visit.language)
        return planningFormPage(
            visit, PlanningPage(form: form, offer: offer, isEditor: caller.isEditor), desk.texts[visit.language])
    }

    /// `POST /register/angebote/7…/planung`
    private func savePlanning(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let detail = try await desk.detail(visit, caller)
        let texts = desk.texts[visit.language]
        var form = try FormReader(visit)
        var offer = detail.offer
        offer.version = visit.seenVersion
        PlanningForm.read(&form, over: &offer, areas: areas, texts: texts, isInternal: caller.isEditor)
        let changed = OfferDetail(offer: offer, provider: detail.provider, places: detail.places)
        if form.isComplete, !caller.mayEdit(changed) { form.refuse("gebiete", texts.form.beyondReach) }
        var page = PlanningPage(form: form, offer: detail.offer, isEditor: caller.isEditor)
        page.seen = visit.seenVersion
        guard form.isComplete else { return planningFormPage(visit, page, texts) }
        do {
            let stored = try await desk.offers.save(offer, by: caller.actor, at: visit.now)
            return desk.done(visit, RegisterPath.offer.path(stored.id.text), .saved)
        } catch StorageError.stale {
            page.conflict = try await conflict(visit, offer.id, caller, areas)
            return planningFormPage(visit, page, texts)
        }
    }
}
