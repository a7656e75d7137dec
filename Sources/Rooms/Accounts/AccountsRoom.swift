package import Design
import HTML
package import Texts
package import Web

/// Konten: signing in, the own account, and the administration of all accounts.
package struct AccountsRoom: Room {
    package static let name = "accounts"
    package static let migrations = WebMigrations.all

    let desk: SignInDesk
    let texts: TextCatalogue<AccountTexts>

    /// - Throws: if the texts in the binary cannot be read.
    package init(desk: SignInDesk) throws {
        self.desk = desk
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        SignInRoutes(desk: desk, texts: texts).add(to: &routes)
        PasswordRoutes(desk: desk, texts: texts).add(to: &routes)
        OwnAccountRoutes(desk: desk, texts: texts).add(to: &routes)
        AdministrationRoutes(desk: desk, texts: texts).add(to: &routes)
    }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        guard let account, account.holds(anyOf: [.administrator]) else { return [] }
        return [NavigationItem(key: Self.name, title: texts[language].administration.title, link: AccountPaths.list)]
    }
}

/// Addresses of the room.
enum AccountPaths {
    static let signIn = Link.to("/anmelden")
    static let code = Link.to("/anmelden/code")
    static let again = Link.to("/anmelden/bestaetigen")
    static let forgotten = Link.to("/passwort-vergessen")
    static let access = Path("/zugang/{token}")
    static let own = Link.to("/konto")
    /// Where somebody goes on who wanted nothing else: the desk, a room of its own.
    static let desk = "/schreibtisch"
    static let password = Link.to("/konto/passwort")
    static let factor = Link.to("/konto/zweiter-faktor")
    static let otherSessions = Link.to("/konto/sitzungen")
    static let list = Link.to("/konten")
    static let invite = Link.to("/konten/einladen")
    static let account = Path("/konten/{id}")
    static let roles = Path("/konten/{id}/rollen")
    static let roleEnd = Path("/konten/{id}/rollen/ende")
    static let lock = Path("/konten/{id}/sperre")
    static let unlock = Path("/konten/{id}/freigabe")
    static let sessionEnd = Path("/konten/{id}/sitzungsende")
    static let invitation = Path("/konten/{id}/einladung")
    static let factorEnd = Path("/konten/{id}/zweiter-faktor/ende")
}
