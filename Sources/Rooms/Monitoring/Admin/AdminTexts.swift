import Texts

extension MonitoringTexts {
    /// Words of the administration of indicators (Kenngrößen pflegen).
    struct Admin: Decodable, Sendable {
        /// Label and hint of a field; the hint may be empty.
        struct Field: Decodable, Sendable {
            let label, hint: String
        }

        struct Fields: Decodable, Sendable {
            let key, name, kind, measure, counting, per, direction, good, unit, numerator, denominator, baseKey,
                wholeKey: Field
            let breakdown, stages, fields, use, source, office, periodicity, licence, readingAid, caveat: Field
            let plausible, threshold, hidesZero, dominance, isInvented, baseline, baselinePeriod, target,
                targetPeriod, areaTargets: Field
        }

        struct Groups: Decodable, Sendable {
            let what, counts, belongs, origin, reading, limits, goal: String
        }

        /// Words of closed lists by their stored value.
        struct Words: Decodable, Sendable {
            let outcome, reach, process, milestone, context: String
            let count, share, ratio, score, yesNo: String
            let unknown, stock, flow: String
            let higher, lower, neutral, within: String
            let none, population, need: String
        }

        let title, about, lead, new, newTitle, editTitle, save, back, saved, expected, taken, wrongTargets: String
        let listTitle, empty, emptyHint, imports, invented, yes, never, unsaid: String
        let columnName, columnKind, columnMeasure, columnSource, columnValues, columnPublished: String
        let values: PluralText
        let groups: Groups
        let fields: Fields
        let words: Words
    }
}
