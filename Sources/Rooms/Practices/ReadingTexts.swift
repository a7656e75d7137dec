import Prevention
import Texts

/// The sentences for reading and searching practices.
struct ReadingTexts: Decodable, Sendable {
    struct List: Decodable, Sendable {
        let title, lead, search, searchHint, from, to, anyAge, town, townHint, townKey, noTown, need, all: String
        let ages, agesHint, agesChosen, agesNone, exactAge, empty, emptyHint, reset, didYouMean, loose, gap, gapPlain,
            gapBack, inTown: String
        let family, familyLink: String
        let csv, json, new, reviews, magazine: String
        let count: PluralText
    }

    struct Proof: Decodable, Sendable {
        let past, valid, criterion, invented, fit, since, effect, readiness, trust: String
    }

    struct Page: Decodable, Sendable {
        let glance, glanceNote, inventedNote, due, ended, endedPlain, failed, failedPlain, agesDerived: String
        let agesPartly, next, check, request, sheet, review, versions, conversation, about, need, goal: String
        let transition, model, input, output, outcome, core, coreHint, free, steps, effects: String
        let asOf, source, noEffects, reach, factors, noFactors, blocks, noBlocks: String
        let effort, staff, hours, once, perYear, perChild, funding, durable, notDurable, noEffort: String
        let conditions, conditionsHint, must, adopters, noAdopters, seen, notSeen, people, initiator: String
        let partners, roles, contact, noContact, told, form, aliases, area, ageNote, audience, locations: String
        let topics, period, state, standards, standardsBasis, languages, familyCost, evaluation, access: String
        let strategies, targetGroups, settings, fields, figures, figure, value, year, note, documents: String
        let licence, noLicence, ratings, registry, rating, mapped, related, networks, offers, sources: String
        let oneSource, thread, before, gaps, after, more, json: String
    }

    let list: List
    let proof: Proof
    let page: Page
    /// Names of the facets.
    let facets: [String: String]
    /// Words of the values that no vocabulary of the house knows.
    let values: [String: [String: String]]
    /// Heads of the table that can be downloaded.
    let columns: [String]
    let yes, no: String
}
