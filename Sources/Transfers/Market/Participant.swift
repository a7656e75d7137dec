package import Prevention

/// Teilnehmerin der Transferbörse: a body that gives know-how, receives it, or both.
package struct Participant: Hashable, Sendable {
    /// Who may take part.
    package enum Kind: String, CaseIterable, Sendable {
        case municipality, district, jobcentre
        case educationOffice = "education_office"
        case healthOffice = "health_office"
    }

    package let id: ID<Participant>
    package let kind: Kind
    package let limits: TransferLimits

    package init(id: ID<Participant>, kind: Kind, limits: TransferLimits) {
        self.id = id
        self.kind = kind
        self.limits = limits
    }
}

/// Grenzen: how many transfers a participant can give and receive in one half-year.
package struct TransferLimits: Hashable, Sendable {
    package let give: Int
    package let receive: Int

    /// Highest number that makes sense for one half-year.
    package static let bounds = 0...100

    /// `nil` outside 0…100.
    package init?(give: Int, receive: Int) {
        guard Self.bounds.contains(give), Self.bounds.contains(receive) else { return nil }
        self.give = give
        self.receive = receive
    }
}

/// Kettenglied: an entry of the catalogue of links that municipalities pass on to each other.
package struct LinkType: Hashable, Sendable {
    /// Pflicht or Kür: whether every chain needs this link.
    package enum Obligation: String, CaseIterable, Sendable { case duty, choice }

    package let id: ID<LinkType>
    package let obligation: Obligation

    package init(id: ID<LinkType>, obligation: Obligation) {
        self.id = id
        self.obligation = obligation
    }
}

/// Stand eines Kettenglieds: how far a participant is with one link of the chain.
package enum LinkLevel: Int, CaseIterable, Sendable, Comparable {
    case missing, planned, introduced, anchored, mayPassOn

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The level after a transfer has come to `state`; a level never falls through a transfer.
    package func raised(by state: TransferState) -> LinkLevel {
        guard case .running(let stage) = state else { return self }
        let reached: LinkLevel =
            switch stage {
            case .accepted: .missing
            case .agreed, .contextChecked, .presented, .workedThrough, .coached: .planned
            case .introduced, .evaluated: .introduced
            case .anchored: .anchored
            case .clearedToPassOn: .mayPassOn
            }
        return max(self, reached)
    }
}
