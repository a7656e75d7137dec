/// Schritt eines Transfers.
package enum TransferStep: Hashable, Sendable {
    case accept(TransferSide)
    case decline(TransferSide, DeclineReason)
    /// The days to answer are over.
    case lapse
    case agree
    case checkContext
    /// The receiver confirms a part; that books its points.
    case confirm(TransferPart)
    /// A part that is not needed, or was not agreed, is passed over without points.
    case waive(TransferPart)
    case introduce, evaluate, anchor
    case clearToPassOn
    case suspend, resume
    case stop(StopReason)

    /// Every step there is.
    package static let all: [TransferStep] =
        TransferSide.allCases.map { .accept($0) }
        + TransferSide.allCases.flatMap { side in DeclineReason.allCases.map { .decline(side, $0) } }
        + [.lapse, .agree, .checkContext]
        + TransferPart.allCases.map { .confirm($0) } + TransferPart.allCases.map { .waive($0) }
        + [.introduce, .evaluate, .anchor, .clearToPassOn, .suspend, .resume]
        + StopReason.allCases.map { .stop($0) }
}

extension TransferStep {
    /// Whether a side can say so: that nobody answered or that a partner left, the exchange and its steering body find.
    ///
    /// Such ends are no declines, so a side that claimed one would hide its own.
    package var canBeClaimed: Bool {
        switch self {
        case .decline(_, .noAnswer), .decline(_, .partnerLeft), .stop(.partnerLeft): false
        default: true
        }
    }
}

extension TransferStep: RawRepresentable {
    /// The stored form: "agree", "accept:giver", "decline:receiver:no_time", "confirm:coaching", "stop:no_staff" …
    package var rawValue: String {
        switch self {
        case .accept(let side): "accept:\(side.rawValue)"
        case .decline(let side, let reason): "decline:\(side.rawValue):\(reason.rawValue)"
        case .lapse: "lapse"
        case .agree: "agree"
        case .checkContext: "check_context"
        case .confirm(let part): "confirm:\(part.rawValue)"
        case .waive(let part): "waive:\(part.rawValue)"
        case .introduce: "introduce"
        case .evaluate: "evaluate"
        case .anchor: "anchor"
        case .clearToPassOn: "clear_to_pass_on"
        case .suspend: "suspend"
        case .resume: "resume"
        case .stop(let reason): "stop:\(reason.rawValue)"
        }
    }

    package init?(rawValue: String) {
        guard let step = Self.byText[rawValue] else { return nil }
        self = step
    }

    private static let byText = Dictionary(uniqueKeysWithValues: all.map { ($0.rawValue, $0) })
}

/// Rolle bei einem Schritt: as what somebody acts in one transfer.
package enum TransferRole: String, CaseIterable, Sendable {
    case giver, receiver
    /// The steering body that runs the exchange.
    case board
    /// A participant that is neither giver nor receiver: evaluates what others have done.
    case third

    package func may(_ step: TransferStep) -> Bool {
        switch step {
        case .accept(let side), .decline(let side, _): rawValue == side.rawValue
        case .lapse, .agree, .checkContext, .anchor, .clearToPassOn: self == .board
        case .confirm, .waive, .introduce: self == .receiver
        case .evaluate: self == .third
        case .suspend, .resume, .stop: self != .third
        }
    }
}
