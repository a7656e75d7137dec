import Design
import Foundation
import HTML
import Muster
import RoomTesting
import Testing
import Texts
import Web

@Suite("Gestaltungsmuster") struct MusterTests {
    private func page(_ language: Language) -> String {
        var frame = Frame(
            language: language, path: "/-/muster", query: "a=1", houseName: "Haus", sender: "Absender",
            navigation: [NavigationItem(key: "a", title: "Angebote", link: .to("/angebote"))], notice: "Erfunden.",
            accountName: "Konto", formToken: "t")
        frame.styles = MusterRoom.styles
        let head = PageHead("Muster", section: "a", layout: .bare, quickExit: true, hasProblems: true)
        return String(decoding: Shell.render(head, frame) { PatternPage.write($0) }, as: UTF8.self)
    }

    @Test("every component in every state passes the audit, in every language", arguments: Language.allCases)
    func audited(language: Language) {
        #expect(audit(page(language)) == [])
    }

    @Test("the shell offers the same page in other languages, leaving at once, signing out")
    func shell() {
        let html = page(.german)
        #expect(html.contains("href=\"/en/-/muster?a=1\"") && html.contains("<title>Fehler: Muster – Haus</title>"))
        #expect(html.contains("rel=\"noreferrer nofollow\"") && html.contains("name=\"_token\" value=\"t\""))
        #expect(html.contains("aria-current=\"page\">Angebote"))
        #expect(html.components(separatedBy: "<symbol id=\"kette-gross\"").count == 2)
    }

    @Test("a page without ribbon carries no drawing")
    func small() {
        let frame = Frame(language: .german, path: "/", houseName: "H", sender: "S")
        let html = String(decoding: Shell.render(PageHead("T"), frame) { $0.h1("T") }, as: UTF8.self)
        #expect(!html.contains("<symbol") && html.utf8.count < 6_000)
    }
}
