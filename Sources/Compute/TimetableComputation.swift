import Clearing

/// Terminplan als Befehl: sessions in slots, no team twice in a slot.
package enum TimetableComputation: Computation {
    package struct Input: Decodable, Sendable {
        struct Session: Decodable, Sendable {
            let id: RowID
            let giver: RowID
            let receiver: RowID
        }

        struct Blocked: Decodable, Sendable {
            let participant: RowID
            let slot: Int
        }

        let sessions: [Session]
        let blocked: [Blocked]?
        let sameTeam: Bool?
        /// Greatest number of slots.
        let most: Int?
    }

    package struct Output: Encodable, Sendable {
        let slots: [[RowID]]
        let unscheduled: [RowID]
        let lowerBound: Int
    }

    package static let name = "timetable"
    package static let summary = "Treffen auf Termine verteilen: niemand doppelt, so wenige Termine wie möglich."

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        let problems = problems(input)
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        var blocked: SessionPlan.Blocked = [:]
        for one in input.blocked ?? [] { blocked[one.participant.name, default: []].insert(one.slot) }
        let plan = SessionPlan(
            input.sessions.map { .init($0.id.name, giver: $0.giver.name, receiver: $0.receiver.name) },
            blocked: blocked, isSameTeam: input.sameTeam ?? false, most: input.most)
        func ids(_ places: [Int]) -> [RowID] { places.map { input.sessions[$0].id } }
        return Output(
            slots: plan.slots.map(ids), unscheduled: ids(plan.unscheduled), lowerBound: plan.lowerBound)
    }

    private static func problems(_ input: Input) -> [String] {
        var problems: [String] = []
        var seen: Set<String> = []
        for (number, one) in input.sessions.enumerated() {
            if !seen.insert(one.id.name).inserted {
                problems.append("sessions[\(number)]: \"\(one.id.name)\" kommt doppelt vor.")
            }
            if one.giver.name == one.receiver.name {
                problems.append("sessions[\(number)]: Geber und Empfänger sind dieselben.")
            }
        }
        for (number, one) in (input.blocked ?? []).enumerated() where !(0...100_000).contains(one.slot) {
            problems.append("blocked[\(number)]: Termine zählen ab 0, höchstens bis 100000.")
        }
        if let most = input.most, !(0...100_000).contains(most) { problems.append("most: bitte 0 bis 100000.") }
        return problems
    }
}
