import Areas
import Prevention
import Storage
import StorageTesting
import Tables
import Testing

@testable import Offers

@Suite("Einlesen von Angeboten") struct ImportTests {
    private func read(
        _ text: String, _ fixture: Fixture, mapping: OfferMapping = OfferMapping(origin: "liste"), dryRun: Bool = false,
        strict: Bool = false
    ) async throws -> ImportReport {
        try await OfferImport(store: fixture.store, mapping: mapping, isStrict: strict).run(
            file: "liste.csv", bytes: Array(text.utf8), by: Fixture.actor, at: Fixture.now, dryRun: dryRun)
    }

    private let small = """
        Nr;Angebot;Anbieter;Alter von (Monate);Alter bis (Monate);Handlungsfeld;Kosten;Anmeldung;PLZ;Ort;Straße;Sprachen;Wochentag;von;bis;Kontakt;Mail
        1;Babytreff;AWO Unna;0;12;Gesundheit|Frühe Hilfen;kostenfrei;nein;59423;Unna;Nordring 1;de, Türkisch;Di, Do;9;11:30;Sekretariat;info@example.org
        2;"Café ""Mitte""; offen";Caritas;-9;36;Bildung;2,50 €;https://example.org/an;59174;Kamen;Markt 2;Deutsch;;;;;
        """

    @Test("a table with office headings becomes offers, providers and places", arguments: TestEngine.available)
    func creates(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let report = try await read(small, fixture)
        #expect(report.problems.isEmpty)
        #expect((report.read, report.created, report.refused) == (2, 2, 0))
        let offers = try await fixture.store.details(ids: nil)
        let baby = try #require(offers.first { $0.offer.title == "Babytreff" })
        #expect(baby.provider.name == "AWO Unna" && baby.town == "Unna")
        #expect(baby.offer.ageRange == AgeRange(0, 12) && baby.offer.fields == [.health, .childAndYouthWelfare])
        #expect(baby.offer.cost.kind == .free && baby.offer.registration.need == .notNeeded)
        #expect(baby.offer.languages == ["de", "tr"] && baby.offer.status == .active)
        #expect(baby.offer.schedules.first?.words == "dienstags und donnerstags 9 bis 11.30 Uhr")
        #expect(baby.offer.contacts.first?.email == "info@example.org" && baby.offer.contacts.first?.consent == [])
        let café = try #require(offers.first { $0.provider.name == "Caritas" })
        #expect(café.offer.title == "Café \"Mitte\"; offen" && café.offer.cost.amount == Euro(cents: 250))
        #expect(café.offer.registration.link == "https://example.org/an")
    }

    @Test(
        "reading the same file again changes nothing; a changed row updates its offer", arguments: TestEngine.available)
    func again(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        _ = try await read(small, fixture)
        let before = try await fixture.store.lastChange()
        let second = try await read(small, fixture)
        #expect((second.created, second.updated, second.unchanged) == (0, 0, 2))
        #expect(try await fixture.store.lastChange() == before)
        let third = try await read(small.replacing("Babytreff", with: "Babytreff Nord"), fixture)
        #expect((third.created, third.updated, third.unchanged) == (0, 1, 1))
        let offers = try await fixture.store.allOffers()
        #expect(offers.map(\.title) == ["Babytreff Nord", "Café \"Mitte\"; offen"])
        let history = try await fixture.store.versions(of: offers[0].id)
        #expect(history.map(\.action) == ["offer.import"] && history.first?.changed == [.title])
    }

    @Test("what the file does not hold stays as editors left it")
    func keepsOtherFields() async throws {
        let fixture = try await Fixture(.sqlite)
        _ = try await read(small, fixture)
        var offer = try #require(try await fixture.store.allOffers().first)
        offer.alert = "Heute geschlossen"
        offer.status = .paused
        offer.check = OfferCheck(on: Fixture.today, by: .phone)
        offer.sites[0].note = "Hintereingang"
        try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now)
        let report = try await read(small.replacing("0;12;", with: "0;18;"), fixture)
        #expect(report.updated == 1)
        let after = try #require(try await fixture.store.offer(offer.id))
        #expect(after.alert == "Heute geschlossen" && after.status == .paused && after.check == offer.check)
        #expect(after.sites == offer.sites && after.ageRange == AgeRange(0, 18))
    }

    @Test("every wrong cell is listed with row, column, what stands there and what to do; good rows are stored")
    func problems() async throws {
        let fixture = try await Fixture(.sqlite)
        let report = try await read(
            """
            Titel;Träger;Alter von (Monate);Alter bis (Monate);Handlungsfeld;Kosten;PLZ;Ort;Geprüft am;Beginn;Wochentage;E-Mail;Internetseite;Breitengrad;Längengrad
            Gut;AWO;0;12;Sport;;;;;;;;;;
            ;;-10;abc;Zauberei;viel;5942;Unna;29.02.2026;25 Uhr;Mo, Blautag;x@@y;javascript:alert(1);7,69;51,53
            Alt;AWO;36;12;;;;;;;;;;;
            """, fixture)
        #expect((report.read, report.created, report.refused) == (3, 1, 2))
        let second = report.problems.filter { $0.row == 2 }
        #expect(
            Set(second.map(\.column)) == [
                "Titel", "Träger", "Alter von (Monate)", "Alter bis (Monate)", "Handlungsfeld", "Kosten", "PLZ",
                "Geprüft am", "Beginn", "Wochentage", "E-Mail", "Internetseite", "Breitengrad",
            ])
        #expect(second.first { $0.column == "Alter von (Monate)" }?.found == "-10")
        #expect(second.first { $0.column == "Breitengrad" }?.hint == "Breite und Länge sind vertauscht.")
        #expect(second.first { $0.column == "Geprüft am" }?.hint.contains("Schaltjahr") == true)
        #expect(report.problems.filter { $0.row == 3 }.map(\.column) == ["Alter bis (Monate)"])
        #expect(report.problems.allSatisfy { !$0.expected.isEmpty && !$0.hint.isEmpty && $0.file == "liste.csv" })
        #expect(try await fixture.store.allOffers().map(\.title) == ["Gut"])
    }

    @Test("a dry run and a strict run with problems store nothing")
    func nothingStored() async throws {
        let fixture = try await Fixture(.sqlite)
        let dry = try await read(small, fixture, dryRun: true)
        #expect(dry.created == 2)
        let strict = try await read(small.replacing(";0;12;", with: ";0;abc;"), fixture, strict: true)
        #expect((strict.created, strict.refused) == (0, 2))
        #expect(try await fixture.store.allOffers().isEmpty)
        #expect(try await fixture.store.providers().count == 1)
        #expect(try await fixture.store.lastChange() == 0)
    }

    @Test(
        "in a long table every offer keeps its own provider, place, time and contact", arguments: TestEngine.available)
    func manyRows(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let rows = (1...1_234).map { row in
            "\(row);Treff \(row);Träger \(row % 7);Haus \(row);Unna;\(row == 777 ? "abc" : "0");Mo;9:\(10 + row % 50);Büro \(row)"
        }
        let table = (["Nr;Titel;Träger;Einrichtung;Ort;Alter von (Monate);Wochentage;Beginn;Ansprechstelle"] + rows)
            .joined(separator: "\n")
        let report = try await read(table, fixture)
        #expect((report.read, report.created, report.refused) == (1_234, 1_233, 1))
        #expect(report.problems.map(\.row) == [777])
        let details = try await fixture.store.details(ids: nil)
        #expect(Set(details.map(\.offer.title)).count == 1_233)
        for detail in details {
            let row = try #require(Int(detail.offer.title.dropFirst(6)))
            #expect(detail.provider.name == "Träger \(row % 7)" && detail.places.first?.facility.name == "Haus \(row)")
            #expect(detail.offer.schedules.first?.from == WallTime("9:\(10 + row % 50)"))
            #expect(detail.offer.contacts.first?.label == "Büro \(row)")
            #expect(detail.offer.external?.key == "\(row)")
        }
        #expect(try await fixture.store.lastChange() == 1_233)
        #expect(try await read(table, fixture).unchanged == 1_233)
    }

    @Test("every column has a place of its own")
    func slots() {
        #expect(OfferColumn.allCases.map(\.slot) == Array(OfferColumn.allCases.indices))
    }

    @Test("the same key twice in a file refuses the second row")
    func doubleKey() async throws {
        let fixture = try await Fixture(.sqlite)
        let report = try await read("Nr;Titel;Träger\n1;A;X\n1;B;X\n1;C;X\n", fixture)
        #expect((report.created, report.refused) == (1, 2))
        #expect(report.problems.map(\.row) == [2, 3])
        #expect(report.problems.allSatisfy { $0.hint.contains("Zeile 1") })
    }

    @Test("columns and words are mapped by a file")
    func mapping() async throws {
        let fixture = try await Fixture(.sqlite)
        let json = try #require(
            JSONValue(
                json: """
                    {"origin": "alt", "columns": {"title": "Gruppe", "provider": "Wer", "description": null},
                     "values": {"fields": {"Babyzeug": "Gesundheit"}}, "defaults": {"town": "Selm", "consent": "web"}}
                    """))
        let report = try await read(
            "Gruppe\tWer\tHandlungsfeld\tBeschreibung\tTelefon\nA\tX\tBabyzeug\tgeheim\t0000 1\n", fixture,
            mapping: try OfferMapping(json: json))
        #expect(report.created == 1)
        #expect(report.problems.map(\.severity) == [.warning])
        let detail = try #require(try await fixture.store.details(ids: nil).first)
        #expect(detail.offer.fields == [.health] && detail.offer.description.isEmpty && detail.town == "Selm")
        #expect(detail.offer.contacts.first?.consent == [.web])
        #expect(detail.offer.external?.origin == "alt")
    }

    @Test(
        "mapping files with unknown parts are refused with the name of the part",
        arguments: [
            "[]", "{\"x\": 1}", "{\"columns\": {\"titel\": 5}}", "{\"columns\": {\"nix\": \"A\"}}",
            "{\"origin\": \"\"}",
        ])
    func badMapping(text: String) throws {
        let json = try #require(JSONValue(json: text))
        #expect(throws: OfferMapping.Problem.self) { try OfferMapping(json: json) }
    }

    @Test("without a title or provider column nothing is read, and the message shows the heading")
    func noColumns() async throws {
        let fixture = try await Fixture(.sqlite)
        let report = try await read("A,B\n1,2\n", fixture)
        #expect(report.refused == 1 && report.created == 0)
        let errors = report.problems.filter { $0.severity == .error }
        #expect(
            errors.map(\.column) == ["Titel", "Träger"] && errors.allSatisfy { $0.row == nil && $0.found == "A | B" })
    }

    @Test("the areas of a town or Kreis are found by name, umlauts written out, and by key")
    func areas() async throws {
        let fixture = try await Fixture(.sqlite)
        let kreis = try #require(AreaKey("05978"))
        let town = try #require(AreaKey("05978024"))
        _ = try await AreaStore(database: fixture.store.database).save(
            [
                Area(id: ID(key: kreis), key: kreis, level: .kreis, parentID: nil, name: "Kreis Unna"),
                Area(id: ID(key: town), key: town, level: .municipality, parentID: ID(key: kreis), name: "Lünen"),
            ], by: Fixture.actor, at: Fixture.now)
        let report = try await read(
            "Titel;Träger;Kommune;Ort\nA;X;kreis-unna|luenen;Lünen\nB;X;05978024;Luenen\nC;X;Atlantis;\n", fixture)
        #expect(report.created == 3)
        #expect(report.problems.map(\.found) == ["Atlantis"])
        let offers = try await fixture.store.details(ids: nil)
        #expect(offers.map(\.offer.areaScope) == [[ID(key: kreis), ID(key: town)], [ID(key: town)], []])
        #expect(offers[0].places.first?.facility.areaID == ID(key: town))
    }

    @Test(
        "ages in words",
        arguments: [
            ("0-3 Jahre", 0, 36), ("6 bis 10 Monate", 6, 10), ("6 Monate bis 3 Jahre", 6, 36), ("ab 6 Jahren", 72, 324),
            ("bis 3 Jahre", 0, 36), ("1,5 – 3 Jahre", 18, 36), ("Schwangerschaft bis 1 Jahr", -9, 12),
            ("16+", 192, 324),
        ])
    func spokenAges(text: String, from: Int, to: Int) async throws {
        let fixture = try await Fixture(.sqlite)
        let report = try await read("Titel;Träger;Alter\nA;X;\"\(text)\"\n", fixture)
        #expect(report.problems.isEmpty)
        #expect(try await fixture.store.allOffers().first?.ageRange == AgeRange(from, to))
    }
}
