import Design
import HTML
import Texts

/// `/praxis/{slug}/blatt`: the two pages with what one can do with them.
struct SheetPage {
    let facts: SheetFacts
    let texts: SheetTexts.Sheet
    let language: Language

    static func path(_ slug: String) -> String { "/praxis/\(slug)/blatt" }

    var title: String { texts.series + ": " + facts.sheet.title.main }

    func write(_ h: HTML) {
        h.breadcrumb([
            Crumb(texts.practices, .to("/praxis")),
            Crumb(facts.sheet.title.main, .to("/praxis/" + facts.entry.slug)), Crumb(texts.series),
        ])
        h.div(.class("no-print leaf-actions")) {
            h.p(texts.screenHint + " " + texts.printHint, .class("small"))
            h.p(.class("row")) {
                h.pdfButton(SheetPage.path(facts.entry.slug))
                h.linkButton(texts.back, to: .to("/praxis/" + facts.entry.slug), icon: .back, isSmall: true)
            }
        }
        SheetView(facts: facts, texts: texts, language: language).write(h)
    }
}
