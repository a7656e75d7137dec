extension MonitoringTexts {
    /// Words of the administration of indicators (Kenngrößen pflegen).
    struct Admin: Decodable, Sendable {
        let title, about: String
    }
}
