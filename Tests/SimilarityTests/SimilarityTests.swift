import Prevention
import Similarity
import Testing

@Suite("Ähnliche Gemeinden")
struct SimilarityTests {
    /// A random table with every kind of variable and one value in six missing.
    static func random(_ random: inout SeededGenerator, rows: Int? = nil) -> (
        variables: [SimilarityVariable], rows: [[Double?]]
    ) {
        let variables = (0..<random.number(in: 1...6)).map { place in
            SimilarityVariable(
                "v\(place)", random.pick(SimilarityVariable.Kind.allCases, or: .number),
                weight: Double(random.number(in: place == 0 ? 1...4 : 0...4)) / 2)
        }
        let rows = (0..<(rows ?? random.number(in: 2...12))).map { _ in
            variables.map { variable -> Double? in
                random.number(in: 0...5) == 0
                    ? nil : Double(random.number(in: variable.kind == .category ? 1...3 : 1...1_000))
            }
        }
        return (variables, rows)
    }

    @Test("1,000 random tables: the same both ways, 0 to itself, never above 1, and the nearest are the nearest")
    func properties() throws {
        var random = SeededGenerator(seed: 51)
        for _ in 0..<1_000 {
            let (variables, rows) = Self.random(&random)
            let table = try SimilarityTable(variables, rows: rows)
            for first in rows.indices {
                if let itself = table.distance(first, first) { #expect(itself == 0) }
                let all = rows.indices.filter { $0 != first }.compactMap { second -> (Double, Int)? in
                    #expect(table.distance(first, second) == table.distance(second, first))
                    return table.distance(first, second).map { ($0, second) }
                }
                #expect(all.allSatisfy { (0...1 + 1e-12).contains($0.0) })
                let nearest = try table.nearest(to: first, most: 3)
                #expect(nearest.map(\.row) == all.sorted { $0 < $1 }.prefix(3).map(\.1))
                for neighbour in nearest {
                    #expect(abs(neighbour.distance - (table.distance(first, neighbour.row) ?? 2)) < 1e-12)
                    #expect(neighbour.known >= 0.5 && neighbour.differences.count <= 3)
                    #expect(neighbour.differences.map(\.share).reduce(0, +) <= 1 + 1e-12)
                }
            }
        }
    }

    @Test("other units change nothing, and a variable without weight is as good as left out")
    func invariance() throws {
        var random = SeededGenerator(seed: 52)
        for _ in 0..<1_000 {
            let (variables, rows) = Self.random(&random)
            let table = try SimilarityTable(variables, rows: rows)
            let other = try SimilarityTable(
                variables,
                rows: rows.map { row in
                    zip(row, variables).map { value, variable in
                        switch variable.kind {
                        case .number: value.map { $0 * -0.3 + 17 }
                        case .size: value.map { $0 * 12 }
                        case .category: value.map { $0 + 40 }
                        }
                    }
                })
            let dropped = random.number(in: 0...(variables.count - 1))
            let zero = variables.enumerated().map { place, variable in
                place == dropped ? SimilarityVariable(variable.key, variable.kind, weight: 0) : variable
            }
            let fewer = variables.enumerated().filter { $0.offset != dropped }.map(\.element)
            let without = try? SimilarityTable(
                fewer, rows: rows.map { row in row.enumerated().filter { $0.offset != dropped }.map(\.element) })
            let weightless = try? SimilarityTable(zero, rows: rows)
            #expect((without == nil) == (weightless == nil))
            for second in rows.indices.dropFirst() {
                #expect(Self.agrees(table.distance(0, second), other.distance(0, second)))
                #expect(weightless?.distance(0, second) == without?.distance(0, second))
            }
        }
    }

    static func agrees(_ left: Double?, _ right: Double?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return abs(left - right) < 1e-12
    }

    @Test("an example by hand: distances, the variables that differ most, what is missing, the word")
    func example() throws {
        let variables = SimilarityVariable.equalPerBlock([
            [("people", .size)], [("share", .number), ("rate", .number)], [("office", .category)],
        ])
        #expect(variables.map(\.weight) == [1, 0.5, 0.5, 1])
        let table = try SimilarityTable(
            variables,
            rows: [
                [1_000, 10, nil, 1], [10_000, 15, 3, 1], [1_000, 20, 4, 2], [100_000, 10, 5, 1],
                [nil, nil, nil, 1],
            ])
        let nearest = try table.nearest(to: 0)
        // People: half of the range; share: half; office the same; rate unknown: (0.5 + 0.5 · 0.5) / 2.5.
        #expect(nearest.map(\.row) == [1, 3, 2])
        #expect(abs(nearest[0].distance - 0.3) < 1e-12 && nearest[0].closeness == .different)
        #expect(nearest[0].differences.map(\.variable) == [0, 1] && nearest[0].missing == [2])
        #expect(abs(nearest[0].differences[0].share - 2.0 / 3) < 1e-12)
        #expect(abs(nearest[0].known - 2.5 / 3) < 1e-12)
        #expect(table.distance(0, 4) == nil)
        #expect(nearest[2].differences.map(\.variable) == [3, 1])
    }

    @Test("tables that do not fit together are refused with the place")
    func problems() {
        #expect(throws: SimilarityProblem.weight(variable: 1)) {
            _ = try SimilarityTable([SimilarityVariable("a"), SimilarityVariable("b", weight: -1)], rows: [])
        }
        #expect(throws: SimilarityProblem.noWeight) {
            _ = try SimilarityTable([SimilarityVariable("a", weight: 0)], rows: [])
        }
        #expect(throws: SimilarityProblem.length(row: 1, found: 2, expected: 1)) {
            _ = try SimilarityTable([SimilarityVariable("a")], rows: [[1], [1, 2]])
        }
        #expect(throws: SimilarityProblem.noSuchRow(0)) {
            _ = try SimilarityTable([SimilarityVariable("a")], rows: []).nearest(to: 0)
        }
    }

    @Test("a value that is not finite, and a size of 0, count as missing; a constant variable sets nobody apart")
    func missing() throws {
        let table = try SimilarityTable(
            [SimilarityVariable("a", .size), SimilarityVariable("b")],
            rows: [[0, 5], [10, 5], [.infinity, 5], [.nan, nil]])
        #expect(table.distance(0, 1) == 0 && table.distance(0, 2) == 0 && table.distance(0, 3) == nil)
        #expect(try table.nearest(to: 0).allSatisfy { $0.missing == [0] && $0.differences.isEmpty })
        let wide = try SimilarityTable(
            [SimilarityVariable("a")], rows: [[-Double.greatestFiniteMagnitude], [0], [.greatestFiniteMagnitude]])
        #expect(wide.distance(0, 2) == 1 && wide.distance(0, 1) == 0.5)
    }
}
