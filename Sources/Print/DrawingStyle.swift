/// Stil der Zeichnungen: the rules of the style sheet that paint SVG, in plain CSS.
///
/// WeasyPrint draws SVG without the page's style sheet and without custom properties: each drawing gets the rules that
/// concern it, with the values of the light palette put in.
struct DrawingStyle {
    private static let properties: Set = [
        "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
        "opacity", "font-size", "font-weight", "text-anchor", "dominant-baseline",
    ]
    /// A rule belongs to a drawing if it sets one of these.
    private static let marks: Set = ["fill", "stroke", "text-anchor"]

    /// The rules as bytes of CSS; empty if there are none.
    let bytes: [UInt8]

    init(styleSheet: [UInt8]) {
        let rules = Self.rules(in: Self.withoutComments(String(decoding: styleSheet, as: UTF8.self)))
        let palette = Self.palette(rules)
        var css = ""
        for rule in rules {
            let kept = Self.declarations(rule.body).filter { Self.properties.contains($0.name) }
            guard kept.contains(where: { Self.marks.contains($0.name) }) else { continue }
            let body = kept.map { "\($0.name):\(Self.resolved($0.value, palette))" }.joined(separator: ";")
            css += "\(rule.selector){\(body)}"
        }
        bytes = Array(css.utf8)
    }

    private struct Rule {
        let selector: String
        let body: Substring
    }

    private static func withoutComments(_ css: String) -> String {
        css.split(separator: "/*", omittingEmptySubsequences: false).enumerated().map { index, part in
            index == 0 ? part : part.firstRange(of: "*/").map { part[$0.upperBound...] } ?? ""
        }.joined()
    }

    /// The rules outside of `@` blocks, and those inside of `@media print` and `@layer`.
    private static func rules(in css: some StringProtocol) -> [Rule] {
        var rules: [Rule] = []
        var depth = 0
        var start = css.startIndex
        var open = css.startIndex
        for index in css.indices {
            switch css[index] {
            case "{":
                if depth == 0 { open = index }
                depth += 1
            case "}" where depth == 0: start = css.index(after: index)
            case "}":
                depth -= 1
                guard depth == 0 else { continue }
                let head = trimmed(Substring(css[start..<open]))
                let body = Substring(css[css.index(after: open)..<index])
                if !head.hasPrefix("@") {
                    rules.append(Rule(selector: head, body: body))
                } else if head.hasPrefix("@layer") || head == "@media print" {
                    rules += self.rules(in: body)
                }
                start = css.index(after: index)
            default: break
            }
        }
        return rules
    }

    private static func declarations(_ body: Substring) -> [(name: String, value: String)] {
        body.split(separator: ";").compactMap { part in
            guard let colon = part.firstIndex(of: ":") else { return nil }
            return (trimmed(part[..<colon]), trimmed(part[part.index(after: colon)...]))
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The custom properties of `:root`, the first value of each.
    private static func palette(_ rules: [Rule]) -> [String: String] {
        var palette: [String: String] = [:]
        for rule in rules where rule.selector.hasPrefix(":root") {
            for declaration in declarations(rule.body) where declaration.name.hasPrefix("--") {
                palette[declaration.name] = palette[declaration.name] ?? declaration.value
            }
        }
        return palette
    }

    /// The value with every `var(--name)` replaced; unknown names become `currentColor`.
    private static func resolved(_ value: String, _ palette: [String: String]) -> String {
        var text = value
        for _ in 0..<10 {
            guard let found = text.firstMatch(of: /var\(\s*(--[A-Za-z0-9\-]+)\s*(?:,\s*([^()]*))?\)/) else { break }
            let replacement = palette[String(found.1)] ?? found.2.map(String.init) ?? "currentColor"
            text.replaceSubrange(found.range, with: replacement)
        }
        return text
    }
}
