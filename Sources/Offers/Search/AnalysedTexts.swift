import Language

/// Texts of some offers, analysed by one task: its own numbers for terms, for each offer its terms and their weights.
struct AnalysedTexts: Sendable {
    struct Entry: Sendable {
        let term: Int32
        let weight: UInt8
    }

    private(set) var terms: [String] = []
    private(set) var entries = Lists<Entry>()
    /// For corrections.
    private(set) var words = WordCount()

    init(_ details: some Sequence<OfferDetail>, lexicon: Lexicon) {
        var reader = Reader(analyser: Analyser(lexicon: lexicon))
        for detail in details {
            for (text, weight) in Self.texts(of: detail) where !text.isEmpty {
                reader.add(text, weight)
                words.add(text)
            }
            entries.append(reader.takeEntries())
        }
        terms = reader.terms
    }

    /// What can be found of an offer, with its weight: the title counts three times.
    static func texts(of detail: OfferDetail) -> [(String, Float)] {
        let offer = detail.offer
        var texts: [(String, Float)] = [(offer.title, 3), (offer.summary, 1), (offer.description, 0.7)]
        texts += offer.topics.map { ($0, 2) }
        texts += [(offer.audience, 0.7), (detail.provider.name, 0.7)]
        texts += SpokenLanguages.searchWords(offer.languages).map { ($0, 0.7) }
        for place in detail.places {
            let open = place.facility.published
            texts += [(open.name, 0.7), (open.town, 0.4)]
        }
        return texts
    }

    /// Sums up the weights of one offer's terms.
    private struct Reader {
        let analyser: Analyser
        var terms: [String] = []
        private var numbers: [String: Int32] = [:]
        private var sums: [Float] = []
        private var touched: [Int32] = []

        init(analyser: Analyser) { self.analyser = analyser }

        mutating func add(_ text: String, _ weight: Float) {
            for term in analyser.document(text, stopWords: .keep) {
                let number: Int32
                if let known = numbers[term.text] {
                    number = known
                } else {
                    number = Int32(terms.count)
                    numbers[term.text] = number
                    terms.append(term.text)
                    sums.append(0)
                }
                if sums[Int(number)] == 0 { touched.append(number) }
                sums[Int(number)] += term.weight * weight
            }
        }

        /// A term said often says little more than one said twice.
        mutating func takeEntries() -> [Entry] {
            let entries = touched.map { number in
                let sum = sums[Int(number)]
                sums[Int(number)] = 0
                return Entry(term: number, weight: UInt8(max(1, min(255, 255 * sum / (sum + 1.5)))))
            }
            touched.removeAll(keepingCapacity: true)
            return entries
        }
    }
}
