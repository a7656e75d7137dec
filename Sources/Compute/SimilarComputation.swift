import Similarity

/// `compute similar`: the rows nearest to one row by weighted Gower distance.
package enum SimilarComputation: Computation {
    package struct Input: Decodable {
        struct Variable: Decodable {
            let key: String
            let kind: String?
            let weight: Double?
        }

        let variables: [Variable]
        let rows: [[Double?]]
        /// Whose neighbours are looked for, from 0.
        let of: Int
        let most: Int?
        /// By row; the weights are then fitted to predict it.
        let outcome: [Double?]?
    }

    package struct Output: Encodable {
        struct Found: Encodable {
            let row: Int
            let distance: Double
            let closeness: String
            let known: Double
            let differences: [Difference]
            let missing: [String]
        }

        struct Difference: Encodable {
            let variable: String
            let distance: Double
            let share: Double
        }

        struct Ridge: Encodable {
            let weights: [Double]
            let penalty: Double
            let explained: Double
            let rows: Int
        }

        let neighbours: [Found]
        /// Where an outcome was given and the variables predict it.
        let ridge: Ridge?
    }

    package static let name = "similar"
    package static let summary = "Ähnliche Gemeinden nach Gower-Abstand: die nächsten und worin sie sich unterscheiden."
    package static let options = [ComputeOption("most", .number, "Wie viele gesucht werden, sonst 10")]
    private static let mostNeighbours = 1_000

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        let most = input.most ?? 10
        guard (1...mostNeighbours).contains(most) else {
            throw ComputeProblems(["most: Möglich sind 1 bis \(mostNeighbours)."])
        }
        let given = try variables(input.variables)
        do {
            // Checks that rows and variables fit together before anything is fitted.
            let plain = try SimilarityTable(given, rows: input.rows)
            let ridge = try ridge(given, input)
            let variables = zip(given, ridge?.weights ?? given.map(\.weight)).map {
                SimilarityVariable($0.key, $0.kind, weight: $1)
            }
            let table = try ridge == nil ? plain : SimilarityTable(variables, rows: input.rows)
            return Output(
                neighbours: try table.nearest(to: input.of, most: most).map { found($0, variables) },
                ridge: ridge.map {
                    Output.Ridge(weights: $0.weights, penalty: $0.penalty, explained: $0.explained, rows: $0.rows)
                })
        } catch let error as SimilarityProblem {
            throw ComputeProblems([sentence(error)])
        } catch {
            throw error as? ComputeProblems ?? ComputeProblems([])
        }
    }

    private static func ridge(
        _ variables: [SimilarityVariable], _ input: Input
    ) throws(ComputeProblems) -> RidgeWeights? {
        guard let outcome = input.outcome else { return nil }
        guard outcome.count == input.rows.count else {
            throw ComputeProblems([
                "outcome: \(outcome.count) Werte, aber es gibt \(input.rows.count) Zeilen. Fehlende bitte als null."
            ])
        }
        return RidgeWeights(
            variables.enumerated().map { place, variable in (variable.kind, input.rows.map { $0[place] }) },
            outcome: outcome)
    }

    private static func variables(_ given: [Input.Variable]) throws(ComputeProblems) -> [SimilarityVariable] {
        var variables: [SimilarityVariable] = []
        var problems: [String] = []
        for (place, variable) in given.enumerated() {
            if let kind = SimilarityVariable.Kind(rawValue: variable.kind ?? "number") {
                variables.append(SimilarityVariable(variable.key, kind, weight: variable.weight ?? 1))
            } else {
                problems.append("variables[\(place)].kind: Möglich sind number, size und category.")
            }
        }
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        return variables
    }

    private static func found(_ neighbour: Neighbour, _ variables: [SimilarityVariable]) -> Output.Found {
        Output.Found(
            row: neighbour.row, distance: neighbour.distance, closeness: neighbour.closeness.rawValue,
            known: neighbour.known,
            differences: neighbour.differences.map {
                Output.Difference(variable: variables[$0.variable].key, distance: $0.distance, share: $0.share)
            }, missing: neighbour.missing.map { variables[$0].key })
    }

    private static func sentence(_ problem: SimilarityProblem) -> String {
        switch problem {
        case .weight(let place): "variables[\(place)].weight: Bitte eine Zahl ab 0."
        case .noWeight: "variables: Mindestens ein Merkmal braucht ein Gewicht über 0."
        case .length(let row, let found, let expected):
            "rows[\(row)]: \(found) Werte, aber es gibt \(expected) Merkmale. Fehlende Werte bitte als null angeben."
        case .noSuchRow(let row): "of: Zeile \(row) gibt es nicht."
        }
    }
}
