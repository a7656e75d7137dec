import Prevention
import Texts

/// The sentences of the room.
struct ChainTexts: Decodable, Sendable {
    struct Start: Decodable, Sendable {
        let title, lead, search, show, ambiguous, unknown, unknownAll, map, list, place, kind, densest, empty,
            emptyHint: String
        let finding, places: PluralText
    }
    struct OfArea: Decodable, Sendable {
        let none, noneHint, lead, reading, caption, source, invented, saveMatrix, saveOffers, all, up: String
        let finding, withoutAge, emptyCells, base, someInvented: PluralText
    }
    struct Filter: Decodable, Sendable {
        let title, setting, access, providerKind, tier, year, yearHint, status, statusPublic, statusAll, above,
            any: String
    }
    struct Unknown: Decodable, Sendable {
        let title, lead, nothing: String
        let ages, fields, setting, access, tier, checked, places: PluralText
    }
    struct Figures: Decodable, Sendable {
        struct Levels: Decodable, Sendable {
            let none, range, single: String
        }
        let title, towns, districts, providers, provider, settings, setting, accessModes, access, tiers, tier: String
        let offers, several: String
        let otherProviders, offersWords, offersNoun: PluralText
        let levels: Levels
    }
    struct Compare: Decodable, Sendable {
        let title, caption, stage, note: String
    }
    struct Cell: Decodable, Sendable {
        let anyStage, anyField, unknownStage, unknownField, none, noneHint, back, source, noAges, invented,
            provider: String
        let finding: PluralText
    }
    struct File: Decodable, Sendable {
        let area, key, field, stage, offers, places, need, day, id, title, provider, town, ageFrom, ageTo: String
        let settings, access, tier, source, invented, yes, no: String
    }

    let navigation, kette: String
    let start: Start
    let area: OfArea
    let filter: Filter
    let unknown: Unknown
    let figures: Figures
    let compare: Compare
    let cell: Cell
    let stages: [String: String]
    let file: File
    let gaps: GapTexts

    /// The stage inside a sentence: "rund um die Kita".
    subscript(stage: LifeStage) -> String { stages[stage.rawValue] ?? "" }
}
