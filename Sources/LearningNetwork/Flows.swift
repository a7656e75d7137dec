import Workflow

/// Gruppenart: what kind of circle learns together.
package enum GroupKind: String, CaseIterable, Hashable, Sendable {
    /// Lernnetzwerk: all municipalities, four meetings a year.
    case network
    /// Themencluster: several municipalities on one theme.
    case cluster
    /// Entwicklungsgruppe: tries things out at home while it meets, and ends with a product.
    case development
}

/// Ablauf eines Treffens: planned, its agenda agreed, held, its minutes approved.
package enum MeetingFlow: Workflow {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case planned, agreed, held, approved, cancelled
    }

    package enum Step: String, CaseIterable, Hashable, Sendable {
        case agree, hold, approve, cancel
    }

    package static let first = State.planned

    package static func state(after step: Step, in state: State) -> State? {
        switch (step, state) {
        case (.agree, .planned): .agreed
        case (.hold, .agreed): .held
        case (.approve, .held): .approved
        case (.cancel, .planned), (.cancel, .agreed): .cancelled
        default: nil
        }
    }
}

/// Ablauf einer Aufgabe: open until done or given up; both can be taken back.
package enum TaskFlow: Workflow {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case open, done, dropped
    }

    package enum Step: String, CaseIterable, Hashable, Sendable {
        case finish, drop, reopen
    }

    package static let first = State.open

    package static func state(after step: Step, in state: State) -> State? {
        switch (step, state) {
        case (.finish, .open): .done
        case (.drop, .open): .dropped
        case (.reopen, .done), (.reopen, .dropped): .open
        default: nil
        }
    }
}

/// Ablauf eines Produkts: from the idea over a draft and its test to the publication; a new version begins at the draft.
package enum ProductFlow: Workflow {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case idea, draft, tested, published, retired
    }

    package enum Step: String, CaseIterable, Hashable, Sendable {
        case draft, test, publish, revise, retire
    }

    package static let first = State.idea

    package static func state(after step: Step, in state: State) -> State? {
        switch (step, state) {
        case (.draft, .idea): .draft
        case (.test, .draft): .tested
        case (.publish, .tested): .published
        case (.revise, .tested), (.revise, .published): .draft
        case (.retire, .idea), (.retire, .draft), (.retire, .tested), (.retire, .published): .retired
        default: nil
        }
    }
}

/// Ablauf einer Entwicklungskonferenz (Open Space): announced, topics proposed, gathered, agenda agreed, held, results.
package enum ConferenceFlow: Workflow {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case announced, proposing, gathered, agreed, held, reported, cancelled
    }

    package enum Step: String, CaseIterable, Hashable, Sendable {
        case open, gather, agree, hold, report, cancel
    }

    package static let first = State.announced

    package static func state(after step: Step, in state: State) -> State? {
        switch (step, state) {
        case (.open, .announced): .proposing
        case (.gather, .proposing): .gathered
        case (.agree, .gathered): .agreed
        case (.hold, .agreed): .held
        case (.report, .held): .reported
        case (.cancel, .announced), (.cancel, .proposing), (.cancel, .gathered), (.cancel, .agreed): .cancelled
        default: nil
        }
    }
}
