import Areas
import Chain
import Exchange
package import Foundation
import Indicators
import ModelProject
import Offers
import Practices
package import Prevention
import Rounds
import Storage
import Transfers
import Workflow

extension DemoHouse {
    /// Loads the exchange: the catalogue of links, two rehearsals with the model project's practices, and the invented
    /// market of the Musterkreis; a second time changes nothing.
    ///
    /// - Parameters:
    ///   - exchange: `Examples/exchange`.
    ///   - project: `Examples/model-project`.
    /// - Returns: how many rounds were new.
    package func loadExchange(exchange: URL, project: URL, at now: Instant) async throws -> Int {
        let store = ExchangeStore(database: database)
        let facts = try ExchangeFacts(exchange: exchange, project: project)
        let command = ExchangeStore.Command(by: actor, for: nil, at: now, because: "Vorführung")
        for link in facts.catalogue.links {
            try await store.add(
                LinkRecord(
                    id: link.id, title: link.title, stage: link.stage, field: link.field, obligation: link.obligation),
                command)
        }
        let before = try await store.market(on: now.berlinDay).rounds.count
        for group in Rehearsal.Group.allCases { try await load(try Rehearsal(group, facts), store, command) }
        try await loadMarket(facts.catalogue, store, at: now)
        return try await store.market(on: now.berlinDay).rounds.count - before
    }

    private func load(_ rehearsal: Rehearsal, _ store: ExchangeStore, _ command: ExchangeStore.Command) async throws {
        let round = rehearsal.plan.round
        let isNew = try await store.announce(
            RoundRecord(round, title: rehearsal.group.title, assumptions: Rehearsal.assumptions.map(\.sentence)),
            command)
        guard isNew else { return }
        try await store.take(.close, of: round.id, command)
        try await store.clear(rehearsal.plan, missing: [:], command)
        try await store.take(.finish, of: round.id, command)
    }

    private func loadMarket(_ catalogue: LinkCatalogue, _ store: ExchangeStore, at now: Instant) async throws {
        let tree = try await AreaStore(database: database).tree()
        guard let kreis = tree.areas.first(where: { $0.isInvented && $0.level == .kreis }) else { return }
        let towns = tree.children(of: kreis.id).sorted { $0.key < $1.key }
        let practices = try await PracticeStore(database: database).entries().filter(\.isInvented)
        let gaps = ChainGaps.compute(
            area: kreis, tree: tree, offers: try await OfferStore(database: database).details(ids: nil),
            figures: try await IndicatorShelf(IndicatorStore(database: database)).series(
                for: .offices, on: now.berlinDay), today: now.berlinDay)
        try await DemoExchange(
            store: store, towns: towns, practices: practices, links: catalogue.links, now: now
        ) { town, link in gaps[link.stage, link.field, town.id]?.missingShare }.load()
    }
}

extension Rehearsal.Group {
    fileprivate var title: String {
        switch self {
        case .kreisUnna: "Planspiel: zehn Städte und Gemeinden im Kreis Unna"
        case .modelMunicipalities: "Planspiel: die 18 Modellkommunen"
        }
    }
}

extension RoundAssumption {
    /// In a German sentence, as pages list it.
    fileprivate var sentence: String {
        switch self {
        case .limits(let give, let receive):
            "Jede Kommune kann im Halbjahr \(give) Transfers geben und \(receive) aufnehmen."
        case .accountsAtZero: "Alle Konten beginnen bei 0."
        case .levelsFromSources: "Der Stand der Kette folgt den Berichten; was dort nicht steht, gilt als fehlend."
        case .giversAgree: "Wer eine beschriebene Praxis betreibt, darf und will sie weitergeben."
        case .missingIsWanted: "Wem ein Kettenglied fehlt, der sucht es auch."
        case .reviewed: "Die Praxen gelten als geprüft."
        case .contextNotCompared: "Das Umfeld der Kommunen wurde nicht verglichen."
        case .travelEstimated: "Fahrzeiten sind aus der Luftlinie geschätzt."
        case .ownClassification: "Welche Praxis zu welchem Kettenglied gehört, haben wir selbst zugeordnet."
        }
    }
}
