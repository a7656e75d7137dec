import Crypto
package import Prevention

/// Namensraum: under which a name is turned into a key. Part of stored and published data, never to be changed.
package struct KeyNamespace: Sendable {
    fileprivate let bytes: [UInt8]

    /// Keys of areas.
    package static let area = KeyNamespace(bytes: [
        0x8C, 0x1F, 0x6D, 0x0E, 0x3A, 0x4B, 0x5C, 0x27, 0x9E, 0x51, 0x6A, 0x2F, 0x0B, 0x7D, 0x4C, 0x90,
    ])
    /// Objects of the open feed that are no records of ours.
    package static let feed = KeyNamespace(bytes: [
        0x6F, 0x2A, 0x1B, 0x70, 0x3C, 0x5D, 0x4E, 0x8F, 0x9A, 0x01, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6, 0x07,
    ])
    /// Records of the model project's files.
    package static let modelProject = KeyNamespace(bytes: [
        0x51, 0x0C, 0x9E, 0x27, 0xD8, 0x3F, 0x46, 0xB1, 0x8E, 0x74, 0x1A, 0x60, 0x95, 0xCB, 0x2D, 0x38,
    ])
    /// Conditions and requirements of the context model.
    package static let context = KeyNamespace(bytes: [
        0xA3, 0x7B, 0x04, 0xE9, 0x61, 0xD2, 0x4F, 0x8C, 0xB0, 0x15, 0x7E, 0x93, 0x2C, 0xFA, 0x48, 0x66,
    ])
    /// Records of the exchange that follow from others, such as the proposals of a round.
    package static let exchange = KeyNamespace(bytes: [
        0x2B, 0xE4, 0x70, 0x19, 0xC6, 0x5A, 0x4D, 0x83, 0xA7, 0x0F, 0x92, 0xD1, 0x3E, 0x68, 0xB5, 0x14,
    ])
}

extension ID {
    /// A key derived from a name: UUID version 5, the same on every instance for ever.
    ///
    /// - Source: RFC 9562, section 5.5.
    package init(_ namespace: KeyNamespace, name: String) {
        var hasher = Insecure.SHA1()
        hasher.update(data: namespace.bytes)
        hasher.update(data: Array(name.utf8))
        var bytes = Array(hasher.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        self = ID(bytes: bytes) ?? ID()
    }
}
