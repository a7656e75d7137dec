import HTML
import Texts

/// Texte of the portal; the German file decides which there are.
struct PortalTexts: Decodable, Sendable {
    let nav: Nav
    let start: Start
    let stage: Stage
    let results: Results
    let card: Card
    let offer: OfferWords
    let feedback: FeedbackWords
    let pages: Pages

    struct Nav: Decodable, Sendable {
        let offers, path: String
    }

    struct Start: Decodable, Sendable {
        let title, headBefore, headMarked, headAfter, lead, description, formLabel, age, anyAge, pregnant,
            newborn: String
        let promises: [String]
        let exact, birthday, birthdayHint, birthdayRange, place, placeHint, what, whatHint, submit, pathTitle,
            topics: String
        let helpTitle, helpText, aboutTitle, aboutText, workTitle, workText: String
    }

    struct Stage: Decodable, Sendable {
        let slugs, leads: [String]
        let topics, offers, all, previous, next, transitions: String
    }

    struct Results: Decodable, Sendable {
        let title: PluralText
        let none, forAge, forPregnancy, forBirth, inKreis, inPlace, description, asked, all, change, order: String
        let orders: Orders
        let field, language, important, weekday, area, access, free, noRegistration: String
        let placeUnknown, placeMeant, placeAmbiguous, badAge, corrections, emptyTitle, emptyText, emptyWide: String
        let emptyAnyAge, emptyNoText, emptyNoFilter, emptyStart, alternatives, map, mapCentre, list, page: String
        let relaxed: Relaxed

        struct Orders: Decodable, Sendable {
            let relevance, distance, nextDate, title, freshness: String
        }

        struct Relaxed: Decodable, Sendable {
            let place, age, text, day, cost, language, other: String
        }
    }

    struct Card: Decodable, Sendable {
        let free, noRegistration, next, paused, invented, fresh, ageing, stale, unconfirmed, allAges, today,
            tomorrow: String
    }

    struct OfferWords: Decodable, Sendable {
        let back, register, website, who, `where`, cost, languages, when, registration, about, times, places: String
        let contact, provider, costFree, costGraded, costUnknown, costPer, educationPackage, familyPass: String
        let needed, notNeeded, registrationUnknown, referral, interpreter, agesUnknown, languagesUnknown: String
        let timesUnknown, whereHome, whereUnknown, confidential, access, accessUnknown, nextDates, paused,
            invented: String
        let free, waiting: PluralText
        let source, unconfirmed: String
        let checkedBy: Checkers
        let report, reportText, before, after, chainTitle, audience, topics, catchment, map, ribbon: String

        struct Checkers: Decodable, Sendable {
            let provider, town, phone: String
        }
    }

    struct FeedbackWords: Decodable, Sendable {
        let title, lead, kind: String
        let kinds: [String: String]
        let message, messageHint, submit, about, done, doneText: String
        let doneNext: [String]
        let missing, kindMissing, inbox, inboxEmpty, inboxDone, inboxOffer: String
        let inboxCount: PluralText
    }

    struct Pages: Decodable, Sendable {
        let missing: String
        let imprint: Imprint
        let privacy: Privacy
        let accessibility: Accessibility
        let signLanguage: SignLanguage
        let source: SourceCode

        struct Imprint: Decodable, Sendable {
            let title, lead, `operator`, represented, contact, phone, email, content, contentText, software,
                softwareText: String
        }
        struct Privacy: Decodable, Sendable {
            let title, lead: String
            let points: [String]
            let controller, officer, rights, rightsText, authority: String
        }
        struct Accessibility: Decodable, Sendable {
            let title, lead, state, stateText, open: String
            let openPoints: [String]
            let feedback, feedbackText, enforcement, enforcementText: String
        }
        struct SignLanguage: Decodable, Sendable {
            let title, lead, text, find: String
        }
        struct SourceCode: Decodable, Sendable {
            let title, lead, licence, link, version: String
        }
    }

    static let catalogue = TextCatalogue<PortalTexts>(
        embedded: PackageResources.de_json,
        [.english: PackageResources.en_json, .easyGerman: PackageResources.leicht_json])
}
