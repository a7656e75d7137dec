package import HTML
import Texts

/// One column of a table.
package struct Column: Sendable {
    package enum Sort: Sendable, Hashable {
        case none
        /// Sorted by the words or numbers of the cells, in the browser where there is a script.
        case text, number
    }
    package enum Order: String, Sendable, Hashable {
        case ascending, descending
    }

    package var title: String
    package var isNumeric: Bool
    package var sort: Sort
    /// How the rows stand now, if by this column.
    package var order: Order?
    /// Address that sorts by this column on the server; the head is then a link.
    package var link: Link?

    package init(
        _ title: String, isNumeric: Bool = false, sort: Sort = .none, order: Order? = nil, link: Link? = nil
    ) {
        self.title = title
        self.isNumeric = isNumeric
        self.sort = sort
        self.order = order
        self.link = link
    }
}

/// One cell of a table.
package enum TableCell: Sendable {
    case text(String)
    /// A number already in words, with its value for sorting; `nil` for an unknown one.
    case number(String, Double?)
    case link(String, Link)
    case badge(String, Tone?)
    case links([(String, Link)])
    case empty
}

/// Tabelle: head, rows, caption; scrolls in its own box on narrow screens.
package struct DataTable: Sendable {
    package var caption: String
    package var columns: [Column]
    /// Each row's first cell is its head.
    package var rows: [[TableCell]]
    /// Row of sums at the end.
    package var foot: [TableCell]?
    package var isCaptionHidden: Bool
    /// Keeps the head in view while a long table scrolls.
    package var hasStickyHead: Bool

    package init(
        _ caption: String, columns: [Column], rows: [[TableCell]], foot: [TableCell]? = nil,
        isCaptionHidden: Bool = false,
        hasStickyHead: Bool = false
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.foot = foot
        self.isCaptionHidden = isCaptionHidden
        self.hasStickyHead = hasStickyHead
    }
}

extension HTML {
    package func dataTable(_ data: DataTable) {
        scrollBox(data.caption, isTall: data.hasStickyHead) {
            table(.flag("data-sortable", data.columns.contains { $0.sort != .none && $0.link == nil })) {
                caption(data.caption, .class(data.isCaptionHidden ? "vh" : nil))
                thead { tr { for column in data.columns { head(column) } } }
                tbody {
                    for row in data.rows {
                        tr {
                            for (index, cell) in row.enumerated() {
                                self.cell(cell, isHead: index == 0, data.columns, index)
                            }
                        }
                    }
                }
                if let foot = data.foot {
                    tfoot {
                        tr {
                            for (index, cell) in foot.enumerated() {
                                self.cell(cell, isHead: index == 0, data.columns, index)
                            }
                        }
                    }
                }
            }
        }
    }

    /// A box of its own for what may be wider than the screen; reachable by keyboard, with a name.
    package func scrollBox(_ name: String, isTall: Bool = false, content: () -> Void) {
        div(
            .class(isTall ? "scroll tall" : "scroll"), .attribute("tabindex", "0"), .role("region"),
            .label(words.parts.scrollable.filled(["name": regionName(name)])), content: content)
    }

    /// `name`, with a number if another region of the page is called the same.
    private func regionName(_ name: String) -> String {
        var number = 1
        while needs.contains("region:\(name):\(number)") { number += 1 }
        need("region:\(name):\(number)")
        return number == 1 ? name : "\(name) \(number)"
    }

    private func head(_ column: Column) {
        let sort: String? =
            column.sort == .none || column.link != nil ? nil : column.sort == .number ? "number" : "text"
        th(
            .scope("col"), .class(column.isNumeric ? "num" : nil), .attribute("data-sort", sort),
            .attribute("aria-sort", column.order?.rawValue)
        ) {
            if let link = column.link {
                a(.class("sort"), .href(link)) {
                    text(column.title)
                    span(" " + words.parts.sortBy, .class("vh"))
                }
            } else {
                text(column.title)
            }
        }
    }

    private func cell(_ cell: TableCell, isHead: Bool, _ columns: [Column], _ index: Int) {
        let isNumeric = index < columns.count && columns[index].isNumeric
        var value: String?
        if case .number(_, let number) = cell { value = number.map { "\($0)" } }
        let attributes: [Attribute] = [
            .class(isNumeric ? "num" : nil), .attribute("data-value", value), .attribute("scope", isHead ? "row" : nil),
        ]
        element(isHead ? "th" : "td", attributes) {
            switch cell {
            case .text(let words), .number(let words, _): text(words)
            case .link(let title, let link): a(title, .href(link))
            case .badge(let title, let tone): badge(title, tone)
            case .links(let links):
                for (index, link) in links.enumerated() {
                    if index > 0 { text(", ") }
                    a(link.0, .href(link.1))
                }
            case .empty: break
            }
        }
    }
}
