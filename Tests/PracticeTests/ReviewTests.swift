import Practice
import PracticeTesting
import Prevention
import Testing
import Workflow

@Suite("Prüfung mit vier Augen")
struct ReviewTests {
    typealias Person = Review.Person

    let author = Person(Sample.user("author"), of: .municipality(Sample.town(1)))
    let neighbour = Person(Sample.user("neighbour"), of: .municipality(Sample.town(2)))
    let office = Person(Sample.user("office"), of: .specialist)
    let clock = Person(Sample.user("clock"), of: .clock)

    func review(_ steps: [(ReviewFlow.Step, Person)], from day: String = "2026-01-01") throws -> Review {
        var review = Review(of: Sample.town(1), author: author.user)
        for (step, person) in steps {
            try review.take(step, by: person, at: Sample.noon(day), because: "Probe")
        }
        return review
    }

    func refusal(
        _ step: ReviewFlow.Step, _ person: Person, on day: String = "2026-01-02", gaps: [PracticeGap] = [],
        trades: [ID<Area>: Day] = [:], after review: Review
    ) -> ReviewRefusal? {
        var review = review
        let before = review
        do throws(ReviewRefusal) {
            try review.take(
                step, by: person, at: Sample.noon(day), because: "Probe", gaps: gaps, trades: trades)
            return nil
        } catch {
            #expect(review == before)
            return error
        }
    }

    @Test("the way from draft to publication and, 24 months later, its confirmation")
    func way() throws {
        var review = try review([(.handIn, author)])
        #expect(review.trust == .selfReport)
        try review.take(.check, by: neighbour, at: Sample.noon("2026-01-03"), because: "nachgefragt")
        #expect(review.trust == .secondMunicipality)
        try review.take(.approve, by: office, at: Sample.noon("2026-01-04"), because: "schlüssig")
        try review.take(.publish, by: office, at: Sample.noon("2026-01-05"), because: "fertig")
        #expect(review.state == .published && review.expires == Sample.day("2028-01-05"))
        #expect(review.trust == .specialistOffice)
        #expect(refusal(.fallDue, clock, on: "2028-01-05", after: review) == .tooEarly(until: Sample.day("2028-01-06")))
        try review.take(.fallDue, by: clock, at: Sample.noon("2028-01-06"), because: "24 Monate")
        try review.take(.confirm, by: office, at: Sample.noon("2028-02-01"), because: "gilt noch")
        #expect(review.state == .published && review.expires == Sample.day("2030-02-01"))
    }

    @Test("nobody checks what they wrote, nor for their own municipality, nor for a trade partner of 24 months")
    func eyes() throws {
        let handedIn = try review([(.handIn, author)])
        let colleague = Person(Sample.user("colleague"), of: .municipality(Sample.town(1)))
        let guest = Person(author.user, of: .municipality(Sample.town(3)))
        #expect(refusal(.check, author, after: handedIn) == .isAuthor)
        #expect(refusal(.check, guest, after: handedIn) == .isAuthor)
        #expect(refusal(.check, colleague, after: handedIn) == .sameMunicipality)
        #expect(refusal(.check, office, after: handedIn) == .notYours)
        let trades = [Sample.town(2): Sample.day("2024-01-03")]
        #expect(
            refusal(.check, neighbour, trades: trades, after: handedIn)
                == .tradePartner(until: Sample.day("2026-01-03")))
        #expect(refusal(.check, neighbour, on: "2026-01-03", trades: trades, after: handedIn) == nil)
        #expect(refusal(.check, neighbour, trades: [Sample.town(9): Sample.day("2026-01-01")], after: handedIn) == nil)
    }

    @Test("a practice of two municipalities is checked by a third")
    func owners() throws {
        let handedIn = try review([(.handIn, author)])
        for (person, isRefused) in [
            (neighbour, true), (Person(neighbour.user, of: .municipality(Sample.town(3))), false),
        ] {
            var review = handedIn
            do throws(ReviewRefusal) {
                try review.take(
                    .check, by: person, at: Sample.noon("2026-01-03"), because: "gelesen",
                    owners: [Sample.town(1), Sample.town(2)])
                #expect(!isRefused)
            } catch { #expect(isRefused && error == .sameMunicipality && review == handedIn) }
        }
    }

    @Test("the specialist office is another person than the author and the second pair of eyes")
    func specialistOffice() throws {
        let checked = try review([(.handIn, author), (.check, neighbour)])
        #expect(refusal(.approve, Person(author.user, of: .specialist), after: checked) == .isAuthor)
        #expect(refusal(.approve, Person(neighbour.user, of: .specialist), after: checked) == .hasCheckedAlready)
        #expect(refusal(.approve, neighbour, after: checked) == .notYours)
        #expect(refusal(.approve, office, after: checked) == nil)
    }

    @Test("whoever writes on a draft that was sent back is an author, too")
    func authors() throws {
        var review = try review([(.handIn, author), (.sendBack, neighbour)])
        try review.addAuthor(neighbour.user)
        try review.take(.handIn, by: author, at: Sample.noon("2026-01-02"), because: "überarbeitet")
        #expect(refusal(.check, neighbour, after: review) == .isAuthor)
        #expect(throws: ReviewRefusal.course(.impossible)) { try review.addAuthor(office.user) }
    }

    @Test("an entry with gaps is neither handed in nor published nor confirmed, and archiving needs a reason")
    func gaps() throws {
        let gaps = [PracticeGap.missing(.need)]
        #expect(refusal(.handIn, author, gaps: gaps, after: try review([])) == .incomplete(gaps))
        let approved = try review([(.handIn, author), (.check, neighbour), (.approve, office)])
        #expect(refusal(.publish, office, gaps: gaps, after: approved) == .incomplete(gaps))
        #expect(refusal(.sendBack, office, gaps: gaps, after: approved) == nil)
        var archived = approved
        #expect(throws: ReviewRefusal.course(.reasonMissing)) {
            try archived.take(.archive, by: office, at: Sample.noon("2026-02-01"), because: "")
        }
        try archived.take(.archive, by: office, at: Sample.noon("2026-02-01"), because: "Träger aufgelöst")
        #expect(ReviewFlow.steps.allSatisfy { ReviewFlow.state(after: $0, in: archived.state) == nil })
    }

    @Test("1,000 random walks: nothing is published that two others have not seen since it was last handed in")
    func walks() throws {
        var random = SeededGenerator(seed: 77)
        let people = [author, neighbour, office, clock, Person(author.user, of: .specialist)]
        for _ in 0..<1_000 {
            var review = Review(of: Sample.town(1), author: author.user)
            for day in 0..<20 {
                let step = random.pick(ReviewFlow.Step.allCases, or: .handIn)
                try? review.take(
                    step, by: random.pick(people, or: author),
                    at: Sample.noon("2026-01-01").adding(seconds: day * 100 * 86_400), because: "Probe")
            }
            for (place, entry) in review.course.entries.enumerated() where entry.step == .publish {
                let round = review.course.entries[..<place]
                let start = try #require(round.lastIndex { $0.step == .handIn })
                let seen = round[start...].filter { [.check, .approve].contains($0.step) }.map(\.actor)
                #expect(Set(seen).count == 2 && !seen.contains(author.user))
            }
        }
    }
}
