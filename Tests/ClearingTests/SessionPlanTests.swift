import Prevention
import Testing

@testable import Clearing

@Suite("Terminplan")
struct SessionPlanTests {
    private static func sessions(_ random: inout SeededGenerator) -> [SessionPlan.Session] {
        let count = random.number(in: 2...7)
        return (0..<random.number(in: 0...20)).map { number in
            let giver = random.number(in: 0...(count - 1))
            let receiver = (giver + random.number(in: 1...(count - 1))) % count
            return .init("\(number)", giver: "m\(giver)", receiver: "m\(receiver)")
        }
    }

    private static func load(_ sessions: [SessionPlan.Session], isSameTeam: Bool) -> Int {
        var load: [String: Int] = [:]
        for one in sessions {
            load[isSameTeam ? one.giver : "gibt \(one.giver)", default: 0] += 1
            load[isSameTeam ? one.receiver : "bekommt \(one.receiver)", default: 0] += 1
        }
        return load.values.max() ?? 0
    }

    private static func expectFree(_ plan: SessionPlan, _ sessions: [SessionPlan.Session], isSameTeam: Bool) {
        for slot in plan.slots {
            let givers = slot.map { sessions[$0].giver }
            let receivers = slot.map { sessions[$0].receiver }
            if isSameTeam {
                #expect(Set(givers + receivers).count == 2 * slot.count)
            } else {
                #expect(Set(givers).count == slot.count && Set(receivers).count == slot.count)
            }
        }
        #expect((plan.slots.flatMap(\.self) + plan.unscheduled).sorted() == Array(sessions.indices))
    }

    @Test("with a team for each side there are as many slots as the largest load, in 1,000 plans")
    func koenig() {
        for seed in 0..<1_000 {
            var random = SeededGenerator(seed: UInt64(seed))
            let sessions = Self.sessions(&random)
            let plan = SessionPlan(sessions)
            Self.expectFree(plan, sessions, isSameTeam: false)
            #expect(plan.slots.count == Self.load(sessions, isSameTeam: false), "plan \(seed)")
            #expect(plan.lowerBound == plan.slots.count && plan.unscheduled.isEmpty)
        }
    }

    @Test("with one team for both there are at most three slots for every two of the load, in 1,000 plans")
    func shannon() {
        var tight = 0
        for seed in 0..<1_000 {
            var random = SeededGenerator(seed: UInt64(seed))
            let sessions = Self.sessions(&random)
            let plan = SessionPlan(sessions, isSameTeam: true)
            Self.expectFree(plan, sessions, isSameTeam: true)
            let load = Self.load(sessions, isSameTeam: true)
            #expect((plan.lowerBound...max(plan.lowerBound, load * 3 / 2)).contains(plan.slots.count), "plan \(seed)")
            #expect(plan.lowerBound >= load && plan.unscheduled.isEmpty)
            tight += plan.slots.count == plan.lowerBound ? 1 : 0
        }
        #expect(tight > 950)
    }

    @Test("three teams that all meet twice need six slots")
    func triangle() {
        let sessions = ["AB", "BA", "BC", "CB", "CA", "AC"].map { pair in
            SessionPlan.Session(pair, giver: String(pair.prefix(1)), receiver: String(pair.suffix(1)))
        }
        let plan = SessionPlan(sessions, isSameTeam: true)
        #expect(plan.lowerBound == 6 && plan.slots.count == 6)
        #expect(SessionPlan(sessions).slots.count == 2)
    }

    @Test("blocked slots stay free, what fits nowhere is named, in 1,000 plans")
    func blocked() {
        for seed in 0..<1_000 {
            var random = SeededGenerator(seed: UInt64(seed))
            let sessions = Self.sessions(&random)
            var blocked: SessionPlan.Blocked = [:]
            for _ in 0..<random.number(in: 1...6) {
                blocked["m\(random.number(in: 0...6))", default: []].insert(random.number(in: 0...4))
            }
            let isSameTeam = random.chance(50)
            let most = random.chance(50) ? random.number(in: 0...6) : nil
            let plan = SessionPlan(sessions, blocked: blocked, isSameTeam: isSameTeam, most: most)
            Self.expectFree(plan, sessions, isSameTeam: isSameTeam)
            for (slot, places) in plan.slots.enumerated() {
                for place in places {
                    let teams = [sessions[place].giver, sessions[place].receiver]
                    #expect(!teams.contains { blocked[$0]?.contains(slot) ?? false }, "plan \(seed)")
                }
            }
            if let most { #expect(plan.slots.count <= most) } else { #expect(plan.unscheduled.isEmpty) }
        }
    }

    @Test("no sessions, no slots")
    func nothing() {
        let plan = SessionPlan([])
        #expect(plan.slots.isEmpty && plan.lowerBound == 0)
    }
}
