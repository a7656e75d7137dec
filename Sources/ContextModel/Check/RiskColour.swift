/// Risiko: a colour from a matrix, because a number would pretend to know more.
package enum RiskColour: String, CaseIterable, Sendable, Comparable, Codable {
    case green, yellow, orange, red

    /// The matrix: what is not known counts as not met until it is clarified.
    package init(_ weight: Requirement.Weight, _ fulfilment: Fulfilment) {
        self =
            switch (weight, fulfilment) {
            case (_, .met), (.helpful, .partly): .green
            case (.helpful, .notMet), (.helpful, .unknown), (.important, .partly): .yellow
            case (.important, .notMet), (.important, .unknown), (.constitutive, .partly): .orange
            case (.constitutive, .notMet), (.constitutive, .unknown): .red
            }
    }

    package static func < (left: Self, right: Self) -> Bool { left.place < right.place }

    private var place: Int {
        switch self {
        case .green: 0
        case .yellow: 1
        case .orange: 2
        case .red: 3
        }
    }
}
