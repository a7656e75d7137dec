import ContextModel

/// `compute learn`: what successes among trials say about the share, and about the next trials.
package enum LearnComputation: Computation {
    package struct Input: Decodable {
        let successes: Int
        let trials: Int
        /// How many trials to look ahead.
        let next: Int?
    }

    package struct Output: Encodable {
        let mean: Double
        /// The middle 95 percent of the share.
        let lower: Double
        let upper: Double
        /// How probable 0, 1, 2 … successes are among the next trials.
        let probabilities: [Double]
        /// The fewest and most to expect, with at most 2.5 percent on either side.
        let fewest: Int
        let most: Int
    }

    package static let name = "learn"
    package static let summary =
        "Was so viele Erfolge bei so vielen Übernahmen über die nächsten sagen (Beta-Binomial)."
    package static let options = [
        ComputeOption("successes", .number, "Erfolge"), ComputeOption("trials", .number, "Versuche, 0 bis 1000"),
        ComputeOption("next", .number, "Wie viele Versuche vorausgeschaut wird, sonst 10"),
    ]

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        let next = input.next ?? 10
        guard let posterior = BetaPosterior(successes: input.successes, of: input.trials) else {
            throw ComputeProblems(["successes, trials: Bitte 0 bis 1000 Versuche und nicht mehr Erfolge als Versuche."])
        }
        guard (0...1_000).contains(next) else { throw ComputeProblems(["next: Möglich sind 0 bis 1000."]) }
        let (share, count) = (posterior.interval, posterior.predictedRange(of: next))
        return Output(
            mean: posterior.mean, lower: share.lowerBound, upper: share.upperBound,
            probabilities: posterior.predicted(of: next), fewest: count.lowerBound, most: count.upperBound)
    }
}
