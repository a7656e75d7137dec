import Texts

extension MonitoringTexts {
    /// Words of the area profile (Steckbrief).
    struct Profile: Decodable, Sendable {
        let title, about, heading, lead, strengths, strength, noStrength, strengthsHint, similarTitle, similarHint,
            similarNone, general, trend, town, kreis, similar, target, higher, lower, alike, leftOut, milestones,
            reached, notReached, choose, tooFew, reading, more, explained, keptBack: String
        let inhabitants: PluralText
    }
}
