/// Grenzen des Praxisblatts: what two pages hold, in characters unless said otherwise.
///
/// The layout is proven against them: an entry that fills each to the last character, with letters as wide as the limits
/// let pass, has two pages.
package enum SheetLimits {
    package static let title = 60
    package static let lead = 200
    /// Words of the three blocks together.
    package static let words = 220
    /// Characters of the three blocks together.
    package static let text = 1_500
    package static let fewestTicks = 4
    package static let mostTicks = 6
    package static let tick = 70
    package static let reachWords = 60

    package static let mostSteps = 6
    package static let step = 70
    /// A success factor or stumbling block.
    package static let factor = 120
    /// How many of each the sheet shows; the entry may name more.
    package static let shownFactors = 3
    package static let criterion = 85
    package static let indicator = 60
    package static let shownOutcomes = 2
    package static let initiator = 100
    /// All partners that are named on the sheet, together.
    package static let partners = 200
    package static let funding = 80
    /// Why a practice ended or failed.
    package static let statusWhy = 100
    package static let role = 60
    package static let office = 60
    /// A constitutive condition, and how many are shown.
    package static let condition = 80
    package static let shownConditions = 4
    package static let shownAdopters = 4
    /// All sources that are named on the sheet, together.
    package static let sources = 180

    /// How long a text is on paper, in characters of usual width: never less than its characters.
    ///
    /// Letters as wide as W count for more, so that a line of them is refused instead of running over.
    package static func length(_ text: String) -> Int {
        let sum = text.reduce(0) { $0 + width($1) }
        return max(text.count, (sum + usualWidth - 1) / usualWidth)
    }

    /// Thousandths of the letter size that a character may have on average; German text has about 540.
    private static let usualWidth = 640

    /// Thousandths of the letter size, not less than in the usual fonts of screens.
    private static func width(_ character: Character) -> Int {
        if narrow.contains(character) { return 340 }
        if slim.contains(character) { return 420 }
        if wide.contains(character) { return 950 }
        if character.isUppercase { return 780 }
        let isLatin = character.unicodeScalars.allSatisfy { $0.value < 0x250 || marks.contains($0) }
        return isLatin ? 620 : 1_000
    }

    private static let narrow = Set(" \n\u{A0}ijl.,;:!|'’‚‘()[]IJ")
    private static let slim = Set("ftr-/‐\"")
    private static let wide = Set("mwMW@%…—&")
    private static let marks = Set("–„“”»«‹›•".unicodeScalars)

    /// Words as the limit counts them: pieces between white space with a letter or digit.
    package static func words(in text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
    }
}

extension Practice {
    /// What does not fit on the two-page sheet, in the order of the form; nothing is ever printed smaller or cut off.
    package var sheetGaps: [PracticeGap] {
        let own = ownSheet
        var gaps: [PracticeGap] = []
        if own.shortTitle.isEmpty {
            gaps += Self.tooLong(.title, titles["de"] ?? "", SheetLimits.title)
        } else {
            gaps += Self.tooLong(.shortTitle, own.shortTitle, SheetLimits.title)
        }
        gaps += Self.tooLong(.lead, lead, SheetLimits.lead)
        gaps += textGaps(own) + tickGaps(own)
        gaps += Self.tooLong(.reach, own.reachWords, SheetLimits.reachWords)
        gaps += lineGaps(.steps, steps, SheetLimits.step)
        if steps.count > SheetLimits.mostSteps {
            gaps.append(.tooMany(.steps, steps.count, of: SheetLimits.mostSteps))
        }
        gaps += Self.tooLong(.initiator, initiator, SheetLimits.initiator)
        gaps += Self.tooLong(.effort, effort.funding, SheetLimits.funding)
        gaps += Self.tooLong(.status, status.why ?? "", SheetLimits.statusWhy)
        gaps += lineGaps(.successFactors, successFactors, SheetLimits.factor)
        gaps += lineGaps(.stumblingBlocks, stumblingBlocks, SheetLimits.factor)
        gaps += lineGaps(.outcomes, outcomes.map(\.indicator), SheetLimits.indicator)
        gaps += lineGaps(.outcomes, outcomes.map(\.effect.criterion), SheetLimits.criterion)
        gaps += Self.tooLong(.readiness, readiness?.criterion ?? "", SheetLimits.criterion)
        gaps += Self.tooLong(.trust, trust?.criterion ?? "", SheetLimits.criterion)
        gaps += Self.tooLong(.contact, contact.role, SheetLimits.role)
        return gaps + Self.tooLong(.contact, contact.office, SheetLimits.office)
    }

    private func textGaps(_ own: SheetContent) -> [PracticeGap] {
        let words = own.blocks.map(SheetLimits.words(in:)).reduce(0, +)
        let characters = own.blocks.map(SheetLimits.length).reduce(0, +)
        return (words > SheetLimits.words ? [.tooManyWords(.sheetText, words, of: SheetLimits.words)] : [])
            + (characters > SheetLimits.text ? [.tooLong(.sheetText, characters, of: SheetLimits.text)] : [])
    }

    private func tickGaps(_ own: SheetContent) -> [PracticeGap] {
        let count = own.ticks.count
        var gaps = lineGaps(.ticks, own.ticks, SheetLimits.tick)
        if count > SheetLimits.mostTicks { gaps.append(.tooMany(.ticks, count, of: SheetLimits.mostTicks)) }
        if count > 0, count < SheetLimits.fewestTicks {
            gaps.append(.tooFew(.ticks, count, of: SheetLimits.fewestTicks))
        }
        return gaps
    }

    private func lineGaps(_ field: PracticeField, _ lines: [String], _ most: Int) -> [PracticeGap] {
        lines.enumerated().flatMap { Self.tooLong(field, $1, most, line: $0 + 1) }
    }

    private static func tooLong(
        _ field: PracticeField, _ text: String, _ most: Int, line: Int? = nil
    ) -> [PracticeGap] {
        let length = SheetLimits.length(text)
        return length > most ? [.tooLong(field, length, of: most, line: line)] : []
    }
}
