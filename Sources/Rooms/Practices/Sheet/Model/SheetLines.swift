import Language
import Practice

/// Zeilen des Blatts: those that fit as they are, and how many more the entry holds. No line is ever cut.
struct SheetLines: Hashable, Sendable {
    var shown: [String] = []
    var leftOut = 0

    /// The first lines that are no longer than they may be.
    static func fitting(_ lines: [String], each longest: Int, most: Int) -> SheetLines {
        let lines = lines.filter { !$0.isBlank }
        let shown = Array(lines.filter { SheetLimits.length($0) <= longest }.prefix(most))
        return SheetLines(shown: shown, leftOut: lines.count - shown.count)
    }

    /// As many lines as fit one after the other, with a comma between them.
    static func together(_ lines: [String], within most: Int) -> SheetLines {
        let lines = lines.filter { !$0.isBlank }
        var shown: [String] = []
        var length = 0
        for line in lines where length + SheetLimits.length(line) + (shown.isEmpty ? 0 : 2) <= most {
            length += SheetLimits.length(line) + (shown.isEmpty ? 0 : 2)
            shown.append(line)
        }
        return SheetLines(shown: shown, leftOut: lines.count - shown.count)
    }
}

/// Text des Blatts: whole sentences as far as they fit.
struct SheetText: Hashable, Sendable {
    var text = ""
    /// Sentences that did not fit; they stand in the entry.
    var isShortened = false

    /// A third of what the three blocks may hold.
    static let words = SheetLimits.words / 3
    static let characters = SheetLimits.text / 3

    init(_ text: String = "") { self.text = text }

    /// - Parameter parts: each becomes one sentence or more.
    init(sentences parts: [String], words: Int = words, characters: Int = characters) {
        let sentences = parts.filter { !$0.isBlank }.flatMap { Sentences.split(Self.ended($0)) }
        for sentence in sentences {
            let longer = text.isEmpty ? sentence : text + " " + sentence
            if SheetLimits.length(longer) <= characters, SheetLimits.words(in: longer) <= words {
                text = longer
            } else {
                isShortened = true
            }
        }
    }

    /// With a capital letter and a full stop.
    private static func ended(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let text = words.prefix(1).uppercased() + words.dropFirst()
        return text.last.map { ".!?…".contains($0) } ?? true ? text : text + "."
    }
}

/// Titel des Blatts: a title that is too long for one line stands on two, divided where its words divide.
struct SheetTitle: Hashable, Sendable {
    let main: String
    /// May be empty.
    let rest: String
    /// For lists: the short title, else the whole one.
    let listed: String

    /// - Parameter short: a title of its own for the sheet; the whole one then stands below.
    init(_ title: String, short: String = "") {
        let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !short.isBlank {
            (main, rest) = (short, short == title ? "" : title)
            listed = short
            return
        }
        (main, rest) = SheetLimits.length(title) <= SheetLimits.title ? (title, "") : Self.divided(title)
        listed = title
    }

    /// At the first dash, colon or bracket, else at a small word, else at the last blank that leaves a title.
    private static func divided(_ title: String) -> (String, String) {
        for marks in [[(" – ", false), (": ", false), (" (", true)], [(" für ", true), (" und ", true)]] {
            let first = marks.compactMap { mark, keeps in
                title.firstRange(of: mark).map { (range: $0, keeps: keeps) }
            }.min { $0.range.lowerBound < $1.range.lowerBound }
            guard let first else { continue }
            let main = String(title[..<first.range.lowerBound])
            let from = first.keeps ? title.index(after: first.range.lowerBound) : first.range.upperBound
            if SheetLimits.length(main) <= SheetLimits.title { return (main, String(title[from...])) }
        }
        let blanks = title.indices.filter { title[$0] == " " }
        let last = blanks.last { SheetLimits.length(String(title[..<$0])) <= SheetLimits.title }
        return last.map { (String(title[..<$0]), String(title[title.index(after: $0)...])) } ?? (title, "")
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
