import Practice
import Practices
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Prüfung im Browser") struct ReviewPageTests {
    @Test(
        "from draft to publication: each step by who may take it, refusals say why and who can",
        arguments: TestEngine.available)
    func way(engine: TestEngine) async throws {
        let house = try await WritingHouse(engine)
        let slug = try await house.draft()
        #expect(try await house.step("hand_in", slug, by: house.author).status == 303)
        let own = try await house.step("check", slug, by: house.author)
        #expect(own.status == 422 && own.text.contains("Sie haben an dem Eintrag geschrieben"))
        let same = try await house.step("check", slug, by: house.colleague)
        #expect(same.status == 422 && same.text.contains("Gegenlesen muss jemand aus einer anderen Kommune."))
        let page = try await house.neighbour.get("/praxis/\(slug)/pruefung")
        #expect(page.text.contains("Gegengelesen") && page.text.contains("Besuch in der Klinik"))
        #expect(try await house.neighbour.get("/praxis/pruefungen").text.contains("Besuch nach der Geburt"))
        let waiting = try await house.errands(.init(.coordinator, area: "05978020"))
        #expect(waiting.map(\.task) == ["Praxis gegenlesen"])
        #expect(waiting.map(\.subject) == ["Besuch nach der Geburt, Unna"])
        #expect(
            try await house.errands(.init(.coordinator, area: "05978036")).isEmpty, "their own cannot be read by them")
        #expect(try await house.errands(.init(.provider)).isEmpty)
        #expect(try await house.step("check", slug, by: house.neighbour).status == 303)
        #expect(try await house.step("approve", slug, by: house.neighbour).status == 422)
        #expect(try await house.errands(.init(.administrator)).map(\.task) == ["Praxis prüfen"])
        #expect(try await house.step("approve", slug, by: house.office).status == 303)
        #expect(try await house.step("publish", slug, by: house.office).status == 303)
        let entry = try #require(try await house.store.entry(slug))
        #expect(entry.state == .published && entry.practice.trust?.level == .specialistOffice)
        let history = try await house.author.get("/praxis/\(slug)/pruefung").text
        for office in ["Kommune Unna", "Kommune Kamen", "Fachstelle"] { #expect(history.contains(office)) }
        #expect(!history.contains(house.neighbour.account.text))
        #expect(audit(history) == [])
    }

    @Test("an entry with gaps is not handed in, a step without reason is not taken")
    func incomplete() async throws {
        let house = try await WritingHouse()
        var practice = WritingHouse.practice()
        practice.need = ""
        let slug = try await house.draft(practice)
        let refused = try await house.step("hand_in", slug, by: house.author)
        #expect(refused.status == 422 && refused.text.contains("Bedarf: Diese Angabe fehlt noch."))
        let full = try await house.draft()
        let silent = try await house.author.post(
            "/praxis/\(full)/pruefung", [("schritt", "hand_in"), ("begruendung", " ")])
        #expect(silent.status == 422 && silent.text.contains("href=\"#feld-begruendung\""))
        #expect(
            try await house.author.post("/praxis/\(full)/pruefung", [("schritt", "zaubern"), ("begruendung", "x")])
                .status == 422)
        #expect(try await house.store.file(full)?.steps.isEmpty == true)
    }

    @Test("a trade partner of the last 24 months cannot be the second pair of eyes")
    func trades() async throws {
        let day = TestHouse.start.berlinDay.adding(days: -100)
        let house = try await WritingHouse(trades: [WritingHouse.kamen: day])
        let slug = try await house.draft()
        try await house.step("hand_in", slug, by: house.author)
        let refused = try await house.step("check", slug, by: house.neighbour)
        #expect(refused.status == 422 && refused.text.contains("in den letzten 24 Monaten Wissen getauscht"))
        let page = try await house.neighbour.get("/praxis/pruefungen").text
        #expect(page.contains("Nichts wartet auf Sie."))
        let third = try await house.house.signIn(RoleGrant(.editor, area: "05978024"))
        #expect(try await house.step("check", slug, by: third).status == 303)
    }

    @Test("whose practice it is together with others is not its second pair of eyes", arguments: TestEngine.available)
    func together(engine: TestEngine) async throws {
        let house = try await WritingHouse(engine)
        var practice = WritingHouse.practice()
        practice.municipalities = [WritingHouse.unna, WritingHouse.kamen]
        let slug = try await house.draft(practice)
        #expect(try await house.step("hand_in", slug, by: house.author).status == 303)
        let own = try await house.step("check", slug, by: house.neighbour)
        #expect(own.status == 422 && own.text.contains("Gegenlesen muss jemand aus einer anderen Kommune."))
        let third = try await house.house.signIn(RoleGrant(.editor, area: "05978024"))
        #expect(try await house.step("check", slug, by: third).status == 303)
    }

    @Test("while a published entry is revised, others see what is published and nothing of the draft")
    func revision() async throws {
        let house = try await WritingHouse()
        let slug = try await house.draft()
        try await house.publish(slug)
        try await house.step("revise", slug, by: house.author)
        let fields = try await house.sentFields(slug, by: house.author)
        house.house.time.advance(seconds: 60)
        let secret = [
            "titel": "Neuer Name, noch geheim", "ziel": "Ziel im Entwurf", "uebernahme-1-geschichte": "Gescheitert.",
        ]
        let saved = try await house.author.post(
            "/praxis/\(slug)/bearbeiten", fields.map { ($0.0, secret[$0.0] ?? $0.1) })
        #expect(saved.status == 303)
        #expect(try await house.step("hand_in", slug, by: house.author).status == 303)
        house.house.time.advance(seconds: 60)
        let back = [("schritt", "send_back"), ("begruendung", "Das Geld reicht nie.")]
        #expect(try await house.office.post("/praxis/\(slug)/pruefung", back).status == 303)
        for path in ["pruefung", "fassungen", "uebernahme"] {
            let page = try await house.neighbour.get("/praxis/\(slug)/\(path)")
            #expect(page.status == 200)
            for word in secret.values + ["Das Geld reicht nie."] {
                #expect(!page.text.contains(word), "\(path): \(word)")
            }
        }
        let own = try await house.author.get("/praxis/\(slug)/pruefung").text
        #expect(own.contains("Ziel im Entwurf") && own.contains("Das Geld reicht nie."))
    }

    @Test("the clock lets a publication fall due once, and the worklist announces it 60 days before")
    func due() async throws {
        let house = try await WritingHouse()
        let slug = try await house.draft()
        try await house.publish(slug)
        let room = try #require(house.room)
        try await room.tidy(at: house.house.time.now)
        #expect(try await house.store.entry(slug)?.state == .published)
        let expires = try #require(try await house.store.entry(slug)?.expires)
        let seconds = (expires.daysSince1970 - house.house.time.now.berlinDay.daysSince1970) * 86_400
        let author = try await house.later(seconds - 30 * 86_400, house.author)
        let soon = try await author.get("/praxis/pruefungen").text
        #expect(!soon.contains("In den nächsten 60 Tagen läuft nichts ab."))
        _ = try await house.later(31 * 86_400, house.author)
        try await room.tidy(at: house.house.time.now)
        try await room.tidy(at: house.house.time.now)
        let file = try #require(try await house.store.file(slug))
        #expect(file.review.state == .due && file.steps.count { $0.step == .fallDue } == 1)
        #expect(try await house.store.entry(slug)?.state == .due)
        let office = try await house.house.signIn(house.office.account)
        #expect(try await house.step("confirm", slug, by: office).status == 303)
        #expect(try await house.store.entry(slug)?.state == .published)
    }

    @Test("adopters are told of a new core exactly once, of anything else not at all")
    func told() async throws {
        let house = try await WritingHouse()
        let slug = try await house.draft()
        try await house.publish(slug)
        func revise(_ field: String, _ value: String) async throws {
            try await house.revise(slug) { $0.map { $0.0 == field ? ($0.0, value) : $0 } }
        }
        func news() async throws -> Int {
            try await house.store.notices(to: [WritingHouse.kamen, WritingHouse.luenen, WritingHouse.unna]).count
        }
        try await revise("ziel", "Ein anderes Ziel")
        #expect(try await news() == 0)
        try await revise("kern-1", "Besuch zu Hause")
        #expect(try await news() == 2)
        try await revise("ziel", "Noch ein Ziel")
        #expect(try await news() == 2)
        let list = try await house.neighbour.get("/praxis/pruefungen").text
        #expect(list.contains("aus „Besuch in der Klinik“ wurde „Besuch zu Hause“"))
        let read = try await house.neighbour.post("/praxis/\(slug)/uebernahme/gelesen", [])
        #expect(read.status == 303)
        #expect(try await !house.neighbour.get("/praxis/pruefungen").text.contains("Neues zu Praxis"))
        let page = try await house.author.get("/praxis/\(slug)/fassungen?von=1&bis=4")
        #expect(page.text.contains("Am Kern hat sich etwas geändert") && audit(page.text) == [])
    }

    @Test("a municipality reports its own adoption, also a failure, and nobody else's", arguments: TestEngine.available)
    func adoption(engine: TestEngine) async throws {
        let house = try await WritingHouse(engine)
        let slug = try await house.draft()
        try await house.publish(slug)
        let path = "/praxis/\(slug)/uebernahme"
        let page = try await house.neighbour.get(path)
        #expect(page.status == 200 && audit(page.text) == [])
        let fields = [
            ("fassung", "0"), ("kommune", "Kamen"), ("seit", "2020"), ("ergebnis", "stopped"),
            ("geschichte", "Ohne Klinik ging es nicht."), ("nachschau", "3.5.2024"),
        ]
        #expect(try await house.neighbour.post(path, fields).status == 303)
        let adopters = try #require(try await house.store.entry(slug)).practice.adopters
        #expect(adopters.first?.story == "Ohne Klinik ging es nicht." && adopters.first?.result == .stopped)
        #expect(adopters.count == 2)
        let again = try await house.neighbour.post(path, fields.map { $0.0 == "seit" ? ("seit", "2021") : $0 })
        #expect(again.status == 409 && again.text.contains("inzwischen geändert"))
        let foreign = try await house.neighbour.post(path, fields.map { $0.0 == "kommune" ? ("kommune", "Lünen") : $0 })
        #expect(foreign.status == 422)
        #expect(
            try await house.author.post(path, fields.map { $0.0 == "kommune" ? ("kommune", "Unna") : $0 }).status == 422
        )
        #expect(try await house.neighbour.post(path, [("kommune", "Kamen"), ("seit", "morgen")]).status == 422)
    }
}
