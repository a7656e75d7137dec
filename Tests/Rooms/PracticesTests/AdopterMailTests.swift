import Areas
import Mail
import Practice
import Practices
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Texts
import Web
import Workflow

@Suite("Mails an Nachahmerinnen") struct AdopterMailTests {
    /// A published practice of Unna; Kamen and Lünen have taken it over.
    private func published(_ engine: TestEngine = .sqlite) async throws -> (WritingHouse, slug: String) {
        let house = try await WritingHouse(engine)
        let slug = try await house.draft()
        try await house.publish(slug)
        return (house, slug)
    }

    private func change(_ field: String, _ value: String) -> ([(String, String)]) -> [(String, String)] {
        { $0.map { $0.0 == field ? ($0.0, value) : $0 } }
    }

    @Test(
        "a new core is told once to each coordinator of an adopter, else of the Kreis; not at home, not to other roles",
        arguments: TestEngine.available)
    func receivers(engine: TestEngine) async throws {
        let (house, slug) = try await published(engine)
        let desk = house.house.desk
        func account(_ email: String, _ roles: RoleGrant...) async throws {
            try await desk.add(
                email: email, name: "Konto", roles: Set(roles), password: "ein langes Testpasswort", by: .system("test")
            )
        }
        try await account("kreis@example.org", .init(.coordinator, area: "05978"))
        try await account("unna@example.org", .init(.coordinator, area: "05978036"))
        try await account("kamen-planung@example.org", .init(.planner, area: "05978020"))
        try await account("ueberall@example.org", .init(.coordinator))
        #expect(try await house.mails().isEmpty)
        try await house.revise(slug, change("ziel", "Ein anderes Ziel"))
        #expect(try await house.mails().isEmpty)
        try await house.revise(slug, change("kern-1", "Besuch zu Hause"))
        let mails = try await house.mails()
        // Kamen has a coordinator of its own, Lünen none.
        let kamen = try #require(try await desk.accounts.account(house.neighbour.account)?.email)
        #expect(Set(mails.map(\.to)) == [kamen, "kreis@example.org"] && mails.count == 2)
        let first = try #require(mails.first { $0.to == kamen }?.content)
        #expect(first.contains("https://testhaus.example/praxis/\(slug)/uebernahme"))
        #expect(first.contains("Besuch in der Klinik") && first.contains("Besuch zu Hause"))
        #expect(first.contains("Kamen") && !first.contains("L=C3=BCnen"))
        #expect(mails.first { $0.to != kamen }?.content.contains("L=C3=BCnen") == true)
        try await house.revise(slug, change("ziel", "Noch ein Ziel"))
        #expect(try await house.mails().count == 2)
        let audit = try await house.house.database.read { r in
            try r.rows("SELECT reason FROM audit") { try $0.get(0, as: String.self) }
        }
        #expect(!audit.contains { $0.contains("@") })
    }

    @Test("step, notice and mail stand or fall together, so after a crash the repetition tells everybody exactly once")
    func crash() async throws {
        struct Crash: Error {}
        let (house, slug) = try await published()
        try await house.step("revise", slug, by: house.author)
        let fields = try await house.sentFields(slug, by: house.author)
        _ = try await house.author.post("/praxis/\(slug)/bearbeiten", change("kern-1", "Besuch zu Hause")(fields))
        for (name, client) in [("hand_in", house.author), ("check", house.neighbour), ("approve", house.office)] {
            try await house.step(name, slug, by: client)
        }
        let file = try #require(try await house.store.file(slug))
        let actor = AuditActor.user(house.office.account.text)
        let queue = MailQueue(
            database: house.house.database, sender: try MailAddress("haus@example.org"), clock: house.house.time.clock)
        let letter = try MailMessage(
            from: queue.sender, to: try MailAddress("x@example.org"), subject: "Neues", text: "Neues")
        await #expect(throws: Crash.self) {
            try await house.store.take(
                .publish, on: file.id, by: Review.Person(actor.reference, of: .specialist), as: actor, because: "Probe",
                at: house.house.time.now
            ) { news, w in
                try queue.enqueue(letter, key: "x", about: Reference(.practice, news.file.id), by: actor, in: w)
                throw Crash()
            }
        }
        #expect(try await house.mails().isEmpty)
        #expect(try await house.store.notices(to: [WritingHouse.kamen]).isEmpty)
        #expect(try await house.store.file(slug)?.publishedVersion == 1)
        #expect(try await house.step("publish", slug, by: house.office).status == 303)
        #expect(try await house.step("publish", slug, by: house.office).status == 422)
        #expect(try await house.mails().count == 1)
        #expect(try await house.store.notices(to: [WritingHouse.kamen]).count == 1)
    }

    @Test(
        "harm is told like a new core, and the end of a practice with its reason, also after news of the same version")
    func harmAndEnd() async throws {
        let (house, slug) = try await published()
        try await house.revise(slug, change("wirkung-1-stufe", EffectLevel.noneOrAdverse.rawValue))
        #expect(try await house.mails().count == 1)
        #expect(try await house.neighbour.get("/praxis/pruefungen").text.contains("ungünstige Wirkung"))
        let other = try await house.draft()
        #expect(try await house.step("archive", other, by: house.author).status == 303)
        #expect(try await house.mails().count == 1)
        #expect(try await house.step("archive", slug, by: house.author).status == 303)
        let mails = try await house.mails()
        #expect(mails.count == 2 && mails.last?.content.contains("archiviert") == true)
        let page = try await house.neighbour.get("/praxis/\(slug)/uebernahme")
        #expect(page.text.contains("Die Praxis wurde archiviert. Grund: Probe") && audit(page.text) == [])
        #expect(try await house.store.notices(to: [WritingHouse.luenen]).count == 2)
    }

    @Test("the mail comes in the language in which the account signed in last")
    func language() async throws {
        let (house, slug) = try await published()
        let record = try #require(try await house.house.desk.accounts.account(house.neighbour.account))
        _ = try await house.house.desk.signIn(
            email: record.email, password: "ein langes Testpasswort", address: "192.0.2.1", device: "",
            language: .english)
        try await house.revise(slug, change("kern-1", "Besuch zu Hause"))
        let mail = try #require(try await house.mails().first?.content)
        #expect(mail.contains("Content-Language: en") && mail.contains("https://testhaus.example/en/praxis/\(slug)"))
        #expect(mail.contains("Core element changed"))
    }
}
