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

        let neighbours: [Found]
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
        let variables = try variables(input.variables)
        do {
            let table = try SimilarityTable(variables, rows: input.rows)
            return Output(neighbours: try table.nearest(to: input.of, most: most).map { found($0, variables) })
        } catch {
            throw ComputeProblems([sentence(error)])
        }
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
