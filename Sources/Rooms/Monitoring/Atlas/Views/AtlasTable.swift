import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// The values of a map as a table, in pages where they are many.
struct AtlasTable {
    let words: AtlasWords
    /// Rows of one page: the page stays below 60 kB, with the drawing in it or without.
    private var perPage: Int {
        let count = scene.layer.areas.count
        return scene.layer.isLarge ? 120 : count <= 80 ? 80 : 60
    }

    private var scene: AtlasScene { words.scene }
    private var texts: MonitoringTexts { words.texts }

    func write(_ h: HTML) {
        let pages = max(1, (scene.layer.areas.count + perPage - 1) / perPage)
        let page = min(scene.query.page, pages)
        h.section(.labelledBy("werte"), .attribute("data-live", "tabelle")) {
            h.h2(texts.atlas.table, .id("werte"))
            h.dataTable(
                DataTable(
                    words.heading, columns: columns,
                    rows: places(page).map(row), foot: total, isCaptionHidden: true))
            if hasLimits { h.p(texts.atlas.tableNote, .class("small muted")) }
            h.pagination(page: page, of: pages) { number in
                AtlasLink.map(scene, scene.asking { $0.page = number })
            }
        }
    }

    private func places(_ page: Int) -> Range<Int> {
        let first = (page - 1) * perPage
        return first..<min(first + perPage, scene.layer.areas.count)
    }

    private var hasLimits: Bool {
        switch scene.indicator.measure {
        case .share, .ratio: scene.query.shown == .published
        case .count, .score, .yesNo: false
        }
    }

    private var hasEvents: Bool { scene.ways.count > 1 }

    private var columns: [Column] {
        var columns = [
            Column(texts.atlas.place, sort: .text),
            Column(
                unit.isEmpty ? texts.shared.value : "\(texts.shared.value) (\(unit))", isNumeric: true, sort: .number),
        ]
        if scene.comparison != nil {
            columns.append(Column(words.legendTitle, isNumeric: true, sort: .number))
        }
        if hasLimits { columns.append(Column(texts.shared.limits, isNumeric: true)) }
        if hasEvents {
            columns.append(Column(texts.atlas.events, isNumeric: true, sort: .number))
            columns.append(Column(texts.shared.base, isNumeric: true, sort: .number))
        }
        return columns
    }

    private var unit: String { words.unit }

    private func row(_ place: Int) -> [TableCell] {
        let area = scene.layer.areas[place]
        let state = scene.column.states[place]
        let value = scene.column.values[place]
        let head = TableCell.link(scene.layer.names[place], MonitoringPath.profile.link(AreaSlug.text(area.key)))
        let number: TableCell =
            value.isFinite ? .number(words.values.bare(value), value) : .text(words.values.state(state))
        return cells(head, number, value, scene.series[area.id, scene.period])
    }

    /// The region as a whole, if something is published for it.
    private var total: [TableCell]? {
        let root = scene.layer.root
        let published = scene.series[root.id, scene.period]
        guard let value = published.number(scene.query.shown, scene.indicator.measure) else { return nil }
        return cells(.text(root.name), .number(words.values.bare(value), value), value, published)
    }

    private func cells(
        _ head: TableCell, _ number: TableCell, _ value: Double, _ published: PublishedValue
    ) -> [TableCell] {
        var cells = [head, number]
        if scene.comparison != nil {
            let difference = value - (scene.whole ?? .nan)
            cells.append(difference.isFinite ? .number(words.values.difference(difference), difference) : .empty)
        }
        if hasLimits {
            cells.append(
                published.limits(scene.indicator.measure).map { .text(words.values.range($0)) } ?? .empty)
        }
        if hasEvents {
            let count = { (number: Double?) -> TableCell in
                number.map { .number(words.formats.decimal($0, places: 0), $0) } ?? .empty
            }
            cells += [count(published.events), count(published.base)]
        }
        return cells
    }
}
