package import Prevention
package import Transfers

/// Anschlüsse der Börse: what it asks other rooms; without them it counts less, and says so.
package struct ExchangePorts: Sendable {
    /// Gute Praxis as the practice database shows it.
    package struct Practice: Sendable {
        package let slug: String
        package let title: String
        package let municipalities: [String]
        package let evidence: PairFacts.Evidence?
        /// The day on which its review expires; `nil`: never reviewed.
        package let reviewExpires: Day?

        package init(
            slug: String, title: String, municipalities: [String] = [], evidence: PairFacts.Evidence? = nil,
            reviewExpires: Day? = nil
        ) {
            self.slug = slug
            self.title = title
            self.municipalities = municipalities
            self.evidence = evidence
            self.reviewExpires = reviewExpires
        }

        package var reference: Reference { Reference(.practice, slug) }
    }

    /// Was das Kontextmodell sagt: conditions met, and whether a red risk is left.
    package struct Context: Sendable {
        package let fit: PairFacts.Fit?
        package let hasRedRisk: Bool

        package init(fit: PairFacts.Fit?, hasRedRisk: Bool) {
            self.fit = fit
            self.hasRedRisk = hasRedRisk
        }
    }

    /// Was die Lückenanalyse sagt.
    package struct Gap: Sendable {
        /// Share of the need that nothing meets, 0…1.
        package let missing: Double
        package let cell: Reference

        package init(missing: Double, cell: Reference) {
            self.missing = missing
            self.cell = cell
        }
    }

    /// Published practices, by title.
    package var practices: @Sendable (Day) async throws -> [Practice]
    /// Practice and key of the receiving area; `nil`: not compared yet.
    package var context: @Sendable (_ practice: Reference, _ areaKey: String) async throws -> Context?
    /// Key of an area, stage and field; `nil`: no analysis knows.
    package var urgency: @Sendable (_ areaKey: String, LifeStage, FieldOfAction, Day) async throws -> Gap?
    /// 0 (farthest) … 100 of two areas; `nil`: not known.
    package var closeness: @Sendable (_ giver: String, _ receiver: String, Day) async throws -> Int?
    /// Minutes one way between two areas; `nil`: not known.
    package var travel: @Sendable (_ giver: String, _ receiver: String) async throws -> Int?

    package init(
        practices: @escaping @Sendable (Day) async throws -> [Practice] = { _ in [] },
        context: @escaping @Sendable (Reference, String) async throws -> Context? = { _, _ in nil },
        urgency: @escaping @Sendable (String, LifeStage, FieldOfAction, Day) async throws -> Gap? = { _, _, _, _ in nil
        },
        closeness: @escaping @Sendable (String, String, Day) async throws -> Int? = { _, _, _ in nil },
        travel: @escaping @Sendable (String, String) async throws -> Int? = { _, _ in nil }
    ) {
        self.practices = practices
        self.context = context
        self.urgency = urgency
        self.closeness = closeness
        self.travel = travel
    }

    /// Nothing is known.
    package static let none = ExchangePorts()
}
