import Areas
import Design
import HTML
import Prevention
import Texts
import Web

/// The filters of a chain, closed as long as none is set.
func chainFilter(_ h: HTML, _ scene: ChainScene, _ texts: ChainTexts, _ language: Language) {
    let filter = scene.overview.filter
    let words = Vocabulary(language)
    let kept = filter.provider.map { [("traeger", $0.text)] } ?? []
    h.filterPanel(
        action: ChainPath.area.link(AreaSlug.text(scene.overview.area.key)), kept: kept,
        reset: filter.isEmpty ? nil : ChainPath.link(scene.overview.area, ChainFilter()), title: texts.filter.title,
        isWide: true
    ) {
        let choice = { (name: String, label: String, choices: [Choice], value: String?) in
            h.selectField(
                FieldState(name, value ?? ""), label: label, choices: choices, emptyChoice: texts.filter.any)
        }
        choice(
            "ort", texts.filter.setting, Setting.allCases.map { Choice($0.rawValue, words[$0]) },
            filter.setting?.rawValue)
        choice(
            "zugang", texts.filter.access, AccessMode.allCases.map { Choice($0.rawValue, words[$0]) },
            filter.access?.rawValue)
        choice(
            "traegerart", texts.filter.providerKind, ProviderKind.allCases.map { Choice($0.rawValue, words[$0]) },
            filter.providerKind?.rawValue)
        let years = (scene.today.year - 5...scene.today.year + 1).reversed().map { Choice("\($0)", "\($0)") }
        h.selectField(
            FieldState("jahr", filter.year.map(String.init) ?? ""), label: texts.filter.year, choices: years,
            hint: texts.filter.yearHint, emptyChoice: texts.filter.any)
        if scene.isStaff {
            choice(
                "art", texts.filter.tier, PreventionTier.allCases.map { Choice($0.rawValue, words[$0]) },
                filter.tier?.rawValue)
            h.selectField(
                FieldState("stand", filter.includesHidden ? "alle" : ""), label: texts.filter.status,
                choices: [Choice("alle", texts.filter.statusAll)], emptyChoice: texts.filter.statusPublic)
        }
        if !scene.tree.ancestors(of: scene.overview.area.id).isEmpty {
            h.checkbox(FieldState("umfeld", filter.includesAbove ? "ja" : ""), label: texts.filter.above)
        }
    }
}
