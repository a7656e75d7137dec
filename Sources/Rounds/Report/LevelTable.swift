package import Prevention
package import Transfers

/// Stand der Kette: how far each participant is with each link; what is not known counts as missing.
package struct LevelTable: Hashable, Sendable {
    private var levels: [ID<LinkType>: [ID<Participant>: LinkLevel]] = [:]

    package init() {}

    package subscript(link: ID<LinkType>, participant: ID<Participant>) -> LinkLevel {
        get { levels[link]?[participant] ?? .missing }
        set { levels[link, default: [:]][participant] = newValue }
    }

    /// Whether anything is known.
    package func knows(_ link: ID<LinkType>, _ participant: ID<Participant>) -> Bool {
        levels[link]?[participant] != nil
    }

    /// Raises the level by what a transfer has come to; it never falls.
    package mutating func raise(_ link: ID<LinkType>, _ participant: ID<Participant>, by state: TransferState) {
        self[link, participant] = self[link, participant].raised(by: state)
    }
}
