extension MonitoringTexts {
    /// Words of the area profile (Steckbrief).
    struct Profile: Decodable, Sendable {
        let title, about: String
    }
}
