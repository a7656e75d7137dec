import LearningNetwork
import Prevention
import Testing
import Workflow

@Suite("Lernnetzwerk: Regeln") struct LearningNetworkTests {
    private let someone = Reference(.user, "u")
    private let now = Instant(milliseconds: 1_800_000_000_000)

    @Test("minutes can be approved only of a meeting that was held, and a held meeting cannot be cancelled")
    func meeting() throws {
        var course = Course<MeetingFlow>()
        #expect(throws: CourseRefusal.impossible) { try course.take(.hold, by: someone, at: now, because: "x") }
        for step in [MeetingFlow.Step.agree, .hold] { try course.take(step, by: someone, at: now, because: "x") }
        #expect(throws: CourseRefusal.impossible) { try course.take(.cancel, by: someone, at: now, because: "x") }
        try course.take(.approve, by: someone, at: now, because: "x")
        #expect(course.state == .approved && course.possible.isEmpty)
    }

    @Test("every state of every course can be reached and no step leaves the ends")
    func reach() {
        #expect(reachable(MeetingFlow.self) == Set(MeetingFlow.State.allCases))
        #expect(reachable(TaskFlow.self) == Set(TaskFlow.State.allCases))
        #expect(reachable(ProductFlow.self) == Set(ProductFlow.State.allCases))
        #expect(reachable(ConferenceFlow.self) == Set(ConferenceFlow.State.allCases))
        for step in ProductFlow.steps { #expect(ProductFlow.state(after: step, in: .retired) == nil) }
        for step in ConferenceFlow.steps { #expect(ConferenceFlow.state(after: step, in: .reported) == nil) }
    }

    private func reachable<Flow: Workflow>(_ flow: Flow.Type) -> Set<Flow.State> {
        var found: Set<Flow.State> = [Flow.first]
        var queue = [Flow.first]
        while let state = queue.popLast() {
            for step in Flow.steps {
                if let next = Flow.state(after: step, in: state), found.insert(next).inserted { queue.append(next) }
            }
        }
        return found
    }

    // MARK: Four meetings a year

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("a year with four meetings on four themes needs no reminder")
    func fullYear() throws {
        let meetings = try ["2027-02-10", "2027-05-11", "2027-09-01", "2027-11-24"].enumerated().map {
            Rhythm.Meeting(day: try day($0.element), theme: "Thema \($0.offset)")
        }
        #expect(Rhythm.reminders(meetings, on: try day("2027-01-01")) == [])
        let doubled = meetings.map { Rhythm.Meeting(day: $0.day, theme: $0.theme.replacing("0", with: "1")) }
        #expect(Rhythm.reminders(doubled, on: try day("2027-01-01")) == [.themeTwice("Thema 1")])
    }

    @Test("missing meetings are counted, and the quarter that is next is named")
    func missing() throws {
        let one = [Rhythm.Meeting(day: try day("2027-02-10"), theme: " ")]
        #expect(
            Rhythm.reminders(one, on: try day("2027-03-01")) == [
                .meetingsMissing(3), .quarterEmpty(2), .themeMissing(try day("2027-02-10")),
            ])
        #expect(Rhythm.reminders([], on: try day("2027-12-31")) == [.meetingsMissing(4), .quarterEmpty(4)])
        #expect(Rhythm.reminders(one, on: try day("2028-01-01")).first == .meetingsMissing(4))
    }

    // MARK: Open space

    @Test("a municipality's hand counts once, also across merged topics")
    func hands() throws {
        var wall = OpenSpace(state: .proposing)
        for key in ["a", "b", "c"] { try wall.propose(key, by: "Nord") }
        try wall.raise(for: "b", by: "Süd")
        try wall.raise(for: "b", by: "Süd")
        try wall.raise(for: "c", by: "Süd")
        try wall.merge("b", into: "a")
        #expect(wall.support("a") == ["Nord", "Süd"] && wall.support("b").count == 2)
        #expect(wall.ranked.map(\.key) == ["a", "c"])
        try wall.merge("a", into: "c")
        #expect(wall.support("c") == ["Nord", "Süd"] && wall.ranked.map(\.key) == ["c"])
        #expect(throws: OpenSpace.Refusal.isMerged) { try wall.raise(for: "b", by: "Ost") }
        #expect(throws: OpenSpace.Refusal.isMerged) { try wall.merge("c", into: "a") }
        #expect(throws: OpenSpace.Refusal.sameTopic) { try wall.merge("c", into: "c") }
        try wall.raise(false, for: "c", by: "Süd")
        #expect(wall.support("c") == ["Nord", "Süd"])
    }

    @Test("before the wall is open and after it is closed nothing can be proposed")
    func closed() {
        for state in ConferenceFlow.State.allCases where state != .proposing {
            var wall = OpenSpace(state: state)
            #expect(throws: OpenSpace.Refusal.notNow) { try wall.propose("a", by: "Nord") }
        }
    }

    @Test("no room is given twice in one slot, nobody leads two topics at once, each topic stands once")
    func agenda() throws {
        let topics = ["a", "b"].map { OpenSpace.Topic(key: $0, proposedBy: "Nord") }
        var wall = OpenSpace(state: .gathered, topics: topics)
        try wall.plan(.init(topic: "a", slot: 1, room: "Saal", owner: "Jugendamt Nord"))
        let refused: [(OpenSpace.Place, OpenSpace.Refusal)] = [
            (.init(topic: "b", slot: 1, room: "saal", owner: "Jugendamt Süd"), .roomTaken),
            (.init(topic: "b", slot: 1, room: "Raum 2", owner: "Jugendamt Nord"), .ownerBusy),
            (.init(topic: "a", slot: 2, room: "Saal", owner: "Jugendamt Nord"), .onAgenda),
            (.init(topic: "b", slot: 9, room: "Saal", owner: "x"), .slotUnknown),
            (.init(topic: "b", slot: 1, room: "Raum 2", owner: " "), .ownerMissing),
            (.init(topic: "z", slot: 1, room: "Raum 2", owner: "x"), .unknownTopic),
        ]
        for (place, refusal) in refused { #expect(throws: refusal) { try wall.plan(place) } }
        try wall.plan(.init(topic: "b", slot: 2, room: "Saal", owner: "Jugendamt Nord"))
        #expect(wall.agenda.count == 2)
    }

    // MARK: Conversations

    @Test("a post can be changed by its author for fifteen minutes and withdrawn at any time")
    func edit() throws {
        func check(_ account: String, _ seconds: Int, withdrawn: Bool = false) throws {
            try Conversation.checkEdit(
                author: "a", by: account, postedAt: now, isWithdrawn: withdrawn, at: now.adding(seconds: seconds))
        }
        try check("a", 899)
        #expect(throws: Conversation.Refusal.tooLate) { try check("a", 900) }
        #expect(throws: Conversation.Refusal.notYours) { try check("b", 1) }
        #expect(throws: Conversation.Refusal.withdrawn) { try check("a", 1, withdrawn: true) }
        #expect(throws: Conversation.Refusal.notYours) {
            try Conversation.checkWithdrawal(author: "a", by: "b", isWithdrawn: false)
        }
    }

    @Test(
        "addresses are found without the punctuation around them, everything else stays as it was typed",
        arguments: [
            ("Siehe https://a.example/x.", ["https://a.example/x"]), ("(http://b.example)", ["http://b.example"]),
            ("javascript:alert(1)", []), ("https://", []), ("<https://c.example/?q=\"x\">", ["https://c.example/?q="]),
            ("keine Adresse", []), ("https://a.example https://b.example", ["https://a.example", "https://b.example"]),
        ])
    func addresses(text: String, expected: [String]) {
        let pieces = Conversation.pieces(text)
        #expect(pieces.filter(\.isAddress).map(\.text) == expected)
        #expect(pieces.map(\.text).joined() == text)
    }

    // MARK: Digest

    @Test("a day ends at midnight in Germany, also on the days of 23 and 25 hours")
    func daylightSaving() throws {
        for (day, hours) in [("2027-03-28", 23), ("2027-10-31", 25), ("2027-06-01", 24)] {
            let noonAfter = try #require(BerlinTime(try self.day(day).adding(days: 1), hour: 12)).instant
            let period = DigestPeriod(.daily, endedBy: noonAfter)
            #expect(period.key == "daily:\(day)")
            #expect(period.end.seconds(since: period.start) == Double(hours * 3_600))
        }
    }

    @Test("going through a year hour by hour, every period follows the one before without a hole")
    func gapless() throws {
        for rhythm in DigestRhythm.allCases {
            var last: DigestPeriod?
            var instant = try #require(BerlinTime(try day("2027-01-04"), hour: 0)).instant
            for _ in 0..<(370 * 24) {
                let period = DigestPeriod(rhythm, endedBy: instant)
                #expect(period.end <= instant)
                if let last, last != period { #expect(period.start == last.end) }
                last = period
                instant = instant.adding(seconds: 3_600)
            }
        }
    }

    @Test("a week runs from Monday to Sunday")
    func week() throws {
        let sunday = try #require(BerlinTime(try day("2027-03-28"), hour: 23, minute: 59)).instant
        #expect(DigestPeriod(.weekly, endedBy: sunday).from == (try day("2027-03-15")))
        #expect(DigestPeriod(.weekly, endedBy: sunday.adding(seconds: 60)).from == (try day("2027-03-22")))
    }
}
