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
    let tree: AreaTree
    let texts: MonitoringTexts
    let language: Language

    private var words: MonitoringTexts.Profile { texts.profile }
    private var area: Area { profile.area }
    private var formats: Formats { Formats(language) }
    var path: String { MonitoringPath.profile.path(AreaSlug.text(area.key)) }
    var title: String { words.heading.filled(["area": tree.fullName(of: area)]) }

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
        let sheets = sheets
        if isInvented { h.alert(.info, texts.shared.invented) }
        h.div(.class("profile")) {
            strengths(h)
            table(h, sheets.first, title)
            h.div(.class("sheet")) {
                table(h, sheets.second, words.more)
                similar(h)
                milestones(h)
                explanations(h, sheets)
                notes(h, sheets)
            }
        }
        h.p(.class("row actions no-print")) { h.pdfButton(path) }
        h.downloads(path, [], texts, formats: [.csv, .ods])
    }

    private var isInvented: Bool { profile.indicators.contains(where: \.isInvented) }

    private func strengths(_ h: HTML) {
        h.section(.labelledBy("staerken")) {
            h.h2(words.strengths, .id("staerken"), .class("h3"))
            if profile.strengths.isEmpty {
                h.p(words.noStrength)
            } else {
                h.tickedList(profile.strengths.map(strength))
                h.p(words.strengthsHint, .class("small muted"))
            }
        }
    }

    private func strength(_ row: AreaProfile.Row) -> String {
        let unit = row.indicator.chartUnit
        return words.strength.filled([
            "name": row.indicator.name, "value": unit.words(row.value.value ?? 0, formats),
            "reference": unit.words(row.reference ?? 0, formats),
            "place": (row.town == nil ? profile.kreis : profile.town)?.name ?? "",
        ])
    }

    private func similar(_ h: HTML) {
        h.section(.labelledBy("aehnlich")) {
            h.h2(words.similarTitle, .id("aehnlich"), .class("h3"))
            guard !profile.similar.areas.isEmpty else {
                h.p(words.similarNone)
                return
            }
            let names = AreaNames([area] + profile.similar.areas, tree)
            h.ul(.class("plain-list row")) {
                for area in profile.similar.areas {
                    h.li { h.a(names[area], .href(MonitoringPath.profile.link(AreaSlug.text(area.key)))) }
                }
            }
            h.p(similarHint, .class("small muted"))
        }
    }

    private var similarHint: String {
        words.similarHint.filled(["indicators": profile.similar.indicators.map(\.name).joined(separator: "; ")])
    }

    /// The rows of one printed page, stage by stage.
    private func table(_ h: HTML, _ groups: [AreaProfile.Group], _ caption: String) {
        guard !groups.isEmpty else { return }
        h.scrollBox(caption) {
            h.table {
                h.caption(caption, .class("vh"))
                h.thead {
                    h.tr {
                        h.th(texts.shared.indicator, .scope("col"))
                        h.th(texts.shared.value, .scope("col"), .class("num"))
                        for title in columns { h.th(title, .scope("col"), .class("num")) }
                        h.th(words.trend, .scope("col"))
                        h.th(words.target, .scope("col"), .class("num"))
                    }
                }
                for group in groups {
                    h.tbody {
                        h.tr {
                            h.th(
                                name(group.stage), .scope("rowgroup"),
                                .attribute("colspan", "\(columns.count + 4)"))
                        }
                        for row in group.rows { self.row(h, row) }
                    }
                }
            }
        }
    }

    private func name(_ stage: LifeStage?) -> String { stage.map { Vocabulary(language)[$0] } ?? words.general }

    /// Places to compare with, as far as there are any.
    private var columns: [String] {
        [profile.town?.name, profile.kreis?.name, profile.similar.areas.count < 3 ? nil : words.similar]
            .compactMap { $0 }
    }

    private func row(_ h: HTML, _ row: AreaProfile.Row) {
        let unit = row.indicator.chartUnit
        let values = ValueWords(row.indicator, language, texts.shared)
        let number = { (value: Double?) in
            value.map { isShort(row.indicator.unit) ? values.number($0) : values.bare($0) } ?? "–"
        }
        h.tr {
            h.th(.scope("row")) {
                h.a(
                    row.indicator.name,
                    .href(
                        .to(
                            MonitoringPath.series.path(row.indicator.key),
                            query: [("gebiet", AreaSlug.text(area.key))])))
                h.small(detail(row), .class("detail"))
            }
            h.td(.class("num")) {
                h.strong(value(row))
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

    /// Short units stand with the value, long ones under the name.
    private func isShort(_ unit: String) -> Bool { unit.count <= 6 }

    private func value(_ row: AreaProfile.Row) -> String {
        let values = ValueWords(row.indicator, language, texts.shared)
        guard let number = row.value.value, row.value.state == .available else {
            return row.value.state == .suppressed ? words.keptBack : texts.shared.notKnown
        }
        return isShort(row.indicator.unit) ? values.number(number) : values.bare(number)
    }

    /// Period, long unit, and how the value stands to the town or Kreis.
    private func detail(_ row: AreaProfile.Row) -> String {
        [row.period.words(language), isShort(row.indicator.unit) ? nil : row.indicator.unit, comparison(row)]
            .compactMap { $0 }.joined(separator: " · ")
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
        h.section(.labelledBy("meilensteine")) {
            h.h2(words.milestones, .id("meilensteine"), .class("h3"))
            h.ul { for milestone in profile.milestones.prefix(5) { h.li(self.milestone(milestone)) } }
        }
    }

    private func milestone(_ milestone: AreaProfile.Milestone) -> String {
        "\(milestone.indicator.name) (\(milestone.period.words(language))): "
            + (milestone.isReached ? words.reached : words.notReached)
    }

    /// What each number counts, how it is read and what it does not say; printed as far as the second page holds it.
    private func explanations(_ h: HTML, _ sheets: ProfileSheets) {
        let indicators = sheets.rows.map(\.indicator)
        let words = indicators.map(explanation)
        guard words.contains(where: { !$0.isEmpty }) else { return }
        var room = roomForWords(sheets)
        h.section(.labelledBy("bedeutung")) {
            h.h2(self.words.explained, .id("bedeutung"), .class("h3"))
            h.ul(.class("plain-list meanings")) {
                for (indicator, words) in zip(indicators, words) where !words.isEmpty {
                    let need = Self.meaning(indicator.name + ": " + words)
                    let isPrinted = need <= room
                    if isPrinted { room -= need }
                    h.li(.class(isPrinted ? nil : "no-print")) {
                        h.strong(indicator.name + ": ")
                        h.text(words)
                    }
                }
            }
        }
    }

    private func explanation(_ indicator: Indicator) -> String {
        let base =
            indicator.denominator.isEmpty ? "" : "\(texts.shared.outOf): \(indicator.denominator)."
        return [indicator.readingAid, base, indicator.caveat].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func notes(_ h: HTML, _ sheets: ProfileSheets) {
        h.p(words.reading, .class("small"))
        if sheets.leftOut > 0 { h.p(leftOut(sheets.leftOut), .class("small")) }
        if !sources.isEmpty { h.sourceNote(SourceNote(sources)) }
    }

    private func leftOut(_ count: Int) -> String { words.leftOut.filled(["count": formats.number(count)]) }

    private var sources: String {
        Set(profile.indicators.map(\.source).filter { !$0.isEmpty }).sorted().joined(separator: "; ")
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
                    .text(name(group.stage)), .text(row.indicator.name),
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

// MARK: What fits on paper

extension ProfilePage {
    /// Millimetres of A4 between the margins, less what is kept free because other fonts run wider.
    private static let page = 263.0 - 10

    /// The rows that two pages hold.
    var sheets: ProfileSheets {
        ProfileSheets(profile.groups, space: (firstSpace, secondSpace), height: height)
    }

    /// What the head of the house, title and strengths leave on the first page.
    private var firstSpace: Double {
        let lines = ProfileSheets.lines
        let strengths =
            profile.strengths.isEmpty
            ? lines(words.noStrength, 80) * 6.2 : profile.strengths.map { lines(strength($0), 76) * 6.5 }.reduce(8, +)
        let head = 38 + lines(title, 40) * 10 + lines(lead, 64) * 8 + (isInvented ? 14 : 0)
        return Self.page - head - 8 - strengths - ProfileSheets.head
    }

    /// What similar areas, milestones, notes and the foot of the house leave on the second page, with room for some
    /// explanations.
    private var secondSpace: Double { Self.page - furniture - 36 - ProfileSheets.head }

    /// Millimetres of what always stands on the second page.
    private var furniture: Double {
        let lines = ProfileSheets.lines
        let similar = profile.similar.areas.isEmpty ? 20 : 18 + lines(similarHint, 100) * 4.6
        let milestones =
            profile.milestones.isEmpty
            ? 0 : 10 + profile.milestones.prefix(5).map { lines(milestone($0), 80) * 6 }.reduce(0, +)
        let notes = lines(words.reading, 106) * 4.4 + 4 + lines(sources, 106) * 4.4 + 4 + 6
        return similar + milestones + notes + 16
    }

    /// What rows leave for explanations on the second page, below their heading.
    private func roomForWords(_ sheets: ProfileSheets) -> Double {
        let rows = sheets.second.map { $0.rows.map(height).reduce(ProfileSheets.title, +) }.reduce(0, +)
        return Self.page - furniture - (rows > 0 ? rows + ProfileSheets.head : 0) - 12
    }

    private static func meaning(_ words: String) -> Double { ProfileSheets.lines(words, 106) * 4.2 + 1 }

    private func height(_ row: AreaProfile.Row) -> Double {
        let lines = ProfileSheets.lines
        let name = lines(row.indicator.name, 31) * 3.8 + lines(detail(row), 44) * 3.4
        let number = lines(value(row), 10) * 3.8 + (row.value.limits(row.indicator.measure) == nil ? 0 : 3.4)
        return 1.6 + max(name, number)
    }
}
