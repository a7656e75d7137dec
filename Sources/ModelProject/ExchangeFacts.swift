package import Foundation
package import Prevention
package import Rounds
import Storage
package import Transfers

/// Sachstand für die Börse: which town has which practice, and how far each is with each link, as the sources tell it.
package struct ExchangeFacts: Sendable {
    /// Kommune der Quellen.
    package struct Town: Hashable, Sendable {
        package let slug: String
        package let name: String
        package let kind: Participant.Kind
        package let area: AreaKey?
        /// Roughly the middle of the town.
        package let center: Coordinate?

        /// The same on every instance.
        package var id: ID<Participant> { ID(.modelProject, name: "participant/" + slug) }
    }

    /// Laufende Praxis: what a town could pass on.
    package struct Running: Hashable, Sendable {
        package let practice: String
        package let title: String
        package let town: String
        package let link: ID<LinkType>
    }

    package let catalogue: LinkCatalogue
    package let towns: [Town]
    package let running: [Running]
    /// Only what a source says; the rest is not known.
    package let levels: LevelTable

    /// - Parameters:
    ///   - exchange: `Examples/exchange`.
    ///   - project: `Examples/model-project`.
    /// - Throws: `ModelProjectError` naming the file that is missing or broken.
    package init(exchange: URL, project: URL) throws {
        let files = SourceFolder(url: project)
        let catalogue = try LinkCatalogue(folder: exchange)
        let places: [SourcePlace] = try files.read("municipalities.json")
        let practices: [SourcePractice] = try files.read("practices.json")
        let goals: SourceGoals = try files.read("goals.json")
        self.catalogue = catalogue
        towns = places.map { place in
            Town(
                slug: place.id, name: place.name, kind: place.kind == "Kreis" ? .district : .municipality,
                area: place.ags.flatMap { AreaKey(official: $0) },
                center: Coordinate(latitude: place.lat, longitude: place.lon))
        }
        running = practices.flatMap { practice -> [Running] in
            guard let link = catalogue.link(ofPractice: practice.id), !catalogue.notYetRunning.contains(practice.id)
            else { return [] }
            return practice.municipalityIds.map {
                Running(practice: practice.id, title: practice.title, town: $0, link: link.id)
            }
        }
        var levels = LevelTable()
        let ids = Dictionary(uniqueKeysWithValues: towns.map { ($0.slug, $0.id) })
        func note(_ link: ID<LinkType>, _ town: String, _ level: LinkLevel) {
            guard let id = ids[town] else { return }
            levels[link, id] = max(levels[link, id], level)
        }
        let offers = try Self.offers(project)
        let wanted = Dictionary((goals.municipalGoals).map { ($0.id, $0.municipalityId) }) { first, _ in first }
        let owners = Dictionary(practices.map { ($0.id, $0.municipalityIds) }) { first, _ in first }
        for link in catalogue.links {
            for goal in link.goals { if let town = wanted[goal] { note(link.id, town, .planned) } }
            for offer in link.offers { for town in offers[offer] ?? [] { note(link.id, town, .introduced) } }
            for practice in link.practices {
                let level: LinkLevel = catalogue.notYetRunning.contains(practice) ? .planned : .mayPassOn
                for town in owners[practice] ?? [] { note(link.id, town, level) }
            }
        }
        self.levels = levels
    }

    /// The towns that each offer names.
    private static func offers(_ project: URL) throws -> [String: [String]] {
        var towns: [String: [String]] = [:]
        for name in ["offers-kreis-unna.csv", "offers-other.csv"] {
            let file = project.appending(path: name)
            guard let data = try? Data(contentsOf: file) else { throw ModelProjectError.missing(file.path) }
            let rows = SourceTable.rows(String(decoding: data, as: UTF8.self))
            guard let head = rows.first, let key = head.firstIndex(where: { $0.hasSuffix("id") }),
                let town = head.firstIndex(of: "municipality")
            else { throw ModelProjectError.unreadable(file.path, "Die Spalten id und municipality fehlen.") }
            for row in rows.dropFirst() where row.count > max(key, town) {
                towns[row[key]] = row[town].split(separator: "|").map(String.init)
            }
        }
        return towns
    }

    package func town(_ slug: String) -> Town? { towns.first { $0.slug == slug } }
}

/// A town with its place on the map.
private struct SourcePlace: Decodable {
    let id, name, kind: String
    let ags: String?
    let lat, lon: Double
}
