import Offers
import Texts

/// The sentences of the register.
package struct RegisterTexts: Decodable, Sendable {
    struct Worklist: Decodable, Sendable {
        let title, lead, navigation, new, providers, facilities, proposals, duplicates, upload: String
        let exportCSV, exportJSON, search, status, finding, freshness, all, caption, offer, provider: String
        let town, checked, never, state, empty, emptyHint, todo, todoNone, duplicatesLead: String
        let duplicatesNone, reset, leadProvider: String
        let count, openProposals: PluralText
    }

    struct Form: Decodable, Sendable {
        let newTitle, editTitle, planningTitle, lead, planningLead, planningHint, stepFamily: String
        let stepPlanning, save, saveNext, provider, title, summary, summaryHint, audience: String
        let audienceHint, ageFrom, ageTo, fields, topics, topicsHint, place, placeHint, newPlace: String
        let facilityName, street, postcode, town, times, rhythm, weekdays, from, to, start, startHint: String
        let holidays, timesNote, nth, cost, amount, per, educationPackage, familyPass, registration: String
        let link, phone, contact, contactHint, label, email, consent, consentHint, stale, duplicate: String
        let orderAges, needWeekday, needStart, needAmount, time, choosePlace, saved, savedProposal: String
        let view, noProvider, manyProviders, providerHint, age, ageHint, audienceGroup, places: String
        let placeSearch, placeSearchHint, placeSearchButton, needTown, beyondReach, timesHint: String
        let moreTimes, addTimes, moreOfTimes, timeHint, last, exceptions, exceptionsHint, exception: String
        let publicHolidays, needBegin, orderDays, costKind, perHint, costNote, registrationNeed: String
        let registrationPhone, createAnyway, staleCaption: String
    }

    struct Planning: Decodable, Sendable {
        let description, settings, targetGroups, access, tier, tierHint, languages, languagesHint: String
        let interpreter, referral, legalBasis, funding, places, freePlaces, waiting, capacityDay: String
        let reach, website, areas, areasHint, visibleFrom, visibleTo, alert, internalNote, notStated: String
        let yes, no, onePerLine, dateHint, whereGroup, whoGroup, capacityGroup, visibleGroup: String
        let internalGroup, unit, unitHint, alertHint, badLanguage, noArea, areaChoices: String
    }

    struct Offers: Decodable, Sendable {
        let confirm, confirmed, confirmHint, history, freshness, findings, actions, version, noHistory: String
        let historyLead, compare, before, after, field, restore, restoreHint, actor, when, what: String
        let nothing, statusChanged, caption, openProposal, restored, origin, notStated, complete: String
        let checkMethod, unknownStatus, cannotRestore, changeTitle, restoreButton, asPractice: String
    }

    struct Parties: Decodable, Sendable {
        let newProvider, newFacility, name, kind, description, parent, registerNumber, website, email: String
        let emailHint, phone, save, saved, provider, host, area, accessibility, accessibilityNote: String
        let confidential, confidentialHint, none, coordinate, coordinateHint, latitude, longitude: String
        let links, linksLead, createLink, linkOnce, revoke, revoked, validUntil, lastUsed, neverUsed: String
        let open, closed, caption, facilityCaption, providersLead, facilitiesLead, details, find: String
        let nameOrAddress, noProviders, noProvidersHint, noFacilities, noFacilitiesHint, nameTaken: String
        let seat, seatHint, parentHint, allOffers, linkNumber, sendMail, mailed, noEmail, badEmail: String
        let needBoth, unnamed, address, belongs, byName, hostHint, areaHint: String
    }

    struct Proposals: Decodable, Sendable {
        let title, lead, empty, emptyHint, accept, acceptLegend, decide, decline, current, proposed: String
        let proposedAt, decided, one, noLongerFits: String
    }

    struct Personal: Decodable, Sendable {
        let title, lead, confirmAll, edit, editLead, proposalOpen, nothing, send, unchanged: String
        let nothingHint, checkMethod, more, closedTitle, closedText, closedWay: String
        let confirmed: PluralText
    }

    let worklist: Worklist
    let form: Form
    let planning: Planning
    let offers: Offers
    let parties: Parties
    let proposals: Proposals
    let personal: Personal
    let fieldNames, findings, statuses, statusActions, freshness, costs, registrations, rhythms, holidayRules, channels,
        actions: [String: String]
    let statusHints, actors: [String: String]
    let weekdays: [String]
    let nths: [String: String]

    subscript(field: OfferField) -> String { fieldNames[field.rawValue] ?? field.rawValue }
    subscript(finding: QualityFinding) -> String { findings[finding.rawValue] ?? finding.rawValue }
    subscript(status: OfferStatus) -> String { statuses[status.rawValue] ?? status.rawValue }
    subscript(freshness: Freshness) -> String { self.freshness[freshness.rawValue] ?? freshness.rawValue }
    subscript(cost: OfferCost.Kind) -> String { costs[cost.rawValue] ?? cost.rawValue }
    subscript(need: Registration.Need) -> String { registrations[need.rawValue] ?? need.rawValue }
    subscript(rule: Schedule.HolidayRule) -> String { holidayRules[rule.rawValue] ?? rule.rawValue }
    subscript(channel: OfferContact.Channel) -> String { channels[channel.rawValue] ?? channel.rawValue }

    /// What an audit verb means: `offer.edit` → "bearbeitet".
    func action(_ verb: String) -> String { actions[verb] ?? verb }
}
