import Texts

/// The sentences of the room.
package struct ExchangeTexts: Decodable, Sendable {
    let navigation, planspiel, invented, board, fundName, system, give, nobody, partner: String
    let start: Start
    let desk: Desk
    let words: Words
    let offer: Offer
    let request: Request
    let round: RoundWords
    let report: Report
    let transfer: TransferWords
    let turn: TurnWords
    let ledger: LedgerWords
    let levels: Levels
    let rules: Rules
    let refusal: Refusals
    let bookings: BookingWords
    let redeem: RedeemWords
    let register: RegisterWords
    let leave: LeaveWords
    let ruleForm: RuleFormWords
    let consent: ConsentWords
    let setup: Setup
    let done: [String: String]

    struct Start: Decodable, Sendable {
        let title, lead, how1, how2, how3, signIn, next, rounds, catalogue, rules, offers, published: String
        let howTitle, noMoney, open, allOffers, allRequests: String
    }

    struct Desk: Decodable, Sendable {
        let title, who, change, waiting, waitingNone, running, runningNone, offers, offersNone, requests: String
        let requestsNone, given, received, balance, points, newOffer, newRequest, answer, youGive, youReceive: String
        let none, noneLead, boardTitle, boardLead, evaluate, evaluateNone, drafts, clear, more: String
        let daysLeft, lateBy: PluralText
        let tools, account, fund, notes, levels, plan, draftOffers, draftRequests, openRounds, toAgree: String
        let allTransfers: String
    }

    /// Whose turn it is and what for.
    struct TurnWords: Decodable, Sendable {
        let you, one, many, until, meet, suspended, request: String
        let board: PluralText
        let tasks: [String: String]
    }

    /// Words for closed lists, by their stored form.
    struct Words: Decodable, Sendable {
        let offerStates, requestStates, stages, parts, partsShort, kinds, participantKinds,
            obligations: [String: String]
        let levels, declineReasons, stopReasons, roundStates, terms, obstacles, urgency, offerSteps: [String: String]
        let requestSteps, roundSteps, steps, roles, unmet, reached, purposes, languages,
            redemptions: [String: String]
    }

    struct Offer: Decodable, Sendable {
        let title, lead, new, newTitle, newLead, kind, kindHint, link, practice, practiceHint, practiceFree: String
        let parts, partsHint, capacity, capacityHint, languages, remote, remoteHint, note, noteHint, joint: String
        let jointHint, save, state, municipality, course, reason, reasonHint, steps, none, noneLead, running: String
        let level, levelLow, toTransfers, all, search, practiceUnknown, stage, needsPart: String
    }

    struct Request: Decodable, Sendable {
        let title, lead, new, newTitle, newLead, link, practices, practicesHint, need, needHint, urgency: String
        let urgencyLead, urgencyUnknown, urgencyFrom, gap, save, clarify, clarifyLead, clarifyLink, waiting: String
        let none, noneLead, any, course, reason, steps, linkHint, urgencyAfter, thread, became: String
    }

    struct RoundWords: Decodable, Sendable {
        let title, lead, new, newTitle, none, noneLead, deadline, halfYear, halfYearHint, seed, seedHint, rules,
            mode: String
        let modeWeighted, modeProof, announced, name, save, announceLead, result, proposals, why, points: String
        let rings, ringsLead, chain, chainLead, ringWords, unmet, unmetNone, certificate, certificateLead: String
        let certificateSame, certificateDiffers, download, command, remarks, clear, clearLead, decide,
            decideLead: String
        let resolve, resolveLead, close, report, reason, assumptions, standings, gives, receives: String
        let before, after, limits, declines, objective, verified, notVerified, participants, weights: String
        let privateNote, loads, deadlineHint, nothing, kindRehearsal, kindBinding, steps, nearest: String
        let objectiveAll, commandLead, half: String
        let transfers, wishes: PluralText
        let findings: [String: String]
    }

    struct Report: Decodable, Sendable {
        let certified, uncertified: String
        let title, lead, printHint, demand, link, requests, met, unmet, offers, loads, declines, declinesNone: String
        let forecast, forecastLead, forecastDone, forecastOpen, bound, boundNever, missing, noGiver, csv, back: String
        let conclusion, conclusionNeed, conclusionNone, halfYear, transfers, fund, stillMissing, summary: String
        let source: String
    }

    struct TransferWords: Decodable, Sendable {
        let title, lead, none, noneLead, heading, path, next, nextNone, who, answer, accept, decline: String
        let declineReason, reason, reasonHint, answerUntil, answerLate, agreement, agreementHint, agreementNone: String
        let context, contextLead, contextRed, contextGood, contextUnknown, contextLink, sessions: String
        let sessionsNone, addSession, day, time, timeHint, minutes, place, calendar, calendarHint, part, confirm: String
        let evaluation, evaluationDue, reached, findings, findingsHint, advice, history, before, after: String
        let gapCell, practice, check, goal, goalLink, points, thread, asRole, otherSteps, evaluated, threadLink: String
        let suspended, stopped, declined, proposedBy, registered, giver, receiver, link, parts, stop, stopReason: String
        let done, now, later, skipped, privateHistory, voluntary, request: String
    }

    struct LedgerWords: Decodable, Sendable {
        let title, lead, bookings, none, when, what, with, change, reservations, reservationsNone, reserved: String
        let age, ageLead, ageUntil, planned, floor, room, fundTitle, fundLead, budget, issued, balance: String
        let issue, issueLead, expire, expireLead, reason, notesTitle, notesLead, notesNone, pair, declines: String
        let idle, incoming, outgoing, accounts, sum, half, redeem, redeemLead, participant, pointsField,
            budgetLeft: String
    }

    struct Levels: Decodable, Sendable {
        let title, lead, planTitle, planLead, none, link, set, level, reason, save, municipality, own, tolink: String
        let catalogueTitle, catalogueLead, obligation, stage, field, needed, planTable, capacity, legend,
            missing: String
    }

    struct Rules: Decodable, Sendable {
        let title, lead, valid, start, points, account, weights, limits, version, none, more, load: String
        let names: [String: String]
        let units: [String: String]
    }

    struct Setup: Decodable, Sendable {
        let title, lead, none, add, area, areaHint, kind, give, receive, limitHint, reason, catalogue, addLink: String
    }

    struct Refusals: Decodable, Sendable {
        let title, back, generic: String
        let texts: [String: String]
    }
}
