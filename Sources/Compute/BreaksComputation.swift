import Statistics

/// `compute breaks`: class breaks of values.
package enum BreaksComputation: Computation {
    package static let name = "breaks"
    package static let summary = "Klassengrenzen: natürlich (exakt), gleich besetzt, gleich breit oder eigene."
    package static let table: TableShape? = .columns([TableColumn("value", key: "values", .number)])
    package static let options = [
        ComputeOption(
            "method", .text, "natural (kleinste Fehlerquadrate), quantile (gleich besetzt) oder equal (gleich breit)"),
        ComputeOption("classes", .number, "Zahl der Klassen, sonst 5"),
    ]
    /// More classes than anybody can tell apart, and few enough that memory stays small.
    private static let mostClasses = 1_000

    package struct Input: Decodable {
        let values: [Double?]
        let classes: Int?
        let method: String?
        /// Own upper bounds, instead of method and classes.
        let upperBounds: [Double]?
    }

    package struct Output: Encodable {
        let upperBounds: [Double]
        let counts: [Int]
        let sse: Double
        let adcm: Double
        let gvf: Double
    }

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        let values = input.values.compactMap(\.self)
        let classes = input.classes ?? 5
        let method = ClassBreaks.Method(rawValue: input.method ?? ClassBreaks.Method.natural.rawValue)
        var problems: [String] = []
        if values.isEmpty { problems.append("values: Es ist kein Wert vorhanden.") }
        if method == nil { problems.append("method: Möglich sind natural, quantile und equal.") }
        if !(1...mostClasses).contains(classes) {
            problems.append("classes: Möglich sind 1 bis \(mostClasses) Klassen.")
        }
        if let bounds = input.upperBounds,
            bounds.isEmpty || zip(bounds, bounds.dropFirst()).contains(where: { $0 >= $1 })
        {
            problems.append("upperBounds: Bitte mindestens eine Grenze, jede größer als die davor.")
        }
        guard problems.isEmpty, let method else { throw ComputeProblems(problems) }
        let found =
            input.upperBounds.map { ClassBreaks(values, upperBounds: $0) }
            ?? ClassBreaks(values, classes: classes, method: method)
        guard let found else { throw ComputeProblems(["values: Aus diesen Werten lassen sich keine Klassen bilden."]) }
        return Output(
            upperBounds: found.upperBounds, counts: found.counts, sse: found.squaredError,
            adcm: found.absoluteDeviation, gvf: found.goodness)
    }
}
