import Context
import ContextModel
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Rechte im Kontextmodell") struct ContextRightsTests {
    @Test("receiver works, giver reads and comments, others are not told that there is a check")
    func checks() async throws {
        let context = try await ContextHouse()
        let file = try #require(try await context.file(ContextHouse.kita, at: "05711"))
        let address = "/kontext/\(file.record.id.text)"
        let (receiver, giver, other) = (
            try await context.coordinator("05711"), try await context.coordinator("05111"),
            try await context.coordinator("05913")
        )
        #expect(try await receiver.get(address + "/entscheidung").status == 200)
        let read = try await giver.get(address)
        #expect(read.status == 200 && read.text.contains("Das ändern nur die Fachleute der aufnehmenden Gemeinde."))
        #expect(try await giver.get(address + "/entscheidung").status == 404)
        #expect(try await giver.post(address + "/entscheidung", [("wahl", "plan"), ("grund", "x")]).status == 404)
        for part in ["", "/urteil", "/plan", "/nachschau", "/erkundung"] {
            #expect(try await other.get(address + part).status == 404, "\(part)")
        }
        let reader = try await context.house.signIn(RoleGrant(.reader))
        #expect(try await reader.get(address).status == 403)
        #expect(try await context.house.visitor.get(address).status == 303)
        #expect(try await other.get("/kontext").text.contains("Noch kein Abgleich"))
    }

    @Test("a transfer leads to its check, else to that of the pair, else to the form, else to what is known")
    func found() async throws {
        let context = try await ContextHouse()
        let file = try #require(try await context.file(ContextHouse.kita, at: "05711"))
        let transfer = ID<Reference>().text
        func way(_ client: SignedInClient, _ slug: String, _ area: String) async throws -> String {
            let query = "praxis=\(slug)&nach=\(area)&transfer=\(transfer)"
            return try await client.get("/kontext/abgleich?\(query)").header("location") ?? ""
        }
        let (receiver, other) = (try await context.coordinator("05711"), try await context.coordinator("05913"))
        #expect(try await way(receiver, ContextHouse.kita, "05711") == "/kontext/\(file.record.id.text)")
        #expect(try await way(other, ContextHouse.kita, "05711") == "/kontext/praxis/\(ContextHouse.kita)")
        #expect(try await way(other, "gibt-es-nicht", "05913") == "/kontext")
        #expect(try await way(other, ContextHouse.kita, "%2F..") == "/kontext/praxis/\(ContextHouse.kita)")
        let form = try await way(other, ContextHouse.kita, "05913")
        #expect(form == "/kontext/neu?praxis=\(ContextHouse.kita)&nach=05913&transfer=\(transfer)")
        let chosen = "value=\"\(ContextHouse.area("05913").text)\" selected"
        #expect(try await other.get(form).text.contains(chosen))
        let record = CheckRecord(
            practice: file.record.practice, practiceSlug: ContextHouse.kita, practiceTitle: "Probe",
            requirementVersion: file.record.requirementVersion, giver: file.record.giver,
            receiver: ContextHouse.area("05913"), transfer: transfer, startedAt: context.house.time.now)
        try await context.store.insert(record, by: ContextHouse.actor)
        #expect(try await way(other, ContextHouse.kita, "05913") == "/kontext/\(record.id.text)")
        #expect(try await other.get("/kontext/\(record.id.text)").text.contains("/boerse/transfers/\(transfer)"))
        #expect(try await way(receiver, ContextHouse.kita, "05711") == "/kontext/\(file.record.id.text)")
        #expect(try await context.house.visitor.get("/kontext/abgleich").status == 303)
    }

    @Test("what a practice needs is open; its own municipality states it, with a version for each change")
    func requirements() async throws {
        let context = try await ContextHouse()
        let address = "/kontext/praxis/\(ContextHouse.kita)"
        let open = try await context.house.visitor.get(address)
        #expect(open.status == 200 && audit(open.text) == [] && open.text.contains("konstitutiv"))
        #expect(!open.text.contains("Bedingung hinzufügen"))
        let other = try await context.coordinator("05711")
        #expect(try await other.get(address + "/anforderung").status == 404)
        let owner = try await context.coordinator("05111")
        let form = try await owner.get(address + "/anforderung")
        #expect(form.status == 200 && audit(form.text) == [])
        let set = try #require(try await context.store.requirements(of: ContextHouse.reference(ContextHouse.kita)))
        let used = try #require(set.requirements.first)
        let twice = [
            ("fassung", "1"), ("was", used.condition.id.text), ("gewicht", "3"), ("warum", "so"), ("quelle", "giver"),
            ("grund", "so"),
        ]
        let refused = try await owner.post(address + "/anforderung", twice)
        #expect(refused.status == 422 && refused.text.contains("Diese Bedingung steht schon da."))
        let edit = twice.filter { $0.0 != "gewicht" } + [("gewicht", "2"), ("bedingung", used.id.text)]
        #expect(try await owner.post(address + "/anforderung", edit).status == 303)
        let stale = try await owner.post(address + "/anforderung", edit)
        #expect(stale.status == 422 && stale.text.contains("Inzwischen hat jemand anderes"))
        let after = try #require(try await context.store.requirements(of: ContextHouse.reference(ContextHouse.kita)))
        #expect(after.version == 2 && after.line(used.id)?.requirement.weight == .important)
        let removal = [("fassung", "2"), ("bedingung", used.id.text), ("grund", "nicht nötig")]
        #expect(try await owner.post(address + "/anforderung/entfernen", removal).status == 303)
        #expect(try await context.store.requirements(of: ContextHouse.reference(ContextHouse.kita))?.lines.count == 9)
    }

    @Test("a profile is its municipality's own", arguments: TestEngine.available)
    func profile(engine: TestEngine) async throws {
        let context = try await ContextHouse(engine, examples: ["musterkreis"])
        let own = try await context.coordinator("/musterkreis/stadt-1")
        let address = "/kontext/profil/~musterkreis~stadt-1"
        let page = try await own.get(address + "?gruppe=K1")
        #expect(page.status == 200 && audit(page.text) == [] && page.text.contains("Zusage der Klinikleitung"))
        #expect(page.text.contains("Musterdorf: 4 gemeinsame Bedingungen"))
        #expect(try await context.coordinator("05711").get(address).status == 404)
        let missing = try await own.post(address, [("gruppe", "K1"), ("wert-0", "ja")])
        #expect(missing.status == 422 && missing.text.contains("Sagen Sie kurz, woher Sie das wissen."))
        let saved = try await own.post(
            address, [("gruppe", "K1"), ("wert-0", "ja"), ("beleg-0", "Lückenbericht 2026")])
        #expect(saved.status == 303)
        let answers = try await context.store.answers(of: ContextHouse.area("/musterkreis/stadt-1"))
        #expect(answers.values.contains { $0.evidence == "Lückenbericht 2026" && $0.value == .yesNo(true) })
        // The number of children was left empty in this form: that answer is withdrawn.
        #expect(!answers.values.contains { $0.value == .quantity(420) })
        #expect(try await own.post(address, [("gruppe", "K99")]).status == 404)
    }

    @Test("strange addresses and forms are answered with a page, never with a fault")
    func hostile() async throws {
        let context = try await ContextHouse()
        let client = try await context.house.signIn(RoleGrant(.administrator))
        for address in [
            "/kontext/x", "/kontext/praxis/gibt-es-nicht", "/kontext/profil/99", "/kontext/leitfaden/spaeter",
            "/kontext/0b7a4a1e-5a8f-4c57-9d0e-0f4f3c8f1a11/plan",
        ] {
            #expect(try await client.get(address).status == 404, "\(address)")
        }
        for address in [
            "/kontext", "/kontext/neu?praxis=x", "/kontext/bedingungen", "/kontext/profil", "/kontext/lernen",
        ] {
            let page = try await client.get(address)
            #expect(page.status == 200 && audit(page.text) == [], "\(address)")
        }
        let same = try await client.post(
            "/kontext/neu",
            [
                ("praxis", ContextHouse.kita), ("von", ContextHouse.area("05111").text),
                ("nach", ContextHouse.area("05111").text),
            ])
        #expect(same.status == 422 && same.text.contains("müssen verschieden sein"))
        #expect(try await client.post("/kontext/neu", []).status == 422)
        let begun = try await client.post(
            "/kontext/neu",
            [
                ("praxis", ContextHouse.kita), ("von", ContextHouse.area("05111").text),
                ("nach", ContextHouse.area("05913").text), ("anlass", "<script>alert(1)</script>"),
            ])
        #expect(begun.status == 303)
        let page = try await client.get(begun.header("location") ?? "/")
        #expect(page.status == 200 && !page.text.contains("<script>alert"))
    }

    @Test("the guide of the talk is open and prints", arguments: ["before", "after"])
    func guide(position: String) async throws {
        let context = try await ContextHouse()
        let page = try await context.house.visitor.get("/kontext/leitfaden/\(position)")
        #expect(page.status == 200 && audit(page.text) == [])
    }

    @Test("a talk is led question by question, and a shifted need is named")
    func inquiry() async throws {
        let context = try await ContextHouse(examples: ["musterkreis"])
        let file = try #require(try await context.file("bielefeld-stadtteilmuetter", at: "/musterkreis/stadt-3"))
        let client = try await context.coordinator("/musterkreis/stadt-3")
        let address = "/kontext/\(file.record.id.text)/erkundung"
        let page = try await client.get(address + "?frage=first_need")
        #expect(page.status == 200 && audit(page.text) == [] && page.text.contains("vor dem Abgleich, denn"))
        let fields = [("frage", "first_need"), ("wer", "Jugendamt"), ("antwort", "Wege kennen"), ("worum", "need")]
        #expect(try await client.post(address, [("frage", "first_need")]).status == 422)
        #expect(try await client.post(address, fields).status == 303)
        #expect(try await client.post(address + "/bedarf", [("nachher", "Wege zu Ämtern kennen")]).status == 303)
        let after = try await client.get(address).text
        #expect(after.contains("Wege kennen") && after.contains("Der Bedarf hat sich verschoben."))
    }
}
