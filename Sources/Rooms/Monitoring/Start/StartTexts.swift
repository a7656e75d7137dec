extension MonitoringTexts {
    /// Words of the start page.
    struct Start: Decodable, Sendable {
        let title, lead, empty, emptyHint, tools, `internal`: String
    }
}
