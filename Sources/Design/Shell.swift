package import HTML
import Texts

/// Rahmen around every page: head, skip link, header, main, footer.
package enum Shell {
    /// The whole document as UTF-8.
    package static func render(_ head: PageHead, _ frame: Frame, content: (HTML) -> Void) -> [UInt8] {
        let h = HTML(pathPrefix: frame.language.pathPrefix, capacity: 49_152)
        h.raw("<!doctype html>")
        h.html(.lang(frame.language.tag), .dir(frame.language.direction)) {
            h.head { writeHead(h, head, frame) }
            h.body(.class(frame.language == .easyGerman ? "easy" : nil)) {
                h.a(h.words.shell.skip, .class("skip"), .href(.fragment("inhalt")))
                writeHeader(h, head, frame)
                if let notice = frame.notice { writeNotice(h, notice) }
                h.main(.id("inhalt"), .class(head.layout == .bare ? "bare" : "wrap page"), .attribute("tabindex", "-1"))
                {
                    content(h)
                }
                writeFooter(h, frame)
                h.sprite(for: h.needs)
            }
        }
        return h.bytes
    }

    /// A document to be shown in a frame of another page: content and who it comes from, nothing else.
    package static func renderEmbedded(_ head: PageHead, _ frame: Frame, content: (HTML) -> Void) -> [UInt8] {
        let h = HTML(pathPrefix: frame.language.pathPrefix, capacity: 49_152)
        h.raw("<!doctype html>")
        h.html(.lang(frame.language.tag), .dir(frame.language.direction)) {
            h.head { writeHead(h, head, frame) }
            h.body {
                h.a(h.words.shell.skip, .class("skip"), .href(.fragment("inhalt")))
                h.main(.id("inhalt"), .class("embedded"), .attribute("tabindex", "-1")) {
                    content(h)
                    if let notice = frame.notice { h.p(notice, .class("small")) }
                    h.p(.class("small muted")) {
                        h.b(frame.houseName)
                        h.text(" · " + frame.sender)
                    }
                }
                h.sprite(for: h.needs)
            }
        }
        return h.bytes
    }

    // MARK: Head

    private static func writeHead(_ h: HTML, _ head: PageHead, _ frame: Frame) {
        let title = head.hasProblems ? h.words.shell.errorTitle.filled(["title": head.title]) : head.title
        h.meta(.attribute("charset", "utf-8"))
        h.title(title == frame.houseName ? title : title + " – " + frame.houseName)
        h.meta(.name("viewport"), .attribute("content", "width=device-width, initial-scale=1"))
        h.meta(.name("color-scheme"), .attribute("content", "light dark"))
        if !head.description.isEmpty { h.meta(.name("description"), .attribute("content", head.description)) }
        if head.isPrivate { h.meta(.name("robots"), .attribute("content", "noindex")) }
        h.link(.attribute("rel", "stylesheet"), .href(.file(Assets.styleSheetPath)))
        for addition in StyleAddition.allCases where head.styles.contains(addition) || frame.styles.contains(addition) {
            h.link(.attribute("rel", "stylesheet"), .href(.file(Assets.path(of: addition))))
        }
        h.link(.attribute("rel", "icon"), .type("image/svg+xml"), .href(.file(Assets.crestPath)))
        h.script(.src(.file(Assets.scriptPath)), .flag("defer")) {}
        if let data = head.structuredData {
            h.script(.type("application/ld+json")) { h.json(data) }
        }
        guard !head.isPrivate else { return }
        for language in Language.allCases {
            h.link(
                .attribute("rel", "alternate"), .attribute("hreflang", language.tag),
                .href(address(frame, in: language)))
        }
    }

    private static func address(_ frame: Frame, in language: Language) -> Link {
        let path = language.pathPrefix.isEmpty ? frame.path : language.pathPrefix + frame.path
        return .file(frame.query.isEmpty ? path : path + "?" + frame.query)
    }

    // MARK: Header

    private static func writeHeader(_ h: HTML, _ head: PageHead, _ frame: Frame) {
        h.header(.class("site")) {
            h.div(.class("wrap topbar")) {
                h.a(.class("brand"), .href(HousePages.start)) {
                    h.raw(Assets.crest)
                    h.span {
                        h.b(frame.houseName)
                        h.small(frame.sender)
                    }
                }
                writeLanguages(h, frame)
                writeAccount(h, frame)
                if head.quickExit { writeExit(h) }
            }
            if !frame.navigation.isEmpty { writeNavigation(h, head, frame) }
        }
    }

    private static func writeLanguages(_ h: HTML, _ frame: Frame) {
        h.nav(.class("langs no-print"), .label(h.words.shell.languages)) {
            h.ul {
                for language in Language.allCases {
                    h.li {
                        h.a(
                            .href(address(frame, in: language)), .lang(language.tag),
                            .current(language == frame.language ? "true" : nil)
                        ) {
                            if language == .easyGerman { h.icon(.easyLanguage) }
                            h.text(language.ownName)
                        }
                    }
                }
                h.li {
                    h.a(.href(HousePages.signLanguage)) {
                        h.icon(.signLanguage)
                        h.text(h.words.shell.signLanguage)
                    }
                }
            }
        }
    }

    private static func writeAccount(_ h: HTML, _ frame: Frame) {
        h.div(.class(frame.accountName == nil ? "account visitor no-print" : "account no-print")) {
            guard let name = frame.accountName else {
                h.a(.href(HousePages.signIn)) {
                    h.icon(.person)
                    h.text(h.words.shell.signIn)
                }
                return
            }
            h.a(.href(HousePages.account)) {
                h.icon(.person)
                h.span(h.words.shell.signedInAs + " ", .class("vh"))
                h.text(name)
            }
            h.form(.attribute("method", "post"), .action(HousePages.signOut)) {
                if let token = frame.formToken { h.formToken(token) }
                h.button(.class("plain")) {
                    h.icon(.signOut)
                    h.text(h.words.shell.signOut)
                }
            }
        }
    }

    private static func writeExit(_ h: HTML) {
        h.a(.class("btn sm exit no-print"), .href(HousePages.harmless), .attribute("rel", "noreferrer nofollow")) {
            h.icon(.exit)
            h.text(h.words.shell.exit)
        }
    }

    private static func writeNavigation(_ h: HTML, _ head: PageHead, _ frame: Frame) {
        h.nav(.class("services no-print"), .label(h.words.shell.services)) {
            h.details(.class("wrap")) {
                h.summary(h.words.shell.menu)
                h.ul {
                    for item in frame.navigation {
                        h.li {
                            h.a(item.title, .href(item.link), .current(item.key == head.section ? "page" : nil))
                        }
                    }
                }
            }
        }
    }

    private static func writeNotice(_ h: HTML, _ notice: String) {
        h.aside(.class("notice"), .label(h.words.shell.notice)) {
            h.div(.class("wrap")) {
                h.icon(.info)
                h.p(notice)
            }
        }
    }

    // MARK: Footer

    private static func writeFooter(_ h: HTML, _ frame: Frame) {
        let words = h.words.shell
        h.footer(.class("foot")) {
            h.div(.class("wrap")) {
                h.raw(Assets.chainLine)
                h.nav(.class("no-print"), .label(words.footer)) {
                    h.ul {
                        footerLink(h, words.feedback, HousePages.feedback, .speech)
                        footerLink(h, words.accessibility, HousePages.accessibility, .stepFree)
                        h.li {
                            h.a(.href(.file(Language.easyGerman.pathPrefix + "/")), .lang(Language.easyGerman.tag)) {
                                h.icon(.easyLanguage)
                                h.text(words.easyLanguage)
                            }
                        }
                        footerLink(h, words.signLanguage, HousePages.signLanguage, .signLanguage)
                        footerLink(h, words.privacy, HousePages.privacy, .lock)
                        footerLink(h, words.imprint, HousePages.imprint, .document)
                        footerLink(h, words.openData, HousePages.openData, .table)
                        footerLink(h, words.sourceCode, HousePages.sourceCode, .chain)
                        if frame.accountName == nil { footerLink(h, words.signIn, HousePages.signIn, .person) }
                    }
                }
                h.p(.class("small muted")) {
                    h.b(frame.houseName)
                    h.text(" · " + frame.sender)
                }
            }
        }
    }

    private static func footerLink(_ h: HTML, _ title: String, _ link: Link, _ icon: Icon) {
        h.li {
            h.a(.href(link)) {
                h.icon(icon)
                h.text(title)
            }
        }
    }
}
