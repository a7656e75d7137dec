import ContextModel
import Prevention
import Testing

@Suite("Passt zu uns") struct FitTests {
    @Test("a profile meets what it says, and nothing else")
    func fit() {
        let requirements = KitaCheck.requirements
        let constitutive = requirements.filter { $0.weight == .constitutive }
        let values = Dictionary(
            uniqueKeysWithValues: constitutive.prefix(2).map { ($0.condition.id, ConditionValue.yesNo(true)) })
        #expect(ConditionProfile(values).fit(requirements) == (met: 2, of: 5))
        #expect(ConditionProfile([:]).fit(requirements) == (met: 0, of: 5))
        #expect(ConditionProfile([:]).fulfilment(of: requirements[0]) == .unknown)
        let mixed: [ID<Condition>: ConditionValue] = [
            KitaCheck.key(1): .level(2), KitaCheck.key(2): .level(1), KitaCheck.key(3): .yesNo(false),
            KitaCheck.key(4): .quantity(9), KitaCheck.key(5): .yesNo(true),
        ]
        #expect(ConditionProfile(mixed).strengths == [KitaCheck.key(1), KitaCheck.key(5)])
    }

    @Test("1,000 random worlds: kin share at least three conditions, symmetrically, and nobody is its own")
    func kin() {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<1_000 {
            var met: [ID<Area>: Set<ID<Condition>>] = [:]
            for town in 1...6 {
                met[KitaCheck.key(town)] = Set(
                    (1...8).filter { _ in random.chance(50) }.map { KitaCheck.key($0 + 100) })
            }
            for town in 1...6 {
                let own: ID<Area> = KitaCheck.key(town)
                let kin = ProcessSimilarity(of: own, met).kin
                #expect(kin.allSatisfy { $0.area != own && $0.shared.count >= ProcessSimilarity.fewest })
                #expect(kin.map(\.shared.count) == kin.map(\.shared.count).sorted(by: >))
                for other in kin {
                    let back = ProcessSimilarity(of: other.area, met).kin.first { $0.area == own }
                    #expect(back?.shared == other.shared)
                }
            }
        }
    }

    @Test("a viewer sees the own rating at once and the other only when both are in or laid open")
    func blind() throws {
        func rating(_ rater: String) -> Rating {
            Rating(rater: Reference(.user, rater), fulfilment: .met, evidence: "gesehen", day: KitaCheck.start)
        }
        let (a, b) = (Reference(.user, "a"), Reference(.user, "b"))
        var assessment = Assessment(KitaCheck.key(1))
        try assessment.add(rating("a"))
        #expect(assessment.seen(by: a, isOpen: false) == assessment && !assessment.hides(from: a, isOpen: false))
        #expect(assessment.seen(by: b, isOpen: false).ratings.isEmpty && assessment.hides(from: b, isOpen: false))
        #expect(assessment.seen(by: b, isOpen: true) == assessment)
        try assessment.add(rating("b"))
        #expect(assessment.seen(by: Reference(.user, "c"), isOpen: false) == assessment)
    }
}
