import Design

extension PageAudit {
    /// Classes that only an additional style sheet knows, on pages that do not link it.
    func styles() -> [String] {
        let linked = Set(page.all("link").compactMap { $0["href"] })
        guard linked.contains(Assets.styleSheetPath) else { return [] }
        let used = Set(page.elements.flatMap { ($0["class"] ?? "").split(separator: " ").map(String.init) })
        let known = Self.sheets.filter { linked.contains($0.path) }.reduce(into: Set()) { $0.formUnion($1.classes) }
        return Self.sheets.flatMap { sheet in
            used.intersection(sheet.classes).subtracting(known).sorted().map { "class \"\($0)\" braucht \(sheet.path)" }
        }
    }

    /// The style sheets with the classes of their selectors.
    private static let sheets: [(path: String, classes: Set<String>)] = Assets.all
        .filter { $0.contentType.hasPrefix("text/css") }
        .map { ($0.path, classes(in: String(decoding: $0.bytes, as: UTF8.self))) }

    static func classes(in css: String) -> Set<String> {
        css.split(separator: "{", omittingEmptySubsequences: false).dropLast().reduce(into: []) { found, rule in
            let selector = rule.split(separator: "}", omittingEmptySubsequences: false).last ?? ""
            for match in selector.matches(of: /\.([a-zA-Z][a-zA-Z0-9_-]*)/) { found.insert(String(match.1)) }
        }
    }
}
