package import Practice
package import Prevention

/// Eintrag der Praxisdatenbank: one version of a practice as others see it, with where it stands in the review.
package struct PracticeEntry: Sendable, Hashable {
    package let practice: Practice
    /// Last part of its address.
    package let slug: String
    /// Made up for the demonstration; every page says so.
    package let isInvented: Bool
    /// Number of the version shown.
    package let version: Int
    package let state: ReviewFlow.State
    /// Last day of the publication; `nil`: never published through a review.
    package let expires: Day?

    package init(
        _ practice: Practice, slug: String, isInvented: Bool, version: Int, state: ReviewFlow.State, expires: Day?
    ) {
        self.practice = practice
        self.slug = slug
        self.isInvented = isInvented
        self.version = version
        self.state = state
        self.expires = expires
    }

    package var reference: Reference { Reference(.practice, practice.id) }
}
