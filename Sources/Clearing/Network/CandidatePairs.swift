/// Vorauswahl: the cheapest pairs of each offer and each request.
struct CandidatePairs {
    private let network: ClearingNetwork
    private let cost: [Int]

    init(_ network: ClearingNetwork, cost: [Int]) {
        self.network = network
        self.cost = cost
    }

    /// Numbers of open pairs in canonical order.
    func best(_ count: Int) -> [Int] {
        var isChosen = [Bool](repeating: false, count: cost.count)
        let pairs = network.round.pairs
        mark(count, of: network.round.offers.count, in: &isChosen) { pairs[network.open[$0]].offer }
        mark(count, of: network.round.requests.count, in: &isChosen) { pairs[network.open[$0]].request }
        return isChosen.indices.filter { isChosen[$0] }
    }

    /// Keeps the `count` cheapest of each group in a short sorted row; equal ones as they come.
    private func mark(_ count: Int, of groups: Int, in isChosen: inout [Bool], _ group: (Int) -> Int) {
        var rows = [Int32](repeating: -1, count: groups * count)
        for number in cost.indices {
            let start = group(number) * count
            var place = start + count - 1
            if rows[place] >= 0, cost[Int(rows[place])] <= cost[number] { continue }
            while place > start, rows[place - 1] < 0 || cost[Int(rows[place - 1])] > cost[number] {
                rows[place] = rows[place - 1]
                place -= 1
            }
            rows[place] = Int32(number)
        }
        for number in rows where number >= 0 { isChosen[Int(number)] = true }
    }
}
