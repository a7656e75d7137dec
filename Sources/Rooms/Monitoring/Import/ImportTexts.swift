extension MonitoringTexts {
    /// Words of the import of values (Einlesen).
    struct Import: Decodable, Sendable {
        let title, about: String
    }
}
