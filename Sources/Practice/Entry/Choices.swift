/// Auswahl: some of the words of a vocabulary, each once, always in the vocabulary's order.
package struct Choices<Word: CaseIterable & Hashable & Sendable & RawRepresentable>: Hashable, Sendable {
    package let words: Set<Word>

    package init(_ words: some Sequence<Word>) { self.words = Set(words) }

    package var list: [Word] { Word.allCases.filter { words.contains($0) } }
    package var isEmpty: Bool { words.isEmpty }
    package func contains(_ word: Word) -> Bool { words.contains(word) }
}

extension Choices: ExpressibleByArrayLiteral {
    package init(arrayLiteral words: Word...) { self.init(words) }
}

extension Choices: Codable where Word.RawValue: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self.init(
            try container.decode([Word.RawValue].self).map { raw in
                guard let word = Word(rawValue: raw) else {
                    throw DecodingError.dataCorruptedError(in: container, debugDescription: "Unbekanntes Wort: \(raw)")
                }
                return word
            })
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(list.map(\.rawValue))
    }
}
