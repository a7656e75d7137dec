import Workflow

/// Ablauf der Prüfung: draft, complete, seen by a second pair of eyes, by the specialist office, published; after
/// 24 months due, then confirmed, revised, or archived with the reason.
package enum ReviewFlow: Workflow {
    package enum State: String, CaseIterable, Sendable {
        case draft, complete
        /// The second pair of eyes has said yes.
        case checked
        /// The specialist office has said yes.
        case approved
        case published, due, archived
    }

    package enum Step: String, CaseIterable, Sendable {
        case handIn = "hand_in"
        case check, approve, publish
        /// Back to the author, with what is to be done.
        case sendBack = "send_back"
        /// Its 24 months are over.
        case fallDue = "fall_due"
        /// Still true: published for another 24 months.
        case confirm
        /// It is worked on again; the published version stays visible meanwhile.
        case revise
        case archive
    }

    package static let first = State.draft

    package static func state(after step: Step, in state: State) -> State? {
        switch (state, step) {
        case (.draft, .handIn): .complete
        case (.complete, .check): .checked
        case (.checked, .approve): .approved
        case (.approved, .publish), (.due, .confirm): .published
        case (.complete, .sendBack), (.checked, .sendBack), (.approved, .sendBack), (.published, .revise),
            (.due, .revise):
            .draft
        case (.published, .fallDue): .due
        case (.archived, _): nil
        case (_, .archive): .archived
        default: nil
        }
    }
}
