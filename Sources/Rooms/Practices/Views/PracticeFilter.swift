import Areas
import Design
import HTML
import Prevention
import Texts
import Web

/// The questions beside the list: what most ask first, then the rest folded away.
func practiceFilter(_ h: HTML, _ model: PracticeListModel, _ words: ReadingWords) {
    let query = model.query
    let texts = words.texts.list
    let isNarrowed = !query.fields.isEmpty
    h.filterPanel(
        action: PracticesPath.list.link(), kept: query.gap.map { [("luecke", $0.text)] } ?? [],
        reset: isNarrowed ? PracticesPath.list.link() : nil
    ) {
        h.textField(FieldState("q", query.text), label: texts.search, hint: texts.searchHint)
        let ends = Set(AgeScale.sections.flatMap { [$0.from, $0.to] })
        h.disclosure(texts.exactAge, isOpen: ![query.from, query.to].allSatisfy { $0.map(ends.contains) ?? true }) {
            ageField(h, "von", query.from, texts.from, words)
            ageField(h, "bis", query.to, texts.to, words)
        }
        townField(h, model, words)
        if !model.needs.isEmpty {
            h.selectField(
                FieldState("kenngroesse", query.need ?? ""), label: texts.need,
                choices: model.needs.map { Choice($0.key, $0.name) }, emptyChoice: texts.all)
        }
        for facet in PracticeFacet.allCases { facetField(h, facet, model, words) }
    }
}

private func ageField(_ h: HTML, _ name: String, _ age: AgeInMonths?, _ label: String, _ words: ReadingWords) {
    var months = [-9, -6, -3, 0, 3, 6, 9, 12, 18] + Array(stride(from: 24, through: 324, by: 12))
    if let age, !months.contains(age.months) { months = (months + [age.months]).sorted() }
    h.selectField(
        FieldState(name, age?.description ?? ""), label: label,
        choices: months.compactMap { AgeInMonths($0) }.map { Choice($0.description, words.formats.age($0)) },
        emptyChoice: words.texts.list.anyAge)
}

private func townField(_ h: HTML, _ model: PracticeListModel, _ words: ReadingWords) {
    let texts = words.texts.list
    let state = FieldState("fuer", model.query.town ?? "")
    guard !model.towns.isEmpty else {
        h.textField(state, label: texts.town, hint: texts.townKey)
        return
    }
    h.selectField(
        state, label: texts.town, choices: model.towns.map { Choice(AreaParameter.text($0.key), $0.name) },
        hint: texts.townHint, emptyChoice: texts.noTown)
}

/// One facet with its counts; values without hits are left out unless chosen.
private func facetField(_ h: HTML, _ facet: PracticeFacet, _ model: PracticeListModel, _ words: ReadingWords) {
    let counts = model.result.counts[facet] ?? [:]
    let chosen = model.query.chosen[facet] ?? []
    let choices = facet.values.filter { counts[$0] ?? 0 > 0 || chosen.contains($0) }.map { value in
        let title =
            [.effect, .readiness, .trust].contains(facet)
            ? words.level(value, of: facet) : words.value(value, of: facet)
        return Choice(value, title, count: counts[value] ?? 0)
    }
    guard !choices.isEmpty else { return }
    let group = {
        h.checkboxGroup(
            FieldState(facet.rawValue, values: facet.values.filter(chosen.contains)), legend: words[facet],
            choices: choices)
    }
    if facet == .field || facet == .status || facet == .fit || facet == .coaching {
        group()
    } else {
        h.disclosure(words[facet], isOpen: !chosen.isEmpty, content: group)
    }
}

/// A key of an area as a value of an address.
enum AreaParameter {
    static func text(_ key: AreaKey) -> String { key.text.replacing("/", with: "~") }
    static func key(_ text: String) -> AreaKey? { AreaKey(text.replacing("~", with: "/")) }
}
