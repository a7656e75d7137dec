import Context
import ContextModel
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Regeln des Kontext-Checks auf den Seiten") struct DecisionTests {
    @Test(
        "each rule leads to its recommendation",
        arguments: [
            ("kreis-unna-famos", "/musterkreis/stadt-1", "So nicht übertragen", "uneinig"),
            ("gelsenkirchen-begruessungshausbesuche", "/musterkreis/stadt-2", "So nicht übertragen", "Erkundung"),
            ("bielefeld-stadtteilmuetter", "/musterkreis/stadt-3", "Erst erkunden", "2 von 3 Bedingungen"),
            ("kreis-unna-ue1-protokoll", "/musterkreis/stadt-4", "Vorläufig", "Ein Urteil liegt vor"),
            ("dortmund-kinderstuben", "/musterkreis/stadt-5", "Übertragen, mit Plan", "Kein erhöhtes"),
        ])
    func rules(slug: String, receiver: String, recommendation: String, detail: String) async throws {
        let context = try await ContextHouse(examples: ["musterkreis"])
        let file = try #require(try await context.file(slug, at: receiver))
        let client = try await context.house.signIn(RoleGrant(.administrator))
        let page = try await client.get("/kontext/\(file.record.id.text)")
        #expect(page.status == 200 && audit(page.text) == [])
        #expect(page.text.contains("erfunden") && page.text.contains(detail))
        if slug == "kreis-unna-ue1-protokoll" {
            // The administrator has not rated and sees nothing of the first rating.
            #expect(page.text.contains(recommendation) && !page.text.contains("Fünf von acht Schulen"))
        } else {
            #expect(page.text.contains(recommendation))
        }
    }

    @Test("people may decide otherwise; the page says so and keeps the reason")
    func deviation() async throws {
        let context = try await ContextHouse(examples: ["musterkreis"])
        let file = try #require(try await context.file("kreis-unna-famos", at: "/musterkreis/stadt-1"))
        let client = try await context.coordinator("/musterkreis/stadt-1")
        let address = "/kontext/\(file.record.id.text)/entscheidung"
        let form = try await client.get(address)
        #expect(form.status == 200 && audit(form.text) == [])
        #expect(try await client.post(address, [("wahl", "pilot")]).status == 422)
        #expect(
            try await client.post(address, [("wahl", "pilot"), ("grund", "Die Klinik will es versuchen")]).status == 303
        )
        let page = try await client.get("/kontext/\(file.record.id.text)").text
        #expect(page.contains("Das weicht von der Empfehlung ab.") && page.contains("Die Klinik will es versuchen"))
        let stored = try #require(try await context.store.file(file.record.id)?.decision)
        #expect(stored.deviates && stored.choice == .pilot && stored.recommended != .plan)
    }

    @Test("a changed core element blocks the plan until the giver has commented and the change is logged")
    func core() async throws {
        let context = try await ContextHouse()
        let record = try await context.begin()
        let file = try #require(try await context.store.file(record.id))
        let receiver = try await context.coordinator("05913")
        let address = "/kontext/\(record.id.text)"
        try await rateAll(context, file)
        let second = file.requirements.requirements[1]
        let saved = try await receiver.post(
            address + "/ausgleich",
            [
                ("bedingung", second.id.text), ("art", "replace"), ("massnahme", "Austausch der Kitas"),
                ("wer", "Jugendamt"), ("rest", "orange"), ("kern", ContextHouse.core),
            ])
        #expect(saved.status == 303)
        _ = try await receiver.post(address + "/entscheidung", [("wahl", "pilot"), ("grund", "klein anfangen")])
        let plan = [("beginn", "2026-09-01"), ("ausstieg", "Niemand kommt")]
        let blocked = try await receiver.post(address + "/plan", plan)
        #expect(blocked.status == 422 && blocked.text.contains("Die gebende Gemeinde muss sich dazu äußern"))
        #expect(try await context.store.file(record.id)?.plan == nil)
        let compensation = try #require(try await context.store.file(record.id)?.compensations.first?.compensation)
        let comment = [("ausgleich", compensation.id.text), ("kommentar", "Das geht, wenn sie sich oft sehen")]
        #expect(try await receiver.post(address + "/kommentar", comment).status == 404)
        let giver = try await context.coordinator("05111")
        let form = try await giver.get(address + "/kommentar?ausgleich=\(compensation.id.text)")
        #expect(form.status == 200 && audit(form.text) == [])
        #expect(try await giver.post(address + "/kommentar", comment).status == 303)
        let unlogged = try await receiver.post(address + "/plan", plan)
        #expect(unlogged.status == 422 && unlogged.text.contains("im Anpassungsprotokoll fest"))
        #expect(
            try await receiver.post(
                address + "/anpassung",
                [
                    ("wann", "before"), ("wer", "Jugendamt, Kitas"), ("teil", "content"),
                    ("was", "Austausch statt Stelle"),
                    ("wo", "district"), ("weise", "substituted"), ("kern", ContextHouse.core), ("warum", "kein Geld"),
                ]
            ).status == 303)
        #expect(try await receiver.post(address + "/plan", plan).status == 303)
        let page = try await receiver.get(address + "/plan").text
        #expect(page.contains("Niemand kommt") && page.contains("Austausch der Kitas") && page.contains("1. März 2027"))
        let early = try await receiver.post(address + "/plan/termin", [("tag", "2026-08-01"), ("thema", "")])
        #expect(early.status == 422)
        #expect(
            try await receiver.post(address + "/plan/termin", [("tag", "2026-08-01"), ("thema", "Besuch")]).status
                == 303)
    }

    /// Two people find everything met but the second condition.
    private func rateAll(_ context: ContextHouse, _ file: CheckFile) async throws {
        let day = Day("2026-03-01") ?? Day(daysSince1970: 0)
        for rater in ["a", "b"] {
            for (place, requirement) in file.requirements.requirements.enumerated() {
                let rating = Rating(
                    rater: Reference(.user, rater), fulfilment: place == 1 ? .notMet : .met, evidence: "gesehen",
                    day: day)
                try await context.store.rate(
                    file.record.id, RatingLine(requirement.id, rating, role: "Amt"), by: ContextHouse.actor,
                    at: TestHouse.start)
            }
        }
    }

    @Test("a compensation cannot leave more risk than there was, and needs a way, an owner and a measure")
    func compensation() async throws {
        let context = try await ContextHouse(examples: ["musterkreis"])
        let file = try #require(try await context.file("kreis-unna-famos", at: "/musterkreis/stadt-1"))
        let client = try await context.coordinator("/musterkreis/stadt-1")
        let row = try #require(file.check.rows.first { $0.colour == .orange })
        let address = "/kontext/\(file.record.id.text)/ausgleich"
        let form = try await client.get(address + "?bedingung=\(row.requirement.id.text)")
        #expect(form.status == 200 && audit(form.text) == [])
        let bad = try await client.post(
            address, [("bedingung", row.requirement.id.text), ("rest", "red"), ("kosten", "viel")])
        #expect(bad.status == 422 && audit(bad.text) == [])
        for words in ["Wählen Sie mindestens einen Weg.", "nicht mehr Risiko lassen"] {
            #expect(bad.text.contains(words), "\(words)")
        }
        #expect(try await client.get(address + "?bedingung=x").status == 404)
    }
}
