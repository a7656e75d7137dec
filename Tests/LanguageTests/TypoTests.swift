import Language
import Testing

@Suite struct TypoTests {
    /// The recursive definition, without any cleverness.
    private func slowDistance(_ first: ArraySlice<Character>, _ second: ArraySlice<Character>) -> Int {
        var known: [[Int]: Int] = [:]
        func distance(_ i: Int, _ j: Int) -> Int {
            if i == 0 || j == 0 { return max(i, j) }
            if let value = known[[i, j]] { return value }
            let (a, b) = (Array(first), Array(second))
            var best = min(distance(i - 1, j) + 1, distance(i, j - 1) + 1)
            best = min(best, distance(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, distance(i - 2, j - 2) + 1) }
            known[[i, j]] = best
            return best
        }
        return distance(first.count, second.count)
    }

    @Test func `The distance equals its recursive definition on random pairs`() {
        var random = Randomness(seed: 7)
        for _ in 0..<1_500 {
            let (first, second) = (Array(random.word(0...7)), Array(random.word(0...7)))
            let expected = slowDistance(first[...], second[...])
            for limit in 0...4 {
                #expect(EditDistance.within(limit, first, second) == (expected <= limit ? expected : nil))
            }
        }
    }

    @Test func `The index finds exactly the words a comparison with all of them finds`() {
        var random = Randomness(seed: 8)
        var words: Set<String> = []
        while words.count < 1_500 { words.insert(random.word(3...12, letters: "abcd")) }
        let list = words.sorted().map { (word: $0, frequency: Int.random(in: 0...9, using: &random)) }
        let index = TypoIndex(list)
        for _ in 0..<300 {
            let query = random.word(2...12, letters: "abcd")
            let allowance = TypoIndex.allowance(forLength: query.count)
            let expected = list.filter { entry in
                allowance > 0 && EditDistance.within(allowance, Array(entry.word), Array(query)) != nil
            }
            let found = index.candidates(for: query, limit: .max).filter { $0.distance < 3 }
            #expect(Set(found.map(\.word)) == Set(expected.map(\.word)), "\(query)")
            for (before, after) in zip(found, found.dropFirst()) {
                #expect((before.distance, -before.frequency) <= (after.distance, -after.frequency))
            }
        }
    }

    @Test func `An empty index and strange questions find nothing`() {
        #expect(TypoIndex([]).candidates(for: "kita").isEmpty)
        var random = Randomness(seed: 9)
        let index = TypoIndex([("hebamme", 3), ("київське", 1)])
        for _ in 0..<500 { #expect(index.candidates(for: random.text(upTo: 30)).count <= 5) }
        #expect(index.candidates(for: "киівське").map(\.word) == ["київське"])
    }

    @Test(arguments: [
        ("Wikipedia", "3412"), ("Müller-Lüdenscheidt", "65752682"), ("Breschnew", "17863"), ("Heinz", "068"),
        ("Physiotherapie", "38271"), ("Fisioterapie", "38271"), ("Xaver", "4837"), ("", ""), ("طفل", ""),
    ])
    func `Words that sound alike share the published code`(word: String, code: String) {
        #expect(ColognePhonetics.code(Folding.fold(word)) == code)
    }

    private static let vocabulary: KnownWords = {
        var count = WordCount()
        for _ in 0..<5 {
            count.add("Hebamme, Kinderarzt, Logopädie in Unna, Ergotherapie und Physiotherapie, Mütter, Kita")
        }
        count.add("Familienzentrum, Familienzentrum, Hebammen, Elterncafé, Schwimmkurs, Erzieherinnen")
        return KnownWords(count)
    }()

    @Test(arguments: [
        ("Hebame", "Hebamme"), ("Kinderatzt", "Kinderarzt"), ("Logopedie", "Logopädie"), ("Mutter", nil),
        ("Fisioterapie", "Physiotherapie"), ("Famlienzentrum", "Familienzentrum"), ("Elternkafe", "Elterncafé"),
        ("Schwimkurs", "Schwimmkurs"), ("Krabelgruppe", "Krabbelgruppe"), ("Hebamme", nil), ("Kta", nil),
        ("Schwimmen", nil), ("Ferien", nil), ("Flüchtlinge", nil), ("Schreiambulanz", nil),
        ("Schwangerschfat", "Schwangerschaft"), ("Quxzwv", nil), ("Kindergeburtsagt", nil),
        ("Erzihungsberatung", "Erziehungsberatung"),
        ("Mädchenphysioterapie", "Mädchenphysiotherapie"),
    ])
    func `Did you mean`(typed: String, meant: String?) {
        #expect(Analyser().query(typed, vocabulary: Self.vocabulary).didYouMean == meant)
    }

    @Test func `Only the misspelt word of a question is replaced, and the offer is found`() {
        let answer = Analyser().query("eine Hebame in Unna!", vocabulary: Self.vocabulary)
        #expect(answer.didYouMean == "eine Hebamme in Unna!")
        let group = answer.groups.first { $0.words == "Hebame" }
        #expect(group?.alternatives.contains { $0.origin == .correction && $0.terms == ["hebamm"] } == true)
    }
}
