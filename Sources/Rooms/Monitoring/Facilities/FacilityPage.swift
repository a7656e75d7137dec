import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// `/monitoring/einrichtungen/{indicator}`: what the publish gate let through for Kitas, schools and other facilities.
///
/// By town and name and without ranks: few children make a Kita's number change by chance alone.
struct FacilityPage: Sendable {
    let indicator: Indicator
    let facilities: [PublishedFacility]
    let period: Period
    /// Newest first.
    let periods: [Period]
    let tree: AreaTree
    let texts: MonitoringTexts
    let language: Language

    /// - Returns: `nil` where nothing is published.
    init?(
        indicator: Indicator, facilities: [PublishedFacility], asked: Period?, tree: AreaTree, texts: MonitoringTexts,
        language: Language
    ) {
        periods = Set(facilities.flatMap(\.periods)).sorted(by: >)
        guard let period = periods.first(where: { $0 == asked }) ?? periods.first else { return nil }
        self.indicator = indicator
        let home = { (one: PublishedFacility) -> (String, String) in
            let area = one.facility.areaID.flatMap { tree[$0] }
            return (area.flatMap { tree.town(of: $0.id) }?.name ?? "", area?.name ?? "")
        }
        self.facilities = facilities.filter { $0.periods.contains(period) }.sorted {
            (home($0).0, home($0).1, $0.facility.name) < (home($1).0, home($1).1, $1.facility.name)
        }
        self.period = period
        self.tree = tree
        self.texts = texts
        self.language = language
    }

    private var words: MonitoringTexts.Facilities { texts.facilities }
    var path: String { MonitoringPath.facilitiesOf.path(indicator.key) }
    var fields: [(String, String)] { [("zeit", period.description)] }
    var title: String { words.heading.filled(["indicator": indicator.name, "period": period.words(language)]) }

    func write(_ h: HTML, _ known: [Indicator]) {
        h.figureHead(title, lead: words.lead, part: words.title, indicators: [indicator], texts)
        h.form(.class("chooser no-print"), .action(MonitoringPath.facilities.link())) {
            Pickers(texts: texts.shared, language: language).indicator(h, known, chosen: indicator.key)
            h.selectField(
                FieldState("zeit", period.description), label: texts.shared.period,
                choices: periods.map { Choice($0.description, $0.words(language)) })
            h.button(texts.shared.show, .class("btn btn-2"))
        }
        h.dataTable(table)
        h.sourceNote(
            SourceNote(
                indicator.source, date: period.words(language),
                base: indicator.denominator.isEmpty ? nil : indicator.denominator))
        h.p(words.hint, .class("small"))
        h.p(texts.uncertainty(indicator), .class("small"))
        h.downloads(path, fields, texts, formats: [.csv, .ods])
    }

    var table: DataTable {
        let values = ValueWords(indicator, language, texts.shared)
        return DataTable(
            title,
            columns: [
                Column(words.facility, sort: .text), Column(words.place, sort: .text),
                Column(texts.shared.value, isNumeric: true), Column(texts.shared.limits, isNumeric: true),
                Column(words.counted, isNumeric: true),
            ],
            rows: facilities.map { row($0, values) })
    }

    private func row(_ facility: PublishedFacility, _ words: ValueWords) -> [TableCell] {
        let value = facility[period]
        let formats = Formats(language)
        let limits = value.limits(indicator.measure)
        var counted = TableCell.empty
        if let events = value.events {
            let text = value.base.map {
                self.words.countedOf.filled([
                    "events": formats.decimal(events, places: 0), "base": formats.decimal($0, places: 0),
                ])
            }
            counted = .number(text ?? formats.decimal(events, places: 0), events)
        }
        return [
            .text(facility.facility.name),
            .text(facility.facility.areaID.flatMap { tree[$0] }.map(tree.fullName) ?? "–"),
            .number(words.value(value), value.value), limits.map { .text(words.range($0)) } ?? .empty, counted,
        ]
    }
}
