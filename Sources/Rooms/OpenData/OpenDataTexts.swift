/// The sentences of the room.
struct OpenDataTexts: Decodable, Sendable {
    struct Register: Decodable, Sendable {
        let title, text, open: String
        let keywords: [String]
    }

    struct Columns: Decodable, Sendable {
        let name, kind, periods, areas, licence, files, area, level, value, limits, events: String
    }

    struct Terms: Decodable, Sendable {
        let kind, counted, unit, source, office, periodicity, licence, periods, areas, published, aid, caveat: String
    }

    let title, lead, catalogueTitle, datasets, datasetsCaption, empty, emptyHint, invented, inventedText: String
    let interface, interfaceText, interfaceOpen, interfaceDescription: String
    let catalogue, catalogueText, protection, protectionText, notOpen: String
    let files, fileCSV, fileDescription, fileJSON, fileAPI, fileFacilities, fileFacilitiesAPI, latest, latestCaption,
        more: String
    let suppressed, notAvailable, outOf, counted, to, areaCount, about: String
    let keywords: [String]
    let kinds: [String: String]
    let levels: [String: String]
    let register: Register
    let columns: Columns
    let terms: Terms
}
