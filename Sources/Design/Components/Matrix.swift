package import HTML
import Prevention
import Texts

/// What a cell of the chain says about supply and need.
package enum SupplyState: String, CaseIterable, Sendable, Hashable {
    /// Need and supply go together.
    case fits
    /// Supply a little below need.
    case scarce
    /// Lücke.
    case gap
    /// Überversorgung.
    case more
    /// Something exists, but nobody has measured the need.
    case unknown
    /// Nothing exists, and nobody has measured the need.
    case none
}

/// One cell of the chain.
package struct MatrixCell: Sendable {
    /// How many offers.
    package var count: Int
    package var state: SupplyState
    /// Reachable places and places needed, if measured.
    package var supply: Int?
    package var need: Int?
    /// Offers of the cell as a share of the fullest cell, 0 to 1; drawn where no need is measured.
    package var share: Double?
    /// The offers of the cell, or the derivation of its state.
    package var link: Link?
    /// Words under the number, such as "Angebote" or "92 von 80 Plätzen"; `nil`: made from supply and need.
    package var caption: String?

    package init(
        count: Int, state: SupplyState = .unknown, supply: Int? = nil, need: Int? = nil,
        share: Double? = nil, link: Link? = nil, caption: String? = nil
    ) {
        self.count = count
        self.state = state
        self.supply = supply
        self.need = need
        self.share = share
        self.link = link
        self.caption = caption
    }
}

/// Die Kette as a table: field of action by life stage, each cell a link to what stands behind it.
package struct Matrix: Sendable {
    package struct Row: Sendable {
        package let title: String
        package let link: Link?
        /// One per life stage, in order.
        package let cells: [MatrixCell]

        package init(_ title: String, link: Link? = nil, cells: [MatrixCell]) {
            self.title = title
            self.link = link
            self.cells = cells
        }
    }

    package var caption: String
    /// Head of the first column; `nil`: "Handlungsfeld".
    package var rowHead: String?
    package var rows: [Row]
    /// Says below the table what the signs mean; leave it out where no need is measured.
    package var hasLegend: Bool

    package init(_ caption: String, rowHead: String? = nil, rows: [Row], hasLegend: Bool = true) {
        self.caption = caption
        self.rowHead = rowHead
        self.rows = rows
        self.hasLegend = hasLegend
    }
}

extension HTML {
    /// The table of the chain under the age ribbon; on phones each row is a heading above four narrow cells.
    ///
    /// The roles are written out, because some readers forget them when a table is laid out as a grid.
    package func matrix(_ matrix: Matrix) {
        scrollBox(matrix.caption) {
            table(.class("matrix"), .role("table")) {
                caption(matrix.caption, .class("vh"))
                thead(.role("rowgroup")) { matrixHead(matrix) }
                tbody(.role("rowgroup")) {
                    for row in matrix.rows {
                        tr(.role("row")) {
                            th(.scope("row"), .role("rowheader")) {
                                if let link = row.link { a(row.title, .href(link)) } else { text(row.title) }
                            }
                            for cell in row.cells { td(.role("cell")) { matrixCell(cell) } }
                        }
                    }
                }
            }
        }
        if matrix.hasLegend { matrixLegend() }
    }

    private func matrixHead(_ matrix: Matrix) {
        tr(.role("row")) {
            th(
                matrix.rowHead ?? words.matrix.field, .scope("col"), .role("columnheader"),
                .attribute("rowspan", "2"))
            td(.attribute("colspan", "4"), .role("cell")) { ribbonDrawing([], size: .large, label: words.ribbon.whole) }
        }
        tr(.role("row")) {
            for index in 0..<4 {
                th(.scope("col"), .role("columnheader")) {
                    span(words.ribbon.stages[index], .class("long"))
                    span(words.ribbon.stagesShort[index], .class("short"), .hidden())
                    small(words.ribbon.stageAges[index])
                }
            }
        }
    }

    private func matrixCell(_ cell: MatrixCell) {
        let content = { [self] in
            b(formats.number(cell.count))
            if let state = stateWord(cell.state) {
                span(.class("state")) {
                    icon(state.icon)
                    text(state.word)
                }
            }
            if let supply = cell.supply, let need = cell.need {
                supplyBar(supply: supply, need: need)
            } else if let share = cell.share {
                shareBar(share)
            }
            if let words = cellCaption(cell) { span(words, .class("why")) }
        }
        let name = "cell " + cell.state.rawValue
        if let link = cell.link {
            a(.class(name), .href(link), content: content)
        } else {
            div(.class(name), content: content)
        }
    }

    private func cellCaption(_ cell: MatrixCell) -> String? {
        if let caption = cell.caption { return caption }
        guard let supply = cell.supply, let need = cell.need else { return nil }
        return words.matrix.ofNeed.filled(["supply": formats.number(supply), "need": formats.number(need)])
    }

    private func stateWord(_ state: SupplyState) -> (icon: Icon, word: String)? {
        switch state {
        case .fits: (.check, words.matrix.fits)
        case .scarce: (.down, words.matrix.scarce)
        case .gap: (.gap, words.matrix.gap)
        case .more: (.up, words.matrix.more)
        case .unknown: nil
        case .none: (.minus, words.matrix.none)
        }
    }

    /// Bar: reachable places; tick: need. The longer one fills nine tenths.
    private func supplyBar(supply: Int, need: Int) {
        let most = Double(max(supply, need, 1))
        let bar = max(182 * Double(max(supply, 0)) / most, 10)
        let tick = 182 * Double(max(need, 0)) / most
        svg(.class("bar"), .attribute("viewBox", "0 0 200 14"), .attribute("preserveAspectRatio", "none"), .hidden()) {
            raw(#"<rect class="trk" y="4" width="200" height="6" rx="3"/>"#)
            rect(
                .class("sup"), .attribute("y", "2"), .attribute("width", Points.text(bar)), .attribute("height", "10"),
                .attribute("rx", "5")
            ) {}
            path(.class("need"), .attribute("d", "M\(Points.text(max(tick, 2))),0v14")) {}
        }
    }

    private func shareBar(_ share: Double) {
        svg(
            .class("bar share"), .attribute("viewBox", "0 0 200 14"), .attribute("preserveAspectRatio", "none"),
            .hidden()
        ) {
            rect(
                .class("sup"), .attribute("y", "4"), .attribute("width", Points.text(min(max(share, 0.02), 1) * 200)),
                .attribute("height", "6"), .attribute("rx", "3")
            ) {}
        }
    }

    private func matrixLegend() {
        ul(.class("legend")) {
            legendItem(.gap, words.matrix.legendGap)
            legendItem(.down, words.matrix.scarce)
            legendItem(.check, words.matrix.fits)
            legendItem(.up, words.matrix.legendMore)
            li {
                raw(
                    #"<svg width="52" height="14" viewBox="0 0 52 14" aria-hidden="true"><rect class="trk" y="4" width="52" height="6" rx="3"/><rect class="sup" y="2" width="26" height="10" rx="5"/><path class="need" d="M40,0v14"/></svg>"#
                )
                text(words.matrix.legendBar)
            }
        }
    }

    private func legendItem(_ icon: Icon, _ words: String) {
        li {
            self.icon(icon)
            text(words)
        }
    }
}
