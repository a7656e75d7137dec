import Prevention
import Transfers
import Web

extension ExchangeRoom {
    func addLedgerRoutes(to routes: inout RouteTable) {
        routes.get(ExchangePath.account.pattern, allow: Self.members, showAccount)
        routes.get(ExchangePath.fund.pattern, allow: Self.board, showFund)
        routes.post(ExchangePath.fundStep.pattern, allow: Self.board, bookFund)
        routes.get(ExchangePath.notes.pattern, allow: Self.board, showNotes)
        routes.get(ExchangePath.levels.pattern, allow: Self.members, showLevels)
        routes.post(ExchangePath.levels.pattern, allow: Self.board, setLevel)
        routes.get(ExchangePath.plan.pattern, allow: Self.members, showPlan)
    }

    @Sendable func showAccount(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        return accountPage(scene, caller)
    }

    @Sendable func showFund(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        guard caller.isBoard else { throw NotFound() }
        return fundPage(scene, try FormReader(visit))
    }

    @Sendable func bookFund(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        guard caller.isBoard else { throw NotFound() }
        var form = try FormReader(visit)
        let step = form.required("schritt") { $0.choice("schritt", among: ["ausgabe", "verfall"]) } ?? "ausgabe"
        let reason = form.requiredText("grund-\(step)", max: 300)
        guard form.isComplete, let reason else { return fundPage(scene, form) }
        let command = caller.command(for: nil, visit, because: reason)
        return try await scene.after(ExchangePath.fund.path()) {
            let count = step == "ausgabe" ? try await store.issueFund(command) : try await store.expireCredit(command)
            return count > 0 ? "gebucht" : "nichts"
        }
    }

    @Sendable func showNotes(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        guard caller.isBoard else { throw NotFound() }
        return notesPage(scene)
    }

    @Sendable func showLevels(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        return levelsPage(scene, caller, try FormReader(visit))
    }

    /// `POST /boerse/stand`: the steering body notes a level; the history keeps the earlier ones.
    @Sendable func setLevel(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        guard caller.isBoard else { throw NotFound() }
        var form = try FormReader(visit)
        let who = form.required("kommune") { $0.choice("kommune", among: scene.market.participants.map(\.id.text)) }
        let link = form.required("kettenglied") { $0.choice("kettenglied", among: scene.market.links.map(\.id.text)) }
        let level = form.required("stufe") { $0.integer("stufe", in: 0...4) }.flatMap { LinkLevel(rawValue: $0) }
        let reason = form.requiredText("grund", max: 300)
        guard form.isComplete, let who = who.flatMap({ ID<Participant>($0) }), let level, let reason,
            let link = link.flatMap({ ID<LinkType>($0) })
        else { return levelsPage(scene, caller, form) }
        try await store.set(level, LevelKey(who, link), caller.command(for: nil, visit, because: reason))
        return scene.done(ExchangePath.levels.path(), "stand")
    }

    @Sendable func showPlan(_ visit: Visit) async throws -> Answer {
        let (scene, _) = try await ownScene(visit)
        return planPage(scene)
    }
}
