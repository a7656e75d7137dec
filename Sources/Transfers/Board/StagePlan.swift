/// Stufenplan: in which order the steps of a package, or the links of a chain, can be passed on.
///
/// A big package is split into steps of equal size, some of which must come before others.
package struct StagePlan<Key: Hashable & Comparable & Sendable>: Hashable, Sendable {
    /// Every key once, each after all it needs; of those that could come next, the smallest comes first.
    package let order: [Key]
    /// What must come before each key.
    package let needs: [Key: Set<Key>]

    /// - Parameter needs: for each key what must come before it; every key has an entry.
    /// - Throws: `StageProblem` with the circles or the keys that are missing.
    package init(_ needs: [Key: Set<Key>]) throws(StageProblem<Key>) {
        let unknown = Set(needs.values.flatMap { $0 }).subtracting(needs.keys)
        guard unknown.isEmpty else { throw .unknown(unknown.sorted()) }
        var order: [Key] = []
        var left = needs
        while let next = left.filter({ $0.value.isEmpty }).keys.min() {
            order.append(next)
            left[next] = nil
            left = left.mapValues { $0.subtracting([next]) }
        }
        guard left.isEmpty else { throw .circle(Self.circle(in: left)) }
        self.order = order
        self.needs = needs
    }

    /// What can come next once these are done.
    package func next(after done: Set<Key>) -> [Key] {
        order.filter { !done.contains($0) && (needs[$0] ?? []).isSubset(of: done) }
    }

    /// One circle among keys of which each needs another one of them, beginning at its smallest key.
    private static func circle(in needs: [Key: Set<Key>]) -> [Key] {
        var path: [Key] = []
        var next = needs.keys.min()
        while let key = next, !path.contains(key) {
            path.append(key)
            next = needs[key]?.min()
        }
        guard let entry = next, let start = path.firstIndex(of: entry) else { return [] }
        let circle = Array(path[start...])
        let smallest = circle.indices.min { circle[$0] < circle[$1] } ?? 0
        return Array(circle[smallest...] + circle[..<smallest])
    }
}

/// Warum ein Stufenplan nicht aufgeht.
package enum StageProblem<Key: Hashable & Sendable>: Error, Hashable, Sendable {
    /// Each of these needs the next one, the last one the first.
    case circle([Key])
    case unknown([Key])
}
