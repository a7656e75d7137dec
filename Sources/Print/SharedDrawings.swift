/// Gemeinsame Zeichnungen: symbols and patterns that the drawings of a page refer to.
///
/// WeasyPrint draws each SVG alone, so what stands elsewhere on the page is copied into the drawing that uses it.
struct SharedDrawings {
    private let symbols: [String: String]
    private let patterns: String

    /// - Parameter page: the whole page.
    init(page: String) {
        let found = page.matches(of: /<symbol [^>]*id="([^"]+)"[^>]*>(.*?)<\/symbol>/.dotMatchesNewlines())
        symbols = Dictionary(found.map { (String($0.1), String($0.2)) }, uniquingKeysWith: { first, _ in first })
        patterns = page.matches(of: /<pattern [^>]*>.*?<\/pattern>/.dotMatchesNewlines()).map { String($0.0) }.joined()
    }

    /// The symbol's drawing, to stand where it is used; `nil` if there is none. Symbols are as large as their users.
    func symbol(_ id: String) -> String? { symbols[id].map { "<g>\($0)</g>" } }

    /// The patterns, as an element to stand in front of a drawing; empty if there are none.
    var definitions: String { patterns.isEmpty ? "" : "<defs>\(patterns)</defs>" }
}
