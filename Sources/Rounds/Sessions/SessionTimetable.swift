import Clearing
package import Prevention
package import Transfers

/// Terminplan der Transfers: on which day which part of which transfer takes place; nobody in two places at once.
///
/// First all presentations, then all talks on success factors and stumbling blocks, then all coachings, each with as few
/// days as the largest load allows. Where blackout dates leave no day it is said which parts are not scheduled.
package struct SessionTimetable: Hashable, Sendable {
    /// Ein Transfer, der Termine braucht.
    package struct Wish: Hashable, Sendable {
        package let pair: RoundPair
        package let givers: [ID<Participant>]
        package let receiver: ID<Participant>
        package let parts: [TransferPart]

        package init(_ proposal: RoundProposal) {
            self.init(proposal.pair, givers: proposal.givers, receiver: proposal.receiver, parts: proposal.parts)
        }

        /// The parts of a transfer that are still open.
        package init(_ transfer: Transfer) {
            self.init(
                RoundPair(transfer.offer, transfer.request), givers: transfer.givers, receiver: transfer.receiver,
                parts: transfer.openParts)
        }

        package init(
            _ pair: RoundPair, givers: [ID<Participant>], receiver: ID<Participant>, parts: [TransferPart]
        ) {
            self.pair = pair
            self.givers = givers
            self.receiver = receiver
            self.parts = parts.sorted()
        }
    }

    /// Treffen: one part of one transfer.
    package struct Meeting: Hashable, Sendable {
        package let pair: RoundPair
        package let part: TransferPart
        package let givers: [ID<Participant>]
        package let receiver: ID<Participant>
    }

    /// Each day with its meetings, in the order of time.
    package private(set) var days: [(day: Day, meetings: [Meeting])] = []
    /// Meetings for which no day is left.
    package private(set) var unscheduled: [Meeting] = []
    /// No plan with these three passes needs fewer days, blackout dates aside.
    package private(set) var fewestDays = 0

    /// - Parameters:
    ///   - days: on which meetings can be held, each used once at most by every team.
    ///   - blackouts: days on which a participant has no time.
    ///   - isSameTeam: whether those who give are those who receive; otherwise a participant can do both on one day.
    package init(
        _ wishes: [Wish], on days: [Day], blackouts: [ID<Participant>: Set<Day>] = [:], isSameTeam: Bool = false
    ) {
        var diary = Diary(days: Set(days).sorted(), blackouts: blackouts, isSameTeam: isSameTeam)
        var lost: Set<RoundPair> = []
        var first = 0
        let ordered = wishes.sorted { $0.pair < $1.pair }
        for part in TransferPart.allCases.sorted() {
            let meetings = ordered.filter { $0.parts.contains(part) }.map {
                Meeting(pair: $0.pair, part: part, givers: $0.givers, receiver: $0.receiver)
            }
            // What comes after a part without a day has none either.
            unscheduled += meetings.filter { lost.contains($0.pair) }
            let pass = diary.pass(meetings.filter { !lost.contains($0.pair) }, from: first)
            fewestDays += pass.fewestDays
            unscheduled += pass.unscheduled
            lost.formUnion(pass.unscheduled.map(\.pair))
            first = max(first, pass.next)
        }
        self.days = diary.plan
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.unscheduled == right.unscheduled && left.days.map(\.day) == right.days.map(\.day)
            && left.days.map(\.meetings) == right.days.map(\.meetings)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(days.map(\.meetings)) }
}

/// Kalender während der Planung: who is busy on which day.
private struct Diary {
    private struct Team: Hashable {
        let participant: ID<Participant>
        let gives: Bool
    }

    private let days: [Day]
    private let blackouts: [ID<Participant>: Set<Day>]
    private let isSameTeam: Bool
    private var busy: [Set<Team>]
    private var meetings: [[SessionTimetable.Meeting]]

    init(days: [Day], blackouts: [ID<Participant>: Set<Day>], isSameTeam: Bool) {
        self.days = days
        self.blackouts = blackouts
        self.isSameTeam = isSameTeam
        busy = Array(repeating: [], count: days.count)
        meetings = Array(repeating: [], count: days.count)
    }

    var plan: [(day: Day, meetings: [SessionTimetable.Meeting])] {
        zip(days, meetings).filter { !$1.isEmpty }.map { (day: $0, meetings: $1.sorted { $0.pair < $1.pair }) }
    }

    /// Plans one part of all transfers from a day on; `next` is the first day after it.
    mutating func pass(
        _ list: [SessionTimetable.Meeting], from first: Int
    ) -> (unscheduled: [SessionTimetable.Meeting], next: Int, fewestDays: Int) {
        let left = days[min(first, days.count)...]
        var blocked: SessionPlan.Blocked = [:]
        for (participant, dates) in blackouts {
            blocked[participant.text] = Set(left.indices.filter { dates.contains(days[$0]) }.map { $0 - first })
        }
        let sessions = list.map {
            SessionPlan.Session(
                "\($0.pair.offer)/\($0.pair.request)", giver: $0.givers[0].text, receiver: $0.receiver.text)
        }
        let plan = SessionPlan(sessions, blocked: blocked, isSameTeam: isSameTeam, most: left.count)
        var (last, open) = (first - 1, plan.unscheduled)
        for (slot, places) in plan.slots.enumerated() {
            for place in places {
                if put(list[place], first + slot) { last = max(last, first + slot) } else { open.append(place) }
            }
        }
        // Co-givers are not part of the colouring: what collides there looks for the next free day.
        var unscheduled: [SessionTimetable.Meeting] = []
        for place in open.sorted() {
            guard let day = left.indices.first(where: { put(list[place], $0) }) else {
                unscheduled.append(list[place])
                continue
            }
            last = max(last, day)
        }
        return (unscheduled, last + 1, plan.lowerBound)
    }

    private mutating func put(_ meeting: SessionTimetable.Meeting, _ day: Int) -> Bool {
        let teams = Set(
            meeting.givers.map { Team(participant: $0, gives: true) }
                + [Team(participant: meeting.receiver, gives: isSameTeam)])
        let hasTime = (meeting.givers + [meeting.receiver]).allSatisfy {
            !(blackouts[$0]?.contains(days[day]) ?? false)
        }
        guard hasTime, busy[day].isDisjoint(with: teams) else { return false }
        busy[day].formUnion(teams)
        meetings[day].append(meeting)
        return true
    }
}
