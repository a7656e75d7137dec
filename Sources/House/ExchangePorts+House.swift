import Areas
import Chain
import Exchange
import Indicators
import Offers
import Practice
import Practices
import Prevention
import Transfers

extension ExchangePorts {
    /// What the exchange asks the practice database and the gap analysis.
    init(_ shelf: PracticeShelf, areas: AreaDirectory, offers: OfferStore, figures: IndicatorShelf) {
        self.init(
            practices: { today in
                let tree = try await areas.current().tree
                return try await shelf.entries(on: today).map { ExchangePorts.Practice($0, tree) }
            },
            urgency: { areaKey, stage, field, today in
                let tree = try await areas.current().tree
                guard let key = AreaKey(areaKey), let town = tree.area(key: key),
                    let around = town.parentID.flatMap({ tree[$0] })
                else { return nil }
                // A town is compared with its neighbours: what is due to it by number and need of its children.
                let gaps = ChainGaps.compute(
                    area: around, tree: tree, offers: try await offers.details(ids: nil),
                    figures: try await figures.series(for: .offices, on: today), today: today)
                return gaps[stage, field, town.id]?.missingShare.map { share in
                    ExchangePorts.Gap(
                        missing: share, cell: Reference(.area, "\(key)/\(stage.rawValue)/\(field.rawValue)"))
                }
            })
    }
}

extension ExchangePorts.Practice {
    /// Title, towns, the three axes and the end of the review.
    fileprivate init(_ entry: PracticeEntry, _ tree: AreaTree) {
        let practice = entry.practice
        let effect = practice.outcomes.map(\.effect.level.points).max() ?? 0
        self.init(
            slug: entry.slug, title: practice.titles["de"] ?? entry.slug,
            municipalities: practice.municipalities.compactMap { tree[$0]?.name },
            evidence: practice.readiness.flatMap { readiness in
                PairFacts.Evidence(
                    effect: effect, readiness: readiness.level.rawValue, trust: practice.trust?.level.rawValue ?? 0)
            }, reviewExpires: entry.expires)
    }
}
