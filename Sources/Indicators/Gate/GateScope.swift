import Prevention

/// Verknüpfung: which indicators must be examined together.
enum GateScope {
    /// Indicators that share numbers with the requested ones.
    ///
    /// Bases, wholes and parts are followed on and on, published or not: a share tells its base, and the base less one
    /// part is the other. Other indicators with the same base only from the requested ones. One that was never
    /// published and hangs on a single other one stays out.
    static func linked(to requested: [Indicator], among all: [Indicator], published: Set<ID<Indicator>>) -> [Indicator]
    {
        let asked = Set(requested.map(\.key))
        let others = all.filter { !asked.contains($0.key) }
        var taken: Set<String> = []
        var open = requested
        while let next = open.popLast() {
            for other in others where !taken.contains(other.key) {
                let sharesBase = asked.contains(next.key) && next.baseKey != nil && other.baseKey == next.baseKey
                guard isTied(next, other) || sharesBase else { continue }
                taken.insert(other.key)
                open.append(other)
            }
        }
        var found = others.filter { taken.contains($0.key) }
        while let end = found.firstIndex(where: { one in
            let ties = (requested + found).count { $0.key != one.key && isTied($0, one) }
            return !published.contains(one.id) && ties < 2
        }) {
            found.remove(at: end)
        }
        return found.sorted { $0.key < $1.key }
    }

    private static func isTied(_ one: Indicator, _ other: Indicator) -> Bool {
        one.baseKey == other.key || other.baseKey == one.key || one.wholeKey == other.key || other.wholeKey == one.key
            || (one.wholeKey != nil && one.wholeKey == other.wholeKey)
    }
}
