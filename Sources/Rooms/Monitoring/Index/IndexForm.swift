import Design
import Indicators
import Prevention
import Statistics
import Tables
import Texts
import Web

/// The form of an index: fields of a definition and back.
enum IndexForm {
    static let mostGroups = 12
    static let mostParts = 30

    /// Name of the page's list of indicators, from which all lines pick.
    static let suggestions = "kenngroessen"

    static func group(_ number: Int) -> String { "g\(number)-name" }
    static func groupWeight(_ number: Int) -> String { "g\(number)-gewicht" }
    static func part(_ group: Int, _ number: Int) -> String { "g\(group)-\(number)" }
    static func effect(_ group: Int, _ number: Int) -> String { "g\(group)-\(number)-wirkung" }
    static func weight(_ group: Int, _ number: Int) -> String { "g\(group)-\(number)-gewicht" }

    /// Published indicators, and those of the definition that are not published here. Milestones are no numbers.
    static func choices(
        _ series: [PublishedSeries], _ definition: IndexDefinition?, _ texts: MonitoringTexts.Index
    ) -> [Choice] {
        let numbers = series.map(\.indicator).filter { $0.measure != .yesNo }
        let known = Set(numbers.map(\.key))
        let missing = (definition?.parts ?? []).map(\.indicator).filter { !known.contains($0) }
        return numbers.sorted { $0.name < $1.name }.map { Choice($0.key, $0.name) }
            + missing.map { Choice($0, texts.form.unpublished.filled(["key": $0])) }
    }

    static func fields(of definition: IndexDefinition, _ language: Language) -> Fields {
        let formats = Formats(language)
        func number(_ value: Double) -> String {
            value == value.rounded() ? "\(Int(value))" : formats.decimal(value, places: 2)
        }
        var fields: [(String, String)] = [
            ("name", definition.name), ("zweck", definition.about),
            ("sichtbar", definition.isPublic ? "ja" : ""), ("vereinheitlichung", definition.normalisation.rawValue),
            ("mittel", definition.aggregation.rawValue), ("luecken", definition.imputation.rawValue),
            ("ausreisser", definition.treatsOutliers ? "ja" : ""), ("anteil", "\(definition.minimumShare)"),
        ]
        for (number_, group) in definition.groups.enumerated() {
            fields += [(Self.group(number_), group.name), (groupWeight(number_), number(group.weight))]
            for (place, part) in group.parts.enumerated() {
                fields += [
                    (Self.part(number_, place), part.indicator), (effect(number_, place), part.effect.rawValue),
                    (weight(number_, place), number(part.weight)),
                ]
            }
        }
        return Fields(fields)
    }

    /// Reads what was typed; empty lines and groups vanish.
    static func read(
        _ form: inout FormReader, over old: IndexDefinition, _ choices: [Choice], _ texts: MonitoringTexts.Index
    ) -> IndexDefinition {
        var definition = old
        definition.name = form.requiredText("name", max: 120) ?? ""
        definition.about = form.longText("zweck", max: 2_000) ?? ""
        definition.isPublic = form.flag("sichtbar")
        definition.normalisation =
            form.choice("vereinheitlichung", as: IndexDesign.Normalisation.self) ?? old.normalisation
        definition.aggregation = form.choice("mittel", as: IndexDesign.Aggregation.self) ?? old.aggregation
        definition.imputation = form.choice("luecken", as: IndexDesign.Imputation.self) ?? old.imputation
        definition.treatsOutliers = form.flag("ausreisser")
        definition.minimumShare = form.integer("anteil", in: 0...100) ?? old.minimumShare
        definition.groups = groups(&form, choices, texts)
        if form.isComplete, definition.parts.count < 2 { form.refuse(part(0, 0), texts.form.tooFew) }
        return definition
    }

    /// An indicator is named or picked from the list; its key is understood, too.
    private static func key(_ typed: String, _ choices: [Choice]) -> String? {
        let folded = Folding.fold(typed)
        return choices.first { $0.value == typed || Folding.fold($0.title) == folded }?.value
    }

    private static func groups(
        _ form: inout FormReader, _ choices: [Choice], _ texts: MonitoringTexts.Index
    ) -> [IndexDefinition.Group] {
        var groups: [IndexDefinition.Group] = []
        var seen: Set<String> = []
        for number in 0..<mostGroups {
            var parts: [IndexDefinition.Part] = []
            for place in 0..<mostParts {
                guard let typed = form.text(part(number, place), max: 200) else { continue }
                guard let key = key(typed, choices) else {
                    form.refuse(part(number, place), texts.form.unknownIndicator)
                    continue
                }
                if !seen.insert(key).inserted { form.refuse(part(number, place), texts.form.twice) }
                let effect = form.choice(effect(number, place), as: IndexDefinition.Effect.self)
                if effect == nil { form.refuse(Self.effect(number, place), texts.form.needsEffect) }
                let weight = form.decimal(weight(number, place), in: 0.01...1_000) ?? 1
                parts.append(IndexDefinition.Part(key, effect ?? .unfavourable, weight: weight))
            }
            let name = form.text(group(number), max: 80)
            let weight = form.decimal(groupWeight(number), in: 0.01...1_000) ?? 1
            if parts.isEmpty { continue }
            if name == nil { form.refuse(group(number), texts.form.needsName) }
            groups.append(IndexDefinition.Group(name ?? "", weight: weight, parts))
        }
        return groups
    }
}

/// The form as it is shown.
struct IndexFormPage {
    let form: FormReader
    /// `nil` for a new one.
    let stored: IndexDefinition?
    /// What the fields say, for the weights beside them.
    let shown: IndexDefinition
    let choices: [Choice]
    var isStale = false

    init(form: FormReader, stored: IndexDefinition?, shown: IndexDefinition, choices: [Choice]) {
        self.form = form
        self.stored = stored
        self.shown = shown
        self.choices = choices
    }

    /// Number of sub-indices that stand in the fields.
    var groupCount: Int {
        (0..<IndexForm.mostGroups).last { number in
            form.fields.text(IndexForm.group(number)) != nil || partCount(number) > 0
        }.map { $0 + 1 } ?? 0
    }

    /// A line's indicator by its name, also where the fields hold its key.
    func chosen(_ group: Int, _ number: Int) -> FieldState {
        var state = form.state(IndexForm.part(group, number))
        if let choice = choices.first(where: { $0.value == state.value }) { state.values = [choice.title] }
        return state
    }

    /// Number of lines of a sub-index that stand in the fields.
    func partCount(_ group: Int) -> Int {
        (0..<IndexForm.mostParts).last { form.fields.text(IndexForm.part(group, $0)) != nil }.map { $0 + 1 } ?? 0
    }
}
