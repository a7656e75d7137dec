/// Suche der besten Standorte: greedy choice and exchange, then a proof by bounds or by exhausting the rest.
struct MedianSearch {
    /// Way times population from each site (row) to each place of demand (column).
    private let weighted: [[Double]]
    private let count: Int
    private var effort: Int
    private let places: Int
    /// Cheapest way to each place among the sites from a number on.
    private var cheapestFrom: [[Double]] = []
    private var best: [Int] = []
    private var bestCost = Double.infinity

    init(weighted: [[Double]], count: Int, effort: Int) {
        self.weighted = weighted
        self.count = min(max(count, 0), weighted.count)
        self.effort = effort
        places = weighted.first?.count ?? 0
    }

    mutating func solve() -> (sites: [Int], bound: Double, isProven: Bool) {
        guard count > 0 else { return ([], 0, true) }
        best = improved(greedy())
        bestCost = cost(of: best)
        let bound = relaxed(upper: bestCost)
        if bestCost - bound <= tolerance { return (best, bestCost, true) }
        cheapestFrom = suffixes()
        let isProven = exhaust()
        return (best.sorted(), isProven ? bestCost : min(bound, bestCost), isProven)
    }

    private var tolerance: Double { 1e-9 * max(1, abs(bestCost)) }

    private func cost(of sites: [Int]) -> Double {
        (0..<places).lazy.map { place in sites.lazy.map { weighted[$0][place] }.min() ?? 0 }.compensatedSum()
    }

    // MARK: Good quickly

    private func greedy() -> [Int] {
        var nearest = [Double](repeating: .infinity, count: places)
        var chosen: [Int] = []
        while chosen.count < count {
            var pick: (site: Int, cost: Double)?
            for site in weighted.indices where !chosen.contains(site) {
                var sum = 0.0
                for place in 0..<places { sum += min(nearest[place], weighted[site][place]) }
                if sum < pick?.cost ?? .infinity { pick = (site, sum) }
            }
            guard let site = pick?.site ?? weighted.indices.first(where: { !chosen.contains($0) }) else { break }
            chosen.append(site)
            for place in 0..<places { nearest[place] = min(nearest[place], weighted[site][place]) }
        }
        return chosen.sorted()
    }

    /// Exchanges one site for another as long as that shortens the ways.
    private func improved(_ start: [Int]) -> [Int] {
        var sites = start
        var now = cost(of: sites)
        var isBetter = true
        while isBetter {
            isBetter = false
            for slot in sites.indices {
                let others = sites.indices.filter { $0 != slot }.map { sites[$0] }
                let rest = (0..<places).map { place in others.lazy.map { weighted[$0][place] }.min() ?? .infinity }
                for site in weighted.indices where !sites.contains(site) {
                    var sum = 0.0
                    for place in 0..<places { sum += min(rest[place], weighted[site][place]) }
                    guard sum < now - 1e-9 * max(1, abs(now)) else { continue }
                    sites[slot] = site
                    now = sum
                    isBetter = true
                }
            }
        }
        return sites.sorted()
    }

    // MARK: Proof

    /// Lagrangian bound: every place pays a price to be served; raised where nobody serves it, lowered where many do.
    ///
    /// - Source: Cornuéjols, Fisher & Nemhauser 1977.
    private func relaxed(upper: Double) -> Double {
        var prices = (0..<places).map { place in weighted.lazy.map { $0[place] }.max() ?? 0 }
        var bound = -Double.infinity
        var step = 2.0
        var stale = 0
        for _ in 0..<min(400, max(20, 20_000_000 / max(1, places * weighted.count))) {
            var gains = weighted.indices.map { site -> (gain: Double, site: Int) in
                var sum = 0.0
                for place in 0..<places { sum += min(0, weighted[site][place] - prices[place]) }
                return (sum, site)
            }
            gains.sort { ($0.gain, $0.site) < ($1.gain, $1.site) }
            let open = gains.prefix(count)
            let value = prices.compensatedSum() + open.lazy.map(\.gain).compensatedSum()
            stale = value > bound + 1e-12 * max(1, abs(bound)) ? 0 : stale + 1
            bound = max(bound, value)
            if upper - bound <= 1e-9 * max(1, abs(upper)) { break }
            if stale >= 12 { (step, stale) = (step / 2, 0) }
            let served = (0..<places).map { place in
                open.count { weighted[$0.site][place] < prices[place] }
            }
            let square = served.reduce(0.0) { $0 + Double((1 - $1) * (1 - $1)) }
            guard square > 0, step > 1e-6 else { break }
            let move = step * (upper - value) / square
            for place in 0..<places { prices[place] += move * Double(1 - served[place]) }
        }
        return bound
    }

    private func suffixes() -> [[Double]] {
        var rows = [[Double]](repeating: [Double](repeating: .infinity, count: places), count: weighted.count + 1)
        for site in weighted.indices.reversed() {
            for place in 0..<places { rows[site][place] = min(rows[site + 1][place], weighted[site][place]) }
        }
        return rows
    }

    /// Tries every choice that could still be better; `false` if the effort ran out.
    private mutating func exhaust() -> Bool {
        var chosen: [Int] = []
        return descend(from: 0, nearest: [Double](repeating: .infinity, count: places), &chosen)
    }

    private mutating func descend(from first: Int, nearest: [Double], _ chosen: inout [Int]) -> Bool {
        if chosen.count == count {
            let total = nearest.compensatedSum()
            if total < bestCost - tolerance { (best, bestCost) = (chosen, total) }
            return true
        }
        let missing = count - chosen.count
        guard first <= weighted.count - missing else { return true }
        for site in first...(weighted.count - missing) {
            effort -= places
            guard effort > 0 else { return false }
            var least = 0.0
            for place in 0..<places { least += min(nearest[place], cheapestFrom[site][place]) }
            // Later sites have fewer sites behind them: if all of these together do not help, nothing after will.
            if least >= bestCost - tolerance { return true }
            var next = nearest
            for place in 0..<places { next[place] = min(next[place], weighted[site][place]) }
            chosen.append(site)
            let isDone = descend(from: site + 1, nearest: next, &chosen)
            chosen.removeLast()
            guard isDone else { return false }
        }
        return true
    }
}
