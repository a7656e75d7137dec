package import Prevention

extension Assessment {
    /// What `viewer` may see: the own rating at once, the other one only when both are in, so that nobody copies.
    ///
    /// - Parameter isOpen: the ratings were laid open although a second one is missing.
    package func seen(by viewer: Reference, isOpen: Bool) -> Assessment {
        guard !isOpen, ratings.count < 2 else { return self }
        var seen = Assessment(requirement)
        seen.keep(ratings.filter { $0.rater == viewer })
        return seen
    }

    /// Whether somebody has rated and `viewer` may not see it yet.
    package func hides(from viewer: Reference, isOpen: Bool) -> Bool {
        seen(by: viewer, isOpen: isOpen).ratings.count < ratings.count
    }
}
