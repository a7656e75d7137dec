import Texts

extension MonitoringTexts {
    /// Words of the start page.
    struct Start: Decodable, Sendable {
        let title, lead, empty, emptyHint, tools, `internal`, known, caption, indicator, latest, period, source, stage,
            allStages, stageLabel, areasOnly, milestone: String
        let finding, areas: PluralText
    }
}
