/// Sprache of the interface; content may exist in more languages than the interface.
package enum Language: String, CaseIterable, Sendable, Hashable {
    case german = "de"
    case english = "en"
    /// Leichte Sprache, with the language tag of the German register practice.
    case easyGerman = "de-simple"

    /// Prefix of the language's addresses; German has none.
    package var pathPrefix: String {
        switch self {
        case .german: ""
        case .english: "/en"
        case .easyGerman: "/leicht"
        }
    }

    /// The language whose addresses begin with `pathPrefix`; German if there is none.
    package init(pathPrefix: String) {
        self = Self.allCases.first { $0.pathPrefix == pathPrefix } ?? .german
    }

    /// Value of the `lang` attribute (BCP 47).
    package var tag: String { rawValue }

    /// Name of the language in itself, for the language chooser.
    package var ownName: String {
        switch self {
        case .german: "Deutsch"
        case .english: "English"
        case .easyGerman: "Leichte Sprache"
        }
    }

    /// Direction of writing: `ltr` or `rtl`.
    package var direction: String { Self.direction(ofTag: tag) }

    /// Direction of writing of any language tag, for parts in another language: `rtl` for Arabic, Persian, Hebrew, Kurdish (Sorani) and others.
    package static func direction(ofTag tag: String) -> String {
        let parts = tag.lowercased().split(separator: "-")
        if parts.contains("latn") || parts.contains("cyrl") { return "ltr" }
        return parts.first.map { rightToLeft.contains(String($0)) } == true || parts.contains("arab") ? "rtl" : "ltr"
    }

    private static let rightToLeft: Set<String> = ["ar", "fa", "he", "ur", "ckb", "ps", "yi", "dv", "sd", "ug", "prs"]

    /// Which of the CLDR plural forms `count` takes.
    package func pluralForm(_ count: Int) -> PluralForm { PluralRule(tag: tag).form(count) }
}
