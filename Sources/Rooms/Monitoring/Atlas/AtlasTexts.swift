extension MonitoringTexts {
    /// Words of the atlas.
    struct Atlas: Decodable, Sendable {
        let title, about: String
    }
}
