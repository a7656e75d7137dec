import Prevention

/// One value of a table before it is judged: its numbers may stand in several cells.
struct ValueDraft: Sendable {
    /// A cell that was read.
    struct Cell: Sendable {
        let value: CellValue
        let row: Int
        let column: String
        let found: String
    }

    let indicator: Indicator
    let place: MeasuredValue.Place
    let period: Period
    var cells: [ValueMapping.Part: Cell] = [:]

    /// Where a problem of the whole value is shown.
    var first: Cell? { cells[.value] ?? cells[.events] ?? cells[.base] }

    private func number(_ part: ValueMapping.Part) -> Double? {
        switch cells[part]?.value {
        case .number(let number, _): number
        case .nothing: 0
        default: nil
        }
    }

    private var isSuppressed: Bool {
        cells[.value]?.value == .suppressed || cells[.events]?.value == .suppressed
            || cells[.base]?.value == .suppressed
    }

    /// The value, or what forbids to take it: part, expected, hint.
    func judged() -> (value: MeasuredValue, faults: [Fault]) {
        let (value, events, base) = (number(.value), number(.events), number(.base))
        if isSuppressed {
            return (
                MeasuredValue(indicator: indicator.id, place: place, period: period, state: .suppressed, base: base), []
            )
        }
        var faults: [Fault] = []
        switch indicator.measure {
        case .count: faults += countFaults(value, .value) + countFaults(events, .events)
        case .share(let per): faults += shareFaults(value, events, base, per: per)
        case .ratio: faults += ratioFaults(value, events, base)
        case .yesNo:
            if let value, value != 0, value != 1 {
                faults.append(Fault(.value, "1 (erreicht) oder 0 (nicht erreicht)", "Ein Meilenstein ist keine Zahl."))
            }
        case .score: break
        }
        let measured = MeasuredValue(
            indicator, place: place, period: period, value: value, events: events, base: base)
        if let range = indicator.plausible, let number = measured.value, !range.contains(number) {
            faults.append(
                Fault(
                    .value, "zwischen \(Numbers.text(range.lowerBound)) und \(Numbers.text(range.upperBound))",
                    "Der Wert liegt außerhalb dessen, was für die Kenngröße möglich ist. Bitte Einheit und Komma prüfen."
                ))
        }
        return (measured, faults)
    }

    /// Fehler of a value, found before anything is stored.
    struct Fault: Sendable {
        let part: ValueMapping.Part
        let expected: String
        let hint: String

        init(_ part: ValueMapping.Part, _ expected: String, _ hint: String) {
            self.part = part
            self.expected = expected
            self.hint = hint
        }
    }

    private func countFaults(_ number: Double?, _ part: ValueMapping.Part) -> [Fault] {
        guard let number else { return [] }
        if number < 0 {
            return [
                Fault(part, "eine Anzahl ab 0", "Eine Anzahl kann nicht kleiner als 0 sein. Bitte die Quelle prüfen.")
            ]
        }
        if case .number(_, hasPercent: true) = cells[part]?.value {
            return [
                Fault(part, "eine Anzahl ohne Prozentzeichen", "Bitte prüfen, ob die Spalte richtig zugeordnet ist.")
            ]
        }
        if number != number.rounded() {
            return [Fault(part, "eine ganze Zahl", "Steht hier ein Punkt oder Komma als Tausendertrennzeichen?")]
        }
        return []
    }

    private func shareFaults(_ value: Double?, _ events: Double?, _ base: Double?, per: Double) -> [Fault] {
        var faults = ratioFaults(value, events, base)
        if let value, value > per * (1 + 1e-12) {
            faults.append(
                Fault(
                    .value, "höchstens \(Numbers.text(per))\(per == 100 ? " %" : "")",
                    "Ein Anteil kann nicht größer sein als das Ganze. Bitte Zähler, Nenner und Komma prüfen."))
        }
        if let events, let base, events > base {
            faults.append(
                Fault(.events, "höchstens \(Numbers.text(base)) (der Nenner)", "Der Zähler ist ein Teil des Nenners."))
        }
        return faults
    }

    private func ratioFaults(_ value: Double?, _ events: Double?, _ base: Double?) -> [Fault] {
        var faults: [Fault] = []
        for (part, number) in [(ValueMapping.Part.value, value), (.events, events), (.base, base)] {
            if let number, number < 0 {
                faults.append(Fault(part, "eine Zahl ab 0", "Bitte das Vorzeichen prüfen."))
            }
        }
        if let events, events > 0, base == 0 {
            faults.append(Fault(.base, "ein Nenner über 0", "Wo niemand ist, kann nichts gezählt werden."))
        }
        return faults
    }
}

/// Numbers in German words for problems.
enum Numbers {
    /// Without decimals where there are none, else with up to four; thousands by a point from 10.000 on.
    static func text(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
        let scaled = (abs(number) * 10_000).rounded()
        let (whole, rest) = (Int(scaled) / 10_000, Int(scaled) % 10_000)
        var digits = String(whole)
        if whole >= 10_000 {
            var grouped: [Character] = []
            for (index, digit) in digits.reversed().enumerated() {
                if index > 0, index.isMultiple(of: 3) { grouped.append(".") }
                grouped.append(digit)
            }
            digits = String(grouped.reversed())
        }
        if rest > 0 {
            var decimals = String(10_000 + rest).dropFirst()
            while decimals.last == "0" { decimals.removeLast() }
            digits += "," + decimals
        }
        return number < 0 && scaled > 0 ? "−" + digits : digits
    }

    /// With its sign: "+4", "−13".
    static func difference(_ number: Double) -> String { number > 0 ? "+" + text(number) : text(number) }
}
