/// Thesaurus: the synonym and phrase tables, compiled to stems.
struct Thesaurus: Sendable {
    /// A name of the thing meant.
    struct Member: Hashable, Sendable {
        /// Terms an offer must have; empty if the name says too little ("zu Hause").
        let terms: [String]
        /// Counts less ("Krippe" for "Kita").
        let isRelated: Bool
    }

    /// A name of several words, to be found in a query.
    struct Phrase: Sendable {
        /// Stems, small words left out.
        let stems: [String]
        let group: Int
        let isRelated: Bool
        /// An everyday sentence, not a name.
        let isSentence: Bool
    }

    /// Names of each group.
    private(set) var groups: [[Member]] = []
    /// Groups a single term belongs to.
    private var words: [String: [(group: Int, isRelated: Bool)]] = [:]
    /// Names of several words, by each of their stems.
    private var phrases: [String: [Phrase]] = [:]

    init(groups table: String, phrases sentences: String, reader: WordReader) {
        for line in table.split(separator: "\n") { add(group: Self.statement(line), reader) }
        for line in sentences.split(separator: "\n") { add(phrase: Self.statement(line), reader) }
    }

    /// The line without the reason.
    private static func statement(_ line: Substring) -> Substring {
        line.prefix { $0 != "#" }
    }

    private mutating func add(group line: Substring, _ reader: WordReader) {
        let number = groups.count
        groups.append([])
        var isRelated = false
        var rest = line
        while !rest.isEmpty {
            let name = rest.prefix { $0 != "=" && $0 != "~" }
            add(name: String(name), to: number, isRelated: isRelated, isTarget: true, reader)
            rest = rest.dropFirst(name.count)
            isRelated = rest.first == "~"
            rest = rest.dropFirst()
        }
    }

    private mutating func add(phrase line: Substring, _ reader: WordReader) {
        guard let arrow = line.firstRange(of: "->") else { return }
        let number = groups.count
        groups.append([])
        for said in line[..<arrow.lowerBound].split(separator: "|") {
            add(name: String(said), to: number, isRelated: false, isTarget: false, reader)
        }
        for target in line[arrow.upperBound...].split(separator: ",") {
            let terms = Self.content(String(target), reader)
            groups[number].append(Member(terms: terms, isRelated: false))
            guard terms.count == 1, let term = terms.first else { continue }
            for (group, isRelated) in words[term] ?? [] where !isRelated && group < number {
                let others = groups[group].filter { !$0.isRelated && $0.terms != terms }
                groups[number] += others.map { Member(terms: $0.terms, isRelated: true) }
            }
        }
    }

    private mutating func add(
        name: String, to group: Int, isRelated: Bool, isTarget: Bool, _ reader: WordReader
    ) {
        let stems = reader.units(of: name).filter { !StopWords.isGlue($0.text) }
            .map { reader.read($0).term }
        guard let first = stems.first else { return }
        if stems.count == 1 {
            words[first, default: []].append((group, isRelated))
        } else {
            let phrase = Phrase(
                stems: stems, group: group, isRelated: isRelated, isSentence: !isTarget)
            for stem in Set(stems) { phrases[stem, default: []].append(phrase) }
        }
        if isTarget {
            groups[group].append(
                Member(terms: Self.content(name, reader), isRelated: isRelated))
        }
    }

    /// Stems that carry meaning; nothing if a name of several words keeps only one of them.
    private static func content(_ name: String, _ reader: WordReader) -> [String] {
        let units = reader.units(of: name)
        let kept = units.filter { !StopWords.contains($0.text) }
        return units.count > 1 && kept.count < 2 ? [] : kept.map { reader.read($0).term }
    }
}

extension Thesaurus {
    /// Other names for a single term, with their weight.
    func names(for term: String) -> [(terms: [String], weight: Float)] {
        (words[term] ?? []).flatMap { names(in: $0.group, besides: [term], $0.isRelated) }
    }

    /// Names of a group without the one given.
    private func names(
        in group: Int, besides own: [String], _ isRelated: Bool
    ) -> [(terms: [String], weight: Float)] {
        groups[group].filter { !$0.terms.isEmpty && $0.terms != own }
            .map { ($0.terms, $0.isRelated || isRelated ? 0.4 : 0.7) }
    }

    /// A phrase found in a row of stems.
    struct Match {
        /// Positions of its stems, ascending.
        var covered: [Int]
        /// Whether the stems stand in the order of the table.
        var isInOrder: Bool
        /// An everyday sentence, whose own words say less than what it means.
        var isSentence: Bool
        /// Names of what it means.
        var names: [(terms: [String], weight: Float)]
    }

    /// Phrases that do not overlap, the longest first. The order of words does not matter, and one
    /// other word may stand between.
    func phrases(in stems: [String]) -> [Match] {
        var matches: [Match] = []
        for start in stems.indices {
            for phrase in phrases[stems[start]] ?? [] {
                guard let covered = Self.cover(phrase.stems, in: stems, from: start) else { continue }
                let names = names(in: phrase.group, besides: [], phrase.isRelated)
                matches.append(
                    Match(
                        covered: covered.sorted(), isInOrder: covered == covered.sorted(),
                        isSentence: phrase.isSentence, names: names))
            }
        }
        var taken: Set<Int> = []
        var chosen: [Match] = []
        for match in matches.enumerated().sorted(by: Self.isBetter).map(\.element) {
            if let same = chosen.firstIndex(where: { $0.covered == match.covered }) {
                chosen[same].names += match.names
                chosen[same].isSentence = chosen[same].isSentence && match.isSentence
            } else if taken.isDisjoint(with: match.covered) {
                taken.formUnion(match.covered)
                chosen.append(match)
            }
        }
        return chosen
    }

    private static func isBetter(
        _ first: (offset: Int, element: Match), _ second: (offset: Int, element: Match)
    ) -> Bool {
        let (one, other) = (first.element, second.element)
        if one.covered.count != other.covered.count { return one.covered.count > other.covered.count }
        if one.isInOrder != other.isInOrder { return one.isInOrder }
        return first.offset < second.offset
    }

    /// Positions of the stems of a phrase, in the order of the phrase.
    private static func cover(_ phrase: [String], in stems: [String], from start: Int) -> [Int]? {
        let window = start..<min(stems.count, start + phrase.count + 1)
        var covered: [Int] = []
        for stem in phrase {
            guard let place = window.first(where: { stems[$0] == stem && !covered.contains($0) })
            else { return nil }
            covered.append(place)
        }
        return covered.contains(start) ? covered : nil
    }
}
