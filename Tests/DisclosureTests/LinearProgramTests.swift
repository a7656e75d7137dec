import Disclosure
import Testing

@Suite("Lineares Programm")
struct LinearProgramTests {
    @Test("finds smallest and largest, again with other goals and bounds")
    func solves() {
        let row = LinearProgram.Row([(0, 1), (1, 1)], 4...4)
        let program = LinearProgram(columns: [0...3, 0...3], rows: [row])
        program.setGoal(0, 1)
        #expect(program.minimise() == .optimal(1))
        #expect(program.maximise() == .optimal(3))
        program.setBounds(1, 2...2)
        #expect(program.minimiseAfterBounds() == .optimal(2))
        #expect(program.solution == [2, 2])
        program.setBounds(1, 0...0)
        #expect(program.minimise() == .infeasible)
    }

    @Test("says when there is no limit")
    func unbounded() {
        let program = LinearProgram(columns: [0...Double.infinity], rows: [])
        program.setGoal(0, 1)
        #expect(program.maximise() == .unbounded)
    }

    @Test("can be made and freed many times")
    func lives() {
        for _ in 0..<100 { #expect(LinearProgram(columns: [0...1], rows: []).minimise() == .optimal(0)) }
    }
}

@Suite("Primäre Regeln")
struct PrimaryRuleTests {
    @Test("counts above 0 and below the threshold, zeros on demand")
    func counts() {
        let rule = PrimaryRule(threshold: 3)
        #expect([0, 1, 2, 3].map(rule.hides) == [false, true, true, false])
        #expect(PrimaryRule(threshold: 3, hidesZero: true).hides(0))
        #expect(!PrimaryRule(threshold: 1, hidesZero: true).hides(0))
    }

    @Test("amounts by dominance: (n,k) and p%")
    func amounts() {
        #expect(DominanceRule.largest(count: 2, percent: 85).hides([60, 30, 10]))
        #expect(!DominanceRule.largest(count: 2, percent: 90).hides([60, 30, 10]))
        // The second largest knows 30 of 100 and takes the other 10 for nothing: 70, which is 60 + 16.7 %.
        #expect(!DominanceRule.estimate(percent: 15).hides([60, 30, 10]))
        #expect(DominanceRule.estimate(percent: 20).hides([60, 30, 10]))
        #expect(DominanceRule.estimate(percent: 20).width([60, 30, 10]) == 4)
        #expect(!DominanceRule.estimate(percent: 20).hides([]))
    }
}
