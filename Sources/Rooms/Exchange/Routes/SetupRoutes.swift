import Areas
import Prevention
import Storage
import Transfers
import Web

extension ExchangeRoom {
    func addSetupRoutes(to routes: inout RouteTable) {
        routes.get(ExchangePath.setup.pattern, allow: Self.board, showSetup)
        routes.post(ExchangePath.setup.pattern, allow: Self.board, setUp)
    }

    @Sendable func showSetup(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        guard caller.isBoard else { throw NotFound() }
        var fields = visit.query
        for (name, value) in [("geben", "2"), ("nehmen", "2"), ("pflicht", LinkType.Obligation.duty.rawValue)] {
            fields.append(name, value)
        }
        return setupPage(scene, try FormReader(fields, language: visit.language))
    }

    /// `POST /boerse/einrichten`: a participant with its limits from this half-year on, or a link of the catalogue.
    @Sendable func setUp(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        guard caller.isBoard else { throw NotFound() }
        var form = try FormReader(visit)
        let isLink = visit.form.text("schritt") == "kettenglied"
        let isDone =
            isLink
            ? try await addLink(&form, scene, caller) : try await addParticipant(&form, scene, caller)
        return isDone ? scene.done(ExchangePath.setup.path(), "eingerichtet") : setupPage(scene, form)
    }

    private func addParticipant(
        _ form: inout FormReader, _ scene: Scene, _ caller: ExchangeCaller
    ) async throws -> Bool {
        let area = form.required("gebiet") { form -> Area? in
            form.text("gebiet", max: 100).flatMap { AreaKey($0) }.flatMap { scene.tree.area(key: $0) }
        }
        let kind = form.required("art") { $0.choice("art", as: Participant.Kind.self) }
        let give = form.required("geben") { $0.integer("geben", in: TransferLimits.bounds) }
        let receive = form.required("nehmen") { $0.integer("nehmen", in: TransferLimits.bounds) }
        let reason = form.requiredText("grund", max: 300)
        guard form.isComplete, let area, let kind, let give, let receive, let reason,
            let limits = TransferLimits(give: give, receive: receive)
        else { return false }
        let command = caller.command(for: nil, scene.visit, because: reason)
        let known = scene.market.participants.first { $0.areaKey == area.key.text && $0.kind == kind }
        if let known, !known.isActive {
            try await store.rejoin(known.id, limits: limits, command)
        } else if let known {
            try await store.set(limits, of: known.id, from: scene.market.day.halfYear, command)
        } else {
            try await store.add(
                ID(.exchange, name: "participant/\(area.key)/\(kind.rawValue)"), name: area.name,
                areaKey: area.key.text, kind: kind, limits: limits, command)
        }
        return true
    }

    private func addLink(_ form: inout FormReader, _ scene: Scene, _ caller: ExchangeCaller) async throws -> Bool {
        let title = form.requiredText("titel", max: 120)
        let stage = form.required("phase") { $0.choice("phase", as: LifeStage.self) }
        let field = form.required("feld") { $0.choice("feld", as: FieldOfAction.self) }
        let obligation = form.required("pflicht") { $0.choice("pflicht", as: LinkType.Obligation.self) }
        let reason = form.requiredText("begruendung", max: 300)
        guard form.isComplete, let title, let stage, let field, let obligation, let reason else { return false }
        try await store.add(
            LinkRecord(id: ID(), title: title, stage: stage, field: field, obligation: obligation),
            caller.command(for: nil, scene.visit, because: reason))
        return true
    }
}
