extension MonitoringTexts {
    /// Words of time series (Verlauf).
    struct Series: Decodable, Sendable {
        let title, about, howTo, lead, leadUnsure, leadShort, compareWith, heading: String
    }
}
