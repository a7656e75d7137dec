import Prevention
import Texts
import Transfers
import Web
import Workflow

extension ExchangeRoom {
    func addTransferRoutes(to routes: inout RouteTable) {
        routes.get(ExchangePath.transfers.pattern, allow: Self.members, showTransfers)
        routes.get(ExchangePath.register.pattern, allow: Self.writers, showRegister)
        routes.post(ExchangePath.register.pattern, allow: Self.writers, register)
        routes.get(ExchangePath.transfer.pattern, allow: Self.members, showTransfer)
        routes.post(ExchangePath.transferStep.pattern, allow: Self.writers, takeTransferStep)
        routes.post(ExchangePath.sessions.pattern, allow: Self.writers, addSession)
        routes.get(ExchangePath.calendar.pattern, allow: Self.members, showCalendar)
    }

    @Sendable func showTransfers(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        return transfersPage(scene, caller)
    }

    @Sendable func showTransfer(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        return transferPage(scene, caller, try transfer(scene, caller), try FormReader(visit))
    }

    /// `POST /boerse/transfers/7…/schritt`: the field `schritt` names the step as it is stored.
    @Sendable func takeTransferStep(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        let record = try transfer(scene, caller)
        var form = try FormReader(visit)
        let step = readStep(&form)
        let sent = visit.form.text("formular").flatMap { TransferSteps.forms.contains($0) ? "grund-\($0)" : nil }
        let reason = form.requiredText(sent ?? "grund", max: 300)
        let terms = step == .agree ? form.required("vereinbarung") { $0.longText("vereinbarung", max: 4_000) } : nil
        let page = ExchangePath.transfer
        guard let step else {
            return form.isComplete
                ? scene.refusal(.course(.impossible), back: page.link(record.id.text))
                : transferPage(scene, caller, record, form)
        }
        let party = caller.parties(record.transfer).first {
            $0.role.may(step) && (step.canBeClaimed || $0.role == .board)
        }
        var found: EvaluationRecord?
        if step == .evaluate, let third = party?.participant {
            found = readEvaluation(&form, of: record.id, by: third, at: visit.now)
        }
        guard form.isComplete, let reason else { return transferPage(scene, caller, record, form) }
        return try await scene.after(page.path(record.id.text)) {
            guard step.canBeClaimed || party != nil else { throw ExchangeRefusal.course(.impossible) }
            guard let party = party ?? caller.parties(record.transfer).first else { throw ExchangeRefusal.notYours }
            try await store.take(
                step, of: record.id, terms: terms, evaluation: found,
                caller.command(for: party.participant, visit, because: reason))
            return "schritt"
        }
    }

    /// A step with its reason code; `nil` with a problem of the form, or where there is no such step.
    private func readStep(_ form: inout FormReader) -> TransferStep? {
        switch form.fields.text("schritt") {
        case "decline":
            let side = form.required("seite") { $0.choice("seite", as: TransferSide.self) }
            let reason = form.required("absage") { $0.choice("absage", as: DeclineReason.self) }
            return side.flatMap { side in reason.map { .decline(side, $0) } }
        case "stop":
            return form.required("abbruch") { $0.choice("abbruch", as: StopReason.self) }.map { .stop($0) }
        case let text?: return TransferStep(rawValue: text)
        case nil: return nil
        }
    }

    private func readEvaluation(
        _ form: inout FormReader, of id: ID<Transfer>, by third: ID<Participant>, at now: Instant
    ) -> EvaluationRecord? {
        let reached = form.required("erreicht") { $0.choice("erreicht", as: EvaluationRecord.Reached.self) }
        let findings = form.required("befund") { $0.longText("befund", max: 3_000) }
        let advice = form.longText("rat", max: 3_000) ?? ""
        guard let reached, let findings else { return nil }
        return EvaluationRecord(
            transfer: id, evaluator: third, reached: reached, findings: findings, advice: advice, at: now)
    }

    /// `POST /boerse/transfers/7…/termine`
    @Sendable func addSession(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        let record = try transfer(scene, caller)
        var form = try FormReader(visit)
        let part = form.required("teil") { $0.choice("teil", as: TransferPart.self) }
        let day = form.required("tag") { form -> Day? in
            guard let text = form.text("tag", max: 20) else { return nil }
            guard let period = Period(text), period.kind == .day, scene.isNear(period.firstDay) else {
                form.refuse("tag", scene.texts.refusal.texts["day"] ?? "")
                return nil
            }
            return period.firstDay
        }
        let start = form.required("uhrzeit") { form -> BerlinTime? in
            let parts = (form.text("uhrzeit", max: 5) ?? "").split(separator: ":").map { Int($0) }
            guard let day, parts.count == 2, let hour = parts[0], let minute = parts[1],
                let time = BerlinTime(day, hour: hour, minute: minute)
            else {
                form.refuse("uhrzeit", scene.texts.refusal.texts["time"] ?? "")
                return nil
            }
            return time
        }
        let minutes = form.required("minuten") { $0.integer("minuten", in: 15...720) }
        let place = form.requiredText("ort", max: 200)
        guard form.isComplete, let part, let start, let minutes, let place else {
            return transferPage(scene, caller, record, form)
        }
        let session = SessionRecord(
            id: ID(), transfer: record.id, part: part, startsAt: start.instant, minutes: minutes, place: place,
            createdAt: visit.now)
        let party = caller.parties(record.transfer).first { $0.role != .third }
        return try await scene.after(ExchangePath.transfer.path(record.id.text)) {
            guard let party else { throw ExchangeRefusal.notYours }
            try await store.add(
                session, caller.command(for: party.participant, visit, because: scene.texts.transfer.addSession))
            return "termin"
        }
    }

    /// `GET /boerse/transfers/7…/termine.ics`
    @Sendable func showCalendar(_ visit: Visit) async throws -> Answer {
        let (scene, caller) = try await ownScene(visit)
        let record = try transfer(scene, caller)
        guard caller.isBoard || (record.transfer.givers + [record.transfer.receiver]).contains(where: caller.sees)
        else { throw NotFound() }
        let file = CalendarFile(
            record.sessions.map { session in
                CalendarFile.Event(
                    uid: "\(session.id)@boerse",
                    time: .hours(
                        from: session.startsAt, to: session.startsAt.adding(seconds: session.minutes * 60)),
                    summary: "\(scene.texts.words.partsShort[session.part.rawValue] ?? ""): "
                        + scene.title(record.transfer.practice),
                    place: session.place,
                    text: scene.texts.give.filled([
                        "giver": scene.names(record.transfer.givers),
                        "receiver": scene.name(record.transfer.receiver),
                    ]), isCancelled: session.cancelledAt != nil)
            }, at: visit.now)
        return .download(file.bytes, name: "termine.ics", contentType: CalendarFile.contentType)
    }

    /// The transfer of the address: for its two sides, the steering body, and from its introduction on for those who can
    /// evaluate it.
    private func transfer(_ scene: Scene, _ caller: ExchangeCaller) throws -> TransferRecord {
        guard let record = scene.market.transfer(try scene.visit.id(of: Transfer.self)) else { throw NotFound() }
        let isInside = (record.transfer.givers + [record.transfer.receiver]).contains(where: caller.sees)
        let isOpenToThird = !caller.own.isEmpty && record.state.stage.map { $0 >= .introduced } ?? false
        guard caller.isBoard || isInside || isOpenToThird else { throw NotFound() }
        return record
    }
}
