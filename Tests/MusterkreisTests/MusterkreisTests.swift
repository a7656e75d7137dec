import Musterkreis
import Offers
import Practice
import Prevention
import Testing

@Suite("Musterkreis") struct MusterkreisTests {
    let today = Day(daysSince1970: 20_700)

    @Test("the same seed gives the same Kreis, another seed another one")
    func deterministic() throws {
        let a = Musterkreis(try MusterkreisPlan(seed: 7), today: today)
        let b = Musterkreis(try MusterkreisPlan(seed: 7), today: today)
        let c = Musterkreis(try MusterkreisPlan(seed: 8), today: today)
        #expect(
            a.offers == b.offers && a.facilities == b.facilities && a.providers == b.providers && a.areas == b.areas)
        #expect(a.offers != c.offers)
    }

    @Test("everything is marked as invented and fits together", arguments: [(1, 1, 40), (6, 5, 240), (40, 12, 3_000)])
    func consistent(towns: Int, districts: Int, offers: Int) throws {
        let kreis = Musterkreis(try MusterkreisPlan(towns: towns, districts: districts, offers: offers), today: today)
        #expect(kreis.offers.count == offers && kreis.areas.count == 1 + towns + towns * districts)
        #expect(kreis.areas.allSatisfy(\.isInvented) && kreis.offers.allSatisfy(\.isInvented))
        #expect(kreis.providers.allSatisfy(\.isInvented) && kreis.facilities.allSatisfy(\.isInvented))
        let providers = Set(kreis.providers.map(\.id))
        let places = Set(kreis.facilities.map(\.id))
        let areas = Set(kreis.areas.map(\.id))
        #expect(Set(kreis.areas.map(\.name)).count >= towns && areas.count == kreis.areas.count)
        #expect(Set(kreis.facilities.compactMap(\.external?.key)).count == kreis.facilities.count)
        #expect(
            kreis.offers.allSatisfy { providers.contains($0.providerID) && $0.ageRange != nil && !$0.fields.isEmpty })
        #expect(kreis.offers.allSatisfy { $0.sites.allSatisfy { places.contains($0.facilityID) } })
        #expect(kreis.offers.allSatisfy { !$0.sites.isEmpty || !$0.areaScope.isEmpty })
        #expect(kreis.facilities.allSatisfy { $0.areaID.map(areas.contains) ?? false })
    }

    @Test("practices are marked as invented, each with a key of its own; without them nothing else changes")
    func practices() throws {
        let plain = Musterkreis(try MusterkreisPlan(), today: today)
        let kreis = Musterkreis(try MusterkreisPlan(practices: 500), today: today)
        #expect(plain.practices.isEmpty && plain.offers == kreis.offers)
        #expect(Set(kreis.practices.map(\.slug)).count == 500)
        #expect(Set(kreis.practices.map(\.practice.id)).count == 500)
    }

    @Test("every invented practice could be handed in as it is; some failed, and some others gave up on one")
    func practicesAreComplete() throws {
        let kreis = Musterkreis(try MusterkreisPlan(practices: 50), today: today)
        let towns = Set(kreis.areas.map(\.id))
        for item in kreis.practices {
            let practice = item.practice
            #expect(practice.gaps(on: today) == [], "\(item.slug)")
            #expect(practice.sources == ["Musterkreis, erfunden"])
            #expect(practice.municipalities.allSatisfy(towns.contains))
            #expect(practice.adopters.allSatisfy { towns.contains($0.municipality) })
            #expect(!practice.adopters.contains { practice.municipalities.contains($0.municipality) })
            #expect(!practice.outcomes.isEmpty && practice.reach != nil && !practice.place.access.isEmpty)
        }
        #expect(kreis.practices.contains { $0.practice.status.why != nil })
        #expect(kreis.practices.contains { $0.practice.adopters.contains { $0.result == .stopped } })
    }

    @Test("over the years offers begin, and some end, never before they began")
    func years() throws {
        let kreis = Musterkreis(try MusterkreisPlan(offers: 600, offerYears: 6), today: today)
        let begun = kreis.offers.compactMap(\.visibleFrom)
        #expect(begun.count == 600 && begun.allSatisfy { $0 <= today && $0 >= today.adding(days: -6 * 365) })
        #expect(Set(begun.map(\.year)).count >= 6)
        let ended = kreis.offers.filter { $0.status == .ended }
        #expect(ended.count > 30 && ended.count < 120)
        #expect(ended.allSatisfy { ($0.visibleFrom ?? today) < ($0.visibleTo ?? $0.visibleFrom ?? today) })
        #expect(kreis.offers.allSatisfy { $0.status == .ended || $0.visibleTo == nil })
    }

    @Test("every stage and every field has offers")
    func covered() throws {
        let kreis = Musterkreis(try MusterkreisPlan(), today: today)
        for stage in LifeStage.allCases { #expect(kreis.offers.contains { $0.lifeStages.contains(stage) }) }
        for field in FieldOfAction.allCases { #expect(kreis.offers.contains { $0.fields.contains(field) }) }
    }

    @Test("numbers out of range are refused in words", arguments: [(0, 5, 10), (6, 0, 10), (6, 5, -1), (1_000, 5, 10)])
    func refused(towns: Int, districts: Int, offers: Int) {
        #expect(throws: MusterkreisError.self) {
            try MusterkreisPlan(towns: towns, districts: districts, offers: offers)
        }
    }
}
