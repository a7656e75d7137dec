import Practice
import Prevention
import Web
import Workflow

/// The review of an entry and what waits for whom.
struct ReviewRoutes: Sendable {
    let desk: WritingDesk

    func add(to routes: inout RouteTable) {
        routes.get(WritingPath.worklist.pattern, allow: EntryRoutes.access) { try await worklist($0) }
        routes.get(WritingPath.review.pattern, allow: EntryRoutes.access) { try await show($0) }
        routes.post(WritingPath.review.pattern, allow: EntryRoutes.access) { try await take($0) }
    }

    /// `GET /praxis/…/pruefung`
    private func show(_ visit: Visit) async throws -> Answer {
        let scene = try await desk.scene(visit)
        let file = try await desk.file(visit, scene)
        return try await page(visit, file, scene, try FormReader(visit))
    }

    /// `POST /praxis/…/pruefung` with `schritt` and `grund`
    private func take(_ visit: Visit) async throws -> Answer {
        let scene = try await desk.scene(visit)
        let file = try await desk.file(visit, scene)
        var form = try FormReader(visit)
        let step = form.required("schritt") { $0.choice("schritt", as: ReviewFlow.Step.self) }
        let reason = form.required("begruendung") { $0.longText("begruendung", max: 2_000) }
        guard let step, let reason, form.isComplete else { return try await page(visit, file, scene, form) }
        let trades = try await desk.ports.trades(file.owner)
        var refusal = ReviewRefusal.notYours
        for person in scene.writer.people(for: file.owner) {
            do {
                try await desk.take(
                    step, on: file.id, by: person, as: scene.writer.actor, because: reason, at: visit.now,
                    trades: trades, scene.tree)
                return desk.done(visit, WritingPath.review.path(file.slug), .step)
            } catch PracticeRefusal.review(let found) {
                if refusal == .notYours { refusal = found }
            }
        }
        form.refuse("schritt", scene.words.refusal(refusal))
        // Somebody may have taken a step meanwhile: show where it stands now.
        return try await page(visit, try await desk.file(visit, scene), scene, form)
    }

    private func page(
        _ visit: Visit, _ file: PracticeFile, _ scene: WritingScene, _ form: FormReader
    ) async throws -> Answer {
        let trades = try await desk.ports.trades(file.owner)
        let seesDraft = scene.writer.seesDraft(of: file)
        let model = ReviewModel(
            file: file, scene: scene, form: form,
            entry: seesDraft ? file.draft : file.published?.practice ?? file.draft,
            steps: seesDraft ? file.steps : file.publicSteps,
            gaps: seesDraft ? file.draft.gaps(on: visit.now.berlinDay) : [],
            choices: scene.choices(file, at: visit.now, trades))
        return reviewPage(visit, model)
    }

    /// `GET /praxis/pruefungen`
    private func worklist(_ visit: Visit) async throws -> Answer {
        worklistPage(visit, try await desk.worklist(visit))
    }
}

extension WritingDesk {
    /// What waits for the visitor, what is the visitor's own, and what is due.
    func worklist(_ visit: Visit) async throws -> WorklistModel {
        let scene = try await scene(visit)
        let files = try await store.files().filter(scene.writer.reads)
        var trades: [ID<Area>: [ID<Area>: Day]] = [:]
        for owner in Set(files.map(\.owner)) where trades[owner] == nil {
            trades[owner] = try await ports.trades(owner)
        }
        let today = visit.now.berlinDay
        let own = files.filter { scene.writer.speaks(for: $0.owner) && $0.review.state != .archived }
        let waiting = files.filter { file in
            scene.choices(file, at: visit.now, trades[file.owner] ?? [:]).contains { choice in
                [.check, .approve, .publish, .confirm].contains(choice.step) && choice.refusal == nil
            }
        }
        let soon = files.filter { file in
            guard let expires = file.review.expires, [.published, .due].contains(file.review.state) else {
                return false
            }
            return expires <= today.adding(days: 60) && (scene.writer.writes(for: file.owner))
        }
        let notices = try await store.notices(to: scene.writer.reach).filter { $0.readAt == nil }
        return WorklistModel(
            scene: scene, waiting: waiting, own: own.filter { !waiting.contains($0) }, soon: soon,
            news: notices.compactMap { notice in files.first { $0.id == notice.practice }.map { (notice, $0) } },
            today: today)
    }
}

/// Schritt, der jemanden angeht: it can be taken, or the reason why not.
struct StepChoice {
    let step: ReviewFlow.Step
    /// `nil`: can be taken. Gaps are not a refusal here; the page shows them anyway.
    let refusal: ReviewRefusal?
}

extension WritingScene {
    /// The steps that concern the visitor, in the order of the workflow.
    func choices(_ file: PracticeFile, at now: Instant, _ trades: [ID<Area>: Day]) -> [StepChoice] {
        let people = writer.people(for: file.owner)
        return ReviewFlow.steps.compactMap { step in
            let concerned = people.filter { file.review.concerns($0, step) }
            guard !concerned.isEmpty else { return nil }
            var first: ReviewRefusal?
            for person in concerned {
                var review = file.review
                do throws(ReviewRefusal) {
                    try review.take(
                        step, by: person, at: max(now, file.steps.last?.at ?? now), because: "?", trades: trades,
                        owners: file.owners)
                    return StepChoice(step: step, refusal: nil)
                } catch { first = first ?? error }
            }
            return StepChoice(step: step, refusal: first)
        }
    }
}
