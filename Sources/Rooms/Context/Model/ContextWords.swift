import ContextModel
import Prevention
import Texts

/// The words of the pure model in the visitor's language.
struct ContextWords: Sendable {
    let texts: ContextTexts
    let formats: Formats

    init(_ texts: ContextTexts, _ formats: Formats) {
        self.texts = texts
        self.formats = formats
    }

    private func word(_ map: KeyPath<ContextTexts.Words, [String: String]>, _ key: String) -> String {
        texts.words[keyPath: map][key] ?? key
    }

    subscript(category: Condition.Category) -> String { word(\.categories, category.rawValue) }
    subscript(weight: Requirement.Weight) -> String { word(\.weights, "\(weight.rawValue)") }
    subscript(fulfilment: Fulfilment) -> String { word(\.fulfilments, fulfilment.rawValue) }
    subscript(colour: RiskColour) -> String { word(\.colours, colour.rawValue) }
    subscript(kind: Compensation.Kind) -> String { word(\.kinds, kind.rawValue) }
    subscript(basis: Requirement.Basis) -> String { word(\.bases, basis.rawValue) }
    subscript(moment: Adaptation.Moment) -> String { word(\.moments, moment.rawValue) }
    subscript(part: Adaptation.Part) -> String { word(\.parts, part.rawValue) }
    subscript(level: Adaptation.Level) -> String { word(\.levels, level.rawValue) }
    subscript(nature: Adaptation.Nature) -> String { word(\.natures, nature.rawValue) }
    subscript(choice: ContextDecision.Choice) -> String { word(\.choices, choice.rawValue) }
    subscript(dimension: ReAimCheck.Dimension) -> String { word(\.dimensions, dimension.rawValue) }
    subscript(phase: InquiryGuide.Phase) -> String { word(\.phases, phase.rawValue) }
    subscript(side: InquiryGuide.Side) -> String { word(\.sides, side.rawValue) }
    subscript(position: InquiryGuide.Position) -> String { word(\.positions, position.rawValue) }
    subscript(code: AppreciativeInquiry.Code) -> String { word(\.codes, code.rawValue) }
    subscript(question: InquiryGuide.Question) -> String { word(\.questions, question.rawValue) }

    func short(_ colour: RiskColour) -> String { word(\.shorts, colour.rawValue) }
    func long(_ weight: Requirement.Weight) -> String { word(\.weightsLong, "\(weight.rawValue)") }

    /// `ja`, `Stufe 2 von 3`, `120 Kinder im Jahr`.
    func value(_ value: ConditionValue, _ kind: Condition.Kind) -> String {
        switch value {
        case .yesNo(let answer): answer ? texts.practice.yes : texts.practice.no
        case .level(let level): texts.practice.level.filled(["level": "\(level)"])
        case .quantity(let amount):
            if case .quantity(let unit) = kind {
                "\(formats.decimal(amount, places: amount == amount.rounded() ? 0 : 1)) \(unit)"
            } else {
                formats.decimal(amount, places: 1)
            }
        }
    }

    /// The recommendation in three words, and the rule that led to it.
    func recommendation(_ scene: CheckScene) -> (title: String, rule: String) {
        let texts = texts.recommend
        func names(_ ids: [ID<Requirement>]) -> String {
            formats.list(
                ids.compactMap { id in
                    scene.file.requirements.line(id).map {
                        "„\($0.requirement.condition.text)“ (\(scene.number(id)))"
                    }
                })
        }
        return switch scene.check.recommendation {
        case .plan: (texts.plan, texts.planRule)
        case .pilot(let ids): (texts.pilot, texts.pilotRule.filled(["names": names(ids)]))
        case .inquiryBefore(let unknown, let all):
            (
                texts.inquiryBefore,
                texts.inquiryBeforeRule.filled([
                    "unknown": formats.number(unknown), "all": formats.number(all),
                ])
            )
        case .doNotTransfer(let ids): (texts.noTransfer, texts.noTransferRule.filled(["names": names(ids)]))
        case .nothingToCheck: (texts.nothing, texts.nothingRule)
        }
    }

    /// A finding as a sentence that says what to do.
    func finding(_ finding: CheckFinding, _ scene: CheckScene) -> String {
        let texts = texts.finding
        func number(_ id: ID<Requirement>) -> [String: String] { ["number": "\(scene.number(id))"] }
        func owner(_ id: ID<Compensation>) -> [String: String] {
            let line = scene.file.compensations.first { $0.compensation.id == id }
            return ["number": line.map { "\(scene.number($0.compensation.requirement))" } ?? "–"]
        }
        return switch finding {
        case .secondRaterMissing(let id): texts.second.filled(number(id))
        case .ratersDisagree(let id, _, _): texts.disagree.filled(number(id))
        case .measureMissing(let id): texts.measure.filled(owner(id))
        case .ownerMissing(let id): texts.owner.filled(owner(id))
        case .dueMissing(let id): texts.due.filled(owner(id))
        case .residualAboveRisk(let id, _, _): texts.residual.filled(owner(id))
        case .giversCommentMissing(let id): texts.comment.filled(owner(id))
        case .adaptationNotLogged(let id): texts.log.filled(owner(id))
        case .unknownRequirement, .doubledRequirement: texts.stray
        }
    }

    /// Where a check stands, in a few words.
    func state(_ file: CheckFile) -> String {
        let texts = texts.state
        let assessments = file.assessments
        if let outcome = file.outcome { return outcome.hasSucceeded ? texts.works : texts.failed }
        if let decision = file.decision {
            switch decision.choice {
            case .noTransfer: return texts.noTransfer
            case .inquiryBefore, .inquiryAfter: return texts.inquiry
            case .plan, .pilot:
                return file.plan.map { texts.running.filled(["day": formats.day($0.start)]) } ?? texts.plan
            }
        }
        if assessments.contains(where: { $0.ratings.isEmpty }), !file.isOpen { return texts.rating }
        let single = assessments.count { $0.ratings.count == 1 }
        if single > 0, !file.isOpen { return texts.second.filled(["count": formats.number(single)]) }
        let disputed = file.check.rows.count { row in
            if case .disputed = row.verdict { true } else { false }
        }
        if disputed > 0 { return texts.disputed.filled(["count": formats.number(disputed)]) }
        return texts.decide
    }
}
