package import Prevention
package import Statistics

/// Indexdefinition: how several indicators become one number for each area, as planners have decided it.
///
/// A large number is always the favourable one; need is what is missing to the largest.
package struct IndexDefinition: Hashable, Sendable {
    /// Wirkung: what a large value of an indicator means.
    package enum Effect: String, CaseIterable, Codable, Sendable {
        case favourable, unfavourable
        /// Shows where something is needed, and is neither good nor bad: counted like `unfavourable`, never called so.
        case need
    }

    /// Baustein: an indicator in a sub-index.
    package struct Part: Hashable, Sendable {
        /// Key of the indicator.
        package var indicator: String
        package var effect: Effect
        /// Within its sub-index; only the relation to the others counts.
        package var weight: Double

        package init(_ indicator: String, _ effect: Effect, weight: Double = 1) {
            self.indicator = indicator
            self.effect = effect
            self.weight = weight
        }
    }

    /// Teilindex.
    package struct Group: Hashable, Sendable {
        package var name: String
        package var weight: Double
        package var parts: [Part]

        package init(_ name: String, weight: Double = 1, _ parts: [Part]) {
            self.name = name
            self.weight = weight
            self.parts = parts
        }
    }

    package let id: ID<IndexDefinition>
    package var name: String
    /// What it is for, and where its method comes from.
    package var about: String
    /// Whether everyone sees it, not only the offices.
    package var isPublic: Bool
    package var groups: [Group]
    package var normalisation: IndexDesign.Normalisation
    package var aggregation: IndexDesign.Aggregation
    package var imputation: IndexDesign.Imputation
    /// Whether extreme values are moved in (skew over 2 and kurtosis over 3.5, five at most).
    package var treatsOutliers: Bool
    /// Share of the weights that must have a value, percent.
    package var minimumShare: Int
    /// 0 for one that is not stored yet.
    package var version: Int

    package init(
        id: ID<IndexDefinition> = ID(), name: String = "", about: String = "", isPublic: Bool = false,
        groups: [Group] = [], normalisation: IndexDesign.Normalisation = .minmax,
        aggregation: IndexDesign.Aggregation = .arithmetic, imputation: IndexDesign.Imputation = .none,
        treatsOutliers: Bool = true, minimumShare: Int = 66, version: Int = 0
    ) {
        self.id = id
        self.name = name
        self.about = about
        self.isPublic = isPublic
        self.groups = groups
        self.normalisation = normalisation
        self.aggregation = aggregation
        self.imputation = imputation
        self.treatsOutliers = treatsOutliers
        self.minimumShare = minimumShare
        self.version = version
    }

    /// Id of the whole in the design; no indicator's key looks like it.
    package static let whole = "="

    /// Id of a sub-index in the design.
    package static func id(ofGroup number: Int) -> String { "=\(number)" }

    package var parts: [Part] { groups.flatMap(\.parts) }

    /// The same as the statistics need it; scores from 0 (unfavourable) to 100.
    package var design: IndexDesign {
        IndexDesign(
            components: groups.enumerated().flatMap { number, group in
                group.parts.map { part in
                    IndexDesign.Component(
                        id: part.indicator, weight: part.weight, parent: Self.id(ofGroup: number),
                        isReversed: part.effect != .favourable)
                }
            },
            groups: groups.enumerated().map { number, group in
                IndexDesign.Group(id: Self.id(ofGroup: number), weight: group.weight, parent: Self.whole)
            } + [IndexDesign.Group(id: Self.whole, parent: nil)],
            normalisation: normalisation, aggregation: aggregation, imputation: imputation,
            outliers: treatsOutliers ? IndexDesign.Outliers() : nil,
            minimumShare: Double(min(max(minimumShare, 0), 100)) / 100)
    }
}
