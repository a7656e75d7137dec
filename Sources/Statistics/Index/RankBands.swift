import Prevention

extension IndexVariation {
    /// Platzspannen of all units; `nil` for units without a place.
    ///
    /// - Parameters:
    ///   - replicates: number of repetitions.
    ///   - tasks: how many repetitions run side by side; the result is the same for any number.
    package func bands(replicates: Int, seed: UInt64, tasks: Int) async -> [RankBand?] {
        let each = (replicates + max(1, tasks) - 1) / max(1, tasks)
        guard each > 0 else { return [RankBand?](repeating: nil, count: count) }
        let parts = await withTaskGroup(of: (Int, [UInt32]).self) { group in
            for start in stride(from: 0, to: replicates, by: each) {
                group.addTask { (start, places(start..<min(start + each, replicates), seed)) }
            }
            var parts: [(Int, [UInt32])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.map { $0.1 }
        }
        return quantiles(parts)
    }

    /// The same on the calling thread.
    package func bands(replicates: Int, seed: UInt64) -> [RankBand?] {
        quantiles([places(0..<max(0, replicates), seed)])
    }

    /// Places of all units, repetition by repetition.
    private func places(_ repetitions: Range<Int>, _ seed: UInt64) -> [UInt32] {
        var scratch = scratch()
        var all: [UInt32] = []
        all.reserveCapacity(repetitions.count * count)
        for repetition in repetitions {
            var spread = SeededGenerator(seed: seed &+ UInt64(repetition) &* 0xD1B5_4A32_D192_ED03)
            var random = SeededGenerator(seed: spread.next())
            run(draw(Factor.allCases.map { _ in random.fraction() }), &scratch)
            all += scratch.places
        }
        return all
    }

    /// 5, 50 and 95 % of each unit's places, by counting.
    private func quantiles(_ parts: [[UInt32]]) -> [RankBand?] {
        var counts = [Int](repeating: 0, count: count + 1)
        return (0..<count).map { unit in
            var (total, first, last) = (0, count, 0)
            for part in parts {
                for place in stride(from: unit, to: part.count, by: count) where part[place] > 0 {
                    let rank = Int(part[place])
                    counts[rank] += 1
                    total += 1
                    first = min(first, rank)
                    last = max(last, rank)
                }
            }
            guard total > 0 else { return nil }
            defer { for rank in first...last { counts[rank] = 0 } }
            func quantile(_ percent: Int) -> Int {
                var seen = 0
                for rank in first..<last {
                    seen += counts[rank]
                    if seen * 100 >= percent * total { return rank }
                }
                return last
            }
            return RankBand(lower: quantile(5), median: quantile(50), upper: quantile(95))
        }
    }
}
