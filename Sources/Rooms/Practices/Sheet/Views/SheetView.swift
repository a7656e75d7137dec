import Design
import HTML
import Practice
import Prevention
import Texts

/// Die zwei Seiten: one practice on two leaves of A4, as a page of its own or within a magazine.
struct SheetView {
    let facts: SheetFacts
    let texts: SheetTexts.Sheet
    let language: Language
    /// Number of the first of the two pages.
    var firstPage = 1
    /// In a magazine the title is one of many.
    var isPart = false

    var sheet: PracticeSheet { facts.sheet }
    var practice: Practice { facts.practice }
    var formats: Formats { Formats(language) }

    func write(_ h: HTML) {
        h.article(.class("leaves"), .id(isPart ? facts.entry.slug : nil)) {
            leaf(h, firstPage) { front(h) }
            leaf(h, firstPage + 1) { back(h) }
        }
    }

    private func leaf(_ h: HTML, _ page: Int, content: () -> Void) {
        h.div(.class(page == firstPage ? frontClass : backClass)) {
            h.p(.class("leaf-bar")) {
                h.icon(.chain)
                h.b(texts.series)
                h.span(page == firstPage ? facts.place.name : sheet.title.main)
            }
            content()
            h.p(.class("leaf-foot")) {
                h.span(foot(page))
                h.span(texts.page.filled(["page": formats.number(page)]))
            }
        }
    }

    /// A page with little on it is printed larger, never one with much on it smaller.
    private var frontClass: String { sheet.frontLength <= 1_000 ? "leaf leaf-roomy" : "leaf" }
    private var backClass: String {
        let conditions = facts.conditions.shown.map(\.count).reduce(0, +)
        return sheet.backLength + conditions <= 1_000 ? "leaf leaf-back leaf-roomy" : "leaf leaf-back"
    }

    private func foot(_ page: Int) -> String {
        guard page > firstPage else { return texts.foot }
        let version = texts.version.filled([
            "version": formats.number(facts.entry.version), "day": formats.day(facts.day),
        ])
        return texts.foot + " · " + version
    }

    func heading(_ h: HTML, _ title: String, icon: Icon? = nil) {
        let content = {
            if let icon { h.icon(icon) }
            h.text(title)
        }
        if isPart { h.h3(content: content) } else { h.h2(content: content) }
    }

    /// How many more the entry holds, if any.
    func more(_ h: HTML, _ count: Int) {
        if count > 0 { h.p(texts.more(count, in: language), .class("leaf-more")) }
    }

    /// Lines with a sign each, or the sentence that none are known.
    func lines(_ h: HTML, _ lines: SheetLines, icon: Icon, unknown: String) {
        if lines.shown.isEmpty, lines.leftOut == 0 {
            h.p(unknown, .class("leaf-unknown"))
            return
        }
        if !lines.shown.isEmpty {
            h.ul(.class("leaf-list")) {
                for line in lines.shown {
                    h.li {
                        h.icon(icon)
                        h.span(line)
                    }
                }
            }
        }
        more(h, lines.leftOut)
    }
}
