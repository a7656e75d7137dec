import ContextModel
package import Foundation
import Prevention
import Storage

/// Beispieldatei: requirements, profiles, checks and experiences in the short names of the catalogue.
package struct ContextExample: Decodable, Sendable {
    struct Need: Decodable, Sendable {
        let condition: String
        let weight: Int
        let why: String
        let basis: Requirement.Basis
        let assumed: Bool
        let threshold: Double?
        let substitutes: [String]?
    }

    struct PracticeNeeds: Decodable, Sendable {
        let slug, title, reason: String
        let requirements: [Need]
    }

    struct Found: Decodable, Sendable {
        let condition: String
        let by: [Fulfilment]
        let evidence: [String]
        let assumed: Bool
    }

    struct Fix: Decodable, Sendable {
        let condition: String
        let kinds: [Compensation.Kind]
        let measure, owner: String
        let due: Day?
        let residual: RiskColour
        let assumed: Bool
        let core, comment: String?
    }

    struct Decided: Decodable, Sendable {
        let choice, reason: String
        let day: Day
    }

    struct Planned: Decodable, Sendable {
        struct Meeting: Decodable, Sendable {
            let day: Day
            let topic: String
        }

        let start: Day
        let exit: String
        let sessions: [Meeting]
    }

    struct Looked: Decodable, Sendable {
        let months: Int
        let dimension: ReAimCheck.Dimension
        let text: String
        let count, of: Int?
        let day: Day
    }

    struct Talk: Decodable, Sendable {
        struct Said: Decodable, Sendable {
            let question: InquiryGuide.Question
            let speaker, text: String
            let code: AppreciativeInquiry.Code?
        }

        let position: InquiryGuide.Position
        let day: Day
        let needBefore: String
        let needAfter: String?
        let statements: [Said]
    }

    struct Outcome: Decodable, Sendable {
        let succeeded: Bool
        let day: Day
    }

    struct Check: Decodable, Sendable {
        let slug, giver, receiver, occasion: String
        let invented: Bool
        let started, rated: Day
        let raters: [String]
        let found: [Found]
        let compensations: [Fix]?
        let adaptations: [Adaptation]?
        let decision: Decided?
        let plan: Planned?
        let findings: [Looked]?
        let inquiry: Talk?
        let outcome: Outcome?
    }

    struct Answer: Decodable, Sendable {
        enum Value: Decodable, Sendable {
            case yesNo(Bool)
            case number(Double)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let answer = try? container.decode(Bool.self) {
                    self = .yesNo(answer)
                } else {
                    self = .number(try container.decode(Double.self))
                }
            }
        }

        let condition: String
        let value: Value
        let evidence: String
        let day: Day
    }

    struct Profile: Decodable, Sendable {
        let area: String
        let invented: Bool
        let answers: [Answer]
    }

    struct Experienced: Decodable, Sendable {
        let slug, origin: String
        let succeeded: Bool
        let day: Day
        let found: [String: Fulfilment]
    }

    let practices: [PracticeNeeds]
    let checks: [Check]
    let profiles: [Profile]?
    let experiences: [Experienced]?

    /// - Throws: `DecodingError` naming what is missing or wrong.
    package init(json: Data) throws { self = try JSONDecoder().decode(Self.self, from: json) }

    /// Addresses of the practices it speaks of.
    package var slugs: Set<String> { Set(practices.map(\.slug) + checks.map(\.slug)) }
}

/// A file of examples names a condition or an area that does not exist.
package struct ContextExampleError: Error, CustomStringConvertible {
    package let name: String

    package var description: String { "Das Beispiel zum Kontextmodell nennt „\(name)“, das es nicht gibt." }
}

extension ContextExample {
    static func condition(_ slug: String) throws -> Condition {
        guard let condition = ConditionCatalogue.condition(slug: slug) else { throw ContextExampleError(name: slug) }
        return condition
    }

    static func requirement(_ practice: String, _ condition: String) -> ID<Requirement> {
        ID(.context, name: "requirement/\(practice)/\(condition)")
    }

    static func check(_ check: Check) -> ID<CheckRecord> {
        ID(.context, name: "check/\(check.slug)/\(check.giver)/\(check.receiver)")
    }

    static func line(_ need: Need, _ practice: PracticeNeeds, _ reference: Reference) throws -> RequirementSet.Line {
        let condition = try condition(need.condition)
        let threshold: ConditionValue =
            switch condition.kind {
            case .yesNo: .yesNo(true)
            case .level: .level(need.threshold.flatMap { Int(exactly: $0) } ?? 2)
            case .quantity: .quantity(need.threshold ?? 1)
            }
        let requirement = Requirement(
            id: requirement(practice.slug, need.condition), practice: reference, condition: condition,
            threshold: threshold, weight: Requirement.Weight(rawValue: need.weight) ?? .important, why: need.why,
            basis: need.basis, substitutes: try (need.substitutes ?? []).map { try Self.condition($0).id })
        return RequirementSet.Line(requirement, isAssumed: need.assumed)
    }
}
