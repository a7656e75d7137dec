import Foundation
import Prevention
import Testing
import Workflow

/// A door: the smallest workflow with a dead end.
enum DoorFlow: Workflow {
    enum State: String, CaseIterable, Sendable { case closed, open, broken }
    enum Step: String, CaseIterable, Sendable { case open, close, force }

    static let first = State.closed

    static func state(after step: Step, in state: State) -> State? {
        switch (state, step) {
        case (.closed, .open): .open
        case (.open, .close): .closed
        case (.closed, .force): .broken
        default: nil
        }
    }
}

@Suite("Verlauf")
struct CourseTests {
    let actor = Reference(.user, "u1")
    let noon = Instant(milliseconds: 1_000_000)

    @Test("a course keeps each step with who, when and why")
    func entries() throws {
        var course = Course<DoorFlow>()
        #expect(course.state == .closed && course.possible == [.open, .force])
        try course.take(.open, by: actor, at: noon, because: "Besuch")
        try course.take(.close, by: actor, at: noon.adding(seconds: 5), because: "wieder weg")
        #expect(course.state == .closed)
        #expect(course.entries.map(\.state) == [.open, .closed])
        #expect(course.entries.map(\.reason) == ["Besuch", "wieder weg"])
        #expect(course.reached(.open) == noon && course.reached(.broken) == nil)
    }

    @Test("a refused step leaves the course as it was")
    func refusals() throws {
        var course = Course<DoorFlow>()
        try course.take(.open, by: actor, at: noon, because: "Besuch")
        let before = course
        #expect(throws: CourseRefusal.impossible) { try course.take(.open, by: actor, at: noon, because: "noch mal") }
        #expect(throws: CourseRefusal.reasonMissing) { try course.take(.close, by: actor, at: noon, because: " \n") }
        #expect(throws: CourseRefusal.timeRunsBack) {
            try course.take(.close, by: actor, at: noon.adding(seconds: -1), because: "zu früh")
        }
        #expect(course == before)
    }

    @Test("replaying the entries gives the same course, and an impossible history is refused")
    func replay() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            var course = Course<DoorFlow>()
            for second in 0..<6 {
                let step = random.pick(DoorFlow.Step.allCases, or: .open)
                try? course.take(step, by: actor, at: noon.adding(seconds: second), because: "Probe")
            }
            let steps = course.entries.map { (step: $0.step, actor: $0.actor, at: $0.at, reason: $0.reason) }
            #expect(try Course<DoorFlow>(replaying: steps) == course)
        }
        #expect(throws: CourseRefusal.impossible) {
            try Course<DoorFlow>(replaying: [(step: .close, actor: actor, at: noon, reason: "nie offen")])
        }
    }
}

@Suite("Monate und Schreibweisen")
struct MonthTests {
    @Test(
        "months are added on the calendar, short months end on their last day",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-30", 3, "2027-02-28"),
            ("2026-03-15", -3, "2025-12-15"), ("2026-05-31", 24, "2028-05-31"), ("2026-12-01", 1, "2027-01-01"),
        ])
    func months(from: String, count: Int, to: String) throws {
        #expect(try #require(Day(from)).adding(months: count).description == to)
    }

    @Test("what is written as JSON is read back")
    func coding() throws {
        struct Record: Codable, Hashable {
            let id: ID<DoorFlow>
            let day: Day
            let at: Instant
            let period: Period
            let link: Reference
            let ages: AgeRange
            let cost: Euro
        }
        let record = Record(
            id: ID(), day: try #require(Day("2026-02-28")), at: Instant(milliseconds: 12_345),
            period: try #require(Period("2026-H2")), link: Reference(.practice, "a/b"),
            ages: try #require(AgeRange(-9, 36)), cost: Euro(cents: 1_999))
        let data = try JSONEncoder().encode(record)
        #expect(try JSONDecoder().decode(Record.self, from: data) == record)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Day.self, from: Data("\"2026-02-30\"".utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(AgeRange.self, from: Data("[9,3]".utf8)) }
    }
}
