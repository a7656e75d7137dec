import Offers
import Prevention
import Texts
import Web

/// Commands on one offer that need no form, and its history.
struct StateRoutes: Sendable {
    let desk: RegisterDesk
    private static let access = Access.roles(Caller.all)

    /// An earlier version may have been public; bringing it back is the editors' work.
    private static let editors = Access.roles(Caller.editors)

    init(desk: RegisterDesk) { self.desk = desk }

    func add(to routes: inout RouteTable) {
        routes.post(RegisterPath.confirmation.pattern, allow: Self.access, bodyLimit: 16_384) { try await confirm($0) }
        routes.post(RegisterPath.status.pattern, allow: Self.access, bodyLimit: 16_384) { try await setStatus($0) }
        routes.get(RegisterPath.versions.pattern, allow: Self.access) { try await versions($0) }
        routes.get(RegisterPath.version.pattern, allow: Self.access) { try await version($0) }
        routes.post(RegisterPath.restoration.pattern, allow: Self.editors, bodyLimit: 16_384) { try await restore($0) }
    }

    /// `POST /register/angebote/7…/bestaetigung`
    private func confirm(_ visit: Visit) async throws -> Answer {
        let caller = try await desk.caller(visit).caller
        let offer = try await desk.detail(visit, caller).offer
        let check = OfferCheck(
            on: visit.today, by: caller.isEditor ? .town : .provider, method: desk.texts[.german].offers.checkMethod)
        try await desk.offers.confirm(
            offer.id, version: visit.seenVersion, check: check, by: caller.actor, at: visit.now)
        return desk.done(visit, RegisterPath.offer.path(offer.id.text), .confirmed)
    }

    /// `POST /register/angebote/7…/status`
    private func setStatus(_ visit: Visit) async throws -> Answer {
        let caller = try await desk.caller(visit).caller
        let offer = try await desk.detail(visit, caller).offer
        guard let status = visit.form.text("status").flatMap({ OfferStatus(rawValue: $0) }) else {
            throw Unprocessable(desk.texts[visit.language].offers.unknownStatus)
        }
        guard caller.nextStatuses(of: offer.status).contains(status) || status == offer.status else {
            throw Forbidden()
        }
        try await desk.offers.setStatus(
            status, of: offer.id, version: visit.seenVersion, by: caller.actor, at: visit.now)
        return desk.done(visit, RegisterPath.offer.path(offer.id.text), .status)
    }

    /// `GET /register/angebote/7…/fassungen`
    private func versions(_ visit: Visit) async throws -> Answer {
        let caller = try await desk.caller(visit).caller
        let offer = try await desk.detail(visit, caller).offer
        let versions = try await desk.offers.versions(of: offer.id)
        return versionsPage(visit, offer, versions, desk.texts[visit.language])
    }

    /// `GET /register/angebote/7…/fassungen/3`
    private func version(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let offer = try await desk.detail(visit, caller).offer
        let number = try self.number(visit)
        guard let change = try await desk.offers.versions(of: offer.id).first(where: { $0.replaced == number }),
            let differences = try await desk.offers.differences(of: offer.id, after: number)
        else { throw NotFound() }
        let model = VersionModel(
            offer: offer, change: change,
            differences: differences.filter { caller.isEditor || !$0.field.isInternal },
            words: try await desk.words(visit, areas), isEditor: caller.isEditor)
        return versionPage(visit, model, desk.texts[visit.language])
    }

    /// `POST /register/angebote/7…/fassungen/3/wiederherstellung`
    private func restore(_ visit: Visit) async throws -> Answer {
        let caller = try await desk.caller(visit).caller
        let detail = try await desk.detail(visit, caller)
        let number = try self.number(visit)
        guard try await desk.offers.offer(detail.offer.id, version: number) != nil else { throw NotFound() }
        do {
            try await desk.offers.restore(
                detail.offer.id, version: number, current: visit.seenVersion, by: caller.actor, at: visit.now)
        } catch is RecordRefusal {
            throw Unprocessable(desk.texts[visit.language].offers.cannotRestore)
        }
        return desk.done(visit, RegisterPath.offer.path(detail.offer.id.text), .restored)
    }

    private func number(_ visit: Visit) throws -> Int {
        guard let number = visit.parameters["fassung"].flatMap({ Int($0) }), number > 0, number < 1_000_000_000 else {
            throw NotFound()
        }
        return number
    }
}
