/// An address that may stand in `href`, `src` or `action`: inside the house, or outside with a harmless scheme.
///
/// There is no way to make a `javascript:` link.
package struct Link: Hashable, Sendable {
    enum Target: Hashable, Sendable {
        /// A page: gets the prefix of the page's language.
        case page(String)
        /// A file, an interface or a place on the same page: never gets a prefix.
        case fixed(String)
    }

    let target: Target

    /// A page of the house. `path` begins with `/`; anything else leads to the start page.
    package static func to(_ path: String) -> Link { Link(target: .page(local(path))) }

    /// A page with its question: values are percent-encoded, empty ones left out.
    package static func to(_ path: String, query: [(String, String)], fragment: String? = nil) -> Link {
        let pairs = query.filter { !$0.1.isEmpty }.map {
            PercentEncoding.query($0.0) + "=" + PercentEncoding.query($0.1)
        }
        let question = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        let place = fragment.map { "#" + PercentEncoding.query($0) } ?? ""
        return Link(target: .page(local(path) + question + place))
    }

    /// A file or interface of the house, the same in every language.
    package static func file(_ path: String) -> Link { Link(target: .fixed(local(path))) }

    /// A place on the same page.
    package static func fragment(_ id: String) -> Link { Link(target: .fixed("#" + PercentEncoding.query(id))) }

    /// An address outside; `nil` unless its scheme is http, https, mailto or tel, something follows it (for http a host)
    /// and it holds no blank or control character.
    package static func outside(_ address: String) -> Link? {
        let scheme = address.prefix { $0 != ":" }
        let rest = address.dropFirst(scheme.count + 1)
        let namesSomebody =
            switch scheme.lowercased() {
            case "http", "https": rest.hasPrefix("//") && rest.dropFirst(2).first.map { !"/?#".contains($0) } ?? false
            case "mailto", "tel": !rest.isEmpty
            default: false
            }
        guard namesSomebody, address.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 }) else { return nil }
        return Link(target: .fixed(address))
    }

    /// Opens the app for one-time codes; `nil` unless it is an `otpauth://totp/` address without blanks.
    package static func authenticator(_ address: String) -> Link? {
        guard address.hasPrefix("otpauth://totp/"),
            address.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 })
        else { return nil }
        return Link(target: .fixed(address))
    }

    /// The address as text, with the language's prefix for pages.
    package func address(pathPrefix: String = "") -> String {
        switch target {
        case .page(let path): pathPrefix.isEmpty ? path : path == "/" ? pathPrefix + "/" : pathPrefix + path
        case .fixed(let address): address
        }
    }

    private static func local(_ path: String) -> String {
        path.hasPrefix("/") && !path.hasPrefix("//") && !path.hasPrefix("/\\") ? path : "/"
    }
}

/// Percent-encoding of UTF-8 text (RFC 3986).
package enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Encodes everything but unreserved characters.
    package static func query(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Decodes `%XX`, and `+` as blank if `plusIsBlank`. `nil` for broken escapes or text that is not UTF-8.
    package static func decode(_ text: Substring, plusIsBlank: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hex), let low = rest.popFirst().flatMap(hex) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
