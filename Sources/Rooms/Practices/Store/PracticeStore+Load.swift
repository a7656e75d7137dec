package import Practice
package import Prevention
package import Storage

/// Einzulesende Praxis: an entry from a collection that was published before it came here.
package struct LoadedPractice: Sendable, Hashable {
    package let practice: Practice
    /// Made of the title if `nil`.
    package let slug: String?
    package let isInvented: Bool
    /// Everybody sees it at once; otherwise it begins as a draft.
    package let isPublished: Bool

    package init(_ practice: Practice, slug: String? = nil, isInvented: Bool = false, isPublished: Bool = true) {
        self.practice = practice
        self.slug = slug
        self.isInvented = isInvented
        self.isPublished = isPublished
    }
}

/// Was das Einlesen getan hat: how many entries of each kind.
package struct PracticeLoadCount: Sendable, Hashable {
    package var created = 0
    package var updated = 0
    package var unchanged = 0
    /// Somebody here has worked on them since; they were left alone.
    package var kept = 0

    package init() {}
}

extension PracticeStore {
    /// Reads entries in, all or none; doing it twice changes nothing.
    ///
    /// What people here have changed, or brought into review, is never overwritten.
    ///
    /// - Parameters:
    ///   - origin: names the collection; its next edition replaces what came from it.
    ///   - isDryRun: only counts.
    /// - Throws: `PracticeRefusal.municipalityMissing`.
    @discardableResult
    package func load(
        _ practices: [LoadedPractice], origin: String, by actor: AuditActor, at now: Instant, isDryRun: Bool = false
    ) async throws -> PracticeLoadCount {
        let author = Reference(.user, "system:\(origin)")
        return try await database.write { w in
            var count = PracticeLoadCount()
            for loaded in practices {
                try Self.load(loaded, by: author, actor, at: now, &count, w, isDryRun)
            }
            return count
        }
    }

    private static func load(
        _ loaded: LoadedPractice, by author: Reference, _ actor: AuditActor, at now: Instant,
        _ count: inout PracticeLoadCount, _ w: Writer, _ isDryRun: Bool
    ) throws {
        let practice = loaded.practice
        let object = Reference(.practice, practice.id)
        guard let owner = practice.municipalities.first else { throw PracticeRefusal.municipalityMissing }
        guard let file = try files(w, "p.id = \(practice.id)").first else {
            count.created += 1
            if isDryRun { return }
            let slug = try loaded.slug ?? freeSlug(for: practice, w)
            try w.run(
                """
                INSERT INTO practice (id, slug, ownerID, isInvented, publishedVersion)
                VALUES (\(practice.id), \(slug), \(owner), \(loaded.isInvented), \(loaded.isPublished ? 1 : nil))
                """)
            try insert(practice, number: 1, by: author, at: now, w)
            return try w.audit(AuditEntry(actor: actor, action: "practice.create", object: object, at: now))
        }
        let own = file.versions.all.last { $0.by == author }
        if own?.practice == practice {
            count.unchanged += 1
        } else if file.newest.by != author || !file.steps.isEmpty {
            count.kept += 1
        } else {
            count.updated += 1
            if isDryRun { return }
            var versions = file.versions
            try versions.add(practice, by: author, at: max(now, file.newest.at), basedOn: file.newest.number)
            try insert(practice, number: versions.newest.number, by: author, at: versions.newest.at, w)
            if file.publishedVersion != nil {
                try w.run(
                    "UPDATE practice SET publishedVersion = \(versions.newest.number) WHERE id = \(practice.id)")
            }
            try w.audit(AuditEntry(actor: actor, action: "practice.edit", object: object, at: now))
        }
    }
}
