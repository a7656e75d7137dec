internal import Synchronization

/// Analyser für alle: one analyser behind a lock, for handlers that run side by side.
///
/// A query takes tens of microseconds, so waiting is rare; for indexing give each task its own
/// `Analyser`.
package final class SharedAnalyser: Sendable {
    private let analyser: Mutex<Analyser>

    package init(lexicon: Lexicon = .standard) { analyser = Mutex(Analyser(lexicon: lexicon)) }

    /// See `Analyser.query`.
    package func query(_ text: String, vocabulary: KnownWords? = nil) -> QueryAnalysis {
        analyser.withLock { $0.query(text, vocabulary: vocabulary) }
    }

    /// See `Analyser.document`.
    package func document(_ text: String, stopWords: Analyser.StopWordRule = .drop) -> [Term] {
        analyser.withLock { $0.document(text, stopWords: stopWords) }
    }
}
