import Areas
import Prevention
import Statistics

/// Plausibilität: compares a file's values with each other, with the areas and with what is stored.
///
/// Stored numbers are named only if they are published: whoever reads files in does not see what the gate has not shown.
struct ValueChecks {
    private(set) var findings: [ValueFinding] = []
    private let book: ValueBook
    private let tree: AreaTree
    private let indicators: [Indicator]
    /// What the file brings, by indicator and period.
    private let touched: [ID<Indicator>: [Period: [ID<Area>: Int]]]

    init(_ book: ValueBook, new: [(value: MeasuredValue, row: Int)], tree: AreaTree, indicators: [Indicator]) {
        self.book = book
        self.tree = tree
        self.indicators = indicators
        var touched: [ID<Indicator>: [Period: [ID<Area>: Int]]] = [:]
        for one in new {
            guard case .area(let area) = one.value.place else { continue }
            touched[one.value.indicator, default: [:]][one.value.period, default: [:]][area] = one.row
        }
        self.touched = touched
        for indicator in indicators {
            let periods = (touched[indicator.id] ?? [:]).sorted { $0.key < $1.key }
            checkParts(of: indicator)
            for (period, areas) in periods {
                if indicator.measure == .count { checkHierarchy(indicator, period, areas) }
                checkJumps(indicator, period, areas)
                checkMissing(indicator, period, areas)
                checkBoundaries(indicator, period, areas)
            }
        }
    }

    private func name(_ area: ID<Area>) -> String { tree[area]?.name ?? area.text }

    /// Says why no number is named.
    private static func hint(_ text: String, isTold: Bool) -> String {
        isTold ? text : text + " Gespeicherte Zahlen, die nicht freigegeben sind, werden hier nicht genannt."
    }

    // MARK: Sums

    /// All parts of a whole, breakdown by breakdown, wherever whole and parts are all known.
    private mutating func checkParts(of whole: Indicator) {
        let parts = indicators.filter { $0.wholeKey == whole.key && $0.measure == .count }
        for (breakdown, group) in Dictionary(grouping: parts, by: \.breakdown).sorted(by: { $0.key < $1.key }) {
            var slots: Set<Place> = []
            for indicator in group + [whole] {
                for (period, areas) in touched[indicator.id] ?? [:] {
                    for area in areas.keys { slots.insert(Place(area: area, period: period)) }
                }
            }
            for slot in slots.sorted(by: { ($0.period, order($0.area)) < ($1.period, order($1.area)) }) {
                checkParts(group, of: whole, breakdown, slot)
            }
        }
    }

    private struct Place: Hashable {
        let area: ID<Area>
        let period: Period
    }

    /// Areas in the order of their keys.
    private func order(_ area: ID<Area>) -> String { tree[area]?.key.text ?? area.text }

    private mutating func checkParts(_ parts: [Indicator], of whole: Indicator, _ breakdown: String, _ slot: Place) {
        guard let total = book[whole.id, slot.area, slot.period], let number = total.value.value else { return }
        var sum = CompensatedSum()
        var row = total.row
        var isTold = total.isTold
        for part in parts {
            guard let entry = book[part.id, slot.area, slot.period], let value = entry.value.value else { return }
            sum.add(value)
            row = row ?? entry.row
            isTold = isTold && entry.isTold
        }
        let difference = sum.total - number
        guard abs(difference) > tolerance(number) else { return }
        let words = breakdown.isEmpty ? "Teile" : "Teile nach \(breakdown)"
        let numbers = isTold ? " \(Numbers.text(sum.total)) (\(Numbers.difference(difference)))" : ""
        findings.append(
            ValueFinding(
                kind: .breakdown, indicator: whole.id, area: slot.area, period: slot.period,
                difference: isTold ? difference : nil, row: row,
                found: "\(name(slot.area)), \(slot.period): \(words)\(numbers)",
                expected: "\(isTold ? Numbers.text(number) : "zusammen so viele") wie bei „\(whole.name)“",
                hint: Self.hint(
                    "Die Teile ergeben nicht das Ganze. Bitte bei der Quelle nachfragen; die Werte werden so übernommen.",
                    isTold: isTold)))
    }

    /// Counts that a crosswalk made have fractions.
    private func tolerance(_ number: Double) -> Double { 1e-6 * max(1, abs(number)) }

    /// The areas directly below, or those below them where a floor has no values.
    private mutating func checkHierarchy(_ indicator: Indicator, _ period: Period, _ areas: [ID<Area>: Int]) {
        var parents: Set<ID<Area>> = Set(areas.keys)
        for area in areas.keys { parents.formUnion(tree.ancestors(of: area).map(\.id)) }
        for parent in parents.sorted(by: { order($0) < order($1) }) {
            guard let entry = book[indicator.id, parent, period], let total = entry.value.value,
                let sum = sumBelow(parent, indicator.id, period)
            else { continue }
            let difference = sum.value - total
            guard abs(difference) > tolerance(total) else { continue }
            let isTold = entry.isTold && sum.isTold
            let numbers = isTold ? " \(Numbers.text(sum.value)) (\(Numbers.difference(difference)))" : ""
            findings.append(
                ValueFinding(
                    kind: .hierarchy, indicator: indicator.id, area: parent, period: period,
                    difference: isTold ? difference : nil, row: entry.row ?? areas[parent],
                    found: "\(name(parent)), \(period): Summe der \(sum.count) Teilgebiete\(numbers)",
                    expected: "\(isTold ? Numbers.text(total) : "so viele") wie beim Gebiet selbst",
                    hint: Self.hint(
                        "Die Teilgebiete ergeben nicht das Ganze: nicht zugeordnete Fälle, ein fehlendes Gebiet oder ein Fehler. Die Werte werden so übernommen.",
                        isTold: isTold)))
        }
    }

    /// `nil` if a part is not known or there is none.
    private func sumBelow(_ parent: ID<Area>, _ indicator: ID<Indicator>, _ period: Period) -> (
        value: Double, count: Int, isTold: Bool
    )? {
        let children = tree.children(of: parent).filter { $0.isValid(on: period.lastDay) }
        guard !children.isEmpty else { return nil }
        var sum = CompensatedSum()
        var count = 0
        var isTold = true
        for child in children {
            if let entry = book[indicator, child.id, period] {
                guard let value = entry.value.value else { return nil }
                sum.add(value)
                count += 1
                isTold = isTold && entry.isTold
            } else if let below = sumBelow(child.id, indicator, period) {
                sum.add(below.value)
                count += below.count
                isTold = isTold && below.isTold
            } else {
                return nil
            }
        }
        return (sum.total, count, isTold)
    }

    // MARK: Time

    /// Counts: more than half off and beyond six standard deviations of chance; others: far from how areas usually move.
    private mutating func checkJumps(_ indicator: Indicator, _ period: Period, _ areas: [ID<Area>: Int]) {
        guard indicator.measure != .yesNo,
            let before = book.periods[indicator.id]?.last(where: { $0 < period && $0.kind == period.kind })
        else { return }
        var moves: [(area: ID<Area>, old: Double, new: Double)] = []
        for area in areas.keys {
            if let old = book.number(indicator.id, area, before), let new = book.number(indicator.id, area, period) {
                moves.append((area, old, new))
            }
        }
        let spread = Self.spread(moves.map { $0.new - $0.old })
        let far = moves.filter { move in
            let change = move.new - move.old
            if indicator.measure == .count {
                return abs(change) > 6 * (move.new + move.old).squareRoot() && abs(change) > 0.5 * max(move.old, 1)
            }
            return spread.map { abs(change - $0.centre) > 8 * $0.width && abs(change) > 0.5 * abs(move.old) } ?? false
        }
        for move in far.sorted(by: { order($0.area) < order($1.area) }) {
            let isTold = book[indicator.id, move.area, before]?.isTold ?? false
            findings.append(
                ValueFinding(
                    kind: .jump, indicator: indicator.id, area: move.area, period: period,
                    difference: isTold ? move.new - move.old : nil,
                    row: areas[move.area], found: "\(name(move.area)), \(period): \(Numbers.text(move.new))",
                    expected: isTold
                        ? "etwa \(Numbers.text(move.old)) wie \(before)" : "näher am Wert von \(before)",
                    hint: Self.hint(
                        "Der Sprung ist ungewöhnlich groß. Bitte Einheit, Gebietsstand und Quelle prüfen.",
                        isTold: isTold)))
        }
    }

    /// Median and 1.4826 times the median distance from it; `nil` for fewer than eight values or no spread.
    private static func spread(_ changes: [Double]) -> (centre: Double, width: Double)? {
        guard changes.count >= 8 else { return nil }
        let centre = median(changes)
        let width = 1.4826 * median(changes.map { abs($0 - centre) })
        return width > 0 ? (centre, width) : nil
    }

    private static func median(_ numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    // MARK: Areas

    /// Where at least half of the areas under one parent have a row, the others are missed.
    private mutating func checkMissing(_ indicator: Indicator, _ period: Period, _ areas: [ID<Area>: Int]) {
        let parents = Set(areas.keys.compactMap { tree[$0]?.parentID })
        for parent in parents.sorted(by: { order($0) < order($1) }) {
            let children = tree.children(of: parent).filter { $0.isValid(on: period.lastDay) }
            for (_, siblings) in Dictionary(grouping: children, by: \.level).sorted(by: { $0.key < $1.key }) {
                let missed = siblings.filter { areas[$0.id] == nil }
                guard !missed.isEmpty, missed.count * 2 <= siblings.count else { continue }
                for area in missed.sorted(by: { $0.key < $1.key })
                where book[indicator.id, area.id, period] == nil {
                    findings.append(
                        ValueFinding(
                            kind: .missingArea, indicator: indicator.id, area: area.id, period: period, difference: nil,
                            row: nil, found: "", expected: "\(period): eine Zeile für \(area.name) (\(area.key))",
                            hint: "Das Gebiet fehlt in der Datei. Sein Wert bleibt \"nicht verfügbar\"."))
                }
            }
        }
    }

    private mutating func checkBoundaries(_ indicator: Indicator, _ period: Period, _ areas: [ID<Area>: Int]) {
        let wrong = areas.filter { tree[$0.key]?.isValid(on: period.lastDay) == false }
        for (id, row) in wrong.sorted(by: { order($0.key) < order($1.key) }) {
            guard let area = tree[id] else { continue }
            let span = [area.validFrom.map { "ab \($0)" }, area.validTo.map { "bis \($0)" }].compactMap { $0 }
            findings.append(
                ValueFinding(
                    kind: .boundaries, indicator: indicator.id, area: id, period: period, difference: nil, row: row,
                    found: "\(area.name) (\(area.key)), \(period)",
                    expected: "ein Gebiet, das es \(period.lastDay) gab (dieses: \(span.joined(separator: " ")))",
                    hint: "Bitte mit einem Umsteigeschlüssel auf die Gebiete des Zeitraums umrechnen."))
        }
    }
}
