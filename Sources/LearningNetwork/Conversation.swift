package import Prevention

/// Gesprächsregeln: where people may talk, how long a post may be and what its author may still do with it.
package enum Conversation {
    /// The only things that conversations hang on; there is no general forum.
    package static let places: Set<Reference.Kind> = [.practice, .transferRequest, .transfer, .meeting]
    /// Most characters of a post.
    package static let longest = 3_000
    /// How long the author may still change a post.
    package static let editSeconds = 15 * 60

    /// Why a post stays as it is.
    package enum Refusal: Error, Hashable, Sendable {
        case notYours, tooLate, withdrawn
    }

    /// Whether `account` may change a post now.
    package static func checkEdit(
        author: String, by account: String, postedAt: Instant, isWithdrawn: Bool, at now: Instant
    ) throws(Refusal) {
        try checkWithdrawal(author: author, by: account, isWithdrawn: isWithdrawn)
        guard now < postedAt.adding(seconds: editSeconds) else { throw .tooLate }
    }

    /// Whether `account` may withdraw a post; there is no limit in time.
    package static func checkWithdrawal(author: String, by account: String, isWithdrawn: Bool) throws(Refusal) {
        guard author == account else { throw .notYours }
        guard !isWithdrawn else { throw .withdrawn }
    }

    /// The text in pieces: plain words, and web addresses that may become links.
    package static func pieces(_ text: String) -> [(text: String, isAddress: Bool)] {
        var result: [(text: String, isAddress: Bool)] = []
        var word = ""
        func flush() {
            guard !word.isEmpty else { return }
            let address = address(in: word)
            if let address {
                result.append((address, true))
                let rest = String(word.dropFirst(address.count))
                if !rest.isEmpty { result.append((rest, false)) }
            } else if let last = result.last, !last.isAddress {
                result[result.count - 1].text += word
            } else {
                result.append((word, false))
            }
            word = ""
        }
        for character in text {
            guard character.isWhitespace || "<>\"()".contains(character) else {
                word.append(character)
                continue
            }
            flush()
            if let last = result.last, !last.isAddress {
                result[result.count - 1].text.append(character)
            } else {
                result.append((String(character), false))
            }
        }
        flush()
        return result
    }

    /// The web address at the beginning of a word, without the full stop behind it.
    private static func address(in word: String) -> String? {
        let lowered = word.lowercased()
        guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return nil }
        var address = Substring(word)
        while let last = address.last, ".,;:!?".contains(last) { address.removeLast() }
        return address.count > 8 && address.utf8.count <= 500 ? String(address) : nil
    }
}
