package import Areas
import Language
import Prevention

/// Lesart: takes place and age out of a typed text, so that "Hebamme 59423 Unna" asks for a midwife in a town.
struct TextReading {
    private(set) var place: Place?
    private(set) var age: AgeInMonths?
    /// The text without what was understood.
    private(set) var rest: String
    /// What was understood, as typed.
    private(set) var taken = ""

    private let tokens: [Token]
    private let bytes: [UInt8]
    private var isTaken: [Bool]

    init(_ text: String, gazetteer: Gazetteer, readsPlace: Bool, readsAge: Bool) {
        let text = String(text.prefix(400))
        bytes = Array(text.utf8)
        tokens = Array(Tokenizer.tokens(in: text).prefix(Analyser.longestQuery))
        isTaken = [Bool](repeating: false, count: tokens.count)
        rest = text
        if readsAge { readAge() }
        if readsPlace { readPlace(gazetteer) }
        let left = tokens.indices.filter { !isTaken[$0] }
        guard left.count < tokens.count else { return }
        rest = words(left)
        taken = words(tokens.indices.filter { isTaken[$0] })
    }

    private func words(_ positions: [Int]) -> String {
        positions.map { String(decoding: bytes[tokens[$0].range], as: UTF8.self) }.joined(separator: " ")
    }

    // MARK: Place

    private mutating func readPlace(_ gazetteer: Gazetteer) {
        for length in stride(from: min(4, tokens.count), to: 0, by: -1) {
            for start in 0...tokens.count - length where mayName(start, length) {
                let range = tokens[start].range.lowerBound..<tokens[start + length - 1].range.upperBound
                guard let found = gazetteer.named(String(decoding: bytes[range], as: UTF8.self)) else { continue }
                place = found
                for position in start..<start + length { isTaken[position] = true }
                var before = start - 1
                while before >= 0, Self.beforePlaces.contains(tokens[before].text) {
                    isTaken[before] = true
                    before -= 1
                }
                return
            }
        }
    }

    /// A lone ordinary word ("Essen", "Halle") names a place only after "in" and the like.
    private func mayName(_ start: Int, _ length: Int) -> Bool {
        let window = start..<start + length
        guard !isTaken[window].contains(true), !Self.beforePlaces.contains(tokens[start].text),
            window.dropFirst().allSatisfy({ tokens[$0].range.lowerBound - tokens[$0 - 1].range.upperBound <= 3 })
        else { return false }
        let token = tokens[start]
        if token.isNumber { return token.text.utf8.count == 5 }
        guard length == 1 else { return true }
        let isOrdinary = StopWords.contains(token.text) || Lexicon.standard.splitter.knows(stem: token.text)
        return token.text.utf8.count > 2 && (!isOrdinary || (start > 0 && tokens[start - 1].text == "in"))
    }

    private static let beforePlaces: Set<String> = [
        "in", "im", "aus", "bei", "um", "nach", "von", "naehe", "der", "raum", "umgebung",
    ]

    // MARK: Age

    private mutating func readAge() {
        let pregnancy = tokens.indices.filter { Self.pregnant.contains(tokens[$0].text) }
        for position in tokens.indices {
            guard let (amount, next) = number(at: position), let (months, end) = unit(amount, at: next),
                !isSpan(before: position)
            else { continue }
            guard let found = AgeInMonths(pregnancy.isEmpty ? months : months - 9) else { continue }
            age = found
            for taken in position..<end { isTaken[taken] = true }
            if end < tokens.count, tokens[end].text == "alt" { isTaken[end] = true }
            for taken in pregnancy { isTaken[taken] = true }
            return
        }
        guard !pregnancy.isEmpty else { return }
        age = AgeInMonths(clamping: -4)
        for taken in pregnancy { isTaken[taken] = true }
    }

    /// "seit 3 Jahren", "3 bis 6 Jahre" say no child's age.
    private func isSpan(before position: Int) -> Bool {
        guard position > 0 else { return false }
        let before = tokens[position - 1]
        return before.isNumber
            || ["bis", "seit", "vor", "in", "nach", "alle", "pro", "ab", "und"].contains(before.text)
    }

    /// "7", "sieben", "1,5", "halbes", with the position after it.
    private func number(at position: Int) -> (Double, Int)? {
        let text = tokens[position].text
        if let word = Self.numbers[text] { return (word, position + 1) }
        guard text.utf8.count < 4, let whole = Double(text) else { return nil }
        let next = position + 1
        guard next < tokens.count, tokens[next].isNumber, tokens[next].text.utf8.count == 1,
            tokens[next].range.lowerBound == tokens[position].range.upperBound + 1,
            [UInt8(ascii: ","), UInt8(ascii: ".")].contains(bytes[tokens[position].range.upperBound]),
            let tenth = Double(tokens[next].text)
        else { return (whole, next) }
        return (whole + tenth / 10, next + 1)
    }

    /// Completed months of so many years, months, weeks or days.
    private func unit(_ amount: Double, at position: Int) -> (Int, Int)? {
        guard position < tokens.count else { return nil }
        let text = tokens[position].text
        let factor =
            if text.hasPrefix("jahr") || text.hasPrefix("jaehrig") { 12.0 } else if text.hasPrefix("monat") {
                1.0
            } else if text == "woche" || text == "wochen" { 12 / 52.18 } else if text == "tage" { 12 / 365.25 } else {
                Double.nan
            }
        guard factor.isFinite, amount * factor <= 324 else { return nil }
        return (Int(amount * factor), position + 1)
    }

    private static let pregnant: Set<String> = ["schwanger", "schwangere"]
    private static let numbers: [String: Double] = [
        "ein": 1, "eine": 1, "einem": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5, "sechs": 6,
        "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwoelf": 12, "halbes": 0.5, "halben": 0.5,
        "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5,
    ]
}

extension OfferQuery {
    /// Asks for a place: its area with what serves it, or with a radius everything around its centre.
    package mutating func narrow(to place: Place, within kilometres: Double? = nil) {
        near = place.coordinate
        if kilometres != nil, place.coordinate != nil {
            withinKilometres = kilometres
            areaIDs = []
        } else {
            areaIDs = [place.area.id]
        }
    }
}
