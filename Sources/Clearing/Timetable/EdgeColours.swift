/// Farben an den Kanten, während gefärbt wird: which edge of which colour lies at each team.
struct EdgeColours {
    let graph: SessionGraph
    private(set) var colour: [Int]
    /// Edge by team and colour; -1 for none.
    private var at: [[Int]]
    private(set) var count: Int

    init(_ graph: SessionGraph, count: Int) {
        self.graph = graph
        self.count = count
        colour = Array(repeating: -1, count: graph.edges.count)
        at = Array(repeating: Array(repeating: -1, count: count), count: graph.teams.count)
    }

    mutating func addColour() {
        for team in at.indices { at[team].append(-1) }
        count += 1
    }

    func isFree(_ colour: Int, at team: Int) -> Bool { at[team][colour] < 0 }
    func free(at team: Int) -> [Int] { (0..<count).filter { at[team][$0] < 0 } }
    func edge(_ colour: Int, at team: Int) -> Int? { at[team][colour] < 0 ? nil : at[team][colour] }

    /// The least colour free at both.
    func common(_ first: Int, _ second: Int) -> Int? {
        (0..<count).first { at[first][$0] < 0 && at[second][$0] < 0 }
    }

    func other(_ edge: Int, than team: Int) -> Int {
        graph.edges[edge].first == team ? graph.edges[edge].second : graph.edges[edge].first
    }

    mutating func paint(_ edge: Int, _ new: Int) {
        let ends = [graph.edges[edge].first, graph.edges[edge].second]
        if colour[edge] >= 0 { for team in ends where at[team][colour[edge]] == edge { at[team][colour[edge]] = -1 } }
        colour[edge] = new
        for team in ends { at[team][new] = edge }
    }

    /// Edges of two colours in turn, from a team at which `first` is present and `second` is free.
    func chain(from team: Int, _ first: Int, _ second: Int) -> (edges: [Int], end: Int) {
        var (edges, node, next, after) = ([Int](), team, first, second)
        while let edge = edge(next, at: node) {
            edges.append(edge)
            node = other(edge, than: node)
            swap(&next, &after)
        }
        return (edges, node)
    }

    /// Exchanges the two colours along a chain.
    mutating func turn(_ edges: [Int], _ first: Int, _ second: Int) {
        let wanted = edges.map { colour[$0] == first ? second : first }
        for edge in edges {
            for team in [graph.edges[edge].first, graph.edges[edge].second] { at[team][colour[edge]] = -1 }
        }
        for (edge, new) in zip(edges, wanted) {
            colour[edge] = new
            for team in [graph.edges[edge].first, graph.edges[edge].second] { at[team][new] = edge }
        }
    }
}

/// Färbung mit zwei Seiten: as many colours as the largest load (König).
struct KoenigColouring {
    let colour: [Int]

    init(_ graph: SessionGraph) {
        var colours = EdgeColours(graph, count: graph.greatestLoad)
        for (number, edge) in graph.edges.enumerated() {
            if let common = colours.common(edge.first, edge.second) {
                colours.paint(number, common)
                continue
            }
            guard let a = colours.free(at: edge.first).first, let b = colours.free(at: edge.second).first else {
                continue
            }
            // `a` is taken at the second team. The chain from there ends on no path at the first team.
            let chain = colours.chain(from: edge.second, a, b)
            colours.turn(chain.edges, a, b)
            colours.paint(number, a)
        }
        colour = colours.colour
    }
}

/// Färbung mit einem Team für beides: at most three colours for every two of the largest load (Shannon).
struct ShannonColouring {
    let colour: [Int]

    init(_ graph: SessionGraph) {
        let most = max(graph.lowerBound, graph.greatestLoad * 3 / 2)
        var colours = EdgeColours(graph, count: graph.lowerBound)
        for number in graph.edges.indices {
            while !Self.paint(number, &colours), colours.count < most { colours.addColour() }
        }
        colour = colours.colour
    }

    private static func paint(_ number: Int, _ colours: inout EdgeColours) -> Bool {
        let edge = colours.graph.edges[number]
        let (u, v) = (edge.first, edge.second)
        if let common = colours.common(u, v) {
            colours.paint(number, common)
            return true
        }
        for a in colours.free(at: u) {
            for b in colours.free(at: v) {
                let chain = colours.chain(from: v, a, b)
                guard chain.end != u else { continue }
                colours.turn(chain.edges, a, b)
                colours.paint(number, a)
                return true
            }
        }
        return paintOverThird(number, u, v, &colours)
    }

    /// Frees a colour at `v` by changing one of its edges to a third team.
    private static func paintOverThird(_ number: Int, _ u: Int, _ v: Int, _ colours: inout EdgeColours) -> Bool {
        for a in colours.free(at: u) {
            guard let bridge = colours.edge(a, at: v) else { continue }
            let w = colours.other(bridge, than: v)
            if let common = colours.common(v, w) {
                colours.paint(bridge, common)
                colours.paint(number, a)
                return true
            }
            guard let b = colours.common(u, w), let c = colours.free(at: v).first else { continue }
            // The chain of b and c from v ends at u; the one from w is another.
            let chain = colours.chain(from: w, c, b)
            guard chain.end != v, chain.end != u else { continue }
            colours.turn(chain.edges, b, c)
            colours.paint(bridge, c)
            colours.paint(number, a)
            return true
        }
        return false
    }
}
