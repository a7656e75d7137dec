import Indicators
import Prevention

extension MonitoringTexts {
    /// Words that several parts use.
    struct Shared: Decodable, Sendable {
        let indicator, area, region, period, level, show, notKnown, keptBack, range, value, limits, base, source,
            invented, reading, readingTitle, caveat, definition, outOf, counted, office, periodicity, licence, kind,
            stages, anyStage: String
        let levels: [String: String]
        let kinds: [String: String]

        /// "Stadtteile": areas of a level, in the plural.
        subscript(floor: AreaFloor) -> String { levels[floor.rawValue] ?? "" }

        subscript(kind: Indicator.Kind) -> String { kinds[kind.rawValue] ?? "" }
    }
}
