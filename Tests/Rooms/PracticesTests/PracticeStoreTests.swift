import Practice
import PracticeTesting
import Practices
import Prevention
import StorageTesting
import Testing
import Workflow

@testable import Storage

@Suite("Speicher der Praxisdatenbank") struct PracticeStoreTests {
    typealias Person = Review.Person

    let author = AuditActor.user("author")
    let colleague = AuditActor.user("colleague")
    let neighbour = Person(Sample.user("neighbour"), of: .municipality(Sample.town(2)))
    let office = Person(Sample.user("office"), of: .specialist)
    let day = Sample.noon("2026-03-01")

    func store(_ engine: TestEngine) async throws -> PracticeStore {
        PracticeStore(database: try await engine.database(PracticesRoom.migrations))
    }

    func at(_ days: Int) -> Instant { day.adding(seconds: days * 86_400) }

    /// Takes steps one day after the other and returns the day after.
    func walk(_ store: PracticeStore, _ steps: [(ReviewFlow.Step, Person)], from first: Int = 1) async throws -> Int {
        for (offset, (step, person)) in steps.enumerated() {
            try await store.take(
                step, on: Sample.practice.id, by: person, as: .user(person.user.id), because: "Probe",
                at: at(first + offset))
        }
        return first + steps.count
    }

    var own: Person { Person(author.reference, of: .municipality(Sample.town(1))) }

    func refusal(_ work: () async throws -> Void) async -> PracticeRefusal? {
        do {
            try await work()
            return nil
        } catch { return error as? PracticeRefusal }
    }

    @Test("an entry comes back as it was saved, with an address made of its title", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        let store = try await store(engine)
        let slug = try await store.create(Sample.practice, isInvented: true, by: author, at: day)
        #expect(slug == "besuch-nach-der-geburt")
        let file = try #require(try await store.file(slug))
        #expect(file.newest.practice == Sample.practice && file.owner == Sample.town(1) && file.isInvented)
        #expect(file.review.state == .draft && file.review.authors == [author.reference] && file.published == nil)
        #expect(try await store.entries().isEmpty)
        #expect(try await store.entry(slug) == nil)
        var same = Practice(id: ID(), title: "Besuch nach der Geburt", place: Sample.practice.place)
        #expect(
            await refusal { try await store.create(same, isInvented: true, by: author, at: day) }
                == .municipalityMissing)
        same.municipalities = [Sample.town(1)]
        #expect(try await store.create(same, isInvented: true, by: author, at: day) == "besuch-nach-der-geburt-2")
        #expect(PracticeSlug.text("Übergänge für „Große“ & Ça va?") == "uebergaenge-fuer-grosse-ca-va")
        #expect(
            PracticeSlug.text("¿?") == "praxis" && PracticeSlug.text(String(repeating: "x", count: 200)).count == 60)
        same = Practice(id: ID(), title: "Neu", place: Sample.practice.place)
        same.municipalities = [Sample.town(1)]
        #expect(try await store.create(same, isInvented: true, by: author, at: day) == "neu-1")
    }

    @Test("who is second to save is refused, the same state is no version", arguments: TestEngine.available)
    func versions(engine: TestEngine) async throws {
        let store = try await store(engine)
        try await store.create(Sample.practice, isInvented: false, by: author, at: day)
        var next = Sample.practice
        next.goal = "Anderes Ziel"
        #expect(try await store.save(next, basedOn: 1, by: colleague, at: at(1)) == 2)
        #expect(try await store.save(next, basedOn: 2, by: author, at: at(2)) == 2)
        next.goal = "Drittes Ziel"
        #expect(
            await refusal { try await store.save(next, basedOn: 1, by: author, at: at(3)) }
                == .version(.changedMeanwhile(newest: 2)))
        let file = try #require(try await store.file(next.id))
        #expect(file.versions.all.map(\.number) == [1, 2] && file.newest.changes == [.field(.goal)])
        #expect(file.review.authors == [author.reference, colleague.reference])
        let actions = try await store.database.read { r in
            try r.rows("SELECT action FROM audit ORDER BY n") { try $0.get(0, as: String.self) }
        }
        #expect(actions == ["practice.create", "practice.edit"])
    }

    @Test(
        "of ten who save on the same version at once, exactly one is kept", arguments: TestEngine.available)
    func concurrent(engine: TestEngine) async throws {
        let store = try await store(engine)
        try await store.create(Sample.practice, isInvented: false, by: author, at: day)
        let kept = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<10 {
                group.addTask {
                    var next = Sample.practice
                    next.goal = "Ziel \(number)"
                    return await refusal { try await store.save(next, basedOn: 1, by: author, at: at(1)) } == nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(kept == 1)
        #expect(try await store.file(Sample.practice.id)?.newest.number == 2)
    }

    @Test(
        "the review is replayed from its steps; a revision leaves the published version visible",
        arguments: TestEngine.available)
    func review(engine: TestEngine) async throws {
        let store = try await store(engine)
        let slug = try await store.create(Sample.practice, isInvented: false, by: author, at: day)
        var next = try await walk(
            store, [(.handIn, own), (.check, neighbour), (.approve, office), (.publish, office)])
        let entry = try #require(try await store.entry(slug))
        #expect(entry.version == 1 && entry.state == .published && entry.expires == Sample.day("2028-03-05"))
        #expect(entry.practice.trust?.level == .specialistOffice)
        #expect(try await store.entries() == [entry])
        var changed = Sample.practice
        changed.lead = "Ein neuer Satz."
        #expect(
            await refusal { try await store.save(changed, basedOn: 1, by: author, at: at(next)) }
                == .review(.course(.impossible)))
        next = try await walk(store, [(.revise, own)], from: next)
        #expect(try await store.save(changed, basedOn: 1, by: colleague, at: at(next)) == 2)
        let file = try #require(try await store.file(slug))
        #expect(file.isBeingRevised && file.review.state == .draft && file.steps.count == 5)
        #expect(file.review.authors == [author.reference, colleague.reference])
        #expect(file.published == entry)
        #expect(try await store.entries() == [entry])
        _ = try await walk(
            store,
            [
                (.handIn, Person(colleague.reference, of: .municipality(Sample.town(1)))), (.check, neighbour),
                (.approve, office), (.publish, office),
            ], from: next + 1)
        #expect(try await store.entry(slug)?.version == 2)
        #expect(try await store.entry(slug)?.practice.lead == "Ein neuer Satz.")
    }

    @Test("a refused step leaves no trace, an incomplete entry is not handed in", arguments: TestEngine.available)
    func refused(engine: TestEngine) async throws {
        let store = try await store(engine)
        var practice = Sample.practice
        practice.need = ""
        try await store.create(practice, isInvented: false, by: author, at: day)
        #expect(
            await refusal { _ = try await walk(store, [(.handIn, own)]) }
                == .review(.incomplete([.missing(.need)])))
        #expect(await refusal { _ = try await walk(store, [(.check, neighbour)]) } == .review(.course(.impossible)))
        practice.need = "Bedarf"
        try await store.save(practice, basedOn: 1, by: author, at: at(1))
        _ = try await walk(store, [(.handIn, own)], from: 2)
        #expect(await refusal { _ = try await walk(store, [(.check, own)], from: 3) } == .review(.isAuthor))
        #expect(try await store.file(practice.id)?.steps.map(\.step) == [.handIn])
    }

    @Test("reading in twice changes nothing, and never overwrites work done here", arguments: TestEngine.available)
    func loading(engine: TestEngine) async throws {
        let store = try await store(engine)
        var other = Practice(id: ID(), title: "Zweite", place: Sample.practice.place)
        other.municipalities = [Sample.town(2)]
        func load() async throws -> PracticeLoadCount {
            try await store.load(
                [LoadedPractice(Sample.practice, slug: "erste"), LoadedPractice(other, isPublished: false)],
                origin: "sammlung", by: .system("demo"), at: day)
        }
        #expect(try await load().created == 2)
        #expect(try await load().unchanged == 2)
        let entries = try await store.entries()
        #expect(entries.map(\.slug) == ["erste"] && entries[0].state == .published && entries[0].expires == nil)
        other.goal = "Neue Ausgabe"
        #expect(try await load().updated == 1)
        var edited = Sample.practice
        edited.goal = "Hier geändert"
        try await store.save(edited, basedOn: 1, by: author, at: at(1))
        #expect(try await load().unchanged == 2)
        #expect(try await store.entries()[0].practice.goal == Sample.practice.goal)
        #expect(try await store.file("erste")?.newest.practice.goal == "Hier geändert")
        let newer = try await store.load(
            [
                LoadedPractice(
                    {
                        var next = Sample.practice; next.goal = "Ausgabe 2"; return next
                    }())
            ],
            origin: "sammlung", by: .system("demo"), at: at(2))
        #expect(newer.kept == 1)
        #expect(try await store.file("erste")?.newest.practice.goal == "Hier geändert")
    }

    @Test(
        "what an adopter says itself counts more than the entry, and versions protect it",
        arguments: TestEngine.available)
    func adoptions(engine: TestEngine) async throws {
        let store = try await store(engine)
        let id = Sample.practice.id
        try await store.load([LoadedPractice(Sample.practice)], origin: "s", by: .system("demo"), at: day)
        let mine = Adopter(
            municipality: Sample.town(3), kind: .city, since: 2022, result: .stopped, story: "Beendet.")
        try await store.adopt(mine, of: id, basedOn: 0, by: colleague, at: at(1))
        let new = Adopter(municipality: Sample.town(5), kind: .village, since: 2025, result: .running, story: "Neu.")
        try await store.adopt(new, of: id, basedOn: 0, by: colleague, at: at(1))
        let adopters = try #require(try await store.entries().first).practice.adopters
        #expect(adopters.map(\.municipality) == [2, 3, 5].map(Sample.town))
        #expect(adopters[1] == mine && adopters[2] == new)
        #expect(
            await refusal { try await store.adopt(new, of: id, basedOn: 0, by: author, at: at(2)) }
                == .adoptionChanged(current: 1))
        let ours = Adopter(municipality: Sample.town(1), kind: .city, since: 2022, result: .works, story: "Wir.")
        #expect(
            await refusal { try await store.adopt(ours, of: id, basedOn: 0, by: author, at: at(2)) } == .ownPractice)
        #expect(try await store.file(id)?.newest.practice == Sample.practice)
    }
}
