/// Invented names; none of them is a town of North Rhine-Westphalia.
enum Names {
    private static let townStarts = [
        "Muster", "Linden", "Birken", "Erlen", "Weiden", "Ahorn", "Eschen", "Ulmen", "Kiefern", "Tannen", "Haselnuss",
        "Apfel", "Kirsch", "Holunder",
    ]
    private static let townEnds = ["stadt", "hausen", "bach", "tal", "furt", "berge", "rode", "kamp", "moor", "hain"]
    private static let districts = [
        "Mitte", "Nord", "Süd", "Ost", "West", "Altdorf", "Neuland", "Am Kanal", "Bahnhof", "Gartenstadt", "Siedlung",
        "Waldrand", "Mühlenviertel", "Hafen", "Bergfeld", "Wiesengrund",
    ]
    /// Where the first districts lie, as their names say; east and north.
    static let directions: [SIMD2<Double>] = [[0, 0], [0, 1], [0, -1], [1, 0], [-1, 0]]
    private static let streets = [
        "Lindenweg", "Schulstraße", "Am Markt", "Gartenweg", "Bahnhofstraße", "Kirchplatz", "Mühlenweg", "Wiesenstraße",
        "Hauptstraße", "Birkenallee",
    ]
    static let languages = ["tr", "ar", "uk", "ru", "pl", "ro", "en", "fa", "ku", "bg"]

    static func town(_ index: Int) -> String {
        let end = townEnds[(index + index / townStarts.count) % townEnds.count]
        return townStarts[index % townStarts.count] + end
    }

    static func district(_ index: Int) -> String {
        let round = index / districts.count
        return districts[index % districts.count] + (round == 0 ? "" : " \(round + 1)")
    }

    static func street(_ index: Int) -> String { streets[index % streets.count] }

    /// Lower-case ASCII with hyphens, for addresses at example.org.
    static func slug(_ name: String) -> String {
        let folded = name.lowercased().replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
            .replacing("ß", with: "ss")
        return String(folded.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }).replacing("--", with: "-")
    }
}
