package import ContextModel
package import Prevention

/// Kontext-Check as stored: one practice, one giver, one receiver.
package struct CheckRecord: Hashable, Sendable {
    package let id: ID<CheckRecord>
    package let practice: Reference
    package let practiceSlug: String
    package let practiceTitle: String
    /// Which version of the practice's requirements is compared.
    package let requirementVersion: Int
    package let giver: ID<Area>
    package let receiver: ID<Area>
    /// Key of the transfer it belongs to.
    package let transfer: String?
    package let isInvented: Bool
    /// What it rests on or why it was begun, for readers.
    package let occasion: String
    package let startedAt: Instant
    /// Why the ratings were laid open although second ones are missing.
    package let openedBecause: String?

    package init(
        id: ID<CheckRecord> = ID(), practice: Reference, practiceSlug: String, practiceTitle: String,
        requirementVersion: Int, giver: ID<Area>, receiver: ID<Area>, transfer: String? = nil,
        isInvented: Bool = false, occasion: String = "", startedAt: Instant, openedBecause: String? = nil
    ) {
        self.id = id
        self.practice = practice
        self.practiceSlug = practiceSlug
        self.practiceTitle = practiceTitle
        self.requirementVersion = requirementVersion
        self.giver = giver
        self.receiver = receiver
        self.transfer = transfer
        self.isInvented = isInvented
        self.occasion = occasion
        self.startedAt = startedAt
        self.openedBecause = openedBecause
    }

    package var reference: Reference { Reference(.contextCheck, id) }
}

/// One rating with the role in which it was given.
package struct RatingLine: Hashable, Sendable {
    package let requirement: ID<Requirement>
    package let rating: Rating
    package let role: String
    package let isAssumed: Bool

    package init(_ requirement: ID<Requirement>, _ rating: Rating, role: String, isAssumed: Bool = false) {
        self.requirement = requirement
        self.rating = rating
        self.role = role
        self.isAssumed = isAssumed
    }
}

/// One compensation, marked where it is an assumption.
package struct CompensationLine: Hashable, Sendable {
    package let compensation: Compensation
    package let isAssumed: Bool

    package init(_ compensation: Compensation, isAssumed: Bool = false) {
        self.compensation = compensation
        self.isAssumed = isAssumed
    }
}

/// Start and way out of a plan; the rest follows from the check.
package struct PlanRecord: Hashable, Sendable {
    package let start: Day
    package let exitCriterion: String

    package init(start: Day, exitCriterion: String) {
        self.start = start
        self.exitCriterion = exitCriterion
    }
}

/// One answer of a later look at the transfer.
package struct FindingLine: Hashable, Sendable {
    package let months: Int
    package let finding: ReAimCheck.Finding
    package let day: Day

    package init(months: Int, _ finding: ReAimCheck.Finding, day: Day) {
        self.months = months
        self.finding = finding
        self.day = day
    }
}

/// Erfahrung: how a transfer went, with what was there and what was not.
package struct ExperienceLine: Hashable, Sendable {
    package let practice: Reference
    package let check: ID<CheckRecord>?
    /// Who tells: a municipality or a document, never a person.
    package let origin: String
    package let fulfilment: [ID<Requirement>: Fulfilment]
    package let hasSucceeded: Bool
    package let day: Day

    package init(
        practice: Reference, check: ID<CheckRecord>?, origin: String, fulfilment: [ID<Requirement>: Fulfilment],
        hasSucceeded: Bool, day: Day
    ) {
        self.practice = practice
        self.check = check
        self.origin = origin
        self.fulfilment = fulfilment
        self.hasSucceeded = hasSucceeded
        self.day = day
    }

    var experience: RequirementLesson.Experience { .init(fulfilment, hasSucceeded: hasSucceeded) }
}

/// Everything that belongs to one check.
package struct CheckFile: Sendable {
    package var record: CheckRecord
    package var requirements: RequirementSet
    package var ratings: [RatingLine] = []
    package var compensations: [CompensationLine] = []
    package var adaptations: [Adaptation] = []
    package var decisions: [ContextDecision] = []
    package var plan: PlanRecord?
    package var sessions: [TransferPlan.Session] = []
    package var findings: [FindingLine] = []
    package var inquiries: [StoredInquiry] = []
    package var outcome: ExperienceLine?

    package init(record: CheckRecord, requirements: RequirementSet) {
        self.record = record
        self.requirements = requirements
    }

    var isOpen: Bool { record.openedBecause != nil }
    package var decision: ContextDecision? { decisions.last }

    /// The ratings put together again, one after the other, as they were given.
    package var assessments: [Assessment] {
        requirements.requirements.map { requirement in
            var assessment = Assessment(requirement.id)
            for line in ratings where line.requirement == requirement.id { try? assessment.add(line.rating) }
            return assessment
        }
    }

    /// The check with all ratings, for rules and for other rooms.
    package var check: ContextCheck { check(assessments) }

    /// The check as `viewer` may see it.
    package func check(seenBy viewer: Reference) -> ContextCheck {
        check(assessments.map { $0.seen(by: viewer, isOpen: isOpen) })
    }

    private func check(_ assessments: [Assessment]) -> ContextCheck {
        ContextCheck(
            requirements: requirements.requirements, assessments: assessments,
            compensations: compensations.map(\.compensation))
    }

    /// Whether ratings may be laid open although second ones are missing: only when each requirement has one, or else
    /// whoever is to rate second could read the first ones before.
    var canBeOpened: Bool { !isRated && assessments.allSatisfy { !$0.ratings.isEmpty } }

    /// Whether every requirement has two ratings or the ratings were laid open: only then is there a result.
    package var isRated: Bool { isOpen || assessments.allSatisfy { $0.ratings.count == 2 } }

    /// The latest day plan with sessions and later looks; `nil` as long as the rules refuse it.
    package var transferPlan: TransferPlan? {
        guard let plan, let decision else { return nil }
        guard
            var result = try? check.plan(
                record.practice, decision, start: plan.start, exitCriterion: plan.exitCriterion,
                adaptations: adaptations, sessions: sessions)
        else { return nil }
        result.checks = result.checks.map { check in
            var check = check
            check.findings = findings.filter { $0.months == check.months }.map(\.finding)
            return check
        }
        return result
    }
}

/// An appreciative inquiry under its key.
package struct StoredInquiry: Hashable, Sendable {
    package let id: ID<StoredInquiry>
    package var inquiry: AppreciativeInquiry

    package init(id: ID<StoredInquiry> = ID(), _ inquiry: AppreciativeInquiry) {
        self.id = id
        self.inquiry = inquiry
    }
}
