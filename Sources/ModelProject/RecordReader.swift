package import Foundation
import Prevention
package import Records

/// Reads networks, bodies and goals of the model project as entries of the collection.
package struct RecordReader {
    private let folder: SourceFolder
    private let places: [String: String]

    /// - Parameter folder: `Examples/model-project`.
    package init(folder: URL) throws {
        self.folder = SourceFolder(url: folder)
        places = try self.folder.municipalityNames()
    }

    /// All entries: 138 networks, 44 bodies, 115 goals.
    package func records() throws -> [Record] {
        let networks: [SourceNetwork] = try folder.read("networks.json")
        let bodies: [SourceBody] = try folder.read("governance.json")
        let goals: SourceGoals = try folder.read("goals.json")
        let bodyTitles = titles(bodies.map { ($0.id, $0.name) })
        return networks.map(network)
            + bodies.map { body($0, bodyTitles) }
            + self.goals(goals)
    }

    private func titles(_ pairs: [(String, String)]) -> [String: String] {
        Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Kinds

    private func network(_ source: SourceNetwork) -> Record {
        var facts = FactList()
        facts.add(.topics, source.topics)
        facts.add(.coordination, source.coordinatingBody)
        facts.add(.participants, source.participants)
        facts.add(.meetings, source.meetingsNote ?? Self.meetings(source.meetingsPerYearMin, source.meetingsPerYearMax))
        facts.add(.founded, source.foundedLabel ?? source.foundedYear.map(String.init))
        facts.add(.size, Self.size(source.memberPersons, source.memberOrganisations))
        facts.add(.missing, source.missingSectors)
        facts.add(.level, source.scope)
        facts.add(.area, source.area)
        facts.add(.status, source.status)
        facts.add(.aliases, source.aliases)
        facts.add(.notes, source.notes)
        return record(
            .network, source.id, source.name, source.description ?? "", label: source.kind,
            places: source.municipalityIds, ages: nil, stages: source.lifeStages, fields: source.fields, facts: facts,
            links: [], sources: source.source)
    }

    private func body(_ source: SourceBody, _ bodies: [String: String]) -> Record {
        var facts = FactList()
        facts.add(.tasks, source.tasks)
        facts.add(.members, source.members)
        facts.add(.chair, source.chairOrLead)
        facts.add(.meetings, source.meetingsNote ?? Self.meetings(source.meetingsPerYearMin, nil))
        facts.add(.level, source.level)
        facts.add(.period, source.start)
        facts.add(.status, source.status)
        facts.add(.aliases, source.aliases)
        facts.add(.notes, source.notes)
        let links = source.reportsToId.flatMap { key in
            bodies[key].map { [RecordLink(.reportsTo, .body, key: key, title: $0)] }
        }
        return record(
            .body, source.id, source.name, "", label: source.kind, places: [source.municipalityId], ages: nil,
            stages: [],
            fields: [], facts: facts, links: links ?? [], sources: source.source)
    }

    private func goals(_ source: SourceGoals) -> [Record] {
        let indicators = titles(source.municipalIndicators.map { ($0.id, $0.title) })
        let all = source.kreisUnnaGoals + source.municipalGoals
        let titles = titles(all.map { ($0.id, $0.title) })
        return all.map { goal in
            var facts = FactList()
            facts.add(.indicators, (goal.indicatorIds ?? []).compactMap { indicators[$0] })
            let links = goal.parentId.flatMap { key in
                titles[key].map { [RecordLink(.parent, .goal, key: key, title: $0)] }
            }
            return record(
                .goal, goal.id, goal.title, goal.description ?? "", label: Self.goalKinds[goal.kind] ?? "",
                places: [goal.municipalityId], ages: nil, stages: [], fields: [], facts: facts, links: links ?? [],
                sources: goal.source)
        }
    }

    private static let goalKinds = [
        "profile-goal": "Ziel im kommunalen Profil", "zielraute": "Ziel der Präventionskette",
        "project-goal-2011": "Projektziel des Antrags",
    ]

    // MARK: Parts

    private func record(
        _ kind: Record.Kind, _ key: String, _ title: String, _ summary: String, label: String, places: [String],
        ages: AgeRange?, stages: [String], fields: [String], facts: FactList, links: [RecordLink],
        sources: [SourceReference]
    ) -> Record {
        Record(
            kind: kind, key: key, title: title, summary: summary, label: label, ages: ages,
            stages: stages.compactMap(LifeStage.init(rawValue:)), fields: fields,
            places: places.map { Record.Place(key: $0, name: self.places[$0] ?? $0) }, facts: facts.all, links: links,
            sources: sources.map { Source(document: $0.doc, section: $0.section) })
    }

    private static func meetings(_ least: Int?, _ most: Int?) -> String? {
        guard let least else { return nil }
        if let most, most > least { return "\(least) bis \(most) Mal im Jahr" }
        return "mindestens \(least) Mal im Jahr"
    }

    private static func size(_ persons: Int?, _ organisations: Int?) -> String? {
        let parts = [persons.map { "\($0) Personen" }, organisations.map { "\($0) Organisationen" }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

/// Facts in the order of adding; empty ones are left out.
private struct FactList {
    var all: [Fact] = []

    mutating func add(_ label: Fact.Label, _ values: [String]) {
        if !values.isEmpty { all.append(Fact(label, values)) }
    }

    mutating func add(_ label: Fact.Label, _ value: String?) {
        if let value, !value.isEmpty { all.append(Fact(label, [value])) }
    }
}
