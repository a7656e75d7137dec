import Statistics

/// `compute locate`: where to open sites, by least total way or by largest cover.
package enum LocateComputation: Computation {
    package struct Input: Decodable, Sendable {
        enum Model: String, Decodable, Sendable {
            case pMedian = "p-median"
            case maxCover = "max-cover"
        }

        let population: [Double]
        let cost: [[Double?]]
        let count: Int
        let model: Model
        let threshold: Double?
        /// Steps of the exact search before it gives up.
        let effort: Int?
    }

    package struct Output: Encodable, Sendable {
        /// From 0.
        let sites: [Int]
        let objective: Double
        let bound: Double
        let proven: Bool
        let serving: [Int?]
    }

    package static let name = "locate"
    package static let summary =
        "Standorte wählen: p-Median (kürzeste Wege) oder größte Abdeckung, mit Beweis oder Grenze."
    package static let options = [
        ComputeOption("count", .number, "Zahl der Standorte"), ComputeOption("model", .text, "p-median oder max-cover"),
        ComputeOption("threshold", .number, "Grenze von max-cover, eingeschlossen"),
    ]

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        let cost = bySite(input)
        let problems = problems(input, cost)
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        let effort = input.effort ?? 20_000_000
        let choice =
            switch input.model {
            case .pMedian:
                SiteChoice.pMedian(
                    population: input.population, cost: cost.map { $0.map { $0 ?? 0 } }, count: input.count,
                    effort: effort)
            case .maxCover:
                SiteChoice.maximumCover(
                    population: input.population, cost: cost, limit: input.threshold ?? 0, count: input.count,
                    effort: effort)
            }
        return Output(
            sites: choice.sites, objective: choice.objective, bound: choice.bound, proven: choice.isProven,
            serving: choice.serving)
    }

    /// Rows are sites; a table that fits only the other way round is turned.
    private static func bySite(_ input: Input) -> [[Double?]] {
        let count = input.population.count
        let width = input.cost.first?.count ?? 0
        guard input.cost.count == count, width != count, input.cost.allSatisfy({ $0.count == width }) else {
            return input.cost
        }
        return (0..<width).map { site in input.cost.map { $0[site] } }
    }

    private static func problems(_ input: Input, _ cost: [[Double?]]) -> [String] {
        var problems = CostTable.problems(
            cost, rows: cost.count, rowName: "cost", columns: input.population.count)
        problems += CostTable.negative("population", input.population)
        if !(1...max(1, cost.count)).contains(input.count) || cost.isEmpty {
            problems.append("count: bitte 1 bis \(max(1, cost.count)), so viele Standorte stehen in cost.")
        }
        if input.model == .maxCover && input.threshold == nil {
            problems.append("threshold: für max-cover bitte die Grenze angeben, bis zu der jemand erreicht ist.")
        }
        if input.model == .pMedian && cost.contains(where: { $0.contains { $0 == nil } }) {
            problems.append("cost: der p-Median braucht für jeden Weg eine Zahl, null geht nur bei max-cover.")
        }
        return problems
    }
}
