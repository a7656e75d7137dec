import Prevention

/// Menschen des Musterkreises: how many live in each district, by age and year.
struct KreisPeople {
    struct District {
        /// How hard life is there for families: -2 (easy) to 2, 0 in the middle of the Kreis.
        let hardship: Double
        /// By year, then by age group.
        let groups: [[Int]]
    }

    let districts: [District]

    /// - Parameters:
    ///   - towns: people and people under 18 of each town in the last year, and its number of districts.
    ///   - years: number of years that end with the last full one.
    init(towns: [(people: Int, under18: Int, districts: Int)], years: Int, seed: UInt64) {
        var districts: [District] = []
        for (number, town) in towns.enumerated() {
            var generator = SeededGenerator(seed: seed, number)
            let lot = generator.spread() * 0.8
            let hardship = (0..<town.districts).map { _ in min(max(lot + generator.spread() * 1.4, -2), 2) }
            let people = Self.divide(
                town.people, by: (0..<town.districts).map { _ in Double(generator.number(in: 60...140)) })
            let under18 = Self.divide(town.under18, by: zip(people, hardship).map { Double($0) * (1 + 0.12 * $1) })
            for place in 0..<town.districts {
                let now = Self.groups(people[place], under18[place], &generator)
                let growth = 0.003 + generator.spread() * 0.008
                let births = generator.spread() * 0.012
                let groups = (0..<years).map { Self.earlier(now, by: years - 1 - $0, growth, births, &generator) }
                districts.append(District(hardship: hardship[place], groups: groups))
            }
        }
        self.districts = districts
    }

    func count(_ groups: [AgeGroup], district: Int, year: Int) -> Int {
        groups.reduce(0) { $0 + districts[district].groups[year][$1.rawValue] }
    }

    /// Whole numbers in proportion to `weights` that add up to `total`; the largest remainders get what is left.
    static func divide(_ total: Int, by weights: [Double]) -> [Int] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights.map { _ in 0 } }
        let exact = weights.map { Double(total) * $0 / sum }
        var parts = exact.map { Int($0.rounded(.down)) }
        let left = total - parts.reduce(0, +)
        let order = exact.indices.sorted {
            let (a, b) = (exact[$0] - Double(parts[$0]), exact[$1] - Double(parts[$1]))
            return a == b ? $0 < $1 : a > b
        }
        for place in order.prefix(max(0, left)) { parts[place] += 1 }
        return parts
    }

    private static func groups(_ people: Int, _ under18: Int, _ generator: inout SeededGenerator) -> [Int] {
        let weights = AgeGroup.allCases.prefix(5).map { $0.usualShare * (1 + generator.spread() * 0.12) }
        let young = divide(min(under18, people), by: Array(weights))
        let adults = people - young.reduce(0, +)
        let to26 = Int((Double(people) * (0.095 + generator.spread() * 0.03)).rounded())
        return young + [min(to26, adults), adults - min(to26, adults)]
    }

    /// The same district `years` before: a little smaller or larger, with more or fewer babies.
    private static func earlier(
        _ now: [Int], by years: Int, _ growth: Double, _ births: Double, _ generator: inout SeededGenerator
    ) -> [Int] {
        guard years > 0 else { return now }
        return now.enumerated().map { place, count in
            let change = 1 - growth * Double(years) - (place < 2 ? births * Double(years) : 0)
            return max(1, Int((Double(count) * change * (1 + generator.spread() * 0.01)).rounded()))
        }
    }
}
