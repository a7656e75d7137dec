import Areas
import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts
import Web

/// `GET /offene-daten/kenngroessen/{key}`
func datasetPage(
    _ visit: Visit, _ dataset: Dataset, _ rows: [ValueRow], hasFacilities: Bool, _ texts: OpenDataTexts
) -> Answer {
    let indicator = dataset.indicator
    return visit.page(
        PageHead(indicator.name, description: Dataset.description(indicator), section: OpenDataRoom.name)
    ) { h in
        h.p(.class("back")) { h.a(texts.title, .href(OpenDataPath.start.link())) }
        h.header(.class("masthead")) {
            h.h1(indicator.name)
            if indicator.isInvented { h.p(texts.inventedText, .class("lead")) }
        }
        h.section(.label(texts.files)) {
            h.h2(texts.files)
            linkList(
                h,
                [
                    (texts.fileCSV, OpenDataPath.csv.path(indicator.key)),
                    (texts.fileDescription, OpenDataPath.csvDescription.path(indicator.key)),
                    (texts.fileJSON, OpenDataPath.json.path(indicator.key)),
                    (texts.fileAPI, OpenDataPath.values.path(indicator.key)),
                ]
                    + (hasFacilities
                        ? [
                            (texts.fileFacilities, OpenDataPath.facilityCSV.path(indicator.key)),
                            (texts.fileFacilitiesAPI, OpenDataPath.facilities.path(indicator.key)),
                        ] : []))
        }
        h.section(.label(texts.about)) {
            h.h2(texts.about)
            h.descriptionList(facts(dataset, texts, Formats(visit.language)).filter { !$0.value.isEmpty })
        }
        if let last = dataset.periods.last {
            latestValues(h, dataset, rows.filter { $0.period == last }, last, texts, Formats(visit.language))
        }
    }
}

private func facts(
    _ dataset: Dataset, _ texts: OpenDataTexts, _ formats: Formats
) -> [(term: String, value: String)] {
    let (indicator, terms) = (dataset.indicator, texts.terms)
    let counted =
        indicator.denominator.isEmpty
        ? indicator.numerator : texts.counted.filled(["events": indicator.numerator, "base": indicator.denominator])
    return [
        (terms.kind, texts.kinds[indicator.kind.rawValue] ?? ""), (terms.counted, counted),
        (terms.unit, indicator.unit), (terms.source, indicator.source), (terms.office, indicator.office),
        (terms.periodicity, indicator.periodicity), (terms.licence, licence(dataset, texts)),
        (terms.periods, span(dataset, texts)),
        (terms.areas, texts.areaCount.filled(["count": formats.number(dataset.areas.count)])),
        (terms.published, dataset.modified.map { formats.day($0.berlinDay) } ?? ""),
        (terms.aid, indicator.readingAid), (terms.caveat, indicator.caveat),
    ]
}

/// As many rows as a page can hold.
private let mostRows = 200

private func latestValues(
    _ h: HTML, _ dataset: Dataset, _ rows: [ValueRow], _ period: Period, _ texts: OpenDataTexts, _ formats: Formats
) {
    let (indicator, columns) = (dataset.indicator, texts.columns)
    let title = texts.latest.filled(["period": period.description])
    h.section(.label(title)) {
        h.h2(title)
        h.dataTable(
            DataTable(
                texts.latestCaption.filled(["name": indicator.name, "period": period.description]),
                columns: [
                    Column(columns.area), Column(columns.level),
                    Column(
                        indicator.unit.isEmpty ? columns.value : "\(columns.value) (\(indicator.unit))", isNumeric: true
                    ),
                    Column(columns.limits, isNumeric: true), Column(columns.events, isNumeric: true),
                ],
                rows: rows.prefix(mostRows).map { valueCells($0, dataset.names[$0.area], texts, formats) }))
        if rows.count > mostRows {
            h.p(texts.more.filled(["count": formats.number(mostRows), "total": formats.number(rows.count)]))
        }
    }
}

private func valueCells(_ row: ValueRow, _ name: String, _ texts: OpenDataTexts, _ formats: Formats) -> [TableCell] {
    let number = { (value: Double) in
        Int(exactly: value).map(formats.number) ?? formats.decimal(value, places: 1)
    }
    let value: TableCell =
        switch row.value.state {
        case .available: row.value.value.map { .number(number($0), $0) } ?? .empty
        case .suppressed: .text(texts.suppressed)
        case .notAvailable: .text(texts.notAvailable)
        }
    let limits = row.limits.map {
        texts.to.filled(["from": formats.decimal($0.lower, places: 1), "to": formats.decimal($0.upper, places: 1)])
    }
    var events: TableCell = .empty
    if let count = row.value.events {
        let text = row.shownBase.map { texts.outOf.filled(["events": number(count), "base": number($0)]) }
        events = .number(text ?? number(count), count)
    }
    return [
        .text(name), .text(texts.levels[row.area.level.rawValue] ?? ""), value,
        limits.map { .text($0) } ?? .empty, events,
    ]
}
