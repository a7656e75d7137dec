import Areas
import Language
import Prevention
import Synchronization

/// Suchindex at one moment: all segments with the areas of the same moment. Never changed, only replaced.
struct IndexView: Sendable {
    /// The last change of the register that is in here.
    let upTo: Int
    let areaRevision: Int
    let areas: AreaNumbers
    let gazetteer: Gazetteer
    let segments: [SegmentView]
    let today: Day
    let words: LazyWords

    /// Whether some offer has all the terms' words; the terms may lie in different offers.
    func knows(_ terms: [String]) -> Bool {
        segments.contains { view in terms.allSatisfy { view.segment.text.contains($0) } }
    }
}

/// Words of the index, made searchable when the first slip of the pen asks for it.
final class LazyWords: Sendable {
    let counts: [WordCount]
    private let lexicon: Lexicon
    private let made = Mutex<KnownWords?>(nil)

    init(_ counts: [WordCount], lexicon: Lexicon) {
        self.counts = counts
        self.lexicon = lexicon
    }

    func known() -> KnownWords {
        made.withLock { made in
            if let made { return made }
            var all = WordCount()
            for count in counts { all.add(count) }
            let words = KnownWords(all, lexicon: lexicon)
            made = words
            return words
        }
    }
}
