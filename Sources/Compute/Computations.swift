/// All computations, in the order in which the help lists them.
package enum Computations {
    package static let all: [any Computation.Type] = [
        RatesComputation.self,
        BreaksComputation.self,
        SmoothComputation.self,
        SuppressComputation.self,
        AuditComputation.self,
        IndexComputation.self,
        GapComputation.self,
        AccessComputation.self,
        LocateComputation.self,
        SimilarComputation.self,
        LearnComputation.self,
        ClearComputation.self,
        VerifyComputation.self,
        TimetableComputation.self,
        ForecastComputation.self,
    ]

    package static func named(_ name: String) -> (any Computation.Type)? { all.first { $0.name == name } }
}
