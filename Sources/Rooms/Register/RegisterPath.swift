import HTML
import Offers
import Prevention
import Web

/// The addresses of the register.
enum RegisterPath {
    static let list = Path("/register")
    static let csv = Path("/register/angebote.csv")
    static let json = Path("/register/angebote.json")
    static let newOffer = Path("/register/angebote/neu")
    static let offer = Path("/register/angebote/{id}")
    static let edit = Path("/register/angebote/{id}/bearbeiten")
    static let planning = Path("/register/angebote/{id}/planung")
    static let confirmation = Path("/register/angebote/{id}/bestaetigung")
    static let status = Path("/register/angebote/{id}/status")
    static let versions = Path("/register/angebote/{id}/fassungen")
    static let version = Path("/register/angebote/{id}/fassungen/{fassung}")
    static let restoration = Path("/register/angebote/{id}/fassungen/{fassung}/wiederherstellung")
    static let duplicates = Path("/register/doppelte")
    static let proposals = Path("/register/vorschlaege")
    static let proposal = Path("/register/vorschlaege/{id}")
    static let providers = Path("/register/traeger")
    static let newProvider = Path("/register/traeger/neu")
    static let provider = Path("/register/traeger/{id}")
    static let providerLinks = Path("/register/traeger/{id}/links")
    static let revocation = Path("/register/traeger/{id}/links/{link}/widerruf")
    static let checkMail = Path("/register/traeger/{id}/pruefmail")
    static let facilities = Path("/register/einrichtungen")
    static let newFacility = Path("/register/einrichtungen/neu")
    static let facility = Path("/register/einrichtungen/{id}")
    /// Reading tables in is another room's work.
    static let upload = Path("/register/einlesen")

    static let personal = Path("/anbieter/{token}")
    static let personalConfirmation = Path("/anbieter/{token}/bestaetigung")
    static let personalOffer = Path("/anbieter/{token}/angebote/{id}")

    /// Writing the offer down as good practice is another room's work.
    static func practice(_ id: ID<Offer>) -> Link { .to("/praxis/neu", query: [("angebot", id.text)]) }
    /// What families see of an offer.
    static func published(_ id: ID<Offer>) -> Link { .to("/angebote/\(id.text)") }
}
