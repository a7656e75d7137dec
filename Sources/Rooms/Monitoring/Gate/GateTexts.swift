extension MonitoringTexts {
    /// Words of the publish gate (Freigabe).
    struct Gate: Decodable, Sendable {
        let title, about: String
    }
}
