import Texts

extension MonitoringTexts {
    /// Words of the index designer (Indexwerkstatt).
    struct Index: Decodable, Sendable {
        let title, about, lead, empty, emptyHint, new, fromTemplate, gelsenkirchen: String
        let isPublic, isDraft, backToList, composition: String
        let form: Form
        let result: Result
        let edition: Edition
        let log: Log
        let effects, normalisations, aggregations, imputations, factors: [String: String]

        /// The form.
        struct Form: Decodable, Sendable {
            let newTitle, name, purpose, purposeHint, visible, visibleHint: String
            let group, nextGroup, groupName, groupWeight, groupHint: String
            let indicator, noIndicator, effect, weight, unpublished, unknownIndicator: String
            let rules, normalisation, aggregation, imputation, outliers, outliersHint, share, shareHint: String
            let effective, effectiveLead, effectiveShare, ratio, equal: String
            let calculate, calculateHint, save, remove, removeHint, edit: String
            let tooFew, twice, needsName, needsEffect, stale: String
        }

        /// The result.
        struct Result: Decodable, Sendable {
            let level, until, newest, show, noAreas, noAreasHint, invented: String
            let bandsTitle, bandsNone, bandsRemark, placeRemark: String
            let table, place, score, missing, allThere, hidden, unknown, noScore: String
            let parts, effect, share, period, source, noValues: String
            let neutral, sensitivity, leaveOut, leaveOutUnit, leaveOutRemark: String
            let factors, factor, alone, together, factorsRemark: String
            let steps, stepsTitle, log, logLead, files, csv, json: String
            let places, sources: String
            let map, halfFavourable, halfUnsure, halfOther: String
        }

        /// The index as an indicator.
        struct Edition: Decodable, Sendable {
            let title, lead, none, state, version, areas, periods, number, who, stale, open, key: String
            let publish, again, publishHint, draftHint, done: String
            let nothingComputable, otherTerritory, keyTaken, draft: String
            let chain: String
        }

        /// What was done, as sentences.
        struct Log: Decodable, Sendable {
            let divided, withoutDenominator, unitLeftOut, allUnitsKept, filledWithGroupMean, notFilled, gapsKept: String
            let winsorised, logarithm, leftSkewed, untreated, reversed, normalised, notComputable: String
            let scaleReplaced, aggregated, weightsShared, belowShare, ranked, tied, repeated: String
            let shape: String
            let steps: [String: String]
        }
    }
}
