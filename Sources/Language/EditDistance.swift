/// Abstand zweier Schreibweisen: insertions, deletions, replacements and swaps of neighbours.
package enum EditDistance {
    /// Damerau-Levenshtein distance in the usual restricted form (optimal string alignment: no
    /// part is edited twice), or `nil` if it exceeds `limit`.
    package static func within<Letter: Equatable>(
        _ limit: Int, _ first: [Letter], _ second: [Letter]
    ) -> Int? {
        guard abs(first.count - second.count) <= limit else { return nil }
        // Equal beginnings and ends cost nothing and are most of two similar words.
        var start = 0
        let shorter = min(first.count, second.count)
        while start < shorter, first[start] == second[start] { start += 1 }
        var end = 0
        while end < shorter - start, first[first.count - 1 - end] == second[second.count - 1 - end] { end += 1 }
        return table(limit, first[start..<first.count - end], second[start..<second.count - end])
    }

    private static func table<Letter: Equatable>(
        _ limit: Int, _ first: ArraySlice<Letter>, _ second: ArraySlice<Letter>
    ) -> Int? {
        if first.isEmpty || second.isEmpty { return first.count + second.count }
        let (first, second) = (Array(first), Array(second))
        var before = [Int](repeating: 0, count: second.count + 1)
        var above = Array(0...second.count)
        var row = above
        for (i, letter) in first.enumerated() {
            row[0] = i + 1
            var best = row[0]
            for j in 0..<second.count {
                let isSame = letter == second[j]
                var cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (isSame ? 0 : 1))
                if i > 0, j > 0, letter == second[j - 1], first[i - 1] == second[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row[j + 1] = cost
                best = min(best, cost)
            }
            // A swap can reach back two rows, never below the best of the last two.
            if best > limit, above.allSatisfy({ $0 > limit }) { return nil }
            (before, above, row) = (above, row, before)
        }
        return above[second.count] <= limit ? above[second.count] : nil
    }
}
