import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// The page of the gate: what can be chosen, what is, and how the examination came out.
struct GatePage {
    let offers: [GateOffer]
    let tree: AreaTree
    let texts: MonitoringTexts.Gate
    var problem: String?
    var report: GateReport?
    private(set) var from = DateFieldState("ab")
    private let indicators: [String]
    private let periods: [String]
    private let withFacilities: Bool

    /// Most hidden cells listed one by one.
    private static let mostListed = 300

    init(offers: [GateOffer], tree: AreaTree, fields: Fields, texts: MonitoringTexts.Gate) {
        self.offers = offers
        self.tree = tree
        self.texts = texts
        indicators = fields.values("kenngroesse")
        periods = fields.values("zeitraum")
        withFacilities = fields.values("einrichtungen").contains("ja")
    }

    /// `nil` where nothing is chosen.
    var request: PublicationRequest? {
        let known = Set(offers.map(\.indicator.key))
        let keys = indicators.filter(known.contains)
        let times = Set(periods.compactMap { Period($0) })
        guard !keys.isEmpty, !times.isEmpty else { return nil }
        return PublicationRequest(
            indicators: Array(Set(keys)).sorted(), periods: times.sorted(), withFacilities: withFacilities)
    }

    mutating func embargo(_ form: FormReader) {
        let names = DateFieldState.names("ab")
        from.day = form.fields.raw(names.day)
        from.month = form.fields.raw(names.month)
        from.year = form.fields.raw(names.year)
        from.problem = form.problem("ab")
    }

    func words(for refusal: GateRefusal) -> String {
        switch refusal {
        case .nothingRequested, .unknownIndicator: texts.choose
        case .nothingMeasured: texts.nothingMeasured
        case .unsafe: texts.unsafeLead
        case .changed: texts.changed
        }
    }

    func name(_ key: String) -> String { offers.first { $0.indicator.key == key }?.indicator.name ?? key }

    // MARK: View

    func answer(_ visit: Visit, status: Int = 200) -> Answer {
        let head = PageHead(texts.title, description: texts.about, section: MonitoringRoom.name)
        return visit.page(head, status: status) { h in
            h.header(.class("masthead")) {
                h.h1(texts.title)
                h.p(texts.lead, .class("lead"))
                h.p { h.a(texts.toRegister, .href(MonitoringPath.gateRegister.link())) }
            }
            if let problem { h.alert(.danger, problem, isAnswer: true) }
            if offers.isEmpty {
                h.emptyState(texts.nothing, texts.nothingHint, icon: .lock) {}
            } else if let report {
                h.disclosure(texts.changeChoice) { choice(h) }
                result(h, report, visit.language)
                if report.isSafe { publishForm(h, visit) }
            } else {
                choice(h)
            }
        }
    }

    private func choice(_ h: HTML) {
        let periods = Array(Set(offers.flatMap(\.periods))).sorted(by: >)
        h.form(.attribute("method", "get"), .action(MonitoringPath.gate.link())) {
            h.hiddenField("geprueft", "1")
            h.checkboxGroup(
                FieldState("kenngroesse", values: indicators), legend: texts.indicators,
                choices: offers.map { Choice($0.indicator.key, $0.indicator.name) }, hint: texts.indicatorsHint)
            h.checkboxGroup(
                FieldState("zeitraum", values: self.periods), legend: texts.periods,
                choices: periods.map { Choice($0.description, $0.description) }, hint: texts.periodsHint, isInline: true
            )
            if offers.contains(where: \.hasFacilities) {
                h.checkbox(
                    FieldState("einrichtungen", values: withFacilities ? ["ja"] : []), label: texts.facilities,
                    hint: texts.facilitiesHint)
            }
            h.actions { h.submitButton(texts.examine, report == nil ? .next : .side, icon: .search) }
        }
    }

    private func result(_ h: HTML, _ report: GateReport, _ language: Language) {
        let formats = Formats(language)
        h.section(.label(texts.result)) {
            h.h2(texts.result)
            verdict(h, report)
            if !report.exposures.isEmpty { exposures(h, report) }
            h.keyFacts([
                KeyFact(texts.factPublished, formats.number(report.count(.published)), icon: .eye),
                KeyFact(texts.factPrimary, formats.number(report.primary), icon: .lock),
                KeyFact(texts.factSecondary, formats.number(report.count(.secondary)), icon: .chain),
                KeyFact(texts.factMissing, formats.number(report.count(.notAvailable)), icon: .question),
            ])
            for sentence in sentences(report, formats) { h.p(sentence) }
            overview(h, report, formats)
            hidden(h, report, formats)
            rules(h, report)
            mismatches(h, report)
        }
    }

    private func verdict(_ h: HTML, _ report: GateReport) {
        if report.isSafe {
            let proof = report.isProvenBest ? texts.best : texts.good
            h.alert(.info, "\(texts.safe) \(texts.safeLead) \(report.count(.secondary) > 0 ? proof : "")")
        } else {
            h.alert(.danger, "\(texts.unsafe) \(texts.unsafeLead)")
        }
    }

    private func sentences(_ report: GateReport, _ formats: Formats) -> [String] {
        let numbers = ["cells": formats.number(report.examined), "sums": formats.number(report.sums)]
        var sentences = [texts.examined.filled(numbers)]
        if !report.linked.isEmpty {
            sentences.append(texts.linked.filled(["names": formats.list(report.linked.map(name))]))
        }
        if !report.linkedPeriods.isEmpty {
            let names = formats.list(report.linkedPeriods.map(\.description))
            sentences.append(texts.linkedPeriods.filled(["names": names]))
        }
        if report.known > 0 { sentences.append(texts.known.filled(["n": formats.number(report.known)])) }
        return sentences
    }

    private func exposures(_ h: HTML, _ report: GateReport) {
        h.dataTable(
            DataTable(
                texts.open,
                columns: [Column(texts.area), Column(texts.indicator), Column(texts.period), Column(texts.openPart)],
                rows: report.exposures.prefix(Self.mostListed).map {
                    [
                        .text(area($0.place)), .text(name($0.indicator)), .text($0.period.description),
                        .text(word($0.part)),
                    ]
                }))
        h.h3(texts.advice)
        h.ul { for item in texts.adviceItems { h.li(item) } }
    }

    private func area(_ place: MeasuredValue.Place) -> String {
        if let area = place.area { return tree[area].map(tree.fullName) ?? "–" }
        guard let facility = report?.facilities.first(where: { $0.reference == place.facility }) else {
            return texts.someFacility
        }
        let home = facility.areaID.flatMap { tree[$0] }.map(tree.fullName)
        return [facility.name, home].compactMap { $0 }.joined(separator: ", ")
    }

    private func overview(_ h: HTML, _ report: GateReport, _ formats: Formats) {
        struct Group: Hashable {
            let indicator: String
            let period: Period
        }
        let groups = Dictionary(grouping: report.cells) { Group(indicator: $0.indicator, period: $0.period) }
        let ordered = groups.sorted { ($0.key.period, $1.key.indicator) > ($1.key.period, $0.key.indicator) }
        h.dataTable(
            DataTable(
                texts.overview,
                columns: [
                    Column(texts.indicator), Column(texts.period), Column(texts.published, isNumeric: true),
                    Column(texts.primary, isNumeric: true), Column(texts.secondary, isNumeric: true),
                    Column(texts.missing, isNumeric: true),
                ],
                rows: ordered.map { group, cells in
                    let counts = [
                        cells.count { $0.verdict == .published }, cells.count { $0.verdict.isPrimary },
                        cells.count { $0.verdict == .secondary }, cells.count { $0.verdict == .notAvailable },
                    ]
                    return [.text(name(group.indicator)), .text(group.period.description)]
                        + counts.map { .number(formats.number($0), Double($0)) }
                }))
    }

    private func hidden(_ h: HTML, _ report: GateReport, _ formats: Formats) {
        let cells = report.cells.filter { $0.verdict.isPrimary || $0.verdict == .secondary }
        guard !cells.isEmpty else { return }
        let isOne = Set(cells.map { "\($0.indicator)/\($0.period)" }).count == 1
        h.h3(texts.hidden)
        h.ul {
            h.li(texts.whySmall)
            if cells.contains(where: { $0.verdict == .secondary }) { h.li(texts.whySecondary) }
        }
        h.p(texts.hiddenLead)
        if cells.count > Self.mostListed {
            h.p(
                texts.hiddenMore.filled([
                    "shown": formats.number(Self.mostListed), "n": formats.number(cells.count),
                ]))
        }
        h.dataTable(
            DataTable(
                texts.hidden,
                columns: [
                    Column(texts.area, sort: .text), Column(texts.reason, sort: .text), Column(texts.interval),
                ] + (isOne ? [] : [Column(texts.indicator, sort: .text), Column(texts.period, sort: .text)]),
                rows: cells.prefix(Self.mostListed).map { cell in
                    [
                        .text(area(cell.place)), .badge(word(cell.verdict), cell.verdict.isPrimary ? .warning : .info),
                        .text(interval(cell, formats)),
                    ] + (isOne ? [] : [.text(name(cell.indicator)), .text(cell.period.description)])
                }, isCaptionHidden: true, hasStickyHead: cells.count > 20))
    }

    private func interval(_ cell: GateReport.Cell, _ formats: Formats) -> String {
        guard let lower = cell.lower, let upper = cell.upper else { return texts.intervalNone }
        func number(_ value: Double) -> String {
            formats.decimal(value, places: value == value.rounded() ? 0 : 1)
        }
        guard upper.isFinite else { return texts.intervalOpen.filled(["from": number(lower)]) }
        return texts.intervalRange.filled(["from": number(lower), "to": number(upper)])
    }

    private func rules(_ h: HTML, _ report: GateReport) {
        h.disclosure(texts.rules) {
            h.p(texts.rulesLead)
            h.dataTable(
                DataTable(
                    texts.rules, columns: [Column(texts.indicator), Column(texts.threshold), Column(texts.zeros)],
                    rows: report.rules.map { rule in
                        [
                            .text(name(rule.indicator)),
                            .text(texts.limits(rule)),
                            .text(rule.hidesZero ? texts.zerosHidden : texts.zerosShown),
                        ]
                    }, isCaptionHidden: true))
        }
    }

    private func mismatches(_ h: HTML, _ report: GateReport) {
        guard !report.mismatches.isEmpty else { return }
        h.alert(.warning, texts.mismatchLead)
        h.dataTable(
            DataTable(
                texts.mismatches, columns: [Column(texts.area), Column(texts.indicator), Column(texts.period)],
                rows: report.mismatches.prefix(Self.mostListed).map {
                    [.text(area($0.place)), .text(name($0.indicator)), .text($0.period.description)]
                }))
    }

    private func publishForm(_ h: HTML, _ visit: Visit) {
        h.section(.label(texts.publish)) {
            h.h2(texts.publish)
            h.p(texts.publishLead)
            h.postForm(to: MonitoringPath.gate.link(), visit) {
                for key in request?.indicators ?? [] { h.hiddenField("kenngroesse", key) }
                for period in request?.periods ?? [] { h.hiddenField("zeitraum", period.description) }
                if withFacilities { h.hiddenField("einrichtungen", "ja") }
                h.dateField(from, legend: texts.embargo, hint: texts.embargoHint, isOptional: true)
                h.actions { h.submitButton(texts.publish, .next, icon: .check) }
            }
        }
    }

    private func word(_ verdict: GateReport.Verdict) -> String {
        switch verdict {
        case .published: texts.verdicts.published
        case .small: texts.verdicts.small
        case .smallComplement: texts.verdicts.smallComplement
        case .smallBase: texts.verdicts.smallBase
        case .smallChange: texts.verdicts.smallChange
        case .dominant: texts.verdicts.dominant
        case .notCheckable: texts.verdicts.notCheckable
        case .secondary: texts.verdicts.secondary
        case .source: texts.verdicts.source
        case .notAvailable: texts.verdicts.notAvailable
        }
    }

    private func word(_ part: GateReport.Exposure.Part) -> String {
        switch part {
        case .count: texts.parts.count
        case .complement: texts.parts.complement
        case .base: texts.parts.base
        case .remainder: texts.parts.remainder
        }
    }
}
