import Areas
import Mail
import Offers
import Prevention
import Texts
import Web

/// Personal links of a provider, and the mail that carries one.
struct LinkRoutes: Sendable {
    let desk: RegisterDesk
    private static let access = Access.roles(Caller.editors)

    init(desk: RegisterDesk) { self.desk = desk }

    func add(to routes: inout RouteTable) {
        routes.post(RegisterPath.providerLinks.pattern, allow: Self.access, bodyLimit: 16_384) { try await create($0) }
        routes.post(RegisterPath.revocation.pattern, allow: Self.access, bodyLimit: 16_384) { try await revoke($0) }
        routes.post(RegisterPath.checkMail.pattern, allow: Self.access, bodyLimit: 16_384) { try await send($0) }
    }

    /// `POST /register/traeger/7…/links`: shows the new link once, so there is no redirect.
    private func create(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let provider = try await desk.provider(visit, caller, areas)
        let made = try await desk.offers.createLink(
            for: provider.id, days: CheckMail.days, by: caller.actor, at: visit.now)
        let all = try await desk.offers.providers()
        let form = try FormReader(
            ProviderForm.fields(of: provider, providers: all, tree: areas.tree), language: visit.language)
        var page = ProviderPage(form: form, provider: provider)
        page.offers = try await desk.offers.offers(of: provider.id)
        page.links = try await desk.offers.links(of: provider.id)
        page.newLink = desk.checks.url(made.token)
        page.isEditor = true
        return providerFormPage(visit, page, desk.texts[visit.language])
    }

    /// `POST /register/traeger/7…/links/3…/widerruf`
    private func revoke(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let provider = try await desk.provider(visit, caller, areas)
        try await desk.offers.revoke(
            try visit.id("link", of: ProviderLink.self), of: provider.id, by: caller.actor, at: visit.now)
        return desk.done(visit, RegisterPath.provider.path(provider.id.text), .revoked)
    }

    /// `POST /register/traeger/7…/pruefmail`
    private func send(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let provider = try await desk.provider(visit, caller, areas)
        let texts = desk.texts[visit.language].parties
        let offers = try await desk.offers.offers(of: provider.id).filter { $0.status != .ended }
        guard let address = provider.email, !offers.isEmpty else { throw Unprocessable(texts.noEmail) }
        do {
            try await desk.checks.send(
                to: provider, address: address, offers: offers.map(\.title), key: "offer-check:\(ID<Mail>().text)",
                from: desk.offers, by: caller.actor, at: visit.now)
        } catch is MailProblem {
            throw Unprocessable(texts.badEmail)
        }
        return desk.done(visit, RegisterPath.provider.path(provider.id.text), .mailed)
    }
}
