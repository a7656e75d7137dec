/// Gebiete im Gedächtnis: tree and gazetteer as they stand in the database, read again when an area has changed.
package actor AreaDirectory {
    /// Everything about areas at one moment.
    package struct Snapshot: Sendable {
        package let tree: AreaTree
        package let gazetteer: Gazetteer
        /// Number of the last change of an area.
        package let revision: Int
    }

    private let store: AreaStore
    private var kept: Snapshot?

    package init(_ store: AreaStore) { self.store = store }

    /// The areas of now; costs one small query when nothing has changed.
    ///
    /// - Throws: `StorageError` if the database cannot be read.
    package func current() async throws -> Snapshot {
        let revision = try await store.revision()
        if let kept, kept.revision == revision { return kept }
        // Read after the number: a change in between is read again next time.
        let tree = try await store.tree()
        let snapshot = Snapshot(tree: tree, gazetteer: Gazetteer(tree), revision: revision)
        kept = snapshot
        return snapshot
    }
}
