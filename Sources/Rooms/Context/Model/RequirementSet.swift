package import ContextModel
package import Prevention

/// Anforderungen einer Praxis in einer Fassung: what it needs, in the order of the talk.
package struct RequirementSet: Hashable, Sendable {
    /// One requirement; an assumption is something that nobody at the giver has said or seen yet.
    package struct Line: Hashable, Sendable, Codable {
        package let requirement: Requirement
        package let isAssumed: Bool

        package init(_ requirement: Requirement, isAssumed: Bool = false) {
            self.requirement = requirement
            self.isAssumed = isAssumed
        }
    }

    package let practice: Reference
    /// 1, 2, …; 0: nothing is stored yet.
    package let version: Int
    package let lines: [Line]
    package let changedAt: Instant
    /// Why this version was made.
    package let reason: String

    package init(practice: Reference, version: Int, lines: [Line], changedAt: Instant, reason: String) {
        self.practice = practice
        self.version = version
        self.lines = lines
        self.changedAt = changedAt
        self.reason = reason
    }

    package var requirements: [Requirement] { lines.map(\.requirement) }
    package var assumed: Set<ID<Requirement>> { Set(lines.filter(\.isAssumed).map(\.requirement.id)) }

    package func line(_ id: ID<Requirement>) -> Line? { lines.first { $0.requirement.id == id } }
}
