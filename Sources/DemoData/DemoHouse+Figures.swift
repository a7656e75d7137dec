package import Indicators
import Musterkreis
package import Prevention

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

extension DemoHouse {
    /// Publishes the indicators that were never published through the publish gate, as any office would.
    ///
    /// Counts that others are divided by go first and together, then each share with all its years: small tables are
    /// examined fast, and the gate knows what was published before.
    /// - Parameter told: what is being examined and out of how many, for people who wait.
    /// - Returns: values that the gate let through.
    /// - Throws: `GateRefusal`; then what it names is not published, and what came before is.
    package func publishFigures(at now: Instant, told: (Int, Int) -> Void = { _, _ in }) async throws -> Int {
        let store = IndicatorStore(database: database)
        let gate = PublishGate(store: store)
        let done = Set(try await store.publications().flatMap(\.indicators))
        let open = try await store.indicators().filter { !done.contains($0.id) }
        let periods = Dictionary(
            try await gate.offers().map { ($0.indicator.key, $0.periods) }, uniquingKeysWith: { first, _ in first })
        let bases = open.filter { $0.baseKey == nil }.map(\.key)
        let groups = [bases] + open.filter { $0.baseKey != nil }.map { [$0.key] }
        var shown = 0
        for (number, keys) in groups.enumerated() {
            let wanted = Set(keys.flatMap { periods[$0] ?? [] }).sorted()
            guard !wanted.isEmpty else { continue }
            told(number + 1, groups.count)
            let request = PublicationRequest(indicators: keys, periods: wanted)
            shown += try await gate.publish(request, by: actor, at: now).count(.published)
        }
        let facilities = try await gate.offers().filter { offer in
            offer.hasFacilities && open.contains { $0.key == offer.indicator.key }
        }
        for offer in facilities {
            let request = PublicationRequest(
                indicators: [offer.indicator.key], periods: offer.facilityPeriods, withFacilities: true)
            let report = try await gate.publish(request, by: actor, at: now)
            shown += report.cells.count { $0.verdict == .published && $0.place.facility != nil }
        }
        return shown
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
