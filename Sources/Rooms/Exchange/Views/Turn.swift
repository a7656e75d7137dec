import Prevention
import Texts
import Transfers
import Workflow

/// Wer dran ist: what a transfer waits for, on whom, from when and until when.
struct Turn: Hashable {
    enum Task: Hashable {
        case answer, lapse, agree, checkContext
        /// A day for a part is to be found.
        case arrange(TransferPart)
        /// Nothing to do before the session.
        case meet(TransferPart, Day)
        case confirm(TransferPart)
        case introduce, evaluate, anchor
        /// May be done, need not.
        case clearToPassOn
        case resume
    }

    let task: Task
    /// Who can do it; nobody before a session.
    let roles: Set<TransferRole>
    /// The first day on which it can be done.
    var from: Day?
    /// The last day, where there is one.
    var due: Day?

    /// `nil` where nothing comes any more.
    init?(_ record: TransferRecord, _ market: Market) {
        let transfer = record.transfer
        switch record.state {
        case .proposed(let accepted):
            let isLate = market.daysLeft(record) < 0
            task = isLate ? .lapse : .answer
            let sides = TransferSide.allCases.filter { $0 != accepted }.compactMap {
                TransferRole(rawValue: $0.rawValue)
            }
            roles = isLate ? [.board] : Set(sides)
            due = isLate ? nil : transfer.answerDue(market.rules(of: record))
        case .running(let stage):
            guard let (task, roles) = Self.next(stage, record, market.day) else { return nil }
            (self.task, self.roles) = (task, roles)
            from = stage == .introduced ? transfer.evaluationDue(market.rules(of: record)) : nil
        case .suspended: (task, roles) = (.resume, [.giver, .receiver, .board])
        case .stopped, .declined: return nil
        }
    }

    private static func next(
        _ stage: TransferStage, _ record: TransferRecord, _ today: Day
    ) -> (Task, Set<TransferRole>)? {
        switch stage {
        case .accepted: (.agree, [.board])
        case .agreed: (.checkContext, [.board])
        case .contextChecked, .presented, .workedThrough:
            record.transfer.openParts.first.map { part($0, record, today) } ?? (.introduce, [.receiver])
        case .coached: (.introduce, [.receiver])
        case .introduced: (.evaluate, [.third])
        case .evaluated: (.anchor, [.board])
        case .anchored: (.clearToPassOn, [.board])
        case .clearedToPassOn: nil
        }
    }

    /// A part is arranged by both, met on its day, and then confirmed by the receiver.
    private static func part(
        _ part: TransferPart, _ record: TransferRecord, _ today: Day
    ) -> (Task, Set<TransferRole>) {
        let days = record.sessions.filter { $0.part == part && $0.cancelledAt == nil }.map(\.startsAt.berlinDay)
        if let coming = days.filter({ $0 > today }).min() { return (.meet(part, coming), []) }
        return days.isEmpty ? (.arrange(part), [.giver, .receiver]) : (.confirm(part), [.receiver])
    }

    /// Whether a municipality has to do something today.
    func waits(for participant: ID<Participant>, of transfer: Transfer, on today: Day) -> Bool {
        task != .resume && roles.contains(transfer.role(of: participant)) && (from.map { $0 <= today } ?? true)
    }

    /// Whether the steering body has to do something.
    var waitsForBoard: Bool { roles == [.board] && task != .clearToPassOn }

    /// The key of its words.
    var key: String {
        switch task {
        case .answer: "answer"
        case .lapse: "lapse"
        case .agree: "agree"
        case .checkContext: "check_context"
        case .arrange(let part): "arrange:\(part.rawValue)"
        case .meet(let part, _): "meet:\(part.rawValue)"
        case .confirm(let part): "confirm:\(part.rawValue)"
        case .introduce: "introduce"
        case .evaluate: "evaluate"
        case .anchor: "anchor"
        case .clearToPassOn: "clear_to_pass_on"
        case .resume: "resume"
        }
    }
}

extension Scene {
    func turn(_ record: TransferRecord) -> Turn? { Turn(record, market) }

    /// What is to be done, in a few words.
    func task(_ turn: Turn) -> String { texts.turn.tasks[turn.key] ?? turn.key }

    /// What waits for a municipality, the most urgent first.
    func waiting(for own: ParticipantRecord) -> [(record: TransferRecord, turn: Turn)] {
        market.transfers.compactMap { record in
            guard let turn = turn(record), turn.waits(for: own.id, of: record.transfer, on: market.day) else {
                return nil
            }
            return (record, turn)
        }.sorted { one, other in
            switch (one.turn.due, other.turn.due) {
            case (let first?, let second?): (first, one.record.id) < (second, other.record.id)
            case (nil, nil): one.record.id < other.record.id
            case (let first, _): first != nil
            }
        }
    }

    /// Whose turn it is and what for, in a sentence.
    ///
    /// - Parameter own: who reads it.
    func sentence(_ turn: Turn, of record: TransferRecord, for own: [ParticipantRecord]) -> String {
        let words = texts.turn
        if case .meet(let part, let day) = turn.task {
            return words.meet.filled([
                "part": texts.words.partsShort[part.rawValue] ?? "", "day": formats.longDay(day),
            ])
        }
        if let from = turn.from, from > market.day {
            return texts.transfer.evaluationDue.filled(["day": formats.day(from)])
        }
        if turn.task == .resume { return words.suspended }
        let task = task(turn)
        let until = turn.due.map { " " + words.until.filled(["day": formats.longDay($0)]) } ?? ""
        if own.contains(where: { turn.waits(for: $0.id, of: record.transfer, on: market.day) }) {
            return words.you.filled(["task": task]) + until
        }
        let names = names(of: turn.roles, record.transfer)
        return (names.count == 1 ? words.one : words.many).filled(["who": formats.list(names), "task": task]) + until
    }

    private func names(of roles: Set<TransferRole>, _ transfer: Transfer) -> [String] {
        TransferRole.allCases.filter(roles.contains).flatMap { role in
            switch role {
            case .giver: transfer.givers.map(name)
            case .receiver: [name(transfer.receiver)]
            case .board, .third: [texts.words.roles[role.rawValue] ?? role.rawValue]
            }
        }
    }
}
