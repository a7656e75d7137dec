package import Prevention
import Workflow

/// Ausgleich: what is done because a condition is missing, and the risk that is left.
package struct Compensation: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Sendable, Codable {
        /// Find out first.
        case clarify
        case build, replace, borrow
        /// Begin small.
        case shrink
        /// Change the practice itself.
        case adapt
    }

    package let id: ID<Compensation>
    package let requirement: ID<Requirement>
    package let kinds: [Kind]
    package let measure: String
    /// A role, never only a name.
    package let owner: String
    package let cost: Euro?
    package let due: Day?
    package let residual: RiskColour
    /// The core element it changes; `nil` if none.
    package let touchesCore: String?
    /// What the giver says to a change of a core element.
    package let giversComment: String?

    package init(
        id: ID<Compensation>, requirement: ID<Requirement>, kinds: [Kind], measure: String, owner: String,
        cost: Euro? = nil, due: Day? = nil, residual: RiskColour, touchesCore: String? = nil,
        giversComment: String? = nil
    ) {
        self.id = id
        self.requirement = requirement
        self.kinds = kinds
        self.measure = measure
        self.owner = owner
        self.cost = cost
        self.due = due
        self.residual = residual
        self.touchesCore = touchesCore
        self.giversComment = giversComment
    }
}

/// Was einem Kontext-Check noch fehlt oder widerspricht.
package enum CheckFinding: Hashable, Sendable {
    case secondRaterMissing(ID<Requirement>)
    case ratersDisagree(ID<Requirement>, Fulfilment, Fulfilment)
    case measureMissing(ID<Compensation>)
    case ownerMissing(ID<Compensation>)
    case dueMissing(ID<Compensation>)
    /// A compensation cannot leave more risk than there was.
    case residualAboveRisk(ID<Compensation>, RiskColour, RiskColour)
    /// A core element is changed: the giver must comment, and the adaptation be logged.
    case giversCommentMissing(ID<Compensation>)
    case adaptationNotLogged(ID<Compensation>)
    case unknownRequirement(ID<Requirement>)
    case doubledRequirement(ID<Requirement>)
}
