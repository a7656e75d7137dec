import Prevention
import Statistics

/// Absolute Lücke: what is missing to places for a share of all children that the reader has set.
struct GapAbsolute: Sendable, Hashable {
    /// Places for how many of 100 children.
    let target: Double
    let children: Double
    /// P·target.
    let wanted: Double
    /// C, known places only.
    let capacity: Double
    /// Offers whose places nobody knows: the gap is at most this large.
    let offersWithoutPlaces: Int
    var gap: Double { wanted - capacity }
    var isUpperBound: Bool { offersWithoutPlaces > 0 }

    /// `nil` without a target, or where the number of children is not known.
    init?(_ cell: GapCell, target: Double?) {
        guard let target, let children = cell.population else { return nil }
        self.target = target
        self.children = children
        wanted = children * target / 100
        capacity = cell.capacity
        offersWithoutPlaces = cell.offersWithoutPlaces
    }
}

/// Erreichungslücke: how many children the taken places within reach serve, and how many they do not.
struct GapReached: Sendable, Hashable {
    /// Taken places within reach of the part.
    let used: Double
    /// Places of the offers that tell how many are taken.
    let places: Double
    /// Children of the stage.
    let eligible: Double
    let offers: Int
    /// Offers that do not tell: the used places are at least this many.
    let silent: Int
    /// Oldest day of what the offers told.
    let since: Day?

    var isLowerBound: Bool { silent > 0 }
    /// Percent.
    var share: Double { eligible > 0 ? used / eligible * 100 : 0 }
    var gap: Double { eligible - used }

    /// `nil` where the number of children is not known, or no offer tells how many places are taken.
    init?(_ cell: GapCell, _ supply: GapSupply, part: Int) {
        guard let eligible = cell.population, eligible > 0 else { return nil }
        var (used, places) = (CompensatedSum(), CompensatedSum())
        var (told, silent) = (0, 0)
        var since: Day?
        for entry in supply.entries where entry.weights[part] > 0 {
            guard let share = entry.offer.takenShare, entry.places != nil else {
                silent += 1
                continue
            }
            told += 1
            used.add(entry.reached[part] * share)
            places.add(entry.reached[part])
            if let day = entry.offer.placesDay { since = since.map { min($0, day) } ?? day }
        }
        guard told > 0 else { return nil }
        self.used = used.total
        self.places = places.total
        self.eligible = eligible
        offers = told
        self.silent = silent
        self.since = since
    }
}
