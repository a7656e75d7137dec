import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// `GET /offene-daten`
func cataloguePage(_ visit: Visit, _ datasets: [Dataset], _ texts: OpenDataTexts) -> Answer {
    visit.page(PageHead(texts.title, description: texts.lead, section: OpenDataRoom.name)) { h in
        h.header(.class("masthead")) {
            h.h1(texts.title)
            h.p(texts.lead, .class("lead"))
        }
        h.section(.label(texts.datasets)) {
            h.h2(texts.datasets)
            if datasets.isEmpty {
                h.p(texts.empty + ". " + texts.emptyHint)
            } else {
                h.dataTable(datasetTable(datasets, texts, Formats(visit.language)))
            }
        }
        h.section(.label(texts.register.title)) {
            h.h2(texts.register.title)
            h.p(texts.register.text)
            h.p { h.a(texts.register.open, .href(OpenDataPath.register.link())) }
        }
        h.section(.label(texts.interface)) {
            h.h2(texts.interface)
            h.p(texts.interfaceText)
            linkList(
                h,
                [
                    (texts.interfaceOpen, OpenDataPath.api.path()),
                    (texts.interfaceDescription, OpenDataPath.openAPI.path()),
                ])
        }
        h.section(.label(texts.catalogue)) {
            h.h2(texts.catalogue)
            h.p(texts.catalogueText)
            linkList(
                h,
                [
                    ("Turtle", OpenDataPath.turtle.path()), ("RDF/XML", OpenDataPath.xml.path()),
                    ("JSON-LD", OpenDataPath.jsonLD.path()),
                ])
        }
        h.section(.label(texts.protection)) {
            h.h2(texts.protection)
            h.p(texts.protectionText)
        }
    }
}

/// Files outside the languages of the house.
func linkList(_ h: HTML, _ links: [(title: String, path: String)]) {
    h.ul {
        for link in links { h.li { h.a(link.title, .href(.file(link.path))) } }
    }
}

private func datasetTable(_ datasets: [Dataset], _ texts: OpenDataTexts, _ formats: Formats) -> DataTable {
    let columns = texts.columns
    return DataTable(
        texts.datasetsCaption,
        columns: [
            Column(columns.name), Column(columns.kind), Column(columns.periods), Column(columns.areas, isNumeric: true),
            Column(columns.licence), Column(columns.files),
        ],
        rows: datasets.map { dataset in
            let indicator = dataset.indicator
            let kind = texts.kinds[indicator.kind.rawValue] ?? indicator.kind.rawValue
            return [
                .link(indicator.name, OpenDataPath.dataset.link(indicator.key)),
                .text(indicator.isInvented ? "\(kind), \(texts.invented)" : kind),
                .text(span(dataset, texts)),
                .number(formats.number(dataset.areas.count), Double(dataset.areas.count)),
                .text(licence(dataset, texts)),
                .links([
                    ("CSV", .file(OpenDataPath.csv.path(indicator.key))),
                    ("JSON", .file(OpenDataPath.json.path(indicator.key))),
                ]),
            ]
        })
}

/// First to last period.
func span(_ dataset: Dataset, _ texts: OpenDataTexts) -> String {
    guard let first = dataset.periods.first, let last = dataset.periods.last, first != last else {
        return dataset.periods.first?.description ?? ""
    }
    return texts.to.filled(["from": first.description, "to": last.description])
}

/// The licence as the office wrote it; said when it is not an open one.
func licence(_ dataset: Dataset, _ texts: OpenDataTexts) -> String {
    let written = dataset.indicator.licence
    guard !dataset.licence.isOpen else { return written }
    return written.isEmpty ? texts.notOpen : "\(written) (\(texts.notOpen))"
}
