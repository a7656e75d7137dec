package import HTML
package import Texts

/// Wörter of the shell and the components in all languages.
package struct DesignTexts: Decodable, Sendable {
    let shell: ShellTexts
    package let ribbon: RibbonTexts
    let form: FormTexts
    let parts: PartTexts
    let matrix: MatrixTexts
    /// Words for maps and charts, which other targets draw too.
    package let figure: FigureTexts
    package let chart: ChartTexts

    static let catalogue = TextCatalogue<DesignTexts>(
        embedded: PackageResources.de_json,
        [.english: PackageResources.en_json, .easyGerman: PackageResources.leicht_json])
}

struct ShellTexts: Decodable, Sendable {
    let skip, languages, services, menu, signIn, signOut, signedInAs, exit, notice, footer: String
    let imprint, privacy, accessibility, easyLanguage, signLanguage, feedback, openData, sourceCode: String
    let errorTitle: String
}

/// Words for the ribbon and the stages of life below it.
package struct RibbonTexts: Decodable, Sendable {
    let offer, gap, marker, path: String
    package let whole, stagesLabel: String
    let transitions: [String]
    let transitionAges: [String]
    /// The sections of the age scale; all but the first are years.
    let sections: [String]
    let years: String
    package let stages: [String]
    package let stageAges: [String]
    /// One word for each stage, where room is short.
    package let stagesShort: [String]
}

struct FormTexts: Decodable, Sendable {
    let optional, day, month, year, dateHint, charactersLeft, charactersLimit, fileLimit: String
    let errorsOne, errorsMany, errorMark, search, apply, filter, filterOn, reset: String
}

struct PartTexts: Decodable, Sendable {
    let info, good, warning, danger, back, breadcrumb, pages, previous, next, page: String
    let sortBy, scrollable, checked, checkedBy, checkedLong, unchecked, cancel, change, nextSteps, now, done,
        open: String
    let begun, blocked, steps, source, date, base, print, share, pdf: String
}

struct MatrixTexts: Decodable, Sendable {
    let fits, scarce, gap, more, none, legendGap, legendMore, legendBar, field, ofNeed: String
}

/// Words for maps and charts.
package struct FigureTexts: Decodable, Sendable {
    package let asTable, value, place, suppressed, mapNote, numbersBelong, home: String
}

extension HTML {
    /// The language of the page that is being written, known by the prefix of its addresses.
    package var language: Language { Language(pathPrefix: pathPrefix) }

    /// Numbers and days as this page writes them.
    package var formats: Formats { Formats(language) }

    /// The design's own words in the language of the page.
    package var words: DesignTexts { DesignTexts.catalogue[language] }
}
