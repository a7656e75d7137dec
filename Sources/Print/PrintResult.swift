package import Texts

/// Ergebnis des Druckens: a tagged PDF, or why there is none.
package enum PrintResult: Hashable, Sendable {
    case pdf([UInt8])
    /// WeasyPrint is not there: the page says so and offers the browser's print.
    case notInstalled
    case failed(PrintFailure)
}

/// Warum es keine PDF-Datei gibt.
package enum PrintFailure: Error, Hashable {
    /// Too many at once; try again soon.
    case busy
    /// The page or its PDF exceeds the limits.
    case tooLarge
    case timeOut
    /// The page would load something from elsewhere; the text names what, for the log.
    case notSelfContained(String)
    /// WeasyPrint refused or broke; its last words, for the log.
    case program(String)
}

extension PrintResult {
    /// What to tell the visitor; `nil` if there is a PDF.
    package func message(in language: Language) -> String? {
        let texts = PrintTexts.catalogue[language]
        switch self {
        case .pdf: return nil
        case .notInstalled: return texts.notInstalled
        case .failed(.busy): return texts.busy
        case .failed(.tooLarge): return texts.tooLarge
        case .failed(.timeOut): return texts.timeOut
        case .failed(.notSelfContained), .failed(.program): return texts.broken
        }
    }
}

/// Ergebnis des Zeichnens: a picture as PNG, or why there is none.
package enum PictureResult: Hashable, Sendable {
    case png([UInt8])
    /// rsvg-convert is not there: the page says so and offers SVG.
    case notInstalled
    case failed(PrintFailure)

    /// What to tell the visitor; `nil` if there is a picture.
    package func message(in language: Language) -> String? {
        let texts = PrintTexts.catalogue[language]
        switch self {
        case .png: return nil
        case .notInstalled: return texts.pictureNotInstalled
        case .failed(.busy): return texts.busy
        case .failed: return texts.pictureBroken
        }
    }
}

/// Sätze zum Drucken.
struct PrintTexts: Decodable, Sendable {
    let notInstalled: String
    let busy: String
    let tooLarge: String
    let timeOut: String
    let broken: String
    let pictureNotInstalled: String
    let pictureBroken: String

    static let catalogue = TextCatalogue<PrintTexts>(
        embedded: PackageResources.de_json, [.english: PackageResources.en_json])
}
