import Areas
import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts
import Web

/// `/monitoring/steckbrief/{area}`: one area on two printed pages, strengths first.
struct ProfilePage: Sendable {
    let profile: AreaProfile
    let texts: MonitoringTexts
    let language: Language

    private var words: MonitoringTexts.Profile { texts.profile }
    private var area: Area { profile.area }
    private var formats: Formats { Formats(language) }
    var path: String { MonitoringPath.profile.path(AreaSlug.text(area.key)) }
    var title: String { words.heading.filled(["area": area.name]) }

    var lead: String {
        let places = [profile.town, profile.kreis].compactMap { $0?.name }.joined(separator: ", ")
        let people = area.population.map { words.inhabitants($0.total, in: language) }
        return [area.kind, places, people ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func write(_ h: HTML) {
        h.breadcrumb([
            Crumb(texts.navigation, MonitoringPath.start.link()), Crumb(words.title, .to("/monitoring/steckbrief")),
            Crumb(area.name),
        ])
        h.header(.class("masthead")) {
            h.h1(title)
            h.p(lead.isEmpty ? words.lead : lead, .class("lead"))
        }
        if profile.groups.isEmpty, profile.milestones.isEmpty {
            h.emptyState(words.tooFew, words.lead)
            return
        }
        if profile.indicators.contains(where: \.isInvented) { h.alert(.info, texts.shared.invented) }
        h.div(.class("duo")) {
            strengths(h)
            similar(h)
        }
        h.div(.class("profile")) {
            for (index, group) in profile.groups.enumerated() {
                // The second printed page begins with the third stage.
                h.div(.class(index == min(2, profile.groups.count - 1) && index > 0 ? "sheet" : nil)) {
                    self.group(h, group.stage, group.rows)
                }
            }
            milestones(h)
            notes(h)
        }
        h.p(.class("row actions no-print")) { h.pdfButton(path) }
        h.downloads(path, [], texts, formats: [.csv, .ods])
    }

    private func strengths(_ h: HTML) {
        h.section(.labelledBy("staerken")) {
            h.h2(words.strengths, .id("staerken"), .class("h3"))
            if profile.strengths.isEmpty {
                h.p(words.noStrength)
            } else {
                h.tickedList(
                    profile.strengths.map { row in
                        let unit = row.indicator.chartUnit
                        return words.strength.filled([
                            "name": row.indicator.name, "value": unit.words(row.value.value ?? 0, formats),
                            "reference": unit.words(row.reference ?? 0, formats),
                            "place": (row.town == nil ? profile.kreis : profile.town)?.name ?? "",
                        ])
                    })
                h.p(words.strengthsHint, .class("small muted"))
            }
        }
    }

    private func similar(_ h: HTML) {
        h.section(.labelledBy("aehnlich")) {
            h.h2(words.similarTitle, .id("aehnlich"), .class("h3"))
            guard !profile.similar.areas.isEmpty else {
                h.p(words.similarNone)
                return
            }
            h.ul(.class("plain-list row")) {
                for area in profile.similar.areas {
                    h.li { h.a(area.name, .href(MonitoringPath.profile.link(AreaSlug.text(area.key)))) }
                }
            }
            h.p(
                words.similarHint.filled(["indicators": profile.similar.indicators.map(\.name).joined(separator: "; ")]
                ),
                .class("small muted"))
        }
    }

    private func group(_ h: HTML, _ stage: LifeStage?, _ rows: [AreaProfile.Row]) {
        let name = stage.map { Vocabulary(language)[$0] } ?? words.general
        h.scrollBox(name) {
            h.table {
                h.caption(name)
                h.thead {
                    h.tr {
                        h.th(texts.shared.indicator, .scope("col"))
                        h.th(texts.shared.value, .scope("col"), .class("num"))
                        for title in columns { h.th(title, .scope("col"), .class("num")) }
                        h.th(words.trend, .scope("col"))
                        h.th(words.target, .scope("col"), .class("num"))
                    }
                }
                h.tbody { for row in rows { self.row(h, row) } }
            }
        }
    }

    /// Places to compare with, as far as there are any.
    private var columns: [String] {
        [profile.town?.name, profile.kreis?.name, profile.similar.areas.count < 3 ? nil : words.similar]
            .compactMap { $0 }
    }

    private func row(_ h: HTML, _ row: AreaProfile.Row) {
        let unit = row.indicator.chartUnit
        let number = { (value: Double?) in value.map { unit.words($0, formats) } ?? "–" }
        h.tr {
            h.th(.scope("row")) {
                h.a(
                    row.indicator.name,
                    .href(
                        .to(
                            MonitoringPath.series.path(row.indicator.key),
                            query: [("gebiet", AreaSlug.text(area.key))])))
                h.small(
                    [row.period.words(language), comparison(row)].compactMap { $0 }.joined(separator: " · "),
                    .class("detail"))
            }
            h.td(.class("num")) {
                h.strong(ValueWords(row.indicator, language, texts.shared).value(row.value))
                if let limits = row.value.limits(row.indicator.measure) {
                    h.small(unit.range(limits.lower, limits.upper, formats), .class("detail"))
                }
            }
            if profile.town != nil { h.td(number(row.town), .class("num")) }
            if profile.kreis != nil { h.td(number(row.kreis), .class("num")) }
            if profile.similar.areas.count >= 3 { h.td(number(row.similar), .class("num")) }
            h.td { h.sparkline(spark(row)) }
            h.td(.class("num")) {
                h.text(number(row.target?.value))
                if let target = row.target { h.small(target.period.words(language), .class("detail")) }
            }
        }
    }

    private func spark(_ row: AreaProfile.Row) -> Sparkline {
        Sparkline(
            row.series.periods.map { row.series[area.id, $0].shown(row.indicator.measure) },
            from: row.series.periods.first?.words(language) ?? "", to: row.series.periods.last?.words(language) ?? "",
            unit: row.indicator.chartUnit)
    }

    /// In words against the town or Kreis; nothing where it cannot be told.
    private func comparison(_ row: AreaProfile.Row) -> String? {
        row.comparison.map { comparison in
            switch comparison {
            case .higher: words.higher
            case .lower: words.lower
            case .alike: words.alike
            }
        }
    }

    private func milestones(_ h: HTML) {
        guard !profile.milestones.isEmpty else { return }
        h.h2(words.milestones, .class("h3"))
        h.ul {
            for milestone in profile.milestones.prefix(5) {
                h.li(
                    "\(milestone.indicator.name) (\(milestone.period.words(language))): "
                        + (milestone.isReached ? words.reached : words.notReached))
            }
        }
    }

    private func notes(_ h: HTML) {
        h.p(words.reading, .class("small"))
        if profile.leftOut > 0 {
            h.p(
                words.leftOut.filled(["count": formats.number(profile.leftOut)]), .class("small"))
        }
        let sources = Set(profile.indicators.map(\.source).filter { !$0.isEmpty }).sorted()
        if !sources.isEmpty { h.sourceNote(SourceNote(sources.joined(separator: "; "))) }
    }

    /// Everything as one table, for files.
    var table: DataTable {
        let rows = profile.groups.flatMap { group in
            group.rows.map { row -> [TableCell] in
                let unit = row.indicator.chartUnit
                let cell = { (value: Double?) in
                    TableCell.number(value.map { unit.words($0, formats) } ?? "", value)
                }
                let limits = row.value.limits(row.indicator.measure)
                return [
                    .text(group.stage.map { Vocabulary(language)[$0] } ?? words.general), .text(row.indicator.name),
                    .text(row.period.description),
                    .number(ValueWords(row.indicator, language, texts.shared).value(row.value), row.value.value),
                    .text(row.indicator.unit), cell(limits?.lower), cell(limits?.upper), cell(row.town),
                    cell(row.kreis), cell(row.similar), cell(row.target?.value),
                ]
            }
        }
        return DataTable(
            title,
            columns: [
                texts.shared.stages, texts.shared.indicator, texts.shared.period, texts.shared.value, "",
                texts.shared.limits, texts.shared.limits, words.town, words.kreis, words.similar, words.target,
            ].map { Column($0) }, rows: rows)
    }
}
