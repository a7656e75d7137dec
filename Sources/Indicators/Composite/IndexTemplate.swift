/// Indexvorlage: a design from the documents of the model project, to start from.
package enum IndexTemplate: String, CaseIterable, Sendable {
    case gelsenkirchen

    /// The design with the keys that `key(of:)` makes of the documents' names; nothing is stored.
    package var definition: IndexDefinition {
        switch self {
        case .gelsenkirchen: Self.participation
        }
    }

    /// "Partizipation von Kindern": 5 sub-indices with 16 indicators.
    ///
    /// The documents name neither method nor weights nor directions: equal weights and all directions are ours. The two
    /// that tell where families come from mark a need and nothing bad.
    /// - Source: Abschlussbericht 2016, Teil B, Kap. 4, Station 5, Abb. Konzept des Index.
    private static var participation: IndexDefinition {
        func part(_ title: String, _ effect: IndexDefinition.Effect = .unfavourable) -> IndexDefinition.Part {
            IndexDefinition.Part(key(of: title), effect)
        }
        return IndexDefinition(
            name: "Partizipation von Kindern",
            about:
                "Nach dem Konzept der Stadt Gelsenkirchen (Abschlussbericht 2016, Teil B, Kapitel 4, Station 5): fünf "
                + "Teilindizes, 16 Kenngrößen. Verfahren, Gewichte und Richtungen nennt das Dokument nicht; hier zählen alle "
                + "Teilindizes gleich viel, und die Richtungen sind eigene Einordnung.",
            groups: [
                .init("Wirtschaftliche Lage", [part("Sozialgeldquote"), part("Sozialgeldquote der unter 6-Jährigen")]),
                .init(
                    "Integrationsbedarf",
                    [
                        part("Migrantenanteil unter 18 Jahren", .need), part("Nicht ausreichende Deutschkenntnisse"),
                        part("Zuwanderung aus dem Ausland im Vorjahr", .need),
                    ]),
                .init(
                    "Gesundheitsbedingungen",
                    [
                        part("Übergewichtige und adipöse Kinder"), part("Teilnahmequote U8/U9", .favourable),
                        part("dmft-Index zur Zahngesundheit"),
                    ]),
                .init(
                    "Bildungsbeteiligung",
                    [
                        part("Schulempfehlung Hauptschule"), part("Schulempfehlung Gymnasium", .favourable),
                        part("Defizite in elementaren Entwicklungskompetenzen"), part("Sprachförderung nach Delfin"),
                        part("Geringe Kita-Besuchsdauer"),
                    ]),
                .init(
                    "Umweltbedingungen/Wohnen",
                    [part("Wohndauer unter 3 Jahren"), part("Lärmbelastung"), part("Städtische Hitzeinsel")]),
            ])
    }

    /// The key of an indicator by its German name: lower case, umlauts in two letters, everything else a hyphen.
    package static func key(of name: String) -> String {
        let letters: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"]
        return name.lowercased().map { character in
            if let two = letters[character] { return two }
            return character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "-"
        }.joined()
    }
}
