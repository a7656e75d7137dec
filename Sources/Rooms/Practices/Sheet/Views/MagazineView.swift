import Design
import HTML
import Prevention
import Texts

/// Das Heft: cover, contents, foreword, sheets, index, each on pages of its own.
struct MagazineView {
    let magazine: Magazine
    let texts: SheetTexts.Magazine
    let sheetTexts: SheetTexts.Sheet
    let language: Language

    private var formats: Formats { Formats(language) }

    func write(_ h: HTML) {
        h.div(.class("leaves")) {
            cover(h)
            contents(h)
            if !magazine.foreword.isEmpty { foreword(h) }
        }
        for (number, facts) in magazine.sheets.enumerated() {
            SheetView(
                facts: facts, texts: sheetTexts, language: language, firstPage: magazine.page(ofSheet: number),
                isPart: true
            ).write(h)
        }
        h.div(.class("leaves")) { index(h) }
    }

    private func cover(_ h: HTML) {
        h.section(.class("leaf leaf-cover")) {
            h.p(.class("leaf-series")) {
                h.icon(.chain)
                h.text(sheetTexts.series)
            }
            h.h2(magazine.name.isEmpty ? sheetTexts.series : magazine.name, .class("leaf-h1"))
            if !magazine.issue.isEmpty { h.p(magazine.issue, .class("leaf-lead")) }
            h.ageRibbon([RibbonBand(.wholeChain)], ticks: false)
            h.p(.class("leaf-programme")) {
                if !magazine.programme.isEmpty { h.b(magazine.programme) }
                h.span(texts.chosen(magazine.sheets.count, in: language))
            }
        }
    }

    // MARK: Contents

    private func contents(_ h: HTML) {
        let all = zip(magazine.contents, magazine.sheets).map { (place: $0, names: $1.place.names) }
        for part in 0..<magazine.contentsPages {
            let start = part * Magazine.linesPerPage
            page(h, 2 + part) {
                if part == 0 { h.h2(texts.contents) } else { h.p(texts.contents, .class("h2")) }
                h.ol(.class("leaf-contents")) {
                    if part == 0, !magazine.foreword.isEmpty {
                        line(h, texts.forewordTitle, "", "vorwort", magazine.forewordPage)
                    }
                    for entry in all[start..<min(start + Magazine.linesPerPage, all.count)] {
                        line(h, entry.place.title, names(entry.names), entry.place.slug, entry.place.page)
                    }
                    if part == magazine.contentsPages - 1 {
                        line(h, texts.index, "", "register", magazine.indexPage)
                    }
                }
            }
        }
    }

    private func names(_ names: [String]) -> String {
        let lines = SheetLines.together(names, within: 40)
        return (lines.shown + (lines.leftOut > 0 ? ["+\(lines.leftOut)"] : [])).joined(separator: ", ")
    }

    private func line(_ h: HTML, _ title: String, _ place: String, _ slug: String, _ page: Int) {
        h.li {
            h.a(title, .href(.fragment(slug)))
            h.span(place)
            h.b(formats.number(page), .label("\(texts.page) \(page)"))
        }
    }

    private func foreword(_ h: HTML) {
        page(h, magazine.forewordPage) {
            h.h2(texts.forewordTitle, .id("vorwort"))
            h.div(.class("leaf-foreword")) {
                for paragraph in magazine.foreword.split(whereSeparator: \.isNewline) { h.p(String(paragraph)) }
            }
        }
    }

    private func page(_ h: HTML, _ number: Int, content: () -> Void) {
        h.section(.class("leaf")) {
            h.p(.class("leaf-bar")) {
                h.icon(.chain)
                h.b(sheetTexts.series)
                h.span(magazine.name)
            }
            h.div(.class("leaf-body"), content: content)
            h.p(.class("leaf-foot")) {
                h.span([magazine.programme, magazine.issue].filter { !$0.isEmpty }.joined(separator: " · "))
                h.span(sheetTexts.page.filled(["page": formats.number(number)]))
            }
        }
    }

    // MARK: Index

    private func index(_ h: HTML) {
        let vocabulary = Vocabulary(language)
        h.section(.class("leaf leaf-index"), .id("register")) {
            h.h2(texts.index)
            part(h, texts.byPlace, magazine.indexByPlace())
            part(h, texts.byField, magazine.indexByField(vocabulary))
            part(h, texts.byStage, magazine.indexByStage(vocabulary))
        }
    }

    private func part(_ h: HTML, _ title: String, _ lines: [Magazine.IndexLine]) {
        guard !lines.isEmpty else { return }
        h.h3(title)
        h.dl {
            for line in lines {
                h.div {
                    h.dt(line.word)
                    for place in line.places {
                        h.dd {
                            h.a(place.title, .href(.fragment(place.slug)))
                            h.text(" \u{2007}\(formats.number(place.page))")
                        }
                    }
                }
            }
        }
    }
}
