package import Practice
package import Prevention

/// Akte einer Praxis: all its versions, its review with every step, and what adopters report themselves.
package struct PracticeFile: Sendable, Hashable {
    /// Prüfschritt as it was taken.
    package struct Step: Sendable, Hashable {
        package let step: ReviewFlow.Step
        package let person: Review.Person
        package let at: Instant
        package let reason: String
        /// The newest version at that moment.
        package let version: Int

        package init(
            _ step: ReviewFlow.Step, by person: Review.Person, at instant: Instant, because reason: String,
            version: Int
        ) {
            self.step = step
            self.person = person
            at = instant
            self.reason = reason
            self.version = version
        }
    }

    package let id: ID<Practice>
    package let slug: String
    /// The municipality whose practice it is and who may write on it.
    package let owner: ID<Area>
    package let isInvented: Bool
    /// The version that everybody sees; `nil`: none yet.
    package let publishedVersion: Int?
    package let versions: PracticeVersions
    package let review: Review
    /// Oldest first.
    package let steps: [Step]
    /// What adopters say themselves; it counts more than what the entry says of them.
    package let adoptions: [PracticeAdoption]

    package var newest: PracticeVersion { versions.newest }

    /// The newest version with what its adopters say themselves.
    package var draft: Practice { newest.practice.adopted(adoptions) }

    /// Everyone whose practice it is: who may write on it, and whom the entry names beside, now or as published.
    package var owners: Set<ID<Area>> {
        Set([owner] + newest.practice.municipalities + (published?.practice.municipalities ?? []))
    }

    /// What everybody sees; `nil` if nothing has been published.
    package var published: PracticeEntry? {
        publishedVersion.flatMap { number in
            versions.all.first { $0.number == number }.map { version in
                PracticeEntry(
                    version.practice.adopted(adoptions).trusted(review), slug: slug, isInvented: isInvented,
                    version: number, state: review.publicState, expires: review.expires)
            }
        }
    }

    /// The steps up to the last publication: what is said of a later draft is for those who work on it.
    package var publicSteps: [Step] {
        Array(steps[..<((steps.lastIndex { [.publish, .confirm, .fallDue].contains($0.step) } ?? -1) + 1)])
    }

    /// What adopters are to hear when `newer` takes the place of `older`: changes of the core, and harm.
    package func news(from older: Int, to newer: Int) -> [PracticeChange] {
        versions.changes(from: older, to: newer).filter(\.concernsAdopters)
    }

    /// Why it was archived; `nil` if it was not.
    package var reasonOfEnd: String? { steps.last { $0.step == .archive }?.reason }

    /// Whether a newer version than the published one is being worked on.
    package var isBeingRevised: Bool { publishedVersion.map { $0 < newest.number } ?? false }
}

/// Übernahme: what a municipality says itself about a practice that it took over.
package struct PracticeAdoption: Sendable, Hashable {
    package let adopter: Adopter
    /// Counts the changes, from 1.
    package let version: Int
    package let changedAt: Instant

    package init(_ adopter: Adopter, version: Int, changedAt: Instant) {
        self.adopter = adopter
        self.version = version
        self.changedAt = changedAt
    }
}

extension Practice {
    /// The entry with the adopters' own words in place of, or after, what it says of them.
    package func adopted(_ adoptions: [PracticeAdoption]) -> Practice {
        guard !adoptions.isEmpty else { return self }
        var practice = self
        let own = Dictionary(adoptions.map { ($0.adopter.municipality, $0.adopter) }) { first, _ in first }
        let known = Set(adopters.map(\.municipality))
        practice.adopters =
            adopters.map { own[$0.municipality] ?? $0 }
            + adoptions.map(\.adopter).filter { !known.contains($0.municipality) }
        return practice
    }

    /// The entry with the trust that its review has earned, where that is more than it claims.
    package func trusted(_ review: Review) -> Practice {
        guard let earned = review.grading, earned.level > trust?.level ?? .selfReport else { return self }
        var practice = self
        practice.trust = earned
        return practice
    }
}

extension Review {
    /// What readers of a published version see: a draft that revises it does not concern them.
    package var publicState: ReviewFlow.State { state == .due || state == .archived ? state : .published }
}
