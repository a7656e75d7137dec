package import Prevention
import Rounds
import Tables
package import Transfers
import Web
import Workflow

extension ExchangeRoom {
    func addRoundRoutes(to routes: inout RouteTable) {
        routes.get(ExchangePath.rounds.pattern, allow: .everyone, showRounds)
        routes.get(ExchangePath.newRound.pattern, allow: Self.board, showNewRound)
        routes.post(ExchangePath.newRound.pattern, allow: Self.board, announceRound)
        routes.get(ExchangePath.round.pattern, allow: .everyone, showRound)
        routes.post(ExchangePath.roundStep.pattern, allow: Self.board, takeRoundStep)
        routes.get(ExchangePath.certificate.pattern, allow: .everyone, showCertificate)
        routes.get(ExchangePath.report.pattern, allow: .everyone, showReport)
        routes.get(ExchangePath.reportFile.pattern, allow: .everyone, showReportFile)
    }

    @Sendable func showRounds(_ visit: Visit) async throws -> Answer { roundsPage(try await scene(visit)) }

    @Sendable func showRound(_ visit: Visit) async throws -> Answer {
        let scene = try await scene(visit)
        let record = try round(scene)
        return roundPage(scene, record, try await store.outcome(of: record.id), try FormReader(visit))
    }

    @Sendable func showNewRound(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        guard caller.isBoard else { throw NotFound() }
        return newRoundPage(scene, try FormReader(visit))
    }

    /// `POST /boerse/runden/neu`: rules and seed are published with it, before the deadline.
    @Sendable func announceRound(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        guard caller.isBoard else { throw NotFound() }
        var form = try FormReader(visit)
        let title = form.requiredText("titel", max: 120)
        let half = form.required("halbjahr") { form -> Period? in
            guard let text = form.text("halbjahr", max: 10) else { return nil }
            guard let period = Period(text), period.kind == .halfYear else {
                form.refuse("halbjahr", scene.texts.refusal.texts["halfYear"] ?? "")
                return nil
            }
            return period
        }
        let seed = form.requiredText("startwert", max: 80)
        let deadline = form.required("frist") { form -> Day? in
            guard let text = form.text("frist", max: 20) else { return nil }
            guard let period = Period(text), period.kind == .day, period.firstDay > visit.now.berlinDay,
                scene.isNear(period.firstDay)
            else {
                form.refuse("frist", scene.texts.refusal.texts["publishedTooLate"] ?? "")
                return nil
            }
            return period.firstDay
        }
        let mode = form.choice("verfahren", as: RoundMode.self) ?? .weighted
        guard form.isComplete, let title, let half, let seed, let deadline else { return newRoundPage(scene, form) }
        let round = try Round(
            id: ID(), period: half, kind: .binding, mode: mode, rules: scene.market.rules, seed: seed,
            publishedOn: visit.now.berlinDay, deadline: deadline)
        do {
            try await store.announce(
                RoundRecord(round, title: title), caller.command(for: nil, visit, because: scene.texts.round.newTitle))
        } catch let refusal as ExchangeRefusal { return scene.refusal(refusal, back: ExchangePath.rounds.link()) }
        return scene.done(ExchangePath.round.path(round.id.text), "runde")
    }

    /// `POST /boerse/runden/7…/schritt`
    @Sendable func takeRoundStep(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        let record = try round(scene)
        guard caller.isBoard else { throw NotFound() }
        var form = try FormReader(visit)
        let allowed = RoundFlow.Step.allCases.map(\.rawValue) + ["resolve"]
        let step = form.required("schritt") { $0.choice("schritt", among: allowed) }
        let reason = form.requiredText("grund", max: 300)
        guard form.isComplete, let step, let reason else {
            return roundPage(scene, record, try await store.outcome(of: record.id), form)
        }
        let command = caller.command(for: nil, visit, because: reason)
        return try await scene.after(ExchangePath.round.path(record.id.text)) {
            switch RoundFlow.Step(rawValue: step) {
            case .clear:
                guard record.round.possible.contains(.clear) else { throw ExchangeRefusal.course(.impossible) }
                let plan = try await RoundPlanning(market: scene.market, ports: ports, round: record.round).plan()
                try await store.clear(plan, missing: scene.market.missing, command)
            case let step?: try await store.take(step, of: record.id, command)
            case nil: try await store.resolve(record.id, command)
            }
            return "schritt"
        }
    }

    /// `GET /boerse/runden/7…/nachweis.json`: everything that proves the result, for `compute verify`.
    @Sendable func showCertificate(_ visit: Visit) async throws -> Answer {
        let scene = try await scene(visit)
        let record = try round(scene)
        guard scene.caller != nil || record.round.kind == .rehearsal,
            let text = try await store.certificate(of: record.id)
        else { throw NotFound() }
        return .download(Array(text.utf8), name: "nachweis.json", contentType: "application/json; charset=utf-8")
    }

    @Sendable func showReport(_ visit: Visit) async throws -> Answer {
        let scene = try await scene(visit)
        let record = try round(scene)
        guard let outcome = try await store.outcome(of: record.id) else { throw NotFound() }
        return reportPage(scene, record, outcome, report(scene, record, outcome))
    }

    /// `GET /boerse/runden/7…/bericht.csv`: demand, link by link.
    @Sendable func showReportFile(_ visit: Visit) async throws -> Answer {
        let scene = try await scene(visit)
        let record = try round(scene)
        guard scene.caller != nil || record.round.kind == .rehearsal,
            let outcome = try await store.outcome(of: record.id)
        else { throw NotFound() }
        let (texts, report) = (scene.texts.report, report(scene, record, outcome))
        var writer = CSVWriter(
            header: [texts.link, texts.requests, texts.met, texts.unmet, texts.offers], mark: true)
        for one in report.demand {
            writer.append([scene.title(one.link), "\(one.requests)", "\(one.met)", "\(one.unmet)", "\(one.offers)"])
        }
        return .download(writer.file, name: "rundenbericht.csv", contentType: "text/csv; charset=utf-8")
    }

    private func report(_ scene: Scene, _ record: RoundRecord, _ outcome: RoundOutcome) -> RoundReport {
        let isBinding = record.round.kind == .binding
        return RoundReport(
            outcome, transfers: scene.market.transfers.filter { $0.round == record.id }.map(\.transfer),
            notes: [], forecast: isBinding ? scene.market.forecast(seed: record.round.seed) : nil)
    }

    private func round(_ scene: Scene) throws -> RoundRecord {
        guard let record = scene.market.round(try scene.visit.id(of: Round.self)) else { throw NotFound() }
        return record
    }
}

extension Market {
    /// Share of the need that nothing meets, of each request that the gap analysis knows.
    package var missing: [ID<TransferRequest>: Double] {
        Dictionary(
            requests.compactMap { record in record.missing.map { (record.request.id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
