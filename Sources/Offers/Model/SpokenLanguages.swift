/// Sprachen, in denen man verstanden wird: what people write for them, by ISO 639 code.
enum SpokenLanguages {
    static let germanNames: [String: [String]] = [
        "de": ["Deutsch"], "tr": ["Türkisch"], "ar": ["Arabisch"], "uk": ["Ukrainisch"], "ru": ["Russisch"],
        "ro": ["Rumänisch"], "bg": ["Bulgarisch"], "pl": ["Polnisch"], "ku": ["Kurdisch"],
        "fa": ["Farsi", "Persisch"],
        "en": ["Englisch"], "fr": ["Französisch"], "es": ["Spanisch"], "it": ["Italienisch"],
        "pt": ["Portugiesisch"],
        "el": ["Griechisch"], "sq": ["Albanisch"], "sr": ["Serbisch"], "hr": ["Kroatisch"], "bs": ["Bosnisch"],
        "nl": ["Niederländisch"], "vi": ["Vietnamesisch"], "zh": ["Chinesisch"], "ti": ["Tigrinya"],
        "so": ["Somali"], "ps": ["Paschtu"], "prs": ["Dari"],
        "gsg": ["Gebärdensprache", "DGS", "Deutsche Gebärdensprache"],
    ]

    /// Words under which an offer in these languages is found. German says nothing: nearly all offers are in it.
    static func searchWords(_ codes: [String]) -> [String] {
        codes.filter { $0 != "de" }.flatMap { germanNames[$0] ?? [] }
    }
}
