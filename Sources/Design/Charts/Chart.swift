package import HTML
package import Texts

/// Room that a drawing has: the narrow one is shown on phones, the wide one everywhere else and in files.
package enum ChartWidth: Sendable, CaseIterable { case wide, narrow }

/// Diagramm: a finding as title, a drawing, the same as a table, and where it comes from.
package protocol Chart: Sendable {
    /// The finding in words.
    var title: String { get }
    var note: SourceNote? { get }
    /// How the values are uncertain, and what else must be said under the drawing.
    var remarks: [String] { get }
    /// Writes one `svg` element with class `chart`.
    func draw(_ h: HTML, _ width: ChartWidth)
    /// Size of the view box of the wide drawing.
    var fileSize: (width: Double, height: Double) { get }
    /// The same numbers, all of them.
    func table(_ words: ChartTexts, _ formats: Formats) -> DataTable
    /// What the signs mean, below the drawing.
    func legend(_ words: ChartTexts, _ formats: Formats) -> [LegendEntry]
}

extension Chart {
    package var fileSize: (width: Double, height: Double) {
        let size = PlotSize.of(.wide)
        return (size.width, size.height)
    }

    package func legend(_ words: ChartTexts, _ formats: Formats) -> [LegendEntry] { [] }
}

extension HTML {
    /// Words of the charts in the language of the page.
    package var chartWords: ChartTexts { words.chart }

    /// A chart with its source, its legend and its table.
    ///
    /// - Parameter extra: more below the note: downloads.
    package func chart(_ chart: some Chart, extra: () -> Void = {}) {
        need("areas")
        figure(.class("sourced figure")) {
            p(chart.title, .class("charttitle"))
            for width in ChartWidth.allCases {
                div(.class(width == .wide ? "wide" : "slim")) { chart.draw(self, width) }
            }
            chartLegend(chart.legend(chartWords, formats))
            figcaption {
                for remark in chart.remarks { p(remark, .class("small remark")) }
                if let note = chart.note { sourceNote(note) }
            }
        }
        disclosure(words.figure.asTable) { dataTable(chart.table(chartWords, formats)) }
        extra()
    }
}

/// Words of the charts.
package struct ChartTexts: Decodable, Sendable {
    /// The two states without a number.
    package let unknown, secret: String
    package let mean: String
    let classFirst, classFrom, classNext, parting: String
    let areas: PluralText
    package let area, period, value, interval: String
    let rank, rankBand, rankBandOne, median: String
    package let higher, lower, similar: String
    let legendSure, legendUnsure, legendMean, legendRange: String
    let baseline, target, unknownHere, secretHere, range: String
    package let inside, beyondTwo, beyondThree: String
    let limitsTwo, limitsThree: String
    let need, capacity, difference, missing, tooMuch, fits, unmeasured, plainShare, gapLegend, moreLegend: String
    let sparkline, allSame, larger: String
}
