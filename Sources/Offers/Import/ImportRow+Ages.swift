import Prevention

extension ImportRow {
    /// The ages of a row: months before years before words before stages; `nil` = not stated.
    ///
    /// An open end reaches the end of the chain, an open start begins at birth.
    mutating func ages() -> AgeRange? {
        let from = number(.ageFromMonths, years: false) ?? number(.ageFromYears, years: true)
        let to = number(.ageToMonths, years: false) ?? number(.ageToYears, years: true)
        if isRefused { return nil }
        if from != nil || to != nil {
            let (start, end) = (from ?? min(to ?? 0, 0), to ?? AgeInMonths.bounds.upperBound)
            if let range = AgeRange(start, end) { return range }
            let column: OfferColumn = plan.has(.ageToMonths) ? .ageToMonths : .ageToYears
            refuse(
                column, "\(start) bis \(end) Monate", "ein Alter, das nicht unter dem Anfangsalter liegt",
                "Bitte Anfang und Ende prüfen; vielleicht sind sie vertauscht.")
            return nil
        }
        if !text(.ages).isEmpty { return spokenAges() }
        let stages = words(
            .stages, ImportWords.stages, examples: "Schwangerschaft & Geburt, Rund um die Kita, Grundschule, Jugend")
        guard let first = stages.map(\.ages.lowerBound).min(), let last = stages.map(\.ages.upperBound).max() else {
            return nil
        }
        return AgeRange(first, min(last, AgeInMonths.bounds.upperBound))
    }

    private mutating func number(_ column: OfferColumn, years: Bool) -> Int? {
        let cell = text(column)
        if cell.isEmpty { return nil }
        let isPlain = cell.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: ",") }
        let plain = isPlain ? cell : cell.replacing("−", with: "-").replacing(",", with: ".")
        if years {
            if let value = Double(plain), value.isFinite,
                let age = AgeInMonths(Int((max(-2, min(value, 99)) * 12).rounded()))
            {
                return age.months
            }
        } else if let months = Int(plain), AgeInMonths(months) != nil {
            return months
        }
        refuse(
            column, cell,
            years
                ? "Jahre von 0 bis 27, zum Beispiel 3 oder 1,5"
                : "eine ganze Zahl von -9 (Beginn der Schwangerschaft) bis 324",
            years ? "Bitte das Alter in Jahren schreiben." : "Bitte das Alter in Monaten schreiben: 3 Jahre sind 36.")
        return nil
    }

    /// `0-3 Jahre`, `6 bis 10 Monate`, `6 Monate bis 3 Jahre`, `ab 6 Jahren`, `bis 3 Jahre`, `Schwangerschaft bis 1 Jahr`.
    private mutating func spokenAges() -> AgeRange? {
        let cell = text(.ages)
        let words = cell.lowercased().replacing("–", with: " - ").replacing("-", with: " - ").replacing(",", with: ".")
            .split { $0.isWhitespace }.map(String.init)
        var values: [(value: Double, isMonths: Bool?)] = []
        var isFrom = false
        var isTo = false
        for word in words {
            if let value = Double(word.filter { !"+.".contains($0) || $0 == "." }), value.isFinite, value >= 0,
                value < 400
            {
                values.append((value, nil))
            } else if word.hasPrefix("monat") || word == "mon." {
                values = values.map { ($0.value, $0.isMonths ?? true) }
            } else if word.hasPrefix("jahr") || word == "j." {
                values = values.map { ($0.value, $0.isMonths ?? false) }
            } else if word.hasPrefix("schwanger") {
                values.append((-9, true))
            } else if word.hasPrefix("geburt") {
                values.append((0, true))
            } else if word == "ab" || word == "von" {
                isFrom = isFrom || values.isEmpty
            } else if word == "bis" || word == "-" {
                isTo = isTo || values.isEmpty
            }
        }
        let months = values.map { Int((($0.isMonths ?? false) ? $0.value : $0.value * 12).rounded()) }
        let range: AgeRange? =
            switch months.count {
            case 1: isTo ? AgeRange(0, months[0]) : AgeRange(months[0], isFrom || cell.contains("+") ? 324 : months[0])
            case 2: AgeRange(months[0], months[1])
            default: nil
            }
        if range == nil {
            refuse(
                .ages, cell, "ein Alter wie \"0 bis 3 Jahre\" oder \"ab 6 Jahren\"",
                "Bitte so schreiben oder zwei Spalten mit Monaten verwenden.")
        }
        return range
    }
}
