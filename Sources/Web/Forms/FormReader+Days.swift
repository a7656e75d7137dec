package import Prevention
import Texts

extension FormReader {
    /// A day, typed as three fields (`termin-tag`, `termin-monat`, `termin-jahr`) or as one (`2026-05-03`, `3.5.2026`).
    ///
    /// Days that do not exist (29 February of a common year) are refused with their date.
    package mutating func day(_ field: String, in range: ClosedRange<Day>? = nil) -> Day? {
        let typed = ["tag", "monat", "jahr"].map { fields.text("\(field)-\($0)") }
        let day: Day?
        if typed.contains(where: { $0 != nil }) {
            day = fromParts(field, typed)
        } else if let text = fields.text(field) {
            day = fromText(field, text)
        } else {
            return nil
        }
        guard let day else { return nil }
        if let range, !range.contains(day) {
            refuse(
                field,
                texts.dayRange.filled(["from": formats.day(range.lowerBound), "to": formats.day(range.upperBound)]))
            return nil
        }
        return day
    }

    /// Whether any part of a day was typed.
    package func hasDay(_ field: String) -> Bool {
        ["", "-tag", "-monat", "-jahr"].contains { fields.text(field + $0) != nil }
    }

    private mutating func fromParts(_ field: String, _ typed: [String?]) -> Day? {
        let missing = zip(typed, [texts.partDay, texts.partMonth, texts.partYear]).filter { $0.0 == nil }.map(\.1)
        guard missing.isEmpty else {
            refuse(field, texts.dayPart.filled(["part": missing.joined(separator: ", ")]))
            return nil
        }
        return day(field, typed.map { $0.flatMap { NumberText.integer($0, formats.language) } })
    }

    private mutating func fromText(_ field: String, _ text: String) -> Day? {
        if let day = Day(text) { return day }
        let parts: [Int?]
        if text.contains(".") {
            parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int(String($0).trimmed) }
        } else {
            parts = text.split(separator: "-", omittingEmptySubsequences: false).reversed().map {
                Int(String($0).trimmed)
            }
        }
        guard parts.count == 3 else {
            refuse(field, texts.day)
            return nil
        }
        return day(field, parts)
    }

    /// - Parameter parts: day, month, year.
    private mutating func day(_ field: String, _ parts: [Int?]) -> Day? {
        guard let number = parts[0], let month = parts[1], let year = parts[2], (1000...9999).contains(year) else {
            refuse(field, texts.day)
            return nil
        }
        if let day = Day(year: year, month: month, day: number) { return day }
        if let first = Day(year: year, month: month, day: 1), (1...31).contains(number) {
            let last = Day.length(ofMonth: month, year: year)
            let wrong = formats.day(first).replacing("1", with: "\(number)", maxReplacements: 1)
            refuse(field, texts.noSuchDay.filled(["day": wrong, "last": "\(last)"]))
        } else {
            refuse(field, texts.day)
        }
        return nil
    }
}
