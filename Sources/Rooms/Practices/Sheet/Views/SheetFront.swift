import Areas
import Design
import HTML
import Practice
import Prevention
import Texts

/// Vorderseite: whose practice, for which ages, what it is and what is good about it.
extension SheetView {
    func front(_ h: HTML) {
        h.header(.class("leaf-title")) {
            tile(h)
            h.div {
                h.p(.class("leaf-place")) {
                    h.b(facts.place.names.isEmpty ? texts.municipality : facts.place.name)
                    if !facts.place.others.isEmpty { h.text(" " + together) }
                    if facts.entry.isInvented { h.span(texts.invented, .class("leaf-mark")) }
                }
                let title = sheet.title
                if isPart { h.h2(title.main, .class("leaf-h1")) } else { h.h1(title.main, .class("leaf-h1")) }
                if !title.rest.isEmpty { h.p(title.rest, .class("leaf-rest")) }
                people(h)
            }
        }
        h.div(.class("leaf-body")) {
            if !sheet.lead.isEmpty { h.p(sheet.lead, .class("leaf-lead")) }
            ages(h)
            h.div(.class("leaf-three")) {
                for (title, text) in zip([texts.what, texts.how, texts.change], sheet.blocks) { block(h, title, text) }
            }
            h.div(.class("leaf-good")) {
                number(h)
                h.section {
                    heading(h, texts.best, icon: .star)
                    lines(h, sheet.ticks, icon: .check, unknown: texts.bestUnknown)
                }
            }
        }
    }

    private var together: String {
        let lines = SheetLines.together(facts.place.others, within: 60)
        let more = lines.leftOut > 0 ? ["+\(lines.leftOut)"] : []
        return texts.together.filled(["places": formats.list(lines.shown + more)])
    }

    /// A tile in place of a coat of arms, which only the municipality itself may use.
    private func tile(_ h: HTML) {
        let sheet = TileSheet([(facts.place.name.isEmpty ? "?" : facts.place.name, 0, 0)])
        guard let tile = sheet.tiles.first else { return }
        h.div(.class("leaf-tile")) {
            h.svg(.attribute("viewBox", "0 0 \(sheet.width) \(sheet.height)"), .hidden()) {
                h.path(.attribute("d", tile.path), .attribute("fill", "#0b5a5c")) {}
                for caption in tile.captions {
                    h.svgText(
                        caption.words, .attribute("x", "\(caption.x)"), .attribute("y", "\(caption.y + 7)"),
                        .attribute("fill", "#fffaf0"), .attribute("text-anchor", "middle"),
                        .attribute("font-size", "13"), .attribute("font-weight", "600"),
                        .attribute("textLength", caption.words.count > 11 ? "\(sheet.width - 16)" : nil),
                        .attribute("lengthAdjust", caption.words.count > 11 ? "spacingAndGlyphs" : nil))
                }
            }
        }
    }

    private func people(_ h: HTML) {
        h.p(.class("leaf-people")) {
            guard let population = facts.place.area?.population else {
                h.text(texts.unknownPeople)
                return
            }
            let total = formats.number(population.total)
            if let under18 = population.under18 {
                h.text(texts.inhabitantsUnder18.filled(["total": total, "under18": formats.number(under18)]))
            } else {
                h.text(texts.inhabitants.filled(["total": total]))
            }
            h.small(" " + texts.populationSource.filled(["source": population.source]))
        }
    }

    private func ages(_ h: HTML) {
        let place = practice.place
        h.div(.class("leaf-ages")) {
            let pattern = practice.background?.ages == .derived ? texts.agesDerived : texts.ages
            h.p(.class("leaf-age")) { h.b(pattern.filled(["ages": formats.ages(place.ages)])) }
            h.ageRibbon([RibbonBand(place.ages)])
            if place.strategies.isEmpty {
                h.p(texts.strategiesUnknown, .class("leaf-unknown"))
            } else {
                h.ul(.class("leaf-lines"), .label(texts.strategies)) {
                    for line in place.strategies.list {
                        h.li {
                            h.icon(.flag)
                            h.text(texts.strategyNames[line.rawValue] ?? line.rawValue)
                        }
                    }
                }
            }
        }
    }

    private func block(_ h: HTML, _ title: String, _ text: SheetText) {
        h.section {
            heading(h, title)
            if text.text.isEmpty {
                h.p(texts.unknownText, .class("leaf-unknown"))
            } else {
                h.p(text.text)
            }
            if text.isShortened { h.p(texts.shortened, .class("leaf-more")) }
        }
    }

    /// One number with what it is a part of; drawn too, so that it is seen without colour.
    private func number(_ h: HTML) {
        h.section(.class("leaf-number")) {
            heading(h, texts.reached, icon: .people)
            guard let reach = sheet.reach, reach.of > 0 else {
                h.p(texts.reachUnknown, .class("leaf-unknown"))
                return
            }
            h.p(.class("leaf-count")) {
                h.b(formats.number(reach.count))
                h.text(" " + texts.reachOf.filled(["of": formats.number(reach.of)]))
            }
            let share = min(max(Double(reach.count) / Double(reach.of), 0), 1)
            h.svg(.class("leaf-share"), .attribute("viewBox", "0 0 200 12"), .hidden()) {
                bar(h, "trk", 198)
                bar(h, "sup", Int((198 * share).rounded()))
            }
            h.p(
                [
                    texts.reachShare.filled(["share": formats.percent(share * 100, places: 0)]), sheet.reachWords,
                    texts.reachYear.filled(["year": String(reach.year)]),
                ].filter { !$0.isEmpty }.joined(separator: " · "))
        }
    }

    private func bar(_ h: HTML, _ name: String, _ width: Int) {
        h.rect(
            .class(name), .attribute("x", "1"), .attribute("y", "1"), .attribute("width", "\(width)"),
            .attribute("height", "10"), .attribute("rx", "5")
        ) {}
    }
}
