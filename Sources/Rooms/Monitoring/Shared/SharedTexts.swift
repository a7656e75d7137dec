extension MonitoringTexts {
    /// Words that several parts use.
    struct Shared: Decodable, Sendable {
        let indicator, area, period: String
    }
}
