extension MonitoringTexts {
    /// Words of the index designer (Indexwerkstatt).
    struct Index: Decodable, Sendable {
        let title, about: String
    }
}
