import Foundation
import Prevention
import Rounds
import Testing
import Transfers
import Workflow

@Suite("Terminplan der Transfers")
struct SessionTests {
    static let days = (0..<12).map { Fair.day("2026-09-01").adding(days: 7 * $0) }

    @Test("1,000 random rounds: nobody twice on a day, parts in order, as few days as the largest load, blackouts kept")
    func properties() throws {
        var held = 0
        for seed in 0..<1_000 {
            var fair = try RandomFair(seed)
            let outcome = fair.plan.cleared()
            var blackouts: [ID<Participant>: Set<Day>] = [:]
            let isBlocked = seed % 3 == 0
            if isBlocked {
                for town in 1...4 { blackouts[Fair.town(town)] = [fair.random.pick(Self.days, or: Self.days[0])] }
            }
            let isSame = seed % 2 == 0
            let wishes = outcome.proposals.map { SessionTimetable.Wish($0) }
            let plan = SessionTimetable(wishes, on: Self.days, blackouts: blackouts, isSameTeam: isSame)
            var last: [RoundPair: (day: Day, part: TransferPart)] = [:]
            for (day, meetings) in plan.days {
                held += meetings.count
                let giving = meetings.flatMap(\.givers)
                let receiving = meetings.map(\.receiver)
                #expect(Set(giving).count == giving.count && Set(receiving).count == receiving.count, "\(seed)")
                if isSame { #expect(Set(giving).isDisjoint(with: receiving), "\(seed)") }
                for meeting in meetings {
                    for team in meeting.givers + [meeting.receiver] {
                        #expect(!(blackouts[team]?.contains(day) ?? false), "\(seed)")
                    }
                    if let before = last[meeting.pair] {
                        #expect(before.day < day && before.part < meeting.part, "\(seed)")
                    }
                    last[meeting.pair] = (day, meeting.part)
                }
            }
            let all = plan.days.flatMap(\.meetings).count + plan.unscheduled.count
            #expect(all == outcome.proposals.reduce(0) { $0 + $1.parts.count })
            let hasJoint = outcome.proposals.contains { $0.givers.count > 1 }
            if !isBlocked, !isSame, !hasJoint {
                #expect(plan.days.count == plan.fewestDays && plan.unscheduled.isEmpty, "\(seed)")
            }
            #expect(
                SessionTimetable(wishes.reversed(), on: Self.days, blackouts: blackouts, isSameTeam: isSame) == plan)
        }
        #expect(held > 1_400)
    }

    @Test("where no day is left, the meeting and all that would follow it are named")
    func unscheduled() throws {
        let outcome = try OutcomeTests.ring().cleared()
        let wishes = outcome.proposals.map { SessionTimetable.Wish($0) }
        let plan = SessionTimetable(wishes, on: Array(Self.days.prefix(2)))
        #expect(plan.days.count == 2 && plan.unscheduled.map(\.part) == [.coaching, .coaching, .coaching])
        let never = SessionTimetable(wishes, on: Self.days, blackouts: [Fair.town(1): Set(Self.days)])
        #expect(never.unscheduled.count == 6 && never.days.flatMap(\.meetings).count == 3)
        #expect(SessionTimetable(wishes, on: []).unscheduled.count == 9)
    }

    @Test("a calendar names participants only, and its keys stay when the plan changes")
    func calendar() throws {
        let outcome = try OutcomeTests.ring().cleared()
        let wishes = outcome.proposals.map { SessionTimetable.Wish($0) }
        func events(_ days: [Day]) -> [CalendarFile.Event] {
            SessionTimetable(wishes, on: days).appointments(host: "boerse.example") { meeting in
                ("Transfer", outcome.plan.name(meeting.receiver))
            }
        }
        let (now, later) = (events(Self.days), events(Array(Self.days.dropFirst(3))))
        #expect(now.count == 9 && Set(now.map(\.uid)).count == 9 && Set(now.map(\.uid)) == Set(later.map(\.uid)))
        #expect(now.map(\.time) != later.map(\.time))
        let text = String(decoding: CalendarFile(now, at: Fair.opened).bytes, as: UTF8.self)
        #expect(text.contains("DTSTART:20260901T080000Z") && text.contains("UID:"))
    }
}
