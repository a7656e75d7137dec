package import HTML
import Texts

/// Balken: one value of a bar chart.
package struct Bar: Sendable, Hashable {
    package let title: String
    package let value: Double
    /// The value in words: "79,2 %".
    package let words: String
    package let link: Link?
    /// Stands out from the others, said in the title too.
    package let isMarked: Bool
    /// Stands back behind the others: what is not known.
    package let isMuted: Bool

    package init(
        _ title: String, _ value: Double, _ words: String, link: Link? = nil, isMarked: Bool = false,
        isMuted: Bool = false
    ) {
        self.title = title
        self.value = value
        self.words = words
        self.link = link
        self.isMarked = isMarked
        self.isMuted = isMuted
    }
}

extension HTML {
    /// Balkendiagramm that is its own table: title, bar and value in one row each, longest bar full width.
    ///
    /// - Parameters:
    ///   - title: the finding, as caption.
    ///   - unit: head of the value column: "Angebote".
    package func barChart(_ title: String, label: String, unit: String, bars: [Bar], note: SourceNote? = nil) {
        let most = max(bars.map(\.value).filter(\.isFinite).max() ?? 0, .leastNormalMagnitude)
        figure(.class("sourced")) {
            table(.class("bars")) {
                caption(title)
                thead {
                    tr {
                        th(label, .scope("col"))
                        th(unit, .scope("col"), .attribute("colspan", "2"))
                    }
                }
                tbody {
                    for bar in bars { barRow(bar, most: most) }
                }
            }
            if let note { figcaption { sourceNote(note) } }
        }
    }

    private func barRow(_ bar: Bar, most: Double) {
        let width = bar.value.isFinite && bar.value > 0 ? max(bar.value / most * 300, 3) : 0
        tr(.class(bar.isMarked ? "marked" : bar.isMuted ? "faint" : nil)) {
            th(.scope("row")) {
                if let link = bar.link { a(bar.title, .href(link)) } else { text(bar.title) }
            }
            td(bar.words, .class("num"))
            td(.class("barcell"), .hidden()) {
                svg(.attribute("viewBox", "0 0 300 16"), .attribute("preserveAspectRatio", "none")) {
                    raw(#"<rect class="trk" y="6" width="300" height="4" rx="2"/>"#)
                    rect(
                        .class("sup"), .attribute("y", "2"), .attribute("width", Points.text(width)),
                        .attribute("height", "12"), .attribute("rx", "6")
                    ) {}
                }
            }
        }
    }
}
