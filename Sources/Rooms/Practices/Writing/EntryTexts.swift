import Practice
import Texts

/// The sentences of the writing side.
struct WritingTexts: Decodable, Sendable {
    let entry: EntryTexts
    let review: ReviewTexts
}

/// Sentences of the form, the versions and the adoption.
struct EntryTexts: Decodable, Sendable {
    let newTitle, editTitle, lead, minutes, failureTitle, failureLead, failureButton, fromOffer: String
    let save, toReview, more, contents, progressTitle, complete, saved, isInReview, stale, staleTitle: String
    let row, unknownMunicipality, foreignMunicipality, agesReversed, reachParts, whyNeeded, outcomeName: String
    let adopterName, documentName, ratingName, yes, no, backToList, backToPractice: String
    let gapCount: PluralText
    let sections, sectionLeads, labels, hints, effects, readiness, trust, statuses, results, kinds: [String: String]
    let strategies: [String: String]
    let fields: [String: String]
    let gaps: Gaps
    let changes: Changes
    let versions: Versions
    let adoption: Adoption

    /// What an entry lacks.
    struct Gaps: Decodable, Sendable {
        let missing, tooFew, doubled, whyMissing, reachImpossible, readinessNotBacked, sourceMissing: String
        let criterionMissing, storyMissing, licenceMissing, elementDoubled, costNegative: String
        let tooLong, tooLongLine, tooMany, tooManyWords: String
    }

    /// What a version says otherwise.
    struct Changes: Decodable, Sendable {
        let field, coreAdded, coreRemoved, coreChanged, harm, ended, first, core: String
    }

    struct Versions: Decodable, Sendable {
        let title, lead, number, when, who, what, published, compareTitle, older, newer, compareButton, caption: String
        let fieldColumn, before, after, nothing, same, you, system, own: String
    }

    struct Adoption: Decodable, Sendable {
        let title, lead, button, saved, read, readButton, newsTitle, news, newsOfEnd, changed, since, result: String
        let story, storyHint, followedUp, followedUpHint, municipality, noMunicipality: String
    }

    func label(_ field: String) -> String { labels[field] ?? field }
    func hint(_ field: String) -> String? { hints[field] }
    func section(_ section: String) -> String { sections[section] ?? section }
    subscript(field: PracticeField) -> String { fields[field.rawValue] ?? field.rawValue }
}

/// Sentences of the review.
struct ReviewTexts: Decodable, Sendable {
    let title, nextTitle, doTitle, doLead, step, reason, reasonHint, button, done, nothing: String
    let entryTitle, historyTitle, noHistory, when, what, who, why, version, gapsTitle, gapsLead, edit: String
    let openDraft, expires, loaded, publicPage, versions, adoption: String
    let states, stateLeads, steps, stepHints, next: [String: String]
    let offices: Offices
    let refusals: Refusals
    let worklist: Worklist

    struct Offices: Decodable, Sendable {
        let municipality, specialist, clock, you: String
    }

    struct Refusals: Decodable, Sendable {
        let notYours, isAuthor, sameMunicipality, hasCheckedAlready, tradePartner, incomplete, tooEarly: String
        let impossible, reasonMissing, timeRunsBack: String
    }

    struct Worklist: Decodable, Sendable {
        let title, lead, mine, mineEmpty, own, ownEmpty, due, dueEmpty, news, practice, municipality: String
        let state, next, until, new, none, newHint: String
        /// What is to be done, by the state of the review; "news" for who has taken a practice over.
        let errands: [String: String]
    }
}
