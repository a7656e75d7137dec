/// Baum der Basis: the tree of the network simplex while it is being changed.
struct SpanningTree {
    let nodes: UnsafeMutableBufferPointer<NetworkSimplex.Node>
    let arcs: UnsafeMutableBufferPointer<NetworkSimplex.Arc>
    let root: Int

    /// The most promising arc of the next block that has one.
    func entering(first: Int, count: Int, from position: inout Int, block: Int) -> Int? {
        var best = 0
        var found: Int?
        var left = block
        for _ in 0..<count {
            let arc = arcs[first + position]
            let gain =
                Int(arc.state)
                &* (arc.cost &+ nodes[Int(arc.tail)].potential &- nodes[Int(arc.head)].potential)
            if gain < best {
                best = gain
                found = first + position
            }
            position += 1
            if position == count { position = 0 }
            left -= 1
            if left == 0 {
                if found != nil { return found }
                left = block
            }
        }
        return found
    }

    /// Sends as much as fits around the circle that the arc closes, and takes the arc that stops it out of the tree.
    ///
    /// Among several arcs that stop it the last one along the circle, seen from its top, leaves: the tree stays
    /// strongly feasible.
    func pivot(_ entering: Int) {
        let arc = arcs[entering]
        let isFilling = arc.state == 1
        let first = Int(isFilling ? arc.tail : arc.head)
        let second = Int(isFilling ? arc.head : arc.tail)
        let top = meeting(first, second)
        var amount = arc.capacity
        var leaving: (node: Int, isFirstSide: Bool)?
        var node = first
        while node != top {
            let room = room(node, upwards: false)
            if room < amount { (amount, leaving) = (room, (node, true)) }
            node = Int(nodes[node].parent)
        }
        node = second
        while node != top {
            let room = room(node, upwards: true)
            if room <= amount { (amount, leaving) = (room, (node, false)) }
            node = Int(nodes[node].parent)
        }
        if amount > 0 { send(amount, around: entering, from: first, second, top: top) }
        guard let leaving else {
            arcs[entering].state = -arc.state
            return
        }
        let out = Int(nodes[leaving.node].arc)
        arcs[out].state = arcs[out].flow == 0 ? 1 : -1
        arcs[entering].state = 0
        let (inside, outside) = leaving.isFirstSide ? (first, second) : (second, first)
        hang(inside, under: outside, by: entering, cutAt: leaving.node)
        settle(inside)
    }

    private func meeting(_ first: Int, _ second: Int) -> Int {
        var (a, b) = (first, second)
        while a != b {
            if nodes[a].depth >= nodes[b].depth { a = Int(nodes[a].parent) } else { b = Int(nodes[b].parent) }
        }
        return a
    }

    /// What still fits through the arc between a node and its parent in this direction.
    private func room(_ node: Int, upwards: Bool) -> Int32 {
        let arc = arcs[Int(nodes[node].arc)]
        return (Int(arc.tail) == node) == upwards ? arc.capacity - arc.flow : arc.flow
    }

    private func send(_ amount: Int32, around entering: Int, from first: Int, _ second: Int, top: Int) {
        arcs[entering].flow += arcs[entering].state * amount
        for (start, upwards) in [(first, false), (second, true)] {
            var node = start
            while node != top {
                let arc = Int(nodes[node].arc)
                arcs[arc].flow += (Int(arcs[arc].tail) == node) == upwards ? amount : -amount
                node = Int(nodes[node].parent)
            }
        }
    }

    /// Turns the path from `inside` up to the cut round and hangs it under its new parent.
    private func hang(_ inside: Int, under outside: Int, by entering: Int, cutAt last: Int) {
        var (node, parent, arc) = (inside, outside, entering)
        while true {
            let (oldParent, oldArc) = (Int(nodes[node].parent), Int(nodes[node].arc))
            detach(node)
            attach(node, to: parent, by: arc)
            if node == last { return }
            (parent, arc, node) = (node, oldArc, oldParent)
        }
    }

    func detach(_ node: Int) {
        let (previous, next) = (nodes[node].previous, nodes[node].next)
        if previous >= 0 {
            nodes[Int(previous)].next = next
        } else {
            nodes[Int(nodes[node].parent)].firstChild = next
        }
        if next >= 0 { nodes[Int(next)].previous = previous }
    }

    func attach(_ node: Int, to parent: Int, by arc: Int) {
        let sibling = nodes[parent].firstChild
        nodes[node].parent = Int32(parent)
        nodes[node].arc = Int32(arc)
        nodes[node].previous = -1
        nodes[node].next = sibling
        if sibling >= 0 { nodes[Int(sibling)].previous = Int32(node) }
        nodes[parent].firstChild = Int32(node)
    }

    /// Depth and potential of a node and everything under it, from its parent down.
    func settle(_ top: Int) {
        var node = top
        while true {
            if node != root { settleOne(node) }
            if nodes[node].firstChild >= 0 {
                node = Int(nodes[node].firstChild)
                continue
            }
            while node != top, nodes[node].next < 0 { node = Int(nodes[node].parent) }
            if node == top { return }
            node = Int(nodes[node].next)
        }
    }

    private func settleOne(_ node: Int) {
        let parent = nodes[Int(nodes[node].parent)]
        let arc = arcs[Int(nodes[node].arc)]
        nodes[node].depth = parent.depth + 1
        nodes[node].potential =
            Int(arc.tail) == node ? parent.potential - arc.cost : parent.potential + arc.cost
    }
}
