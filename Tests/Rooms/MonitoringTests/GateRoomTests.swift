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

/// A town of five districts, one with 2 children counted, which no answer may ever show.
private struct GateHouse {
    let house: TestHouse
    /// Stands nowhere else on a page.
    static let planted = 4.0
    static let planted100 = "5,79"

    init(_ engine: TestEngine = .sqlite) async throws {
        house = try await TestHouse(
            engine, migrations: AreaMigrations.all + OfferMigrations.all + IndicatorMigrations.all
        ) { parts in
            let shelf = IndicatorShelf(IndicatorStore(database: parts.database))
            return [
                try MonitoringRoom(
                    source: PublishedSource(shelf),
                    database: parts.database, directory: AreaDirectory(AreaStore(database: parts.database)),
                    offers: OfferStore(database: parts.database))
            ]
        }
        let town = try #require(AreaKey("05913"))
        let districts = try (1...5).map { number in
            let key = try #require(AreaKey("05913/\(number)"))
            return Area(id: ID(key: key), key: key, level: .district, parentID: ID(key: town), name: "Ort \(number)")
        }
        let city = Area(id: ID(key: town), key: town, level: .city, parentID: nil, name: "Dortmund")
        try await AreaStore(database: house.database).save(
            [city] + districts, by: AuditActor.system("test"), at: house.time.now)
        let share = Indicator(
            id: ID(), key: "sgb2", name: "Kinder in SGB II", measure: .share(per: 100), unit: "%", threshold: 5)
        let store = IndicatorStore(database: house.database)
        try await store.save(share, by: AuditActor.system("test"), at: house.time.now)
        let year = try #require(Period(year: 2022))
        let counts = [(Self.planted, 69.0), (30, 120), (41, 150), (22, 90), (60, 200), (157, 629)]
        let values = zip(districts + [city], counts).map { area, numbers in
            MeasuredValue(share, place: .area(area.id), period: year, events: numbers.0, base: numbers.1)
        }
        try await store.record(
            values, from: ValueOrigin(name: "Test"), by: AuditActor.system("test"), at: house.time.now)
    }

    static let query = "/monitoring/freigabe?geprueft=1&kenngroesse=sgb2&zeitraum=2022"
    static let fields = [("kenngroesse", "sgb2"), ("zeitraum", "2022")]
}

@Suite("Monitoring: Freigabe") struct GateRoomTests {
    @Test("examine, publish, register, withdraw", arguments: TestEngine.available)
    func way(engine: TestEngine) async throws {
        let house = try await GateHouse(engine).house
        let planner = try await house.signIn(RoleGrant(.planner))
        let start = try await planner.get("/monitoring/freigabe")
        #expect(start.status == 200 && start.text.contains("Kinder in SGB II"))
        #expect(audit(start.text).isEmpty, "\(audit(start.text))")
        let report = try await planner.get(GateHouse.query)
        #expect(report.text.contains("Diese Zahlen können erscheinen.") && report.text.contains("zu wenige gezählt"))
        #expect(report.text.contains("verrät andere"))
        #expect(audit(report.text).isEmpty, "\(audit(report.text))")
        let done = try await planner.post("/monitoring/freigabe", GateHouse.fields)
        #expect(done.status == 303, "\(done.text)")
        let register = try await planner.get(try #require(done.header("Location")))
        #expect(register.text.contains("Veröffentlicht. Die Entscheidung steht im Verzeichnis."))
        #expect(register.text.contains("Kinder in SGB II: unter 5 verborgen"))
        #expect(audit(register.text).isEmpty, "\(audit(register.text))")
        let store = IndicatorStore(database: house.database)
        let publication = try #require(try await store.publications().first)
        let back = try await planner.post(
            "/monitoring/freigabe/verzeichnis/\(publication.id)/ruecknahme", [("grund-1", "Zahlendreher")])
        #expect(back.status == 303)
        #expect(try await planner.get("/monitoring/freigabe/verzeichnis").text.contains("zurückgenommen"))
    }

    @Test("the planted small number is on no page and in no file that anybody can reach")
    func planted() async throws {
        let house = try await GateHouse().house
        let planner = try await house.signIn(RoleGrant(.planner))
        #expect(try await planner.post("/monitoring/freigabe", GateHouse.fields).status == 303)
        let pages = [
            "/monitoring", "/monitoring/atlas/sgb2", "/monitoring/rangliste/sgb2", "/monitoring/trichter/sgb2",
            "/monitoring/verlauf/sgb2", "/monitoring/atlas/sgb2/daten.csv", "/monitoring/freigabe/verzeichnis",
            GateHouse.query,
        ]
        for page in pages {
            for answer in [try await house.visitor.get(page), try await planner.get(page)] {
                #expect(!answer.text.contains(GateHouse.planted100), "\(page)")
                #expect(!answer.text.contains("5.797"), "\(page)")
                #expect(!answer.text.contains("4 von 69"), "\(page)")
            }
        }
    }

    @Test("only planners examine and publish; data protection may read the register")
    func roles() async throws {
        let house = try await GateHouse().house
        let officer = try await house.signIn(RoleGrant(.dataProtectionOfficer))
        #expect(try await officer.get("/monitoring/freigabe").status == 403)
        let register = try await officer.get("/monitoring/freigabe/verzeichnis")
        #expect(register.status == 200 && register.text.contains("Noch nichts veröffentlicht"))
        #expect(!register.text.contains("Zur Freigabe"))
        let coordinator = try await house.signIn(RoleGrant(.coordinator))
        #expect(try await coordinator.get("/monitoring/freigabe/verzeichnis").status == 403)
        #expect(try await coordinator.post("/monitoring/freigabe", GateHouse.fields).status == 403)
    }

    @Test("what cannot be examined is said, and an impossible day keeps the choice")
    func faults() async throws {
        let house = try await GateHouse().house
        let planner = try await house.signIn(RoleGrant(.planner))
        let nothing = try await planner.get("/monitoring/freigabe?geprueft=1")
        #expect(nothing.text.contains("Bitte wählen Sie mindestens eine Zahl"))
        let never = try await planner.get("/monitoring/freigabe?geprueft=1&kenngroesse=sgb2&zeitraum=1999")
        #expect(never.text.contains("nichts eingelesen"))
        let day = try await planner.post(
            "/monitoring/freigabe",
            GateHouse.fields + [("ab-tag", "31"), ("ab-monat", "2"), ("ab-jahr", "2027")])
        #expect(day.status == 422 && day.text.contains("value=\"31\""), "\(day.status)")
        #expect(try await IndicatorStore(database: house.database).publications().isEmpty)
    }
}
