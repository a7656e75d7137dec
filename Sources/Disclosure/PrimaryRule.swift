/// Primäre Regel: which numbers say something about single persons by themselves.
package struct PrimaryRule: Sendable, Hashable {
    /// Counts above 0 and below it are hidden; 1 or less hides none.
    package var threshold: Double
    package var hidesZero: Bool
    /// Least width of what others can know about a hidden count.
    package var width: Double
    /// Whether a value of `threshold` or more must stay possible.
    package var keepsSmallUncertain: Bool

    package init(threshold: Double, hidesZero: Bool = false, width: Double = 1, keepsSmallUncertain: Bool = true) {
        self.threshold = threshold
        self.hidesZero = hidesZero
        self.width = width
        self.keepsSmallUncertain = keepsSmallUncertain
    }

    package func hides(_ count: Double) -> Bool {
        count < threshold && (count > 0 || (hidesZero && count == 0 && threshold > 1))
    }

    /// What a hidden count needs.
    package var requirement: CellTable.Requirement {
        CellTable.Requirement(width: width, reach: keepsSmallUncertain ? threshold : 0)
    }
}

/// Dominanz: whether single contributors to an amount (euros, hours) could be estimated from it.
///
/// - Source: Hundepool and others, Handbook on Statistical Disclosure Control, (n,k) and p% rule.
package enum DominanceRule: Sendable, Hashable, CustomStringConvertible {
    /// The largest `count` contributors must not hold more than `percent` of the total.
    case largest(count: Int, percent: Double)
    /// The second largest must not be able to estimate the largest to within `percent` of it.
    case estimate(percent: Double)

    /// Reads "2/85" for the largest and "p15" for the estimate; `nil` for anything else, or percents not in 0…100.
    package init?(_ text: String) {
        let parts = text.split(separator: "/").map(String.init)
        if parts.count == 2, let count = Int(parts[0]), let percent = Double(parts[1]), count > 0, count < 10,
            percent > 0, percent <= 100
        {
            self = .largest(count: count, percent: percent)
        } else if text.hasPrefix("p"), let percent = Double(text.dropFirst()), percent > 0, percent <= 100 {
            self = .estimate(percent: percent)
        } else {
            return nil
        }
    }

    /// "2/85", "p15"
    package var description: String {
        let number = { (percent: Double) in Int(exactly: percent).map { "\($0)" } ?? "\(percent)" }
        return switch self {
        case .largest(let count, let percent): "\(count)/\(number(percent))"
        case .estimate(let percent): "p\(number(percent))"
        }
    }

    /// - Parameter contributions: 0 or more each.
    package func hides(_ contributions: [Double]) -> Bool { width(contributions) > 0 }

    /// Least width of the interval that protects the largest contributor; 0 where nothing must be hidden.
    ///
    /// For (n,k) the total would have to be larger by the excess over k percent.
    package func width(_ contributions: [Double]) -> Double {
        let sorted = contributions.filter { $0 > 0 }.sorted(by: >)
        guard let first = sorted.first else { return 0 }
        switch self {
        case .largest(let count, let percent):
            guard percent > 0 else { return 2 * first }
            let top = sorted.prefix(count).reduce(0, +)
            return 2 * max(0, top * 100 / percent - sorted.reduce(0, +))
        case .estimate(let percent):
            return 2 * max(0, first * percent / 100 - sorted.dropFirst(2).reduce(0, +))
        }
    }
}
