/// Netzsimplex: the cheapest circulation in a network with whole-numbered capacities and costs.
///
/// Starts from the empty circulation, keeps a strongly feasible tree (so it ends), and chooses entering arcs by blocks.
/// Costs may change, arcs may be added or frozen between two calls of `optimise`: it then goes on from its last tree.
///
/// - Source: Cunningham, A network simplex method, Mathematical Programming 11 (1976); Ahuja, Magnanti, Orlin,
///   Network Flows (1993), chapter 11.
struct NetworkSimplex {
    struct Arc {
        var tail: Int32
        var head: Int32
        var capacity: Int32
        var flow: Int32 = 0
        var cost: Int
        /// 1: empty and may fill, -1: full and may empty, 0: in the tree or frozen.
        var state: Int32 = 1
    }

    struct Node {
        var parent: Int32 = -1
        /// Arc to the parent.
        var arc: Int32 = -1
        var depth: Int32 = 0
        var firstChild: Int32 = -1
        var next: Int32 = -1
        var previous: Int32 = -1
        var potential = 0
    }

    /// The first arcs lead from each node to the root and are never priced; those of the network follow.
    private(set) var arcs: [Arc]
    private(set) var nodes: [Node]
    private(set) var pivots = 0
    private var position = 0
    private let root: Int

    init(nodes count: Int) {
        root = count
        nodes = Array(repeating: Node(), count: count + 1)
        arcs = (0..<count).map {
            Arc(tail: Int32($0), head: Int32(count), capacity: .max, cost: 0, state: 0)
        }
        for node in 0..<count {
            nodes[node].parent = Int32(count)
            nodes[node].arc = Int32(node)
            nodes[node].depth = 1
            nodes[node].next = node + 1 < count ? Int32(node + 1) : -1
            nodes[node].previous = Int32(node - 1)
        }
        nodes[count].firstChild = count > 0 ? 0 : -1
    }

    /// Adds an empty arc and names its place.
    mutating func add(from tail: Int, to head: Int, capacity: Int, cost: Int) -> Int {
        arcs.append(Arc(tail: Int32(tail), head: Int32(head), capacity: Int32(clamping: capacity), cost: cost))
        return arcs.count - 1
    }

    mutating func setCost(_ arc: Int, _ cost: Int) { arcs[arc].cost = cost }

    /// Keeps the flow of an arc as it is, whatever comes.
    ///
    /// In the tree it is replaced by the arc of its lower node to the root, which keeps the tree strongly feasible.
    mutating func freeze(_ arc: Int) {
        let wasInTree = arcs[arc].state == 0
        arcs[arc].state = 0
        guard wasInTree else { return }
        for node in [Int(arcs[arc].tail), Int(arcs[arc].head)] where nodes[node].arc == Int32(arc) {
            let root = root
            Self.withTree(&nodes, &arcs, root) { tree in
                tree.detach(node)
                tree.attach(node, to: root, by: node)
                tree.arcs[node].state = 0
                tree.settle(node)
            }
        }
    }

    /// Potentials anew along the tree, after costs have changed.
    mutating func renewPotentials() {
        let root = root
        Self.withTree(&nodes, &arcs, root) { $0.settle(root) }
    }

    func reducedCost(from tail: Int, to head: Int, cost: Int) -> Int {
        cost + nodes[tail].potential - nodes[head].potential
    }

    /// Pivots until no arc improves the circulation.
    mutating func optimise() {
        let count = arcs.count - root
        guard count > 0 else { return }
        let block = max(32, Int(Double(count).squareRoot() / 2))
        var (next, done) = (position % count, pivots)
        Self.withTree(&nodes, &arcs, root) { tree in
            while let entering = tree.entering(first: tree.root, count: count, from: &next, block: block) {
                tree.pivot(entering)
                done += 1
            }
        }
        (position, pivots) = (next, done)
    }

    private static func withTree<Result>(
        _ nodes: inout [Node], _ arcs: inout [Arc], _ root: Int, _ work: (SpanningTree) -> Result
    ) -> Result {
        nodes.withUnsafeMutableBufferPointer { nodes in
            arcs.withUnsafeMutableBufferPointer { arcs in
                work(SpanningTree(nodes: nodes, arcs: arcs, root: root))
            }
        }
    }
}
