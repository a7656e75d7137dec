import Indicators
package import Prevention

/// Zahl des Musterkreises: what an office would deliver for one indicator, area and year.
package struct KreisNumber: Hashable, Sendable {
    package let indicator: String
    package let areaID: ID<Area>
    package let period: Period
    /// What was counted; `nil` where nothing is, and where nobody knows.
    package var events: Int?
    /// Out of what, where the indicator divides.
    package var base: Int?
    /// The number itself where nothing is counted: a mean, or 1 and 0 for yes and no.
    package var score: Double?

    /// Whether anybody knows the number.
    package var isKnown: Bool { events != nil || score != nil }
}

/// Kennzahlen des Musterkreises: indicators with values for each district, town and the Kreis, year by year.
///
/// Only districts are drawn. Towns and the Kreis are their sums, so that everything adds up.
struct KreisNumbers {
    /// The Kreis, its towns and their districts, as places in one list of areas.
    struct Frame {
        let areas: [ID<Area>]
        /// For each area the districts it is made of.
        let members: [[Int]]
        /// For each area its town; `nil` for the Kreis.
        let towns: [Int?]
        let isDistrict: [Bool]
        let townCount: Int
    }

    let frame: Frame
    let people: KreisPeople
    let years: [Int]
    let seed: UInt64
    /// Events of each indicator, by year and district.
    private var drawn: [String: [[Int]]] = [:]
    private(set) var numbers: [KreisNumber] = []

    init(_ patterns: [IndicatorPattern], frame: Frame, people: KreisPeople, years: [Int], seed: UInt64) {
        self.frame = frame
        self.people = people
        self.years = years
        self.seed = seed
        for pattern in patterns { add(pattern) }
    }

    private mutating func add(_ pattern: IndicatorPattern) {
        switch pattern.recipe {
        case .people(let groups):
            let counts = years.indices.map { year in
                people.districts.indices.map { people.count(groups, district: $0, year: year) }
            }
            addCounts(pattern, counts)
        case .part(let groups, let share):
            var generator = SeededGenerator(seed: seed, name: pattern.key)
            let counts = years.indices.map { year in
                people.districts.indices.map {
                    let count = Double(people.count(groups, district: $0, year: year))
                    return Int((count * share * (1 + generator.spread() * 0.05)).rounded())
                }
            }
            addCounts(pattern, counts)
        case .events(let rate): addCounts(pattern, events(pattern, rate, beyond: nil))
        case .eventsBeyond(let key, let rate): addCounts(pattern, events(pattern, rate, beyond: key))
        case .score(let rate): addScores(pattern, rate)
        case .milestone: addMilestone(pattern)
        }
    }

    // MARK: Drawing

    private func events(_ pattern: IndicatorPattern, _ rate: IndicatorPattern.Rate, beyond: String?) -> [[Int]] {
        var generator = SeededGenerator(seed: seed, name: pattern.key)
        let own = people.districts.map { _ in generator.spread() * 1.5 * rate.noise }
        let bases = pattern.base.flatMap { drawn[$0] } ?? []
        let part = beyond.flatMap { drawn[$0] }
        let partBases = beyond.flatMap { key in IndicatorPattern.all.first { $0.key == key }?.base }
            .flatMap { drawn[$0] }
        return bases.indices.map { year in
            bases[year].indices.map { district in
                let known = part?[year][district] ?? 0
                let rest = bases[year][district] - (partBases?[year][district] ?? 0)
                let chance = self.rate(rate, district, year, own[district])
                return known + generator.hits(of: rest, probability: min(0.985, max(0.002, chance)))
            }
        }
    }

    private func rate(_ rate: IndicatorPattern.Rate, _ district: Int, _ year: Int, _ own: Double) -> Double {
        let age = Double(year - (years.count - 1))
        return rate.usual * (1 + rate.hardship * people.districts[district].hardship) * (1 + own)
            * (1 + rate.trend * age)
    }

    // MARK: Adding up

    private mutating func addCounts(_ pattern: IndicatorPattern, _ counts: [[Int]]) {
        drawn[pattern.key] = counts
        let bases = pattern.base.flatMap { drawn[$0] }
        numbers += each(pattern) { area, year in
            let members = frame.members[area]
            return (
                members.reduce(0) { $0 + counts[year][$1] },
                bases.map { base in members.reduce(0) { $0 + base[year][$1] } },
                nil
            )
        }
    }

    private mutating func addScores(_ pattern: IndicatorPattern, _ rate: IndicatorPattern.Rate) {
        var generator = SeededGenerator(seed: seed, name: pattern.key)
        let own = people.districts.map { _ in generator.spread() * 1.5 * rate.noise }
        let scores = years.indices.map { year in
            people.districts.indices.map {
                self.rate(rate, $0, year, own[$0]) * (1 + generator.spread() * 0.04)
            }
        }
        let bases = pattern.base.flatMap { drawn[$0] }
        numbers += each(pattern) { area, year in
            var sum = 0.0
            var weight = 0
            for district in frame.members[area] {
                let people =
                    bases?[year][district] ?? self.people.count(AgeGroup.under18, district: district, year: year)
                sum += scores[year][district] * Double(people)
                weight += people
            }
            let mean = weight > 0 ? (sum / Double(weight) * 100).rounded() / 100 : nil
            return (nil, bases == nil ? nil : weight, mean)
        }
    }

    private mutating func addMilestone(_ pattern: IndicatorPattern) {
        var generator = SeededGenerator(seed: seed, name: pattern.key)
        let start = (0..<frame.townCount).map { _ in generator.number(in: 0...years.count) }
        numbers += each(pattern) { area, year in
            guard !frame.isDistrict[area] else { return (nil, nil, nil) }
            let reached = frame.towns[area].map { start[$0] <= year } ?? (start.max() ?? 0 <= year)
            return (nil, nil, reached ? 1 : 0)
        }
    }

    /// One number for each area and year; what nobody knows is there as well, without a number.
    private func each(
        _ pattern: IndicatorPattern, _ number: (_ area: Int, _ year: Int) -> (events: Int?, base: Int?, score: Double?)
    ) -> [KreisNumber] {
        var numbers: [KreisNumber] = []
        for (year, calendar) in years.enumerated() {
            guard let period = Period(year: calendar) else { continue }
            for area in frame.areas.indices {
                if case .milestone = pattern.recipe, frame.isDistrict[area] { continue }
                var entry = KreisNumber(indicator: pattern.key, areaID: frame.areas[area], period: period)
                if !isMissing(pattern.absence, area, year) {
                    let found = number(area, year)
                    entry.events = found.events
                    entry.base = found.base
                    entry.score = found.score
                }
                numbers.append(entry)
            }
        }
        return numbers
    }

    private func isMissing(_ absence: IndicatorPattern.Absence, _ area: Int, _ year: Int) -> Bool {
        let isLastTown = frame.towns[area] == frame.townCount - 1
        let isLastYear = year == years.count - 1
        switch absence {
        case .none: return false
        case .districtsAtFirst(let count): return frame.isDistrict[area] && year < count && !isLastYear
        case .districtsOfLastTownNow: return frame.isDistrict[area] && isLastTown && isLastYear && frame.townCount > 1
        case .lastTown: return frame.townCount > 1 && (isLastTown || frame.towns[area] == nil)
        case .everySecondYear: return (years.count - 1 - year) % 2 == 1
        }
    }
}
