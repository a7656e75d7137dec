import Context
import ContextModel
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Lernschleife im Haus") struct LearningLoopTests {
    let practice = ContextHouse.reference("kreis-unna-ue1-protokoll")

    @Test(
        "a confirmed proposal writes a new version of the requirements with the reason", arguments: TestEngine.available
    )
    func confirmed(engine: TestEngine) async throws {
        let context = try await ContextHouse(engine, examples: ["musterkreis"])
        let owner = try await context.coordinator("05978")
        let before = try #require(try await context.store.requirements(of: practice))
        let line = try #require(before.requirements.first { $0.condition.text.contains("Netzwerk der Beteiligten") })
        let page = try await owner.get("/kontext/lernen")
        #expect(page.status == 200 && audit(page.text) == [])
        for words in ["gelang es bei 5 von 5", "Von „wichtig“ auf „förderlich“ herabsetzen?", "54 bis 100"] {
            #expect(page.text.contains(words), "\(words)")
        }
        let fields = [("anforderung", line.id.text), ("gewicht", "1")]
        #expect(try await owner.post("/kontext/lernen", fields).status == 422)
        let saved = try await owner.post("/kontext/lernen", fields + [("grund", "Fünf Gemeinden ohne Tandems")])
        #expect(saved.status == 303)
        let after = try #require(try await context.store.requirements(of: practice))
        #expect(after.version == before.version + 1 && after.reason == "Fünf Gemeinden ohne Tandems")
        let changed = try #require(after.line(line.id))
        #expect(changed.requirement.weight == .helpful && changed.requirement.basis == .seenAtAdopters)
        #expect(try await context.store.history(of: practice).count == 2)
        // Checks keep the version with which they began.
        let file = try #require(try await context.file("kreis-unna-ue1-protokoll", at: "/musterkreis/stadt-4"))
        #expect(file.requirements.version == before.version)
        #expect(try await owner.get("/kontext/lernen").text.contains("Noch kein Vorschlag"))
        let again = try await owner.post("/kontext/lernen", fields + [("grund", "noch einmal")])
        #expect(again.status == 422 || again.status == 404)
    }

    @Test("only the practice's own municipality and those responsible for all confirm")
    func rights() async throws {
        let context = try await ContextHouse(examples: ["musterkreis"])
        let line = try #require(
            try await context.store.requirements(of: practice)?.requirements.first {
                $0.condition.text.contains("Netzwerk der Beteiligten")
            })
        let other = try await context.coordinator("05913")
        let fields = [("anforderung", line.id.text), ("gewicht", "1"), ("grund", "so")]
        #expect(try await other.get("/kontext/lernen").text.contains("Bestätigen kann die Gemeinde"))
        #expect(try await other.post("/kontext/lernen", fields).status == 404)
        let all = try await context.house.signIn(RoleGrant(.administrator))
        #expect(try await all.post("/kontext/lernen", fields).status == 303)
    }

    @Test("a municipality that checks a practice often is one adopter, with its newest experience")
    func oneAdopter() async throws {
        let context = try await ContextHouse()
        let practice = ContextHouse.reference(ContextHouse.kita)
        for succeeded in [true, true, false] {
            let check = try await context.begin()
            let line = ExperienceLine(
                practice: practice, check: check.id, origin: "Dortmund", fulfilment: [:], hasSucceeded: succeeded,
                day: TestHouse.start.berlinDay)
            try await context.store.add(line, by: ContextHouse.actor, at: TestHouse.start)
        }
        let other = try await context.begin(receiver: "05513")
        let line = ExperienceLine(
            practice: practice, check: other.id, origin: "Gelsenkirchen", fulfilment: [:], hasSucceeded: true,
            day: TestHouse.start.berlinDay)
        try await context.store.add(line, by: ContextHouse.actor, at: TestHouse.start)
        let told = try await context.store.experiences(of: practice)
        #expect(Set(told.map(\.origin)) == ["Dortmund", "Gelsenkirchen"] && told.count == 2)
        #expect(told.first { $0.origin == "Dortmund" }?.hasSucceeded == false)
    }

    @Test("what a transfer came to becomes an experience of the practice")
    func outcome() async throws {
        let context = try await ContextHouse()
        let file = try #require(try await context.file(ContextHouse.kita, at: "05711"))
        let client = try await context.coordinator("05711")
        let address = "/kontext/\(file.record.id.text)/nachschau"
        let question = try await client.get(address + "?monate=6&frage=reach")
        #expect(question.status == 200 && audit(question.text) == [])
        let tooMany = [
            ("monate", "6"), ("frage", "reach"), ("antwort", "Viele"), ("gezaehlt", "9"), ("von", "8"),
        ]
        #expect(try await client.post(address, tooMany).status == 422)
        #expect(try await client.post(address, [("monate", "7"), ("frage", "reach"), ("antwort", "x")]).status == 404)
        #expect(try await client.post(address + "/ergebnis", [("ergebnis", "ja")]).status == 303)
        let told = try await context.store.experiences(of: ContextHouse.reference(ContextHouse.kita))
        #expect(told.count == 1 && told[0].hasSucceeded && told[0].origin == "Bielefeld")
        #expect(told[0].fulfilment.values.contains(.notMet) && told[0].fulfilment.count == 10)
    }
}
