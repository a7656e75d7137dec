import Prevention
import Testing
import Transfers
import Workflow

@Suite("Abläufe der Transferbörse")
struct FlowTests {
    /// From where to where the specification lets an offer go.
    static let offers: Set<String> = [
        "draft>reviewed", "reviewed>draft", "reviewed>open", "open>full", "full>open", "open>paused", "full>paused",
        "paused>open", "draft>expired", "reviewed>expired", "open>expired", "full>expired", "paused>expired",
    ]
    static let requests: Set<String> = [
        "draft>clarified", "clarified>open", "open>matched", "matched>open", "matched>met", "draft>withdrawn",
        "clarified>withdrawn", "open>withdrawn", "matched>withdrawn",
    ]

    @Test("an offer goes only where the specification says")
    func offers() {
        let found = OfferFlow.State.allCases.flatMap { state in
            OfferFlow.steps.compactMap { OfferFlow.state(after: $0, in: state).map { "\(state)>\($0)" } }
        }
        #expect(Set(found) == Self.offers && found.count == Self.offers.count)
    }

    @Test("a joint offer waits for everybody it names, one alone for nobody")
    func consent() throws {
        let (alone, joint) = (try Market.offer(), try Market.offer(givers: [1, 2, 3]))
        #expect(alone.waiting(for: []) == [])
        #expect(joint.waiting(for: [Market.town(2)]) == joint.givers.filter { $0 != Market.town(2) })
        #expect(joint.waiting(for: Set(joint.givers)) == [])
    }

    @Test("a request goes only where the specification says")
    func requests() {
        let found = RequestFlow.State.allCases.flatMap { state in
            RequestFlow.steps.compactMap { RequestFlow.state(after: $0, in: state).map { "\(state)>\($0)" } }
        }
        #expect(Set(found) == Self.requests && found.count == Self.requests.count)
    }

    /// The specification's line of stages; each is reached only from the one before.
    static let line: [TransferStage] = [
        .accepted, .agreed, .contextChecked, .presented, .workedThrough, .coached, .introduced, .evaluated, .anchored,
        .clearedToPassOn,
    ]

    @Test("of every state of a transfer, every step is allowed or refused as the specification says")
    func transfers() {
        for (place, stage) in Self.line.enumerated() {
            let running = TransferState.running(stage)
            let reached = Set(TransferFlow.steps.compactMap { TransferFlow.state(after: $0, in: running) })
            var expected: Set<TransferState> = place + 1 < Self.line.count ? [.running(Self.line[place + 1])] : []
            if stage < .anchored {
                expected.formUnion([.suspended(at: stage)])
                expected.formUnion(StopReason.allCases.map { .stopped(at: stage, $0) })
            }
            #expect(reached == expected, "\(stage)")
            let onward = Set(
                TransferFlow.steps.compactMap { TransferFlow.state(after: $0, in: .suspended(at: stage)) })
            #expect(onward == Set([running] + StopReason.allCases.map { .stopped(at: stage, $0) }), "\(stage)")
        }
        for over in [TransferState.declined(by: .giver, .noTime), .stopped(at: .agreed, .noStaff)] {
            #expect(TransferFlow.steps.allSatisfy { TransferFlow.state(after: $0, in: over) == nil } && over.isOver)
        }
    }

    @Test("1,000 random walks never skip a stage, never leave an end and count both sides' yes")
    func walks() throws {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<1_000 {
            var course = Course<TransferFlow>()
            for second in 0..<25 {
                let before = course
                let step = random.pick(TransferStep.all, or: .agree)
                let isOver = course.state.isOver
                do {
                    try course.take(
                        step, by: Market.actor, at: Market.noon("2026-02-01", plus: second), because: "Probe")
                    #expect(!isOver)
                } catch {
                    #expect(course == before && error == .impossible)
                }
            }
            let stages = course.entries.compactMap { entry -> TransferStage? in
                guard case .running(let stage) = entry.state, entry.step != .resume else { return nil }
                return stage
            }
            #expect(stages == Array(Self.line.prefix(stages.count)))
            if !stages.isEmpty {
                let yes = course.entries.map(\.step)
                #expect(yes.contains(.accept(.giver)) && yes.contains(.accept(.receiver)))
            }
        }
    }

    @Test("steps and states have a stored form that is read back")
    func stored() {
        #expect(Set(TransferStep.all).count == TransferStep.all.count)
        for step in TransferStep.all { #expect(TransferStep(rawValue: step.rawValue) == step) }
        #expect(TransferStep(rawValue: "decline:giver") == nil)
        #expect(TransferState.stopped(at: .presented, .noStaff).description == "stopped:presented:no_staff")
        #expect(TransferState.proposed(acceptedBy: .giver).description == "proposed:giver")
    }
}

@Suite("Transfer")
struct TransferTests {
    let rules = Market.rules

    @Test("each side answers for itself; only the receiver confirms, only a third evaluates")
    func roles() throws {
        var transfer = try Market.transfer()
        func refusal(_ step: TransferStep, _ town: Int?) -> TransferRefusal? {
            do throws(TransferRefusal) {
                try transfer.take(
                    step, for: town.map(Market.town), by: Market.actor, at: Market.noon("2026-02-03"),
                    because: "Probe", rules: rules)
                return nil
            } catch { return error }
        }
        #expect(refusal(.accept(.receiver), 1) == .notYours(.giver))
        #expect(refusal(.accept(.giver), 3) == .notYours(.third))
        #expect(refusal(.accept(.giver), 1) == nil)
        #expect(refusal(.accept(.giver), 1) == .course(.impossible))
        #expect(refusal(.accept(.receiver), 2) == nil)
        #expect(refusal(.agree, 1) == .notYours(.giver))
        #expect(refusal(.agree, nil) == nil && refusal(.checkContext, nil) == nil)
        #expect(refusal(.confirm(.presentation), 1) == .notYours(.giver))
        #expect(refusal(.confirm(.presentation), nil) == .notYours(.board))
        #expect(refusal(.confirm(.factors), 2) == .course(.impossible))
        #expect(refusal(.confirm(.presentation), 2) == nil)
        #expect(refusal(.evaluate, 2) == .notYours(.receiver))
        #expect(transfer.state == .running(.presented))
    }

    @Test("fourteen days to answer, then it lapses; evaluation after six months")
    func times() throws {
        var transfer = try Market.transfer(on: "2026-02-01")
        #expect(transfer.answerDue(rules) == Market.day("2026-02-15"))
        try transfer.take(
            .accept(.giver), for: Market.town(1), by: Market.actor, at: Market.noon("2026-02-15"), because: "ja",
            rules: rules)
        var late = transfer
        #expect(throws: TransferRefusal.tooLate(since: Market.day("2026-02-15"))) {
            try late.take(
                .accept(.receiver), for: Market.town(2), by: Market.actor, at: Market.noon("2026-02-16"),
                because: "ja", rules: rules)
        }
        #expect(throws: TransferRefusal.tooEarly(until: Market.day("2026-02-16"))) {
            try late.take(
                .lapse, for: nil, by: Market.actor, at: Market.noon("2026-02-15"), because: "keine Antwort",
                rules: rules)
        }
        try late.take(
            .lapse, for: nil, by: Market.actor, at: Market.noon("2026-02-16"), because: "keine Antwort", rules: rules)
        #expect(late.state == .declined(by: .receiver, .noAnswer))

        var introduced = try Market.transfer(on: "2026-02-01")
        try introduced.go(to: .introduced)
        let due = try #require(introduced.evaluationDue(rules))
        #expect(due == Market.day("2026-08-08"))
        #expect(throws: TransferRefusal.tooEarly(until: due)) {
            try introduced.take(
                .evaluate, for: Market.town(9), by: Market.actor, at: Market.noon("2026-08-07"), because: "Besuch",
                rules: rules)
        }
    }

    @Test("nobody trades with itself, and a part that was not agreed cannot be confirmed but passed over")
    func limits() throws {
        let offer = try Market.offer(givers: [1, 2])
        let request = try Market.request(receiver: 2)
        #expect(
            Transfer(id: ID(), offer: offer, request: request, proposedAt: Market.noon("2026-02-01")) == nil)
        var story = try Market.transfer(parts: [.presentation])
        try story.go(to: .presented)
        #expect(throws: TransferRefusal.partNotAgreed(.factors)) {
            try story.take(
                .confirm(.factors), for: Market.town(2), by: Market.actor, at: Market.noon("2026-03-01"),
                because: "doch", rules: rules)
        }
        try story.take(
            .stop(.asAgreed), for: Market.town(2), by: Market.actor, at: Market.noon("2026-03-01"),
            because: "mehr war nicht vereinbart", rules: rules)
        #expect(story.state == .stopped(at: .presented, .asAgreed))
        #expect(story.bookings(of: try Market.offer(parts: [.presentation]), rules).map(\.points) == [2])
    }

    @Test("a level never falls through a transfer")
    func levels() {
        for level in LinkLevel.allCases {
            var before = level
            for stage in TransferStage.allCases {
                let after = level.raised(by: .running(stage))
                #expect(after >= level && after >= before)
                before = after
            }
            #expect(level.raised(by: .stopped(at: .introduced, .noMoney)) == level)
            #expect(level.raised(by: .running(.anchored)) == max(level, .anchored))
            #expect(level.raised(by: .running(.clearedToPassOn)) == .mayPassOn)
        }
    }
}
