import Areas
import Offers
import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Suche") struct SearchTests {
    private func query(_ text: String, _ change: (inout OfferQuery) -> Void = { _ in }) -> OfferQuery {
        var query = OfferQuery()
        query.text = text
        change(&query)
        return query
    }

    private func search(_ fixture: Fixture, at now: Instant = Fixture.now) -> OfferSearch {
        OfferSearch(database: fixture.store.database, clock: .fixed(now))
    }

    private func add(_ fixture: Fixture, _ title: String, _ change: (inout Offer) -> Void = { _ in }) async throws
        -> Offer
    {
        var offer = Offer(title: title, providerID: fixture.provider.id, status: .active)
        offer.check = OfferCheck(on: Fixture.today, by: .phone)
        change(&offer)
        return try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now)
    }

    @Test("a word finds its compound, its slip of the pen, its other spelling", arguments: TestEngine.available)
    func words(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let search = search(fixture)
        #expect(try await search.search(OfferQuery()).total == 0)
        let centre = try await add(fixture, "Treffpunkt im Familienzentrum")
        let midwife = try await add(fixture, "Offene Hebammensprechstunde")
        let music = try await add(fixture, "Musik für Väter")
        for (text, offer) in [
            ("Zentrum", centre), ("familienzentrum", centre), ("Hebame", midwife), ("hebamme", midwife),
            ("vaeter", music), ("VÄTER", music), ("Musik", music),
        ] {
            let found = try await search.search(query(text))
            #expect(found.items.map(\.summary.id) == [offer.id], "\(text)")
        }
        #expect(try await search.search(query("Hebame")).corrections.contains("Hebamme"))
        #expect(try await search.search(query("Zahnarzt")).total == 0)
    }

    @Test("the languages of an offer are found by their names, German by none", arguments: TestEngine.available)
    func languages(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let turkish = try await add(fixture, "Beratung") { $0.languages = ["de", "tr"] }
        _ = try await add(fixture, "Beratung am Abend") { $0.languages = ["de"] }
        let search = search(fixture)
        for text in ["Beratung auf Türkisch", "türkische Beratung", "turkisch"] {
            #expect(try await search.search(query(text)).items.map(\.summary.id) == [turkish.id], "\(text)")
        }
        #expect(try await search.search(query("Deutsch")).total == 0)
    }

    @Test("the title counts more than the description", arguments: TestEngine.available)
    func titleFirst(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let mentioned = try await add(fixture, "Aktionstag") { $0.description = "Auch Schwimmen wird gezeigt." }
        let named = try await add(fixture, "Schwimmen für Kinder")
        let found = try await search(fixture).search(query("Schwimmen"))
        #expect(found.items.map(\.summary.id) == [named.id, mentioned.id])
        #expect((found.items.first?.score ?? 0) > (found.items.last?.score ?? 0))
    }

    @Test("what was written is found at once, what is gone is not", arguments: TestEngine.available)
    func changes(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let search = search(fixture)
        var offer = try await add(fixture, "Krabbelgruppe")
        #expect(try await search.search(query("Krabbelgruppe")).total == 1)
        offer.title = "Malkurs"
        offer = try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now)
        #expect(try await search.search(query("Krabbelgruppe")).total == 0)
        #expect(try await search.search(query("Malkurs")).items.first?.summary.title == "Malkurs")
        try await fixture.store.remove(offer.id, version: offer.version, by: Fixture.actor, at: Fixture.now)
        #expect(try await search.search(query("Malkurs")).total == 0)
        #expect(try await search.search(OfferQuery()).total == 0)
    }

    @Test("an index that grew answers like one that was built anew", arguments: TestEngine.available)
    func growth(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let grown = search(fixture)
        let topics = ["Stillen", "Turnen", "Beratung", "Sprache", "Musik"]
        var offers: [Offer] = []
        for number in 0..<40 {
            offers.append(
                try await add(fixture, "Angebot \(topics[number % 5]) \(number)") {
                    $0.topics = [topics[number % 5]]
                    $0.ageRange = AgeRange(number % 12, 12 + number * 3)
                })
        }
        _ = try await grown.search(OfferQuery())
        var seed: UInt64 = 7
        for step in 0..<300 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let index = Int(seed >> 33) % offers.count
            offers[index].title = "Angebot \(topics[(step + index) % 5]) \(step)"
            offers[index].status = step % 7 == 0 ? .ended : .active
            offers[index].fields = [FieldOfAction.allCases[step % 8]]
            offers[index] = try await fixture.store.save(offers[index], by: Fixture.actor, at: Fixture.now)
            if step % 10 == 0 { _ = try await grown.search(OfferQuery()) }
        }
        let fresh = search(fixture)
        for text in ["", "Turnen", "Angebot Beratung", "Musik 17", "Turnenn"] {
            for order in OfferQuery.Order.allCases {
                let asked = query(text) { ($0.order, $0.perPage) = (order, 30) }
                let (first, second) = (try await grown.search(asked), try await fresh.search(asked))
                #expect(first.total == second.total && first.facets == second.facets, "\(text) \(order)")
                #expect(first.items == second.items, "\(text) \(order)")
            }
        }
    }

    @Test("what expires at midnight is gone on the next day", arguments: TestEngine.available)
    func midnight(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        _ = try await add(fixture, "Ferienspiele") { $0.visibleTo = Fixture.today }
        #expect(try await search(fixture).search(OfferQuery()).total == 1)
        #expect(try await search(fixture, at: Fixture.now.adding(seconds: 86_400)).search(OfferQuery()).total == 0)
        let staff = query("") { $0.includesHidden = true }
        #expect(try await search(fixture, at: Fixture.now.adding(seconds: 86_400)).search(staff).total == 1)
    }

    @Test("a protected address is not found by its name and gives no distance", arguments: TestEngine.available)
    func protected(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        _ = try await add(fixture, "Beratung") {
            $0.sites = [OfferSite(facilityID: fixture.hidden.id, note: "Laterne")]
        }
        let search = search(fixture)
        #expect(try await search.search(query("Zuflucht")).total == 0)
        #expect(try await search.search(query("Laterne")).total == 0)
        let near = query("Beratung") { $0.near = Coordinate(latitude: 51.53, longitude: 7.69) }
        let found = try await search.search(near)
        #expect(found.total == 1 && found.items.allSatisfy { $0.distanceKilometres == nil })
    }

    @Test("hostile text ends in an answer", arguments: TestEngine.available)
    func hostile(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        _ = try await add(fixture, "Krabbelgruppe")
        let search = search(fixture)
        let texts = [
            "\u{0}", "Krabbel\u{0}gruppe", String(repeating: "a", count: 10_240),
            String(repeating: "Krabbelgruppe ", count: 1_000),
            "👨‍👩‍👧‍👦🚼", "und oder mit für", "' OR 1=1 --", "%_*\"(", "\u{202E}eppurg", "Ω≈ç√∫", "-10 Jahre",
            "999999999999999999999 Jahre", "1,5 Jahre 1,5 Jahre", "   ", "§§§", "59423 59423 59423",
        ]
        for text in texts {
            let found = try await search.search(query(text))
            #expect(found.total <= 1, "\(text.prefix(20))")
        }
        let wild = query("") { ($0.page, $0.perPage, $0.weekdays) = (.max, .max, [-4, 99]) }
        #expect(try await search.search(wild).items.isEmpty)
        let lost = query("") { ($0.page, $0.perPage) = (-5, -5) }
        #expect(try await search.search(lost).items.count == 1)
    }

    @Test("age and pregnancy are read out of the text", arguments: TestEngine.available)
    func ages(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        _ = try await add(fixture, "Krabbelgruppe") { $0.ageRange = AgeRange(4, 18) }
        let search = search(fixture)
        for (text, months) in [
            ("Krabbelgruppe 7 Monate", 7), ("mein Kind ist 3 Jahre alt", 36), ("7-jährige", 84), ("1,5 Jahre", 18),
            ("ein halbes Jahr", 6), ("sieben Monate", 7), ("schwanger", -4), ("20. Woche schwanger", -5),
            ("schwanger im 5. Monat", -4), ("8 Wochen", 1),
        ] {
            let found = try await search.search(query(text))
            #expect(found.understood.age?.months == months, "\(text)")
        }
        for text in ["3 bis 6 Jahre", "seit 3 Jahren", "90 Jahre", "Krabbelgruppe", "Jahre"] {
            #expect(try await search.search(query(text)).understood.age == nil, "\(text)")
        }
        #expect(try await search.search(query("Krabbelgruppe 7 Monate")).total == 1)
        #expect(try await search.search(query("Krabbelgruppe 3 Jahre")).total == 0)
    }

    @Test("when nothing fits, each part is let go in turn", arguments: TestEngine.available)
    func waysOut(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        _ = try await add(fixture, "Krabbelgruppe am Morgen") {
            $0.ageRange = AgeRange(0, 12)
            $0.cost = OfferCost(.amount, amount: Euro(cents: 500))
        }
        _ = try await add(fixture, "Krabbelgruppe für Große") {
            $0.ageRange = AgeRange(24, 36)
            $0.cost = .free
        }
        let found = try await search(fixture).search(
            query("Krabbelgruppe") { ($0.age, $0.isFree) = (AgeInMonths(6), true) })
        #expect(found.total == 0 && found.items.isEmpty)
        #expect(Set(found.alternatives.map(\.relaxed)) == [.age, .cost])
        #expect(found.alternatives.first { $0.relaxed == .cost }?.hit.summary.title == "Krabbelgruppe am Morgen")
        #expect(found.alternatives.first { $0.relaxed == .age }?.hit.summary.title == "Krabbelgruppe für Große")
        let unknown = try await search(fixture).search(query("Krabbelgruppe Zahnarzt"))
        #expect(unknown.total == 0 && unknown.alternatives.allSatisfy { $0.relaxed == .text })
        #expect(unknown.alternatives.count == 2)
    }
}
