package import HTML
package import Prevention
import Texts

extension HTML {
    /// Lebensweg-Band: the way from nine months before birth to 27 years with bands threaded through its links.
    ///
    /// - Parameters:
    ///   - marker: an age shown by a pin above the ribbon, for example that of the child asked for.
    ///   - label: the sentence that says what the drawing shows; without it the bands are put in words.
    ///   - ticks: names and ages of the transitions below; only for the large ribbon.
    package func ageRibbon(
        _ bands: [RibbonBand], size: RibbonSize = .large, marker: AgeInMonths? = nil, label: String? = nil,
        ticks: Bool? = nil
    ) {
        let showsTicks = ticks ?? (size == .large)
        figure(.class(size == .large ? "ribbon" : "ribbon compact")) {
            ribbonDrawing(bands, size: size, marker: marker, label: label ?? ribbonSentence(bands, marker: marker))
            if showsTicks { ribbonTicks() }
        }
    }

    /// Compact ribbon with the ages in words beside it, as cards and lists show it.
    package func ageRow(_ range: AgeRange, marker: AgeInMonths? = nil) {
        let ages = formats.ages(range)
        div(.class("agerow")) {
            ageRibbon([RibbonBand(range)], size: .compact, marker: marker)
            span(ages)
        }
    }

    /// The drawing alone, for places that bring their own frame (head of the matrix).
    func ribbonDrawing(_ bands: [RibbonBand], size: RibbonSize, marker: AgeInMonths? = nil, label: String) {
        need(size.need)
        let drawing = RibbonDrawing(size: size)
        svg(.attribute("viewBox", drawing.viewBox), .role("img"), .label(label)) {
            use(.href(.fragment(size.symbol))) {}
            for band in bands { ribbonBand(band, size: size) }
            use(.href(.fragment(size.symbol + "-vorn"))) {}
            if let marker { ribbonMarker(marker, size: size) }
        }
    }

    private func ribbonBand(_ band: RibbonBand, size: RibbonSize) {
        let span = size.span(band.range)
        if band.kind == .gap { need("hatch") }
        rect(
            .class(band.kind == .gap ? "span gap" : "span"), .attribute("x", Points.text(span.x)),
            .attribute("y", Points.text((size.height - size.band) / 2)), .attribute("width", Points.text(span.width)),
            .attribute("height", Points.text(size.band)), .attribute("rx", Points.text(size.band / 2)),
            .attribute("stroke-width", Points.text(size.bandStroke))
        ) {}
    }

    private func ribbonMarker(_ age: AgeInMonths, size: RibbonSize) {
        let inset = size.stroke + 2
        let x = Points.text(min(max(size.scale.x(age), inset), size.width - inset))
        let isLarge = size == .large
        g(.class("pinmark")) {
            path(
                .attribute("d", "M\(x),\(isLarge ? "0" : "0.5")v\(Points.text(size.height - 1))"),
                .attribute("stroke-width", isLarge ? "4" : "2.5")
            ) {}
            circle(
                .attribute("cx", x), .attribute("cy", Points.text(size.height / 2)),
                .attribute("r", isLarge ? "8" : "4.5")
            ) {}
        }
    }

    private func ribbonTicks() {
        let names = ["at-birth", "at-kita", "at-school", "at-second", "at-work"]
        ul(.class("ticks"), .hidden()) {
            for (index, name) in names.enumerated() {
                li(.class(name)) {
                    b(words.ribbon.transitions[index])
                    if !words.ribbon.transitionAges[index].isEmpty { span(words.ribbon.transitionAges[index]) }
                }
            }
        }
    }

    private func ribbonSentence(_ bands: [RibbonBand], marker: AgeInMonths?) -> String {
        let texts = words.ribbon
        guard !bands.isEmpty else { return texts.whole }
        let parts = bands.map { band in
            (band.kind == .gap ? texts.gap : texts.offer).filled(["ages": formats.ages(band.range)])
        }
        let mark = marker.map { [texts.marker.filled(["age": formats.age($0)])] } ?? []
        return texts.path.filled(["parts": (parts + mark).joined(separator: ", ")])
    }
}
