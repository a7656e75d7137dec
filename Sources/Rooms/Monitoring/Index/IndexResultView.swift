import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts
import Web

/// `/monitoring/index/7…`
///
/// - Parameter refusal: why it has just not become an indicator.
func indexResultPage(
    _ visit: Visit, _ scene: IndexScene, _ all: MonitoringTexts, refusal: IndexRefusal? = nil
) -> Answer {
    let texts = all.index
    let view = IndexResultView(scene: scene, texts: texts, shared: all.shared, language: visit.language)
    let head = PageHead(scene.definition.name, description: texts.about, section: MonitoringRoom.name)
    let edition = IndexEditionView(scene: scene, texts: all, visit: visit)
    return visit.page(head, status: refusal == nil ? 200 : 409) { h in
        h.backLink(texts.backToList, to: MonitoringPath.index.link())
        h.h1(scene.definition.name)
        if visit.isStaff, !scene.definition.isPublic { h.p { h.badge(texts.isDraft, .info) } }
        if !scene.definition.about.isEmpty { h.p(scene.definition.about, .class("lead")) }
        edition.answer(h, refusal)
        if scene.isInvented { h.alert(.warning, texts.result.invented) }
        view.question(h)
        if scene.evaluation == nil {
            h.emptyState(texts.result.noAreas, texts.result.noAreasHint, icon: .chain) {}
        } else {
            view.bands(h)
            view.map(h)
            view.table(h)
            view.parts(h)
            h.p {
                h.a(texts.result.steps, .href(.to(IndexPath.steps.path(scene.definition.id.text), query: scene.query)))
            }
            edition.section(h)
            view.files(h)
        }
        if visit.isPlanner {
            h.actions { h.linkButton(texts.form.edit, to: IndexPath.edit.link(scene.definition.id.text), .confirm) }
        }
    }
}

/// The parts of the result page and of the page of steps.
struct IndexResultView {
    let scene: IndexScene
    let texts: MonitoringTexts.Index
    let shared: MonitoringTexts.Shared
    let language: Language

    init(scene: IndexScene, texts: MonitoringTexts.Index, shared: MonitoringTexts.Shared, language: Language) {
        self.scene = scene
        self.texts = texts
        self.shared = shared
        self.language = language
    }

    var formats: Formats { Formats(language) }
    var words: MonitoringTexts.Index.Result { texts.result }
    private var link: String { IndexPath.index.path(scene.definition.id.text) }

    /// Where the numbers come from and how new they are.
    var note: SourceNote {
        let periods = (scene.evaluation?.periods.values).map { Array(Set($0)).sorted() } ?? []
        return SourceNote(
            scene.sources.isEmpty ? words.sources : scene.sources.joined(separator: "; "),
            date: periods.isEmpty ? nil : formats.list(periods.map(\.description)),
            base: words.places.filled([
                "areas": formats.number(scene.evaluation?.areas.count ?? 0),
                "indicators": formats.number(scene.definition.parts.count),
            ]))
    }

    /// Region, level and time.
    func question(_ h: HTML) {
        guard let layer = scene.layer else { return }
        let pickers = Pickers(texts: shared, language: language)
        h.form(.action(.to(link)), .class("chooser no-print")) {
            pickers.region(h, scene.coverage.regions.map(\.root), chosen: layer.root, tree: scene.tree)
            let floors = scene.coverage.regions.first { $0.root.id == layer.root.id }?.floors ?? [layer.scope.floor]
            pickers.floor(h, floors, chosen: layer.scope.floor)
            h.selectField(
                FieldState("stand", scene.upTo?.description ?? ""), label: words.until,
                choices: scene.periods.map { Choice($0.description, $0.words(language)) }, emptyChoice: words.newest)
            h.submitButton(words.show, .confirm)
        }
    }

    /// In which half each area lies, as far as that can be said.
    func map(_ h: HTML) {
        guard let layer = scene.layer, let evaluation = scene.evaluation, !layer.isLarge else { return }
        let steps = ClassMap.steps(IndexScene.Half.allCases.count)
        let names = [words.halfFavourable, words.halfUnsure, words.halfOther]
        let shapes = layer.areas.enumerated().map { at, area in
            var captions = layer.captions[at]
            if let spot = layer.valuePlaces[at] {
                captions.append(ClassMap.Caption(x: spot.x, y: spot.y, place(at), isValue: true))
            }
            let half = scene.half(at)
            return ClassMap.Shape(
                scene.title(at), path: layer.paths[at], step: half.map { steps[$0.rawValue] } ?? ClassMap.unknown,
                words: half.map { "\(names[$0.rawValue]), \(words.place) \(place(at))" } ?? words.noScore,
                link: MonitoringPath.profile.link(AreaSlug.text(area.key)), captions: captions)
        }
        var legend = zip(steps, names).map { ClassMap.Key($0, $1) }
        if evaluation.areas.indices.contains(where: { scene.half($0) == nil }) {
            legend.append(ClassMap.Key(ClassMap.unknown, words.noScore))
        }
        h.h2(words.map)
        h.figure(.class("sourced")) {
            h.classMap(ClassMap(words.map, shapes: shapes, width: layer.width, height: layer.height, legend: legend))
            h.classLegend(legend, .sequential)
            h.figcaption { h.sourceNote(note) }
        }
    }

    /// "3–9"; a single place only if nothing moves it.
    private func place(_ at: Int) -> String {
        guard let band = scene.bands[at] else { return words.noScore }
        let (from, to) = (formats.number(band.lower), formats.number(band.upper))
        return band.lower == band.upper ? from : "\(from)–\(to)"
    }

    func bands(_ h: HTML) {
        guard let evaluation = scene.evaluation else { return }
        let ranked = scene.order.filter { scene.bands[$0] != nil }
        let count = ranked.count
        let low = ranked.count { scene.half($0) == .other }
        let high = ranked.count { scene.half($0) == .favourable }
        let title =
            low + high == 0
            ? words.bandsNone
            : words.bandsTitle.filled([
                "high": formats.number(high), "low": formats.number(low), "count": formats.number(count),
            ])
        h.rankBands(
            RankBands(
                title,
                rows: ranked.compactMap { at in
                    scene.bands[at].map { band in
                        RankBands.Row(
                            scene.title(at), band.lower...band.upper, median: band.median,
                            link: MonitoringPath.profile.link(AreaSlug.text(evaluation.areas[at].key)))
                    }
                }, count: count, note: note, remarks: [words.placeRemark, words.bandsRemark]))
    }

    func table(_ h: HTML) {
        guard let evaluation = scene.evaluation else { return }
        let groups = scene.definition.groups
        h.h2(words.table)
        h.dataTable(
            DataTable(
                words.table,
                columns: [
                    Column(words.level, sort: .text), Column(words.place, isNumeric: true, sort: .number),
                    Column(words.score, isNumeric: true, sort: .number),
                ] + groups.map { Column($0.name, isNumeric: true, sort: .number) } + [Column(words.missing)],
                rows: scene.order.map { at in
                    let ids = [IndexDefinition.whole] + groups.indices.map { IndexDefinition.id(ofGroup: $0) }
                    return [
                        .text(scene.title(at)),
                        .number(place(at), scene.bands[at].map { Double($0.median) }),
                    ]
                        + ids.map { score(evaluation.result.scores[$0]?[at]) }
                        + [.text(missing(at))]
                }, isCaptionHidden: true, hasStickyHead: evaluation.areas.count > 20))
        h.sourceNote(note)
    }

    private func score(_ value: Double?) -> TableCell {
        value.map { .number(formats.decimal($0, places: 1), ($0 * 100).rounded() / 100) } ?? .number(words.noScore, nil)
    }

    private func missing(_ at: Int) -> String {
        let (hidden, unknown) = scene.missing(at)
        var parts: [String] = []
        if hidden > 0 { parts.append(words.hidden.filled(["count": formats.number(hidden)])) }
        if unknown > 0 { parts.append(words.unknown.filled(["count": formats.number(unknown)])) }
        return parts.isEmpty ? words.allThere : parts.joined(separator: ", ")
    }

    /// What it is made of, with effective weights.
    func parts(_ h: HTML) {
        guard let evaluation = scene.evaluation else { return }
        let weights = (try? scene.definition.design.effectiveWeights()) ?? [:]
        h.h2(words.parts)
        weightRatio(h, scene.definition, texts, language)
        h.dataTable(
            DataTable(
                words.parts,
                columns: [
                    Column(texts.form.indicator), Column(texts.form.groupName), Column(words.effect),
                    Column(words.share, isNumeric: true), Column(words.period), Column(words.source),
                ],
                rows: scene.definition.groups.flatMap { group in
                    group.parts.map { part in
                        [
                            .text(scene.name(ofIndicator: part.indicator)), .text(group.name),
                            .text(texts.effects[part.effect.rawValue] ?? ""),
                            .number(
                                formats.percent((weights[part.indicator] ?? 0) * 100), weights[part.indicator]),
                            .text(evaluation.periods[part.indicator]?.description ?? words.noValues),
                            .text(scene.series[part.indicator]?.indicator.source ?? ""),
                        ]
                    }
                }, isCaptionHidden: true))
        if scene.definition.parts.contains(where: { $0.effect == .need }) { h.p(words.neutral, .class("hint")) }
    }

    func files(_ h: HTML) {
        let id = scene.definition.id.text
        h.h2(words.files)
        h.ul {
            h.li { h.a(words.csv, .href(.to(IndexPath.csv.path(id), query: scene.query))) }
            h.li { h.a(words.json, .href(.to(IndexPath.json.path(id), query: scene.query))) }
        }
    }
}
