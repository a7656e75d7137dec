package import Prevention

/// Numbers, days and ages as people of a language write them.
package struct Formats: Sendable {
    package let language: Language

    package init(_ language: Language) { self.language = language }

    /// 12345 → `12.345` (German), `12,345` (English).
    package func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += language == .english ? "," : "." }
            result.append(digit)
        }
        return value < 0 ? "−" + result : result
    }

    /// A number with a fixed count of decimals: 79.228 → `79,2`.
    package func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return "–" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int64((abs(value) * scale).rounded(.toNearestOrAwayFromZero))
        let whole = number(Int(scaled / Int64(scale)))
        let sign = value < 0 && scaled > 0 ? "−" : ""
        guard places > 0 else { return sign + whole }
        let fraction = String(scaled % Int64(scale))
        let padded = String(repeating: "0", count: places - fraction.count) + fraction
        return sign + whole + (language == .english ? "." : ",") + padded
    }

    /// `3. Mai 2026`, `3 May 2026`.
    package func day(_ day: Day) -> String {
        let name = (language == .english ? Self.englishMonths : Self.germanMonths)[day.month - 1]
        return language == .english ? "\(day.day) \(name) \(day.year)" : "\(day.day). \(name) \(day.year)"
    }

    private static let germanMonths = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
