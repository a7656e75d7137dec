/// The sentences of the room.
package struct ContextTexts: Decodable, Sendable {
    struct Common: Decodable, Sendable {
        let back, save, remove, assumed, assumedHint, invented, inventedNote, way, giver, receiver, number,
            done, choose, nothing, mayNot, role, roleHint, conflict: String
    }

    struct Words: Decodable, Sendable {
        let categories, weights, weightsLong, fulfilments, colours, shorts, kinds, bases, moments, parts,
            levels, natures, choices, dimensions, phases, sides, positions, codes, questions: [String: String]
    }

    struct Start: Decodable, Sendable {
        let title, lead, one, oneText, two, twoText, three, threeText, new, profile, learning, catalogue, due,
            dueNone, checks, checksNone, checksNoneText, practice, way, state, begun, visitor, needs, errand: String
    }

    struct State: Decodable, Sendable {
        let rating, second, disputed, decide, plan, running, works, failed, noTransfer, inquiry, review,
            milestone: String
    }

    struct New: Decodable, Sendable {
        let title, lead, practice, practiceHint, giver, receiver, occasion, occasionHint, button, same,
            noPractice, noPracticeText, notGiver: String
    }

    struct Practice: Decodable, Sendable {
        let title, lead, none, noneText, why, threshold, basis, substitutes, check, add, edit, version, older,
            begin, toPractice, formTitle, condition, weight, whyHint, enough, enoughHint, enoughMissing, reason,
            twice, assumedField, yes, no, level, experiences: String
    }

    struct Check: Decodable, Sendable {
        let title, glance, overview, rate, plan, review, inquiry, matrix, matrixCaption, weight, descent,
            descentText, before, after, countOf, path, pathCaption, condition, found, risk, compensation, residual,
            noCompensation, notNeeded, addCompensation, editCompensation, disputed, hidden, single, open, worse,
            owner, due, cost, core, comment, commentMissing, giveComment, openTitle, opening, openingLead,
            openingReason, openedBecause, progress, provisional, goRate, allRated, recommendation, decision, decide,
            decidedOn, deviates, reason, adaptations, addAdaptation, constitutive, ofCount, unknown, occasion,
            earlier, toPractice, toTransfer: String
    }

    struct Recommend: Decodable, Sendable {
        let plan, planRule, pilot, pilotRule, inquiryBefore, inquiryBeforeRule, noTransfer, noTransferRule,
            nothing, nothingRule: String
    }

    struct Finding: Decodable, Sendable {
        let second, disagree, measure, owner, due, residual, comment, log, stray, blocks: String
    }

    struct Rate: Decodable, Sendable {
        let title, lead, why, howTo, enough, profile, fulfilment, value, valueHint, evidence, evidenceHint, day,
            next, evidenceMissing, older, full, other, done, all, yours, prior, following, taken: String
    }

    struct Compensate: Decodable, Sendable {
        let title, lead, kinds, measure, owner, ownerHint, cost, due, residual, core, coreHint, coreNone, above,
            kindMissing, substitutes, comment, commentLead, commentButton, removeLead: String
    }

    struct Adapt: Decodable, Sendable {
        let title, lead, moment, planned, by, byHint, part, what, level, nature, core, why, day, kept, changes,
            decidedBy, wasPlanned, unplanned, none: String
    }

    struct Decide: Decodable, Sendable {
        let title, lead, choice, reason, reasonHint, button, notRated: String
    }

    struct Plan: Decodable, Sendable {
        let title, lead, pilot, full, scope, start, exit, exitHint, exitMissing, make, milestones, residual,
            residualNone, sessions, sessionsNone, addSession, topic, day, checks, what, who, until, adaptations,
            notYet, notDecided, noTransfer, blocked, change: String
    }

    struct Review: Decodable, Sendable {
        let title, lead, after, due, open, answer, text, count, of, countHint, counted, tooMany, none, noneText,
            outcome, outcomeLead, yes, no, outcomeSaved, day, tooEarly: String
    }

    struct Inquiry: Decodable, Sendable {
        let title, lead, ruleBefore, ruleAfter, ruleNone, position, need, begin, day, progress, answer, another,
            speaker, text, code, codeNone, needBefore, needAfter, shifted, notShifted, openNeed, core, guide,
            guideTitle, guideLead, noneCore, neednow: String
    }

    struct Learn: Decodable, Sendable {
        let title, lead, proposals, none, noneText, down, up, without, with, interval, reason, confirm, others,
            condition, practice, withoutHead, withHead, probably, range, half, figure, confirmed, stale, rights,
            caption: String
    }

    struct Profile: Decodable, Sendable {
        let title, titleOf, lead, choose, show, privacy, answered, answer, evidence, day, yes, no, unknown,
            edit, formTitle, evidenceMissing, level, fits, fitsLead, fit, fitsNone, kin, kinLead, kinNone, shared,
            number, none, caption: String
    }

    struct Catalogue: Decodable, Sendable {
        let title, lead, names, check, condition: String
    }

    let navigation: String
    let common: Common
    let words: Words
    let start: Start
    let state: State
    let new: New
    let practice: Practice
    let check: Check
    let recommend: Recommend
    let finding: Finding
    let rate: Rate
    let compensate: Compensate
    let adapt: Adapt
    let decide: Decide
    let plan: Plan
    let review: Review
    let inquiry: Inquiry
    let learn: Learn
    let profile: Profile
    let catalogue: Catalogue
}
