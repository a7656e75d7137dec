import Offers
import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Arbeitsliste") struct WorklistTests {
    @Test("the database finds what an offer lacks exactly where the offer says so", arguments: TestEngine.available)
    func findings(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        var offers: [Offer] = []
        for mask in 0..<40 {
            var offer = fixture.fullOffer()
            offer = Offer(
                title: "Angebot \(mask)", providerID: offer.providerID, status: mask % 5 == 0 ? .draft : .active)
            let full = fixture.fullOffer()
            if mask & 1 != 0 { offer.summary = full.summary }
            if mask & 2 != 0 { offer.ageRange = full.ageRange }
            if mask & 4 != 0 { offer.fields = full.fields }
            if mask & 8 != 0 { offer.sites = full.sites }
            if mask & 16 != 0 { offer.contacts = full.contacts }
            if mask & 3 == 3 { offer.cost = full.cost }
            if mask & 5 == 5 { offer.registration = full.registration }
            if mask & 6 == 6 { offer.visibleTo = fixture.day("2026-05-0\(mask % 9 + 1)") }
            offers.append(try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now))
        }
        let counts = try await fixture.store.findingCounts(on: Fixture.today)
        for finding in QualityFinding.allCases {
            let expected = offers.filter { $0.findings(on: Fixture.today).contains(finding) }
            #expect(counts[finding] == expected.count, "\(finding)")
            var filter = OfferFilter()
            filter.finding = finding
            let list = try await fixture.store.list(filter, on: Fixture.today, perPage: 500)
            #expect(Set(list.items.map(\.id)) == Set(expected.map(\.id)), "\(finding)")
        }
    }

    @Test("freshness is the same in the record and in the database, over month ends", arguments: TestEngine.available)
    func freshness(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        var expected: [Day: Day] = [:]
        for offset in 0..<600 {
            var offer = Offer(title: "A\(offset)", providerID: fixture.provider.id)
            let day = fixture.day("2026-09-30").adding(days: -offset)
            offer.check = OfferCheck(on: day, by: .phone)
            if offset % 13 == 0 { try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now) }
            if offset % 13 == 0 { expected[day] = day }
        }
        for today in ["2026-09-30", "2026-10-01", "2026-10-31", "2027-02-28", "2027-03-01", "2028-02-29"].map(
            fixture.day)
        {
            for state in Freshness.allCases {
                var filter = OfferFilter()
                filter.freshness = state
                let found = try await fixture.store.list(filter, on: today, perPage: 500).items.compactMap(\.checkedOn)
                let wanted = expected.keys.filter { Freshness(checkedOn: $0, today: today) == state }
                #expect(Set(found) == Set(wanted), "\(state) \(today)")
            }
        }
    }

    @Test("titles with wildcards and quotes are found as they are written", arguments: TestEngine.available)
    func wildcards(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        for title in ["100 % Familie", "Papa_Zeit", "Wow! 'Kinder'", "Anderes"] {
            try await fixture.store.save(
                Offer(title: title, providerID: fixture.provider.id), by: Fixture.actor, at: Fixture.now)
        }
        for (part, expected) in [
            ("%", "100 % Familie"), ("_", "Papa_Zeit"), ("!", "Wow! 'Kinder'"), ("'kin", "Wow! 'Kinder'"),
        ] {
            var filter = OfferFilter()
            filter.title = part
            #expect(try await fixture.store.list(filter, on: Fixture.today).items.map(\.title) == [expected])
        }
    }

    @Test("the same offer at two towns is no duplicate, at one town it is", arguments: TestEngine.available)
    func duplicates(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let kamen = try await fixture.store.save(
            Facility(name: "Haus B", town: "Kamen"), by: Fixture.actor, at: Fixture.now)
        for (title, place) in [
            ("Elterncafé", fixture.open.id), ("Eltern-Café ", fixture.open.id), ("Elterncafé", kamen.id),
        ] {
            try await fixture.store.save(
                Offer(title: title, providerID: fixture.provider.id, sites: [OfferSite(facilityID: place)]),
                by: Fixture.actor, at: Fixture.now)
        }
        let groups = try await fixture.store.probableDuplicates()
        #expect(groups.count == 1)
        #expect(groups.first?.map(\.town) == ["Unna", "Unna"])
        let hint = try await fixture.store.probableDuplicates(ofTitle: "ELTERNCAFÉ", provider: fixture.provider.id)
        #expect(hint.count == 3)
    }

    @Test("counts follow every value of an offer", arguments: TestEngine.available)
    func counts(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        try await fixture.store.save(fixture.fullOffer(), by: Fixture.actor, at: Fixture.now)
        var other = Offer(title: "Ohne alles", providerID: fixture.provider.id, status: .active)
        other.fields = [.health]
        try await fixture.store.save(other, by: Fixture.actor, at: Fixture.now)
        let fields = try await fixture.store.counts(by: .field, on: Fixture.today)
        #expect(fields.map { "\($0.key) \($0.count)" } == ["health 2", "education 1"])
        let stages = try await fixture.store.counts(by: .stage, on: Fixture.today)
        #expect(stages.map { "\($0.key) \($0.count)" } == [" 1", "kita 1", "pregnancy_birth 1"])
        #expect(try await fixture.store.counts(by: .town, on: Fixture.today).map(\.name) == ["", "Unna"])
        #expect(try await fixture.store.counts(by: .provider, on: fixture.day("2027-06-01")).map(\.count) == [1])
    }

    @Test("every dimension of counting names no value twice", arguments: OfferDimension.allCases)
    func dimensions(dimension: OfferDimension) async throws {
        let fixture = try await Fixture(.sqlite)
        try await fixture.store.save(fixture.fullOffer(), by: Fixture.actor, at: Fixture.now)
        let counts = try await fixture.store.counts(by: dimension, on: Fixture.today)
        #expect(!counts.isEmpty)
        #expect(Set(counts.map(\.key)).count == counts.count)
    }
}
