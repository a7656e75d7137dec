extension MonitoringTexts {
    /// Words of the funnel plot (Trichterdiagramm).
    struct Funnel: Decodable, Sendable {
        let title, about, howTo, lead, leadNone, explained, noRate: String
    }
}
