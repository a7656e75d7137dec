import Design
import HTML
import Indicators
import Prevention
import Texts

/// What to show: a form that asks by address. The script answers changes at once, without loading the page again.
struct AtlasForm {
    let scene: AtlasScene
    let indicators: [Indicator]
    let texts: MonitoringTexts
    let language: Language

    func write(_ h: HTML) {
        let pickers = Pickers(texts: texts.shared, language: language)
        h.form(
            .class("chooser no-print"), .action(.to(AtlasLink.start)),
            .attribute("data-atlas", Link.to("/monitoring/werte").address(pathPrefix: language.pathPrefix)),
            .flag("data-keep-place")
        ) {
            pickers.indicator(h, indicators.filter(\.measure.isMapped), chosen: scene.indicator.key)
            pickers.region(h, scene.coverage.regions.map(\.root), chosen: scene.layer.root, tree: scene.tree)
            let floors = scene.coverage.regions.first { $0.root.id == scene.layer.root.id }?.floors ?? []
            pickers.floor(h, floors, chosen: scene.layer.scope.floor)
            pickers.period(h, scene.series.periods, chosen: scene.period)
            h.submitButton(texts.shared.show, .confirm, isSmall: true)
            h.details(.flag("open", isOpen)) {
                h.summary(texts.atlas.more)
                h.div {
                    shown(h)
                    comparison(h)
                    breaks(h)
                    view(h)
                }
            }
        }
    }

    /// Whether something unusual is shown.
    private var isOpen: Bool {
        let query = scene.query
        return query.shown != .published || query.comparison != nil || query.breaks != .natural || query.classes != 5
            || query.isEachPeriodApart || query.view != .map || query.showsOffers
    }

    private func shown(_ h: HTML) {
        let ways = scene.ways
        guard ways.count > 1 else { return }
        let title = { (way: AtlasQuery.Shown) -> String in
            switch way {
            case .published: texts.atlas.published
            case .perBase: texts.atlas.perBase
            case .smoothed: texts.atlas.smoothed
            }
        }
        h.selectField(
            FieldState("wert", scene.query.shown.rawValue), label: texts.atlas.shown,
            choices: ways.filter { $0 != .published }.map { Choice($0.rawValue, title($0)) },
            emptyChoice: texts.atlas.published)
    }

    private func comparison(_ h: HTML) {
        var areas = scene.comparisons
        if let chosen = scene.comparison, !areas.contains(chosen) { areas.append(chosen) }
        guard !areas.isEmpty else { return }
        h.selectField(
            FieldState("vergleich", scene.comparison.map { AreaSlug.text($0.key) } ?? ""), label: texts.atlas.compare,
            choices: areas.map { Choice(AreaSlug.text($0.key), $0.name) }, emptyChoice: texts.atlas.compareNone)
    }

    private func breaks(_ h: HTML) {
        let query = scene.query
        h.selectField(
            FieldState("art", query.breaks.rawValue), label: texts.atlas.breaks,
            choices: [
                Choice(AtlasQuery.Breaks.quantile.rawValue, texts.atlas.quantile),
                Choice(AtlasQuery.Breaks.equal.rawValue, texts.atlas.equal),
                Choice(AtlasQuery.Breaks.own.rawValue, texts.atlas.own),
            ], emptyChoice: texts.atlas.natural)
        h.selectField(
            FieldState("klassen", "\(query.classes)"), label: texts.atlas.classes,
            choices: (3...7).map { Choice("\($0)", "\($0)") })
        h.textField(FieldState("grenzen", query.boundsText), label: texts.atlas.bounds, hint: texts.atlas.boundsHint)
        h.checkbox(
            FieldState("einzeln", query.isEachPeriodApart ? "ja" : ""), label: texts.atlas.eachPeriod,
            hint: texts.atlas.eachPeriodHint)
    }

    private func view(_ h: HTML) {
        h.selectField(
            FieldState("ansicht", scene.query.view.rawValue), label: texts.atlas.view,
            choices: [
                Choice(AtlasQuery.View.periods.rawValue, texts.atlas.periods),
                Choice(AtlasQuery.View.indicators.rawValue, texts.atlas.indicators),
            ], emptyChoice: texts.atlas.map)
        if scene.layer.projection != nil {
            h.checkbox(
                FieldState("angebote", scene.query.showsOffers ? "ja" : ""), label: texts.atlas.offers,
                hint: texts.atlas.offersHint)
        }
    }
}
