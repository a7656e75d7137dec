import Offers
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Register: worklist and files") struct WorklistTests {
    @Test("filters narrow the list and the files alike", arguments: TestEngine.available)
    func filters(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let editor = try await house.editor
        let all = try await editor.get("/register")
        #expect(all.status == 200 && all.findings == [])
        #expect(all.text.contains("2 Angebote") && all.text.contains("href=\"/register/einlesen\""))
        for query in ["text=BABY", "traeger=familien", "von=\(house.own.id.text)", "text=Baby&status=active"] {
            let list = try await editor.get("/register?\(query)")
            #expect(list.text.contains("Babytreff") && !list.text.contains("Turnen"), "\(query)")
            let csv = try await editor.get("/register/angebote.csv?\(query)")
            #expect(csv.header("Content-Type")?.hasPrefix("text/csv") == true)
            #expect(csv.text.contains("Babytreff") && !csv.text.contains("Turnen"), "\(query)")
            let json = try await editor.get("/register/angebote.json?\(query)")
            #expect(json.text.contains("Babytreff") && !json.text.contains("Turnen"), "\(query)")
        }
        for query in ["status=draft", "frische=fresh", "thema=sport", "text=%25", "traeger=niemand"] {
            #expect(try await editor.get("/register?\(query)").text.contains("Kein Angebot gefunden"), "\(query)")
        }
        for query in ["status=quatsch", "seite=-1", "seite=99999999999", "von=1", "text=%00", "frische="] {
            #expect([200, 400].contains(try await editor.get("/register?\(query)").status), "\(query)")
        }
    }

    @Test("more than a page of offers is paged", arguments: TestEngine.available)
    func paging(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        for number in 100..<160 {
            try await house.offers.save(
                Offer(title: "Kurs \(number)", providerID: house.own.id), by: RegisterHouse.actor,
                at: house.house.time.now)
        }
        let editor = try await house.editor
        let second = try await editor.get("/register?status=draft&seite=3")
        #expect(second.text.contains("Kurs 159") && !second.text.contains("Kurs 100"))
        #expect(second.text.contains("60 Angebote") && second.findings == [])
        let csv = try await editor.get("/register/angebote.csv?status=draft")
        #expect(csv.text.split(separator: "\r\n").count == 61)
    }

    @Test("what is to be done is counted within the own reach", arguments: TestEngine.available)
    func toDo(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        #expect(try await house.editor.get("/register").text.contains("noch nicht bestätigt: 2"))
        #expect(try await house.provider.get("/register").text.contains("noch nicht bestätigt: 1"))
    }

    @Test("probable doubles are listed")
    func duplicates() async throws {
        let house = try await RegisterHouse()
        let editor = try await house.editor
        #expect(try await editor.get("/register/doppelte").text.contains("keine möglichen Doppel"))
        try await house.offers.save(
            Offer(title: "Baby-Treff", providerID: house.own.id), by: RegisterHouse.actor, at: house.house.time.now)
        let page = try await editor.get("/register/doppelte")
        #expect(page.text.contains("Baby-Treff") && page.findings == [])
    }
}
