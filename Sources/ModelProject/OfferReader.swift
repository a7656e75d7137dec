import Areas
package import Foundation
package import Offers
import Prevention
import Storage

/// Reads the offers of the model project's two tables with their providers.
package struct OfferReader {
    private let folder: SourceFolder
    private let areas: [String: ID<Area>]

    /// What the tables hold.
    package struct Content: Sendable {
        package let providers: [Provider]
        package let offers: [Offer]
    }

    /// - Parameter folder: `Examples/model-project`.
    package init(folder: URL) throws {
        self.folder = SourceFolder(url: folder)
        areas = try self.folder.municipalityAreas()
    }

    /// All 260 offers; each carries its section of the source.
    package func content() throws -> Content {
        let rows = try ["offers-kreis-unna.csv", "offers-other.csv"].flatMap(rows)
        var providers: [String: Provider] = [:]
        var offers: [Offer] = []
        for row in rows {
            let written = row["provider"] ?? ""
            let name = Provider.isUnnamed(written) ? Provider.unnamed : written
            let provider = providers[name] ?? Self.provider(name)
            providers[name] = provider
            offers.append(offer(row, provider.id))
        }
        return Content(providers: providers.values.sorted { $0.name < $1.name }, offers: offers)
    }

    // MARK: Parts

    private static func provider(_ name: String) -> Provider {
        let kind = ProviderWords.kinds.first { rule in rule.0.contains { name.contains($0) } }?.1 ?? .unknown
        return Provider(
            id: ID(.modelProject, name: "provider/" + name), name: name, kind: kind,
            external: ExternalKey(origin: "model-project", key: name))
    }

    private func offer(_ row: [String: String], _ provider: ID<Provider>) -> Offer {
        let key = row["id"] ?? ""
        let words = list(row["field"])
        let places = list(row["municipality"])
        let description = row["description"] ?? ""
        let ages = ages(row)
        let isPlanned = ["Ziel 2013", "Indikator 2013", "2013 geplant"].contains { description.contains($0) }
        let settings = Set(list(row["setting"]).compactMap { SettingWords.all[$0] })
        let note = ages.isStated ? "" : "Das Alter ist in der Quelle nicht genannt; es folgt aus der Altersphase."
        return Offer(
            id: ID(.modelProject, name: "offer/" + key), title: row["name"] ?? key, summary: description,
            description: note, providerID: provider, ageRange: ages.range,
            fields: Set(words.compactMap { FieldWords.all[$0] }),
            topics: words.filter { FieldWords.topics.contains($0) },
            settings: settings, targetGroups: TargetWords.groups(row["target_group"] ?? ""),
            audience: row["target_group"] ?? "", accessMode: Self.access(settings),
            areaScope: places.compactMap { areas[$0] }, status: isPlanned ? .draft : .active,
            sources: list(row["source"]?.replacing("; ", with: "|")).reduce(into: []) {
                $0.append(Self.source($1, after: $0.last))
            },
            external: ExternalKey(origin: "model-project", key: key),
            internalNote: isPlanned ? "Laut Quelle nur geplant oder als Ziel genannt." : "")
    }

    /// Ages as stated; where one end is missing, the stages of the source give it.
    private func ages(_ row: [String: String]) -> (range: AgeRange?, isStated: Bool) {
        let from = Int(row["age_from_months"] ?? "")
        let to = Int(row["age_to_months"] ?? "")
        let stages = list(row["life_stage"]).compactMap(LifeStage.init(rawValue:))
        let lowest = stages.map(\.ages.lowerBound).min()
        let highest = stages.map { min($0.ages.upperBound, 324) }.max()
        guard let start = from ?? lowest, let end = to ?? highest else { return (nil, true) }
        return (AgeRange(start, end), from != nil && to != nil)
    }

    /// Only what follows from the place itself.
    private static func access(_ settings: Set<Setting>) -> AccessMode? {
        if settings == [.home] { return .outreach }
        if settings == [.online] { return .remote }
        let universal: Set<Setting> = [.kita, .primarySchool, .secondarySchool, .specialSchool, .maternityClinic]
        return !settings.isEmpty && settings.isSubset(of: universal) ? .universalSetting : nil
    }

    /// `report-2016 6.1`; a part without a document name continues the one before.
    private static func source(_ text: String, after last: Source?) -> Source {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let first = parts.first, let title = documents[first] else {
            return Source(document: last?.document ?? "", section: text)
        }
        return Source(document: title, section: parts.count > 1 ? parts[1] : "")
    }

    /// Titles of the source documents, as people know them.
    private static let documents = [
        "application-2011": "Förderantrag Kreis Unna und Städte, Dezember 2011",
        "report-2013": "Fachbericht der 18 Modellkommunen, September 2013",
        "report-2016": "Abschlussbericht der Landeskoordinierungsstelle, 2016",
        "slides-2014-03": "Vortrag Kreis Unna, März 2014",
        "slides-2014-10": "Vortrag Kreis Unna, Oktober 2014",
    ]

    private func list(_ cell: String?) -> [String] {
        (cell ?? "").split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The rows of a table by column name.
    private func rows(_ name: String) throws -> [[String: String]] {
        let file = folder.url.appending(path: name)
        guard let data = try? Data(contentsOf: file) else { throw ModelProjectError.missing(file.path) }
        let lines = SourceTable.rows(String(decoding: data, as: UTF8.self))
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }
}
