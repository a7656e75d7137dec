import Areas
import Design
import HTML
import Offers
import Prevention
import Texts

/// Counts by place, provider, setting, access and, for staff, kind of prevention.
func figuresSection(_ h: HTML, _ model: ChainPageModel, _ texts: ChainTexts, _ language: Language) {
    h.section(.labelledBy("zahlen")) {
        h.h2(texts.figures.title, .id("zahlen"))
        let area = model.overview.area
        if !model.parts.isEmpty {
            let title = area.level.isTown || area.level > .municipality ? texts.figures.districts : texts.figures.towns
            h.h3(title.filled(["area": area.name]))
            countMap(
                h, title.filled(["area": area.name]), model.parts, model.outlines, source: model.source, texts, language
            )
        }
        let figures = ChainFigures(model, texts, language)
        figures.providers(h)
        h.div(.class("duo")) {
            h.div { figures.settings(h) }
            h.div { figures.access(h) }
        }
        if model.scene.isStaff { figures.tiers(h) }
        h.p(texts.figures.several, .class("small muted"))
    }
}

/// The bar charts of an overview; a bar leads to the same page narrowed down to its offers.
private struct ChainFigures {
    private let overview: ChainOverview
    private let texts: ChainTexts
    private let language: Language
    private let words: Vocabulary
    private static let mostProviders = 8

    init(_ model: ChainPageModel, _ texts: ChainTexts, _ language: Language) {
        overview = model.overview
        self.texts = texts
        self.language = language
        words = Vocabulary(language)
    }

    func providers(_ h: HTML) {
        let names = Dictionary(
            overview.offers.map { ($0.providerID, $0.providerName) }, uniquingKeysWith: { first, _ in first })
        let counts = overview.counts { [$0.providerID] }
        let isUnnamed = { (id: ID<Provider>) in Provider.isUnnamed(names[id] ?? "") }
        let named = counts.filter { !isUnnamed($0.value) }
        let shown = named.prefix(Self.mostProviders) + counts.filter { isUnnamed($0.value) }
        chart(h, texts.figures.providers, label: texts.figures.provider, shown, isMuted: isUnnamed) { id, filter in
            filter.provider = id
            return names[id] ?? ""
        }
        if named.count > Self.mostProviders {
            h.p(texts.figures.otherProviders(named.count - Self.mostProviders, in: language), .class("small muted"))
        }
    }

    func settings(_ h: HTML) {
        let counts = overview.counts { $0.settings.map(\.rawValue) }
        chart(h, texts.figures.settings, label: texts.figures.setting, counts.prefix(8)) { raw, filter in
            filter.setting = Setting(rawValue: raw)
            return filter.setting.map { words[$0] } ?? raw
        }
    }

    func access(_ h: HTML) {
        let counts = overview.counts { [$0.access?.rawValue].compactMap { $0 } }
        chart(h, texts.figures.accessModes, label: texts.figures.access, counts[...]) { raw, filter in
            filter.access = AccessMode(rawValue: raw)
            return filter.access.map { words[$0] } ?? raw
        }
    }

    func tiers(_ h: HTML) {
        let counts = overview.counts { [$0.tier?.rawValue].compactMap { $0 } }
        chart(h, texts.figures.tiers, label: texts.figures.tier, counts[...]) { raw, filter in
            filter.tier = PreventionTier(rawValue: raw)
            return filter.tier.map { words[$0] } ?? raw
        }
    }

    private func chart<Value>(
        _ h: HTML, _ title: String, label: String, _ counts: ArraySlice<(value: Value, count: Int)>,
        isMuted: (Value) -> Bool = { _ in false }, name: (Value, inout ChainFilter) -> String
    ) {
        guard !counts.isEmpty else { return }
        let bars = counts.map { value, count in
            var filter = overview.filter
            let title = name(value, &filter)
            return Bar(
                title, Double(count), Formats(language).number(count),
                link: ChainPath.link(overview.area, ChainCell(.any, .any), filter), isMuted: isMuted(value))
        }
        h.barChart(title, label: label, unit: texts.figures.offers, bars: bars)
    }
}
