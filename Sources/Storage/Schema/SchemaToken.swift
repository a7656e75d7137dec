/// A piece of DDL text: enough to tell names and types from strings and comments.
struct SchemaToken: Equatable {
    enum Kind { case word, quoted, string, blank, mark }

    let kind: Kind
    let text: String

    /// The word in upper case; "" for everything else.
    var word: String { kind == .word ? text.uppercased() : "" }
    /// A table's or column's name as written without quotes.
    var name: String? {
        switch kind {
        case .word: text
        case .quoted: String(text.dropFirst().dropLast())
        default: nil
        }
    }

    /// Cuts `text` into tokens; joined they are `text` again.
    static func tokens(of text: String) -> [SchemaToken] {
        var cutter = Cutter(bytes: Array(text.utf8))
        return cutter.all()
    }

    private struct Cutter {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func all() -> [SchemaToken] {
            var result: [SchemaToken] = []
            while position < bytes.count {
                let start = position
                let kind = skip()
                result.append(SchemaToken(kind: kind, text: String(decoding: bytes[start..<position], as: UTF8.self)))
            }
            return result
        }

        private mutating func skip() -> Kind {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "'"):
                skip(past: byte)
                return .string
            case UInt8(ascii: "\""):
                skip(past: byte)
                return .quoted
            case UInt8(ascii: "-") where position < bytes.count && bytes[position] == byte:
                while position < bytes.count, bytes[position] != 10 { position += 1 }
                return .blank
            case 9, 10, 13, 32:
                while position < bytes.count, [9, 10, 13, 32].contains(bytes[position]) { position += 1 }
                return .blank
            case _ where Self.belongsToWord(byte):
                while position < bytes.count, Self.belongsToWord(bytes[position]) { position += 1 }
                return .word
            default: return .mark
            }
        }

        /// Past the closing quote; a doubled quote belongs to the content.
        private mutating func skip(past quote: UInt8) {
            while position < bytes.count {
                position += 1
                guard bytes[position - 1] == quote else { continue }
                guard position < bytes.count, bytes[position] == quote else { return }
                position += 1
            }
        }

        private static func belongsToWord(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...255:
                true
            default: false
            }
        }
    }
}
