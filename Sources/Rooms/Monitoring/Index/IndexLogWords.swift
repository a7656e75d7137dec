import Indicators
import Prevention
import Statistics
import Texts

/// The log of an index in plain sentences.
struct IndexLogWords {
    let scene: IndexScene
    let texts: MonitoringTexts.Index
    let formats: Formats

    init(_ scene: IndexScene, _ texts: MonitoringTexts.Index, _ formats: Formats) {
        self.scene = scene
        self.texts = texts
        self.formats = formats
    }

    /// Steps in the order in which they were taken, each with its sentences.
    var steps: [(title: String, sentences: [String])] {
        let entries = (scene.evaluation?.result.log ?? []) + repetition
        return IndexLogEntry.Step.allCases.compactMap { step in
            let sentences = entries.filter { $0.step == step && $0.action != .untreated }.map(sentence)
            return sentences.isEmpty ? nil : (texts.log.steps[step.rawValue] ?? step.rawValue, sentences)
        }
    }

    private var repetition: [IndexLogEntry] {
        scene.bands.isEmpty ? [] : [IndexLogEntry(.uncertainty, .repeated, count: 1_000)]
    }

    func sentence(_ entry: IndexLogEntry) -> String {
        var text = template(entry.action).filled([
            "name": name(entry.subject), "count": formats.number(entry.count),
        ])
        if let before = entry.before, entry.action != .untreated {
            text +=
                " "
                + texts.log.shape.filled([
                    "skew": formats.decimal(before.skew, places: 2),
                    "kurtosis": formats.decimal(before.kurtosis, places: 2),
                ])
        }
        return text
    }

    /// Of an indicator, a sub-index, the whole or an area.
    private func name(_ subject: String) -> String {
        if subject == IndexDefinition.whole || subject.isEmpty { return scene.definition.name }
        for (number, group) in scene.definition.groups.enumerated()
        where IndexDefinition.id(ofGroup: number) == subject {
            return group.name
        }
        if let area = scene.evaluation?.areas.first(where: { $0.key.text == subject }) { return area.name }
        return scene.name(ofIndicator: subject)
    }

    private func template(_ action: IndexLogEntry.Action) -> String {
        let words = texts.log
        return switch action {
        case .divided: words.divided
        case .withoutDenominator: words.withoutDenominator
        case .unitLeftOut: words.unitLeftOut
        case .allUnitsKept: words.allUnitsKept
        case .filledWithGroupMean: words.filledWithGroupMean
        case .notFilled: words.notFilled
        case .gapsKept: words.gapsKept
        case .winsorised: words.winsorised
        case .logarithm: words.logarithm
        case .leftSkewed: words.leftSkewed
        case .untreated: words.untreated
        case .reversed: words.reversed
        case .normalised: words.normalised
        case .notComputable: words.notComputable
        case .scaleReplaced: words.scaleReplaced
        case .aggregated: words.aggregated
        case .weightsShared: words.weightsShared
        case .belowShare: words.belowShare
        case .ranked: words.ranked
        case .tied: words.tied
        case .repeated: words.repeated
        }
    }
}
