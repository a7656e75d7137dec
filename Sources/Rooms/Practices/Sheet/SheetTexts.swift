import Texts

/// The sentences of the two-page sheet and the magazine.
struct SheetTexts: Decodable, Sendable {
    let sheet: Sheet
    let magazine: Magazine

    static let catalogue = TextCatalogue<SheetTexts>(
        embedded: PackageResources.sheet_de_json, [.english: PackageResources.sheet_en_json])

    /// Of the two-page sheet.
    struct Sheet: Decodable, Sendable {
        let series, practices, back, pdf, printHint, screenHint, invented, municipality, inhabitants,
            inhabitantsUnder18, unknownPeople, populationSource, together, ages, agesDerived, strategies,
            strategiesUnknown: String
        let forWhom, places, fields, core, access, area, since, languages, costForFamilies: String
        let what, how, change, unknownText, shortened, best, bestUnknown, reached, reachOf, reachShare,
            reachUnknown, reachYear: String
        let stateOfReview, effect, readiness, trust, graded, expired, notGraded, noOutcome: String
        let steps, stepsUnknown, effort, hours, costOnce, costPerYear, costPerChild, funding, durable, notDurable,
            unknown, effortUnknown, initiator, partners, byWhom, successFactors, stumblingBlocks, factorsUnknown,
            blocksUnknown: String
        let needed, neededUnknown, adopters, adoptersNone, adopterSince: String
        let contact, contactUnknown, record, qr, request, requestHint, sources, version, page, status, foot: String
        let more: PluralText
        let strategyNames, effectLevels, readinessLevels, trustLevels, results, states: [String: String]
    }

    /// Of the programme magazine.
    struct Magazine: Decodable, Sendable {
        let title, lead, choose, chooseHint, practices, name, nameHint, issue, issueHint, programme,
            programmeHint, foreword, forewordHint, show, pdf, empty, emptyHint, contents, index, byPlace, byField,
            byStage, page, forewordTitle, tooLong, printHint: String
        let chosen, pages: PluralText
    }
}
