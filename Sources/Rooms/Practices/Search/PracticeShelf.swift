package import Areas
import Language
package import Prevention

/// Praxisregal: all published entries in memory, read again when anything has been written since.
package actor PracticeShelf {
    private let store: PracticeStore
    private let directory: AreaDirectory
    private let analyser = SharedAnalyser()
    /// Number of the last entry of the audit log when they were read: every change of an entry is entered there.
    private var upTo: Int?
    private var revision: Int?
    private var index: PracticeIndex?

    package init(_ store: PracticeStore, _ directory: AreaDirectory) {
        self.store = store
        self.directory = directory
    }

    /// The index as of now.
    func current(on today: Day) async throws -> PracticeIndex {
        let areas = try await directory.current()
        let news = try await store.news(after: upTo)
        if let index, !news.isNew, revision == areas.revision, index.today == today {
            upTo = news.head
            return index
        }
        let entries = try await store.entries()
        let made = PracticeIndex(entries, tree: areas.tree, today: today)
        index = made
        upTo = news.head
        revision = areas.revision
        return made
    }

    /// What words ask for, with slips of the pen corrected by the words of the entries.
    nonisolated func analysis(of text: String, in index: PracticeIndex) -> QueryAnalysis? {
        text.isEmpty ? nil : analyser.query(text, vocabulary: index.words.known)
    }

    /// All published entries by title.
    package func entries(on today: Day) async throws -> [PracticeEntry] { try await current(on: today).entries }
}
