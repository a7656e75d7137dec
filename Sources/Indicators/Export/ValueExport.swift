package import Areas
import Prevention
import Tables

/// Ausgabe of published values as a table: what the gate has hidden stays hidden, and each row says what it is.
package struct ValueExport: Sendable {
    private let series: [PublishedSeries]
    private let tree: AreaTree

    package init(_ series: [PublishedSeries], areas tree: AreaTree) {
        self.series = series
        self.tree = tree
    }

    private static let header = [
        "Kenngröße", "Name", "Gebietsschlüssel", "Gebiet", "Zeitraum", "Zustand", "Wert", "Zähler", "Nenner", "Einheit",
        "Fassung", "Quelle", "Lizenz",
    ]

    /// One row for each value, by indicator, period and area; numbers with a decimal comma.
    ///
    /// - Parameter mark: begin with the byte order mark, by which Excel knows UTF-8.
    package func csv(mark: Bool) -> [UInt8] {
        var writer = CSVWriter(header: Self.header, mark: mark)
        for one in series {
            let order = one.areas.sorted { (tree[$0]?.key.text ?? $0.text) < (tree[$1]?.key.text ?? $1.text) }
            for period in one.periods {
                let values = one.values(in: period)
                for area in order {
                    if let value = values[area] { writer.append(row(one.indicator, area, period, value)) }
                }
            }
        }
        return writer.file
    }

    private func row(_ indicator: Indicator, _ area: ID<Area>, _ period: Period, _ value: PublishedValue) -> [String] {
        let state =
            switch value.state {
            case .available: "verfügbar"
            case .notAvailable: "nicht verfügbar"
            case .suppressed: "geheim"
            }
        return [
            indicator.key, indicator.name, tree[area]?.key.text ?? area.text, tree[area]?.name ?? "",
            period.description, state, Self.number(value.value), Self.number(value.events), Self.number(value.base),
            indicator.unit, "\(value.version)", indicator.source, indicator.licence,
        ]
    }

    private static func number(_ number: Double?) -> String {
        guard let number else { return "" }
        if let whole = Int(exactly: number) { return String(whole) }
        return "\(number)".replacing(".", with: ",")
    }
}
