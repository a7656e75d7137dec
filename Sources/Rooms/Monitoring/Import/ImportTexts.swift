import Texts

extension MonitoringTexts {
    /// Words of the import of values (Einlesen).
    struct Import: Decodable, Sendable {
        struct Roles: Decodable, Sendable {
            let none, area, period, indicator, boundaries, value, events, base, general, indicators: String
        }

        struct Check: Decodable, Sendable {
            let title, leadClean, leadNotes, leadFaults, back: String
            let read, created, updated, unchanged, missing, suppressed, areas, periods: String
            let mapping, mappingLead, example, leftEmpty, button, period, periodHint, within, withinHint: String
            let json, jsonHint, jsonWrong, twice, single, singleHint, singleNone: String
            let faults, noFaults, fix, row, column, severity, found, expected, hint, error, warning, whole: String
            let download, remove: String
            let accept: PluralText
        }

        let title, about, lead, origin, originHint, file, fileHint, missingFile, button, back: String
        let waiting, waitingHint, helpTitle, help1, help2, help3, help4, done, notPublished: String
        let history, noHistory, when, fileName, counts, countsText: String
        let roles: Roles
        let check: Check
    }
}
