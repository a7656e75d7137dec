/// What is wrong with a page for people who read, hear or steer it differently, and for the page's own policy.
///
/// ```swift
/// let answer = try await client.get("/angebote")
/// #expect(audit(answer.text) == [])
/// ```
/// Checked: one `h1`, no skipped heading level, a label for each field, alternative texts, unique ids, references that lead
/// somewhere, tables with caption and scope, link and button texts, language, landmarks, title, no inline style, script or
/// event handler, nothing loaded from elsewhere, no class whose style sheet is not linked.
package func audit(_ html: String) -> [String] {
    PageAudit(Markup(html)).findings()
}

struct PageAudit {
    let page: Markup

    init(_ page: Markup) { self.page = page }

    func findings() -> [String] {
        page.faults + document() + landmarks() + headings() + identifiers() + fields() + groups() + images() + links()
            + tables() + policy() + lists() + styles()
    }

    // MARK: The document

    private func document() -> [String] {
        var found: [String] = []
        if page.all("html").first?["lang"]?.isEmpty ?? true { found.append("html ohne lang") }
        let titles = page.all("title").filter { title in !page.ancestors(of: title).contains { $0.name == "svg" } }
        if titles.count != 1 || titles.first?.text.isEmpty == true {
            found.append("die Seite braucht genau einen title")
        }
        if !page.all("meta").contains(where: { $0["name"] == "viewport" }) { found.append("meta viewport fehlt") }
        if page.all("meta").contains(where: { $0["content"]?.contains("user-scalable=no") == true }) {
            found.append("viewport verbietet das Vergrößern")
        }
        return found
    }

    private func landmarks() -> [String] {
        var found: [String] = []
        if page.all("main").count != 1 { found.append("die Seite braucht genau ein main") }
        let navigations = page.all("nav")
        if navigations.count > 1 {
            let names = navigations.map { $0["aria-label"] ?? $0["aria-labelledby"] ?? "" }
            if names.contains("") { found.append("mehrere nav, aber eines ohne Namen") }
            if Set(names).count != names.count { found.append("zwei nav mit demselben Namen") }
        }
        return found
    }

    private func headings() -> [String] {
        let headings = page.all("h1", "h2", "h3", "h4", "h5", "h6")
        var found: [String] = []
        if headings.filter({ $0.name == "h1" }).count != 1 { found.append("die Seite braucht genau ein h1") }
        var last = 0
        for heading in headings {
            let level = Int(heading.name.dropFirst()) ?? 0
            if level > last + 1 { found.append("\(heading.name) \"\(short(heading.text))\" überspringt eine Ebene") }
            if isBlank(heading.text) { found.append("\(heading.name) ohne Text") }
            last = level
        }
        return found
    }

    private func identifiers() -> [String] {
        var found: [String] = []
        var seen: Set<String> = []
        for id in page.elements.compactMap({ $0["id"] }) {
            if id.isEmpty || id.contains(where: \.isWhitespace) { found.append("id \"\(id)\" ist ungültig") }
            if !seen.insert(id).inserted { found.append("id \"\(id)\" steht zweimal auf der Seite") }
        }
        for element in page.elements {
            for attribute in ["aria-describedby", "aria-labelledby", "aria-controls", "for", "list"] {
                for id in (element[attribute] ?? "").split(separator: " ") where !seen.contains(String(id)) {
                    found.append("\(element.name) \(attribute)=\"\(id)\" führt ins Leere")
                }
            }
            if element.name == "a", let target = element["href"], target.hasPrefix("#"), target.count > 1,
                !seen.contains(String(target.dropFirst()))
            {
                found.append("Sprungmarke \(target) führt ins Leere")
            }
        }
        return found
    }

    // MARK: Forms

    private func fields() -> [String] {
        var found: [String] = []
        let labels = Set(page.all("label").compactMap { $0["for"] })
        for field in page.all("input", "select", "textarea")
        where field["type"] != "hidden" && field["hidden"] == nil {
            let type = field["type"] ?? ""
            if ["submit", "button", "reset", "image"].contains(type) {
                if isBlank(field["value"] ?? field["alt"] ?? "") { found.append("input \(type) ohne Beschriftung") }
                continue
            }
            let name = field["name"] ?? field["id"] ?? field.name
            let isLabelled =
                field["id"].map(labels.contains) ?? false || named(field)
                || page.ancestors(of: field).contains { $0.name == "label" && !isBlank($0.text) }
            if !isLabelled { found.append("Feld \(name) ohne label") }
            if field["placeholder"] != nil && !isLabelled { found.append("Feld \(name) nur mit placeholder") }
            if field["aria-invalid"] == "true", field["aria-describedby"] == nil, type != "radio" {
                found.append("Feld \(name) ist falsch, nennt aber keine Meldung")
            }
        }
        for label in page.all("label") where isBlank(label.text) { found.append("label ohne Text") }
        for form in page.all("form") {
            if let method = form["method"]?.lowercased(), method != "get", method != "post" {
                found.append("form mit method=\(method)")
            }
            if let action = form["action"], isForeign(action) { found.append("form sendet nach \(action)") }
        }
        return found
    }

    private func groups() -> [String] {
        var found: [String] = []
        for (index, group) in page.elements.enumerated() where group.name == "fieldset" {
            let inner = page.inside(index)
            if !inner.contains(where: { $0.name == "legend" && !isBlank($0.text) }) && !named(group) {
                found.append("fieldset ohne legend")
            }
        }
        let radios = Dictionary(grouping: page.all("input").filter { $0["type"] == "radio" }) { $0["name"] ?? "" }
        for (name, members) in radios where members.count > 1 {
            let isGrouped = members.allSatisfy { radio in
                page.ancestors(of: radio).contains { $0.name == "fieldset" || $0["role"] == "radiogroup" }
            }
            if !isGrouped { found.append("Auswahl \(name) ohne fieldset") }
        }
        return found.sorted()
    }

    // MARK: Content

    private func images() -> [String] {
        var found: [String] = []
        for image in page.all("img") where image["alt"] == nil { found.append("img ohne alt: \(image["src"] ?? "")") }
        for (index, drawing) in page.elements.enumerated() where drawing.name == "svg" {
            let isHidden = isHiddenFromReaders(drawing)
            let hasTitle = page.inside(index).contains { $0.name == "title" && !isBlank($0.text) }
            if !isHidden, !named(drawing), !hasTitle { found.append("svg ohne Namen und nicht aria-hidden") }
            if !isHidden, drawing["role"] == nil { found.append("svg ohne role=\"img\" oder aria-hidden") }
        }
        return found
    }

    private func links() -> [String] {
        var found: [String] = []
        let vague: Set<String> = ["hier", "klicken", "mehr", "weiter lesen", "link", "here", "click here", "more"]
        for (index, element) in page.elements.enumerated() where element.name == "a" || element.name == "button" {
            if element.name == "a", element["href"] == nil, element["role"] == nil { continue }
            let alternatives = page.inside(index).compactMap { $0["alt"] ?? $0["aria-label"] }.joined()
            let visible = visibleText(index)
            if isBlank(visible), isBlank(alternatives), !named(element), isBlank(element["title"] ?? "") {
                found.append("\(element.name) ohne Text: \(element["href"] ?? "")")
            }
            let words = visible.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if element.name == "a", vague.contains(words), !named(element) {
                found.append("Link \"\(words)\" sagt nicht, wohin er führt")
            }
            if element["target"] == "_blank", element["rel"]?.contains("noopener") != true {
                found.append("Link mit target=_blank ohne rel=noopener")
            }
            if page.ancestors(of: element).contains(where: { ["a", "button"].contains($0.name) }) {
                found.append("\(element.name) \"\(short(visible))\" steckt in einem anderen Link oder Knopf")
            }
        }
        return found
    }

    private func tables() -> [String] {
        var found: [String] = []
        for (index, table) in page.elements.enumerated() where table.name == "table" && table["role"] != "presentation"
        {
            let inner = page.inside(index)
            let caption = inner.first { $0.name == "caption" }
            if isBlank(caption?.text ?? ""), !named(table) { found.append("Tabelle ohne caption") }
            let heads = inner.filter { $0.name == "th" }
            if heads.isEmpty { found.append("Tabelle ohne th: \(short(caption?.text ?? ""))") }
            for head in heads where !["col", "row", "colgroup", "rowgroup"].contains(head["scope"] ?? "") {
                found.append("th \"\(short(head.text))\" ohne scope")
            }
        }
        return found
    }

    private func lists() -> [String] {
        page.elements.compactMap { element in
            guard element.name == "li" else { return nil }
            let parent = element.parent.map { page.elements[$0].name } ?? ""
            return ["ul", "ol", "menu"].contains(parent) ? nil : "li steht nicht in einer Liste, sondern in \(parent)"
        }
    }

    // MARK: The page's policy

    private func policy() -> [String] {
        var found: [String] = []
        for element in page.elements {
            if element["style"] != nil { found.append("\(element.name) mit style") }
            for name in element.attributes.keys.sorted() where name.lowercased().hasPrefix("on") {
                found.append("\(element.name) mit \(name)")
            }
            if element.name == "style" { found.append("style im Text der Seite") }
            if element.name == "script", element["src"] == nil, element["type"] != "application/ld+json" {
                found.append("script im Text der Seite")
            }
            if let number = element["tabindex"].flatMap(Int.init), number > 0 { found.append("tabindex \(number)") }
            if ["iframe", "object", "embed", "base"].contains(element.name) {
                found.append("\(element.name) ist verboten")
            }
            for attribute in ["href", "src", "action", "formaction", "poster", "data", "xlink:href"] {
                guard let address = element[attribute] else { continue }
                if address.trimmingBlanks.lowercased().hasPrefix("javascript:") {
                    found.append("\(attribute) mit javascript:")
                }
                let loads = element.name != "a" && element.name != "form" && element["rel"] != "canonical"
                if loads, element["rel"] != "alternate", isForeign(address) { found.append("lädt von \(address)") }
            }
        }
        return found
    }

    // MARK: Small questions

    private func named(_ element: Markup.Element) -> Bool {
        !isBlank(element["aria-label"] ?? "") || !isBlank(element["aria-labelledby"] ?? "")
    }

    private func isHiddenFromReaders(_ element: Markup.Element) -> Bool {
        ([element] + page.ancestors(of: element)).contains { $0["aria-hidden"] == "true" || $0["hidden"] != nil }
    }

    /// Text of an element without what is hidden from readers.
    private func visibleText(_ index: Int) -> String {
        var text = page.elements[index].text
        for inner in page.inside(index) where inner["aria-hidden"] == "true" {
            if let range = text.firstRange(of: inner.text), !inner.text.isEmpty { text.removeSubrange(range) }
        }
        return text
    }

    private func isForeign(_ address: String) -> Bool {
        let address = address.trimmingBlanks.lowercased()
        return address.hasPrefix("//") || address.hasPrefix("http:") || address.hasPrefix("https:")
    }

    private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
    private func short(_ text: String) -> String { String(text.trimmingBlanks.prefix(40)) }
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
