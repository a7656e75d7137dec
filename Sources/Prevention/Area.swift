/// Gebiet: a node of the tree Land > Kreis / kreisfreie Stadt > Gemeinde > Stadtbezirk > Sozialraum.
package struct Area: Hashable, Sendable {
    /// Derived from the key alone, so that every instance gives the same area the same id.
    package let id: ID<Area>
    package let key: AreaKey
    package let level: AreaLevel
    /// The area directly above; `nil` for a root.
    package let parentID: ID<Area>?
    /// The name people use: "Unna", "Kreis Unna", "Königsborn".
    package let name: String
    /// What the area is in administrative words: "kreisangehörige Stadt", "Stadtteil". May be empty.
    package let kind: String
    /// A point inside the area, for distances and maps; not the address of an office.
    package let center: Coordinate?
    /// Postleitzahlen that are known to lie in the area; not a complete directory.
    package let postcodes: [String]
    /// The figure to be shown, if one is known.
    package let population: Population?
    /// First day on which the area exists in this shape; `nil` = always.
    package let validFrom: Day?
    /// Last day on which the area exists in this shape; `nil` = still.
    package let validTo: Day?
    /// Whether the area is made up, as in the Musterkreis; pages must say so.
    package let isInvented: Bool

    package init(
        id: ID<Area>, key: AreaKey, level: AreaLevel, parentID: ID<Area>?, name: String, kind: String = "",
        center: Coordinate? = nil, postcodes: [String] = [], population: Population? = nil,
        validFrom: Day? = nil, validTo: Day? = nil, isInvented: Bool = false
    ) {
        self.id = id
        self.key = key
        self.level = level
        self.parentID = parentID
        self.name = name
        self.kind = kind
        self.center = center
        self.postcodes = postcodes
        self.population = population
        self.validFrom = validFrom
        self.validTo = validTo
        self.isInvented = isInvented
    }

    /// Whether the area existed on `day`.
    package func isValid(on day: Day) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validTo, day > validTo { return false }
        return true
    }
}

/// Einwohnerzahl: inhabitants with what is needed to judge the figure.
package struct Population: Hashable, Sendable {
    package let total: Int
    /// Under 18 years, if the source tells.
    package let under18: Int?
    /// Reference day; `nil` if the source states none.
    package let date: Day?
    /// The source in German, with its year: "Fachbericht 2013 (Stichtag nicht genannt)".
    package let source: String

    package init(total: Int, under18: Int? = nil, date: Day? = nil, source: String) {
        self.total = total
        self.under18 = under18
        self.date = date
        self.source = source
    }
}

/// Gebietsebene: the floors of the tree of areas, from above.
package enum AreaLevel: String, CaseIterable, Sendable, Hashable, Comparable {
    case land
    case kreis
    /// Kreisfreie Stadt: a town that is a Kreis of its own.
    case city
    /// Gemeinde or Stadt that belongs to a Kreis.
    case municipality
    /// Stadtbezirk: a part of a town with several districts.
    case borough
    /// Stadtteil, Sozialraum: the small area in which families live and planning happens.
    case district

    /// Whether families would call it their town: it has a council and belongs to no other town.
    package var isTown: Bool { self == .city || self == .municipality }

    /// Whether this level lies above `other`; Kreis and kreisfreie Stadt stand side by side.
    package static func < (left: Self, right: Self) -> Bool { left.depth < right.depth }

    private var depth: Int {
        switch self {
        case .land: 0
        case .kreis, .city: 1
        case .municipality: 2
        case .borough: 3
        case .district: 4
        }
    }
}
