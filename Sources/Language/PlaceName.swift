/// Ortsangabe: a place as people write it, made comparable.
///
/// "Unna", "UNNA, Stadt", "Kreisstadt Unna", "59423 Unna", "D-59423", "Unna (Westf.)", "Unna NRW",
/// "Duesseldorf", "Lünen-Süd" and "Lünen Süd" all find their place; "Kreis Unna" finds the
/// district only.
package struct PlaceName: Hashable, Sendable {
    /// What kind of area was named.
    package enum Kind: Hashable, Sendable {
        /// Kreis, Landkreis or Städteregion.
        case district
        /// Stadt, Gemeinde, Kreisstadt and the like.
        case municipality
    }

    /// How well a question fits a name, better ones first.
    package enum Fit: Int, Comparable, Sendable {
        /// The same name, same kind.
        case same
        /// The name without its addition ("Fröndenberg" for "Fröndenberg/Ruhr").
        case withoutAddition
        /// A part of the place asked for ("Lünen-Süd" for "Lünen").
        case part
        /// The start of a name still being typed ("Dort" for "Dortmund").
        case beginning

        package static func < (first: Fit, second: Fit) -> Bool { first.rawValue < second.rawValue }
    }

    /// Five digits, or `nil`.
    package let postcode: String?
    /// Folded words of the name, kind, postcode and state left out.
    package let words: [String]
    /// Folded words of the addition ("Ruhr" of "Fröndenberg/Ruhr", "Westf." of "Unna (Westf.)").
    package let addition: [String]
    /// The kind, if it was named.
    package let kind: Kind?

    package init(_ text: String) {
        let text = String(text.prefix(200))
        let cut = Self.additionStart(text)
        var postcode: String?
        var kind: Kind?
        let main = Self.words(text[..<cut], &postcode, &kind)
        let rest = Self.words(text[cut...], &postcode, &kind)
        self.postcode = postcode
        self.kind = kind
        words = main.isEmpty ? rest : main
        addition = main.isEmpty ? [] : rest
    }

    /// Neither a name nor a postcode.
    package var isEmpty: Bool { words.isEmpty && postcode == nil }

    /// The name as one key: words joined by a space.
    package var key: String { words.joined(separator: " ") }

    /// How this question fits the name of a place; `nil` if it does not. A question without a name
    /// (postcode only) fits no name: compare postcodes.
    package func fit(_ name: PlaceName) -> Fit? {
        guard !words.isEmpty, !name.words.isEmpty else { return nil }
        if let kind, kind == .district || name.kind == .district, kind != (name.kind ?? .municipality) {
            return nil
        }
        let asked = words + addition
        let full = name.words + name.addition
        let isOtherKind = kind == nil && name.kind == .district
        if asked == full { return isOtherKind ? .withoutAddition : .same }
        if words == name.words { return .withoutAddition }
        if full.starts(with: words), addition.isEmpty { return .part }
        return begins(full) ? .beginning : nil
    }

    /// Whether the question fits the name without being a mere beginning.
    package func matches(_ name: PlaceName) -> Bool {
        fit(name).map { $0 < .beginning } ?? false
    }

    /// The last word may be unfinished; one letter is too little.
    private func begins(_ name: [String]) -> Bool {
        guard let last = words.last, last.utf8.count > 1, words.count <= name.count else { return false }
        return name.starts(with: words.dropLast()) && name[words.count - 1].hasPrefix(last)
    }
}

extension PlaceName {
    /// Where "/Ruhr", "(Westf.)", ", Stadt" or " an der Ruhr" begins.
    private static func additionStart(_ text: String) -> String.Index {
        let folded = text.lowercased()
        var start = text.firstIndex { "/(,".contains($0) } ?? text.endIndex
        for word in [" an der ", " a. d. ", " a.d. ", " am ", " im ", " bei ", " in "] {
            guard let found = folded.firstRange(of: word), found.lowerBound > folded.startIndex else { continue }
            let offset = folded.distance(from: folded.startIndex, to: found.lowerBound)
            let index = text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.endIndex
            start = min(start, index)
        }
        return start
    }

    private static func words(
        _ text: Substring, _ postcode: inout String?, _ kind: inout Kind?
    ) -> [String] {
        var words: [String] = []
        for token in Tokenizer.tokens(in: String(text)) {
            if token.text.utf8.count == 5, token.isNumber {
                postcode = postcode ?? token.text
            } else if let found = kinds[token.text] {
                kind = kind ?? found
            } else if !ignored.contains(token.text), !token.isNumber {
                words.append(spelled[token.text] ?? token.text)
            }
        }
        return words
    }

    private static let kinds: [String: Kind] = [
        "kreis": .district, "landkreis": .district, "staedteregion": .district, "lk": .district,
        "stadt": .municipality, "gemeinde": .municipality, "kreisstadt": .municipality,
        "landeshauptstadt": .municipality, "hansestadt": .municipality, "universitaetsstadt": .municipality,
        "kreisfreie": .municipality,
    ]

    private static let ignored: Set<String> = [
        "d", "de", "in", "aus", "nrw", "nordrhein", "westfalen", "deutschland", "westf", "plz", "ort",
        "an", "der", "am", "a", "im", "bei", "und", "raum", "umgebung", "naehe", "nahe",
    ]

    /// Short forms that stand for a word of a name.
    private static let spelled: [String: String] = ["st": "sankt", "bhf": "bahnhof"]
}
