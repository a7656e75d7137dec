import ContextModel
import HTML
import Prevention
import Storage
import Texts
import Web

extension ContextRoom {
    /// `GET /kontext/praxis/duesseldorf-kita-eingangsuntersuchung`: open to everybody.
    @Sendable func showPractice(_ visit: Visit) async throws -> Answer {
        practicePage(visit, try await requirementScene(visit), words(visit))
    }

    /// `GET /kontext/praxis/…/anforderung?bedingung=…`
    @Sendable func showRequirement(_ visit: Visit) async throws -> Answer {
        let scene = try await stated(visit)
        return requirementPage(visit, scene, line(visit.query, scene), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/praxis/…/anforderung`: a new version of all requirements with this one in it.
    @Sendable func saveRequirement(_ visit: Visit) async throws -> Answer {
        let scene = try await stated(visit)
        let old = line(visit.form, scene)
        let words = words(visit)
        var form = try FormReader(visit)
        let read = requirement(&form, scene, old, words)
        guard form.isComplete, let (line, reason) = read else {
            return requirementPage(visit, scene, old, form, words)
        }
        var lines = scene.set?.lines ?? []
        if let place = lines.firstIndex(where: { $0.requirement.id == line.requirement.id }) {
            lines[place] = line
        } else {
            lines.append(line)
        }
        return try await store(lines, scene, reason, &form, visit) ?? requirementPage(visit, scene, old, form, words)
    }

    /// `POST /kontext/praxis/…/anforderung/entfernen`
    @Sendable func removeRequirement(_ visit: Visit) async throws -> Answer {
        let scene = try await stated(visit)
        guard let old = line(visit.form, scene) else { throw NotFound() }
        var form = try FormReader(visit)
        let reason = form.requiredText("grund", max: 200)
        guard form.isComplete, let reason else {
            return requirementPage(visit, scene, old, form, words(visit))
        }
        let lines = (scene.set?.lines ?? []).filter { $0 != old }
        return try await store(lines, scene, reason, &form, visit)
            ?? requirementPage(visit, scene, old, form, words(visit))
    }

    /// Stores the next version; `nil` and a problem in the form if somebody else was faster.
    private func store(
        _ lines: [RequirementSet.Line], _ scene: RequirementScene, _ reason: String, _ form: inout FormReader,
        _ visit: Visit
    ) async throws -> Answer? {
        do {
            try await store.save(
                lines, of: scene.practice.reference, seen: visit.form.text("fassung").flatMap { Int($0) } ?? -1,
                because: reason, by: try visit.signedInAccount().auditActor, at: visit.now)
        } catch StorageError.stale {
            form.refuse("grund", words(visit).texts.common.conflict)
            return nil
        }
        return .redirect(
            to: .to(ContextPath.practice.path(scene.practice.slug), query: [("fertig", "1")]), in: visit.language)
    }

    private func requirement(
        _ form: inout FormReader, _ scene: RequirementScene, _ old: RequirementSet.Line?, _ words: ContextWords
    ) -> (RequirementSet.Line, String)? {
        let slugs = ConditionCatalogue.all.map(\.id.text)
        let chosen = form.required("was") { $0.choice("was", among: slugs) }
        let condition = chosen.flatMap { ID<Condition>($0) }.flatMap { ConditionCatalogue.condition($0) }
        let weighed = form.required("gewicht") { $0.choice("gewicht", among: ["1", "2", "3"]) }
        let weight = weighed.flatMap { Int($0) }.flatMap { Requirement.Weight(rawValue: $0) }
        let why = form.required("warum") { $0.longText("warum", max: 400) }
        let basis = form.required("quelle") { $0.choice("quelle", as: Requirement.Basis.self) }
        let substitutes = form.fields.values("ersatz").filter(slugs.contains).compactMap { ID<Condition>($0) }
        let reason = form.requiredText("grund", max: 200)
        let threshold = condition.flatMap { enough(&form, $0, words) }
        if let condition, condition.id != old?.requirement.condition.id,
            scene.set?.requirements.contains(where: { $0.condition.id == condition.id }) == true
        {
            form.refuse("was", words.texts.practice.twice)
        }
        guard let condition, let weight, let why, let basis, let reason, let threshold else { return nil }
        let requirement = Requirement(
            id: old?.requirement.id ?? ID(), practice: scene.practice.reference, condition: condition,
            threshold: threshold, weight: weight, why: why, basis: basis,
            substitutes: substitutes.filter { $0 != condition.id })
        return (RequirementSet.Line(requirement, isAssumed: form.flag("annahme")), reason)
    }

    private func enough(
        _ form: inout FormReader, _ condition: Condition, _ words: ContextWords
    ) -> ConditionValue? {
        let value: ConditionValue? =
            switch condition.kind {
            case .yesNo: .yesNo(true)
            case .level: form.integer("schwelle", in: 1...3).map { .level($0) }
            case .quantity:
                form.decimal("schwelle", in: 0...1_000_000_000).flatMap { $0 > 0 ? .quantity($0) : nil }
            }
        if value == nil { form.refuse("schwelle", words.texts.practice.enoughMissing) }
        return value
    }

    private func line(_ fields: Fields, _ scene: RequirementScene) -> RequirementSet.Line? {
        fields.text("bedingung").flatMap { ID<Requirement>($0) }.flatMap { scene.set?.line($0) }
    }

    /// - Throws: `NotFound` for those who may not say what this practice needs.
    private func stated(_ visit: Visit) async throws -> RequirementScene {
        let scene = try await requirementScene(visit)
        guard scene.mayState else { throw NotFound() }
        return scene
    }

    private func requirementScene(_ visit: Visit) async throws -> RequirementScene {
        let practice = try await practice(slug: visit.parameters["slug"] ?? "")
        let caller = try await caller(visit)
        return RequirementScene(
            practice: practice, caller: caller, history: try await store.history(of: practice.reference),
            experiences: caller.isStaff ? try await store.experiences(of: practice.reference) : [])
    }
}

/// What one practice needs, as one visitor sees it.
struct RequirementScene: Sendable {
    let practice: ContextPorts.PracticeFacts
    let caller: ContextCaller
    /// Newest first.
    let history: [RequirementSet]
    let experiences: [ExperienceLine]

    var set: RequirementSet? { history.first }
    var mayState: Bool { caller.mayState(practice) }
}
