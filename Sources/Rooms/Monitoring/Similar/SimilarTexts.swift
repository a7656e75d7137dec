import Texts

extension MonitoringTexts {
    /// The sentences of the similar municipalities.
    struct Similar: Decodable, Sendable {
        let title, about, choose, heading, lead, leadOne, hint, none, noData, area, closeness,
            differences, missing, comparison, kreisfrei, kreisangehoerig, legalType, size,
            weightsTitle, weightsBlocks, weightsOutcome, noPrediction, weight, trait,
            weightsCaption, outcome, outcomeNone, apply, others, othersHint, csv, asOf: String
        /// By `Neighbour.Closeness`.
        let nearness: [String: String]
        let found, othersItem: PluralText
    }
}
