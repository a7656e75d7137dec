/// Protokoll: one thing that was done while an index was computed; pages show it as a sentence.
package struct IndexLogEntry: Hashable, Sendable {
    /// Schritt, in the order in which they are taken.
    package enum Step: String, CaseIterable, Sendable {
        case denominate, availability, imputation, outliers, normalisation, aggregation, ranking, uncertainty
    }

    /// Was geschah; `count` says how often.
    package enum Action: String, CaseIterable, Sendable {
        /// Values were divided by a denominator.
        case divided
        /// Values are missing because their denominator is missing or 0.
        case withoutDenominator
        /// A unit has too few values and takes no part; `count` values were there.
        case unitLeftOut
        case allUnitsKept
        case filledWithGroupMean
        /// Gaps that stay because the whole group has no value.
        case notFilled
        /// Gaps stay gaps because that is the rule.
        case gapsKept
        /// The most extreme value was set to the next one, `count` times.
        case winsorised
        case logarithm
        /// Too skewed, but there are only two different values, so nothing can be done.
        case leftSkewed
        case untreated
        /// Small values are good: the sign was turned.
        case reversed
        case normalised
        /// All values are equal or only one is there: the indicator says nothing about differences.
        case notComputable
        /// The scale 1 to 100 stands in for one with which the mean could not work.
        case scaleReplaced
        case aggregated
        /// Units whose other values share the weight of missing ones.
        case weightsShared
        /// Units without result because too little of the weight has a value.
        case belowShare
        case ranked
        /// Units that share a place with another one.
        case tied
        /// The ranking was computed `count` times with other assumptions.
        case repeated
    }

    package let step: Step
    package let action: Action
    /// Id of an indicator, a group or a unit; empty for all.
    package let subject: String
    package let count: Int
    /// Skew and excess kurtosis before and after a treatment of outliers.
    package var before: Shape?
    package var after: Shape?

    package init(
        _ step: Step, _ action: Action, _ subject: String = "", count: Int, before: Shape? = nil, after: Shape? = nil
    ) {
        self.step = step
        self.action = action
        self.subject = subject
        self.count = count
        self.before = before
        self.after = after
    }
}
