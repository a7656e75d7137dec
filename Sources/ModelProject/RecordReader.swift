package import Foundation
import Prevention
package import Records

/// Reads practices, networks, bodies and goals of the model project as entries of the collection.
package struct RecordReader {
    private let folder: SourceFolder
    private let places: [String: String]
    private let standards: [String: String]

    /// - Parameter folder: `Examples/model-project`.
    package init(folder: URL) throws {
        self.folder = SourceFolder(url: folder)
        let municipalities: [SourceMunicipality] = try self.folder.read("municipalities.json")
        places = Dictionary(municipalities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let standards: [SourceStandard] = try self.folder.read("standards.json")
        self.standards = Dictionary(standards.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// All entries: 64 practices, 138 networks, 44 bodies, 115 goals.
    package func records() throws -> [Record] {
        let practices: [SourcePractice] = try folder.read("practices.json")
        let networks: [SourceNetwork] = try folder.read("networks.json")
        let bodies: [SourceBody] = try folder.read("governance.json")
        let goals: SourceGoals = try folder.read("goals.json")
        let practiceTitles = titles(practices.map { ($0.id, $0.title) })
        let networkTitles = titles(networks.map { ($0.id, $0.name) })
        let bodyTitles = titles(bodies.map { ($0.id, $0.name) })
        return practices.map { practice($0, practiceTitles, networkTitles) }
            + networks.map(network)
            + bodies.map { body($0, bodyTitles) }
            + self.goals(goals)
    }

    private func titles(_ pairs: [(String, String)]) -> [String: String] {
        Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Kinds

    private func practice(
        _ source: SourcePractice, _ practices: [String: String], _ networks: [String: String]
    ) -> Record {
        var facts = FactList()
        facts.add(.targetGroups, source.targetGroups)
        facts.add(.settings, source.settings)
        facts.add(.area, source.area)
        facts.add(.ageNote, source.ageNote)
        facts.add(.strengths, source.strengths)
        facts.add(.keyFigures, source.keyFigures.map(Self.figure))
        facts.add(.achieved, source.achieved)
        facts.add(.standards, source.standardsMet.map { standards[$0] ?? $0 })
        facts.add(.initiators, source.initiators)
        facts.add(.partners, source.partners)
        facts.add(.period, Self.period(source))
        facts.add(.languages, source.languages)
        facts.add(.cost, source.costForParticipants)
        facts.add(.funding, source.funding)
        facts.add(.evaluation, source.evaluation)
        facts.add(.documents, source.documents)
        facts.add(.status, source.status)
        facts.add(.aliases, source.aliases)
        let links =
            source.relatedPracticeIds.compactMap { key in
                practices[key].map { RecordLink(.related, .practice, key: key, title: $0) }
            }
            + source.networkIds.compactMap { key in
                networks[key].map { RecordLink(.network, .network, key: key, title: $0) }
            }
        return record(
            .practice, source.id, source.title, source.summary, label: "", places: source.municipalityIds,
            ages: Self.ages(source.ageFromMonths, source.ageToMonths), stages: source.lifeStages, fields: source.fields,
            facts: facts, links: links, sources: source.source)
    }

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

    /// Ages only where the source gives both ends.
    private static func ages(_ from: Int?, _ to: Int?) -> AgeRange? {
        guard let from, let to else { return nil }
        return AgeRange(from, to)
    }

    private static func figure(_ figure: SourceFigure) -> String {
        var value = ""
        if let number = figure.value {
            value = number == number.rounded() ? String(Int(number)) : String(number).replacing(".", with: ",")
        }
        let amount = [value, figure.unit ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        let year = figure.year.map { " (\($0))" } ?? ""
        let note = figure.note.map { " – \($0)" } ?? ""
        return "\(figure.label): \(amount)\(year)\(note)"
    }

    private static func period(_ source: SourcePractice) -> String? {
        let start = source.startLabel ?? source.startYear.map { "seit \($0)" }
        let end = source.endLabel ?? source.endYear.map { "bis \($0)" }
        let parts = [start, end].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
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
