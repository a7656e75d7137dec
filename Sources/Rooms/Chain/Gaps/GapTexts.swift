import Prevention
import Texts

/// The sentences of the gap pages.
struct GapTexts: Decodable, Sendable {
    struct OfPage: Decodable, Sendable {
        let link, title, none, unknown, lead, leadParts, caption, fitsIn, unknownCell, source, noParts, noPartsHint,
            largest, noneKnown, noneKnownHint, needed, noPopulation, noNeed, noPlaces, saveCSV, saveJSON, offers,
            invented, compare, area, field, stage, places, openCell, goal, practice, register: String
        let finding, inParts, missing, missingIn, tightIn, moreIn, unknownCells, base: PluralText
    }
    struct Control: Decodable, Sendable {
        let lambda, hint, even, strong, now, show, part, all, level, levelParts, levelFinest, zero,
            needBy, needHint, needCell, needIndex, needGroup, needNow: String
    }
    struct OfField: Decodable, Sendable {
        let none, unknown, bars, map, table, area, children, need, places, expected, gap, state, offers, without, sum,
            surplus, missing, even, back: String
        let gaps: PluralText
        let mapLevels: [String: String]
    }
    struct Cell: Decodable, Sendable {
        struct Facts: Decodable, Sendable {
            let allPlaces, age, old, range: String
            let places, oldPlaces: PluralText
        }
        let fits, unknown, unknownLead, children, need, capacity, expected, needOf, unknownValue, suppressed, how,
            step1,
            step2, step3, step4, step5, childrenLine, childrenSummed, childrenNone, needLead, needNone, indicator,
            period, value, least, most, scaled, source, mean, placesLead, offer, allPlaces, weight, reached, placesDay,
            noPlacesKnown, noOffers, sumPlaces, formula, filled, weightLine, gapLine, rule, verdict, verdictOver,
            lambdas, lambdasCaption, lambda, gapHead, state, confidence, sure, careful, unsure, signal, signalSome,
            signalNone,
            next, practice, ask, goal, others, back, needByIndex, needNoScore, indexGroups,
            indexParts, group, score, share, toIndex: String
        let gap, tight, oversupply, withoutPlaces, noMedian, larger: PluralText
        let rings, lambdaWords: [String: String]
        let facts: Facts
    }
    struct Sites: Decodable, Sendable {
        let title, lead, leadNeed, count, show, median, medianLine, cover, coverLine, coverLineNeed, proven, unproven,
            limits, none: String
    }
    /// The gap in three ways.
    struct Measures: Decodable, Sendable {
        let title, lead, kind, sum, result, share, shareSum, target, targetOf, targetSum, targetUnset, reach, reachSum,
            reachUnknown, even, atMost, atLeast, taken, since, ask, askHint, show: String
        let missing, more, unserved, withoutPlaces, silent: PluralText
    }
    /// Good practice for the cell.
    struct Practices: Decodable, Sendable {
        let title, lead, leadPlain, leadOther, none, practice, place, why, differing, missing, own, other, all,
            allOf: String
        /// By `Neighbour.Closeness`.
        let closeness: [String: String]
    }
    struct Goal: Decodable, Sendable {
        let title, lead, what, whatText, measure, measureText, attractive, attractiveText, realistic, realisticText,
            time, timeText, why, whyText, noGap, groups, providers, sources, next, others: String
    }
    struct Survey: Decodable, Sendable {
        let title, lead, who, none, provider, offers, `where`, inCell, nextStage, nextPart, questions, answer, occasion,
            next, networks, practice: String
        let q: [String]
    }
    struct File: Decodable, Sendable {
        let area, key, field, stage, children, childrenSource, need, needSource, places, placesFilled, offers, without,
            lambda, weight, expected, gap, gapFilled, state, reason, day: String
    }

    let page: OfPage
    let control: Control
    let states: [String: String]
    let reasons: [String: String]
    let field: OfField
    let cell: Cell
    let sites: Sites
    let measures: Measures
    let practices: Practices
    let goal: Goal
    let survey: Survey
    let file: File

    subscript(state: GapState) -> String { states[state.rawValue] ?? "" }
    subscript(reason: GapCell.Unknown) -> String { reasons[reason.rawValue] ?? "" }
}
