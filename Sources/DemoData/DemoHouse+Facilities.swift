import Indicators
import Musterkreis
import Offers
import Prevention

extension Musterkreis {
    /// The last school entry examination by Kita: each district's children divided among its Kitas and those in none.
    var examinedByKita: (facilities: [MeasuredFacility], values: [MeasuredValue]) {
        let key = "defizite-in-elementaren-entwicklungskompetenzen"
        guard let indicator = indicators.first(where: { $0.key == key }),
            let last = numbers.filter({ $0.indicator == key }).map(\.period).max()
        else { return ([], []) }
        let kitas = Dictionary(grouping: facilities.filter { $0.kind == .kita }, by: \.areaID)
        var found: (facilities: [MeasuredFacility], values: [MeasuredValue]) = ([], [])
        for number in numbers where number.indicator == key && number.period == last && number.isKnown {
            guard let events = number.events, let base = number.base, let own = kitas[number.areaID] else { continue }
            let groups = Self.divide(base, events, among: own.count + 1, seed: UInt64(found.values.count + 1))
            for (kita, group) in zip(own, groups.dropFirst()) where group.base > 0 {
                let reference = Reference(.facility, kita.id)
                found.facilities.append(MeasuredFacility(reference, name: kita.name, areaID: kita.areaID))
                found.values.append(
                    MeasuredValue(
                        indicator, place: .facility(reference), period: last, events: Double(group.events),
                        base: Double(group.base)))
            }
        }
        return found
    }

    /// Children dealt out one by one; the first group gets fewest.
    private static func divide(_ base: Int, _ events: Int, among count: Int, seed: UInt64)
        -> [(base: Int, events: Int)]
    {
        var generator = SeededGenerator(seed: seed)
        let sizes = (0..<count).map { $0 == 0 ? 1 : generator.number(in: 2...6) }
        let places = sizes.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        var groups = Array(repeating: (base: 0, events: 0), count: count)
        var left = events
        for child in 0..<max(0, base) {
            let group = places[generator.number(in: 0...(places.count - 1))]
            let isCounted = generator.number(in: 1...(base - child)) <= left
            groups[group].base += 1
            if isCounted {
                groups[group].events += 1
                left -= 1
            }
        }
        return groups
    }
}
