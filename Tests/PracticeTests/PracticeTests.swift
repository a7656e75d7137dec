import Foundation
import Practice
import PracticeTesting
import Prevention
import Testing
import Workflow

@Suite("Eintrag der Praxisdatenbank")
struct PracticeTests {
    @Test("a complete entry has no gaps")
    func complete() {
        #expect(Sample.practice.gaps(on: Sample.today) == [])
        #expect(Sample.practice.coreElements.map(\.key) == ["visit", "free"])
        #expect(Sample.practice.place.lifeStages == [.pregnancyAndBirth, .aroundKita])
    }

    static let changes: [(PracticeGap, @Sendable (inout Practice) -> Void)] = [
        (.missing(.title), { $0.titles["de"] = " " }),
        (.missing(.municipalities), { $0.municipalities = [] }),
        (.missing(.fields), { $0.place.fields = [] }),
        (.missing(.targetGroups), { $0.place.targetGroups = [] }),
        (.missing(.need), { $0.need = "\n" }),
        (.missing(.goal), { $0.goal = "" }),
        (.missing(.effectModel), { $0.effectModel.output = "" }),
        (.missing(.coreElements), { $0.elements = $0.adaptables }),
        (.missing(.steps), { $0.steps = [] }),
        (.missing(.since), { $0.since = nil }),
        (.missing(.contact), { $0.contact.role = "" }),
        (.missing(.readiness), { $0.readiness = nil }),
        (.missing(.trust), { $0.trust = nil }),
        (.tooFew(.successFactors, 2, of: 3), { $0.successFactors.removeLast() }),
        (.tooFew(.stumblingBlocks, 0, of: 3), { $0.stumblingBlocks = [" ", ""] }),
        (.doubled(.stumblingBlocks, "wochenenden"), { $0.stumblingBlocks.append("  wochenenden!") }),
        (.missing(.status), { $0.status = .notStated }),
        (.whyMissing, { $0.status = .failed(why: " ") }),
        (.reachImpossible, { $0.reach = PracticeReach(count: 5, of: 4, year: 2015) }),
        (.reachImpossible, { $0.reach = PracticeReach(count: 3, of: 4, year: 2027) }),
        (.reachImpossible, { $0.reach = PracticeReach(count: 0, of: 0, year: 2015) }),
        (.costNegative, { $0.effort.costOnce = Euro(cents: -1) }),
        (
            .elementDoubled(key: "visit"),
            { $0.elements.append(PracticeElement(key: "visit", text: "x", isCore: false)) }
        ),
        (
            .readinessNotBacked(claimed: .manyAdopters, highest: .transferredOnce),
            { $0.readiness = Graded(.manyAdopters, criterion: "viele", on: Sample.today) }
        ),
        (.criterionMissing(.trust), { $0.trust = Graded(.selfReport, criterion: "", on: Sample.today) }),
        (
            .sourceMissing(indicator: "Beratene Mütter", .tried),
            { practice in
                practice.outcomes = practice.outcomes.map {
                    PracticeOutcome(indicator: $0.indicator, finding: $0.finding, effect: $0.effect, source: "")
                }
            }
        ),
        (.storyMissing(Sample.town(3)), { $0.adopters[1].story = "" }),
        (
            .licenceMissing(document: "Konzept"),
            { $0.documents = [PracticeDocument(title: "Konzept", licence: "", address: nil)] }
        ),
    ]

    @Test("each thing that is missing or contradicts itself is found by itself", arguments: changes.indices)
    func gaps(number: Int) {
        var practice = Sample.practice
        Self.changes[number].1(&practice)
        #expect(practice.gaps(on: Sample.today) == [Self.changes[number].0])
    }

    @Test("a failure that says why is complete, too; an idea without source is, an adverse effect without is not")
    func failures() {
        var practice = Sample.practice
        practice.status = .failed(why: "Die Klinik wurde geschlossen")
        func outcome(_ level: EffectLevel) -> PracticeOutcome {
            PracticeOutcome(
                indicator: "i", finding: "f", effect: Graded(level, criterion: "c", on: Sample.today), source: "")
        }
        practice.outcomes = [outcome(.idea), outcome(.plausible)]
        #expect(practice.gaps(on: Sample.today) == [])
        practice.outcomes = [outcome(.noneOrAdverse)]
        #expect(practice.gaps(on: Sample.today) == [.sourceMissing(indicator: "i", .noneOrAdverse)])
    }

    @Test("a grading holds for 24 months and is expired the day after")
    func expiry() {
        let graded = Graded(EffectLevel.tried, criterion: "c", on: Sample.day("2024-02-29"))
        #expect(graded.expires == Sample.day("2026-02-28"))
        #expect(!graded.isExpired(on: Sample.day("2026-02-28")) && graded.isExpired(on: Sample.day("2026-03-01")))
    }

    @Test("an entry as JSON is read back and always has the same bytes")
    func coding() throws {
        let data = try PracticeJSON.encode(Sample.practice)
        #expect(try PracticeJSON.decode(data) == Sample.practice)
        var same = Sample.practice
        same.place.fields = [.childAndYouthWelfare, .health]
        #expect(try PracticeJSON.encode(same) == data)
        for status in [PracticeStatus.pilot, .rollout, .notStated, .ended(why: "a"), .failed(why: "b")] {
            same.status = status
            let decoded = try PracticeJSON.decode(try PracticeJSON.encode(same))
            #expect(decoded.status == status)
        }
    }

    @Test("what a source tells beyond the form is kept and compared; a file without it is still read")
    func background() throws {
        var practice = Sample.practice
        var told = PracticeBackground()
        told.form = .offer
        told.ages = .derived
        told.figures = [PracticeFigure(label: "Geburten", value: 977, unit: "Geburten", year: 2015, note: "")]
        told.links = [PracticeLink(.network, key: "fruehe-hilfen", title: "Frühe Hilfen")]
        practice.background = told
        let data = try PracticeJSON.encode(practice)
        #expect(try PracticeJSON.decode(data) == practice)
        #expect(Sample.practice.changes(to: practice) == [.field(.background)])
        let without = String(decoding: try PracticeJSON.encode(Sample.practice), as: UTF8.self)
        #expect(!without.contains("background") && String(decoding: data, as: UTF8.self).contains("background"))
    }

    @Test("a file that is wrong says where")
    func wrongFiles() throws {
        let text = String(decoding: try PracticeJSON.encode(Sample.practice), as: UTF8.self)
        func problem(_ text: String) -> PracticeJSONProblem.Found? {
            do {
                _ = try PracticeJSON.decode(Data(text.utf8))
                return nil
            } catch { return error.found }
        }
        func place(_ text: String) -> String? {
            do {
                _ = try PracticeJSON.decode(Data(text.utf8))
                return nil
            } catch { return error.place }
        }
        #expect(problem("{") == .noJSON && problem("{\"format\":1}") == .missing)
        #expect(problem(text.replacingOccurrences(of: "\"format\" : 1", with: "\"format\" : 2")) == .otherFormat(2))
        let wrongYear = text.replacingOccurrences(of: "\"since\" : 2018", with: "\"since\" : \"früher\"")
        #expect(place(wrongYear) == "practice.adopters[0].since" && problem(wrongYear) == .otherType)
        let wrongField = text.replacingOccurrences(of: "\"health\"", with: "\"wealth\"")
        #expect(place(wrongField) == "practice.place.fields")
        #expect(problem(wrongField) == .invalid("Unbekanntes Wort: wealth"))
    }
}

@Suite("Mehrere Einträge in einer Datei")
struct PracticeListTests {
    @Test("entries come back in order with the same bytes; a wrong one is named with its place, the others are read")
    func list() throws {
        let data = try PracticeJSON.encode([Sample.practice, Sample.practice])
        #expect(try PracticeJSON.decodeAll(data).map { try $0.get() } == [Sample.practice, Sample.practice])
        let text = String(decoding: data, as: UTF8.self)
        let wrong = try #require(text.range(of: "\"health\"", options: .backwards))
        let results = try PracticeJSON.decodeAll(Data(text.replacingCharacters(in: wrong, with: "\"wealth\"").utf8))
        #expect(try results[0].get() == Sample.practice)
        #expect(throws: PracticeJSONProblem.self) { try results[1].get() }
        if case .failure(let problem) = results[1] {
            #expect(problem.place.contains("[1]") && problem.place.hasSuffix("place.fields"))
        }
        for text in ["", "[]", "{\"format\":1}", "{\"format\":2,\"practices\":[]}", "{\"format\":1,\"practices\":{}}"] {
            #expect(throws: PracticeJSONProblem.self, "\(text)") { try PracticeJSON.decodeAll(Data(text.utf8)) }
        }
    }
}

@Suite("Fassungen einer Praxis")
struct VersionTests {
    let author = Sample.user("a")

    @Test("a changed core element is told to the adopters; anything else is not")
    func core() throws {
        var versions = PracticeVersions(Sample.practice, by: author, at: Sample.noon("2026-01-01"))
        var next = Sample.practice
        next.lead = "Neuer Satz"
        next.elements[2].text = "Mappe in fünf Sprachen"
        try versions.add(next, by: author, at: Sample.noon("2026-01-02"), basedOn: 1)
        #expect(versions.newest.changes == [.field(.lead), .field(.adaptables)])
        #expect(!versions.changes(from: 1, to: 2).contains { $0.concernsAdopters })
        let before = next.elements[0]
        next.elements[0].text = "Besuch zu Hause"
        next.elements.remove(at: 1)
        next.elements.append(PracticeElement(key: "time", text: "In der ersten Woche", isCore: true))
        try versions.add(next, by: author, at: Sample.noon("2026-01-03"), basedOn: 2)
        #expect(
            versions.newest.changes == [
                .coreRemoved(Sample.practice.elements[1]), .coreAdded(next.elements[2]),
                .coreChanged(from: before, to: next.elements[0]),
            ])
        #expect(versions.changes(from: 1, to: 3).count { $0.concernsAdopters } == 3)
        #expect(versions.changes(from: 1, to: 4) == [] && versions.all.map(\.number) == [1, 2, 3])
        #expect(next.municipalitiesToTell == [Sample.town(2), Sample.town(3)])
        next.municipalities.append(Sample.town(3))
        #expect(next.municipalitiesToTell == [Sample.town(2)])
    }

    @Test("an outcome that turns to no or an adverse effect, or comes with one, is told once; a better one is not")
    func harm() throws {
        func outcome(_ indicator: String, _ level: EffectLevel) throws -> PracticeOutcome {
            PracticeOutcome(
                indicator: indicator, finding: "",
                effect: Graded(level, criterion: "c", on: try #require(Day("2026-01-01"))),
                source: "")
        }
        var (old, new) = (Sample.practice, Sample.practice)
        old.outcomes = [try outcome("a", .tried), try outcome("b", .noneOrAdverse), try outcome("c", .noneOrAdverse)]
        new.outcomes = [
            try outcome("a", .noneOrAdverse), try outcome("b", .noneOrAdverse), try outcome("c", .tried),
            try outcome("d", .noneOrAdverse),
        ]
        #expect(
            old.changes(to: new) == [.harm(new.outcomes[0]), .harm(new.outcomes[3]), .field(.outcomes)])
        #expect(!old.changes(to: new).contains { $0.touchesCore })
    }

    @Test("the same state is no version; a change on an old version, another practice and an older time are refused")
    func refusals() throws {
        var versions = PracticeVersions(Sample.practice, by: author, at: Sample.noon("2026-01-01"))
        let isNew = try versions.add(Sample.practice, by: author, at: Sample.noon("2026-01-02"), basedOn: 1)
        #expect(!isNew && versions.all.count == 1)
        var next = Sample.practice
        next.goal = "Anderes Ziel"
        try versions.add(next, by: author, at: Sample.noon("2026-01-02"), basedOn: 1)
        #expect(throws: VersionRefusal.changedMeanwhile(newest: 2)) {
            try versions.add(Sample.practice, by: author, at: Sample.noon("2026-01-03"), basedOn: 1)
        }
        #expect(throws: VersionRefusal.timeRunsBack) {
            try versions.add(Sample.practice, by: author, at: Sample.noon("2026-01-01"), basedOn: 2)
        }
        let other = Practice(id: ID(), title: "Anderes", place: ChainPlace(ages: .wholeChain))
        #expect(throws: VersionRefusal.otherPractice) {
            try versions.add(other, by: author, at: Sample.noon("2026-01-03"), basedOn: 2)
        }
    }

    @Test("every field that is changed is named, and no other")
    func fields() {
        for (number, (_, change)) in PracticeTests.changes.enumerated() {
            var practice = Sample.practice
            change(&practice)
            #expect(!Sample.practice.changes(to: practice).isEmpty, "\(number)")
            #expect(practice.changes(to: practice).isEmpty)
        }
        var ended = Sample.practice
        ended.status = .ended(why: "Geld fehlt")
        #expect(Sample.practice.changes(to: ended) == [.field(.status)])
    }

    @Test("1,000 random histories: removing and adding core elements is told exactly when the set of them changed")
    func random() throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<1_000 {
            func elements() -> [PracticeElement] {
                ["a", "b", "c", "d"].filter { _ in random.chance(60) }.map {
                    PracticeElement(key: $0, text: "\($0)\(random.number(in: 0...1))", isCore: random.chance(50))
                }
            }
            var (old, new) = (Sample.practice, Sample.practice)
            old.elements = elements()
            new.elements = elements()
            let tells = old.changes(to: new).contains(where: \.touchesCore)
            #expect(tells == (Set(old.coreElements) != Set(new.coreElements)))
        }
    }
}
