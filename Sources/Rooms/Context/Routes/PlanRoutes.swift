import ContextModel
import HTML
import Prevention
import Texts
import Web

extension ContextRoom {
    /// `GET /kontext/7…/plan`
    @Sendable func showPlan(_ visit: Visit) async throws -> Answer {
        planPage(visit, try await scene(visit), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/7…/plan`
    @Sendable func savePlan(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        let words = words(visit)
        var form = try FormReader(visit)
        let start = form.required("beginn") { $0.day("beginn", in: Self.planDays(visit.today)) }
        let exit = form.longText("ausstieg", max: 400)
        if exit == nil { form.refuse("ausstieg", words.texts.plan.exitMissing) }
        guard form.isComplete, let start, let exit else { return planPage(visit, scene, form, words) }
        do {
            try await store.save(
                PlanRecord(start: start, exitCriterion: exit), of: scene.record.id,
                by: try visit.signedInAccount().auditActor, at: visit.now)
        } catch let refusal as PlanRefusal {
            form.refuse("beginn", planRefusal(refusal, scene, words))
            return planPage(visit, scene, form, words)
        }
        return back(to: ContextPath.plan, scene, visit)
    }

    private func planRefusal(_ refusal: PlanRefusal, _ scene: CheckScene, _ words: ContextWords) -> String {
        switch refusal {
        case .notDecidedFor: words.texts.plan.notDecided
        case .exitCriterionMissing: words.texts.plan.exitMissing
        case .findings(let findings):
            ([words.texts.plan.blocked] + findings.map { words.finding($0, scene) }).joined(separator: " ")
        }
    }

    /// `POST /kontext/7…/plan/termin`
    @Sendable func addSession(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        guard scene.file.transferPlan != nil else { throw NotFound() }
        var form = try FormReader(visit)
        let day = form.required("tag") { $0.day("tag", in: Self.planDays(visit.today)) }
        let topic = form.requiredText("thema", max: 200)
        guard form.isComplete, let day, let topic else { return planPage(visit, scene, form, words(visit)) }
        try await store.add(
            TransferPlan.Session(day: day, topic: topic), to: scene.record.id,
            by: try visit.signedInAccount().auditActor, at: visit.now)
        return back(to: ContextPath.plan, scene, visit)
    }

    /// Twenty years back, for transfers that are entered later, and ten ahead.
    private static func planDays(_ today: Day) -> ClosedRange<Day> {
        today.adding(days: -7_300)...today.adding(days: 3_650)
    }

    // MARK: Later looks

    /// `GET /kontext/7…/nachschau?monate=6&frage=reach`
    @Sendable func showReview(_ visit: Visit) async throws -> Answer {
        reviewPage(visit, try await scene(visit), asked(visit.query), try FormReader(visit), words(visit))
    }

    /// `POST /kontext/7…/nachschau`
    @Sendable func saveFinding(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        guard let asked = asked(visit.form), scene.file.transferPlan != nil else { throw NotFound() }
        var form = try FormReader(visit)
        let text = form.required("antwort") { $0.longText("antwort", max: 1_000) }
        let count = form.integer("gezaehlt", in: 0...1_000_000)
        let all = form.integer("von", in: 0...1_000_000)
        if let count, let all, count > all { form.refuse("gezaehlt", words(visit).texts.review.tooMany) }
        guard form.isComplete, let text else { return reviewPage(visit, scene, asked, form, words(visit)) }
        let finding = ReAimCheck.Finding(asked.dimension, text: text, count: count, of: all)
        try await store.save(
            FindingLine(months: asked.months, finding, day: visit.today), in: scene.record.id,
            by: try visit.signedInAccount().auditActor, at: visit.now)
        return back(to: ContextPath.review, scene, visit)
    }

    private func asked(_ fields: Fields) -> ReviewQuestion? {
        guard let months = fields.text("monate").flatMap({ Int($0) }), ReAimCheck.months.contains(months),
            let dimension = fields.text("frage").flatMap({ ReAimCheck.Dimension(rawValue: $0) })
        else { return nil }
        return ReviewQuestion(months: months, dimension: dimension)
    }

    /// `POST /kontext/7…/nachschau/ergebnis`: what the learning loop learns from.
    @Sendable func saveOutcome(_ visit: Visit) async throws -> Answer {
        let scene = try await workScene(visit)
        guard let plan = scene.file.transferPlan, plan.checks.contains(where: { $0.findings.count > 0 }) else {
            throw NotFound()
        }
        var form = try FormReader(visit)
        let answer = form.required("ergebnis") { $0.choice("ergebnis", among: ["ja", "nein"]) }
        let day = form.day("stand", in: visit.today.adding(days: -7_300)...visit.today) ?? visit.today
        guard form.isComplete, let answer else { return reviewPage(visit, scene, nil, form, words(visit)) }
        let found = Dictionary(
            scene.file.check.rows.map { ($0.requirement.id, $0.fulfilment) }, uniquingKeysWith: { a, _ in a })
        let line = ExperienceLine(
            practice: scene.record.practice, check: scene.record.id, origin: scene.caller.name(scene.record.receiver),
            fulfilment: found, hasSucceeded: answer == "ja", day: day)
        try await store.add(line, by: try visit.signedInAccount().auditActor, at: visit.now)
        return back(to: ContextPath.review, scene, visit)
    }
}

/// One question of one later look.
struct ReviewQuestion: Hashable {
    let months: Int
    let dimension: ReAimCheck.Dimension
}
