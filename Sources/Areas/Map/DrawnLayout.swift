import Prevention

/// Tile layouts drawn by hand, for places whose outlines the house does not hold.
///
/// Each keeps who borders on whom where it can; a test counts the borders kept against real outlines.
enum DrawnLayout {
    static let all = [unna, modelProject]

    /// The ten towns of Kreis Unna: from Selm in the north-west to Schwerte and Fröndenberg in the south.
    static let unna = table([
        ("05978032", 0, 0), ("05978040", 1, 0),  // Selm, Werne
        ("05978024", 0, 1), ("05978004", 1, 1),  // Lünen, Bergkamen
        ("05978020", 1, 2), ("05978008", 2, 2),  // Kamen, Bönen
        ("05978016", 0, 3), ("05978036", 1, 3),  // Holzwickede, Unna
        ("05978028", 0, 4), ("05978012", 2, 4),  // Schwerte, Fröndenberg/Ruhr
    ])

    /// The 18 municipalities of the model project: the Ruhr in the middle, Münsterland above, Rhineland below.
    static let modelProject = table([
        ("05515", 2, 0), ("05570", 3, 0), ("05711", 4, 0),  // Münster, Kreis Warendorf, Bielefeld
        // Gladbeck, Gelsenkirchen, Dortmund, Hamm
        ("05562014", 0, 1), ("05513", 1, 1), ("05913", 2, 1), ("05915", 3, 1),
        // Moers, Oberhausen, Witten, Kreis Unna
        ("05170024", 0, 2), ("05119", 1, 2), ("05954036", 2, 2), ("05978", 3, 2),
        ("05958004", 4, 2),  // Arnsberg
        ("05112", 0, 3), ("05111", 1, 3), ("05124", 2, 3),  // Duisburg, Düsseldorf, Wuppertal
        ("05116", 1, 4), ("05162004", 2, 4),  // Mönchengladbach, Dormagen
        ("05358", 0, 5),  // Kreis Düren
    ])

    private static func table(_ rows: [(key: String, column: Int, row: Int)]) -> [AreaKey: TilePlace] {
        let places = rows.compactMap { row in AreaKey(official: row.key).map { ($0, TilePlace(row.column, row.row)) } }
        return Dictionary(places, uniquingKeysWith: { first, _ in first })
    }
}
