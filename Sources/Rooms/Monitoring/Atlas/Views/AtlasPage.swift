import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// What the page of a map needs besides the map.
struct AtlasPageModel: Sendable {
    let scene: AtlasScene
    let indicators: [Indicator]
    let places: [OfferPlace]
    /// Further maps of the same areas.
    let others: [AtlasScene]
}

/// `/monitoring/atlas/{indicator}`
func atlasPage(_ visit: Visit, _ model: AtlasPageModel, _ texts: MonitoringTexts) -> Answer {
    let words = AtlasWords(model.scene, texts, visit.language)
    let head = PageHead(
        words.heading, description: words.finding, section: MonitoringRoom.name, isPrivate: visit.query.all.count > 4)
    return visit.page(head) { h in
        h.breadcrumb([
            Crumb(texts.navigation, MonitoringPath.start.link()), Crumb(texts.atlas.title),
        ])
        h.header(.class("masthead")) {
            h.h1(words.heading, .class("h2"), .attribute("data-part", "heading"))
            h.p(words.finding, .attribute("data-part", "finding"))
            if words.scene.indicator.isInvented { h.p { h.badge(texts.shared.invented, .info) } }
        }
        notices(h, words)
        AtlasForm(scene: model.scene, indicators: model.indicators, texts: texts, language: visit.language).write(h)
        if model.scene.comparison == nil { h.howTo(texts.atlas.howTo, texts) }
        if model.others.isEmpty { mapWithLegend(h, model, words) } else { multiples(h, model, words) }
        actions(h, words)
        if model.scene.query.showsOffers { places(h, model, words) }
        AtlasTable(words: words).write(h)
        readingAid(h, model.scene.indicator, texts)
    }
}

private func notices(_ h: HTML, _ words: AtlasWords) {
    let scene = words.scene
    if scene.query.shown == .smoothed { h.alert(.info, words.texts.atlas.smoothedNote) }
    if scene.comparison != nil, scene.whole == nil { h.alert(.info, words.texts.atlas.wholeMissing) }
}

private func mapWithLegend(_ h: HTML, _ model: AtlasPageModel, _ words: AtlasWords) {
    let points = words.points(model.places)
    h.div(.class("atlas")) {
        words.figure(h, points)
        h.aside(.label(words.texts.atlas.legend)) {
            h.h2(words.legendTitle, .attribute("data-part", "legendTitle"))
            h.classLegend(words.legend, words.palette)
            if !points.isEmpty { h.p(words.texts.atlas.offersKey, .class("small")) }
            if words.scene.comparison != nil { h.p(words.texts.atlas.differenceNote, .class("small")) }
        }
    }
}

extension AtlasWords {
    func points(_ places: [OfferPlace]) -> [ClassMap.Point] {
        scene.layer.points(places) { texts.atlas.offersAt($0, in: language) }
    }
}

/// Small maps of all periods or indicators, each a link to its large one.
private func multiples(_ h: HTML, _ model: AtlasPageModel, _ words: AtlasWords) {
    let layer = model.scene.layer
    let maps = model.others.map { scene -> (title: String, link: Link?, palette: ClassMap.Palette, steps: [Int]) in
        let title =
            model.scene.query.view == .periods ? scene.period.words(words.language) : scene.indicator.name
        return (
            title, AtlasLink.map(scene, scene.asking { $0.view = .map }),
            scene.comparison == nil ? .sequential : .diverging, scene.steps
        )
    }
    h.figure(.class("sourced")) {
        if layer.isLarge {
            h.ul(.class("mapsheet plain-list")) {
                for (scene, map) in zip(model.others, maps) {
                    h.li {
                        h.img(
                            .class("classmap"), .src(AtlasLink.file(scene, "karte.svg")), .alt(map.title),
                            .attribute("loading", "lazy"), .attribute("width", "\(layer.width)"),
                            .attribute("height", "\(layer.height)"))
                        if let link = map.link { h.a(map.title, .href(link)) }
                    }
                }
            }
        } else {
            h.classMapSheet(layer.paths, width: layer.width, height: layer.height, maps)
        }
        if model.scene.query.view == .periods, !model.scene.query.isEachPeriodApart {
            h.h2(words.legendTitle, .class("h4"))
            h.classLegend(words.legend, words.palette)
        } else {
            h.p(words.texts.atlas.otherMaps, .class("small"))
        }
        h.figcaption { h.sourceNote(words.note) }
    }
}

/// Files, further views of the same numbers and the code for other pages.
private func actions(_ h: HTML, _ words: AtlasWords) {
    let texts = words.texts.atlas
    let scene = words.scene
    h.div(.class("no-print"), .attribute("data-live", "dateien")) {
        h.p(.class("downloads")) {
            h.span(words.texts.figures.save)
            for (title, file) in [
                ("SVG", "karte.svg"), ("PNG", "karte.png"), ("CSV", "werte.csv"), ("ODS", "werte.ods"),
            ] { h.a(title, .href(AtlasLink.file(scene, file)), .flag("download")) }
            h.a(words.texts.figures.permalink, .href(AtlasLink.map(scene)))
        }
        h.disclosure(texts.embed) {
            h.p(texts.embedHint)
            let address = AtlasLink.embedded(scene).address(pathPrefix: words.language.pathPrefix)
            h.pre {
                h.code(
                    "<iframe src=\"https://…\(address)\" title=\"\(words.heading)\" width=\"720\" height=\"720\" loading=\"lazy\"></iframe>"
                )
            }
            h.p { h.a(texts.embedCode, .href(AtlasLink.embedded(scene))) }
        }
    }
}

/// The places on the map as a list.
private func places(_ h: HTML, _ model: AtlasPageModel, _ words: AtlasWords) {
    let texts = words.texts.atlas
    let shown = Set(words.points(model.places).map(\.title))
    h.section(.labelledBy("orte")) {
        h.h2(texts.offersTitle, .id("orte"))
        if model.scene.layer.projection == nil {
            h.p(texts.offersTile)
        } else if shown.isEmpty {
            h.p(texts.offersNone)
        } else {
            h.disclosure(texts.offersList) {
                h.ul {
                    for place in model.places {
                        let title = "\(place.name): \(texts.offersAt(place.offers.count, in: words.language))"
                        if shown.contains(title) {
                            h.li {
                                h.text(place.name + ": ")
                                for (index, offer) in place.offers.enumerated() {
                                    if index > 0 { h.text(", ") }
                                    h.a(offer.title, .href(.to("/angebote/" + offer.id.text)))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What the number means, who answers for it and what it does not say.
func readingAid(_ h: HTML, _ indicator: Indicator, _ texts: MonitoringTexts) {
    let shared = texts.shared
    let rows = [
        (shared.reading, indicator.readingAid), (shared.caveat, indicator.caveat),
        (shared.counted, indicator.numerator), (shared.outOf, indicator.denominator),
        (shared.source, indicator.source), (shared.office, indicator.office),
        (shared.periodicity, indicator.periodicity), (shared.licence, indicator.licence),
    ].filter { !$0.1.isEmpty }
    guard !rows.isEmpty else { return }
    h.section(.labelledBy("lesen"), .attribute("data-live", "lesen")) {
        h.h2(shared.readingTitle, .id("lesen"))
        h.descriptionList(rows.map { (term: $0.0, value: $0.1) })
    }
}

/// Instead of a map: the indicator is no number, or too little is published.
func atlasNothing(_ visit: Visit, _ series: PublishedSeries, _ texts: MonitoringTexts) -> Answer {
    visit.page(PageHead(series.indicator.name, section: MonitoringRoom.name)) { h in
        h.breadcrumb([Crumb(texts.navigation, MonitoringPath.start.link()), Crumb(texts.atlas.title)])
        h.h1(series.indicator.name)
        if series.indicator.isInvented { h.alert(.info, texts.shared.invented) }
        h.p(series.indicator.measure.isMapped ? texts.atlas.tooFew : texts.atlas.milestone, .class("lead"))
        readingAid(h, series.indicator, texts)
    }
}

/// `/monitoring/einbetten/{indicator}`: the map alone, for other people's pages.
func atlasEmbedded(_ visit: Visit, _ scene: AtlasScene, _ texts: MonitoringTexts) -> Answer {
    let words = AtlasWords(scene, texts, visit.language)
    let title = texts.atlas.embedTitle.filled(["title": words.heading])
    return visit.embeddedPage(PageHead(title, description: words.finding, isPrivate: true)) { h in
        h.h1(words.heading, .class("h3"))
        h.p(words.finding, .class("small"))
        if scene.indicator.isInvented { h.alert(.info, texts.shared.invented) }
        words.figure(h)
        h.h2(words.legendTitle, .class("h4"))
        h.classLegend(words.legend, words.palette)
        h.p(.class("small")) { h.a(texts.atlas.full, .href(AtlasLink.map(scene)), .attribute("target", "_top")) }
    }
}
