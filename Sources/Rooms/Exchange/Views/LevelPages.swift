import Design
import HTML
import Prevention
import Rounds
import Texts
import Transfers
import Web

/// `/boerse/stand`: how far each municipality is with each link; for itself, and for the steering body.
func levelsPage(_ scene: Scene, _ caller: ExchangeCaller, _ form: FormReader) -> Answer {
    let (texts, market) = (scene.texts.levels, scene.market)
    let shown = market.participants.filter { $0.isActive && caller.sees($0.id) }
    return scene.page(texts.title, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, texts.title)
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.errorSummary(form.summary)
        guard !shown.isEmpty, !market.links.isEmpty else { return h.emptyState(texts.none, texts.own, icon: .table) }
        h.p(texts.legend, .class("small muted exwide"))
        h.dataTable(
            DataTable(
                texts.title,
                columns: [Column(texts.link)] + shown.map { Column($0.name) } + [Column(texts.obligation)],
                rows: market.links.map { link in
                    let levels = shown.map { one -> TableCell in
                        let level = market.level(one.id, link.id)
                        return .badge(
                            scene.texts.words.levels["\(level.rawValue)"] ?? "",
                            level >= .anchored ? .good : level == .missing ? nil : .info)
                    }
                    let obligation = scene.texts.words.obligations[link.obligation.rawValue] ?? ""
                    return [.text(link.title)] + levels + [.text(obligation)]
                }, isCaptionHidden: true, hasStickyHead: true))
        h.actions { h.linkButton(texts.planTitle, to: ExchangePath.plan.link(), icon: .chart) }
        if caller.isBoard { setLevel(h, scene, form) }
    }
}

private func setLevel(_ h: HTML, _ scene: Scene, _ form: FormReader) {
    let texts = scene.texts.levels
    h.disclosure(texts.set, isOpen: !form.isComplete) {
        h.postForm(to: ExchangePath.levels.link(), scene.visit) {
            h.selectField(
                form.state("kommune"), label: texts.municipality,
                choices: scene.market.participants.filter(\.isActive).map { Choice($0.id.text, $0.name) })
            linkField(h, scene, form, texts.link)
            h.selectField(
                form.state("stufe"), label: texts.level,
                choices: LinkLevel.allCases.map {
                    Choice("\($0.rawValue)", scene.texts.words.levels["\($0.rawValue)"] ?? "")
                })
            h.textField(form.state("grund"), label: texts.reason)
            h.actions { h.submitButton(texts.save, .confirm) }
        }
    }
}

extension Market {
    /// The levels as forecasts read them.
    var levelTable: LevelTable {
        var table = LevelTable()
        for (key, record) in levels { table[key.link, key.participant] = record.level }
        return table
    }

    /// How many half-years until everybody has every duty link.
    func forecast(seed: String = "") -> RoundForecast {
        RoundForecast(
            participants.filter(\.isActive).map(\.participant),
            links.map { LinkType(id: $0.id, obligation: $0.obligation) }, levelTable, rules, seed: seed)
    }
}

/// `/boerse/stand/plan`: how long it takes until everybody has every duty link.
func planPage(_ scene: Scene) -> Answer {
    let texts = scene.texts.levels
    return scene.page(texts.planTitle) { h in
        scene.crumbs(h, texts.planTitle, Crumb(texts.title, ExchangePath.levels.link()))
        h.h1(texts.planTitle)
        h.p(texts.planLead, .class("lead"))
        let duties = scene.market.links.contains { $0.obligation == .duty }
        guard duties, scene.market.participants.contains(where: \.isActive) else {
            return h.emptyState(texts.none, texts.own, icon: .chart)
        }
        forecast(h, scene, scene.market.forecast(), scene.title)
    }
}

/// Lower bound, forecast and what is still missing after each half-year.
func forecast(_ h: HTML, _ scene: Scene, _ forecast: RoundForecast, _ title: (ID<LinkType>) -> String) {
    let (texts, formats) = (scene.texts.report, scene.formats)
    h.keyFacts([
        KeyFact(texts.missing, formats.number(forecast.missing), icon: .gap),
        KeyFact(
            texts.bound, forecast.lowerBound.map { "\(formats.number($0)) \(texts.halfYear)" } ?? texts.boundNever,
            icon: .flag),
        KeyFact(
            texts.forecast,
            forecast.finishedAfter.map { "\(formats.number($0)) \(texts.halfYear)" } ?? texts.forecastOpen,
            icon: .calendar),
    ])
    if !forecast.withoutGiver.isEmpty {
        h.alert(.warning, texts.noGiver.filled(["links": formats.list(forecast.withoutGiver.map(title))]))
    }
    guard !forecast.halfYears.isEmpty else { return }
    h.dataTable(
        DataTable(
            texts.forecast,
            columns: [
                Column(texts.halfYear), Column(texts.transfers, isNumeric: true), Column(texts.fund, isNumeric: true),
                Column(texts.stillMissing, isNumeric: true),
            ],
            rows: forecast.halfYears.enumerated().map { index, half in
                [
                    .text("\(index + 1)."), .number(formats.number(half.transfers), Double(half.transfers)),
                    .number(formats.number(half.fromFund), Double(half.fromFund)),
                    .number(formats.number(half.missing), Double(half.missing)),
                ]
            }))
}
