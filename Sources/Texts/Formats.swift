package import Prevention

/// Numbers, days, times, money and distances as people of a language write them.
package struct Formats: Sendable {
    package let language: Language
    private var isEnglish: Bool { language == .english }

    package init(_ language: Language) { self.language = language }

    // MARK: Numbers

    /// 12345 → `12.345` (German), `12,345` (English).
    package func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += isEnglish ? "," : "." }
            result.append(digit)
        }
        return value < 0 ? "−" + result : result
    }

    /// A number with a fixed count of decimals (0 to 9), rounded half away from zero: 79.25 → `79,3`.
    ///
    /// `–` if it is not finite or beyond ±9·10⁹.
    package func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 9e9 else { return "–" }
        var scale: Int64 = 1
        for _ in 0..<min(max(places, 0), 9) { scale *= 10 }
        let scaled = Int64((abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero))
        let whole = number(Int(scaled / scale))
        let sign = value < 0 && scaled > 0 ? "−" : ""
        guard scale > 1 else { return sign + whole }
        let padded = String(String(scale + scaled % scale).dropFirst())
        return sign + whole + (isEnglish ? "." : ",") + padded
    }

    /// 79.23 (of a hundred) → `79,2 %`, `79.2%`.
    package func percent(_ value: Double, places: Int = 1) -> String {
        decimal(value, places: places) + (isEnglish ? "%" : "\u{A0}%")
    }

    /// 250 cents → `2,50 Euro`; 200 cents → `2 Euro`; English `€2.50`.
    package func money(_ amount: Euro) -> String {
        let euros = number(Int(amount.cents.magnitude) / 100)
        let cents = Int(amount.cents.magnitude) % 100
        let fraction = cents == 0 ? "" : (isEnglish ? "." : ",") + (cents < 10 ? "0\(cents)" : "\(cents)")
        let sign = amount.cents < 0 ? "−" : ""
        return sign + (isEnglish ? "€\(euros)\(fraction)" : "\(euros)\(fraction)\u{A0}Euro")
    }

    /// Metres along a straight line: 640 → `600 m`, 1,430 → `1,4 km`, 23,400 → `23 km`; under 50 m `ganz nah`.
    package func distance(metres: Double) -> String {
        guard metres.isFinite, metres >= 0 else { return "–" }
        if metres < 50 { return isEnglish ? "very close" : "ganz nah" }
        if metres < 950 { return "\(max(1, Int((metres / 100).rounded())) * 100)\u{A0}m" }
        let kilometres = metres / 1_000
        return decimal(kilometres, places: kilometres < 9.95 ? 1 : 0) + "\u{A0}km"
    }

    /// `Deutsch, Türkisch und Arabisch`.
    package func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + (isEnglish ? " and " : " und ") + last
    }

    // MARK: Days and times

    /// `3. Mai 2026`, `3 May 2026`.
    package func day(_ day: Day) -> String {
        "\(day.day)\(isEnglish ? "" : ".") \(monthName(day.month)) \(day.year)"
    }

    /// `Sonntag, 3. Mai 2026`.
    package func longDay(_ day: Day) -> String { "\(weekday(day.weekday)), \(self.day(day))" }

    /// `Mai 2026`.
    package func month(_ day: Day) -> String { "\(monthName(day.month)) \(day.year)" }

    /// 1…12 → `Januar`; other numbers give an empty text.
    package func monthName(_ month: Int) -> String {
        (1...12).contains(month) ? (isEnglish ? Self.englishMonths : Self.germanMonths)[month - 1] : ""
    }

    /// 1 = Monday … 7 = Sunday → `Montag`; other numbers give an empty text.
    package func weekday(_ number: Int) -> String {
        (1...7).contains(number) ? (isEnglish ? Self.englishDays : Self.germanDays)[number - 1] : ""
    }

    /// 1 = Monday → `montags`, `on Mondays`.
    package func everyWeekday(_ number: Int) -> String {
        let name = weekday(number)
        return name.isEmpty ? "" : isEnglish ? "on \(name)s" : name.lowercased() + "s"
    }

    /// `9:30 Uhr`, `14 Uhr`; English `9:30 am`, `2 pm`. Hour 24 is midnight at the end of a day.
    package func time(hour: Int, minute: Int) -> String {
        let rest = minute < 10 ? "0\(minute)" : "\(minute)"
        guard isEnglish else { return (minute == 0 ? "\(hour)" : "\(hour):\(rest)") + "\u{A0}Uhr" }
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        return "\(twelve)" + (minute == 0 ? "" : ":\(rest)") + (hour % 24 < 12 ? "\u{A0}am" : "\u{A0}pm")
    }

    /// `3. Mai 2026, 14:05 Uhr` by the clocks in Germany.
    package func moment(_ instant: Instant) -> String {
        let local = BerlinTime(instant)
        return "\(day(local.day)), \(time(hour: local.hour, minute: local.minute))"
    }

    private static let germanMonths = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let germanDays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
    private static let englishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
