import Indicators
package import Prevention

extension MonitoringRoom {
    /// Makes what the first visitor of the atlas would wait for: outlines, drawings and classes of the maps that pages
    /// show unasked.
    ///
    /// Those of the first indicators: others mostly share their outlines, which cost most.
    package func prepare(on day: Day) async throws {
        let mapped = try await source.indicators(.everyone, day).filter(\.measure.isMapped)
        for indicator in mapped.prefix(Self.mostPrepared) {
            try Task.checkCancellation()
            guard let series = try await source.one(indicator.key, .everyone, day) else { continue }
            _ = try await atlasView(series, AtlasQuery())
        }
    }

    private static let mostPrepared = 20
}
