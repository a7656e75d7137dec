import Foundation
import HTML
import Testing
import Texts

@testable import Design

@Suite("Gestaltung") struct StyleTests {
    let css = String(decoding: Assets.styleSheet, as: UTF8.self)

    /// Every additional sheet and how many bytes it may have.
    static let additions: [(StyleAddition, Int)] = [(.figures, 9_500), (.exchange, 14_000), (.leaves, 10_000)]

    @Test("every variable that is used is declared, in the sheet of all pages or the additional one")
    func variables() {
        for sheet in [""] + StyleAddition.allCases.map({ String(decoding: StyleSheet.bytes(of: $0), as: UTF8.self) }) {
            let declared = Set((css + sheet).matches(of: /(--[a-z0-9-]+)\s*:/).map { String($0.1) })
            let used = Set((css + sheet).matches(of: /var\((--[a-z0-9-]+)\)/).map { String($0.1) })
            #expect(used.subtracting(declared).isEmpty)
            #expect(sheet.count(where: { $0 == "{" }) == sheet.count(where: { $0 == "}" }))
        }
        #expect(css.count(where: { $0 == "{" }) == css.count(where: { $0 == "}" }))
    }

    @Test("an additional sheet is linked after the one of all pages, where room or page ask for it")
    func additional() throws {
        var head = PageHead("T")
        var frame = Frame(language: .german, path: "/", houseName: "H", sender: "S")
        let plain = String(decoding: Shell.render(head, frame) { $0.h1("T") }, as: UTF8.self)
        head.styles = [.leaves]
        frame.styles = [.exchange]
        let page = String(decoding: Shell.render(head, frame) { $0.h1("T") }, as: UTF8.self)
        #expect(plain.contains(Assets.styleSheetPath) && !page.contains(Assets.path(of: .figures)))
        #expect(StyleAddition.allCases.allSatisfy { !plain.contains(Assets.path(of: $0)) })
        let main = try #require(page.firstRange(of: Assets.styleSheetPath))
        let exchange = try #require(page.firstRange(of: Assets.path(of: .exchange)))
        let leaves = try #require(page.firstRange(of: Assets.path(of: .leaves)))
        #expect(main.upperBound < exchange.lowerBound && exchange.upperBound < leaves.lowerBound)
    }

    @Test("style and script ask nobody else for anything and stay small")
    func closed() {
        #expect(!css.contains("http") && !css.contains("@import") && !css.contains("@font-face"))
        let script = String(decoding: Assets.bytes(of: Script.source), as: UTF8.self)
        #expect(
            script.utf8.count <= 20_000 && !script.contains("http") && !script.contains("innerHTML")
                && !script.contains("eval"))
        #expect(css.utf8.count < 50_000)
        #expect(Self.additions.map(\.0) == StyleAddition.allCases)
        for (addition, limit) in Self.additions {
            let bytes = StyleSheet.bytes(of: addition)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(bytes.count < limit, "\(addition)")
            #expect(!text.contains("http") && !text.contains("@import") && !text.contains("@font-face"))
        }
        #expect(Set(Assets.all.map(\.path)).count == Assets.all.count)
    }

    /// Text and ground, and the least contrast WCAG wants of them.
    static let pairs: [(String, String, Double)] = [
        ("--ink", "--paper", 4.5), ("--ink", "--surface", 4.5), ("--ink", "--sand", 4.5), ("--ink-2", "--paper", 4.5),
        ("--ink-2", "--sand", 4.5), ("--ink-2", "--surface", 4.5), ("--teal", "--paper", 4.5),
        ("--teal", "--sand", 4.5),
        ("--teal", "--teal-soft", 4.5), ("--paper", "--teal", 4.5), ("--on-teal", "--teal-deep", 4.5),
        ("--on-teal-2", "--teal-deep", 4.5), ("--amber-on-deep", "--teal-deep", 4.5), ("--on-amber", "--amber", 4.5),
        ("--info", "--info-soft", 4.5), ("--good", "--good-soft", 4.5), ("--warn", "--warn-soft", 4.5),
        ("--bad", "--bad-soft", 4.5),
        ("--bad", "--surface", 4.5), ("--ink", "--c1", 4.5), ("--ink", "--c2", 4.5), ("--on-c-hi", "--c3", 4.5),
        ("--on-c-hi", "--c4", 4.5),
        ("--edge", "--paper", 3), ("--edge", "--surface", 3), ("--amber-edge", "--paper", 3),
        ("--teal-mid", "--paper", 3),
        ("--focus", "--paper", 3), ("--bad", "--paper", 3),
    ]

    @Test("words and controls stand out from their ground, light and dark", arguments: [false, true])
    func contrast(isDark: Bool) throws {
        let sections = css.components(separatedBy: "@media (prefers-color-scheme: dark)")
        var colours = Self.colours(sections[0])
        if isDark { colours.merge(Self.colours(sections[1].components(separatedBy: "}\n}")[0])) { $1 } }
        for (text, ground, least) in Self.pairs {
            let a = try #require(colours[text])
            let b = try #require(colours[ground])
            let ratio = (max(a, b) + 0.05) / (min(a, b) + 0.05)
            #expect(ratio >= least, "\(text) auf \(ground): \(ratio)")
        }
    }

    /// Relative luminance (WCAG 2.2) of every token that is a plain colour; the first declaration counts.
    private static func colours(_ text: String) -> [String: Double] {
        var found: [String: Double] = [:]
        for match in text.matches(of: /(--[a-z0-9-]+):\s*#([0-9a-f]{6})/) where found[String(match.1)] == nil {
            let value = Int(match.2, radix: 16) ?? 0
            let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
                let share = Double(part) / 255
                return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
            }
            found[String(match.1)] = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        return found
    }

    @Test("the design's words are complete in English and keep their placeholders")
    func words() throws {
        #expect(DesignTexts.catalogue.missing[.english] == [])
        let german = String(decoding: PackageResources.de_json, as: UTF8.self)
        let english = String(decoding: PackageResources.en_json, as: UTF8.self)
        let names = { (text: String) in text.matches(of: /\{[a-z]+\}/).map { String($0.0) }.sorted() }
        #expect(names(german) == names(english))
    }
}
