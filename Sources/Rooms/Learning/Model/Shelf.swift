package import Prevention

/// Expertise: who can be asked about what; a role of a municipality or an institution.
package struct Expertise: Hashable, Sendable {
    package let id: ID<Expertise>
    package let topic: String
    package let owner: Seat
    package let note: String
    package let source: String

    package init(id: ID<Expertise> = ID(), topic: String, owner: Seat, note: String = "", source: String = "") {
        self.id = id
        self.topic = topic
        self.owner = owner
        self.note = note
        self.source = source
    }
}

/// Veröffentlichung of the programme or of a group.
package struct Publication: Hashable, Sendable {
    package let id: ID<Publication>
    package let title: String
    /// `nil` if unknown.
    package let year: Int?
    package let kind: String
    package let about: String
    /// Public address; empty if there is none.
    package let link: String
    package let source: String

    package init(
        id: ID<Publication> = ID(), title: String, year: Int?, kind: String, about: String = "", link: String = "",
        source: String = ""
    ) {
        self.id = id
        self.title = title
        self.year = year
        self.kind = kind
        self.about = about
        self.link = link
        self.source = source
    }
}

/// Eintrag der Chronik: an event of the programme as the sources tell of it.
package struct ChronicleEvent: Hashable, Sendable {
    package let id: ID<ChronicleEvent>
    package let title: String
    package let kind: String
    /// For the order: `2014`, `2014-11` or `2014-11-03`; empty if unknown.
    package let when: String
    /// The date in the words of the source; empty if `when` says it all.
    package let dateWords: String
    package let place: String
    package let about: String
    package let source: String

    package init(
        id: ID<ChronicleEvent> = ID(), title: String, kind: String, when: String, dateWords: String = "",
        place: String = "", about: String = "", source: String = ""
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.when = when
        self.dateWords = dateWords
        self.place = place
        self.about = about
        self.source = source
    }
}
