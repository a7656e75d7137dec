/// Hintergrund einer Praxis: what a source tells beyond the questions of the form, in the source's own words.
package struct PracticeBackground: Hashable, Sendable, Codable {
    /// Where the ages come from; a page says so if they were not stated.
    package enum AgeBasis: String, CaseIterable, Sendable, Codable {
        case stated
        /// One end is stated, the other follows from the life stages.
        case partlyDerived = "partly_derived"
        /// From the life stages alone.
        case derived
    }

    /// What the practice is.
    package enum Form: String, CaseIterable, Sendable, Codable {
        case offer, network, instrument, process, structure
    }

    package var form: Form?
    package var ages = AgeBasis.stated
    package var ageNote = ""
    /// Further names.
    package var aliases: [String] = []
    /// Part of the municipality, or several.
    package var area = ""
    /// Fields, target groups and places as the source names them.
    package var topics: [String] = []
    package var audience: [String] = []
    package var locations: [String] = []
    /// When it began and ended, as the source words it.
    package var period = ""
    package var state = ""
    package var figures: [PracticeFigure] = []
    package var achieved: [String] = []
    /// Titles of the standards of prevention that it meets.
    package var standards: [String] = []
    /// Where the standards are said to be met.
    package var standardsBasis = ""
    package var languages: [String] = []
    package var costForFamilies = ""
    package var evaluation = ""
    package var links: [PracticeLink] = []

    package init() {}
}

/// Zahl zu einer Praxis, as its source prints it.
package struct PracticeFigure: Hashable, Sendable, Codable {
    package let label: String
    package let value: Double?
    package let unit: String
    package let year: Int?
    package let note: String

    package init(label: String, value: Double?, unit: String, year: Int?, note: String) {
        self.label = label
        self.value = value
        self.unit = unit
        self.year = year
        self.note = note
    }
}

/// Verweis einer Praxis: a related practice, a network behind it, or an offer that belongs to it.
package struct PracticeLink: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Sendable, Codable {
        case practice, network, offer
    }

    package let kind: Kind
    /// Last part of its address.
    package let key: String
    package let title: String

    package init(_ kind: Kind, key: String, title: String) {
        self.kind = kind
        self.key = key
        self.title = title
    }
}
