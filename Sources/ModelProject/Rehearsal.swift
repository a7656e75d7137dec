import Areas
package import Prevention
package import Rounds
import Storage
package import Transfers
import Workflow

/// Planspiel: a round with the model project's practices, in which everything the sources do not tell is assumed and named.
///
/// Nothing of it is proposed to anybody: the sources know of no exchange that took place.
package struct Rehearsal: Sendable {
    /// Wer mitspielt.
    package enum Group: String, CaseIterable, Sendable {
        /// The ten towns of the Kreis Unna.
        case kreisUnna = "kreis-unna"
        /// The eighteen model municipalities.
        case modelMunicipalities = "modellkommunen"

        /// Keys of the towns in `municipalities.json`.
        package var towns: [String] {
            switch self {
            case .kreisUnna:
                [
                    "bergkamen", "boenen", "froendenberg-ruhr", "holzwickede", "kamen", "luenen", "schwerte", "selm",
                    "unna", "werne",
                ]
            case .modelMunicipalities:
                [
                    "arnsberg", "bielefeld", "dormagen", "dortmund", "duesseldorf", "duisburg", "gelsenkirchen",
                    "gladbeck", "hamm", "kreis-dueren", "kreis-unna", "kreis-warendorf", "moenchengladbach", "moers",
                    "muenster", "oberhausen", "witten", "wuppertal",
                ]
            }
        }
    }

    package let group: Group
    package let facts: ExchangeFacts
    package let plan: RoundPlan
    /// Slug of the practice of each offer.
    package let practices: [ID<TransferOffer>: String]

    /// - Throws: `RoundRefusal` if the round cannot be founded.
    package init(_ group: Group, _ facts: ExchangeFacts, mode: RoundMode = .weighted) throws {
        self.group = group
        self.facts = facts
        let towns = group.towns.compactMap { facts.town($0) }
        let rules = ExchangeRules(version: "Planspiel 1", validFrom: Self.published)
        let round = try Round(
            id: ID(.modelProject, name: "round/" + group.rawValue), period: Self.period, kind: .rehearsal, mode: mode,
            rules: rules, seed: "Planspiel \(group.rawValue) \(Self.period)", publishedOn: Self.published,
            deadline: Self.deadline)
        let offers = try Self.offers(facts, towns)
        let requests = try Self.requests(facts, towns)
        var source = PairFactSource()
        source.levels = facts.levels
        source.obligations = Dictionary(uniqueKeysWithValues: facts.catalogue.links.map { ($0.id, $0.obligation) })
        for offer in offers {
            source.practices[offer.offer.practice] = PairFactSource.Practice(
                evidence: PairFacts.Evidence(effect: 0, readiness: 1, trust: 0),
                reviewExpires: Self.deadline.adding(months: 24))
        }
        for one in towns {
            for other in towns where one.slug < other.slug {
                guard let here = one.center, let there = other.center else { continue }
                source.travel[PairFactSource.Way(one.id, other.id)] = here.drivingMinutes(to: there)
            }
        }
        practices = Dictionary(uniqueKeysWithValues: offers.map { ($0.offer.id, $0.practice) })
        let limits = TransferLimits(give: Self.limit, receive: Self.limit)
        plan = RoundPlan(
            round,
            participants: towns.compactMap { town in
                limits.map { Participant(id: town.id, kind: town.kind, limits: $0) }
            }, names: Dictionary(uniqueKeysWithValues: towns.map { ($0.id, $0.name) }), offers: offers.map(\.offer),
            requests: requests, facts: source.facts(offers.map(\.offer), requests), ledger: Ledger(rules: rules))
    }

    /// What was assumed because no source says it.
    package static let assumptions: [RoundAssumption] = [
        .ownClassification, .levelsFromSources, .missingIsWanted, .giversAgree, .limits(give: limit, receive: limit),
        .accountsAtZero, .reviewed, .contextNotCompared, .travelEstimated,
    ]

    package var forecast: RoundForecast {
        RoundForecast(
            plan.participants, facts.catalogue.links.map(\.type), facts.levels, plan.round.rules, seed: plan.round.seed)
    }

    package func report(on outcome: RoundOutcome) -> RoundReport {
        RoundReport(outcome, assumptions: Self.assumptions, forecast: forecast)
    }

    // MARK: Assumptions

    private static let limit = 2
    private static let actor = Reference(.participant, "planspiel")

    package static let published = Day(daysSince1970: 20_605)  // 2026-06-01
    package static let deadline = Day(daysSince1970: 20_634)  // 2026-06-30

    /// The second half of 2026.
    private static var period: Period { Period("2026-H2") ?? Period(day: deadline) }

    private static func offers(
        _ facts: ExchangeFacts, _ towns: [ExchangeFacts.Town]
    ) throws -> [(offer: TransferOffer, practice: String)] {
        let ids = Dictionary(uniqueKeysWithValues: towns.map { ($0.slug, $0.id) })
        return try facts.running.compactMap { running in
            guard let town = ids[running.town] else { return nil }
            let offer = TransferOffer(
                id: ID(.modelProject, name: "transfer-offer/\(running.town)/\(running.practice)"), kind: .practice,
                givers: [town], linkType: running.link, practice: Reference(.practice, running.practice),
                parts: Set(TransferPart.allCases), capacity: limit)
            guard var offer else { return nil }
            try offer.take(.review, by: actor, at: opened, because: "Planspiel")
            try offer.take(.open, by: actor, at: opened, because: "Planspiel")
            return (offer, running.practice)
        }
    }

    /// A duty link that is missing or only planned is wanted; a choice only where a goal names it.
    private static func requests(
        _ facts: ExchangeFacts, _ towns: [ExchangeFacts.Town]
    ) throws -> [TransferRequest] {
        try towns.flatMap { town in
            try facts.catalogue.links.compactMap { link in
                let level = facts.levels[link.id, town.id]
                guard level == .planned || (level == .missing && link.obligation == .duty) else { return nil }
                var request = TransferRequest(
                    id: ID(.modelProject, name: "transfer-request/\(town.slug)/\(link.slug)"), receiver: town.id,
                    linkType: link.id)
                try request.take(.clarify, by: actor, at: opened, because: "Planspiel")
                try request.take(.open, by: actor, at: opened, because: "Planspiel")
                return request
            }
        }
    }

    private static var opened: Instant { Instant(milliseconds: Int64(published.daysSince1970) * 86_400_000) }
}
