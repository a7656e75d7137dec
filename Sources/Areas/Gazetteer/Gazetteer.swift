import Language
package import Prevention

/// Ortsverzeichnis: finds areas by what people type: a town, a district, "Kreis Unna", "Fröndenberg", "59423 Unna".
///
/// A snapshot in memory; `AreaDirectory` renews it when areas change.
package struct Gazetteer: Sendable {
    private struct Entry: Sendable {
        let area: Area
        /// The area's own name and, for districts, the name with its town in both orders.
        let names: [PlaceName]
        let letters: [[UInt8]]
        let label: String
    }

    private let tree: AreaTree
    private let entries: [Entry]
    private let entriesByWord: [String: [Int]]
    private let entriesByPostcode: [String: [Int]]

    package init(_ tree: AreaTree) {
        self.tree = tree
        let counts = Dictionary(grouping: tree.areas, by: \.name).mapValues(\.count)
        entries = tree.areas.map { area in
            let town = area.level.isTown ? nil : tree.town(of: area.id)
            var written = [area.name]
            if let town, !area.name.hasPrefix(town.name) {
                written += ["\(area.name) \(town.name)", "\(town.name) \(area.name)"]
            }
            let names = written.map { PlaceName($0) }
            return Entry(
                area: area, names: names, letters: names.map { Array($0.key.utf8) },
                label: Self.label(area, town: town, isUnique: counts[area.name] == 1))
        }
        var byWord: [String: [Int]] = [:]
        var byPostcode: [String: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            for word in Set(entry.names.flatMap { $0.words + $0.addition }) { byWord[word, default: []].append(index) }
            for postcode in entry.area.postcodes { byPostcode[postcode, default: []].append(index) }
        }
        entriesByWord = byWord
        entriesByPostcode = byPostcode
    }

    private static func label(_ area: Area, town: Area?, isUnique: Bool) -> String {
        if let town, town.name != area.name { return "\(area.name), \(town.name)" }
        if isUnique || area.kind.isEmpty || area.name.hasPrefix(area.kind) { return area.name }
        return "\(area.name) (\(area.kind))"
    }

    /// The place meant by `text`: a name, a postcode, both, or an official key.
    package func find(_ text: String) -> PlaceAnswer {
        let asked = PlaceName(text)
        if asked.isEmpty { return key(text) ?? .unknown(suggestions: []) }
        let named = asked.words.isEmpty ? [] : byName(asked)
        guard let postcode = asked.postcode else {
            return answer(named) ?? key(text) ?? .unknown(suggestions: suggestions(for: asked))
        }
        let coded = (entriesByPostcode[postcode] ?? []).map { place(entries[$0], .postcode) }
        // "59423 Unna": where both agree the smaller area is meant; where they do not, the name counts.
        let both = coded.filter { coded in named.contains { tree.idsWithin($0.area.id).contains(coded.area.id) } }
        return answer(both) ?? answer(named) ?? answer(deepest(coded))
            ?? .unknown(suggestions: asked.words.isEmpty ? neighbours(of: postcode) : suggestions(for: asked))
    }

    /// The one place with exactly this name or postcode; for reading running text, so without guesses.
    package func named(_ text: String) -> Place? {
        let asked = PlaceName(text)
        if !asked.words.isEmpty {
            let named = byName(asked, upTo: .withoutAddition)
            return named.count == 1 ? named.first : nil
        }
        let coded = asked.postcode.flatMap { entriesByPostcode[$0] } ?? []
        return answer(deepest(coded.map { place(entries[$0], .postcode) }))?.place
    }

    /// Areas around a point with their distance in kilometres, nearest first; areas without a centre are left out.
    package func areas(
        near point: Coordinate, within kilometres: Double, where condition: (Area) -> Bool = { _ in true }
    ) -> [(area: Area, kilometres: Double)] {
        let found = tree.areas.compactMap { area -> (area: Area, kilometres: Double)? in
            guard condition(area), let center = area.center else { return nil }
            let distance = center.kilometres(to: point)
            return distance <= kilometres ? (area, distance) : nil
        }
        return found.sorted { ($0.kilometres, $0.area.key) < ($1.kilometres, $1.area.key) }
    }

    // MARK: Ways to a place

    private func answer(_ places: [Place]) -> PlaceAnswer? {
        guard let first = places.first else { return nil }
        return places.count == 1 ? .found(first) : .ambiguous(places)
    }

    private func key(_ text: String) -> PlaceAnswer? {
        guard text.count != 5, let key = AreaKey(text.filter { $0 != " " }), let area = tree.area(key: key),
            let entry = entries.first(where: { $0.area.id == area.id })
        else { return nil }
        return .found(place(entry, .key))
    }

    /// The areas whose name fits best; beginnings of names do not count.
    private func byName(_ asked: PlaceName, upTo worst: PlaceName.Fit = .part) -> [Place] {
        let candidates = Set((asked.words + asked.addition).flatMap { entriesByWord[$0] ?? [] })
        let fits = candidates.compactMap { index -> (index: Int, fit: PlaceName.Fit)? in
            let best = entries[index].names.compactMap { asked.fit($0) }.min()
            return best.flatMap { $0 <= worst ? (index, $0) : nil }
        }
        guard let best = fits.map(\.fit).min() else { return [] }
        let chosen = fits.filter { $0.fit == best }.map { entries[$0.index] }
        // A town is meant before a Kreis or district of the same name.
        let towns = chosen.filter(\.area.level.isTown)
        let sorted = (towns.isEmpty || best == .part ? chosen : towns).sorted { left, right in
            let sizes = (left.area.population?.total ?? 0, right.area.population?.total ?? 0)
            return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : left.area.key < right.area.key
        }
        return sorted.map { place($0, .name) }
    }

    /// Of areas inside each other only the smallest.
    private func deepest(_ places: [Place]) -> [Place] {
        places.filter { place in
            !places.contains { other in
                other.area.id != place.area.id && tree.idsWithin(place.area.id).contains(other.area.id)
            }
        }
    }

    private func place(_ entry: Entry, _ match: Place.Match) -> Place {
        Place(area: entry.area, coordinate: coordinate(of: entry.area), match: match, label: entry.label)
    }

    /// The area's centre, or that of the nearest area above that has one.
    private func coordinate(of area: Area) -> Coordinate? {
        area.center ?? tree.ancestors(of: area.id).lazy.compactMap(\.center).first
    }

    // MARK: Suggestions

    /// Names that begin with or sound like what was typed, nearest spelling first, then towns, larger ones first.
    private func suggestions(for asked: PlaceName) -> [Place] {
        let letters = Array(asked.key.utf8)
        guard letters.count > 1, letters.count <= 60 else { return [] }
        let limit = letters.count < 5 ? 1 : letters.count < 9 ? 2 : 3
        let scored = entries.compactMap { entry -> (entry: Entry, distance: Int)? in
            let distances = entry.letters.compactMap { name in
                name.starts(with: letters) ? 0 : EditDistance.within(limit, letters, name)
            }
            return distances.min().map { (entry, $0) }
        }
        let sorted = scored.sorted { left, right in
            if left.distance != right.distance { return left.distance < right.distance }
            let towns = (left.entry.area.level.isTown, right.entry.area.level.isTown)
            if towns.0 != towns.1 { return towns.0 }
            let sizes = (left.entry.area.population?.total ?? 0, right.entry.area.population?.total ?? 0)
            return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : left.entry.area.key < right.entry.area.key
        }
        return sorted.prefix(5).map { place($0.entry, .name) }
    }

    /// Areas whose known postcodes begin with the same three, otherwise two digits.
    private func neighbours(of postcode: String) -> [Place] {
        for digits in [3, 2] {
            let known = entriesByPostcode.keys.filter { $0.hasPrefix(postcode.prefix(digits)) }.sorted()
            let indices = known.flatMap { entriesByPostcode[$0] ?? [] }
            var seen: Set<Int> = []
            let places = indices.filter { seen.insert($0).inserted }.prefix(5).map { place(entries[$0], .postcode) }
            if !places.isEmpty { return places }
        }
        return []
    }
}
