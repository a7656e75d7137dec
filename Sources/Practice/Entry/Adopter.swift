package import Prevention
import Workflow

/// Nachahmerin: who took the practice over, and what happened there, also where it did not work.
package struct Adopter: Hashable, Sendable, Codable {
    package enum Result: String, CaseIterable, Sendable, Codable {
        case works, adapted, stopped, running
        case notKnown = "not_known"
    }

    /// What kind of municipality, because a practice that works in several kinds travels better.
    package enum Kind: String, CaseIterable, Sendable, Codable {
        case city, town, village, district
    }

    package let municipality: ID<Area>
    package let kind: Kind
    /// First year there.
    package let since: Int?
    package var result: Result
    /// What happened there, in a sentence or two.
    package var story: String
    /// When somebody last looked; `nil`: nobody has yet.
    package var followedUp: Day?

    package init(
        municipality: ID<Area>, kind: Kind, since: Int?, result: Result, story: String, followedUp: Day? = nil
    ) {
        self.municipality = municipality
        self.kind = kind
        self.since = since
        self.result = result
        self.story = story
        self.followedUp = followedUp
    }
}

/// Unterlage: a document that goes with a practice, with the licence under which others may use it.
package struct PracticeDocument: Hashable, Sendable, Codable {
    package let title: String
    package let licence: String
    package let address: String?

    package init(title: String, licence: String, address: String?) {
        self.title = title
        self.licence = licence
        self.address = address
    }
}

/// Ansprechstelle: a role in an office, never only a name.
package struct PracticeContact: Hashable, Sendable, Codable {
    package var role: String
    package var office: String

    package init(role: String = "", office: String = "") {
        self.role = role
        self.office = office
    }
}
