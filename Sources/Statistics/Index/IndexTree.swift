/// Aufbau als Baum: nodes by number, indicators first, then groups; checked once, then only walked.
struct IndexTree: Sendable {
    let names: [String]
    let weights: [Double]
    /// The children of each node, in the order of the design; none for indicators.
    let children: [[Int]]
    let parents: [Int?]
    /// The groups, children before parents.
    let order: [Int]
    let root: Int
    let indicatorCount: Int

    init(_ design: IndexDesign) throws(IndexFaults) {
        var faults = design.ruleFaults
        let ids = design.components.map(\.id) + design.groups.map(\.id)
        var numbers: [String: Int] = [:]
        for (number, id) in ids.enumerated() where numbers.updateValue(number, forKey: id) != nil {
            faults.append(.idTwice(id))
        }
        let parentNames = design.components.map { Optional($0.parent) } + design.groups.map(\.parent)
        var parents = [Int?](repeating: nil, count: ids.count)
        var children = [[Int]](repeating: [], count: ids.count)
        for (number, name) in parentNames.enumerated() {
            guard let name else { continue }
            if let parent = numbers[name], parent >= design.components.count {
                parents[number] = parent
                children[parent].append(number)
            } else {
                faults.append(.unknownParent(of: ids[number], parent: name))
            }
        }
        let wholes = design.groups.filter { $0.parent == nil }.map(\.id)
        if wholes.count != 1 { faults.append(.wholes(wholes)) }
        guard faults.isEmpty, let root = numbers[wholes[0]] else { throw IndexFaults(faults: faults) }
        names = ids
        weights = design.components.map(\.weight) + design.groups.map(\.weight)
        (self.children, self.parents, self.root) = (children, parents, root)
        indicatorCount = design.components.count
        order = Self.childrenFirst(from: root, children, indicatorCount)
        faults = shapeFaults()
        if !faults.isEmpty { throw IndexFaults(faults: faults) }
    }

    private static func childrenFirst(from root: Int, _ children: [[Int]], _ leaves: Int) -> [Int] {
        var order: [Int] = []
        var waiting = [root]
        while let node = waiting.popLast() {
            order.append(node)
            waiting += children[node].filter { $0 >= leaves }
        }
        return order.reversed()
    }

    private func shapeFaults() -> [IndexFault] {
        let reached = Set(order)
        var faults: [IndexFault] = []
        for group in indicatorCount..<names.count {
            if !reached.contains(group) {
                faults.append(.circle(names[group]))
            } else if children[group].isEmpty {
                faults.append(.emptyGroup(names[group]))
            } else if children[group].allSatisfy({ weights[$0] == 0 }) {
                faults.append(.noWeight(group: names[group]))
            }
        }
        return faults
    }

    /// Share of each node in the whole if nothing is missing: the product of the shares on its way up.
    func effectiveWeights(_ weights: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: names.count)
        result[root] = 1
        for group in order.reversed() {
            let total = children[group].map { weights[$0] }.compensatedSum()
            for child in children[group] where total > 0 { result[child] = result[group] * weights[child] / total }
        }
        return result
    }
}

extension IndexDesign {
    fileprivate var ruleFaults: [IndexFault] {
        var faults: [IndexFault] = []
        if components.isEmpty { faults.append(.noIndicators) }
        let weights = components.map { ($0.id, $0.weight) } + groups.map { ($0.id, $0.weight) }
        faults += weights.filter { !($0.1 >= 0 && $0.1.isFinite) }.map { .weight(of: $0.0) }
        if !(bounds.lowerBound < bounds.upperBound) { faults.append(.bounds) }
        if !(0...1).contains(minimumShare) || !(0...1).contains(minimumAvailability) { faults.append(.share) }
        if let outliers, outliers.maximum < 0 || !(outliers.skew >= 0) || outliers.kurtosis.isNaN {
            faults.append(.outlierRule)
        }
        return faults
    }

    /// Wirksame Gewichte: the share of each indicator and group in the whole if nothing is missing, by id.
    ///
    /// - Throws: `IndexFaults` for a design that is no tree.
    package func effectiveWeights() throws(IndexFaults) -> [String: Double] {
        let tree = try IndexTree(self)
        return Dictionary(uniqueKeysWithValues: zip(tree.names, tree.effectiveWeights(tree.weights)))
    }
}
