package import Prevention

/// Nachlesbarer Eintrag of an instrument whose own room comes later: network, body or goal as the sources tell it.
///
/// Read-only and complete with its sources; the rooms that replace it take it over by `kind` and `key`.
package struct Record: Sendable, Equatable {
    /// Which instrument the entry belongs to.
    package enum Kind: String, CaseIterable, Sendable, Codable {
        case network, body, goal

        /// Address of the list: `/netze`.
        package var path: String {
            switch self {
            case .network: "/netze"
            case .body: "/gremien"
            case .goal: "/ziele"
            }
        }

        /// Kind of reference by which other rooms and the audit log name such an entry.
        package var reference: Reference.Kind {
            switch self {
            case .network: .network
            case .body: .body
            case .goal: .goal
            }
        }
    }

    package let kind: Kind
    /// Key of the source data, also the last part of the address.
    package let key: String
    package let title: String
    /// One or two sentences; may be empty.
    package let summary: String
    /// Kind of network, body or goal in the source's word.
    package let label: String
    /// Ages in months if the source states them.
    package let ages: AgeRange?
    package let stages: [LifeStage]
    /// Fields of action in the source's words.
    package let fields: [String]
    package let places: [Place]
    package let facts: [Fact]
    package let links: [RecordLink]
    package let sources: [Source]

    package init(
        kind: Kind, key: String, title: String, summary: String, label: String, ages: AgeRange?, stages: [LifeStage],
        fields: [String], places: [Place], facts: [Fact], links: [RecordLink], sources: [Source]
    ) {
        self.kind = kind
        self.key = key
        self.title = title
        self.summary = summary
        self.label = label
        self.ages = ages
        self.stages = stages
        self.fields = fields
        self.places = places
        self.facts = facts
        self.links = links
        self.sources = sources
    }

    /// A municipality the entry belongs to: slug of the source data and name.
    package struct Place: Sendable, Hashable, Codable {
        package let key: String
        package let name: String

        package init(key: String, name: String) {
            self.key = key
            self.name = name
        }
    }
}

/// One stated fact: what it is about, and one or more values in the source's words.
package struct Fact: Sendable, Equatable, Codable {
    package enum Label: String, CaseIterable, Sendable, Codable {
        case area, aliases, period
        case coordination, participants, topics, founded, meetings, size, missing, status
        case level, members, tasks, chair, indicators, notes
    }

    package let label: Label
    package let values: [String]

    package init(_ label: Label, _ values: [String]) {
        self.label = label
        self.values = values
    }
}

/// A link to another entry of the collection.
package struct RecordLink: Sendable, Hashable, Codable {
    package enum Role: String, CaseIterable, Sendable, Codable {
        case parent, reportsTo
    }

    package let role: Role
    package let kind: Record.Kind
    package let key: String
    package let title: String

    package init(_ role: Role, _ kind: Record.Kind, key: String, title: String) {
        self.role = role
        self.kind = kind
        self.key = key
        self.title = title
    }
}

/// What the list is narrowed to; `nil` and empty mean everything.
package struct RecordQuery: Sendable, Equatable {
    package var text = ""
    package var place: String?
    package var stage: LifeStage?
    package var field: String?

    package init() {}
}
