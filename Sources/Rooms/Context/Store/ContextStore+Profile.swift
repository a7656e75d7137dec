package import ContextModel
package import Prevention
package import Storage

/// Antwort im Profil: what one municipality says about one condition.
package struct ProfileAnswer: Hashable, Sendable {
    package let condition: ID<Condition>
    package let value: ConditionValue
    package let evidence: String
    package let day: Day
    package let isInvented: Bool

    package init(
        condition: ID<Condition>, value: ConditionValue, evidence: String, day: Day, isInvented: Bool = false
    ) {
        self.condition = condition
        self.value = value
        self.evidence = evidence
        self.day = day
        self.isInvented = isInvented
    }
}

extension ContextStore {
    /// What a municipality has said, by condition.
    package func answers(of area: ID<Area>) async throws -> [ID<Condition>: ProfileAnswer] {
        try await allAnswers()[area] ?? [:]
    }

    /// What all municipalities have said.
    package func allAnswers() async throws -> [ID<Area>: [ID<Condition>: ProfileAnswer]] {
        try await database.read { r in
            var found: [ID<Area>: [ID<Condition>: ProfileAnswer]] = [:]
            try r.each(
                "SELECT areaID, conditionID, kind, amount, evidence, seenOn, isInvented FROM contextAnswer"
            ) { row in
                let condition: ID<Condition> = try row.get(1)
                guard let value = Self.value(try row.get(2), try row.get(3)) else { return }
                found[try row.get(0), default: [:]][condition] = ProfileAnswer(
                    condition: condition, value: value, evidence: try row.get(4), day: try row.get(5),
                    isInvented: try row.get(6))
            }
            return found
        }
    }

    /// The profile of a municipality, as far as the pure rules need it.
    package func profile(of area: ID<Area>) async throws -> ConditionProfile {
        ConditionProfile(try await answers(of: area).mapValues(\.value))
    }

    /// Creates or replaces answers, and takes those out that are withdrawn.
    package func save(
        _ answers: [ProfileAnswer], withdrawn: [ID<Condition>] = [], of area: ID<Area>, by actor: AuditActor,
        at now: Instant
    ) async throws {
        try await database.write { w in
            for id in withdrawn {
                try w.run("DELETE FROM contextAnswer WHERE areaID = \(area) AND conditionID = \(id)")
            }
            for answer in answers {
                let (kind, amount) = Self.stored(answer.value)
                try w.run(
                    """
                    INSERT INTO contextAnswer (areaID, conditionID, kind, amount, evidence, seenOn, isInvented,
                        changedBy, changedAt)
                    VALUES (\(area), \(answer.condition), \(kind), \(amount), \(answer.evidence), \(answer.day),
                        \(answer.isInvented), \(actor.text), \(now))
                    ON CONFLICT (areaID, conditionID) DO UPDATE SET kind = excluded.kind, amount = excluded.amount,
                        evidence = excluded.evidence, seenOn = excluded.seenOn, isInvented = excluded.isInvented,
                        changedBy = excluded.changedBy, changedAt = excluded.changedAt
                    """)
            }
            try w.audit(
                AuditEntry(actor: actor, action: "context.profile", object: Reference(.area, area), at: now))
        }
    }

    private static func stored(_ value: ConditionValue) -> (kind: String, amount: Double) {
        switch value {
        case .yesNo(let answer): ("yes_no", answer ? 1 : 0)
        case .level(let level): ("level", Double(level))
        case .quantity(let amount): ("quantity", amount)
        }
    }

    private static func value(_ kind: String, _ amount: Double) -> ConditionValue? {
        switch kind {
        case "yes_no": .yesNo(amount == 1)
        case "level": Int(exactly: amount).map { .level($0) }
        case "quantity": .quantity(amount)
        default: nil
        }
    }
}
