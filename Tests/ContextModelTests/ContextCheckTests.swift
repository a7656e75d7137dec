import ContextModel
import Prevention
import Testing

@Suite("Kontext-Check: Düsseldorf nach Bielefeld")
struct KitaCheckTests {
    let check: ContextCheck

    init() throws {
        check = ContextCheck(
            requirements: KitaCheck.requirements, assessments: try KitaCheck.assessments(),
            compensations: KitaCheck.compensations)
    }

    func decision(_ choice: ContextDecision.Choice) throws -> ContextDecision {
        try #require(
            ContextDecision(
                choice, recommended: check.recommendation, because: "Angepasste Übertragung, klein beginnen",
                by: Reference(.user, "u1"), at: Instant(milliseconds: 0)))
    }

    @Test("colours before and after are those of the worked example")
    func colours() {
        #expect(
            check.rows.map(\.colour) == [
                .green, .red, .orange, .green, .orange, .yellow, .orange, .orange, .green, .green,
            ])
        #expect(
            check.rows.map(\.residual) == [
                .green, .orange, .yellow, .green, .yellow, .green, .yellow, .green, .green, .green,
            ])
        #expect(check.unknownShare == 0.2 && !check.hasRedRisk)
        #expect(check.constitutive == (met: 2, of: 5))
    }

    @Test("two of ten unknown need no inquiry before; one orange risk is left, so it begins as a pilot")
    func recommendation() {
        #expect(check.recommendation == .pilot([KitaCheck.key(2)]))
        #expect(check.recommendation.inquiry == nil)
        let bare = ContextCheck(
            requirements: KitaCheck.requirements, assessments: (try? KitaCheck.assessments()) ?? [], compensations: [])
        #expect(bare.recommendation == .doNotTransfer([KitaCheck.key(2)]) && bare.recommendation.inquiry == .after)
    }

    @Test("the inputs give exactly this plan")
    func plan() throws {
        let plan = try check.plan(
            KitaCheck.practice, try decision(.pilot), start: KitaCheck.start,
            exitCriterion: "Nach einem Jahr nehmen weniger als die Hälfte der neuen Kinder teil",
            adaptations: [KitaCheck.adaptation])
        #expect(plan.scope == .pilot && plan.adaptations == [KitaCheck.adaptation])
        #expect(plan.compensations.map(\.requirement) == [2, 3, 5, 6, 7, 8].map { KitaCheck.key($0) })
        #expect(
            plan.residual == [
                KitaCheck.key(2): .orange, KitaCheck.key(3): .yellow, KitaCheck.key(5): .yellow,
                KitaCheck.key(7): .yellow,
            ])
        #expect(
            plan.milestones.map { "\($0.day) \($0.what)" } == [
                "2015-08-05 Vordruck und Rollenkonzept",
                "2015-08-06 Einladung beim Kita-Vertrag, in mehreren Sprachen",
                "2015-08-07 Feste halbe Tage",
                "2015-08-08 Mit dem eigenen Bestand abgleichen, Lücke schließen",
                "2015-08-10 Klären; beim Gesundheitsamt leihen",
                "2015-08-11 Konzept anpassen; Einrichtungen tauschen sich regelmäßig über Hilfen aus",
            ])
        #expect(
            plan.checks.map { "\($0.months) \($0.due) \($0.open.count)" } == [
                "6 2016-02-12 5", "12 2016-08-12 5", "24 2017-08-12 5",
            ])
    }

    @Test("a changed core element needs the log entry, a plan needs a yes and a way out")
    func refusals() throws {
        #expect(throws: PlanRefusal.findings([.adaptationNotLogged(KitaCheck.key(51))])) {
            _ = try check.plan(KitaCheck.practice, try decision(.pilot), start: KitaCheck.start, exitCriterion: "x")
        }
        #expect(throws: PlanRefusal.notDecidedFor(.noTransfer)) {
            _ = try check.plan(
                KitaCheck.practice, try decision(.noTransfer), start: KitaCheck.start, exitCriterion: "x")
        }
        #expect(throws: PlanRefusal.exitCriterionMissing) {
            _ = try check.plan(KitaCheck.practice, try decision(.pilot), start: KitaCheck.start, exitCriterion: " ")
        }
        #expect(try decision(.plan).deviates)
        #expect(try decision(.pilot).deviates == false)
        #expect(
            ContextDecision(
                .plan, recommended: .plan, because: " ", by: Reference(.user, "u"), at: Instant(milliseconds: 0)) == nil
        )
    }
}

@Suite("Kontext-Check")
struct ContextCheckTests {
    static let day = KitaCheck.start

    @Test("the matrix is the specification's, and unknown counts as not met")
    func matrix() {
        let expected: [Requirement.Weight: [RiskColour]] = [
            .constitutive: [.green, .orange, .red, .red], .important: [.green, .yellow, .orange, .orange],
            .helpful: [.green, .green, .yellow, .yellow],
        ]
        for (weight, colours) in expected {
            #expect(Fulfilment.allCases.map { RiskColour(weight, $0) } == colours)
        }
    }

    @Test("two raters who disagree are shown side by side, and the more careful one sets the risk")
    func disagreement() throws {
        for first in Fulfilment.allCases {
            for second in Fulfilment.allCases {
                let requirement = KitaCheck.requirements[0]
                let assessment = try Self.assessment(requirement.id, first, second)
                let check = ContextCheck(requirements: [requirement], assessments: [assessment], compensations: [])
                let worse = max(RiskColour(.constitutive, first), RiskColour(.constitutive, second))
                #expect(check.rows[0].colour == worse)
                if first == second {
                    #expect(check.rows[0].verdict == .agreed(first) && check.findings().isEmpty)
                } else {
                    #expect(check.rows[0].verdict == .disputed(first, second))
                    #expect(check.findings() == [.ratersDisagree(requirement.id, first, second)])
                    if worse == .red, first == .notMet || second == .notMet {
                        #expect(check.rows[0].fulfilment == .notMet)
                    }
                }
            }
        }
    }

    static func assessment(_ id: ID<Requirement>, _ ratings: Fulfilment...) throws -> Assessment {
        var assessment = Assessment(id)
        for (number, fulfilment) in ratings.enumerated() {
            try assessment.add(
                Rating(rater: Reference(.user, "\(number)"), fulfilment: fulfilment, evidence: "gesehen", day: day))
        }
        return assessment
    }

    @Test("a third rater, a rating without evidence and one older than the last are refused")
    func ratings() throws {
        var assessment = try Self.assessment(KitaCheck.key(1), .met, .met)
        func rating(_ rater: String, _ evidence: String, _ days: Int) -> Rating {
            Rating(
                rater: Reference(.user, rater), fulfilment: .partly, evidence: evidence,
                day: Self.day.adding(days: days))
        }
        #expect(throws: AssessmentRefusal.twoRatersAlready) { try assessment.add(rating("9", "gesehen", 0)) }
        #expect(throws: AssessmentRefusal.evidenceMissing) { try assessment.add(rating("0", " ", 0)) }
        #expect(throws: AssessmentRefusal.olderThanLast) { try assessment.add(rating("0", "gesehen", -1)) }
        try assessment.add(rating("0", "noch einmal gesehen", 3))
        #expect(assessment.verdict == .disputed(.partly, .met))
    }

    @Test("three of ten unknown call for an inquiry before, unless a red risk is known")
    func unknown() throws {
        func check(_ found: [Fulfilment], _ weight: Requirement.Weight) throws -> ContextCheck {
            let requirements = found.indices.map { number in
                let model = KitaCheck.requirements[0]
                return Requirement(
                    id: KitaCheck.key(number), practice: model.practice, condition: model.condition,
                    threshold: model.threshold, weight: weight, why: "", basis: .study)
            }
            return ContextCheck(
                requirements: requirements,
                assessments: try found.enumerated().map { try Self.assessment(KitaCheck.key($0), $1, $1) },
                compensations: [])
        }
        let seven = [Fulfilment](repeating: .met, count: 7)
        #expect(
            try check(seven + [.unknown, .unknown, .unknown], .constitutive).recommendation
                == .inquiryBefore(unknown: 3, of: 10))
        #expect(
            try check(seven + [.met, .unknown, .unknown], .important).recommendation
                == .pilot([KitaCheck.key(8), KitaCheck.key(9)]))
        #expect(
            try check(seven + [.met, .met, .unknown], .constitutive).recommendation
                == .doNotTransfer([KitaCheck.key(9)]))
        #expect(
            try check([.notMet, .unknown, .unknown], .constitutive).recommendation
                == .doNotTransfer([KitaCheck.key(0), KitaCheck.key(1), KitaCheck.key(2)]))
        #expect(try check(seven, .constitutive).recommendation == .plan)
        #expect(try check([], .helpful).recommendation == .nothingToCheck)
    }

    @Test("1,000 random checks: a compensation never raises the risk, more knowledge of the good kind never worsens it")
    func properties() throws {
        var random = SeededGenerator(seed: 23)
        for _ in 0..<1_000 {
            let requirements = KitaCheck.requirements.filter { _ in random.chance(60) }
            var found = requirements.map { _ in random.pick(Fulfilment.allCases, or: .met) }
            let compensations = requirements.enumerated().compactMap { number, requirement in
                random.chance(50)
                    ? Compensation(
                        id: KitaCheck.key(number), requirement: requirement.id, kinds: [.build], measure: "m",
                        owner: "o", residual: random.pick(RiskColour.allCases, or: .red)) : nil
            }
            func check() throws -> ContextCheck {
                ContextCheck(
                    requirements: requirements,
                    assessments: try zip(requirements, found).map { try Self.assessment($0.id, $1, $1) },
                    compensations: compensations)
            }
            let before = try check()
            #expect(before.rows.allSatisfy { $0.residual <= $0.colour })
            #expect(before.hasRedRisk == before.rows.contains { $0.residual == .red })
            guard let place = found.indices.first(where: { found[$0] != .met }) else { continue }
            found[place] = .met
            let after = try check()
            #expect(after.rows[place].residual == .green && after.unknownShare <= before.unknownShare)
            if case .plan = before.recommendation { #expect(after.recommendation == .plan) }
        }
    }

    @Test("strays, doubles and compensations that contradict the risk are named")
    func findings() throws {
        let requirement = KitaCheck.requirements[5]
        let compensation = Compensation(
            id: KitaCheck.key(70), requirement: requirement.id, kinds: [.build], measure: " ", owner: "",
            residual: .red)
        let check = ContextCheck(
            requirements: [requirement, requirement],
            assessments: [try Self.assessment(requirement.id, .partly), Assessment(KitaCheck.key(99))],
            compensations: [compensation])
        #expect(
            check.findings() == [
                .doubledRequirement(requirement.id), .unknownRequirement(KitaCheck.key(99)),
                .secondRaterMissing(requirement.id), .measureMissing(compensation.id),
                .ownerMissing(compensation.id), .dueMissing(compensation.id),
                .residualAboveRisk(compensation.id, .yellow, .red),
            ])
        #expect(check.rows[0].residual == .yellow)
    }

    @Test(
        "a value suggests how far a threshold is met",
        arguments: [
            (.yesNo(true), .yesNo(true), .met), (.yesNo(false), .yesNo(true), .notMet),
            (.level(2), .level(2), .met), (.level(1), .level(2), .partly), (.level(0), .level(1), .notMet),
            (.quantity(10), .quantity(10), .met), (.quantity(5), .quantity(10), .partly),
            (.quantity(4.9), .quantity(10), .notMet), (.quantity(.nan), .quantity(10), .unknown),
            (.level(2), .yesNo(true), .unknown),
        ] as [(ConditionValue, ConditionValue, Fulfilment)])
    func suggestions(value: ConditionValue, threshold: ConditionValue, expected: Fulfilment) {
        let model = KitaCheck.requirements[0]
        let requirement = Requirement(
            id: model.id, practice: model.practice, condition: model.condition, threshold: threshold,
            weight: .helpful, why: "", basis: .study)
        #expect(requirement.suggested(for: value) == expected)
    }
}
