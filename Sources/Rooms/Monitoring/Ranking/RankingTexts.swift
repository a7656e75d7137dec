extension MonitoringTexts {
    /// Words of the ranking with intervals (Rangliste).
    struct Ranking: Decodable, Sendable {
        let title, about, howTo, lead, leadNone, noMean, toFunnel: String
    }
}
