import Design
import HTML
import Practice
import Texts
import Web

/// `/praxis/magazin`: what belongs in the magazine, and the magazine itself.
struct MagazinePage {
    let magazine: Magazine
    /// All sheets to choose from, in the order of the list.
    let all: [MagazineChoice]
    let problems: [FieldProblem]
    /// What was typed, to be shown again.
    let query: Fields
    let texts: SheetTexts
    let language: Language

    static let path = "/praxis/magazin"
    private var words: SheetTexts.Magazine { texts.magazine }

    func write(_ h: HTML) {
        h.header(.class("masthead no-print")) {
            h.breadcrumb([Crumb(texts.sheet.practices, .to("/praxis")), Crumb(words.title)])
            h.h1(words.title)
            h.p(words.lead, .class("lead"))
        }
        if !problems.isEmpty { h.errorSummary(problems.map { ($0.field, $0.message) }) }
        if magazine.sheets.isEmpty {
            h.emptyState(words.empty, words.emptyHint, icon: .book)
        } else {
            h.div(.class("no-print")) {
                h.p {
                    h.b(words.chosen(magazine.sheets.count, in: language))
                    h.text(", " + words.pages(magazine.indexPage, in: language))
                }
                h.p(words.printHint, .class("small"))
                if let link = pdfLink {
                    h.p(.class("row actions")) { h.linkButton(words.pdf, to: link, icon: .download) }
                }
            }
        }
        h.div(.class("no-print")) {
            h.disclosure(words.choose, isOpen: magazine.sheets.isEmpty || !problems.isEmpty) { form(h) }
        }
        if !magazine.sheets.isEmpty {
            MagazineView(magazine: magazine, texts: words, sheetTexts: texts.sheet, language: language).write(h)
        }
    }

    /// `nil` where the address would be too long for browsers and the house.
    private var pdfLink: Link? {
        let address = Link.to(
            Self.path, query: query.all.filter { !$0.value.isBlank }.map { ($0.name, $0.value) })
        let link = PdfLink.to(address.address())
        return link.address().utf8.count < 7_500 ? link : nil
    }

    private func form(_ h: HTML) {
        h.form(.class("picks"), .attribute("method", "get"), .action(.to(Self.path))) {
            h.checkboxGroup(
                FieldState("p", values: magazine.sheets.map(\.entry.slug)), legend: words.practices,
                choices: all.map { Choice($0.entry.slug, $0.title, hint: $0.towns.joined(separator: ", ")) },
                hint: words.chooseHint)
            h.textField(state("titel"), label: words.name, hint: words.nameHint, isOptional: true)
            h.textField(state("ausgabe"), label: words.issue, hint: words.issueHint, isOptional: true)
            h.textField(state("programm"), label: words.programme, hint: words.programmeHint, isOptional: true)
            h.textArea(state("vorwort"), label: words.foreword, hint: words.forewordHint, isOptional: true)
            h.submitButton(words.show)
        }
    }

    private func state(_ name: String) -> FieldState {
        FieldState(name, query.raw(name), problem: problems.first { $0.field == name }?.message)
    }
}
