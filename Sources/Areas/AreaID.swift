import Crypto
package import Prevention

extension ID where Record == Area {
    /// The id of the area with `key`: a UUID version 5 over the key, so that instances agree without talking.
    package init(key: AreaKey) {
        var hasher = Insecure.SHA1()
        hasher.update(data: AreaNamespace.bytes)
        hasher.update(data: Array(key.text.utf8))
        var bytes = Array(hasher.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        self = ID(bytes: bytes) ?? ID()
    }
}

/// The namespace of area keys; part of stored data, never to be changed.
private enum AreaNamespace {
    /// 8c1f6d0e-3a4b-5c27-9e51-6a2f0b7d4c90
    static let bytes: [UInt8] = [
        0x8C, 0x1F, 0x6D, 0x0E, 0x3A, 0x4B, 0x5C, 0x27, 0x9E, 0x51, 0x6A, 0x2F, 0x0B, 0x7D, 0x4C, 0x90,
    ]
}
