import Areas
import Offers
import Prevention
import Storage
import Texts
import Web

/// Providers: list, entry, new.
struct ProviderRoutes: Sendable {
    let desk: RegisterDesk
    private static let access = Access.roles(Caller.all)
    private static let editors = Access.roles(Caller.editors)

    init(desk: RegisterDesk) { self.desk = desk }

    func add(to routes: inout RouteTable) {
        routes.get(RegisterPath.providers.pattern, allow: Self.access) { try await list($0) }
        routes.get(RegisterPath.newProvider.pattern, allow: Self.editors) { try await new($0) }
        routes.post(RegisterPath.newProvider.pattern, allow: Self.editors) { try await create($0) }
        routes.get(RegisterPath.provider.pattern, allow: Self.access) { try await show($0) }
        routes.post(RegisterPath.provider.pattern, allow: Self.access) { try await save($0) }
    }

    /// `GET /register/traeger?text=…&seite=2`
    private func list(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let asked = (visit.query.text("text") ?? "").folded
        let own = try await desk.offers.providers().filter { provider in
            caller.mayEdit(provider, areas.tree) && (asked.isEmpty || provider.name.folded.contains(asked))
        }
        return providersPage(visit, own, isEditor: caller.isEditor, desk.texts[visit.language])
    }

    private func new(_ visit: Visit) async throws -> Answer {
        let (caller, _) = try await desk.caller(visit)
        if caller.providerIDs != nil { throw Forbidden() }
        let form = try FormReader(visit)
        return providerFormPage(visit, ProviderPage(form: form, provider: nil), desk.texts[visit.language])
    }

    private func create(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        if caller.providerIDs != nil { throw Forbidden() }
        let texts = desk.texts[visit.language]
        var form = try FormReader(visit)
        var provider = Provider(name: "")
        ProviderForm.read(&form, over: &provider, providers: try await desk.offers.providers(), areas, texts)
        if form.isComplete, !caller.mayEdit(provider, areas.tree) {
            form.refuse("gebiet", texts.form.beyondReach)
        }
        guard form.isComplete else { return providerFormPage(visit, ProviderPage(form: form, provider: nil), texts) }
        let stored = try await desk.offers.save(provider, by: caller.actor, at: visit.now)
        return desk.done(visit, RegisterPath.provider.path(stored.id.text), .saved)
    }

    /// `GET /register/traeger/7…`
    private func show(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let provider = try await desk.provider(visit, caller, areas)
        let all = try await desk.offers.providers()
        let form = try FormReader(
            ProviderForm.fields(of: provider, providers: all, tree: areas.tree), language: visit.language)
        return providerFormPage(
            visit, try await page(form, provider, caller, visit), desk.texts[visit.language])
    }

    private func save(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let current = try await desk.provider(visit, caller, areas)
        let texts = desk.texts[visit.language]
        var form = try FormReader(visit)
        var provider = current
        provider.version = visit.seenVersion
        ProviderForm.read(&form, over: &provider, providers: try await desk.offers.providers(), areas, texts)
        if form.isComplete, !caller.mayEdit(provider, areas.tree) { form.refuse("gebiet", texts.form.beyondReach) }
        guard form.isComplete else {
            return providerFormPage(visit, try await page(form, current, caller, visit, seen: visit.seenVersion), texts)
        }
        do {
            try await desk.offers.save(provider, by: caller.actor, at: visit.now)
            return desk.done(visit, RegisterPath.provider.path(provider.id.text), .saved)
        } catch StorageError.stale {
            var page = try await page(form, current, caller, visit)
            page.isStale = true
            return providerFormPage(visit, page, texts)
        }
    }

    private func page(
        _ form: FormReader, _ provider: Provider, _ caller: Caller, _ visit: Visit, seen: Int? = nil
    ) async throws -> ProviderPage {
        var page = ProviderPage(form: form, provider: provider)
        page.seen = seen
        page.offers = try await desk.offers.offers(of: provider.id)
        if caller.isEditor { page.links = try await desk.offers.links(of: provider.id) }
        page.isEditor = caller.isEditor
        return page
    }
}

extension RegisterDesk {
    /// The provider of the address, if the visitor looks after it.
    func provider(
        _ visit: Visit, _ caller: Caller, _ areas: AreaDirectory.Snapshot
    ) async throws -> Provider {
        guard let provider = try await offers.provider(try visit.id(of: Provider.self)),
            caller.mayEdit(provider, areas.tree)
        else { throw NotFound() }
        return provider
    }
}
