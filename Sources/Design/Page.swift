package import HTML
package import Texts

/// What the shell needs to know of a page besides its content.
package struct PageHead: Sendable {
    /// Title of the window and, unless the page writes its own, nothing else: the page's content holds its one `h1`.
    package var title: String
    /// One sentence for search engines and link previews.
    package var description: String
    /// Data for search engines (JSON-LD), already serialised JSON without `</`.
    package var structuredData: String?
    /// Name of the group of the navigation that the page belongs to, matching `NavigationItem.key`.
    package var section: String?

    package init(_ title: String, description: String = "", structuredData: String? = nil, section: String? = nil) {
        self.title = title
        self.description = description
        self.structuredData = structuredData
        self.section = section
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

    package init(
        language: Language, path: String, houseName: String, sender: String, navigation: [NavigationItem] = [],
        notice: String? = nil, accountName: String? = nil, formToken: String? = nil
    ) {
        self.language = language
        self.path = path
        self.houseName = houseName
        self.sender = sender
        self.navigation = navigation
        self.notice = notice
        self.accountName = accountName
        self.formToken = formToken
    }
}

/// The shell around every page: head, skip link, header, main, footer.
package enum Shell {
    /// The whole document as UTF-8.
    package static func render(_ head: PageHead, _ frame: Frame, content: (HTML) -> Void) -> [UInt8] {
        let h = HTML(pathPrefix: frame.language.pathPrefix)
        h.raw("<!doctype html>")
        h.html(.lang(frame.language.tag), .dir(frame.language.direction)) {
            h.head {
                h.meta(.attribute("charset", "utf-8"))
                h.meta(.name("viewport"), .attribute("content", "width=device-width, initial-scale=1"))
                h.title(head.title + " – " + frame.houseName)
                h.link(.attribute("rel", "stylesheet"), .href(.file(Assets.styleSheetPath)))
            }
            h.body {
                h.main(.id("inhalt")) { content(h) }
            }
        }
        return h.bytes
    }
}

/// Files of the design, held in the binary.
package enum Assets {
    package static let styleSheetPath = "/-/stil.css"
    package static var styleSheet: [UInt8] { PackageResources.stil_css }
}
