import CClp

/// Lineares Programm: the smallest or largest value of a weighted sum over what equations and bounds allow.
///
/// One instance keeps its last basis, so that asking again with another goal or other bounds starts warm.
/// Solved by COIN-OR Clp. Not shared between tasks.
package final class LinearProgram {
    /// One row: lower ≤ Σ weight · column ≤ upper.
    package struct Row {
        package var terms: [(column: Int, weight: Double)]
        package var bounds: ClosedRange<Double>

        package init(_ terms: [(column: Int, weight: Double)], _ bounds: ClosedRange<Double>) {
            self.terms = terms
            self.bounds = bounds
        }
    }

    package enum Outcome: Equatable {
        case optimal(Double)
        /// No limit to the goal.
        case unbounded
        /// Nothing fulfils all rows and bounds.
        case infeasible
        /// The solver gave up; never to be read as "safe".
        case failed
    }

    private let model: UnsafeMutableRawPointer?
    /// Number of columns.
    package let columns: Int
    /// How often the solver was asked.
    package private(set) var solves = 0

    /// - Parameter columns: bounds of each column; infinite where there is none. The goal is 0 at first.
    package init(columns: [ClosedRange<Double>], rows: [Row]) {
        self.columns = columns.count
        model = Clp_newModel()
        Clp_setLogLevel(model, 0)
        Clp_scaling(model, 0)
        let starts = [Int32](repeating: 0, count: columns.count + 1)
        Clp_loadProblem(
            model, Int32(columns.count), 0, starts, [0], [0], columns.map { Self.finite($0.lowerBound) },
            columns.map { Self.finite($0.upperBound) }, [Double](repeating: 0, count: columns.count), nil, nil)
        add(rows)
    }

    deinit { Clp_deleteModel(model) }

    /// Further rows; the basis is kept.
    package func add(_ rows: [Row]) {
        guard !rows.isEmpty else { return }
        var starts: [Int32] = [0]
        var indices: [Int32] = []
        var weights: [Double] = []
        for row in rows {
            for term in row.terms {
                indices.append(Int32(term.column))
                weights.append(term.weight)
            }
            starts.append(Int32(indices.count))
        }
        Clp_addRows(
            model, Int32(rows.count), rows.map { Self.finite($0.bounds.lowerBound) },
            rows.map { Self.finite($0.bounds.upperBound) }, starts, indices, weights)
    }

    /// Weight of a column in the goal.
    package func setGoal(_ column: Int, _ weight: Double) { Clp_objective(model)?[column] = weight }

    package func setBounds(_ column: Int, _ bounds: ClosedRange<Double>) {
        Clp_columnLower(model)?[column] = Self.finite(bounds.lowerBound)
        Clp_columnUpper(model)?[column] = Self.finite(bounds.upperBound)
    }

    package func minimise() -> Outcome { solve(1) }

    package func maximise() -> Outcome { solve(-1) }

    /// The same as `minimise`; quicker where bounds changed more than the goal.
    package func minimiseAfterBounds() -> Outcome { solve(1, dual: true) }

    private func solve(_ direction: Double, dual: Bool = false) -> Outcome {
        solves += 1
        Clp_setOptimizationDirection(model, direction)
        var status = dual ? Clp_dual(model, 0) : Clp_primal(model, 0)
        if status > 2 { status = dual ? Clp_primal(model, 0) : Clp_dual(model, 0) }
        return switch status {
        case 0: .optimal(Clp_objectiveValue(model))
        case 1: .infeasible
        case 2: .unbounded
        default: .failed
        }
    }

    /// The columns of the last solution.
    package var solution: [Double] {
        guard let values = Clp_primalColumnSolution(model) else { return [] }
        return Array(UnsafeBufferPointer(start: values, count: columns))
    }

    /// What one more unit of a row's bound would change in the goal.
    package var rowPrices: [Double] {
        guard let values = Clp_dualRowSolution(model) else { return [] }
        return Array(UnsafeBufferPointer(start: values, count: Int(Clp_numberRows(model))))
    }

    /// What one more unit of a column would change in the goal.
    package var columnPrices: [Double] {
        guard let values = Clp_dualColumnSolution(model) else { return [] }
        return Array(UnsafeBufferPointer(start: values, count: columns))
    }

    /// Clp takes the largest double for "no bound".
    private static func finite(_ bound: Double) -> Double {
        bound.isInfinite ? (bound > 0 ? Double.greatestFiniteMagnitude : -Double.greatestFiniteMagnitude) : bound
    }
}
