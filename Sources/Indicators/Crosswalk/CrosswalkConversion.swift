import Areas
import Prevention
import Statistics

/// Umrechnung of values to other boundaries.
///
/// Counts move by their share; shares and ratios through events and base, never as averages of rates; scores only where
/// all that went into the new area comes whole from one old area. Every result is marked as converted.
struct CrosswalkConversion {
    let crosswalk: Crosswalk

    /// A converted value and what it was made of.
    struct Result: Hashable, Sendable {
        let value: MeasuredValue
        /// No old area was divided for it: the numbers are exact, not estimated.
        let isExact: Bool
    }

    /// Values of one indicator and period for the new areas, by key.
    ///
    /// A new area gets a value only if each of its origins has one; it is suppressed if one of them is.
    func convert(_ old: [AreaKey: MeasuredValue], of indicator: Indicator, in period: Period) -> [Result] {
        let targets = Set(old.keys.flatMap { crosswalk.shares[$0] ?? [] }.map(\.to)).sorted()
        return targets.compactMap { target in
            let origins = crosswalk.origins(of: target)
            // Areas that did not change keep the value that they have.
            if origins.count == 1, let only = origins.first, only.key == target, only.share == 1 { return nil }
            let parts = origins.map { origin in
                Part(value: old[origin.key], share: origin.share)
            }
            return result(parts, indicator, place: .area(ID(key: target)), period)
        }
    }

    private struct Part {
        let value: MeasuredValue?
        let share: Double
    }

    private func result(
        _ parts: [Part], _ indicator: Indicator, place: MeasuredValue.Place, _ period: Period
    ) -> Result? {
        let isExact = parts.allSatisfy { $0.share == 1 }
        let blank = { (state: PublishedValue.State) in
            Result(
                value: MeasuredValue(
                    indicator: indicator.id, place: place, period: period, state: state, isConverted: true),
                isExact: isExact)
        }
        if parts.contains(where: { $0.value?.state == .suppressed }) { return blank(.suppressed) }
        guard parts.allSatisfy({ $0.value?.state == .available }) else { return blank(.notAvailable) }
        let made: MeasuredValue
        switch indicator.measure {
        case .count:
            guard let sum = sum(parts, \.value) else { return blank(.notAvailable) }
            made = MeasuredValue(
                indicator, place: place, period: period, value: sum, base: self.sum(parts, \.base), isConverted: true)
        case .share, .ratio:
            guard let events = sum(parts, \.events), let base = sum(parts, \.base) else { return blank(.notAvailable) }
            made = MeasuredValue(
                indicator, place: place, period: period, events: events, base: base, isConverted: true)
        case .score, .yesNo:
            guard parts.count == 1, isExact, let value = parts[0].value?.value else { return blank(.notAvailable) }
            made = MeasuredValue(indicator, place: place, period: period, value: value, isConverted: true)
        }
        return Result(value: made, isExact: isExact)
    }

    /// `nil` if one part does not state the number.
    private func sum(_ parts: [Part], _ number: (MeasuredValue) -> Double?) -> Double? {
        var sum = CompensatedSum()
        for part in parts {
            guard let value = part.value.flatMap(number) else { return nil }
            sum.add(value * part.share)
        }
        return sum.total
    }
}
