import ContextModel
import Prevention
import Testing

@Suite("Lernschleife")
struct LearningTests {
    @Test("closed forms: without trials all shares are equally likely, after only successes the quantile is a root")
    func closedForms() throws {
        let nothing = try #require(BetaPosterior(successes: 0, of: 0))
        #expect(abs(nothing.quantile(0.025) - 0.025) < 1e-12 && nothing.mean == 0.5)
        let all = try #require(BetaPosterior(successes: 3, of: 3))
        #expect(abs(all.quantile(0.0625) - 0.5) < 1e-12)
        #expect(abs(all.probability(upTo: 0.5) - 0.0625) < 1e-12)
        #expect(BetaPosterior(successes: 4, of: 3) == nil && BetaPosterior(successes: -1, of: 3) == nil)
    }

    @Test("1,000 random posteriors: probabilities grow, quantiles undo them, predictions add up to one")
    func properties() throws {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<1_000 {
            let trials = random.number(in: 0...40)
            let posterior = try #require(BetaPosterior(successes: random.number(in: 0...trials), of: trials))
            let share = Double(random.number(in: 1...99)) / 100
            let probability = posterior.probability(upTo: share)
            #expect(probability <= posterior.probability(upTo: share + 0.01) + 1e-12)
            if (1e-6...0.999_999).contains(probability) {
                #expect(abs(posterior.quantile(probability) - share) < 1e-7)
            }
            let mirror = try #require(BetaPosterior(successes: trials - posterior.successes, of: trials))
            #expect(abs(probability + mirror.probability(upTo: 1 - share) - 1) < 1e-10)
            let next = random.number(in: 0...12)
            let predicted = posterior.predicted(of: next)
            #expect(abs(predicted.reduce(0, +) - 1) < 1e-10)
            let mean = predicted.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
            #expect(abs(mean - Double(next) * posterior.mean) < 1e-9)
            let range = posterior.predictedRange(of: next)
            #expect(predicted[range].reduce(0, +) >= 0.95 - 1e-9 && range.upperBound <= next)
        }
    }

    @Test("five successes without a condition propose to downgrade it, four do not; failures propose the reverse")
    func proposals() throws {
        let requirement = KitaCheck.requirements[2]  // important
        func lesson(_ successes: Int, _ failures: Int) throws -> RequirementLesson {
            let experiences = (0..<(successes + failures)).map {
                RequirementLesson.Experience([requirement.id: .notMet], hasSucceeded: $0 < successes)
            }
            let others = [
                RequirementLesson.Experience([requirement.id: .met], hasSucceeded: true),
                RequirementLesson.Experience([requirement.id: .unknown], hasSucceeded: false),
            ]
            return try #require(RequirementLesson(requirement, experiences + others))
        }
        let proposals = try [(4, 0), (5, 0), (0, 5), (2, 0), (5, 5)].map { try lesson($0, $1).proposal }
        #expect(proposals == [.keep, .downgrade(to: .helpful), .upgrade(to: .constitutive), .keep, .keep])
        let five = try lesson(5, 0)
        #expect(five.with.trials == 1 && five.without.trials == 5)
        let lowest = KitaCheck.requirements[9]
        let many = (0..<9).map { _ in RequirementLesson.Experience([lowest.id: .notMet], hasSucceeded: true) }
        #expect(RequirementLesson(lowest, many)?.proposal == .keep)
    }
}

@Suite("Wertschätzende Erkundung")
struct InquiryTests {
    @Test("each guide asks every phase, for the core and for the need, and no question twice")
    func guides() {
        for position in InquiryGuide.Position.allCases {
            let questions = InquiryGuide(position).questions
            #expect(Set(questions).count == questions.count)
            #expect(Set(questions.map(\.phase)).isSuperset(of: [.discover, .dream, .design, .deliver]))
            #expect(questions.contains(.withoutWhatNotTheSame) && questions.contains(.needNow))
            #expect(Set(questions.map(\.side)) == Set(InquiryGuide.Side.allCases))
        }
    }

    @Test("a need that is only written otherwise has not shifted")
    func shift() throws {
        var inquiry = AppreciativeInquiry(.before, day: KitaCheck.start, needBefore: "Mehr Sprachförderung.")
        #expect(inquiry.hasShifted == nil)
        inquiry.needAfter = "mehr  Sprachförderung"
        #expect(inquiry.hasShifted == false)
        inquiry.needAfter = "Eltern früher erreichen"
        #expect(inquiry.hasShifted == true)
        let open = inquiry.open.count
        inquiry.statements.append(
            .init(.withoutWhatNotTheSame, speaker: "Gesundheitsamt", text: "Wir kommen in die Kita", code: .coreElement)
        )
        #expect(inquiry.open.count == open - 1 && inquiry.coreElements == ["Wir kommen in die Kita"])
    }
}
