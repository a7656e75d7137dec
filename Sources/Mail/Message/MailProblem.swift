/// Why a mail cannot be written; the description is a German sentence for the person who entered the data.
package enum MailProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not of the shape `name@domain`.
    case address(AddressFault)
    /// A header text holds a line break or another control character: nobody may smuggle in further headers.
    case controlCharacter(field: String)
    /// A text that must not be empty is empty.
    case empty(field: String)
    /// A header text is longer than 500 bytes, or the whole mail longer than 1 MB.
    case tooLong(field: String)
    /// The link to unsubscribe is not an https address.
    case unsubscribeLink
    /// The language is not a tag such as `de` or `de-x-leicht`.
    case language

    /// What is wrong with an address.
    package enum AddressFault: Hashable, Sendable {
        case atSignMissing, nameMissing, nameTooLong, nameNotASCII, nameHasForbiddenCharacter
        case domainMissing, domainWithoutDot, domainLabel, tooLong, controlCharacter
    }

    package var description: String {
        switch self {
        case .address(let fault): fault.sentence
        case .controlCharacter(let field): "\(field): Zeilenumbrüche und Steuerzeichen sind hier nicht erlaubt."
        case .empty(let field): "\(field): Hier fehlt ein Text."
        case .tooLong(let field): "\(field): Der Text ist zu lang."
        case .unsubscribeLink: "Der Link zum Abmelden muss mit https:// beginnen."
        case .language: "Die Sprache ist nicht als Kürzel angegeben, zum Beispiel de."
        }
    }
}

extension MailProblem.AddressFault {
    var sentence: String {
        switch self {
        case .atSignMissing: "In der E-Mail-Adresse fehlt das @-Zeichen, oder es steht mehrmals darin."
        case .nameMissing: "In der E-Mail-Adresse fehlt der Teil vor dem @-Zeichen."
        case .nameTooLong: "Der Teil vor dem @-Zeichen ist länger als 64 Zeichen."
        case .nameNotASCII:
            "Vor dem @-Zeichen stehen Umlaute oder andere besondere Buchstaben. Bitte nennen Sie eine Adresse ohne sie."
        case .nameHasForbiddenCharacter:
            "Vor dem @-Zeichen steht ein Zeichen, das dort nicht erlaubt ist, zum Beispiel ein Leerzeichen oder zwei Punkte."
        case .domainMissing: "In der E-Mail-Adresse fehlt der Teil nach dem @-Zeichen."
        case .domainWithoutDot: "Nach dem @-Zeichen fehlt die Endung, zum Beispiel .de."
        case .domainLabel: "Nach dem @-Zeichen steht ein Zeichen, das dort nicht erlaubt ist."
        case .tooLong: "Die E-Mail-Adresse ist länger als 254 Zeichen."
        case .controlCharacter: "Die E-Mail-Adresse enthält einen Zeilenumbruch oder ein Steuerzeichen."
        }
    }
}
