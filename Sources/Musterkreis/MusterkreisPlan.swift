/// Wie groß the Musterkreis is to be.
package struct MusterkreisPlan: Sendable {
    package var towns: Int
    /// Districts per town.
    package var districts: Int
    package var offers: Int
    package var practices: Int
    /// Over how many years the beginnings of the offers are spread, some of which have ended since; 1 = all run now.
    package var offerYears: Int
    /// For how many years there are numbers, up to the last full one.
    package var years: Int
    package var seed: UInt64
    /// Whether offers are added, beyond those asked for, until every cell of the chain has its share of places, but
    /// for some gaps and oversupplies that are planted.
    package var plantsGaps: Bool

    /// - Throws: `MusterkreisError` if a number lies outside its range (towns 1…200, districts 1…60, offers 0…500,000,
    ///   practices 0…10,000, years of offers and of numbers 1…30).
    package init(
        towns: Int = 6, districts: Int = 5, offers: Int = 240, practices: Int = 0, offerYears: Int = 1, years: Int = 6,
        seed: UInt64 = 2026,
        plantsGaps: Bool = false
    ) throws {
        guard (1...200).contains(towns) else { throw MusterkreisError("--towns", towns, 1...200) }
        guard (1...60).contains(districts) else { throw MusterkreisError("--districts", districts, 1...60) }
        guard (0...500_000).contains(offers) else { throw MusterkreisError("--offers", offers, 0...500_000) }
        guard (0...10_000).contains(practices) else { throw MusterkreisError("--practices", practices, 0...10_000) }
        guard (1...30).contains(offerYears) else { throw MusterkreisError("--offer-years", offerYears, 1...30) }
        guard (1...30).contains(years) else { throw MusterkreisError("--years", years, 1...30) }
        self.towns = towns
        self.districts = districts
        self.offers = offers
        self.practices = practices
        self.offerYears = offerYears
        self.years = years
        self.seed = seed
        self.plantsGaps = plantsGaps
    }
}

/// A number of the plan lies outside its range.
package struct MusterkreisError: Error, CustomStringConvertible {
    package let description: String

    init(_ option: String, _ value: Int, _ range: ClosedRange<Int>) {
        description =
            "\(option) \(value) geht nicht. Bitte eine Zahl von \(range.lowerBound) bis \(range.upperBound) angeben."
    }
}
