/// Terminplan einer Runde: sessions in slots, no team twice in a slot.
///
/// Without blocked slots and with one team for giving and another for receiving there are as many slots as the largest
/// load, never more (König). Where one team does both there are at most three for every two sessions of the largest load
/// (Shannon). With blocked slots what fits nowhere is named.
///
/// - Source: König 1916; Shannon, A theorem on coloring the lines of a network (1949).
package struct SessionPlan: Sendable, Hashable {
    /// Treffen: one transfer's meeting of giver and receiver.
    package struct Session: Sendable, Hashable {
        package var id: String
        package var giver: String
        package var receiver: String

        package init(_ id: String, giver: String, receiver: String) {
            self.id = id
            self.giver = giver
            self.receiver = receiver
        }
    }

    /// Slots from 0 in which a participant has no time.
    package typealias Blocked = [String: Set<Int>]

    /// Places of sessions, by slot.
    package private(set) var slots: [[Int]] = []
    /// Places of sessions that fit into no slot.
    package private(set) var unscheduled: [Int] = []
    /// No plan needs fewer slots, blocked ones aside.
    package let lowerBound: Int

    /// - Parameters:
    ///   - isSameTeam: whether the people who give are those who receive.
    ///   - most: greatest number of slots; `nil` for as many as needed.
    package init(_ sessions: [Session], blocked: Blocked = [:], isSameTeam: Bool = false, most: Int? = nil) {
        let order = sessions.indices.sorted { sessions[$0].id < sessions[$1].id }
        let graph = SessionGraph(order.map { sessions[$0] }, isSameTeam: isSameTeam)
        lowerBound = graph.lowerBound
        let colours = isSameTeam ? ShannonColouring(graph).colour : KoenigColouring(graph).colour
        var draft = SlotDraft(graph, blocked: blocked, most: most)
        draft.place(colours)
        slots = draft.slots.map { $0.map { order[$0] }.sorted { sessions[$0].id < sessions[$1].id } }
        unscheduled = draft.unscheduled.map { order[$0] }
    }
}

/// Sessions as edges between teams.
struct SessionGraph {
    struct Edge {
        let first: Int
        let second: Int
    }

    let edges: [Edge]
    /// Participant of each team.
    let teams: [String]
    let load: [Int]
    let isSameTeam: Bool

    init(_ sessions: [SessionPlan.Session], isSameTeam: Bool) {
        let names = Set(sessions.flatMap { [$0.giver, $0.receiver] }).sorted()
        let number = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        let shift = isSameTeam ? 0 : names.count
        teams = isSameTeam ? names : names + names
        edges = sessions.map {
            Edge(first: number[$0.giver, default: 0], second: number[$0.receiver, default: 0] + shift)
        }
        var load = [Int](repeating: 0, count: teams.count)
        for edge in edges {
            load[edge.first] += 1
            load[edge.second] += 1
        }
        self.load = load
        self.isSameTeam = isSameTeam
    }

    var greatestLoad: Int { load.max() ?? 0 }

    /// The largest load, or the sessions among three teams, of which one slot holds only one.
    var lowerBound: Int {
        guard isSameTeam else { return greatestLoad }
        var between: [[Int: Int]] = Array(repeating: [:], count: teams.count)
        for edge in edges {
            between[edge.first][edge.second, default: 0] += 1
            between[edge.second][edge.first, default: 0] += 1
        }
        var bound = greatestLoad
        for (a, near) in between.enumerated() {
            for (b, ab) in near where b > a {
                for (c, bc) in between[b] where c > a && c != b {
                    bound = max(bound, ab + bc + between[a][c, default: 0])
                }
            }
        }
        return bound
    }
}
