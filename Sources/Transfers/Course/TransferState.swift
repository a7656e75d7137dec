/// Stufe eines Transfers: what has been done, from the yes of both sides to leave to pass it on.
package enum TransferStage: String, CaseIterable, Sendable, Comparable {
    case accepted, agreed
    case contextChecked = "context_checked"
    case presented
    /// Success factors and stumbling blocks.
    case workedThrough = "worked_through"
    case coached, introduced, evaluated, anchored
    case clearedToPassOn = "cleared_to_pass_on"

    package static func < (left: Self, right: Self) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Seite: the two between whom know-how passes.
package enum TransferSide: String, CaseIterable, Sendable {
    case giver, receiver

    package var other: TransferSide { self == .giver ? .receiver : .giver }
}

/// Grund einer Absage; the first one costs nothing, a pattern is shown to the steering body.
package enum DeclineReason: String, CaseIterable, Sendable {
    case noTime = "no_time"
    case noStaff = "no_staff"
    case notOurNeed = "not_our_need"
    case contextTooDifferent = "context_too_different"
    case otherPartnerFound = "other_partner_found"
    case notReady = "not_ready"
    /// Fourteen days passed without an answer.
    case noAnswer = "no_answer"
    case partnerLeft = "partner_left"
}

/// Grund eines Abbruchs.
package enum StopReason: String, CaseIterable, Sendable {
    /// All agreed parts are done; nothing was to be introduced.
    case asAgreed = "as_agreed"
    case contextRisk = "context_risk"
    case noStaff = "no_staff"
    case noMoney = "no_money"
    case doesNotWorkHere = "does_not_work_here"
    case partnerLeft = "partner_left"
}

/// Stand eines Transfers.
package enum TransferState: Hashable, Sendable, CustomStringConvertible {
    /// Proposed; one side may have said yes already.
    case proposed(acceptedBy: TransferSide?)
    case running(TransferStage)
    case suspended(at: TransferStage)
    case stopped(at: TransferStage, StopReason)
    case declined(by: TransferSide?, DeclineReason)

    /// The stored form: "proposed", "proposed:giver", "running:agreed", "stopped:presented:no_staff" …
    package var description: String {
        switch self {
        case .proposed(nil): "proposed"
        case .proposed(let side?): "proposed:\(side.rawValue)"
        case .running(let stage): "running:\(stage.rawValue)"
        case .suspended(let stage): "suspended:\(stage.rawValue)"
        case .stopped(let stage, let reason): "stopped:\(stage.rawValue):\(reason.rawValue)"
        case .declined(let side, let reason): "declined:\(side?.rawValue ?? "nobody"):\(reason.rawValue)"
        }
    }

    /// Whether no step leads on.
    package var isOver: Bool {
        switch self {
        case .stopped, .declined, .running(.clearedToPassOn): true
        case .proposed, .running, .suspended: false
        }
    }

    /// The stage it stands at or stood at when it was stopped; `nil` before both sides have said yes.
    package var stage: TransferStage? {
        switch self {
        case .running(let stage), .suspended(let stage), .stopped(let stage, _): stage
        case .proposed, .declined: nil
        }
    }
}
