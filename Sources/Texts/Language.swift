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
    package var direction: String { "ltr" }

    /// Which of the CLDR plural forms `count` takes.
    package func pluralForm(_ count: Int) -> PluralForm { count == 1 ? .one : .other }
}

/// Plural category of the CLDR.
package enum PluralForm: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other
}
