import Areas
import Disclosure
import Prevention

/// Dominance: amounts from which the share of one facility could be estimated.
extension GateTable {
    /// Facilities with values are the contributors to the amounts of their areas. What no facility accounts for counts
    /// as one contributor more; an area of which no contributor is known cannot be examined.
    mutating func protectDominated() {
        for key in entries where key.series.part == .count {
            guard let rule = indicators[key.series.indicator]?.dominance, let place = places[key] else { continue }
            guard let contributions = contributions(key, value(place)) else {
                markUnchecked(key)
                protect(place, .init(width: 1), .notCheckable)
                continue
            }
            let width = rule.width(contributions)
            if width > 0 { protect(place, .init(width: width), .dominant) }
        }
    }

    /// `nil` where nothing is known of them.
    private func contributions(_ key: Key, _ total: Double) -> [Double]? {
        guard let area = key.place.area else { return [total] }
        let inside = tree.idsWithin(area)
        let known = homes.compactMap { facility, home in
            inside.contains(home) ? places[key.at(facility)].map(value) : nil
        }
        guard !known.isEmpty else { return total > 0 ? nil : [] }
        let rest = total - known.reduce(0, +)
        return rest > 1e-9 ? known + [rest] : known
    }
}
