/// Vereinheitlichung der Schreibweise: lower case without diacritics, umlauts written out.
///
/// "Mütter", "MÜTTER", "Mu\u{0308}tter" and "Muetter" become `muetter`, "Straße" and "Strasse"
/// become `strasse`, "Çocuk" becomes `cocuk`, "Źródło" becomes `zrodlo`. Scripts without a Latin
/// form stay in lower case; Arabic loses its vowel marks and the letter variants that keyboards
/// mix. Everything else (spaces, punctuation, NUL) passes unchanged. Folding twice changes nothing.
package enum Folding {
    /// The folded text.
    package static func fold(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 8)
        for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the folded UTF-8 of one scalar; a combining diaeresis turns an `a`, `o` or `u`
    /// just written into `ae`, `oe`, `ue`.
    static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let value = scalar.value
        if value < 0x80 {
            let isUpper = value >= 0x41 && value <= 0x5A
            bytes.append(UInt8(truncatingIfNeeded: isUpper ? value | 0x20 : value))
        } else if let letters = FoldingTable.latin(value) {
            bytes.append(contentsOf: letters)
        } else if value == 0x308 {
            if let last = bytes.last, last == 0x61 || last == 0x6F || last == 0x75 {
                bytes.append(0x65)
            }
        } else if !isDropped(value) {
            appendOther(scalar, to: &bytes)
        }
    }

    /// Marks above or below a letter, invisible characters and the Arabic lengthening stroke.
    static func isDropped(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
        case 0x483...0x489, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7: true
        case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8: true
        case 0x6EA...0x6ED: true
        default: false
        }
    }

    private static func appendOther(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if let plain = arabic(scalar.value) {
            bytes.append(contentsOf: UTF8.encode(plain).map(Array.init) ?? [])
            return
        }
        let properties = scalar.properties
        if properties.generalCategory == .decimalNumber, let digit = properties.numericType,
            digit == .decimal, let value = properties.numericValue, (0...9).contains(value)
        {
            bytes.append(0x30 + UInt8(value))
            return
        }
        if scalar.value >= 0xFF21, scalar.value <= 0xFF5A, properties.isAlphabetic {
            let isUpper = scalar.value <= 0xFF3A
            bytes.append(UInt8(scalar.value - (isUpper ? 0xFF21 : 0xFF41)) + 0x61)
            return
        }
        let lower = properties.changesWhenLowercased ? properties.lowercaseMapping : nil
        guard let lower else {
            bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            return
        }
        for part in lower.unicodeScalars where part != scalar { append(part, to: &bytes) }
    }

    /// The letter people type: hamza carriers, final ya, ta marbuta, Persian kaf and ya.
    private static func arabic(_ value: UInt32) -> Unicode.Scalar? {
        switch value {
        case 0x622, 0x623, 0x625, 0x671: "\u{627}"
        case 0x649, 0x6CC: "\u{64A}"
        case 0x629, 0x6C1: "\u{647}"
        case 0x6A9: "\u{643}"
        default: nil
        }
    }
}
