extension MonitoringTexts {
    /// Words of the ranking with intervals (Rangliste).
    struct Ranking: Decodable, Sendable {
        let title, about, lead, leadNone, noMean, toFunnel: String
    }
}
