package import Foundation
package import Learning
import LearningNetwork
import Prevention
import Storage

/// Reads the learning network of the model project: its groups, events, expertise and publications, as an archive.
package struct LearningReader {
    private let folder: SourceFolder
    private let places: [String: String]

    /// - Parameter folder: `Examples/model-project`.
    package init(folder: URL) throws {
        self.folder = SourceFolder(url: folder)
        places = try self.folder.municipalityNames()
    }

    package func archive() throws -> LearningArchive {
        let file: SourceLearning = try folder.read("transfer.json")
        let networks: [SourceNetwork] = try folder.read("networks.json")
        let events: [SourceEvent] = try folder.read("events.json")
        var archive = LearningArchive()
        let all = file.themeClusters.reduce(into: Set<String>()) { $0.formUnion($1.municipalityIds) }
        archive.groups =
            [network(file.learningNetwork, municipalities: all)] + file.themeClusters.map(cluster)
            + networks.filter { $0.kind == "Entwicklungsgruppe" }.map(group)
        archive.expertise = file.expertises.map(expertise)
        archive.publications = file.publications.map(publication)
        let titles = Dictionary(
            file.developmentConferences.map { ($0.id + "-event", $0.title) }, uniquingKeysWith: { first, _ in first })
        let byPlace = Dictionary(
            file.developmentConferences.map { ($0.municipalityId, $0.title) }, uniquingKeysWith: { first, _ in first })
        archive.events = events.map { source in
            let motto =
                titles[source.id] ?? (source.type == "Entwicklungskonferenz" ? byPlace[source.municipalityId] : nil)
            return event(source, motto: motto)
        }
        return archive
    }

    // MARK: Groups

    private func network(_ source: SourceLearning.Network, municipalities: Set<String>) -> LearningGroup {
        let themes = source.themes.map(\.title).joined(separator: "; ")
        return LearningGroup(
            id: Self.id("group", source.id), kind: .network, title: "Lernnetzwerk der 18 Modellkommunen",
            theme: source.purposes.joined(separator: ", "),
            about: "\(source.meetingsPerYear) Treffen im Jahr. Themen: \(themes).", isArchived: true,
            source: Self.text(source.source), seats: seats(municipalities.sorted(), role: "Koordination"))
    }

    private func cluster(_ source: SourceLearning.Cluster) -> LearningGroup {
        let topics = (source.topics2013 + source.topics2016).joined(separator: "; ")
        return LearningGroup(
            id: Self.id("group", source.id), kind: .cluster, title: source.title, theme: source.guidingQuestion,
            about: "\(source.sessions) Sitzungen. Themen: \(topics).", isArchived: true,
            source: Self.text(source.source), seats: seats(source.municipalityIds, role: "Koordination"))
    }

    private func group(_ source: SourceNetwork) -> LearningGroup {
        LearningGroup(
            id: Self.id("group", source.id), kind: .development, title: source.name,
            theme: source.fields.joined(separator: ", "), about: source.participants.joined(separator: "\n"),
            isArchived: true, source: Self.text(source.source),
            seats: seats(source.municipalityIds, role: source.coordinatingBody ?? "Koordination"))
    }

    private func seats(_ ids: [String], role: String) -> [Seat] {
        ids.compactMap { places[$0] }.map { Seat(Place(name: $0), role: role) }
    }

    // MARK: Shelf

    private func expertise(_ source: SourceLearning.Expertise) -> Expertise {
        Expertise(
            id: Self.id("expertise", source.id), topic: source.title,
            owner: Seat(Place(name: source.institutions.joined(separator: ", ")), role: ""),
            source: Self.text(source.source))
    }

    private func publication(_ source: SourceLearning.Publication) -> Publication {
        let kinds = ["fachbericht": "Bericht", "magazin": "Magazin", "positionspapier": "Positionspapier"]
        let kind = kinds.first { source.id.contains($0.key) }?.value
        return Publication(
            id: Self.id("publication", source.id), title: source.title, year: source.year,
            kind: kind ?? (source.id.contains("empfehlungen") ? "Empfehlungen" : "Dokumentation"),
            about: source.content, source: Self.text(source.source))
    }

    private func event(_ source: SourceEvent, motto: String?) -> ChronicleEvent {
        var about = motto.map { ["„\($0)“"] } ?? []
        about += [source.organiser, source.participants].compactMap { $0 } + source.topics + source.notes
        return ChronicleEvent(
            id: Self.id("event", source.id), title: source.title, kind: source.type, when: source.dateFrom ?? "",
            dateWords: source.dateLabel ?? "", place: source.place ?? places[source.municipalityId] ?? "",
            about: about.joined(separator: "; "), source: Self.text(source.source))
    }

    private static func id<Record>(_ kind: String, _ key: String) -> ID<Record> {
        ID(.modelProject, name: "learning/\(kind)/\(key)")
    }

    private static func text(_ sources: [SourceReference]) -> String {
        sources.map { "\(SourceDocument(rawValue: $0.doc)?.title ?? $0.doc), \($0.section)" }.joined(separator: "; ")
    }
}

/// The parts of `transfer.json` that tell of the learning network.
struct SourceLearning: Decodable {
    struct Network: Decodable {
        let id: String
        let meetingsPerYear: Int
        let purposes: [String]
        let themes: [Theme]
        let source: [SourceReference]
    }
    struct Theme: Decodable {
        let title: String
    }
    struct Cluster: Decodable {
        let id, title, guidingQuestion: String
        let sessions: Int
        let municipalityIds, topics2013, topics2016: [String]
        let source: [SourceReference]
    }
    struct Conference: Decodable {
        let id, municipalityId, title: String
    }
    struct Expertise: Decodable {
        let id, title: String
        let institutions: [String]
        let source: [SourceReference]
    }
    struct Publication: Decodable {
        let id, title, content: String
        let year: Int?
        let source: [SourceReference]
    }

    let learningNetwork: Network
    let themeClusters: [Cluster]
    let developmentConferences: [Conference]
    let expertises: [Expertise]
    let publications: [Publication]
}

struct SourceEvent: Decodable {
    let id, title, type, municipalityId: String
    let dateFrom, dateLabel, place, organiser, participants: String?
    let topics, notes: [String]
    let source: [SourceReference]
}
