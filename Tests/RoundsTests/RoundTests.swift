import Prevention
import Rounds
import Testing
import Transfers
import Workflow

@Suite("Runde")
struct RoundTests {
    @Test("the stored words of kinds and modes of round stay the same")
    func storedWords() {
        #expect(RoundKind.allCases.map(\.rawValue) == ["binding", "rehearsal"])
        #expect(RoundMode.allCases.map(\.rawValue) == ["weighted", "strategy_proof"])
    }

    @Test("a round needs a half-year, a seed, and both published before the deadline")
    func founding() throws {
        func refusal(_ period: String, _ seed: String, _ published: String) -> RoundRefusal? {
            do {
                _ = try Round(
                    id: Fair.key(1), period: Period(period) ?? Period(day: Fair.day("2026-01-01")), kind: .binding,
                    rules: Fair.rules, seed: seed, publishedOn: Fair.day(published), deadline: Fair.day("2026-01-31"))
                return nil
            } catch { return error }
        }
        #expect(refusal("2026-H1", "Los", "2026-01-30") == nil)
        #expect(refusal("2026", "Los", "2026-01-30") == .noHalfYear)
        #expect(refusal("2026-H1", " \n", "2026-01-30") == .seedMissing)
        #expect(refusal("2026-H1", "Los", "2026-01-31") == .publishedTooLate)
    }

    @Test("a binding round must be decided, a rehearsal cannot be; nothing closes before the deadline")
    func steps() throws {
        for kind in RoundKind.allCases {
            var round = try Fair.round(kind: kind)
            func take(_ step: RoundFlow.Step, _ day: String) -> RoundRefusal? {
                do { try round.take(step, by: Fair.actor, at: Fair.noon(day), because: "Probe") } catch {
                    return error
                }
                return nil
            }
            #expect(take(.clear, "2026-02-01") == .course(.impossible))
            #expect(take(.close, "2026-01-31") == .tooEarly(until: Fair.day("2026-02-01")))
            #expect(take(.close, "2026-02-01") == nil)
            #expect(take(.clear, "2026-02-02") == nil)
            #expect(round.possible == (kind == .binding ? [.decide, .cancel] : [.finish, .cancel]))
            #expect(take(.decide, "2026-02-03") == (kind == .binding ? nil : .rehearsalBindsNothing))
            if kind == .binding { #expect(take(.cancel, "2026-02-03") == .course(.impossible)) }
            #expect(take(.finish, "2026-06-30") == nil)
            #expect(round.state == .over && round.possible.isEmpty)
        }
        var undecided = try Fair.round()
        try undecided.take(.close, by: Fair.actor, at: Fair.noon("2026-02-01"), because: "Frist vorbei")
        try undecided.take(.clear, by: Fair.actor, at: Fair.noon("2026-02-01"), because: "gerechnet")
        #expect(throws: RoundRefusal.notDecided) {
            try undecided.take(.finish, by: Fair.actor, at: Fair.noon("2026-02-01"), because: "fertig")
        }
    }

    @Test("every pair of state and step either leads on as drawn or is refused")
    func flow() {
        let drawn: [(RoundFlow.State, RoundFlow.Step, RoundFlow.State)] = [
            (.announced, .close, .closed), (.closed, .clear, .cleared), (.cleared, .decide, .decided),
            (.cleared, .finish, .over), (.decided, .finish, .over), (.announced, .cancel, .cancelled),
            (.closed, .cancel, .cancelled), (.cleared, .cancel, .cancelled),
        ]
        for state in RoundFlow.State.allCases {
            for step in RoundFlow.Step.allCases {
                let expected = drawn.first { $0.0 == state && $0.1 == step }?.2
                #expect(RoundFlow.state(after: step, in: state) == expected, "\(state) \(step)")
            }
        }
    }
}
