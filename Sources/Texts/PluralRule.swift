/// Plural category of the CLDR.
package enum PluralForm: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other
}

/// The plural rule of a language for whole numbers.
///
/// - Source: Unicode CLDR, "Language Plural Rules", cardinal; only the parts that concern whole numbers.
package enum PluralRule: String, CaseIterable, Sendable {
    /// Turkish writes the plural in words only, but CLDR keeps `one` for 1, as German and English do.
    case oneOther
    /// 0 and 1 are `one`: French, Portuguese (Brazil), Persian, Hindi, Amharic, Dari.
    case zeroOneOther
    /// No forms: Chinese, Vietnamese, Thai, Indonesian, Japanese, Korean.
    case other
    case arabic
    case polish
    /// Ukrainian, Russian, Belarusian.
    case eastSlavic
    /// Serbian, Croatian, Bosnian.
    case southSlavic
    case romanian
    case czech
    case lithuanian
    case latvian
    case slovenian
    case hebrew

    /// The rule of a language tag such as `uk` or `de-simple`; unknown languages get `oneOther`.
    package init(tag: String) {
        let language = tag.lowercased().split(separator: "-").first.map(String.init) ?? ""
        self = Self.rules[language] ?? .oneOther
    }

    private static let rules: [String: PluralRule] = [
        "fr": .zeroOneOther, "fa": .zeroOneOther, "prs": .zeroOneOther, "hi": .zeroOneOther, "am": .zeroOneOther,
        "pt": .zeroOneOther, "bn": .zeroOneOther, "ti": .zeroOneOther, "pa": .zeroOneOther,
        "zh": .other, "vi": .other, "th": .other, "id": .other, "ja": .other, "ko": .other, "ms": .other,
        "ar": .arabic, "pl": .polish, "uk": .eastSlavic, "ru": .eastSlavic, "be": .eastSlavic,
        "sr": .southSlavic, "hr": .southSlavic, "bs": .southSlavic, "ro": .romanian, "mo": .romanian,
        "cs": .czech, "sk": .czech, "lt": .lithuanian, "lv": .latvian, "sl": .slovenian, "he": .hebrew,
    ]

    /// The form that `count` of something takes; the sign does not matter.
    package func form(_ count: Int) -> PluralForm {
        let n = count.magnitude
        let ten = n % 10
        let hundred = n % 100
        switch self {
        case .oneOther: return n == 1 ? .one : .other
        case .zeroOneOther: return n <= 1 ? .one : .other
        case .other: return .other
        case .arabic: return Self.arabic(n)
        case .polish:
            if n == 1 { return .one }
            return (2...4).contains(ten) && !(12...14).contains(hundred) ? .few : .many
        case .eastSlavic:
            if ten == 1, hundred != 11 { return .one }
            return (2...4).contains(ten) && !(12...14).contains(hundred) ? .few : .many
        case .southSlavic:
            if ten == 1, hundred != 11 { return .one }
            return (2...4).contains(ten) && !(12...14).contains(hundred) ? .few : .other
        case .romanian:
            if n == 1 { return .one }
            return n == 0 || (1...19).contains(hundred) ? .few : .other
        case .czech: return n == 1 ? .one : (2...4).contains(n) ? .few : .other
        case .lithuanian:
            if (11...19).contains(hundred) || ten == 0 { return .other }
            return ten == 1 ? .one : .few
        case .latvian:
            if (11...19).contains(hundred) || ten == 0 { return .zero }
            return ten == 1 ? .one : .other
        case .slovenian: return hundred == 1 ? .one : hundred == 2 ? .two : (3...4).contains(hundred) ? .few : .other
        case .hebrew: return n == 1 ? .one : n == 2 ? .two : .other
        }
    }

    private static func arabic(_ n: UInt) -> PluralForm {
        switch (n, n % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }
}
