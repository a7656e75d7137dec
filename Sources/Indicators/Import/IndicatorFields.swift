import Disclosure
import Prevention
package import Tables

/// Angaben: a definition of an indicator as texts by name, as forms, tables and JSON files have it.
///
/// Names are those of `Indicator.definition`; ranges are "0-100" or "0 bis 100", lists are separated by commas.
package struct IndicatorFields: Sendable {
    /// Fault in one of the texts.
    package struct Fault: Hashable, Sendable {
        package let name: String
        package let found: String
        package let expected: String
    }

    /// Every name with its German heading.
    package static let headings: [(name: String, german: String)] = [
        ("key", "Schlüssel"), ("name", "Name"), ("kind", "Art"), ("measure", "Messung"), ("per", "je"),
        ("counting", "Zählweise"), ("direction", "Richtung"), ("good", "Zielbereich"), ("unit", "Einheit"),
        ("numerator", "Zähler"),
        ("denominator", "Nenner"), ("baseKey", "Basis"), ("wholeKey", "Ganzes"), ("breakdown", "Gliederung"),
        ("stages", "Lebensphasen"), ("fields", "Handlungsfelder"), ("use", "Verwendung"), ("source", "Quelle"),
        ("office", "Amt"), ("periodicity", "Turnus"), ("licence", "Lizenz"), ("readingAid", "Lesehilfe"),
        ("caveat", "Vorbehalt"), ("plausible", "Möglicher Bereich"), ("threshold", "Schwelle"),
        ("hidesZero", "Null verdecken"), ("dominance", "Dominanz"), ("isInvented", "Erfunden"),
        ("baseline", "Ausgangswert"),
        ("baselinePeriod", "Ausgangszeitraum"), ("target", "Ziel"), ("targetPeriod", "Zielzeitraum"),
    ]

    package var texts: [String: String]
    package private(set) var faults: [Fault] = []

    package init(_ texts: [String: String]) { self.texts = texts }

    /// Members of a JSON object; lists of two numbers become ranges.
    package init(json: JSONValue) {
        texts = [:]
        for member in json.members {
            switch member.value {
            case .list(let items):
                let words = items.map { $0.string ?? $0.description }
                let isRange = ["good", "plausible"].contains(member.name)
                texts[member.name] = words.joined(separator: isRange ? " bis " : ", ")
            case .text(let text): texts[member.name] = text
            case .null: break
            default:
                let whole = member.value.double.flatMap { Int(exactly: $0) }
                texts[member.name] = whole.map(String.init) ?? member.value.description
            }
        }
        guard let goal = json["targets"].items.first else { return }
        texts["target"] = goal["value"].description
        texts["targetPeriod"] = goal["period"].string
        if let number = goal["baseline"].double { texts["baseline"] = "\(number)" }
        texts["baselinePeriod"] = goal["baselinePeriod"].string
        texts["targets"] = nil
    }

    private func text(_ name: String) -> String { (texts[name] ?? "").trimmingBlanks }

    private mutating func refuse(_ name: String, _ expected: String) {
        faults.append(Fault(name: name, found: text(name), expected: expected))
    }

    private mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ words: [String: Word], standard: Word
    ) -> Word {
        let written = text(name)
        if written.isEmpty { return standard }
        if let found = Word(rawValue: written) ?? words[Folding.fold(written)] { return found }
        refuse(name, "eines von: " + Word.allCases.map(\.rawValue).joined(separator: ", "))
        return standard
    }

    private mutating func number(_ name: String) -> Double? {
        let written = text(name)
        if written.isEmpty { return nil }
        let mark: DecimalMark = written.contains(",") ? .comma : .point
        if case .number(let number, _) = BareNumber(written).value(mark) { return number }
        refuse(name, "eine Zahl")
        return nil
    }

    private mutating func range(_ name: String) -> ClosedRange<Double>? {
        let written = text(name)
        if written.isEmpty { return nil }
        let parts = written.replacing("bis", with: "…").replacing("–", with: "…").split(separator: "…")
        let halves = parts.count == 2 ? parts.map(String.init) : Self.halves(written)
        let numbers = halves.compactMap { half -> Double? in
            let text = half.trimmingBlanks
            guard case .number(let number, _) = BareNumber(text).value(text.contains(",") ? .comma : .point) else {
                return nil
            }
            return number
        }
        if numbers.count == 2, numbers[0] <= numbers[1] { return numbers[0]...numbers[1] }
        refuse(name, "zwei Zahlen wie 0 bis 100")
        return nil
    }

    /// "0-100", "-5-5": the hyphen after the first digit parts them.
    private static func halves(_ text: String) -> [String] {
        guard let digit = text.firstIndex(where: \.isNumber), let hyphen = text[digit...].firstIndex(of: "-") else {
            return []
        }
        return [String(text[..<hyphen]), String(text[text.index(after: hyphen)...])]
    }

    private mutating func truth(_ name: String) -> Bool {
        switch Folding.fold(text(name)) {
        case "", "nein", "n", "no", "false", "0", "falsch": return false
        case "ja", "j", "yes", "true", "1", "wahr", "x": return true
        default:
            refuse(name, "ja oder nein")
            return false
        }
    }

    private mutating func list<Word: RawRepresentable<String> & CaseIterable>(_ name: String, _ type: Word.Type)
        -> [Word]
    {
        let words = text(name).split { $0 == "," || $0 == "\n" || $0 == "|" }.map { String($0).trimmingBlanks }
        let found = words.compactMap { Word(rawValue: $0) }
        if found.count < words.count {
            refuse(name, "Wörter aus: " + Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return found
    }

    /// The indicator that the texts describe; look at `faults` before using it.
    ///
    /// - Parameter known: the stored one of the same key, whose id it keeps and whose targets for single areas stay.
    package mutating func indicator(over known: Indicator? = nil) -> Indicator {
        if !IndicatorStore.isKey(text("key")) {
            refuse("key", "1 bis 60 Kleinbuchstaben, Ziffern und Bindestriche, vorn ein Buchstabe")
        }
        if text("name").isEmpty { refuse("name", "ein Name") }
        var result = Indicator(id: known?.id ?? ID(), key: text("key"), name: text("name"))
        result.kind = word("kind", Self.kinds, standard: .context)
        result.measure = measure()
        result.counting = word("counting", Self.countings, standard: .unknown)
        result.direction = direction()
        result.unit = text("unit")
        result.numerator = text("numerator")
        result.denominator = text("denominator")
        result.baseKey = text("baseKey").isEmpty ? nil : text("baseKey")
        result.wholeKey = text("wholeKey").isEmpty ? nil : text("wholeKey")
        result.breakdown = text("breakdown")
        result.stages = list("stages", LifeStage.self)
        result.fields = list("fields", FieldOfAction.self)
        result.use = word("use", [:], standard: .none)
        result.source = text("source")
        result.office = text("office")
        result.periodicity = text("periodicity")
        result.licence = text("licence")
        result.readingAid = text("readingAid")
        result.caveat = text("caveat")
        result.plausible = range("plausible")
        result.threshold = threshold()
        result.hidesZero = truth("hidesZero")
        result.dominance = dominance()
        result.isInvented = truth("isInvented")
        result.targets = targets() + (known?.targets.filter { $0.areaID != nil } ?? [])
        return result
    }

    private static let kinds: [String: Indicator.Kind] = [
        "wirkung": .outcome, "ergebnis": .outcome, "reichweite": .reach, "prozess": .process,
        "meilenstein": .milestone, "kontext": .context, "rahmen": .context,
    ]

    private static let countings: [String: Indicator.Counting] = [
        "unbekannt": .unknown, "bestand": .stock, "stichtag": .stock, "ereignisse": .flow, "faelle": .flow,
    ]

    private mutating func dominance() -> DominanceRule? {
        let written = text("dominance")
        if written.isEmpty { return nil }
        if let rule = DominanceRule(written) { return rule }
        refuse("dominance", "2/85 (die zwei größten höchstens 85 Prozent) oder p15 (15-Prozent-Regel)")
        return nil
    }

    private mutating func measure() -> Indicator.Measure {
        let written = text("measure")
        let per = number("per") ?? 100
        if per <= 0 { refuse("per", "eine Zahl über 0") }
        switch Folding.fold(written) {
        case "", "count", "anzahl": return .count
        case "share", "anteil", "quote": return .share(per: max(per, 1e-9))
        case "ratio", "verhaeltnis", "rate": return .ratio(per: max(per, 1e-9))
        case "score", "wert", "mittelwert", "index": return .score
        case "yesno", "janein", "erreicht": return .yesNo
        default:
            refuse("measure", "count, share, ratio, score oder yesNo")
            return .count
        }
    }

    private mutating func direction() -> Indicator.Direction {
        switch Folding.fold(text("direction")) {
        case "", "neutral": return .neutral
        case "higher", "hoeheristbesser", "hoch": return .higherIsBetter
        case "lower", "niedrigeristbesser", "niedrig": return .lowerIsBetter
        case "within", "bereich":
            if let good = range("good") { return .within(good) }
            if text("good").isEmpty { refuse("good", "zwei Zahlen wie 20 bis 25") }
            return .neutral
        default:
            refuse("direction", "higher, lower, neutral oder within")
            return .neutral
        }
    }

    private mutating func threshold() -> Int {
        let number = number("threshold") ?? 3
        guard number >= 1, number <= 1_000, number == number.rounded() else {
            refuse("threshold", "eine ganze Zahl von 1 bis 1000")
            return 3
        }
        return Int(number)
    }

    private mutating func targets() -> [Indicator.Target] {
        guard let value = number("target") else { return [] }
        guard let period = Period(text("targetPeriod")) else {
            refuse("targetPeriod", "ein Zeitraum wie 2028")
            return []
        }
        let written = text("baselinePeriod")
        let before = written.isEmpty ? nil : Period(written)
        if !written.isEmpty, before == nil { refuse("baselinePeriod", "ein Zeitraum wie 2022") }
        return [Indicator.Target(baseline: number("baseline"), baselinePeriod: before, value: value, period: period)]
    }
}
