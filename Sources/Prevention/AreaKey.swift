/// Gebietsschlüssel: an official key (AGS, or ARS brought to its AGS) or a local key of a town's own districts.
///
/// One area has one key, however it is written: "05978", "059780000000" and "05978000" are the Kreis Unna,
/// "05711" and "05711000" the kreisfreie Stadt Bielefeld, "059780036036" and "05978036" the town Unna.
/// - Source: Destatis, Gemeindeverzeichnis, Schlüsselsystematik (ARS: Land 2, Regierungsbezirk 1, Kreis 2,
///   Verband 4, Gemeinde 3 digits; AGS without the Verband).
package struct AreaKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The form in which keys are stored and compared: 2, 5 or 8 digits, 9 digits for a Verband, or `scope/local`.
    package let text: String

    /// Reads an official key of 2, 5, 8, 9 or 12 digits; blanks between digits are ignored.
    ///
    /// `nil` for other lengths and for numbers that are no Land (01…16).
    package init?(official written: some StringProtocol) {
        let digits = String(written.filter { $0 != " " })
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let land = Int(digits.prefix(2)),
            (1...16).contains(land)
        else { return nil }
        switch digits.count {
        case 2, 5: text = Self.shortened(digits)
        case 8: text = Self.shortened(digits)
        case 9: text = digits.hasSuffix("0000") ? Self.shortened(String(digits.prefix(5))) : digits
        case 12: text = Self.shortened(ars: digits)
        default: return nil
        }
    }

    /// A key that only the town knows, such as "101", within the area `scope`; `nil` scope if the town is not stated.
    ///
    /// `nil` for an empty key, one over 60 bytes, or with characters other than letters, digits and `-_.:`.
    package init?(local written: some StringProtocol, within scope: AreaKey? = nil) {
        let allowed = written.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.isDigit || "-_.:".unicodeScalars.contains($0)
        }
        guard !written.isEmpty, written.utf8.count <= 60, allowed else { return nil }
        text = (scope.map(\.text) ?? "") + "/" + written
    }

    /// Reads the stored form; other spellings of official keys are accepted.
    package init?(_ stored: some StringProtocol) {
        guard let slash = stored.lastIndex(of: "/") else {
            self.init(official: stored)
            return
        }
        let scope = stored[..<slash]
        guard scope.isEmpty || AreaKey(scope) != nil else { return nil }
        self.init(local: stored[stored.index(after: slash)...], within: AreaKey(scope))
    }

    /// Eight digits that end in 000 name the whole Kreis or kreisfreie Stadt; five that end in 000 the Land.
    private static func shortened(_ digits: String) -> String {
        if digits.count == 8, digits.hasSuffix("000") { return shortened(String(digits.prefix(5))) }
        if digits.count == 5, digits.hasSuffix("000") { return String(digits.prefix(2)) }
        return digits
    }

    private static func shortened(ars digits: String) -> String {
        let kreis = digits.prefix(5)
        let verband = digits.dropFirst(5).prefix(4)
        let gemeinde = digits.suffix(3)
        if gemeinde == "000", verband != "0000" { return String(digits.prefix(9)) }
        return shortened("\(kreis)\(gemeinde)")
    }

    /// Whether the key comes from the official register.
    package var isOfficial: Bool { !text.contains("/") }

    /// The digits of an official key in the usual length: a kreisfreie Stadt or Gemeinde has eight.
    package func ags(at level: AreaLevel) -> String? {
        guard isOfficial, text.count != 9 else { return nil }
        return level == .city && text.count == 5 ? text + "000" : text
    }

    /// The key as the town writes it, without the scope.
    package var localPart: String { text.lastIndex(of: "/").map { String(text[text.index(after: $0)...]) } ?? text }

    /// The official area above that the key itself names: the Kreis of a Gemeinde, the Land of a Kreis, the scope of a local key.
    package var parent: AreaKey? {
        if let slash = text.lastIndex(of: "/") { return AreaKey(text[..<slash]) }
        return switch text.count {
        case 8, 9: AreaKey(official: text.prefix(5))
        case 5: AreaKey(official: text.prefix(2))
        default: nil
        }
    }

    package var description: String { text }
    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { properties.numericType == .decimal }
}
