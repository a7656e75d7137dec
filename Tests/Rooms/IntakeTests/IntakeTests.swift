import Areas
import Foundation
import Intake
import Offers
import Prevention
import RoomTesting
import StorageTesting
import Testing
import Web

@testable import Storage

/// A house with the intake room, a town, and an editor.
private struct Desk {
    let house: TestHouse
    let editor: SignedInClient
    let offers: OfferStore

    init(_ engine: TestEngine = .sqlite) async throws {
        house = try await TestHouse(
            engine, migrations: AreaMigrations.all + OfferMigrations.all + IntakeRoom.migrations
        ) { house in [try IntakeRoom(database: house.database)] }
        offers = OfferStore(database: house.database)
        let key = try #require(AreaKey("05978040"))
        let town = Area(id: ID(key: key), key: key, level: .municipality, parentID: nil, name: "Unna")
        try await AreaStore(database: house.database).save([town], by: .system("test"), at: TestHouse.start)
        editor = try await house.signIn(.init(.editor))
    }

    /// Sends a file and follows to the page of the table.
    func upload(
        _ text: String, kind: String = "offers", list: String = "kita-liste", by client: SignedInClient? = nil
    ) async throws -> TestAnswer {
        try await send(Array(text.utf8), kind: kind, list: list, by: client)
    }

    func send(
        _ bytes: [UInt8], kind: String = "offers", list: String = "kita-liste", by client: SignedInClient? = nil
    ) async throws -> TestAnswer {
        var body: [UInt8] = []
        for (name, value) in [("art", kind), ("liste", list)] {
            body += Array("--G\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            "--G\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"liste.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                .utf8)
        body += bytes + Array("\r\n--G--\r\n".utf8)
        return try await (client ?? editor).send(
            "POST", "/register/einlesen", headers: [("Content-Type", "multipart/form-data; boundary=G")], body: body)
    }

    /// The address of the table that an upload has led to.
    func address(_ answer: TestAnswer) throws -> String {
        #expect(answer.status == 303)
        return try #require(answer.headers("location").first)
    }

    func titles() async throws -> [String] {
        try await offers.details(ids: nil).map(\.offer.title).sorted()
    }
}

@Suite("Einlesen im Browser") struct IntakeTests {
    private static let good = """
        Schlüssel;Titel;Träger;Ort;Alter von (Monate);Alter bis (Monate)
        1;Krabbelgruppe;Beispielverein;Unna;6;36
        2;Elterncafé;Beispielverein;Unna;0;72
        """

    @Test(
        "a table is checked, then taken over; the same list again changes instead of doubling",
        arguments: TestEngine.available)
    func takesOver(engine: TestEngine) async throws {
        let desk = try await Desk(engine)
        let address = try desk.address(try await desk.upload(Self.good))
        let page = try await desk.editor.get(address)
        #expect(page.status == 200 && page.text.contains("2 Zeilen übernehmen"))
        #expect(try await desk.titles().isEmpty)
        let done = try await desk.editor.post(address + "/uebernahme", [])
        let back = try #require(done.headers("location").first)
        #expect(try await desk.editor.get(back).text.contains("Übernommen: 2 neu, 0 geändert, 0 unverändert."))
        #expect(try await desk.titles() == ["Elterncafé", "Krabbelgruppe"])
        #expect(try await desk.editor.get(address).status == 404)

        let again = try desk.address(
            try await desk.upload(Self.good.replacing("Elterncafé", with: "Offenes Elterncafé")))
        let second = try await desk.editor.post(again + "/uebernahme", [])
        #expect(second.headers("location").first?.contains("neu=0&geaendert=1&gleich=1") == true)
        #expect(try await desk.titles() == ["Krabbelgruppe", "Offenes Elterncafé"])
    }

    @Test(
        "every fault stands in the list with row, column, found, expected and what to do; the right rows can be taken")
    func faults() async throws {
        let desk = try await Desk()
        let address = try desk.address(
            try await desk.upload(
                """
                Schlüssel;Titel;Träger;Ort;Alter von (Monate);PLZ
                1;Krabbelgruppe;Beispielverein;Unna;abc;59423
                2;;Beispielverein;Unna;3;1
                3;Elterncafé;Beispielverein;Unna;0;59423
                """))
        let page = try await desk.editor.get(address).text
        #expect(page.contains("1 Zeile übernehmen") && page.contains("würden abgelehnt"))
        let file = try await desk.editor.get(address + "/fehler.csv")
        let lines = file.text.split(whereSeparator: \.isNewline).map(String.init)
        #expect(lines.first?.hasSuffix("Zeile;Spalte;Art;Gefunden;Erwartet;Was zu tun ist") == true)
        #expect(lines.count { $0.hasPrefix("1;Alter von (Monate);Fehler;abc;") } == 1)
        #expect(lines.count { $0.hasPrefix("2;Titel;Fehler;") } == 1)
        #expect(lines.count { $0.hasPrefix("2;PLZ;Fehler;1;") } == 1)
        #expect(lines.count { $0.hasPrefix("3;") } == 0)
        _ = try await desk.editor.post(address + "/uebernahme", [])
        #expect(try await desk.titles() == ["Elterncafé"])
        let rest = try await desk.editor.get(address).text
        #expect(
            rest.contains("abc") && !rest.contains("Zeile übernehmen") && !rest.contains("Zeilen übernehmen"),
            "the table stays until its faults are mended")
    }

    @Test("columns with headings of one's own are assigned once and remembered for the list")
    func mapping() async throws {
        let desk = try await Desk()
        let table = "Nummer;Was;Wer;Stadt\n1;Krabbelgruppe;Beispielverein;Unna\n"
        let address = try desk.address(try await desk.upload(table))
        #expect(try await desk.editor.get(address).text.contains("So lässt sich nichts übernehmen"))
        let fields = [("spalte-0", "key"), ("spalte-1", "title"), ("spalte-2", "provider"), ("spalte-3", "town")]
        let twice = try await desk.editor.post(address + "/zuordnung", fields.dropLast() + [("spalte-3", "title")])
        #expect(twice.status == 422 && twice.text.contains("schon der Spalte „Was“ zugeordnet"))
        #expect(try await desk.editor.post(address + "/zuordnung", fields).status == 303)
        #expect(try await desk.editor.get(address).text.contains("1 Zeile übernehmen"))
        let next = try desk.address(try await desk.upload(table.replacing("1;", with: "2;")))
        #expect(try await desk.editor.get(next).text.contains("1 Zeile übernehmen"))
    }

    @Test("only who edits the whole register may; a table is seen by its sender alone")
    func rights() async throws {
        let desk = try await Desk()
        #expect(try await desk.house.visitor.get("/register/einlesen").status == 303)
        for grant in [RoleGrant(.planner), RoleGrant(.provider), RoleGrant(.editor, area: "05978")] {
            let other = try await desk.house.signIn(grant)
            #expect(try await other.get("/register/einlesen").status == 403, "\(grant)")
            #expect(try await desk.upload(Self.good, by: other).status == 403)
        }
        let address = try desk.address(try await desk.upload(Self.good))
        let colleague = try await desk.house.signIn(.init(.administrator))
        #expect(try await colleague.get(address).status == 404)
        #expect(try await colleague.post(address + "/uebernahme", []).status == 404)
        #expect(try await desk.editor.postWithoutToken(address + "/uebernahme", []).status == 403)
        #expect(try await desk.titles().isEmpty)
    }

    @Test("files that are no table are refused with what to do, nothing is kept")
    func hostile() async throws {
        let desk = try await Desk()
        let files: [[UInt8]] = [
            [], Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 400), [0, 1, 2, 0, 255, 254, 0],
            Array("Titel;Träger\n\"offen;x\n".utf8), Array("\n\n\n".utf8),
        ]
        for bytes in files {
            let answer = try await desk.send(bytes)
            #expect(answer.status == 422 && answer.text.contains("Bitte"), "\(bytes.prefix(8))")
        }
        #expect(try await desk.upload(Self.good, kind: "etwas").status == 422)
        #expect(try await desk.upload(Self.good, list: "").status == 422)
        let kept = try await desk.house.database.read { r in
            try r.value("SELECT count(*) FROM waitingFile", as: Int.self)
        }
        #expect(kept == 0)
    }

    @Test("a fault in each of 20,000 rows is counted and turned page by page")
    func manyFaults() async throws {
        let desk = try await Desk()
        let rows = (0..<20_000).map { "\($0);Gruppe \($0);Beispielverein;Unna;abc" }.joined(separator: "\n")
        let address = try desk.address(
            try await desk.upload("Schlüssel;Titel;Träger;Ort;Alter von (Monate)\n" + rows))
        let last = try await desk.editor.get(address + "?seite=400")
        #expect(last.status == 200 && last.text.contains("20.000") && last.bytes.count < 120_000)
        for page in ["0", "-1", "abc", "99999999999999999999"] {
            #expect(try await desk.editor.get(address + "?seite=\(page)").status == 200)
        }
    }

    @Test("waiting tables are thrown away after a day, and more than five make room")
    func tidy() async throws {
        let desk = try await Desk()
        for number in 0..<7 {
            desk.house.time.advance(seconds: 1)
            _ = try await desk.upload(Self.good, list: "liste \(number)")
        }
        let count = {
            try await desk.house.database.read { r in try r.value("SELECT count(*) FROM waitingFile", as: Int.self) }
        }
        #expect(try await count() == 5)
        try await IntakeRoom(database: desk.house.database).tidy(at: TestHouse.start.adding(seconds: 3_600))
        #expect(try await count() == 5)
        try await IntakeRoom(database: desk.house.database).tidy(at: TestHouse.start.adding(seconds: 90_000))
        #expect(try await count() == 0)
    }

    @Test("the template is read without a fault")
    func template() async throws {
        let desk = try await Desk()
        let file = try await desk.editor.get("/register/einlesen/vorlage.csv")
        let address = try desk.address(try await desk.send(file.bytes))
        let page = try await desk.editor.get(address).text
        #expect(page.contains("Alles lässt sich übernehmen") && page.contains("Keine Fehler gefunden"))
    }

    @Test("the table of a town's providers")
    func providers() async throws {
        let desk = try await Desk()
        let address = try desk.address(
            try await desk.upload("Name;Art\nBeispielverein;Verein\nJugendamt;Behörde\n", kind: "providers"))
        #expect(try await desk.editor.get(address).status == 200)
        _ = try await desk.editor.post(address + "/uebernahme", [])
        let names = try await desk.offers.providers().map(\.name)
        #expect(names.contains("Beispielverein"))
    }
}
