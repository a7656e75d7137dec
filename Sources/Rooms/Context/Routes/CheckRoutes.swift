import ContextModel
import HTML
import Prevention
import Storage
import Texts
import Web

extension ContextRoom {
    /// `GET /kontext/7…`
    @Sendable func showCheck(_ visit: Visit) async throws -> Answer {
        checkOverview(visit, try await scene(visit), words(visit))
    }

    // MARK: Ratings

    /// `GET /kontext/7…/urteil?bedingung=…`: one condition at a time.
    @Sendable func showRating(_ visit: Visit) async throws -> Answer {
        let scene = try await scene(visit)
        return ratingPage(visit, scene, requirement(visit.query, scene), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/7…/urteil`
    @Sendable func rate(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        let words = words(visit)
        guard let requirement = requirement(visit.form, scene) else { throw NotFound() }
        var form = try FormReader(visit)
        let value = ratedValue(&form, requirement)
        var found = form.choice("erfuellung", as: Fulfilment.self)
        if found == nil, let value, form.problem("erfuellung") == nil { found = requirement.suggested(for: value) }
        if found == nil { form.refuse("erfuellung", words.texts.common.choose) }
        let evidence = form.longText("beleg", max: 600) ?? ""
        let role = form.requiredText("rolle", max: 80)
        let day = form.day("tag", in: visit.today.adding(days: -3_650)...visit.today) ?? visit.today
        let isAssumed = form.flag("annahme")
        guard form.isComplete, let found, let role else {
            return ratingPage(visit, scene, requirement, form, words)
        }
        let rating = Rating(
            rater: scene.caller.reference, fulfilment: found, value: value, evidence: evidence, day: day)
        do {
            try await store.rate(
                scene.record.id, RatingLine(requirement.id, rating, role: role, isAssumed: isAssumed),
                by: try visit.signedInAccount().auditActor, at: visit.now)
        } catch let refusal as AssessmentRefusal {
            switch refusal {
            case .evidenceMissing: form.refuse("beleg", words.texts.rate.evidenceMissing)
            case .olderThanLast: form.refuse("tag", words.texts.rate.older)
            case .twoRatersAlready: form.refuse("erfuellung", words.texts.rate.full)
            }
            return ratingPage(visit, scene, requirement, form, words)
        }
        return back(to: ContextPath.rating, scene, visit)
    }

    private func ratedValue(_ form: inout FormReader, _ requirement: Requirement) -> ConditionValue? {
        switch requirement.condition.kind {
        case .yesNo: nil
        case .level: form.integer("wert", in: 0...3).map { .level($0) }
        case .quantity: form.decimal("wert", in: 0...1_000_000_000).map { .quantity($0) }
        }
    }

    /// The requirement that a page is about: the one named, else the first that the visitor has not rated.
    private func requirement(_ fields: Fields, _ scene: CheckScene) -> Requirement? {
        let named = fields.text("bedingung").flatMap { ID<Requirement>($0) }
        guard let named else { return scene.nextToRate }
        return scene.file.requirements.line(named)?.requirement
    }

    /// `POST /kontext/7…/offenlegung`
    @Sendable func openRatings(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        guard scene.file.canBeOpened else { throw NotFound() }
        var form = try FormReader(visit)
        let reason = form.requiredText("grund", max: 300)
        guard form.isComplete, let reason else { return checkOverview(visit, scene, words(visit), form: form) }
        try await store.open(
            scene.record.id, because: reason, by: try visit.signedInAccount().auditActor, at: visit.now)
        return back(to: ContextPath.check, scene, visit)
    }

    // MARK: Decision

    /// `GET /kontext/7…/entscheidung`
    @Sendable func showDecision(_ visit: Visit) async throws -> Answer {
        decisionPage(visit, try await workScene(visit), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/7…/entscheidung`
    @Sendable func decide(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        var form = try FormReader(visit)
        let choice = form.required("wahl") { $0.choice("wahl", as: ContextDecision.Choice.self) }
        let reason = form.required("grund") { $0.longText("grund", max: 1_000) }
        if !scene.file.isRated { form.refuse("wahl", words(visit).texts.decide.notRated) }
        guard form.isComplete, let choice, let reason,
            let decision = ContextDecision(
                choice, recommended: scene.file.check.recommendation, because: reason, by: scene.caller.reference,
                at: visit.now)
        else { return decisionPage(visit, scene, form, words(visit)) }
        try await store.add(decision, to: scene.record.id, by: try visit.signedInAccount().auditActor)
        return back(to: ContextPath.check, scene, visit)
    }
}
