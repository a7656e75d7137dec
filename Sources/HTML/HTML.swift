/// A page or a part of one while it is written: one UTF-8 buffer to which element functions append.
///
/// Text and attribute values are escaped by construction; raw bytes enter only as `StaticString`.
/// ```swift
/// func offerCard(_ h: HTML, _ offer: OfferSummary) {
///     h.li(.class("card")) {
///         h.h2 { h.a(offer.title, .href(.to("/angebote/\(offer.id)"))) }
///         h.p(offer.town)
///     }
/// }
/// ```
package final class HTML {
    package private(set) var bytes: [UInt8] = []
    /// Prefix of internal links, for example `/en`; empty for the German pages.
    package let pathPrefix: String
    /// What the content needs elsewhere on the page, for example the drawing that it refers to; read by the shell.
    package private(set) var needs: Set<String> = []
    private var ids = 0

    package init(pathPrefix: String = "", capacity: Int = 16_384) {
        self.pathPrefix = pathPrefix
        bytes.reserveCapacity(capacity)
    }

    /// The text of what has been written, for tests.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Text

    /// Appends `text`, escaped.
    package func text(_ text: String) {
        var text = text
        text.withUTF8 { Escape.append($0, to: &bytes) }
    }

    /// Appends markup written in the source code itself.
    package func raw(_ markup: StaticString) {
        append(markup)
    }

    /// Appends JSON for a `script` element of data: `<` becomes `\u003C`, so that nothing in it can end the element.
    package func json(_ text: String) {
        for byte in text.utf8 {
            if byte == UInt8(ascii: "<") {
                append(#"\u003C"#)
            } else {
                bytes.append(byte)
            }
        }
    }

    /// Appends what another writer has produced.
    package func append(_ other: HTML) {
        bytes.append(contentsOf: other.bytes)
        needs.formUnion(other.needs)
    }

    // MARK: The page around

    /// Asks the shell to add something once per page.
    package func need(_ name: String) { needs.insert(name) }

    /// An `id` that no other call on this page has returned: `karte-3`.
    package func uniqueID(_ stem: String) -> String {
        ids += 1
        return "\(stem)-\(ids)"
    }

    // MARK: Elements

    /// An element with content: `h.element("section", [.class("x")]) { … }`.
    package func element(_ name: StaticString, _ attributes: [Attribute], _ content: () -> Void) {
        open(name, attributes)
        content()
        close(name)
    }

    /// An element with text only.
    package func element(_ name: StaticString, _ attributes: [Attribute], text: String) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// An element without end tag: `input`, `img`, `br`, `meta`, `link`.
    package func void(_ name: StaticString, _ attributes: [Attribute]) {
        open(name, attributes)
    }

    private func open(_ name: StaticString, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        for attribute in attributes { attribute.append(to: &bytes, pathPrefix: pathPrefix) }
        bytes.append(UInt8(ascii: ">"))
    }

    private func close(_ name: StaticString) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    private func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

/// Escaping of text and attribute values.
enum Escape {
    /// Appends `text` with `& < > " '` replaced; NUL and other control characters that HTML forbids are dropped.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for index in text.indices {
            let replacement: StaticString
            switch text[index] {
            case UInt8(ascii: "&"): replacement = "&amp;"
            case UInt8(ascii: "<"): replacement = "&lt;"
            case UInt8(ascii: ">"): replacement = "&gt;"
            case UInt8(ascii: "\""): replacement = "&quot;"
            case UInt8(ascii: "'"): replacement = "&#39;"
            case 0...8, 11, 12, 14...31, 127: replacement = ""
            default: continue
            }
            bytes.append(contentsOf: text[start..<index])
            bytes.append(
                contentsOf: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }
}
