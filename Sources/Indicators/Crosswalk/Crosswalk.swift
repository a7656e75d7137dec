package import Prevention

/// Umsteigeschlüssel: which part of each old area went into which new one.
package struct Crosswalk: Hashable, Sendable {
    package let id: ID<Crosswalk>
    /// "BBSR Kreise"
    package let name: String
    /// By what the parts are measured: "Bevölkerung", "Fläche". For persons take the one by inhabitants.
    package let weighting: String
    /// Boundaries of the values to be converted.
    package let from: Day
    /// Boundaries that they get.
    package let to: Day
    package let source: String
    /// By key of the old area; the parts of one old area add up to 1.
    package let shares: [AreaKey: [Share]]

    /// Part of an old area.
    package struct Share: Hashable, Sendable {
        package let to: AreaKey
        /// Above 0, at most 1.
        package let share: Double

        package init(to: AreaKey, share: Double) {
            self.to = to
            self.share = share
        }
    }

    package init(
        id: ID<Crosswalk> = ID(), name: String, weighting: String, from: Day, to: Day, source: String,
        shares: [AreaKey: [Share]]
    ) {
        self.id = id
        self.name = name
        self.weighting = weighting
        self.from = from
        self.to = to
        self.source = source
        self.shares = shares
    }

    /// Whether the whole of an old area went into one new one, so that its values move without estimating.
    package func isWhole(_ key: AreaKey) -> Bool { shares[key]?.count == 1 }

    /// Old areas of which any part went into `key`, by key.
    package func origins(of key: AreaKey) -> [(key: AreaKey, share: Double)] {
        shares.flatMap { old, parts in parts.filter { $0.to == key }.map { (old, $0.share) } }.sorted { $0.0 < $1.0 }
    }
}
