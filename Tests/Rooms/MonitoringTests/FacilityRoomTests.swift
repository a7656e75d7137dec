import Areas
import Indicators
import Monitoring
import Offers
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

/// A district with four Kitas, one of which has 2 children counted: no answer may ever show that.
private struct FacilityHouse {
    let house: TestHouse

    init(_ engine: TestEngine = .sqlite) async throws {
        house = try await TestHouse(
            engine, migrations: AreaMigrations.all + OfferMigrations.all + IndicatorMigrations.all
        ) { parts in
            [
                try MonitoringRoom(
                    source: PublishedSource(IndicatorShelf(IndicatorStore(database: parts.database))),
                    database: parts.database, directory: AreaDirectory(AreaStore(database: parts.database)),
                    offers: OfferStore(database: parts.database))
            ]
        }
        let key = try #require(AreaKey("05913"))
        let city = Area(id: ID(key: key), key: key, level: .city, parentID: nil, name: "Dortmund")
        try await AreaStore(database: house.database).save([city], by: AuditActor.system("test"), at: house.time.now)
        let share = Indicator(
            id: ID(), key: "deutsch", name: "Kinder mit Förderbedarf", measure: .share(per: 100), unit: "%",
            source: "Schuleingangsuntersuchung", threshold: 3)
        let store = IndicatorStore(database: house.database)
        try await store.save(share, by: AuditActor.system("test"), at: house.time.now)
        let year = try #require(Period(year: 2024))
        let kitas = ["Am Wald", "Bunte Wiese", "Clownfisch", "Dachsbau"].map {
            MeasuredFacility(Reference(.facility, ID<Facility>()), name: "Kita \($0)", areaID: city.id)
        }
        let counts = [(2.0, 37.0), (9, 30), (14, 40), (11, 25)]
        let values = zip(kitas, counts).map { kita, numbers in
            MeasuredValue(share, place: .facility(kita.reference), period: year, events: numbers.0, base: numbers.1)
        }
        let all = MeasuredValue(share, place: .area(city.id), period: year, events: 36, base: 132)
        try await store.record(
            values + [all], facilities: kitas, from: ValueOrigin(name: "Test"), by: AuditActor.system("test"),
            at: house.time.now)
    }

    static let gate = "/monitoring/freigabe"
    static let fields = [("kenngroesse", "deutsch"), ("zeitraum", "2024")]
}

@Suite("Monitoring: Einrichtungen") struct FacilityRoomTests {
    @Test("nothing is there before somebody has published it", arguments: TestEngine.available)
    func before(engine: TestEngine) async throws {
        let house = try await FacilityHouse(engine).house
        let planner = try await house.signIn(RoleGrant(.planner))
        let start = try await house.visitor.get("/monitoring/einrichtungen")
        #expect(start.status == 200 && start.text.contains("noch nichts veröffentlicht"))
        #expect(try await house.visitor.get("/monitoring/einrichtungen/deutsch").status == 404)
        #expect(try await planner.post(FacilityHouse.gate, FacilityHouse.fields).status == 303)
        #expect(
            try await house.visitor.get("/monitoring/einrichtungen/deutsch").status == 404, "only areas were asked for")
    }

    @Test("what is published is a table by name with its interval, and the small Kita is kept back")
    func page() async throws {
        let house = try await FacilityHouse().house
        let planner = try await house.signIn(RoleGrant(.planner))
        let form = try await planner.get(FacilityHouse.gate)
        #expect(form.text.contains("Auch je Kita, Schule und andere Einrichtung"))
        let report = try await planner.get(
            FacilityHouse.gate + "?geprueft=1&kenngroesse=deutsch&zeitraum=2024&einrichtungen=ja")
        #expect(report.text.contains("Kita Am Wald") && report.text.contains("zu klein: zu wenige gezählt"))
        #expect(audit(report.text).isEmpty, "\(audit(report.text))")
        let done = try await planner.post(FacilityHouse.gate, FacilityHouse.fields + [("einrichtungen", "ja")])
        #expect(done.status == 303)
        let start = try await house.visitor.get("/monitoring/einrichtungen")
        #expect(start.header("Location") == "/monitoring/einrichtungen/deutsch")
        let page = try await house.visitor.get("/monitoring/einrichtungen/deutsch")
        #expect(page.status == 200 && page.text.contains("Kinder mit Förderbedarf je Einrichtung, 2024"))
        #expect(page.text.contains("Kita Am Wald") && page.text.contains("zurückgehalten"))
        #expect(page.text.contains("35,0") && page.text.contains("14 von 40"))
        #expect(!page.text.contains("2 von 37") && !page.text.contains("5,4"))
        #expect(audit(page.text).isEmpty, "\(audit(page.text))")
        let file = try await house.visitor.get("/monitoring/einrichtungen/deutsch/werte.csv?zeit=2024")
        #expect(file.status == 200 && file.text.contains("Kita Clownfisch") && !file.text.contains("5,4"))
    }
}
