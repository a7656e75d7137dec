/// Puts the groups of a query together: phrases first, then single words.
struct QueryBuilder {
    /// A group in the making.
    struct Draft {
        var words: String
        var units: [WordReader.Unit]
        var alternatives: [QueryAnalysis.Alternative] = []
        var isOptional = false
        var corrections: [String] = []

        /// Adds an alternative unless a heavier one with the same terms is there.
        mutating func add(_ terms: [String], _ weight: Float, _ origin: QueryAnalysis.Origin) {
            guard !terms.isEmpty else { return }
            if let index = alternatives.firstIndex(where: { $0.terms == terms }) {
                guard alternatives[index].weight < weight else { return }
                alternatives.remove(at: index)
            }
            alternatives.append(.init(terms: terms, weight: weight, origin: origin))
        }

        /// Heaviest first; equal weights keep their order.
        mutating func sort() {
            let ordered = alternatives.enumerated().sorted {
                ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
            }
            alternatives = ordered.map(\.element)
        }
    }

    let units: [WordReader.Unit]
    let readings: [WordReader.Reading]
    let source: [UInt8]
    let lexicon: Lexicon

    /// The groups in the order of the query.
    mutating func groups() -> [Draft] {
        let phrases = phraseGroups()
        let covered = Set(phrases.flatMap(\.positions))
        let singles = units.indices.filter { !covered.contains($0) }
        var kept = singles.filter { !StopWords.contains(units[$0].text) }
        if kept.isEmpty, phrases.isEmpty { kept = singles }
        var drafts = phrases.map { (first: $0.positions.first ?? 0, draft: $0.draft) }
        drafts += kept.map { ($0, single($0)) }
        var ordered = drafts.sorted { $0.first < $1.first }.map(\.draft)
        markOptional(&ordered)
        for index in ordered.indices { ordered[index].sort() }
        return ordered
    }

    /// Words for the family and bare numbers do not exclude beside a word that says more.
    private func markOptional(_ drafts: inout [Draft]) {
        let weak = drafts.map { draft in
            draft.units.count == 1
                && draft.units.allSatisfy {
                    StopWords.isAudience($0.text) || $0.text.utf8.allSatisfy { $0 < 0x3A }
                }
        }
        guard weak.contains(false) else { return }
        for index in drafts.indices { drafts[index].isOptional = weak[index] }
    }

    private func phraseGroups() -> [(positions: [Int], draft: Draft)] {
        let positions = units.indices.filter { !StopWords.isGlue(units[$0].text) }
        let stems = positions.map { readings[$0].term }
        return lexicon.thesaurus.phrases(in: stems).map { match in
            let covered = match.covered.map { positions[$0] }
            var draft = Draft(words: words(covered), units: covered.map { units[$0] })
            let content = covered.filter { !StopWords.contains(units[$0].text) }
            let says = content.count > 1 || !match.isSentence
            draft.add(content.map { readings[$0].term }, says ? 1 : 0.25, says ? .typed : .loosePart)
            for name in match.names { draft.add(name.terms, name.weight, .synonym) }
            return (covered, draft)
        }
    }

    /// The stretch of text from the first to the last of these units.
    private func words(_ positions: [Int]) -> String {
        guard let first = positions.first, let last = positions.last else { return "" }
        let range = units[first].range.lowerBound..<units[last].range.upperBound
        return String(decoding: source[range], as: UTF8.self)
    }

    private func single(_ position: Int) -> Draft {
        let reading = readings[position]
        var draft = Draft(words: words([position]), units: [units[position]])
        draft.add([reading.term], 1, .typed)
        if units[position].isTruncated { complete(position, &draft) }
        for name in lexicon.thesaurus.names(for: reading.term) {
            draft.add(name.terms, name.weight, .synonym)
        }
        if reading.parts.count > 1 { addParts(reading.parts, to: &draft) }
        return draft
    }

    /// "Spiel-" before "Krabbelgruppe" also asks for "Spielgruppe".
    private func complete(_ position: Int, _ draft: inout Draft) {
        let next = readings[(position + 1)...].first { $0.parts.count > 1 }
        guard let next else { return }
        draft.add([(readings[position].parts + next.parts.dropFirst()).joined()], 1, .typed)
    }

    private func addParts(_ parts: [String], to draft: inout Draft) {
        draft.add(parts, 0.45, .parts)
        for length in stride(from: min(parts.count - 1, 4), to: 0, by: -1) {
            for start in 0...parts.count - length {
                let run = parts[start..<start + length].joined()
                let before = parts[..<start].joined()
                let after = parts[(start + length)...].joined()
                for name in lexicon.thesaurus.names(for: run) where name.weight > 0.5 {
                    guard name.terms.count == 1, let term = name.terms.first else { continue }
                    draft.add([before + term + after], 0.55, .synonym)
                }
                let isVague = length == 1 && Self.vague.contains(run)
                if !isVague { draft.add([run], length > 1 ? 0.35 : 0.25, .loosePart) }
            }
        }
    }

    /// Stems of parts that say nothing alone.
    private static let vague: Set<String> = {
        let words = """
            Kind Kinder Eltern Familie Angebot Stelle Platz Gruppe Haus Arbeit Dienst Hilfe Amt Tag
            Zeit Kurs Stunde Zentrum Programm Projekt Person Jahr Träger Bereich Leben Jugend
            """
        let stemmer = Stemmer()
        return Set(
            words.split(whereSeparator: \.isWhitespace).map {
                stemmer.stem(Folding.fold(String($0)))
            })
    }()
}
