/// Leitfaden der Wertschätzenden Erkundung: the questions of a moderated talk, in order.
///
/// The questions are keys; a room gives them words. The four phases are those of appreciative inquiry: what works,
/// what could be, how it would look here, what is done.
package struct InquiryGuide: Hashable, Sendable {
    /// Before the context check, where the need is vague; or after it, where too many conditions deviate.
    package enum Position: String, CaseIterable, Sendable, Codable { case before, after }

    package enum Phase: String, CaseIterable, Sendable, Codable { case discover, dream, design, deliver }

    /// Who is asked.
    package enum Side: String, CaseIterable, Sendable, Codable { case giver, receiver, both }

    package enum Question: String, CaseIterable, Sendable, Codable {
        case bestMoment = "best_moment"
        case whatMadeItPossible = "what_made_it_possible"
        case withoutWhatNotTheSame = "without_what_not_the_same"
        case whatChangedAlongTheWay = "what_changed_along_the_way"
        case whoseChildren = "whose_children"
        case firstNeed = "first_need"
        case whatWorksAlready = "what_works_already"
        case threeWishes = "three_wishes"
        case howWouldAChildNotice = "how_would_a_child_notice"
        case whichPartFitsUs = "which_part_fits_us"
        case whatCouldStandIn = "what_could_stand_in"
        case needNow = "need_now"
        case firstStep = "first_step"
        case whoHelps = "who_helps"

        package var phase: Phase {
            switch self {
            case .bestMoment, .whatMadeItPossible, .withoutWhatNotTheSame, .whatChangedAlongTheWay, .whoseChildren,
                .firstNeed, .whatWorksAlready:
                .discover
            case .threeWishes, .howWouldAChildNotice: .dream
            case .whichPartFitsUs, .whatCouldStandIn, .needNow: .design
            case .firstStep, .whoHelps: .deliver
            }
        }

        package var side: Side {
            switch self {
            case .bestMoment, .whatMadeItPossible, .withoutWhatNotTheSame, .whatChangedAlongTheWay: .giver
            case .whoseChildren, .firstNeed, .whatWorksAlready, .threeWishes, .whichPartFitsUs, .needNow: .receiver
            case .howWouldAChildNotice, .whatCouldStandIn, .firstStep, .whoHelps: .both
            }
        }
    }

    package let position: Position

    package init(_ position: Position) { self.position = position }

    /// Before: the receiver's need first, then the giver's core. After: what the core is, and what could stand in.
    package var questions: [Question] {
        switch position {
        case .before:
            [
                .whoseChildren, .firstNeed, .whatWorksAlready, .bestMoment, .whatMadeItPossible,
                .withoutWhatNotTheSame, .threeWishes, .howWouldAChildNotice, .whichPartFitsUs, .needNow, .firstStep,
                .whoHelps,
            ]
        case .after:
            [
                .firstNeed, .withoutWhatNotTheSame, .whatMadeItPossible, .whatChangedAlongTheWay, .whatWorksAlready,
                .howWouldAChildNotice, .whatCouldStandIn, .whichPartFitsUs, .needNow, .firstStep, .whoHelps,
            ]
        }
    }
}

extension Recommendation {
    /// Where an inquiry belongs, by the rule; `nil` where none is called for.
    package var inquiry: InquiryGuide.Position? {
        switch self {
        case .inquiryBefore: .before
        case .doNotTransfer: .after
        case .plan, .pilot, .nothingToCheck: nil
        }
    }
}
