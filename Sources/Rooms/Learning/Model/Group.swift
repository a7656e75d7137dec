package import LearningNetwork
package import Prevention

/// Lerngruppe: a circle of municipalities that learns together: Lernnetzwerk, Themencluster or Entwicklungsgruppe.
package struct LearningGroup: Hashable, Sendable {
    package let id: ID<LearningGroup>
    package let kind: GroupKind
    package let title: String
    package let theme: String
    package let about: String
    /// What the group wants to have made at its end; empty for none.
    package let productDue: String
    /// Belongs to the past and is only read.
    package let isArchived: Bool
    /// Where the facts come from; empty for groups of this house.
    package let source: String
    package var seats: [Seat]

    package init(
        id: ID<LearningGroup> = ID(), kind: GroupKind, title: String, theme: String, about: String = "",
        productDue: String = "", isArchived: Bool = false, source: String = "", seats: [Seat] = []
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.theme = theme
        self.about = about
        self.productDue = productDue
        self.isArchived = isArchived
        self.source = source
        self.seats = seats
    }

    /// The municipalities of the group, each once, by name.
    package var places: [Place] {
        Dictionary(
            seats.map { ($0.place.area + "|" + $0.place.name, $0.place) }, uniquingKeysWith: { first, _ in first }
        )
        .values.sorted { ($0.name, $0.area) < ($1.name, $1.area) }
    }
}

/// Ort: a municipality as the room knows it.
package struct Place: Hashable, Sendable {
    /// Key of the area; empty for municipalities of the archive, which nobody speaks for any more.
    package let area: String
    package let name: String

    package init(area: String = "", name: String) {
        self.area = area
        self.name = name
    }
}

/// Sitz: a role of a municipality in a group, never a person.
package struct Seat: Hashable, Sendable {
    package let place: Place
    /// For instance "Netzwerkkoordination".
    package let role: String

    package init(_ place: Place, role: String) {
        self.place = place
        self.role = role
    }
}

/// Praxislabor-Eintrag: what a municipality has tried, what it saw and what comes next.
package struct LabEntry: Hashable, Sendable {
    package let id: ID<LabEntry>
    package let groupID: ID<LearningGroup>
    package let place: Place
    package let day: Day
    package let tried: String
    package let saw: String
    package let next: String

    package init(
        id: ID<LabEntry> = ID(), groupID: ID<LearningGroup>, place: Place, day: Day, tried: String, saw: String,
        next: String
    ) {
        self.id = id
        self.groupID = groupID
        self.place = place
        self.day = day
        self.tried = tried
        self.saw = saw
        self.next = next
    }
}
