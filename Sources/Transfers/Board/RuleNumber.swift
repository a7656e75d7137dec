/// Zahl der Spielregeln: each with its name, so that forms, messages and comparisons need no list of their own.
package enum RuleNumber: String, CaseIterable, Sendable {
    case presentation, factors, coaching, creditTransfers, highestTransfers, creditMonths, fundTransfers, fundBudget
    case answerDays, evaluationMonths, declineMonths, samePracticeMonths, loadCost, creditCost
    case base, duty, urgency, waiting, waitingRounds, fit, evidence, multiplier, similarity, travel, mutualInterest

    /// What makes sense.
    package var bounds: ClosedRange<Int> {
        switch self {
        case .presentation, .factors, .coaching: 1...100
        case .creditTransfers, .fundTransfers: 0...20
        case .highestTransfers, .creditCost: 0...1_000
        case .creditMonths: 6...120
        case .fundBudget: 0...1_000_000
        case .answerDays: 1...90
        case .evaluationMonths: 1...24
        case .declineMonths: 0...60
        case .samePracticeMonths: 0...120
        case .loadCost: 0...10_000
        case .base, .duty, .urgency, .waiting, .waitingRounds, .fit, .evidence, .multiplier, .similarity, .travel,
            .mutualInterest:
            0...PairWeights.highestTerm
        }
    }

    /// Whether it is one of the weights of a pair.
    package var isWeight: Bool {
        switch self {
        case .base, .duty, .urgency, .waiting, .waitingRounds, .fit, .evidence, .multiplier, .similarity, .travel,
            .mutualInterest:
            true
        default: false
        }
    }

    fileprivate var place: WritableKeyPath<ExchangeRules, Int> {
        switch self {
        case .presentation: \.points.presentation
        case .factors: \.points.factors
        case .coaching: \.points.coaching
        case .creditTransfers: \.creditTransfers
        case .highestTransfers: \.highestOrNone
        case .creditMonths: \.creditMonths
        case .fundTransfers: \.fundTransfers
        case .fundBudget: \.fundBudget
        case .answerDays: \.answerDays
        case .evaluationMonths: \.evaluationMonths
        case .declineMonths: \.declineMonths
        case .samePracticeMonths: \.samePracticeMonths
        case .loadCost: \.loadCost
        case .creditCost: \.creditCost
        case .base: \.weights.base
        case .duty: \.weights.duty
        case .urgency: \.weights.urgency
        case .waiting: \.weights.waiting
        case .waitingRounds: \.weights.waitingRounds
        case .fit: \.weights.fit
        case .evidence: \.weights.evidence
        case .multiplier: \.weights.multiplier
        case .similarity: \.weights.similarity
        case .travel: \.weights.travel
        case .mutualInterest: \.weights.mutualInterest
        }
    }
}

/// Änderung einer Regel: a number that differs between two versions.
package struct RuleChange: Hashable, Sendable {
    package let number: RuleNumber
    package let old: Int
    package let new: Int
}

extension ExchangeRules {
    /// A number by its name; the highest balance is 0 where there is none.
    package subscript(number: RuleNumber) -> Int {
        get { self[keyPath: number.place] }
        set { self[keyPath: number.place] = newValue }
    }

    /// What differs in `next`, in the order of `RuleNumber`.
    package func changes(to next: ExchangeRules) -> [RuleChange] {
        RuleNumber.allCases.filter { self[$0] != next[$0] }.map {
            RuleChange(number: $0, old: self[$0], new: next[$0])
        }
    }

    fileprivate var highestOrNone: Int {
        get { highestTransfers ?? 0 }
        set { highestTransfers = newValue == 0 ? nil : newValue }
    }
}
