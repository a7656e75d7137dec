/// Words stored by their bytes, to find every known word that starts at a position.
struct ByteTrie: Sendable {
    private struct Node {
        let byte: UInt8
        var value: Int32 = -1
        var firstChild: Int32 = -1
        var sibling: Int32 = -1
        var isExact = false
    }

    private var nodes = [Node(byte: 0)]

    /// Stores a word; the first value given for it stays, unless an exact one comes later.
    mutating func insert(_ word: String, value: Int, isExact: Bool) {
        var node = 0
        for byte in word.utf8 { node = child(of: node, byte) ?? addChild(to: node, byte) }
        guard node != 0, nodes[node].value < 0 || (isExact && !nodes[node].isExact) else { return }
        nodes[node].value = Int32(clamping: value)
        nodes[node].isExact = isExact
    }

    /// Calls `found` with end and value of each stored word that begins at `start`.
    func walk(_ bytes: [UInt8], from start: Int, found: (_ end: Int, _ value: Int) -> Void) {
        var node = 0
        for index in start..<bytes.count {
            guard let next = child(of: node, bytes[index]) else { return }
            node = next
            if nodes[node].value >= 0 { found(index + 1, Int(nodes[node].value)) }
        }
    }

    private func child(of node: Int, _ byte: UInt8) -> Int? {
        var next = nodes[node].firstChild
        while next >= 0 {
            if nodes[Int(next)].byte == byte { return Int(next) }
            next = nodes[Int(next)].sibling
        }
        return nil
    }

    private mutating func addChild(to node: Int, _ byte: UInt8) -> Int {
        nodes.append(Node(byte: byte, sibling: nodes[node].firstChild))
        nodes[node].firstChild = Int32(nodes.count - 1)
        return nodes.count - 1
    }
}
