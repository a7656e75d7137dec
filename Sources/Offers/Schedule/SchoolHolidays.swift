package import Prevention

/// Schulferien of North Rhine-Westphalia, first and last day of each.
///
/// - Source: KMK, Ferienregelung (Langfristige Sommerferientermine 2025 bis 2030); Ferienordnung NRW bis 2029/30.
///   Movable days of single schools are not in it.
package struct SchoolHolidays: Hashable, Sendable {
    package enum Name: String, CaseIterable, Sendable, Hashable {
        case autumn, christmas, easter, whitsun, summer
    }

    package let name: Name
    package let first: Day
    package let last: Day

    private init?(_ name: Name, _ first: String, _ last: String) {
        guard let first = Day(first), let last = Day(last), first <= last else { return nil }
        self.name = name
        self.first = first
        self.last = last
    }

    /// The holidays in which `day` lies; `nil` on school days and outside the known years.
    package static func inNorthRhineWestphalia(_ day: Day) -> SchoolHolidays? {
        // Binary search for the last holidays that begin on or before the day.
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].first <= day { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        return day <= all[low - 1].last ? all[low - 1] : nil
    }

    /// Last day for which holidays are known; later days count as school days.
    package static var knownUntil: Day? { all.last?.last }

    /// In order, school years 2023/24 (summer) to 2029/30.
    package static let all: [SchoolHolidays] = [
        SchoolHolidays(.summer, "2024-07-08", "2024-08-20"),
        SchoolHolidays(.autumn, "2024-10-14", "2024-10-26"),
        SchoolHolidays(.christmas, "2024-12-23", "2025-01-06"),
        SchoolHolidays(.easter, "2025-04-14", "2025-04-26"),
        SchoolHolidays(.whitsun, "2025-06-10", "2025-06-10"),
        SchoolHolidays(.summer, "2025-07-14", "2025-08-26"),
        SchoolHolidays(.autumn, "2025-10-13", "2025-10-25"),
        SchoolHolidays(.christmas, "2025-12-22", "2026-01-06"),
        SchoolHolidays(.easter, "2026-03-30", "2026-04-11"),
        SchoolHolidays(.whitsun, "2026-05-26", "2026-05-26"),
        SchoolHolidays(.summer, "2026-07-20", "2026-09-01"),
        SchoolHolidays(.autumn, "2026-10-17", "2026-10-31"),
        SchoolHolidays(.christmas, "2026-12-23", "2027-01-06"),
        SchoolHolidays(.easter, "2027-03-22", "2027-04-03"),
        SchoolHolidays(.whitsun, "2027-05-18", "2027-05-18"),
        SchoolHolidays(.summer, "2027-07-19", "2027-08-31"),
        SchoolHolidays(.autumn, "2027-10-23", "2027-11-06"),
        SchoolHolidays(.christmas, "2027-12-24", "2028-01-08"),
        SchoolHolidays(.easter, "2028-04-10", "2028-04-22"),
        SchoolHolidays(.summer, "2028-07-10", "2028-08-22"),
        SchoolHolidays(.autumn, "2028-10-23", "2028-11-04"),
        SchoolHolidays(.christmas, "2028-12-21", "2029-01-05"),
        SchoolHolidays(.easter, "2029-03-26", "2029-04-07"),
        SchoolHolidays(.whitsun, "2029-05-22", "2029-05-22"),
        SchoolHolidays(.summer, "2029-07-02", "2029-08-14"),
        SchoolHolidays(.autumn, "2029-10-15", "2029-10-27"),
        SchoolHolidays(.christmas, "2029-12-20", "2030-01-04"),
        SchoolHolidays(.easter, "2030-04-15", "2030-04-27"),
        SchoolHolidays(.summer, "2030-06-24", "2030-08-06"),
    ].compactMap { $0 }
}
