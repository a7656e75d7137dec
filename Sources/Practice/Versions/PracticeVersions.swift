package import Prevention

/// Fassung: the state of an entry after one change, with who and when.
package struct PracticeVersion: Hashable, Sendable {
    /// From 1 upward without gaps.
    package let number: Int
    package let practice: Practice
    package let by: Reference
    package let at: Instant
    /// What was changed against the version before; the first one has none.
    package let changes: [PracticeChange]
}

/// Fassungen einer Praxis: every change is kept; nothing is ever overwritten.
package struct PracticeVersions: Hashable, Sendable {
    /// Oldest first, never empty.
    package private(set) var all: [PracticeVersion]

    package init(_ practice: Practice, by author: Reference, at instant: Instant) {
        all = [PracticeVersion(number: 1, practice: practice, by: author, at: instant, changes: [])]
    }

    package var newest: PracticeVersion { all[all.count - 1] }

    /// Keeps the new state as a version; the same state again changes nothing.
    ///
    /// - Returns: whether it was another state.
    /// - Throws: `VersionRefusal`; the versions are then unchanged.
    @discardableResult
    package mutating func add(
        _ practice: Practice, by author: Reference, at instant: Instant, basedOn number: Int
    ) throws(VersionRefusal) -> Bool {
        guard practice.id == newest.practice.id else { throw .otherPractice }
        guard number == newest.number else { throw .changedMeanwhile(newest: newest.number) }
        guard instant >= newest.at else { throw .timeRunsBack }
        let changes = newest.practice.changes(to: practice)
        guard !changes.isEmpty else { return false }
        all.append(
            PracticeVersion(number: number + 1, practice: practice, by: author, at: instant, changes: changes))
        return true
    }

    /// What the version `newer` says otherwise than `older`; empty if there is no such version.
    package func changes(from older: Int, to newer: Int) -> [PracticeChange] {
        guard let before = all.first(where: { $0.number == older }),
            let after = all.first(where: { $0.number == newer })
        else { return [] }
        return before.practice.changes(to: after.practice)
    }
}

/// Warum eine Fassung nicht angenommen wird.
package enum VersionRefusal: Error, Hashable, Sendable {
    case otherPractice
    /// Somebody else was faster; the change is to be made on the newest version.
    case changedMeanwhile(newest: Int)
    case timeRunsBack
}
