import Texts

/// Sentences of what the steering body and the municipalities do outside the rounds.
extension ExchangeTexts {
    struct BookingWords: Decodable, Sendable {
        let title, lead, from, to, filter, all, show, one, reversed, reversedBy, reverses: String
        let reverse, reverseLead, reverseNow, accounts, before, after, notReversible, left: String
    }

    struct RegisterWords: Decodable, Sendable {
        let title, lead, why, pairs, pairsHint, pair, agreed, agreedHint, after, save, none, noneLead, link: String
        let noneOffer, noneRequest: String
    }

    struct LeaveWords: Decodable, Sendable {
        let title, action, lead, transfers, transfersNone, practice, partner, now, then, booked, offers: String
        let requests, reopened, nothing, account, toFund, fromFund, zero, stays, undercut, reason: String
        let reasonHint, confirm, changed, left, below, belowBoard, excused, state: String
    }

    struct RuleFormWords: Decodable, Sendable {
        let title, action, lead, version, versionHint, suggested, range, reason, reasonHint, check, checkTitle: String
        let checkLead, now, change, unchanged, versions, versionsLead, since, number, old, new, same: String
        let startValues, noLimit, limitHint, loadTooHigh, weightTooLow: String
    }

    struct ConsentWords: Decodable, Sendable {
        let title, lead, agrees, disagrees, asked, question, reason, reasonHint, yes, no, waiting, refused: String
        let desk, again: String
    }

    struct RedeemWords: Decodable, Sendable {
        let title, lead, who, whoHint, free, points, use, reason, reasonHint, check, checkTitle, checkLead: String
        let now, change, none, noneLead, tooMany, before, after: String
    }
}
