package import Prevention
import Workflow

/// Wertschätzende Erkundung: what was said in the talk, and whether the need has moved.
package struct AppreciativeInquiry: Hashable, Sendable, Codable {
    /// What a statement is about.
    package enum Code: String, CaseIterable, Sendable, Codable {
        case coreElement = "core_element"
        case need
    }

    /// One answer, with what the moderator takes it for; `nil`: not coded yet.
    package struct Statement: Hashable, Sendable, Codable {
        package let question: InquiryGuide.Question
        /// A role, never only a name.
        package let speaker: String
        package let text: String
        package var code: Code?

        package init(_ question: InquiryGuide.Question, speaker: String, text: String, code: Code? = nil) {
            self.question = question
            self.speaker = speaker
            self.text = text
            self.code = code
        }
    }

    package let position: InquiryGuide.Position
    package let day: Day
    package var statements: [Statement] = []
    package var needBefore: String
    /// `nil` until the talk has come to it.
    package var needAfter: String?

    package init(_ position: InquiryGuide.Position, day: Day, needBefore: String) {
        self.position = position
        self.day = day
        self.needBefore = needBefore
    }

    /// Whether the need after the talk is another than before; `nil` while it is open.
    package var hasShifted: Bool? { needAfter.map { Self.plain($0) != Self.plain(needBefore) } }

    /// The questions of the guide that nobody has answered.
    package var open: [InquiryGuide.Question] {
        InquiryGuide(position).questions.filter { question in !statements.contains { $0.question == question } }
    }

    package var coreElements: [String] { statements.filter { $0.code == .coreElement }.map(\.text) }

    private static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
