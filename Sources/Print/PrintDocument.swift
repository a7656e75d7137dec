/// Druckfassung einer Seite: one HTML document that needs nothing from elsewhere.
struct PrintDocument {
    let bytes: [UInt8]
    /// What the document would load from elsewhere, or run; `nil` if it is self-contained.
    let foreign: String?

    /// - Parameters:
    ///   - page: a page as the house sends it; its links to style sheets and its scripts are left out.
    ///   - styleSheet: CSS that is written into the page.
    init(page: [UInt8], styleSheet: [UInt8]) {
        var scanner = PageScanner(
            page, drawingStyle: DrawingStyle(styleSheet: styleSheet).bytes,
            shared: SharedDrawings(page: String(decoding: page, as: UTF8.self)))
        scanner.scan()
        var output = scanner.kept
        if !styleSheet.isEmpty {
            let style = Array("<style>".utf8) + styleSheet + Array("</style>".utf8)
            output.insert(contentsOf: style, at: scanner.headEnd ?? 0)
        }
        bytes = output
        foreign = scanner.foreign ?? CSS.foreign(in: styleSheet)
    }
}

/// What CSS may load.
enum CSS {
    /// The first thing in the style sheet that would be loaded from elsewhere.
    static func foreign(in css: some Collection<UInt8>) -> String? {
        let text = String(decoding: css, as: UTF8.self).lowercased()
        for word in ["@import", "@font-face", "</style", "src(", "image-set("] where text.contains(word) { return word }
        var rest = text[...]
        while let found = rest.firstRange(of: "url(") {
            rest = rest[found.upperBound...]
            let target = rest.drop { $0 == " " || $0 == "\"" || $0 == "'" }
            guard target.hasPrefix("data:") || target.hasPrefix("#") else { return "url(\(target.prefix(40))" }
        }
        // `\75rl(` is `url(` to a CSS parser.
        return text.firstRange(of: #/\\[0-9a-f]+\s?[rl(]/#).map { "\(text[$0])" }
    }
}

/// Walks over the tags of a page: drops style sheet links and scripts, notes what is foreign.
private struct PageScanner {
    /// Elements that load or run something.
    private static let forbidden: Set = [
        "iframe", "frame", "object", "embed", "applet", "base", "image", "feimage", "video", "audio", "source", "track",
        "portal",
    ]
    /// Attributes that name something to load.
    private static let loading: Set = ["src", "srcset", "data", "poster", "background", "xlink:href", "style", "ping"]

    /// Attributes of SVG that hold CSS.
    private static let painting: Set = [
        "fill", "stroke", "clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end", "cursor",
    ]

    private let input: [UInt8]
    private var position = 0
    private(set) var kept: [UInt8] = []
    private(set) var foreign: String?
    /// Where in `kept` the head ends.
    private(set) var headEnd: Int?

    /// CSS for every drawing.
    private let drawingStyle: [UInt8]
    private let shared: SharedDrawings

    init(_ input: [UInt8], drawingStyle: [UInt8], shared: SharedDrawings) {
        self.input = input
        self.drawingStyle = drawingStyle
        self.shared = shared
        kept.reserveCapacity(input.count)
    }

    mutating func scan() {
        while position < input.count {
            guard input[position] == UInt8(ascii: "<"), position + 1 < input.count else {
                kept.append(input[position])
                position += 1
                continue
            }
            let start = position
            let tag = readTag()
            switch tag?.name {
            case nil: kept += input[start..<position]
            case "link": break
            case "script": skip(to: "</script", keeping: false)
            case "style":
                kept += input[start..<position]
                skip(to: "</style", keeping: true)
            case "/head":
                headEnd = headEnd ?? kept.count
                kept += input[start..<position]
            case "use":
                check("use", tag?.attributes ?? [])
                use(tag?.attributes ?? [], from: start)
            case let name?:
                check(name, tag?.attributes ?? [])
                kept += input[start..<position]
                if name == "svg", !drawingStyle.isEmpty, input[position - 2] != UInt8(ascii: "/") {
                    kept += Array("<style>".utf8) + drawingStyle + Array("</style>".utf8)
                    kept += Array(shared.definitions.utf8)
                }
            }
        }
    }

    /// Writes the symbol itself where it is used; the tag stays if the page does not hold the symbol.
    private mutating func use(_ attributes: [(name: String, value: String)], from start: Int) {
        let target = attributes.first { $0.name == "href" && $0.value.hasPrefix("#") }?.value.dropFirst()
        guard let symbol = target.flatMap({ shared.symbol(String($0)) }) else {
            kept += input[start..<position]
            return
        }
        kept += Array(symbol.utf8)
        if input[position - 2] != UInt8(ascii: "/"), matches(Array("</use".utf8)) { _ = readTag() }
    }

    private mutating func check(_ name: String, _ attributes: [(name: String, value: String)]) {
        if Self.forbidden.contains(name) { note("<\(name)>") }
        for attribute in attributes {
            let value = attribute.value.lowercased()
            switch attribute.name {
            case "src" where value.hasPrefix("data:image/"): break
            case "data" where name != "object": break
            case let loading where Self.loading.contains(loading): note("\(name) \(loading)=\(value.prefix(40))")
            case "href" where name != "a" && name != "area" && !value.hasPrefix("#"):
                note("\(name) href=\(value.prefix(40))")
            case "http-equiv": note("http-equiv=\(value)")
            case let painting where Self.painting.contains(painting):
                if let found = CSS.foreign(in: value.utf8) { note("\(name) \(painting): \(found)") }
            default: break
            }
        }
    }

    private mutating func note(_ what: String) { foreign = foreign ?? what }

    /// Moves to the end tag that begins with `end`; the content of a style element is checked.
    private mutating func skip(to end: String, keeping: Bool) {
        let start = position
        let mark = Array(end.utf8)
        while position < input.count, !matches(mark) { position += 1 }
        if keeping {
            kept += input[start..<position]
            if let found = CSS.foreign(in: input[start..<position]) { note("style: \(found)") }
        } else {
            _ = readTag()
        }
    }

    private func matches(_ mark: [UInt8]) -> Bool {
        position + mark.count <= input.count
            && zip(input[position...], mark).allSatisfy { ($0 >= 65 && $0 <= 90 ? $0 | 32 : $0) == $1 }
    }

    /// Reads `<name attribute="value" …>` from `position`; `nil` for text, comments and the document type.
    private mutating func readTag() -> (name: String, attributes: [(name: String, value: String)])? {
        position += 1
        guard position < input.count, input[position] == UInt8(ascii: "/") || Self.isLetter(input[position]) else {
            return nil
        }
        let slash = input[position] == UInt8(ascii: "/") ? "/" : ""
        position += slash.utf8.count
        let name = slash + word { !Self.isBlank($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        var attributes: [(name: String, value: String)] = []
        while position < input.count, input[position] != UInt8(ascii: ">") {
            guard !Self.isBlank(input[position]), input[position] != UInt8(ascii: "/") else {
                position += 1
                continue
            }
            let key = word {
                !Self.isBlank($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
            }
            while position < input.count, Self.isBlank(input[position]) { position += 1 }
            guard position < input.count, input[position] == UInt8(ascii: "=") else {
                if key.isEmpty { position += 1 } else { attributes.append((key, "")) }
                continue
            }
            position += 1
            attributes.append((key, value()))
        }
        position = min(position + 1, input.count)
        return (name, attributes)
    }

    private mutating func value() -> String {
        while position < input.count, Self.isBlank(input[position]) { position += 1 }
        guard position < input.count, input[position] == UInt8(ascii: "\"") || input[position] == UInt8(ascii: "'")
        else {
            return word { !Self.isBlank($0) && $0 != UInt8(ascii: ">") }
        }
        let quote = input[position]
        position += 1
        let text = word { $0 != quote }
        position = min(position + 1, input.count)
        return text
    }

    private mutating func word(while isPart: (UInt8) -> Bool) -> String {
        let start = position
        while position < input.count, isPart(input[position]) { position += 1 }
        return String(decoding: input[start..<position], as: UTF8.self).lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
