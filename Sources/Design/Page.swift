package import HTML
package import Texts

/// What the shell needs to know of a page besides its content.
package struct PageHead: Sendable {
    /// How wide the content runs.
    package enum Layout: Sendable, Hashable {
        /// Inside the shell's margins: the usual page.
        case normal
        /// The whole window; the page sets its own margins with `.class("wrap")`.
        case bare
    }

    /// Title of the window and, unless the page writes its own, nothing else: the page's content holds its one `h1`.
    package var title: String
    /// One sentence for search engines and link previews.
    package var description: String
    /// Data for search engines (JSON-LD), already serialised JSON.
    package var structuredData: String?
    /// Name of the group of the navigation that the page belongs to, matching `NavigationItem.key`.
    package var section: String?
    package var layout = Layout.normal
    /// Shows the button that leaves the page at once for a harmless one and clears it.
    package var quickExit = false
    /// The page shows a form again because something is wrong; its title then begins with "Fehler".
    package var hasProblems = false
    /// What this page needs beside the sheets of its room.
    package var styles: Set<StyleAddition> = []
    /// Tells search engines to leave the page out, for results, forms and personal pages.
    package var isPrivate = false

    package init(
        _ title: String, description: String = "", structuredData: String? = nil, section: String? = nil,
        layout: Layout = .normal, quickExit: Bool = false, hasProblems: Bool = false, isPrivate: Bool = false
    ) {
        self.title = title
        self.description = description
        self.structuredData = structuredData
        self.section = section
        self.layout = layout
        self.quickExit = quickExit
        self.hasProblems = hasProblems
        self.isPrivate = isPrivate
    }
}

/// One entry of the main navigation.
package struct NavigationItem: Sendable, Hashable {
    package let key: String
    package let title: String
    package let link: Link

    package init(key: String, title: String, link: Link) {
        self.key = key
        self.title = title
        self.link = link
    }
}

/// What surrounds every page of a house for one visitor.
package struct Frame: Sendable {
    package var language: Language
    /// Path of this page without language prefix, for the language chooser.
    package var path: String
    /// Fields of the address, still encoded (`alter=7&ort=unna`), so that the language chooser keeps them; may be empty.
    package var query: String
    /// Name of the service: "Familien im Kreis Unna".
    package var houseName: String
    /// Who offers it: "Ein Dienst des Kreises Unna".
    package var sender: String
    package var navigation: [NavigationItem]
    /// Sentence shown on every page, for example that data are invented.
    package var notice: String?
    /// Name of the signed-in account, `nil` for visitors.
    package var accountName: String?
    /// Token of the session's forms, for the sign-out button; `nil` for visitors.
    package var formToken: String?
    /// What the pages of this room need beside the style sheet of all pages.
    package var styles: Set<StyleAddition> = []

    package init(
        language: Language, path: String, query: String = "", houseName: String, sender: String,
        navigation: [NavigationItem] = [], notice: String? = nil, accountName: String? = nil, formToken: String? = nil
    ) {
        self.language = language
        self.path = path
        self.query = query
        self.houseName = houseName
        self.sender = sender
        self.navigation = navigation
        self.notice = notice
        self.accountName = accountName
        self.formToken = formToken
    }
}

/// Addresses of the pages that the shell links to; whoever serves them uses these names.
package enum HousePages {
    package static let start = Link.to("/")
    package static let imprint = Link.to("/impressum")
    package static let privacy = Link.to("/datenschutz")
    package static let accessibility = Link.to("/barrierefreiheit")
    package static let signLanguage = Link.to("/gebaerdensprache")
    package static let feedback = Link.to("/rueckmeldung")
    package static let openData = Link.to("/offene-daten")
    package static let sourceCode = Link.to("/quelltext")
    package static let signIn = Link.to("/anmelden")
    package static let signOut = Link.to("/abmelden")
    package static let account = Link.to("/konto")
    /// Where "Seite schnell verlassen" leads: the weather, which tells nobody anything.
    package static let harmless = Link.outside("https://www.dwd.de/")
}
