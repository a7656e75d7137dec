package import Prevention
import Texts

extension FormReader {
    /// A whole number within `range`; blanks and thousands separators of the language are accepted.
    package mutating func integer(_ field: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = fields.text(field) else { return nil }
        guard let number = NumberText.integer(text, formats.language) else {
            refuse(
                field,
                texts.integer.filled(["from": formats.number(range.lowerBound), "to": formats.number(range.upperBound)])
            )
            return nil
        }
        guard range.contains(number) else {
            refuse(
                field,
                texts.range.filled(["from": formats.number(range.lowerBound), "to": formats.number(range.upperBound)]))
            return nil
        }
        return number
    }

    /// A number with decimals within `range`: `12,5` or `12.5`, in German `1.234` is a thousand.
    package mutating func decimal(_ field: String, in range: ClosedRange<Double>) -> Double? {
        guard let text = fields.text(field) else { return nil }
        let limits = [
            "from": formats.decimal(range.lowerBound, places: 0), "to": formats.decimal(range.upperBound, places: 0),
        ]
        guard let number = NumberText.decimal(text, formats.language) else {
            refuse(field, texts.decimal.filled(limits))
            return nil
        }
        guard range.contains(number) else {
            refuse(field, texts.range.filled(limits))
            return nil
        }
        return number
    }

    /// An amount of money from 0 to `max`, exact to the cent: `12`, `12,50`, `1.234,5 €`.
    package mutating func euro(_ field: String, max: Euro = Euro(cents: 100_000_000)) -> Euro? {
        guard let text = fields.text(field) else { return nil }
        guard let cents = NumberText.cents(text, formats.language) else {
            refuse(field, texts.euro)
            return nil
        }
        guard (0...max.cents).contains(cents) else {
            refuse(field, texts.range.filled(["from": "0", "to": formats.number(Int(max.cents / 100))]))
            return nil
        }
        return Euro(cents: cents)
    }
}

/// Numbers as people type them.
enum NumberText {
    static func integer(_ text: String, _ language: Language) -> Int? {
        guard let (sign, whole, fraction) = parts(text, language), fraction.isEmpty, whole.count <= 15,
            let number = Int(whole)
        else { return nil }
        return sign * number
    }

    static func decimal(_ text: String, _ language: Language) -> Double? {
        guard let (sign, whole, fraction) = parts(text, language), whole.count <= 15, fraction.count <= 15 else {
            return nil
        }
        return Double("\(whole).\(fraction.isEmpty ? "0" : fraction)").map { Double(sign) * $0 }
    }

    static func cents(_ text: String, _ language: Language) -> Int64? {
        let bare = text.replacing("€", with: "").replacing("EUR", with: "").replacing("Euro", with: "").trimmed
        guard let (sign, whole, fraction) = parts(bare, language), whole.count <= 12, fraction.count <= 2,
            let euros = Int64(whole), let cents = Int64((fraction + "00").prefix(2))
        else { return nil }
        return Int64(sign) * (euros * 100 + cents)
    }

    /// Sign, digits before and after the decimal sign; `nil` if it is no number.
    private static func parts(_ text: String, _ language: Language) -> (sign: Int, whole: String, fraction: String)? {
        var rest = Substring(text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" })
        var sign = 1
        if let first = rest.first, "-−–".contains(first) {
            sign = -1
            rest = rest.dropFirst()
        } else if rest.first == "+" {
            rest = rest.dropFirst()
        }
        guard let mark = decimalMark(in: rest, language) else { return digits(rest, nil, sign, language) }
        return digits(rest[..<mark], rest[rest.index(after: mark)...], sign, language)
    }

    /// The last comma or point, unless it separates thousands.
    private static func decimalMark(in text: Substring, _ language: Language) -> String.Index? {
        guard let last = text.lastIndex(where: { $0 == "," || $0 == "." }) else { return nil }
        let thousands: Character = language == .english ? "," : "."
        let isAlone = !text.contains { $0 != text[last] && ($0 == "," || $0 == ".") }
        if text[last] == thousands, isAlone, text[text.index(after: last)...].count == 3 { return nil }
        return last
    }

    private static func digits(
        _ whole: Substring, _ fraction: Substring?, _ sign: Int, _ language: Language
    ) -> (Int, String, String)? {
        let groups = whole.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        let isGrouped =
            groups.count == 1 || groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
        let number = groups.joined()
        func areDigits(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { (48...57).contains($0) } }
        guard isGrouped, !number.isEmpty, areDigits(number), fraction.map({ !$0.isEmpty && areDigits($0) }) ?? true
        else {
            return nil
        }
        return (sign, number, fraction.map(String.init) ?? "")
    }
}
