package import Prevention

/// Was einer Praxis noch fehlt: each a gap that a room turns into a sentence with a link to its field.
package enum PracticeGap: Hashable, Sendable {
    /// A field that must not be empty.
    case missing(PracticeField)
    /// Success factors and stumbling blocks: so many are there, so many there must be.
    case tooFew(PracticeField, Int, of: Int)
    /// The same line twice.
    case doubled(PracticeField, String)
    /// An ended or failed practice says why.
    case whyMissing
    /// More reached than there are, a year that cannot be, or nobody to reach.
    case reachImpossible
    /// What adopters with follow-up bear is less than what is claimed.
    case readinessNotBacked(claimed: TransferReadiness, highest: TransferReadiness)
    /// An effect from W2 on needs a source.
    case sourceMissing(indicator: String, EffectLevel)
    case criterionMissing(PracticeField)
    case storyMissing(ID<Area>)
    case licenceMissing(document: String)
    /// A key is used for two elements.
    case elementDoubled(key: String)
    case costNegative
    /// More characters than the two-page sheet holds: so many are there, so many fit; `line` counts from 1 in lists.
    case tooLong(PracticeField, Int, of: Int, line: Int? = nil)
    /// More lines than the sheet holds.
    case tooMany(PracticeField, Int, of: Int)
    /// More words than the sheet holds.
    case tooManyWords(PracticeField, Int, of: Int)
}

/// Feld eines Eintrags: named for messages, links and version comparisons.
package enum PracticeField: String, CaseIterable, Sendable {
    case title, lead, municipalities, place, fields, targetGroups, need, goal, effectModel, coreElements, adaptables
    case steps, roles, partners, initiator, reach, effort, since, status, successFactors, stumblingBlocks, outcomes
    case readiness, trust, ratings, adopters, documents, contact, sources
    case background
    /// Of the two-page sheet: what, how and change are its text.
    case shortTitle, sheetText, ticks
}

extension Practice {
    /// How many success factors and stumbling blocks an entry must name.
    package static let fewest = 3

    /// Everything that keeps the entry from being handed in, in the order of the form; empty if it is complete.
    ///
    /// - Parameter today: for years that have not come yet.
    package func gaps(on today: Day) -> [PracticeGap] {
        emptyFields.map { .missing($0) } + counts + contradictions(today) + gradings + attachments + sheetGaps
    }

    private var emptyFields: [PracticeField] {
        let fields: [(PracticeField, Bool)] = [
            (.title, Self.isEmpty(titles["de"])), (.municipalities, municipalities.isEmpty),
            (.fields, place.fields.isEmpty), (.targetGroups, place.targetGroups.isEmpty), (.need, Self.isEmpty(need)),
            (.goal, Self.isEmpty(goal)),
            (.effectModel, [effectModel.input, effectModel.output, effectModel.outcome].contains(where: Self.isEmpty)),
            (.coreElements, coreElements.allSatisfy { Self.isEmpty($0.text) }),
            (.steps, steps.allSatisfy(Self.isEmpty)),
            (.since, since == nil), (.status, status == .notStated), (.contact, Self.isEmpty(contact.role)),
            (.readiness, readiness == nil),
            (.trust, trust == nil),
        ]
        return fields.filter(\.1).map(\.0)
    }

    private var counts: [PracticeGap] {
        [(PracticeField.successFactors, successFactors), (.stumblingBlocks, stumblingBlocks)].flatMap {
            field, lines -> [PracticeGap] in
            let plain = lines.map(Self.plain).filter { !$0.isEmpty }
            let different = Set(plain).count
            let doubled = Dictionary(grouping: plain) { $0 }.filter { $1.count > 1 }.keys.sorted()
            return doubled.map { .doubled(field, $0) }
                + (different < Self.fewest ? [.tooFew(field, different, of: Self.fewest)] : [])
        }
    }

    private func contradictions(_ today: Day) -> [PracticeGap] {
        var gaps: [PracticeGap] = []
        if let reach,
            reach.of <= 0 || !(0...reach.of).contains(reach.count) || !(1900...today.year).contains(reach.year)
        {
            gaps.append(.reachImpossible)
        }
        let costs = [effort.costOnce, effort.costPerYear, effort.costPerChild].compactMap { $0?.cents }
        if costs.contains(where: { $0 < 0 }) || (effort.staffHours ?? 0) < 0 { gaps.append(.costNegative) }
        if let why = status.why, Self.isEmpty(why) { gaps.append(.whyMissing) }
        let keys = Dictionary(grouping: elements, by: \.key).filter { $1.count > 1 }.keys.sorted()
        return gaps + keys.map { .elementDoubled(key: $0) }
    }

    private var gradings: [PracticeGap] {
        var gaps: [PracticeGap] = []
        let highest = TransferReadiness.highest(with: adopters)
        if let readiness, readiness.level > highest {
            gaps.append(.readinessNotBacked(claimed: readiness.level, highest: highest))
        }
        if let readiness, Self.isEmpty(readiness.criterion) { gaps.append(.criterionMissing(.readiness)) }
        if let trust, Self.isEmpty(trust.criterion) { gaps.append(.criterionMissing(.trust)) }
        for outcome in outcomes {
            if Self.isEmpty(outcome.effect.criterion) { gaps.append(.criterionMissing(.outcomes)) }
            if outcome.effect.level.points >= EffectLevel.tried.points || outcome.effect.level == .noneOrAdverse,
                Self.isEmpty(outcome.source)
            {
                gaps.append(.sourceMissing(indicator: outcome.indicator, outcome.effect.level))
            }
        }
        return gaps
    }

    private var attachments: [PracticeGap] {
        adopters.filter { Self.isEmpty($0.story) }.map { .storyMissing($0.municipality) }
            + documents.filter { Self.isEmpty($0.licence) }.map { .licenceMissing(document: $0.title) }
    }

    private static func isEmpty(_ text: String?) -> Bool { !(text ?? "").contains { !$0.isWhitespace } }

    private static func plain(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
