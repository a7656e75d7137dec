#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Merkmal: one variable by which municipalities are compared.
package struct SimilarityVariable: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// The difference counts in proportion to the range of all values.
        case number
        /// Like `number`, of the logarithm; for sizes such as inhabitants. Values up to 0 count as missing.
        case size
        /// The same or not; values are codes.
        case category
    }

    package let key: String
    package let kind: Kind
    /// 0 or more.
    package let weight: Double

    package init(_ key: String, _ kind: Kind = .number, weight: Double = 1) {
        self.key = key
        self.kind = kind
        self.weight = weight
    }

    /// Every block of variables weighs the same, however many variables it has; within a block all weigh the same.
    package static func equalPerBlock(_ blocks: [[(key: String, kind: Kind)]]) -> [SimilarityVariable] {
        blocks.flatMap { block in
            block.map { SimilarityVariable($0.key, $0.kind, weight: 1 / Double(block.count)) }
        }
    }
}

/// Vergleichstabelle: municipalities and what is known of them, ready for distances.
package struct SimilarityTable: Sendable {
    package let variables: [SimilarityVariable]
    /// How many rows there are.
    package let count: Int
    /// By variable: values scaled so that the range is 1; 0 where missing.
    let values: [[Double]]
    /// By variable: the weight where the value is known, else 0.
    let weights: [[Double]]

    /// - Parameter rows: for each municipality a value for each variable; `nil` and what is not finite is missing.
    /// - Throws: `SimilarityProblem` where rows and variables do not fit together.
    package init(_ variables: [SimilarityVariable], rows: [[Double?]]) throws(SimilarityProblem) {
        for (place, variable) in variables.enumerated() where !(variable.weight >= 0 && variable.weight.isFinite) {
            throw .weight(variable: place)
        }
        guard variables.contains(where: { $0.weight > 0 }) else { throw .noWeight }
        for (place, row) in rows.enumerated() where row.count != variables.count {
            throw .length(row: place, found: row.count, expected: variables.count)
        }
        self.variables = variables
        count = rows.count
        var values: [[Double]] = []
        var weights: [[Double]] = []
        for (place, variable) in variables.enumerated() {
            let column = rows.map { Self.usable($0[place], variable.kind) }
            values.append(Self.scaled(column, variable.kind))
            weights.append(column.map { $0 == nil ? 0 : variable.weight })
        }
        self.values = values
        self.weights = weights
    }

    static func usable(_ value: Double?, _ kind: SimilarityVariable.Kind) -> Double? {
        guard let value, value.isFinite else { return nil }
        guard kind == .size else { return value }
        return value > 0 ? log(value) : nil
    }

    private static func scaled(_ column: [Double?], _ kind: SimilarityVariable.Kind) -> [Double] {
        let known = column.compactMap { $0 }
        guard kind != .category, let low = known.min(), let high = known.max(), high > low else {
            return column.map { kind == .category ? $0 ?? 0 : 0 }
        }
        // Halved first, so that a range wider than the largest number stays finite.
        let range = high / 2 - low / 2
        return column.map { $0.map { ($0 / 2 - low / 2) / range } ?? 0 }
    }
}

/// Was an einer Vergleichstabelle nicht stimmt.
package enum SimilarityProblem: Error, Hashable, Sendable {
    /// Negative or not finite.
    case weight(variable: Int)
    case noWeight
    case length(row: Int, found: Int, expected: Int)
    case noSuchRow(Int)
}
