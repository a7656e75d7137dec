/// The elements of a page, read from the bytes that go over the wire: enough of HTML for what our writer produces.
package struct Markup: Sendable {
    /// One element with its place in the tree.
    package struct Element: Sendable {
        package let name: String
        package let attributes: [String: String]
        /// Index of the element around it; `nil` for the outermost.
        package let parent: Int?
        /// Text inside, also that of inner elements.
        package var text: String
        /// The element was left open or closed in the wrong order.
        package var isBroken = false

        package subscript(_ attribute: String) -> String? { attributes[attribute] }
    }

    package private(set) var elements: [Element] = []
    /// What the reader could not make sense of.
    package private(set) var faults: [String] = []

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    private static let rawText: Set<String> = ["script", "style"]

    package init(_ html: String) {
        var reader = Scanner(html)
        var open: [Int] = []
        while let token = reader.next() {
            switch token {
            case .text(let text):
                for index in open { elements[index].text += text }
            case .start(let name, let attributes, let isClosed, let twice):
                for attribute in twice { faults.append("<\(name)> hat \(attribute) zweimal") }
                elements.append(Element(name: name, attributes: attributes, parent: open.last, text: ""))
                guard !isClosed, !Self.void.contains(name) else { continue }
                open.append(elements.count - 1)
                if Self.rawText.contains(name) { reader.skipRawText(until: name) }
            case .end(let name):
                guard let last = open.last, elements[last].name == name else {
                    faults.append("</\(name)> passt nicht" + (open.last.map { " zu <\(elements[$0].name)>" } ?? ""))
                    if let match = open.lastIndex(where: { elements[$0].name == name }) {
                        open.removeSubrange(match...)
                    }
                    continue
                }
                open.removeLast()
            }
        }
        for index in open { faults.append("<\(elements[index].name)> wird nicht geschlossen") }
    }

    /// All elements of a name, in the order of the page.
    package func all(_ names: String...) -> [Element] { elements.filter { names.contains($0.name) } }

    /// The elements around an element, from the inside out.
    package func ancestors(of element: Element) -> [Element] {
        var result: [Element] = []
        var parent = element.parent
        while let index = parent {
            result.append(elements[index])
            parent = elements[index].parent
        }
        return result
    }

    /// Elements inside the one at `index`.
    package func inside(_ index: Int) -> [Element] {
        elements.indices.filter { isInside($0, index) }.map { elements[$0] }
    }

    private func isInside(_ child: Int, _ ancestor: Int) -> Bool {
        var parent = elements[child].parent
        while let index = parent {
            if index == ancestor { return true }
            parent = elements[index].parent
        }
        return false
    }
}

/// Takes the characters of a page apart.
private struct Scanner {
    enum Token {
        case text(String)
        case start(String, [String: String], isClosed: Bool, twice: [String])
        case end(String)
    }

    private var rest: Substring.UTF8View
    private let source: String

    init(_ html: String) {
        source = html
        rest = source[...].utf8
    }

    mutating func next() -> Token? {
        guard let first = rest.first else { return nil }
        guard first == UInt8(ascii: "<") else {
            let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
            defer { rest = rest[end...] }
            return .text(Self.decoded(String(Substring(rest[..<end]))))
        }
        if rest.starts(with: "<!--".utf8) {
            skip(past: "-->")
            return next()
        }
        if rest.starts(with: "<!".utf8) {
            skip(past: ">")
            return next()
        }
        rest.removeFirst()
        if rest.first == UInt8(ascii: "/") {
            rest.removeFirst()
            let name = word()
            skip(past: ">")
            return .end(name)
        }
        return start()
    }

    /// Jumps to the end tag of an element whose content is no markup.
    mutating func skipRawText(until name: String) {
        let end = Array("</\(name)".utf8)
        while !rest.isEmpty, !rest.starts(with: end) { rest.removeFirst() }
    }

    private mutating func start() -> Token {
        let name = word()
        var attributes: [String: String] = [:]
        var twice: [String] = []
        while true {
            skipBlanks()
            guard let byte = rest.first, byte != UInt8(ascii: ">") else { break }
            if byte == UInt8(ascii: "/") {
                rest.removeFirst()
                guard rest.first == UInt8(ascii: ">") else { continue }
                rest.removeFirst()
                return .start(name, attributes, isClosed: true, twice: twice)
            }
            let key = word()
            guard !key.isEmpty else {
                rest.removeFirst()
                continue
            }
            if attributes.updateValue(value(), forKey: key) != nil { twice.append(key) }
        }
        if !rest.isEmpty { rest.removeFirst() }
        return .start(name, attributes, isClosed: false, twice: twice)
    }

    private mutating func value() -> String {
        guard rest.first == UInt8(ascii: "=") else { return "" }
        rest.removeFirst()
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let end = rest.firstIndex { $0 <= 32 || $0 == UInt8(ascii: ">") } ?? rest.endIndex
            defer { rest = rest[end...] }
            return Self.decoded(String(Substring(rest[..<end])))
        }
        rest.removeFirst()
        let end = rest.firstIndex(of: quote) ?? rest.endIndex
        defer { rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...] }
        return Self.decoded(String(Substring(rest[..<end])))
    }

    private mutating func word() -> String {
        let end = rest.firstIndex { $0 <= 32 || "=>/".utf8.contains($0) } ?? rest.endIndex
        defer { rest = rest[end...] }
        return String(Substring(rest[..<end]))
    }

    private mutating func skipBlanks() {
        while let byte = rest.first, byte <= 32 { rest.removeFirst() }
    }

    private mutating func skip(past text: String) {
        let end = Array(text.utf8)
        while !rest.isEmpty, !rest.starts(with: end) { rest.removeFirst() }
        rest = rest.dropFirst(end.count)
    }

    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&nbsp;", with: "\u{A0}").replacing("&amp;", with: "&")
    }
}
