extension MonitoringTexts {
    /// Words of time series (Verlauf).
    struct Series: Decodable, Sendable {
        let title, about, lead, leadUnsure, leadShort, compareWith, heading: String
    }
}
