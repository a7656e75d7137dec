import Areas
import Chain
import DemoData
import Indicators
import Offers
import Prevention
import Statistics
import Testing

@testable import Musterkreis

/// A cell of the chain: stage, field and district.
private struct Spot: Hashable {
    let stage: LifeStage
    let field: FieldOfAction
    let area: ID<Area>
}

@Suite("Eingebaute Lücken") struct PlantedGapTests {
    let today = Day(daysSince1970: 20_700)

    private struct Finding {
        var states: [Spot: GapState] = [:]

        func spots(_ state: GapState) -> Set<Spot> { Set(states.filter { $0.value == state }.keys) }
    }

    /// What the chain says about every district of the Kreis, from all known numbers.
    private func find(_ kreis: Musterkreis, hiding hidden: Set<String> = []) throws -> Finding {
        let indicators = Dictionary(kreis.indicators.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let figures = Dictionary(grouping: kreis.values, by: \.indicator).compactMap { id, values -> PublishedSeries? in
            guard let indicator = indicators[id], !hidden.contains(indicator.key) else { return nil }
            let periods = Dictionary(grouping: values, by: \.period).mapValues { values in
                Dictionary(
                    values.compactMap { value -> (ID<Area>, PublishedValue)? in
                        guard case .area(let area) = value.place else { return nil }
                        return (
                            area,
                            PublishedValue(
                                state: .available, value: value.value, events: value.events, base: value.base)
                        )
                    }, uniquingKeysWith: { a, _ in a })
            }
            return PublishedSeries(indicator, periods)
        }
        return try judge(kreis, figures)
    }

    private func judge(_ kreis: Musterkreis, _ figures: [PublishedSeries]) throws -> Finding {
        let providers = Dictionary(kreis.providers.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let facilities = Dictionary(kreis.facilities.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        let details = kreis.offers.compactMap { offer -> OfferDetail? in
            guard let provider = providers[offer.providerID] else { return nil }
            let places = offer.sites.compactMap { site in
                facilities[site.facilityID].map { OfferDetail.Place(site: site, facility: $0) }
            }
            return OfferDetail(offer: offer, provider: provider, places: places)
        }
        let gaps = ChainGaps.compute(
            area: kreis.areas[0], tree: AreaTree(kreis.areas), offers: details, figures: figures, today: today,
            finest: true)
        var finding = Finding()
        for stage in LifeStage.allCases {
            for field in FieldOfAction.allCases {
                for cell in gaps.cells(stage, field) {
                    finding.states[Spot(stage: stage, field: field, area: cell.part.id)] = cell.state
                }
            }
        }
        return finding
    }

    private func planned(_ kreis: Musterkreis, _ kind: PlannedCell.Kind) -> Set<Spot> {
        Set(kreis.planned.filter { $0.kind == kind }.map { Spot(stage: $0.stage, field: $0.field, area: $0.areaID) })
    }

    @Test(
        "planned gaps are found and none invented, for several seeds",
        arguments: [2026, 1, 7, 42, 99, 4711] as [UInt64])
    func found(seed: UInt64) throws {
        let kreis = Musterkreis(try MusterkreisPlan(seed: seed, plantsGaps: true), today: today)
        let finding = try find(kreis)
        for (kind, state) in [(PlannedCell.Kind.gap, GapState.gap), (.oversupply, .oversupply)] {
            let wanted = planned(kreis, kind)
            let seen = finding.spots(state)
            let hits = Double(wanted.intersection(seen).count)
            #expect(wanted.count >= (kind == .gap ? 10 : 4))
            #expect(hits >= 0.95 * Double(seen.count), "precision")
            #expect(hits >= 0.95 * Double(wanted.count), "recall")
            print(
                "=> Startwert \(seed), \(kind == .gap ? "Lücken" : "Überversorgung"): \(wanted.count) geplant,",
                "\(Int(hits)) davon gefunden, \(seen.count - Int(hits)) erfunden, \(finding.states.count) Zellen")
        }
    }

    @Test("no cell without a known need is called a gap")
    func unknown() throws {
        let kreis = Musterkreis(try MusterkreisPlan(plantsGaps: true), today: today)
        let last = try #require(kreis.areas.last { $0.level == .municipality })
        let blind = kreis.areas.filter { $0.parentID == last.id }
        let finding = try find(kreis)
        #expect(blind.count == 5)
        for area in blind {
            #expect(finding.states[Spot(stage: .youth, field: .education, area: area.id)] == .unknown)
        }
        // Without the numbers of children nothing is known of the stage, whatever is missing there.
        let without = try find(kreis, hiding: ["kinder-1-bis-5"])
        let kita = without.states.filter { $0.key.stage == .aroundKita }
        #expect(kita.count == 240 && kita.values.allSatisfy { $0 == .unknown })
    }

    @Test("without a plan nothing is planted, and a plan adds offers without changing those that were there")
    func plain() throws {
        let plain = Musterkreis(try MusterkreisPlan(), today: today)
        let fitted = Musterkreis(try MusterkreisPlan(plantsGaps: true), today: today)
        #expect(plain.planned.isEmpty && Array(fitted.offers.prefix(240)) == plain.offers)
        #expect(Set(fitted.offers.compactMap(\.external?.key)).count == fitted.offers.count)
        #expect(Set(fitted.offers.map(\.id)).count == fitted.offers.count)
        print("=> \(fitted.offers.count) Angebote")
    }

    @Test("the plan measures ways as the chain does", arguments: LifeStage.allCases)
    func ways(stage: LifeStage) {
        let catchment = GapRule.catchment(of: stage)
        for way in stride(from: 0.05, to: 20, by: 0.1) {
            #expect(SupplyGround.weight(way / GapRule.detour, stage) == catchment.weight(way))
        }
    }
}
