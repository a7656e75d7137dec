import Areas
import Design
import Indicators
import Prevention
import Texts

/// Sätze einer Karte: heading, finding, legend and source.
struct AtlasWords {
    let scene: AtlasScene
    let texts: MonitoringTexts
    let language: Language
    let values: ValueWords
    let formats: Formats

    init(_ scene: AtlasScene, _ texts: MonitoringTexts, _ language: Language) {
        self.scene = scene
        self.texts = texts
        self.language = language
        formats = Formats(language)
        let isCount = scene.indicator.measure == .count && scene.query.shown == .published
        values = ValueWords(scene.indicator, language, texts.shared, places: isCount ? 0 : Self.places(scene.column))
    }

    /// Decimals that tell the values apart.
    private static func places(_ column: ValueColumn) -> Int {
        let known = column.known
        guard let least = known.min(), let most = known.max() else { return 1 }
        return most - least < 1 ? 2 : 1
    }

    /// The unit of what is shown.
    var unit: String {
        guard scene.query.shown != .published, scene.indicator.measure == .count else { return scene.indicator.unit }
        return "%"
    }

    func number(_ value: Double) -> String { values.number(value, unit: unit) }

    /// "Kinder in SGB II: Dortmund, 2022".
    var heading: String {
        texts.atlas.heading.filled([
            "indicator": scene.indicator.name, "area": scene.tree.fullName(of: scene.layer.root),
            "period": scene.period.words(language),
        ])
    }

    /// What the map says, in one or two sentences.
    var finding: String {
        var sentences: [String] = []
        if let extremes = scene.extremes {
            sentences.append(
                texts.atlas.finding.filled([
                    "areas": texts.shared[scene.layer.scope.floor], "least": number(extremes.least.value),
                    "leastArea": extremes.least.name, "most": number(extremes.most.value),
                    "mostArea": extremes.most.name,
                ]))
        } else {
            sentences.append(texts.atlas.noValues)
        }
        let root = scene.comparison ?? scene.layer.root
        let whole = scene.series[root.id, scene.period].number(scene.query.shown, scene.indicator.measure)
        if let whole { sentences.append(texts.atlas.wholeIs.filled(["area": root.name, "value": number(whole)])) }
        let unknown = scene.column.count(.notAvailable)
        let keptBack = scene.column.count(.suppressed)
        if unknown > 0 { sentences.append(texts.atlas.unknownAreas(unknown, in: language)) }
        if keptBack > 0 { sentences.append(texts.atlas.keptBackAreas(keptBack, in: language)) }
        return sentences.joined(separator: " ")
    }

    /// The value of the area at a place of the layer, as the map shows it.
    func words(at place: Int) -> String {
        let column = scene.shownColumn
        guard column.values[place].isFinite else {
            return values.state(column.states[place] == .suppressed ? .suppressed : .notAvailable)
        }
        let value = column.values[place]
        return scene.comparison == nil ? number(value) : values.difference(value) + suffix
    }

    /// Short, for a tile.
    func short(at place: Int) -> String {
        let value = scene.shownColumn.values[place]
        guard value.isFinite else { return "–" }
        return scene.comparison == nil ? values.bare(value) : values.difference(value)
    }

    private var suffix: String { unit.isEmpty ? "" : "\u{A0}" + differenceUnit }

    /// Differences of percentages are percentage points.
    var differenceUnit: String {
        guard unit == "%" else { return unit }
        return language == .english ? "percentage points" : "Prozentpunkte"
    }

    var legend: [ClassMap.Key] {
        var keys = scene.scale.map { $0.palette == .sequential ? classKeys($0) : differenceKeys($0) } ?? []
        let states = scene.shownColumn.states
        if states.contains(.notAvailable) { keys.append(ClassMap.Key(ClassMap.unknown, texts.shared.notKnown)) }
        if states.contains(.suppressed) { keys.append(ClassMap.Key(ClassMap.keptBack, texts.shared.keptBack)) }
        return keys
    }

    private func classKeys(_ scale: AtlasScale) -> [ClassMap.Key] {
        scale.bounds.indices.map { index in
            let words =
                index == 0
                ? texts.atlas.upTo.filled(["from": values.bare(scale.least), "to": values.bare(scale.bounds[0])])
                : texts.atlas.above.filled([
                    "from": values.bare(scale.bounds[index - 1]), "to": values.bare(scale.bounds[index]),
                ])
            return ClassMap.Key(scale.steps[index], words)
        }
    }

    private func differenceKeys(_ scale: AtlasScale) -> [ClassMap.Key] {
        let bound = { (index: Int) in values.bare(abs(scale.bounds[index])) }
        let (near, far) = (bound(2), bound(3))
        let words = [
            texts.atlas.lessThan.filled(["from": far]), texts.atlas.lessThan.filled(["from": near]),
            texts.atlas.about0.filled(["to": near]), texts.atlas.moreThan.filled(["from": near]),
            texts.atlas.moreThan.filled(["from": far]),
        ]
        return zip(scale.steps, words).map { ClassMap.Key($0, $1) }
    }

    /// What the legend counts: "%", "Prozentpunkte gegenüber Dortmund".
    var legendTitle: String {
        let inUnit = unit.isEmpty ? "" : texts.atlas.inUnit.filled(["unit": unit])
        let what =
            scene.query.shown == .smoothed
            ? [texts.atlas.smoothed, inUnit].filter { !$0.isEmpty }.joined(separator: ", ") : inUnit
        guard let comparison = scene.comparison else { return what.isEmpty ? texts.atlas.legend : what }
        return texts.atlas.difference.filled(["area": comparison.name, "unit": differenceUnit])
    }

    var note: SourceNote {
        let outlines =
            scene.layer.projection == nil
            ? texts.atlas.tiles : texts.atlas.outlines.filled(["source": scene.layer.source])
        let source = [scene.indicator.source, outlines].filter { !$0.isEmpty }.joined(separator: "; ")
        let base = scene.indicator.denominator
        return SourceNote(source, date: scene.period.words(language), base: base.isEmpty ? nil : base)
    }
}
