package import Prevention
import Workflow

/// Anpassung: one change of a practice at the receiver, with the eight answers of FRAME.
///
/// - Source: Stirman, Baumann, Miller: The FRAME, Implementation Science 14 (2019).
package struct Adaptation: Hashable, Sendable, Codable {
    package enum Moment: String, CaseIterable, Sendable, Codable { case before, during, scaling, maintenance }
    package enum Part: String, CaseIterable, Sendable, Codable { case content, context, training, evaluation }
    package enum Level: String, CaseIterable, Sendable, Codable {
        case family, group, professional, facility, district, municipality
    }
    package enum Nature: String, CaseIterable, Sendable, Codable {
        case tailored, added, removed, shortened, lengthened, substituted, reordered, spread, integrated, loosened
    }

    /// 1 When it was made.
    package let moment: Moment
    /// 2 Planned, or a reaction to what happened.
    package let isPlanned: Bool
    /// 3 Which roles decided.
    package let decidedBy: [String]
    /// 4 What was changed.
    package let part: Part
    package let what: String
    /// 5 For whom or where.
    package let level: Level
    /// 6 In what way.
    package let nature: Nature
    /// 7 The core element it changes; `nil`: it keeps all of them.
    package let coreElement: String?
    /// 8 Why: the aim and the circumstances.
    package let why: String
    package let day: Day

    package init(
        moment: Moment, isPlanned: Bool, decidedBy: [String], part: Part, what: String, level: Level, nature: Nature,
        coreElement: String? = nil, why: String, day: Day
    ) {
        self.moment = moment
        self.isPlanned = isPlanned
        self.decidedBy = decidedBy
        self.part = part
        self.what = what
        self.level = level
        self.nature = nature
        self.coreElement = coreElement
        self.why = why
        self.day = day
    }

    package var isFaithful: Bool { coreElement == nil }
}
