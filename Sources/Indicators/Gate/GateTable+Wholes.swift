import Disclosure

/// Wholes of which no value is there: who knows all parts knows them as well.
extension GateTable {
    /// From the smallest parts upwards. A breakdown counts where each of its parts has a value.
    mutating func addMissingWholes() {
        let parts = material.bases.values.filter { $0.wholeKey != nil }.sorted { $0.key < $1.key }
        let wholes = Set(parts.compactMap(\.wholeKey)).compactMap { material.bases[$0] }
            .filter { indicators[$0.id] != nil }.sorted { $0.key < $1.key }
        var isGrowing = true
        while isGrowing {
            let before = entries.count
            for whole in wholes {
                let own = Dictionary(grouping: parts.filter { $0.wholeKey == whole.key }, by: \.breakdown)
                for (_, parts) in own.sorted(by: { $0.key < $1.key }) { addWhole(whole, of: parts) }
            }
            isGrowing = entries.count > before
        }
    }

    private mutating func addWhole(_ whole: Indicator, of parts: [Indicator]) {
        guard let first = parts.first else { return }
        for key in entries where key.series == Series(indicator: first.id, part: .count) {
            let own = key.of(Series(indicator: whole.id, part: .count))
            let cells = parts.compactMap { places[key.of(Series(indicator: $0.id, part: .count))] }
            guard places[own] == nil, cells.count == parts.count else { continue }
            let value = sum(cells)
            let place = add(own, value, known: [], isShown: false)
            let rule = Self.rule(whole)
            if rule.hides(value) { protect(place, rule.requirement, .small) }
        }
    }
}
