package import Prevention
import Workflow

/// Nachschau nach RE-AIM: five questions some months after the start.
///
/// - Source: Glasgow, Vogt, Boles: RE-AIM, American Journal of Public Health 89 (1999).
package struct ReAimCheck: Hashable, Sendable, Codable {
    /// The five questions.
    package enum Dimension: String, CaseIterable, Sendable, Codable {
        case reach, effectiveness, adoption, implementation, maintenance
    }

    /// The answer to one question.
    package struct Finding: Hashable, Sendable, Codable {
        package let dimension: Dimension
        package let text: String
        /// What was counted, of how many; `nil` where nothing can be counted.
        package let count: Int?
        package let of: Int?

        package init(_ dimension: Dimension, text: String, count: Int? = nil, of: Int? = nil) {
            self.dimension = dimension
            self.text = text
            self.count = count
            self.of = of
        }
    }

    /// Months after the start.
    package let months: Int
    package let due: Day
    package var findings: [Finding] = []

    package init(months: Int, start: Day) {
        self.months = months
        due = start.adding(months: months)
    }

    /// The questions that have no answer yet.
    package var open: [Dimension] {
        Dimension.allCases.filter { dimension in !findings.contains { $0.dimension == dimension } }
    }

    /// When to look: after half a year, a year and two.
    package static let months = [6, 12, 24]
}
