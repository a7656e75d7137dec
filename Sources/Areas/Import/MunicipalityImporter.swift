package import Foundation
package import Prevention

/// Gebiete des Modellprojekts: reads `municipalities.json` of the model project's folder into areas.
package struct MunicipalityImporter: Sendable {
    /// Areas in tree order, and the short names by which the other files of the folder refer to them.
    package struct Result: Sendable {
        package let areas: [Area]
        /// `kreis-unna` → area.
        package let idsByShortName: [String: ID<Area>]
        package let problems: [ImportProblem]
    }

    private let file: String
    private let entries: [Entry]

    /// - Parameter file: name of the file for problems.
    /// - Throws: `DecodingError` if the text is no JSON of this shape.
    package init(_ data: Data, file: String = "municipalities.json") throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self.file = file
        entries = try decoder.decode([Entry].self, from: data)
    }

    package func areas() -> Result {
        var ids: [String: ID<Area>] = [:]
        for entry in entries { ids[entry.id] = AreaKey(official: entry.ags).map { ID(key: $0) } }
        var areas: [Area] = []
        var problems: [ImportProblem] = []
        for (index, entry) in entries.enumerated() {
            let problem = { (column: String, found: String, expected: String, hint: String) in
                ImportProblem(
                    file: file, row: index + 1, column: column, found: found, expected: expected, hint: hint)
            }
            guard let key = AreaKey(official: entry.ags) else {
                problems.append(
                    problem(
                        "ags", entry.ags, "amtlicher Gemeindeschlüssel",
                        "Bitte den Schlüssel mit 2, 5 oder 8 Ziffern angeben."))
                continue
            }
            guard let level = entry.level else {
                problems.append(
                    problem(
                        "kind", entry.kind, "Land, Kreis, kreisfreie Stadt oder kreisangehörige Gemeinde",
                        "Bitte die Art angeben."))
                continue
            }
            if let parent = entry.parentId, ids[parent] == nil {
                problems.append(
                    problem(
                        "parent_id", parent, "Kurzname eines Gebiets dieser Datei",
                        "Bitte das übergeordnete Gebiet ergänzen."))
                continue
            }
            areas.append(
                Area(
                    id: ID(key: key), key: key, level: level, parentID: entry.parentId.flatMap { ids[$0] },
                    name: entry.plainName, kind: entry.kind,
                    center: Coordinate(latitude: entry.lat, longitude: entry.lon),
                    postcodes: postcodes(of: entry), population: entry.bestPopulation))
        }
        return Result(areas: areas.sorted { $0.level < $1.level }, idsByShortName: ids, problems: problems)
    }

    /// The postcodes that belong to the place itself.
    ///
    /// Postcodes at a Land are addresses of ministries, those at a Kreis the town of its administration if that is known.
    private func postcodes(of entry: Entry) -> [String] {
        switch entry.level {
        case .land: return []
        case .kreis: return seat(of: entry) == nil ? entry.plainPostcodes : []
        default:
            let seats = entries.filter { $0.level == .kreis && seat(of: $0)?.id == entry.id }
            return Set(entry.plainPostcodes + seats.flatMap(\.plainPostcodes)).sorted()
        }
    }

    /// The town in which a Kreis has its administration: the one with the same coordinates.
    private func seat(of kreis: Entry) -> Entry? {
        entries.first { $0.parentId == kreis.id && $0.lat == kreis.lat && $0.lon == kreis.lon }
    }
}

/// One record of the file, with the field names of its README.
private struct Entry: Decodable {
    struct Figure: Decodable {
        let yearLabel: String
        let reportYear: Int
        let total: Int
        let under18: Int?
        let note: String?
    }
    struct Reference: Decodable {
        let date: String
        let total: Int
        let origin: String
    }
    struct Postcode: Decodable {
        let code: String
    }

    let id, name, kind, ags: String
    let parentId: String?
    let lat, lon: Double
    let population: [Figure]
    let populationReference: Reference?
    let postcodes: [Postcode]

    var level: AreaLevel? {
        switch kind {
        case "Land": .land
        case "Kreis": .kreis
        case "kreisfreie Stadt": .city
        case let other where other.hasPrefix("kreisangehörige"): .municipality
        default: nil
        }
    }

    /// "Unna (Kreisstadt)" is called Unna.
    var plainName: String {
        guard let bracket = name.range(of: " (") else { return name }
        return String(name[..<bracket.lowerBound])
    }

    var plainPostcodes: [String] {
        Set(postcodes.map { Self.misprints[$0.code] ?? $0.code }).sorted()
    }

    /// Postcodes that the source documents print wrongly.
    /// - Source: README of the model project's data, known discrepancies, 13.
    private static let misprints = ["59172": "59174"]

    /// The newest figure that is no reprint, first those that also tell the under 18; otherwise the official register.
    ///
    /// Figures of the application of 2011 are far from the register and therefore left out.
    /// - Source: README of the model project's data, known discrepancies, 2.
    var bestPopulation: Population? {
        let own = population.filter { $0.reportYear > 2011 && $0.note?.hasPrefix("unverändert") != true }
        let newest = own.sorted { $0.reportYear > $1.reportYear }
        if let figure = newest.first(where: { $0.under18 != nil }) ?? newest.first {
            return Population(total: figure.total, under18: figure.under18, source: figure.yearLabel)
        }
        return populationReference.map { Population(total: $0.total, date: Day($0.date), source: $0.origin) }
    }
}
