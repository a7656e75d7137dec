package import Prevention

/// What the room needs from the practice database; wired by the house.
package struct ContextPorts: Sendable {
    /// Gute Praxis, as far as the context model has to know it.
    package struct PracticeFacts: Hashable, Sendable {
        package let reference: Reference
        package let slug: String
        package let title: String
        package let municipalities: [ID<Area>]
        package let coreElements: [String]
        package let isInvented: Bool

        package init(
            reference: Reference, slug: String, title: String, municipalities: [ID<Area>],
            coreElements: [String] = [], isInvented: Bool = false
        ) {
            self.reference = reference
            self.slug = slug
            self.title = title
            self.municipalities = municipalities
            self.coreElements = coreElements
            self.isInvented = isInvented
        }
    }

    /// All practices that others may see, by title.
    package let practices: @Sendable () async throws -> [PracticeFacts]

    package init(practices: @escaping @Sendable () async throws -> [PracticeFacts]) { self.practices = practices }

    package static let none = ContextPorts { [] }
}
