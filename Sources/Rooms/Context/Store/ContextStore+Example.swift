import Areas
import ContextModel
package import Prevention
package import Storage

extension ContextStore {
    /// Loads a file of examples; what is there already stays as it is.
    ///
    /// - Parameter practice: the reference of a practice by its address.
    /// - Returns: checks that were new.
    /// - Throws: `ContextExampleError` for conditions and areas that nobody knows, and what the rules refuse.
    @discardableResult
    package func load(
        _ example: ContextExample, by actor: AuditActor, at now: Instant,
        practice: @Sendable (String) -> Reference
    ) async throws -> Int {
        for needs in example.practices where try await requirements(of: practice(needs.slug)) == nil {
            let lines = try needs.requirements.map { try ContextExample.line($0, needs, practice(needs.slug)) }
            try await save(lines, of: practice(needs.slug), seen: 0, because: needs.reason, by: actor, at: now)
        }
        for profile in example.profiles ?? [] { try await load(profile, by: actor, at: now) }
        for line in example.experiences ?? [] { try await load(line, practice(line.slug), by: actor, at: now) }
        var count = 0
        for check in example.checks where try await file(ContextExample.check(check)) == nil {
            let needs = example.practices.first { $0.slug == check.slug }
            try await load(check, needs?.title ?? check.slug, practice(check.slug), by: actor, at: now)
            count += 1
        }
        return count
    }

    private func load(_ profile: ContextExample.Profile, by actor: AuditActor, at now: Instant) async throws {
        let area = try Self.area(profile.area)
        guard try await answers(of: area).isEmpty else { return }
        let answers = try profile.answers.map { answer in
            let condition = try ContextExample.condition(answer.condition)
            let value: ConditionValue =
                switch (answer.value, condition.kind) {
                case (.yesNo(let answer), _): .yesNo(answer)
                case (.number(let number), .level): .level(Int(number))
                case (.number(let number), _): .quantity(number)
                }
            return ProfileAnswer(
                condition: condition.id, value: value, evidence: answer.evidence, day: answer.day,
                isInvented: profile.invented)
        }
        try await save(answers, of: area, by: actor, at: now)
    }

    private func load(
        _ line: ContextExample.Experienced, _ practice: Reference, by actor: AuditActor, at now: Instant
    ) async throws {
        let known = try await experiences(of: practice).contains { $0.origin == line.origin && $0.day == line.day }
        if known { return }
        let found = line.found.map { (ContextExample.requirement(line.slug, $0.key), $0.value) }
        try await add(
            ExperienceLine(
                practice: practice, check: nil, origin: line.origin,
                fulfilment: Dictionary(found, uniquingKeysWith: { first, _ in first }),
                hasSucceeded: line.succeeded, day: line.day),
            by: actor, at: now)
    }

    private func load(
        _ check: ContextExample.Check, _ title: String, _ practice: Reference, by actor: AuditActor, at now: Instant
    ) async throws {
        let id = ContextExample.check(check)
        let version = try await requirements(of: practice)?.version ?? 1
        let record = CheckRecord(
            id: id, practice: practice, practiceSlug: check.slug, practiceTitle: title, requirementVersion: version,
            giver: try Self.area(check.giver), receiver: try Self.area(check.receiver), isInvented: check.invented,
            occasion: check.occasion, startedAt: Self.instant(check.started))
        try await insert(record, by: actor)
        for (place, role) in check.raters.enumerated() {
            for found in check.found where place < found.by.count {
                let rating = Rating(
                    rater: Reference(.user, "vorfuehrung-\(place + 1)"), fulfilment: found.by[place],
                    evidence: place < found.evidence.count ? found.evidence[place] : "", day: check.rated)
                let requirement = ContextExample.requirement(check.slug, found.condition)
                try await rate(
                    id, RatingLine(requirement, rating, role: role, isAssumed: found.assumed), by: actor, at: now)
            }
        }
        for fix in check.compensations ?? [] {
            let compensation = Compensation(
                id: ID(.context, name: "compensation/\(id.text)/\(fix.condition)"),
                requirement: ContextExample.requirement(check.slug, fix.condition), kinds: fix.kinds,
                measure: fix.measure, owner: fix.owner, due: fix.due, residual: fix.residual, touchesCore: fix.core,
                giversComment: fix.comment)
            try await save(CompensationLine(compensation, isAssumed: fix.assumed), in: id, by: actor, at: now)
        }
        for adaptation in check.adaptations ?? [] { try await add(adaptation, to: id, by: actor, at: now) }
        try await loadFollowing(check, id, practice, by: actor, at: now)
    }

    /// What comes after the ratings: decision, plan, later looks, talk and outcome.
    private func loadFollowing(
        _ check: ContextExample.Check, _ id: ID<CheckRecord>, _ practice: Reference, by actor: AuditActor,
        at now: Instant
    ) async throws {
        guard let file = try await file(id) else { return }
        if let decided = check.decision, let choice = ContextDecision.Choice(rawValue: decided.choice),
            let decision = ContextDecision(
                choice, recommended: file.check.recommendation, because: decided.reason,
                by: Reference(.user, "vorfuehrung-1"), at: Self.instant(decided.day))
        {
            try await add(decision, to: id, by: actor)
        }
        if let plan = check.plan {
            try await save(PlanRecord(start: plan.start, exitCriterion: plan.exit), of: id, by: actor, at: now)
            for meeting in plan.sessions {
                try await add(TransferPlan.Session(day: meeting.day, topic: meeting.topic), to: id, by: actor, at: now)
            }
        }
        for look in check.findings ?? [] {
            let finding = ReAimCheck.Finding(look.dimension, text: look.text, count: look.count, of: look.of)
            try await save(FindingLine(months: look.months, finding, day: look.day), in: id, by: actor, at: now)
        }
        if let talk = check.inquiry {
            var inquiry = AppreciativeInquiry(talk.position, day: talk.day, needBefore: talk.needBefore)
            inquiry.needAfter = talk.needAfter
            inquiry.statements = talk.statements.map {
                .init($0.question, speaker: $0.speaker, text: $0.text, code: $0.code)
            }
            try await save(StoredInquiry(inquiry), in: id, by: actor, at: now)
        }
        guard let outcome = check.outcome else { return }
        let found = file.check.rows.map { ($0.requirement.id, $0.fulfilment) }
        try await add(
            ExperienceLine(
                practice: practice, check: id, origin: check.receiver,
                fulfilment: Dictionary(found, uniquingKeysWith: { first, _ in first }),
                hasSucceeded: outcome.succeeded, day: outcome.day),
            by: actor, at: now)
    }

    private static func area(_ text: String) throws -> ID<Area> {
        guard let key = AreaKey(text) else { throw ContextExampleError(name: text) }
        return ID(key: key)
    }

    private static func instant(_ day: Day) -> Instant {
        Instant(milliseconds: Int64(day.daysSince1970) * 86_400_000 + 28_800_000)
    }
}
