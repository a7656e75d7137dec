/// Verknüpfung: which indicators must be examined together.
enum GateScope {
    /// Published indicators that share numbers with the requested ones.
    ///
    /// Bases, wholes and parts are followed on and on; other indicators with the same base only from the requested ones.
    static func linked(to requested: [Indicator], among published: [Indicator]) -> [Indicator] {
        let asked = Set(requested.map(\.key))
        let others = published.filter { !asked.contains($0.key) }
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
        return others.filter { taken.contains($0.key) }.sorted { $0.key < $1.key }
    }

    private static func isTied(_ one: Indicator, _ other: Indicator) -> Bool {
        one.baseKey == other.key || other.baseKey == one.key || one.wholeKey == other.key || other.wholeKey == one.key
            || (one.wholeKey != nil && one.wholeKey == other.wholeKey)
    }
}
