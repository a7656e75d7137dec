import Areas
import HTML
import Offers
import Prevention
import Storage
import Texts
import Web

/// `/anbieter/{token}`: a provider without an account looks after its offers.
struct PersonalRoutes: Sendable {
    let desk: RegisterDesk

    init(desk: RegisterDesk) { self.desk = desk }

    func add(to routes: inout RouteTable) {
        routes.get(RegisterPath.personal.pattern, allow: .personalLink) { try await withLink($0, show) }
        routes.post(RegisterPath.personalConfirmation.pattern, allow: .personalLink, bodyLimit: 16_384) {
            try await withLink($0, confirm)
        }
        routes.get(RegisterPath.personalOffer.pattern, allow: .personalLink) { try await withLink($0, edit) }
        routes.post(RegisterPath.personalOffer.pattern, allow: .personalLink) { try await withLink($0, propose) }
    }

    /// Unknown, closed and old links all get the same page, which says how to get a new one.
    private func withLink(
        _ visit: Visit, _ work: (Visit, PersonalVisit) async throws -> Answer
    ) async throws -> Answer {
        let token = visit.parameters["token"] ?? ""
        guard let link = try await desk.offers.link(token: token, at: visit.now),
            let provider = try await desk.offers.provider(link.providerID)
        else { return closedLinkPage(visit, desk.texts[visit.language]) }
        let personal = PersonalVisit(
            token: token, provider: provider, caller: Caller(link), areas: try await desk.areas.current())
        return try await work(visit, personal)
    }

    private func show(_ visit: Visit, _ personal: PersonalVisit) async throws -> Answer {
        let offers = try await desk.offers.offers(of: personal.provider.id).filter { $0.status != .ended }
        let open = Set(try await desk.offers.openProposals().map(\.offerID))
        let model = PersonalModel(
            personal: personal, offers: offers, proposed: open, words: try await desk.words(visit, personal.areas))
        return personalPage(visit, model, desk.texts[visit.language])
    }

    /// `POST /anbieter/…/bestaetigung`
    private func confirm(_ visit: Visit, _ personal: PersonalVisit) async throws -> Answer {
        let check = OfferCheck(on: visit.today, by: .provider, method: desk.texts[.german].personal.checkMethod)
        let count = try await desk.offers.confirmAll(
            of: personal.provider.id, check: check, by: personal.caller.actor, at: visit.now)
        let back = Link.to(RegisterPath.personal.path(personal.token), query: [("bestaetigt", "\(count)")])
        return .redirect(to: back, in: visit.language)
    }

    // MARK: One offer

    private func edit(_ visit: Visit, _ personal: PersonalVisit) async throws -> Answer {
        let offer = try await offer(visit, personal)
        let stock = try await desk.stock(personal.caller, personal.areas, for: offer)
        let pairs =
            OfferForm.fields(of: offer, stock: stock).all
            + PlanningForm.fields(of: offer, tree: personal.areas.tree).all
        let form = try FormReader(Fields(pairs.map { ($0.name, $0.value) }), language: visit.language)
        return personalOfferPage(
            visit, PersonalOffer(personal: personal, form: form, stock: stock, offer: offer),
            desk.texts[visit.language])
    }

    /// - Throws: `NotFound` for offers of others.
    private func offer(_ visit: Visit, _ personal: PersonalVisit) async throws -> Offer {
        guard let offer = try await desk.offers.offer(try visit.id(of: Offer.self)),
            offer.providerID == personal.provider.id, offer.status != .ended
        else { throw NotFound() }
        return offer
    }

    /// `POST /anbieter/…/angebote/7…`
    private func propose(_ visit: Visit, _ personal: PersonalVisit) async throws -> Answer {
        let current = try await offer(visit, personal)
        let stock = try await desk.stock(personal.caller, personal.areas, for: current)
        let texts = desk.texts[visit.language]
        var form = try FormReader(visit)
        var offer = current
        offer.version = visit.seenVersion
        let place = OfferForm.read(&form, over: &offer, stock: stock, texts: texts)
        PlanningForm.read(&form, over: &offer, areas: personal.areas, texts: texts, isInternal: false)
        let isSearch = form.flag("suchen")
        var page = PersonalOffer(
            personal: personal, form: isSearch ? try FormReader(visit) : form, stock: stock, offer: current)
        page.seen = visit.seenVersion
        guard form.isComplete, !isSearch else { return personalOfferPage(visit, page, texts) }
        do {
            guard current.version == visit.seenVersion else { throw StorageError.stale }
            if let place { try await desk.offers.save(place, by: personal.caller.actor, at: visit.now) }
            let proposal = try await desk.offers.propose(offer, by: personal.caller.actor, at: visit.now)
            let done = proposal == nil ? "unveraendert" : Done.proposed.rawValue
            let back = Link.to(RegisterPath.personal.path(personal.token), query: [("fertig", done)])
            return .redirect(to: back, in: visit.language)
        } catch StorageError.stale {
            page.conflict = try await conflict(visit, current, personal)
            return personalOfferPage(visit, page, texts)
        }
    }

    private func conflict(_ visit: Visit, _ current: Offer, _ personal: PersonalVisit) async throws -> FormConflict {
        let seen = try await desk.offers.offer(current.id, version: visit.seenVersion)
        let changes = (seen.map { current.differences(from: $0) } ?? []).filter(\.field.isOpenToProviders)
        return FormConflict(
            current: current.version, changes: changes.filter { !$0.field.isInternal },
            words: try await desk.words(visit, personal.areas))
    }
}

/// A visit by a personal link.
struct PersonalVisit: Sendable {
    let token: String
    let provider: Provider
    let caller: Caller
    let areas: AreaDirectory.Snapshot

    /// The page of all offers.
    var link: Link { RegisterPath.personal.link(token) }
}
