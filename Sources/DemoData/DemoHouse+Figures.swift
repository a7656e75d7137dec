package import Indicators
import Musterkreis
import Prevention

extension DemoHouse {
    /// Defines indicators and brings their measured values in; what is there already stays.
    ///
    /// Nothing of it is shown before the publish gate has let it through.
    /// - Returns: values that were new.
    func load(
        _ indicators: [Indicator], _ values: [MeasuredValue], from origin: ValueOrigin, at now: Instant
    ) async throws -> Int {
        let store = IndicatorStore(database: database)
        try await store.save(indicators, by: actor, at: now)
        return try await store.record(values, from: origin, by: actor, at: now).created
    }
}

extension Musterkreis {
    /// The numbers that somebody knows, as an office would deliver them.
    package var values: [MeasuredValue] {
        let indicators = Dictionary(indicators.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
        return numbers.compactMap { number in
            guard number.isKnown, let indicator = indicators[number.indicator] else { return nil }
            return MeasuredValue(
                indicator, place: .area(number.areaID), period: number.period, value: number.score,
                events: number.events.map(Double.init), base: number.base.map(Double.init))
        }
    }
}
