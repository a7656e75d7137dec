import Practice
import Prevention
import Texts

/// Praxisblatt: what the two pages of one practice say, filled from its entry by rule.
///
/// Own words of the entry come first. What the entry does not hold stays empty and is said to be not known; nothing is
/// made up and no sentence is cut.
struct PracticeSheet: Hashable, Sendable {
    let title: SheetTitle
    /// One sentence or a few; may be empty.
    let lead: String
    /// What, how, for whom it changed what; empty: not known.
    let blocks: [SheetText]
    let ticks: SheetLines
    let reach: PracticeReach?
    let reachWords: String
    let steps: SheetLines
    let initiator: SheetLines
    let partners: SheetLines
    let successFactors: SheetLines
    let stumblingBlocks: SheetLines
    /// Those that prove most, and none or adverse effects always.
    let outcomes: [PracticeOutcome]
    let outcomesLeftOut: Int
    let adopters: [Adopter]
    let adoptersLeftOut: Int
    let funding: String
    /// Why it ended or failed.
    let statusWhy: SheetText
    let sources: SheetLines

    init(_ practice: Practice, _ language: Language, _ words: SheetTexts.Sheet) {
        let own = practice.ownSheet
        title = Self.title(of: practice, language)
        lead = Self.lead(practice.lead)
        let rules = SheetRules(practice, language, words)
        let byRule = [
            rules.what(leadIsWhole: lead == Self.plain(practice.lead)), rules.how(), rules.change(),
        ]
        blocks = zip(own.blocks, byRule).map { $0.isBlank ? $1 : SheetText($0) }
        let ticks = own.ticks.isEmpty ? practice.successFactors : own.ticks
        self.ticks = .fitting(ticks, each: SheetLimits.tick, most: SheetLimits.mostTicks)
        reach = practice.reach
        reachWords = own.reachWords
        steps = .fitting(practice.steps, each: SheetLimits.step, most: SheetLimits.mostSteps)
        initiator = Self.initiator(practice.initiator)
        partners = .together(practice.partners, within: SheetLimits.partners)
        successFactors = .fitting(
            practice.successFactors, each: SheetLimits.factor, most: SheetLimits.shownFactors)
        stumblingBlocks = .fitting(
            practice.stumblingBlocks, each: SheetLimits.factor, most: SheetLimits.shownFactors)
        outcomes = Self.strongest(practice.outcomes)
        outcomesLeftOut = practice.outcomes.count - outcomes.count
        adopters = Array(practice.adopters.prefix(SheetLimits.shownAdopters))
        adoptersLeftOut = practice.adopters.count - adopters.count
        funding = practice.effort.funding
        // One more for the full stop that a line of its own lacks.
        statusWhy = SheetText(
            sentences: [practice.status.why ?? ""], words: .max, characters: SheetLimits.statusWhy + 1)
        sources = .together(practice.sources, within: SheetLimits.sources)
    }

    static func title(of practice: Practice, _ language: Language) -> SheetTitle {
        SheetTitle(
            practice.titles[language.tag] ?? practice.titles["de"] ?? "", short: practice.ownSheet.shortTitle)
    }

    /// Characters of the text on the front.
    var frontLength: Int { ([lead] + blocks.map(\.text) + ticks.shown).map(\.count).reduce(0, +) }

    /// Characters of what differs in length on the back.
    var backLength: Int {
        let lines = [steps, initiator, partners, successFactors, stumblingBlocks, sources].flatMap(\.shown)
        let outcomes = outcomes.map(\.indicator) + [funding, statusWhy.text]
        return (lines + outcomes).map(\.count).reduce(0, +) + adopters.count * 40
    }

    /// The lead if it fits, else its first sentences, else its first clause; the whole of it then opens the text.
    static func lead(_ text: String) -> String {
        let whole = plain(text)
        if SheetLimits.length(whole) <= SheetLimits.lead { return whole }
        let sentences = SheetText(sentences: [whole], words: .max, characters: SheetLimits.lead).text
        if !sentences.isEmpty { return sentences }
        let clause = whole.indices.last { index in
            ";:".contains(whole[index]) && SheetLimits.length(String(whole[...index])) <= SheetLimits.lead
        }
        return clause.map { whole[..<$0] + "." } ?? ""
    }

    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Several who began it are often written in one line.
    private static func initiator(_ text: String) -> SheetLines {
        if SheetLimits.length(text) <= SheetLimits.initiator { return .together([text], within: SheetLimits.initiator) }
        let parts = text.split(separator: ", ").map(String.init)
        return .together(parts, within: SheetLimits.initiator)
    }

    /// By what they prove, in the order of the entry where they prove the same; adverse effects never fall away.
    private static func strongest(_ outcomes: [PracticeOutcome]) -> [PracticeOutcome] {
        let fitting = outcomes.filter { SheetLimits.length($0.indicator) <= SheetLimits.indicator }
        let adverse = fitting.filter { $0.effect.level == .noneOrAdverse }
        let others = fitting.filter { $0.effect.level != .noneOrAdverse }
        let sorted = others.enumerated().sorted {
            ($1.element.effect.level.points, $0.offset) < ($0.element.effect.level.points, $1.offset)
        }
        return Array((adverse + sorted.map(\.element)).prefix(SheetLimits.shownOutcomes))
    }
}
