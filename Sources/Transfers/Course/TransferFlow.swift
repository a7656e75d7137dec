import Workflow

/// Ablauf eines Transfers: proposed, accepted by both, agreed, context checked, three parts, introduced, evaluated,
/// anchored, cleared to pass on; or declined, stopped, suspended.
package enum TransferFlow: Workflow {
    package static let first = TransferState.proposed(acceptedBy: nil)
    package static let steps = TransferStep.all

    package static func state(after step: TransferStep, in state: TransferState) -> TransferState? {
        switch state {
        case .proposed(let accepted): proposal(step, accepted)
        case .running(let stage): running(step, stage)
        case .suspended(let stage): suspended(step, stage)
        case .stopped, .declined: nil
        }
    }

    private static func proposal(_ step: TransferStep, _ accepted: TransferSide?) -> TransferState? {
        switch step {
        case .accept(let side) where accepted == nil: .proposed(acceptedBy: side)
        case .accept(let side) where accepted == side.other: .running(.accepted)
        case .decline(let side, let reason): .declined(by: side, reason)
        case .lapse: .declined(by: accepted.map(\.other), .noAnswer)
        default: nil
        }
    }

    private static func running(_ step: TransferStep, _ stage: TransferStage) -> TransferState? {
        switch (stage, step) {
        case (.clearedToPassOn, _), (.anchored, .suspend), (.anchored, .stop): nil
        case (_, .suspend): .suspended(at: stage)
        case (_, .stop(let reason)): .stopped(at: stage, reason)
        default: stageAfter(step, stage).map { .running($0) }
        }
    }

    private static func stageAfter(_ step: TransferStep, _ stage: TransferStage) -> TransferStage? {
        switch (stage, step) {
        case (.accepted, .agree): .agreed
        case (.agreed, .checkContext): .contextChecked
        case (.contextChecked, .confirm(.presentation)), (.contextChecked, .waive(.presentation)): .presented
        case (.presented, .confirm(.factors)), (.presented, .waive(.factors)): .workedThrough
        case (.workedThrough, .confirm(.coaching)), (.workedThrough, .waive(.coaching)): .coached
        case (.coached, .introduce): .introduced
        case (.introduced, .evaluate): .evaluated
        case (.evaluated, .anchor): .anchored
        case (.anchored, .clearToPassOn): .clearedToPassOn
        default: nil
        }
    }

    private static func suspended(_ step: TransferStep, _ stage: TransferStage) -> TransferState? {
        switch step {
        case .resume: .running(stage)
        case .stop(let reason): .stopped(at: stage, reason)
        default: nil
        }
    }
}
