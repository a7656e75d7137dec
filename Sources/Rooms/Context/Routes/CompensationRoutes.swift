import ContextModel
import HTML
import Prevention
import Texts
import Web

extension ContextRoom {
    /// `GET /kontext/7…/ausgleich?bedingung=…&ausgleich=…`
    @Sendable func showCompensation(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        let row = try row(visit.query, scene)
        return compensationPage(
            visit, scene, row, named(visit.query, scene), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/7…/ausgleich`
    @Sendable func saveCompensation(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        let row = try row(visit.form, scene)
        let old = named(visit.form, scene)
        let words = words(visit)
        var form = try FormReader(visit)
        let kinds = form.choices("art", as: Compensation.Kind.self)
        if kinds.isEmpty { form.refuse("art", words.texts.compensate.kindMissing) }
        let measure = form.required("massnahme") { $0.longText("massnahme", max: 400) }
        let owner = form.requiredText("wer", max: 120)
        let cost = form.euro("kosten")
        let due = form.day("bis")
        let residual = form.required("rest") { $0.choice("rest", as: RiskColour.self) }
        if let residual, residual > row.colour { form.refuse("rest", words.texts.compensate.above) }
        let core = form.choice("kern", among: scene.coreElements)
        guard form.isComplete, let measure, let owner, let residual else {
            return compensationPage(visit, scene, row, old, form, words)
        }
        let comment = core == old?.touchesCore ? old?.giversComment : nil
        let compensation = Compensation(
            id: old?.id ?? ID(), requirement: row.requirement.id, kinds: kinds, measure: measure, owner: owner,
            cost: cost, due: due, residual: residual, touchesCore: core, giversComment: comment)
        try await store.save(
            CompensationLine(compensation, isAssumed: form.flag("annahme")), in: scene.record.id,
            by: try visit.signedInAccount().auditActor, at: visit.now)
        return back(to: ContextPath.check, scene, visit)
    }

    /// `POST /kontext/7…/ausgleich/entfernen`
    @Sendable func removeCompensation(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        guard let old = named(visit.form, scene) else { throw NotFound() }
        try await store.remove(
            old.id, from: scene.record.id, by: try visit.signedInAccount().auditActor, at: visit.now)
        return back(to: ContextPath.check, scene, visit)
    }

    /// `GET /kontext/7…/kommentar?ausgleich=…`: for the giver.
    @Sendable func showComment(_ visit: Visit) async throws -> Answer {
        let (scene, compensation) = try await commented(visit, visit.query)
        return commentPage(visit, scene, compensation, try FormReader(visit), words(visit))
    }

    /// `POST /kontext/7…/kommentar`
    @Sendable func saveComment(_ visit: Visit) async throws -> Answer {
        let (scene, old) = try await commented(visit, visit.form)
        var form = try FormReader(visit)
        let comment = form.required("kommentar") { $0.longText("kommentar", max: 600) }
        guard form.isComplete, let comment else { return commentPage(visit, scene, old, form, words(visit)) }
        let compensation = Compensation(
            id: old.id, requirement: old.requirement, kinds: old.kinds, measure: old.measure, owner: old.owner,
            cost: old.cost, due: old.due, residual: old.residual, touchesCore: old.touchesCore,
            giversComment: comment)
        let isAssumed = scene.file.compensations.first { $0.compensation.id == old.id }?.isAssumed ?? false
        try await store.save(
            CompensationLine(compensation, isAssumed: isAssumed), in: scene.record.id,
            by: try visit.signedInAccount().auditActor, at: visit.now)
        return back(to: ContextPath.check, scene, visit)
    }

    private func commented(_ visit: Visit, _ fields: Fields) async throws -> (CheckScene, Compensation) {
        let scene = try await scene(visit)
        guard scene.mayComment, let old = named(fields, scene), old.touchesCore != nil else { throw NotFound() }
        return (scene, old)
    }

    private func row(_ fields: Fields, _ scene: CheckScene) throws -> ContextCheck.Row {
        let id = fields.text("bedingung").flatMap { ID<Requirement>($0) }
        guard let row = scene.check.rows.first(where: { $0.requirement.id == id }) else { throw NotFound() }
        return row
    }

    private func named(_ fields: Fields, _ scene: CheckScene) -> Compensation? {
        let id = fields.text("ausgleich").flatMap { ID<Compensation>($0) }
        return scene.file.compensations.first { $0.compensation.id == id }?.compensation
    }

    // MARK: Adaptations

    /// `GET /kontext/7…/anpassung`
    @Sendable func showAdaptation(_ visit: Visit) async throws -> Answer {
        adaptationPage(visit, try await workScene(visit), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/7…/anpassung`
    @Sendable func saveAdaptation(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        var form = try FormReader(visit)
        guard let adaptation = adaptation(&form, scene, visit) else {
            return adaptationPage(visit, scene, form, words(visit))
        }
        try await store.add(
            adaptation, to: scene.record.id, by: try visit.signedInAccount().auditActor, at: visit.now)
        return back(to: ContextPath.check, scene, visit)
    }

    private func adaptation(_ form: inout FormReader, _ scene: CheckScene, _ visit: Visit) -> Adaptation? {
        let moment = form.required("wann") { $0.choice("wann", as: Adaptation.Moment.self) }
        let by = form.requiredText("wer", max: 200)
        let part = form.required("teil") { $0.choice("teil", as: Adaptation.Part.self) }
        let what = form.required("was") { $0.longText("was", max: 400) }
        let level = form.required("wo") { $0.choice("wo", as: Adaptation.Level.self) }
        let nature = form.required("weise") { $0.choice("weise", as: Adaptation.Nature.self) }
        let core = form.choice("kern", among: scene.coreElements)
        let why = form.required("warum") { $0.longText("warum", max: 600) }
        let day = form.day("tag", in: visit.today.adding(days: -7_300)...visit.today) ?? visit.today
        guard form.isComplete, let moment, let by, let part, let what, let level, let nature, let why else {
            return nil
        }
        return Adaptation(
            moment: moment, isPlanned: form.flag("geplant"),
            decidedBy: by.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }, part: part,
            what: what, level: level, nature: nature, coreElement: core, why: why, day: day)
    }
}
