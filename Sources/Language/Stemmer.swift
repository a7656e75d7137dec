internal import CStemmer

/// Grundform: stems German words with Snowball (libstemmer), after the word forms Snowball misses.
///
/// The handle of the C library keeps its last result, so a stemmer belongs to one task at a time;
/// the class is deliberately not `Sendable`. Creating one costs about a microsecond.
package final class Stemmer {
    private let handle: OpaquePointer
    private var buffer: [UInt8] = []

    /// Opens the German algorithm.
    package init() {
        guard let handle = sb_stemmer_new("german", "UTF_8") else {
            preconditionFailure("The Snowball library on this machine lacks the German stemmer.")
        }
        self.handle = handle
    }

    deinit { sb_stemmer_delete(handle) }

    /// The index term of one folded word: `muetter` and `mutter` give `mutt`, `kitas` gives
    /// `kita`, `erzieherinnen` gives `erzieher`. Arabic words lose their article; other words with
    /// digits or foreign scripts, and words of one or two letters, come back unchanged.
    package func stem(_ folded: String) -> String {
        if folded.utf8.first == 0xD8, folded.hasPrefix("ال"), folded.unicodeScalars.count > 4 {
            return String(folded.unicodeScalars.dropFirst(2))
        }
        guard folded.utf8.count > 2, folded.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
            return folded
        }
        switch WordForms.base(of: folded) {
        case .fixed(let term): return term
        case .word(let word): return snowball(word)
        }
    }

    /// The bare Snowball stem of a folded word, umlauts restored before and removed after.
    package func snowball(_ folded: String) -> String {
        buffer.removeAll(keepingCapacity: true)
        restoreUmlauts(folded)
        return run()
    }

    /// The Snowball stem of a lower-case word exactly as given; for comparison with other
    /// implementations of the algorithm.
    package func rawSnowball(_ word: String) -> String {
        buffer = Array(word.utf8)
        return run()
    }

    private func run() -> String {
        guard !buffer.isEmpty, let size = Int32(exactly: buffer.count),
            let result = buffer.withUnsafeBufferPointer({ word in
                sb_stemmer_stem(handle, word.baseAddress, size)
            })
        else { return String(decoding: buffer, as: UTF8.self) }
        let count = Int(sb_stemmer_length(handle))
        return String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
    }

    /// Writes `ae`, `oe`, `ue` as umlauts, except after a vowel or q ("neue", "Quelle"): the
    /// algorithm counts vowels, and knows plural umlauts only by their own letters.
    private func restoreUmlauts(_ folded: String) {
        var previous: UInt8 = 0
        for byte in folded.utf8 {
            if byte == 0x65, let last = buffer.last, let tail = umlautTail(last),
                !isVowelOrQ(previous)
            {
                buffer[buffer.count - 1] = 0xC3
                buffer.append(tail)
                previous = 0x61
            } else {
                previous = buffer.last ?? 0
                buffer.append(byte)
            }
        }
    }

    private func umlautTail(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x61: 0xA4
        case 0x6F: 0xB6
        case 0x75: 0xBC
        default: nil
        }
    }

    private func isVowelOrQ(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x71, 0xA4, 0xB6, 0xBC: true
        default: false
        }
    }
}
