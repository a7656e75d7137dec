/// Indexaufbau: which indicators make up a composite index, in which groups, and by which rules.
package struct IndexDesign: Hashable, Sendable {
    /// Baustein: one indicator as part of the index.
    package struct Component: Hashable, Sendable {
        package var id: String
        package var weight: Double
        /// The sub-index it belongs to.
        package var parent: String
        /// Whether small values are good; they are negated before normalising.
        package var isReversed: Bool

        package init(id: String, weight: Double = 1, parent: String, isReversed: Bool = false) {
            self.id = id
            self.weight = weight
            self.parent = parent
            self.isReversed = isReversed
        }
    }

    /// Teilindex: a group of indicators or of groups; the one without a parent is the whole.
    package struct Group: Hashable, Sendable {
        package var id: String
        package var weight: Double
        package var parent: String?

        package init(id: String, weight: Double = 1, parent: String?) {
            self.id = id
            self.weight = weight
            self.parent = parent
        }
    }

    /// Vereinheitlichung: how different units become comparable.
    package enum Normalisation: String, CaseIterable, Codable, Sendable {
        /// From the smallest to the largest value, onto `bounds`.
        case minmax
        /// Distance from the mean in standard deviations (n − 1); `bounds` do not matter.
        case z
        /// Share of the other units below, onto `bounds`.
        case percentile
    }

    /// Zusammenfassung: how children become their parent.
    package enum Aggregation: String, CaseIterable, Codable, Sendable {
        /// A weakness can be balanced by a strength.
        case arithmetic
        /// A weakness counts more than a strength.
        case geometric
        /// A weakness counts much more than a strength.
        case harmonic
        /// Wins minus losses against every other unit; no balancing of amounts at all.
        case copeland
    }

    /// Lückenfüllung: what stands in for a missing value.
    package enum Imputation: String, CaseIterable, Codable, Sendable {
        case none
        /// The mean of the same indicator over the unit's group; over all units if there are no groups.
        case groupMean = "group-mean"
    }

    /// Ausreißerregel: what happens to columns with a few extreme values.
    package struct Outliers: Hashable, Sendable {
        /// How often the most extreme value may be set to the next one; the logarithm is taken if that does not help.
        package var maximum: Int
        /// A column is treated while the amount of its skew and its excess kurtosis are both larger.
        package var skew: Double
        package var kurtosis: Double

        package init(maximum: Int = 5, skew: Double = 2, kurtosis: Double = 3.5) {
            self.maximum = maximum
            self.skew = skew
            self.kurtosis = kurtosis
        }
    }

    package var components: [Component]
    package var groups: [Group]
    package var normalisation: Normalisation
    /// Lower and upper end of the scale; geometric and harmonic means take 1 to 100 if the lower is not above 0.
    package var bounds: ClosedRange<Double>
    package var aggregation: Aggregation
    package var imputation: Imputation
    /// `nil`: extreme values stay.
    package var outliers: Outliers?
    /// Share of the weights that must have a value for the parent to have one, 0…1.
    package var minimumShare: Double
    /// Share of the indicators that a unit must have to take part at all, 0…1.
    package var minimumAvailability: Double

    package init(
        components: [Component], groups: [Group], normalisation: Normalisation = .minmax,
        bounds: ClosedRange<Double> = 0...100, aggregation: Aggregation = .arithmetic, imputation: Imputation = .none,
        outliers: Outliers? = nil, minimumShare: Double = 0.66, minimumAvailability: Double = 0
    ) {
        self.components = components
        self.groups = groups
        self.normalisation = normalisation
        self.bounds = bounds
        self.aggregation = aggregation
        self.imputation = imputation
        self.outliers = outliers
        self.minimumShare = minimumShare
        self.minimumAvailability = minimumAvailability
    }
}

extension IndexDesign {
    /// The scale that is really used: means of products and of inverses need numbers above 0.
    package func scale(_ normalisation: Normalisation, _ aggregation: Aggregation) -> Scale {
        switch aggregation {
        case .arithmetic, .copeland: return Scale(normalisation: normalisation, bounds: bounds, isReplaced: false)
        case .geometric, .harmonic:
            if normalisation != .z, bounds.lowerBound > 0 {
                return Scale(normalisation: normalisation, bounds: bounds, isReplaced: false)
            }
            return Scale(
                normalisation: normalisation == .z ? .minmax : normalisation, bounds: 1...100, isReplaced: true)
        }
    }

    /// Skala: a normalisation with its ends.
    package struct Scale: Hashable, Sendable {
        package let normalisation: Normalisation
        package let bounds: ClosedRange<Double>
        /// Whether it stands in for one with which the aggregation could not work.
        package let isReplaced: Bool
    }
}

/// Indexdaten: the values of each indicator for each unit.
package struct IndexData: Sendable {
    /// Werte: one indicator, in the order of the units.
    package struct Column: Sendable {
        package var values: [Double?]
        /// What the values are divided by, unit by unit.
        package var denominator: [Double?]?
        /// Standard errors of the values, in their unit; 0 where the value is certain.
        package var standardErrors: [Double]?

        package init(_ values: [Double?], denominator: [Double?]? = nil, standardErrors: [Double]? = nil) {
            self.values = values
            self.denominator = denominator
            self.standardErrors = standardErrors
        }
    }

    package var units: [String]
    /// The group of each unit, for filling gaps with the mean of the group.
    package var unitGroups: [String]?
    /// By the id of the indicator.
    package var columns: [String: Column]

    package init(units: [String], unitGroups: [String]? = nil, columns: [String: Column]) {
        self.units = units
        self.unitGroups = unitGroups
        self.columns = columns
    }
}

/// Aufbaufehler: why an index cannot be computed.
package enum IndexFault: Error, Hashable, Sendable {
    case noUnits
    case noIndicators
    case idTwice(String)
    case unknownParent(of: String, parent: String)
    /// Not exactly one group without a parent.
    case wholes([String])
    case emptyGroup(String)
    /// A group that is, over others, its own parent.
    case circle(String)
    case weight(of: String)
    case noWeight(group: String)
    case missingValues(String)
    case length(of: String, found: Int, expected: Int)
    case bounds
    case share
    case outlierRule
}

/// Aufbaufehler: all of them at once.
package struct IndexFaults: Error, Hashable, Sendable {
    package let faults: [IndexFault]
}
