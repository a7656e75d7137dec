/// One attribute of an element. A `nil` value drops it.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case none
        case flag
        case text(String)
        case link(Link)
    }

    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// Any attribute by name; the value is escaped. Not for `style` and event handlers: the page's policy forbids them.
    package static func attribute(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, value.map(Value.text) ?? .none)
    }

    /// An attribute without value such as `required`; dropped if `present` is false.
    package static func flag(_ name: StaticString, _ present: Bool = true) -> Attribute {
        Attribute(name, present ? .flag : .none)
    }

    package static func `class`(_ value: String?) -> Attribute { attribute("class", value) }
    package static func id(_ value: String?) -> Attribute { attribute("id", value) }
    package static func href(_ link: Link?) -> Attribute { Attribute("href", link.map(Value.link) ?? .none) }
    package static func src(_ link: Link) -> Attribute { Attribute("src", .link(link)) }
    package static func action(_ link: Link) -> Attribute { Attribute("action", .link(link)) }
    package static func name(_ value: String?) -> Attribute { attribute("name", value) }
    package static func value(_ value: String?) -> Attribute { attribute("value", value) }
    package static func type(_ value: String?) -> Attribute { attribute("type", value) }
    package static func `for`(_ value: String) -> Attribute { attribute("for", value) }
    package static func lang(_ value: String?) -> Attribute { attribute("lang", value) }
    package static func dir(_ value: String?) -> Attribute { attribute("dir", value) }
    package static func title(_ value: String?) -> Attribute { attribute("title", value) }
    package static func alt(_ value: String) -> Attribute { attribute("alt", value) }
    package static func role(_ value: String?) -> Attribute { attribute("role", value) }
    package static func label(_ value: String?) -> Attribute { attribute("aria-label", value) }
    package static func labelledBy(_ value: String?) -> Attribute { attribute("aria-labelledby", value) }
    package static func describedBy(_ value: String?) -> Attribute { attribute("aria-describedby", value) }
    package static func current(_ value: String?) -> Attribute { attribute("aria-current", value) }
    package static func hidden(_ hidden: Bool = true) -> Attribute {
        attribute("aria-hidden", hidden ? "true" : nil)
    }
    package static func scope(_ value: String) -> Attribute { attribute("scope", value) }

    func append(to bytes: inout [UInt8], pathPrefix: String) {
        switch value {
        case .none: return
        case .flag: appendName(to: &bytes)
        case .text(var text):
            appendName(to: &bytes)
            bytes.append(UInt8(ascii: "="))
            bytes.append(UInt8(ascii: "\""))
            text.withUTF8 { Escape.append($0, to: &bytes) }
            bytes.append(UInt8(ascii: "\""))
        case .link(let link):
            appendName(to: &bytes)
            bytes.append(UInt8(ascii: "="))
            bytes.append(UInt8(ascii: "\""))
            var address = link.address(pathPrefix: pathPrefix)
            address.withUTF8 { Escape.append($0, to: &bytes) }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private func appendName(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
}
