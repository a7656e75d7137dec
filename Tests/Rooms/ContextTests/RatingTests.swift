import Context
import ContextModel
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Urteilen im Kontext-Check") struct RatingTests {
    private func fields(
        _ requirement: Requirement, _ found: String, _ evidence: String, role: String = "Jugendamt"
    ) -> [(String, String)] {
        [
            ("bedingung", requirement.id.text), ("erfuellung", found), ("beleg", evidence), ("rolle", role),
        ]
    }

    @Test("the second person does not see the first rating until both are in, then both stand side by side")
    func blind() async throws {
        let context = try await ContextHouse()
        let record = try await context.begin()
        let requirement = try #require(try await context.store.file(record.id)?.requirements.requirements.first)
        let (first, second) = (try await context.coordinator("05913"), try await context.coordinator("05913"))
        let address = "/kontext/\(record.id.text)"
        let saved = try await first.post(
            address + "/urteil", fields(requirement, "met", "Zusage mit Tinte unterschrieben"))
        #expect(saved.status == 303)
        for part in ["", "/urteil?bedingung=\(requirement.id.text)", "/plan"] {
            let own = try await second.get(address + part)
            #expect(own.status == 200 && !own.text.contains("Tinte"), "\(part)")
        }
        #expect(try await second.get(address).text.contains("Ein Urteil liegt vor"))
        let peek = try await second.post(address + "/offenlegung", [("grund", "Ich bin neugierig")])
        #expect(peek.status == 404, "not before each condition has a first rating")
        #expect(try await !second.get(address).text.contains("Tinte"))
        #expect(try await first.get(address).text.contains("Tinte"))
        _ = try await second.post(
            address + "/urteil", fields(requirement, "not_met", "Absage am Telefon", role: "Gesundheitsamt"))
        for client in [first, second] {
            let page = try await client.get(address).text
            #expect(page.contains("Tinte") && page.contains("Absage am Telefon") && page.contains("uneinig"))
            #expect(page.contains("Gerechnet wird mit dem vorsichtigeren Urteil."))
        }
        let file = try #require(try await context.store.file(record.id))
        #expect(file.check.rows.first?.verdict == .disputed(.met, .notMet) && file.check.rows.first?.colour == .red)
    }

    @Test("a third person, a rating without evidence and one without a role are refused at their fields")
    func refused() async throws {
        let context = try await ContextHouse()
        let record = try await context.begin()
        let requirement = try #require(try await context.store.file(record.id)?.requirements.requirements.first)
        let address = "/kontext/\(record.id.text)/urteil"
        let first = try await context.coordinator("05913")
        let empty = try await first.post(address, fields(requirement, "met", ""))
        #expect(empty.status == 422 && empty.text.contains("Sagen Sie, worauf das Urteil beruht"))
        let noRole = try await first.post(address, fields(requirement, "met", "gesehen", role: ""))
        #expect(noRole.status == 422 && noRole.text.contains("gesehen") && audit(noRole.text) == [])
        let strange = try await first.post(address, fields(requirement, "bestens", "gesehen"))
        #expect(strange.status == 422)
        for _ in 0..<2 {
            let client = try await context.coordinator("05913")
            #expect(try await client.post(address, fields(requirement, "met", "gesehen")).status == 303)
        }
        let third = try await first.post(address, fields(requirement, "met", "gesehen"))
        #expect(third.status == 422 && third.text.contains("Zwei Personen haben hier schon geurteilt"))
        let nothing = try await first.post(address, [("bedingung", "0b7a4a1e-5a8f-4c57-9d0e-0f4f3c8f1a11")])
        #expect(nothing.status == 404)
    }

    @Test("unknown needs no evidence; without second ratings they can be laid open with a reason")
    func opening() async throws {
        let context = try await ContextHouse()
        let record = try await context.begin()
        let client = try await context.coordinator("05913")
        let address = "/kontext/\(record.id.text)"
        let file = try #require(try await context.store.file(record.id))
        for requirement in file.requirements.requirements {
            #expect(try await client.post(address + "/urteil", fields(requirement, "unknown", "")).status == 303)
        }
        let early = try await client.post(address + "/entscheidung", [("wahl", "plan"), ("grund", "eilig")])
        #expect(early.status == 422 && early.text.contains("wenn jede Bedingung zwei Urteile hat"))
        #expect(try await client.post(address + "/offenlegung", []).status == 422)
        #expect(try await client.post(address + "/offenlegung", [("grund", "Nur eine Fachkraft")]).status == 303)
        let page = try await client.get(address).text
        #expect(page.contains("Nur eine Fachkraft") && page.contains("Erst erkunden, dann abgleichen"))
        #expect(try await client.get(address + "/erkundung").text.contains("vor dem Abgleich, denn"))
    }

    @Test("stored ratings are those that were given, in their order", arguments: TestEngine.available)
    func replay(engine: TestEngine) async throws {
        let context = try await ContextHouse(engine)
        let record = try await context.begin()
        let requirement = try #require(try await context.store.file(record.id)?.requirements.requirements.first)
        let day = Day("2026-03-01") ?? Day(daysSince1970: 0)
        func rate(_ rater: String, _ found: Fulfilment, _ days: Int) async throws {
            let rating = Rating(
                rater: Reference(.user, rater), fulfilment: found, evidence: "gesehen", day: day.adding(days: days))
            try await context.store.rate(
                record.id, RatingLine(requirement.id, rating, role: "Amt"), by: ContextHouse.actor,
                at: TestHouse.start)
        }
        try await rate("a", .met, 0)
        try await rate("b", .partly, 1)
        try await rate("a", .notMet, 2)
        await #expect(throws: AssessmentRefusal.olderThanLast) { try await rate("a", .met, 1) }
        await #expect(throws: AssessmentRefusal.twoRatersAlready) { try await rate("c", .met, 5) }
        let file = try #require(try await context.store.file(record.id))
        #expect(file.check.rows.first?.verdict == .disputed(.notMet, .partly) && file.ratings.count == 3)
    }
}
