import Areas
import HTML
import Indicators
import Prevention
import Storage
import Texts
import Web

extension MonitoringPath {
    static let gateRegister = Path("/monitoring/freigabe/verzeichnis")
    static let gateWithdrawal = Path("/monitoring/freigabe/verzeichnis/{id}/ruecknahme")
}

extension MonitoringRoom {
    /// Who may read the register of decisions.
    private static let registerReaders: Set<Role> = planners.union([.dataProtectionOfficer])

    /// Addresses of the publish gate (Freigabe).
    func addGateRoutes(to routes: inout RouteTable) {
        routes.get(MonitoringPath.gate.pattern, allow: .roles(Self.planners), showGate)
        routes.post(MonitoringPath.gate.pattern, allow: .roles(Self.planners), publish)
        routes.get(MonitoringPath.gateRegister.pattern, allow: .roles(Self.registerReaders), showRegister)
        routes.post(MonitoringPath.gateWithdrawal.pattern, allow: .roles(Self.planners), withdraw)
    }

    /// What the start page offers of it.
    func gateTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.gate.title, texts.gate.about, MonitoringPath.gate.link(), for: Self.planners)]
    }

    private var store: IndicatorStore { IndicatorStore(database: database) }

    /// `GET /monitoring/freigabe?kenngroesse=kinder-sgb2&zeitraum=2022`
    @Sendable private func showGate(_ visit: Visit) async throws -> Answer {
        var page = try await gatePage(visit, fields: visit.query)
        if visit.query.text("geprueft") != nil { try await examine(&page, visit) }
        return page.answer(visit)
    }

    /// What can be chosen and what is.
    private func gatePage(_ visit: Visit, fields: Fields) async throws -> GatePage {
        let offers = try await PublishGate(store: store).offers()
        return GatePage(
            offers: offers, tree: try await directory.current().tree, fields: fields, texts: texts[visit.language].gate)
    }

    private func examine(_ page: inout GatePage, _ visit: Visit) async throws {
        guard let request = page.request else {
            page.problem = page.texts.choose
            return
        }
        do {
            page.report = try await PublishGate(store: store).examine(request)
        } catch let refusal as GateRefusal {
            page.problem = page.words(for: refusal)
        }
    }

    /// `POST /monitoring/freigabe`
    @Sendable private func publish(_ visit: Visit) async throws -> Answer {
        guard let account = visit.account else { throw Forbidden() }
        var page = try await gatePage(visit, fields: visit.form)
        var form = try FormReader(visit)
        let from = form.day("ab")
        guard var request = page.request, form.isComplete else {
            page.embargo(form)
            try await examine(&page, visit)
            return page.answer(visit, status: 422)
        }
        request.embargoUntil = from
        do {
            try await PublishGate(store: store).publish(request, by: account.auditActor, at: visit.now)
            return .redirect(to: .to(MonitoringPath.gateRegister.path() + "?fertig=freigabe"), in: visit.language)
        } catch let refusal as GateRefusal {
            if case .unsafe(let report) = refusal { page.report = report } else { try await examine(&page, visit) }
            page.problem = page.words(for: refusal)
            return page.answer(visit, status: 422)
        }
    }

    /// `GET /monitoring/freigabe/verzeichnis`
    @Sendable private func showRegister(_ visit: Visit) async throws -> Answer {
        let names = Dictionary(
            try await store.indicators().map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
        let decisions = try await store.publications().reversed().map(GateDecision.init)
        return gateRegister(visit, decisions, names, texts[visit.language].gate)
    }

    /// `POST /monitoring/freigabe/verzeichnis/7…/ruecknahme`
    @Sendable private func withdraw(_ visit: Visit) async throws -> Answer {
        guard let account = visit.account else { throw Forbidden() }
        let id = try visit.id(of: Publication.self)
        guard let publication = try await store.publications().first(where: { $0.id == id }) else { throw NotFound() }
        let reason = visit.form.text("grund-\(publication.number)").map { String($0.prefix(300)) } ?? ""
        do {
            try await store.withdraw(id, by: account.auditActor, at: visit.now, reason: reason)
        } catch StorageError.stale {
            // Withdrawn already: the register shows it.
        }
        return .redirect(to: .to(MonitoringPath.gateRegister.path() + "?fertig=ruecknahme"), in: visit.language)
    }
}
