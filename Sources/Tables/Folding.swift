/// Vergleichsform of names and headings: lower case, umlauts written out, letters and digits only.
package enum Folding {
    /// `Straße / Nr.` → `strassenr`, `Fröndenberg/Ruhr` → `froendenbergruhr`.
    package static func fold(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": result.append(UInt8(scalar.value))
            case "A"..."Z": result.append(UInt8(scalar.value) + 32)
            case "ä", "Ä": result += [97, 101]
            case "ö", "Ö": result += [111, 101]
            case "ü", "Ü": result += [117, 101]
            case "ß": result += [115, 115]
            case "\u{308}": result.append(101)  // umlaut as a letter and a mark
            case "é", "è", "ê", "É": result.append(101)
            case "á", "à", "â": result.append(97)
            default:
                if scalar.value > 127, scalar.properties.isAlphabetic {
                    result += Array(scalar.properties.lowercaseMapping.utf8)
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
