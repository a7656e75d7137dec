/// Entwurf des Terminplans: colours become slots; what is blocked there looks for another slot.
struct SlotDraft {
    private let graph: SessionGraph
    private let blocked: SessionPlan.Blocked
    private let most: Int?
    private(set) var slots: [[Int]] = []
    private(set) var unscheduled: [Int] = []
    private var busy: [Set<Int>] = []

    init(_ graph: SessionGraph, blocked: SessionPlan.Blocked, most: Int?) {
        self.graph = graph
        self.blocked = blocked
        self.most = most
    }

    mutating func place(_ colours: [Int]) {
        let count = (colours.max() ?? -1) + 1
        var classes = [[Int]](repeating: [], count: count)
        for (edge, colour) in colours.enumerated() where colour >= 0 { classes[colour].append(edge) }
        for _ in 0..<min(count, most ?? count) { addSlot() }
        var left = colours.indices.filter { colours[$0] < 0 }
        // Largest classes first, each into the slot that blocks the fewest of its sessions.
        var open = Array(slots.indices)
        for number in classes.indices.sorted(by: { (-classes[$0].count, $0) < (-classes[$1].count, $1) }) {
            let best = open.min { (blockedCount(classes[number], $0), $0) < (blockedCount(classes[number], $1), $1) }
            guard let slot = best else {
                left += classes[number]
                continue
            }
            open.removeAll { $0 == slot }
            for edge in classes[number] {
                if isBlocked(edge, slot) { left.append(edge) } else { put(edge, slot) }
            }
        }
        fill(left.sorted())
        while slots.last?.isEmpty == true { slots.removeLast() }
    }

    private mutating func addSlot() {
        slots.append([])
        busy.append([])
    }

    private func isBlocked(_ edge: Int, _ slot: Int) -> Bool {
        let ends = graph.edges[edge]
        return [ends.first, ends.second].contains { blocked[graph.teams[$0]]?.contains(slot) ?? false }
    }

    private func blockedCount(_ edges: [Int], _ slot: Int) -> Int { edges.count { isBlocked($0, slot) } }

    private mutating func put(_ edge: Int, _ slot: Int) {
        slots[slot].append(edge)
        busy[slot].formUnion([graph.edges[edge].first, graph.edges[edge].second])
    }

    /// Slot after slot as many of the remaining sessions as fit together; then further slots, as far as allowed.
    private mutating func fill(_ edges: [Int]) {
        var left = edges
        var slot = 0
        // Beyond the last blocked slot everybody has time, so that this ends.
        let last = blocked.values.compactMap { $0.max() }.max() ?? -1
        while !left.isEmpty {
            if slot == slots.count {
                guard most.map({ slots.count < $0 }) ?? true, slot <= last + edges.count + slots.count else { break }
                addSlot()
            }
            let fitting = together(left, slot)
            for edge in fitting { put(edge, slot) }
            left.removeAll(where: Set(fitting).contains)
            slot += 1
        }
        unscheduled = left
    }

    /// Most sessions that fit into a slot together: a matching by alternating paths, with one team for both a greedy one.
    private func together(_ edges: [Int], _ slot: Int) -> [Int] {
        let fitting = edges.filter { edge in
            !isBlocked(edge, slot) && !busy[slot].contains(graph.edges[edge].first)
                && !busy[slot].contains(graph.edges[edge].second)
        }
        if graph.isSameTeam {
            var taken: Set<Int> = []
            return fitting.filter { edge in
                let ends = [graph.edges[edge].first, graph.edges[edge].second]
                guard taken.isDisjoint(with: ends) else { return false }
                taken.formUnion(ends)
                return true
            }
        }
        let byGiver = Dictionary(grouping: fitting) { graph.edges[$0].first }
        var chosen: [Int: Int] = [:]
        for giver in byGiver.keys.sorted() {
            var seen: Set<Int> = []
            _ = match(giver, byGiver, &chosen, &seen)
        }
        return chosen.values.sorted()
    }

    /// Finds a session for a giver, moving others if need be; `chosen` holds the session of each receiver.
    private func match(
        _ giver: Int, _ byGiver: [Int: [Int]], _ chosen: inout [Int: Int], _ seen: inout Set<Int>
    ) -> Bool {
        for edge in byGiver[giver] ?? [] {
            let receiver = graph.edges[edge].second
            guard seen.insert(receiver).inserted else { continue }
            if let other = chosen[receiver], !match(graph.edges[other].first, byGiver, &chosen, &seen) { continue }
            chosen[receiver] = edge
            return true
        }
        return false
    }
}
