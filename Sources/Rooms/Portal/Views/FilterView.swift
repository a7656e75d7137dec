import Areas
import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// Eingrenzen: the facets of the results with how many offers each choice leaves.
struct FilterView {
    let texts: PortalTexts.Results
    let question: PortalQuestion
    let facets: [Facet]
    let tree: AreaTree

    func write(_ h: HTML) {
        let vocabulary = Vocabulary(h.language)
        guard question.hasFilters || facets.contains(where: { !$0.values.isEmpty }) else {
            // Keeps its place beside the list.
            h.div(.hidden()) {}
            return
        }
        h.filterPanel(
            action: PortalPaths.offers.link(), kept: question.keptPairs,
            reset: question.hasFilters ? question.withoutFilters.link : nil
        ) {
            group(h, .field, "feld", texts.field) { FieldOfAction(rawValue: $0).map { vocabulary[$0] } }
            important(h)
            group(h, .language, "sprache", texts.language, most: 8) { LanguageNames.name(of: $0, in: h.language) }
            if question.place.isEmpty { areas(h) }
            group(h, .accessibility, "zugang", texts.access) {
                AccessibilityFeature(rawValue: $0).map { vocabulary[$0] }
            }
            group(h, .weekday, "tag", texts.weekday, most: 7) { Int($0).map { h.formats.weekday($0) } }
        }
    }

    private func values(_ kind: Facet.Kind) -> [Facet.Value] {
        (facets.first { $0.kind == kind }?.values ?? []).filter { $0.count > 0 || $0.isChosen }
    }

    private func group(
        _ h: HTML, _ kind: Facet.Kind, _ name: String, _ legend: String, most: Int = 10, title: (String) -> String?
    ) {
        let found = values(kind)
        let values = kind == .weekday ? found.sorted { $0.key < $1.key } : found
        let shown = values.prefix(most) + values.dropFirst(most).filter(\.isChosen)
        let choices = shown.compactMap { value in title(value.key).map { Choice(value.key, $0, count: value.count) } }
        guard !choices.isEmpty else { return }
        h.checkboxGroup(FieldState(name, values: shown.filter(\.isChosen).map(\.key)), legend: legend, choices: choices)
    }

    /// Free and without registration: two different fields of the address under one heading.
    private func important(_ h: HTML) {
        let free = values(.cost).first { $0.key == "free" }
        let open = values(.registration).first { $0.key == Registration.Need.notNeeded.rawValue }
        guard free != nil || open != nil else { return }
        h.fieldset(.class("field")) {
            h.legend(texts.important)
            if let free { box(h, "kosten", "frei", texts.free, free.count, question.isFree) }
            if let open { box(h, "anmeldung", "ohne", texts.noRegistration, open.count, question.registrationFree) }
        }
    }

    private func box(_ h: HTML, _ name: String, _ value: String, _ title: String, _ count: Int, _ isOn: Bool) {
        h.label(.class("choice"), .for("filter-" + name)) {
            h.input(.type("checkbox"), .id("filter-" + name), .name(name), .value(value), .flag("checked", isOn))
            h.span(title)
            h.span(h.formats.number(count), .class("count"))
        }
    }

    private func areas(_ h: HTML) {
        let choices = values(.area).prefix(12).compactMap { value in
            AreaKey(value.key).flatMap { tree.area(key: $0) }.map { Choice($0.key.text, $0.name, count: value.count) }
        }
        guard choices.count > 1 else { return }
        h.radioGroup(FieldState("ort"), legend: texts.area, choices: choices)
    }
}
