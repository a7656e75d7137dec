import Areas
import Design
import HTML
import Indicators
import Prevention
import Similarity
import Texts
import Web

/// `/monitoring/aehnlich/{area}`: who is alike, how near, and in what they differ; a hint, never a ranking.
struct SimilarPage {
    let area: Area
    let similar: SimilarAreas
    let series: [PublishedSeries]
    /// Indicators to whose prediction the weights can be fitted.
    let outcomes: [Indicator]
    let tree: AreaTree
    let today: Day
    /// Different ones that meet the same conditions.
    let others: [SameConditions]
    let texts: MonitoringTexts
    let language: Language

    /// How many are told.
    static let most = 10

    private var words: MonitoringTexts.Similar { texts.similar }
    private var formats: Formats { Formats(language) }
    private var names: AreaNames {
        AreaNames([area] + similar.areas + others.compactMap { tree[$0.area] }, tree)
    }
    var title: String { words.heading.filled(["area": names[area]]) }
    private var path: Link { MonitoringPath.similar.link(AreaSlug.text(area.key)) }

    func write(_ h: HTML) {
        h.breadcrumb([
            Crumb(texts.navigation, MonitoringPath.start.link()),
            Crumb(words.title, MonitoringPath.similarStart.link()), Crumb(names[area]),
        ])
        h.h1(title)
        guard !similar.matches.isEmpty else {
            h.p(words.none, .class("lead"))
            return
        }
        h.p(lead, .class("lead"))
        h.p(words.hint)
        if similar.indicators.contains(where: \.isInvented) { h.p(texts.shared.invented, .class("small muted")) }
        list(h)
        if !others.isEmpty { otherList(h) }
        weights(h)
    }

    private var lead: String {
        let near = similar.matches.filter { $0.closeness == .veryClose || $0.closeness == .close }
        let list = formats.list(near.isEmpty ? [names[similar.matches[0].area]] : near.prefix(4).map { names[$0.area] })
        return (near.isEmpty ? words.leadOne : words.lead).filled(["area": names[area], "similar": list])
    }

    // MARK: The list

    private func list(_ h: HTML) {
        h.section(.labelledBy("liste")) {
            h.h2(words.found(similar.matches.count, in: language), .id("liste"))
            h.ul(.class("entries")) { for row in table.rows { card(h, row) } }
            h.p(words.asOf.filled(["day": formats.day(today)]), .class("small muted"))
            h.actions {
                h.printButton()
                h.linkButton(
                    words.csv, to: .file(MonitoringPath.similar.path(AreaSlug.text(area.key)) + "/werte.csv"),
                    icon: .download, isSmall: true)
            }
        }
    }

    private func card(_ h: HTML, _ row: SimilarTable.Row) {
        h.li {
            h.card {
                h.h3(.class("h4")) { h.a(row.name, .href(row.link)) }
                h.p { h.badge(row.closeness) }
                if !row.differences.isEmpty {
                    h.p(words.differences + ":", .class("small muted"))
                    h.ul(.class("small")) { for line in row.differences { h.li(line) } }
                }
                if !row.missing.isEmpty { h.p("\(words.missing): \(row.missing)", .class("small muted")) }
            }
        }
    }

    /// What the list shows, also as a file.
    var table: SimilarTable {
        SimilarTable(
            heads: [words.area, words.closeness, words.differences, words.missing],
            rows: similar.matches.map { match in
                SimilarTable.Row(
                    name: names[match.area], link: MonitoringPath.profile.link(AreaSlug.text(match.area.key)),
                    closeness: words.nearness[match.closeness.rawValue] ?? "",
                    differences: match.differences.compactMap { difference($0, match.area) },
                    missing: formats.list(match.missing.map(name)))
            })
    }

    private func name(_ trait: SimilarAreas.Trait) -> String { trait.indicator?.name ?? words.legalType }

    /// "SGB-II-Quote: hier 12,1 %, dort 15,0 %"; `nil` where the rounded numbers no longer differ.
    private func difference(_ difference: Neighbour.Difference, _ other: Area) -> String? {
        let trait = similar.traits[difference.variable]
        let values = [area, other].map { value(trait, $0) }
        guard values[0] != values[1] else { return nil }
        return words.comparison.filled(["trait": name(trait), "here": values[0], "there": values[1]])
    }

    private func value(_ trait: SimilarAreas.Trait, _ area: Area) -> String {
        guard let indicator = trait.indicator else {
            return area.level == .city ? words.kreisfrei : words.kreisangehoerig
        }
        guard let series = series.first(where: { $0.indicator.key == indicator.key }),
            let period = SimilarAreas.period(series, of: self.area), let value = series[area.id, period].value
        else { return texts.shared.notKnown }
        return ValueWords(indicator, language, texts.shared).number(value)
    }

    // MARK: Different, and the same conditions

    private func otherList(_ h: HTML) {
        h.section(.labelledBy("andere")) {
            h.h2(words.others, .id("andere"))
            h.p(words.othersHint)
            h.ul(.class("plain-list")) {
                for other in others.prefix(Self.most) {
                    guard let place = tree[other.area] else { continue }
                    h.li {
                        h.a(names[place], .href(MonitoringPath.profile.link(AreaSlug.text(place.key))))
                        h.text(" – ")
                        h.text(words.othersItem(other.shared.count, in: language))
                        h.ul(.class("small")) { for line in other.shared.prefix(3) { h.li(line) } }
                    }
                }
            }
        }
    }

    // MARK: Weights

    private func weights(_ h: HTML) {
        h.section(.labelledBy("gewichte")) {
            h.h2(words.weightsTitle, .id("gewichte"))
            h.p(weighting)
            if !outcomes.isEmpty { outcomeForm(h) }
            h.scrollBox(words.weightsCaption) {
                h.table {
                    h.caption(words.weightsCaption, .class("vh"))
                    h.thead {
                        h.tr {
                            h.th(words.trait, .scope("col"))
                            h.th(words.weight, .scope("col"), .class("num"))
                            h.th(texts.shared.period, .scope("col"))
                            h.th(texts.shared.source, .scope("col"))
                        }
                    }
                    h.tbody {
                        for (trait, weight) in zip(similar.traits, similar.weights) { row(h, trait, weight) }
                    }
                }
            }
        }
    }

    private func row(_ h: HTML, _ trait: SimilarAreas.Trait, _ weight: Double) {
        let series = series.first { $0.indicator.key == trait.indicator?.key }
        h.tr {
            h.th(.scope("row")) {
                h.text(name(trait))
                if case .size = trait { h.small(words.size, .class("detail")) }
            }
            h.td(formats.percent(weight * 100), .class("num"))
            h.td(series.flatMap { SimilarAreas.period($0, of: area) }?.words(language) ?? "–")
            h.td(trait.indicator?.source ?? "–")
        }
    }

    private var weighting: String {
        switch similar.weighting {
        case .blocks: words.weightsBlocks
        case .outcome(let indicator, let ridge):
            words.weightsOutcome.filled([
                "indicator": indicator.name, "areas": formats.number(ridge.rows),
                "share": formats.percent(ridge.explained * 100, places: 0),
            ])
        case .noPrediction(let indicator):
            words.noPrediction.filled(["indicator": indicator.name, "areas": formats.number(RidgeWeights.fewestRows)])
        }
    }

    private func outcomeForm(_ h: HTML) {
        var chosen = ""
        switch similar.weighting {
        case .blocks: break
        case .outcome(let indicator, _), .noPrediction(let indicator): chosen = indicator.key
        }
        h.form(.class("chooser no-print"), .action(path)) {
            h.selectField(
                FieldState("ergebnis", chosen), label: words.outcome,
                choices: outcomes.map { Choice($0.key, $0.name) }, emptyChoice: words.outcomeNone)
            h.button(words.apply, .class("btn btn-2"))
        }
    }
}

/// Similar areas with what they differ in: cards on the page, rows in the file.
struct SimilarTable {
    struct Row {
        let name: String
        let link: Link
        let closeness: String
        let differences: [String]
        let missing: String
    }

    let heads: [String]
    let rows: [Row]

    var csv: [UInt8] {
        var text = CSVText(head: heads)
        for row in rows {
            text.append([
                .text(row.name), .text(row.closeness), .text(row.differences.joined(separator: "; ")),
                .text(row.missing),
            ])
        }
        return text.bytes
    }
}
