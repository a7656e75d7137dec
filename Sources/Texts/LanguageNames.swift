/// Namen der Sprachen in which offers are given, by ISO 639 code.
package enum LanguageNames {
    /// The name in the language of the page; the code itself if it is not known.
    package static func name(of code: String, in language: Language) -> String {
        guard let names = table[code.lowercased()] else { return code }
        return language == .english ? names.english : names.german
    }

    /// The codes that have a name, German first, then by German name.
    package static let codes =
        ["de"] + table.filter { $0.key != "de" }.sorted { $0.value.german < $1.value.german }.map(\.key)

    private static let table: [String: (german: String, english: String)] = [
        "de": ("Deutsch", "German"), "en": ("Englisch", "English"), "tr": ("Türkisch", "Turkish"),
        "ar": ("Arabisch", "Arabic"), "uk": ("Ukrainisch", "Ukrainian"), "ru": ("Russisch", "Russian"),
        "pl": ("Polnisch", "Polish"), "ro": ("Rumänisch", "Romanian"), "bg": ("Bulgarisch", "Bulgarian"),
        "fa": ("Persisch", "Persian"), "prs": ("Dari", "Dari"), "ps": ("Paschtu", "Pashto"),
        "ku": ("Kurdisch", "Kurdish"), "kmr": ("Kurdisch (Kurmandschi)", "Kurdish (Kurmanji)"),
        "ckb": ("Kurdisch (Sorani)", "Kurdish (Sorani)"), "sq": ("Albanisch", "Albanian"),
        "sr": ("Serbisch", "Serbian"),
        "hr": ("Kroatisch", "Croatian"), "bs": ("Bosnisch", "Bosnian"), "mk": ("Mazedonisch", "Macedonian"),
        "fr": ("Französisch", "French"), "es": ("Spanisch", "Spanish"), "it": ("Italienisch", "Italian"),
        "pt": ("Portugiesisch", "Portuguese"), "el": ("Griechisch", "Greek"), "hu": ("Ungarisch", "Hungarian"),
        "ti": ("Tigrinya", "Tigrinya"), "am": ("Amharisch", "Amharic"), "so": ("Somali", "Somali"),
        "ur": ("Urdu", "Urdu"),
        "hi": ("Hindi", "Hindi"), "pa": ("Pandschabi", "Punjabi"), "ta": ("Tamil", "Tamil"),
        "vi": ("Vietnamesisch", "Vietnamese"), "zh": ("Chinesisch", "Chinese"), "rom": ("Romani", "Romani"),
        "nl": ("Niederländisch", "Dutch"), "gsg": ("Deutsche Gebärdensprache", "German Sign Language"),
        "az": ("Aserbaidschanisch", "Azerbaijani"), "hy": ("Armenisch", "Armenian"), "ka": ("Georgisch", "Georgian"),
    ]
}
