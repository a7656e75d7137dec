package import Texts

/// Texts of the web ground: error pages, form messages.
package struct WebTexts: Decodable, Sendable {
    /// What happened and what to do.
    struct ErrorText: Decodable, Sendable {
        let title: String
        let what: String
        let advice: String
    }

    struct Errors: Decodable, Sendable {
        let badRequest, forbidden, notFound, methodNotAllowed, timeout, conflict, tooLarge, addressTooLong: ErrorText
        let mediaType, unprocessable, tooMany, headersTooLarge, `internal`, unavailable: ErrorText

        subscript(status: Int) -> ErrorText {
            switch status {
            case 400: badRequest
            case 401, 403: forbidden
            case 404, 410: notFound
            case 405: methodNotAllowed
            case 408: timeout
            case 409, 412: conflict
            case 413: tooLarge
            case 414: addressTooLong
            case 415: mediaType
            case 422: unprocessable
            case 429: tooMany
            case 431: headersTooLarge
            case 503: unavailable
            default: `internal`
            }
        }
    }

    struct Reasons: Decodable, Sendable {
        let badAddress, badEncoding, badForm, tooManyFields, foreignSite, missingToken, signInFirst: String

        subscript(reason: Refusal.Reason) -> String {
            switch reason {
            case .badAddress: badAddress
            case .badEncoding: badEncoding
            case .badForm: badForm
            case .tooManyFields: tooManyFields
            case .foreignSite: foreignSite
            case .missingToken: missingToken
            case .signInFirst: signInFirst
            }
        }
    }

    /// Messages of form fields; each says what to do.
    struct FormTexts: Decodable, Sendable {
        let required, oneLine, tooLong, integer, decimal, range, euro: String
        let day, dayPart, dayRange, noSuchDay, partDay, partMonth, partYear: String
        let choice, email, url, postcode, phone: String
    }

    let startPage: String
    let signIn: String
    let requestNumber: String
    let errors: Errors
    let reasons: Reasons
    let form: FormTexts

    private static let catalogue = Result {
        try TextCatalogue(
            WebTexts.self, german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    /// The texts of a language.
    ///
    /// - Throws: `DecodingError` if the files in the binary are not as they should be; a test keeps this from happening.
    package static func of(_ language: Language) throws -> WebTexts { try catalogue.get()[language] }
    /// Keys that a language lacks.
    package static func missing(in language: Language) throws -> [String] {
        try catalogue.get().missing[language] ?? []
    }
}
