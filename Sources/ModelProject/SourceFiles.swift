import Areas
import Foundation
import Prevention

/// The files of `Examples/model-project` as they are written; the field names are those of its README.
struct SourceReference: Decodable {
    let doc: String
    let section: String
}

struct SourceMunicipality: Decodable {
    let id, name: String
    let ags: String?
}

struct SourceStandard: Decodable {
    let id, title: String
}

struct SourceFigure: Decodable {
    let label: String
    let value: Double?
    let unit: String?
    let year: Int?
    let note: String?
}

struct SourcePractice: Decodable {
    let id, title, kind, summary: String
    let aliases, municipalityIds, lifeStages, fields, settings, targetGroups: [String]
    let initiators, partners, strengths, achieved, standardsMet, languages, documents: [String]
    let relatedPracticeIds, networkIds, offerIds: [String]
    let area, ageNote, startLabel, endLabel, status, costForParticipants, funding, evaluation, standardsBasis: String?
    let ageFromMonths, ageToMonths, startYear, endYear: Int?
    let keyFigures: [SourceFigure]
    let source: [SourceReference]
}

struct SourceTransfer: Decodable {
    struct ContextModel: Decodable {
        let workedExample: Example
    }
    struct Example: Decodable {
        let practiceId, receivingPracticeId, receiverMunicipalityId, outcome: String
    }

    let contextModel: ContextModel
}

struct SourceNetwork: Decodable {
    let id, name, kind, scope: String
    let aliases, municipalityIds, participants, topics, fields, lifeStages, missingSectors, notes: [String]
    let area, coordinatingBody, description, foundedLabel, meetingsNote, status: String?
    let foundedYear, meetingsPerYearMin, meetingsPerYearMax, memberPersons, memberOrganisations: Int?
    let source: [SourceReference]
}

struct SourceBody: Decodable {
    let id, name, level, municipalityId, kind, status: String
    let aliases, members, tasks, notes: [String]
    let chairOrLead, meetingsNote, start, reportsToId: String?
    let meetingsPerYearMin: Int?
    let source: [SourceReference]
}

struct SourceGoals: Decodable {
    struct Goal: Decodable {
        let id, title, kind, municipalityId: String
        let parentId, description: String?
        let indicatorIds: [String]?
        let source: [SourceReference]
    }
    struct Indicator: Decodable {
        let id, title: String
    }

    let kreisUnnaGoals, municipalGoals: [Goal]
    let municipalIndicators: [Indicator]
}

/// Reads one file of the folder.
struct SourceFolder {
    let url: URL

    /// - Throws: `ModelProjectError` naming the file and what to do.
    func read<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
        let file = url.appending(path: name)
        guard let data = try? Data(contentsOf: file) else { throw ModelProjectError.missing(file.path) }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do { return try decoder.decode(Content.self, from: data) } catch {
            throw ModelProjectError.unreadable(file.path, "\(error)")
        }
    }

    /// Names of the municipalities by their key in the sources.
    ///
    /// - Throws: `ModelProjectError` naming the file and what to do.
    func municipalityNames() throws -> [String: String] {
        let municipalities: [SourceMunicipality] = try read("municipalities.json")
        return Dictionary(municipalities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Areas of the municipalities by their key in the sources; those without an official key are left out.
    ///
    /// - Throws: `ModelProjectError` naming the file and what to do.
    func municipalityAreas() throws -> [String: ID<Area>] {
        let municipalities: [SourceMunicipality] = try read("municipalities.json")
        let pairs = municipalities.compactMap { place -> (String, ID<Area>)? in
            place.ags.flatMap { AreaKey(official: $0) }.map { (place.id, ID(key: $0)) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

/// The model project's folder cannot be read.
package enum ModelProjectError: Error, CustomStringConvertible {
    case missing(String)
    case unreadable(String, String)

    package var description: String {
        switch self {
        case .missing(let path):
            "Die Datei \(path) fehlt. Bitte den Ordner Examples/model-project vollständig bereitstellen."
        case .unreadable(let path, let reason):
            "Die Datei \(path) ist nicht lesbar: \(reason)"
        }
    }
}
