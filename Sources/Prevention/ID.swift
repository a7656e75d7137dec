#if canImport(Glibc)
    import Glibc
#endif

/// Schlüssel: identity of one record of kind `Record`, a UUID in lower-case text form (RFC 9562).
///
/// The phantom type keeps an offer's key from being used where a provider's is wanted.
package struct ID<Record>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// A new random key (UUID version 4).
    package init() {
        var bytes = Self.randomBytes()
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        text = UUIDText.format(bytes)
    }

    /// Sixteen bytes; the kernel is asked once, and imports make many keys.
    private static func randomBytes() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            count = 16
            #if canImport(Glibc)
                if getentropy(buffer.baseAddress, 16) == 0 { return }
            #endif
            var source = SystemRandomNumberGenerator()
            for index in 0..<16 { buffer.initializeElement(at: index, to: UInt8.random(in: 0...255, using: &source)) }
        }
    }

    /// The key written as `text`; `nil` unless it is a UUID of 36 characters. Upper case is accepted and lowered.
    package init?(_ text: some StringProtocol) {
        guard let lowered = UUIDText.normalised(text) else { return nil }
        self.text = lowered
    }

    /// The key made of 16 bytes, for keys derived from names (UUID version 5).
    package init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        text = UUIDText.format(bytes)
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// Reading and writing the canonical text form of a UUID.
enum UUIDText {
    private static let digits = Array("0123456789abcdef".utf8)

    static func format(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if index == 4 || index == 6 || index == 8 || index == 10 { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func normalised(_ text: some StringProtocol) -> String? {
        guard text.utf8.count == 36 else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(36)
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-"):
                guard index == 8 || index == 13 || index == 18 || index == 23 else { return nil }
                result.append(byte)
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"):
                guard index != 8, index != 13, index != 18, index != 23 else { return nil }
                result.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "F"):
                guard index != 8, index != 13, index != 18, index != 23 else { return nil }
                result.append(byte | 0x20)
            default: return nil
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
