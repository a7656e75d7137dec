import Web

extension ExchangeRoom {
    /// `GET /boerse`
    @Sendable func showStart(_ visit: Visit) async throws -> Answer { startPage(try await scene(visit)) }

    /// `GET /boerse/kettenglieder`
    @Sendable func showCatalogue(_ visit: Visit) async throws -> Answer { cataloguePage(try await scene(visit)) }

    /// `GET /boerse/regeln`
    @Sendable func showRules(_ visit: Visit) async throws -> Answer { rulesPage(try await scene(visit)) }
}
