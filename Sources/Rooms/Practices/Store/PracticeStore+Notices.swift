package import Practice
package import Prevention
package import Storage

/// Mitteilung: tells a municipality that a practice which it took over has another core now, shows harm or has ended.
package struct PracticeNotice: Sendable, Hashable {
    package let practice: ID<Practice>
    package let municipality: ID<Area>
    /// The version that was published before.
    package let from: Int
    package let to: Int
    /// The practice was archived; no version follows.
    package var isEnd: Bool { from == to }
    package let toldAt: Instant
    /// `nil`: nobody there has marked it as read.
    package let readAt: Instant?
}

extension PracticeStore {
    /// What some municipalities have been told, newest first.
    package func notices(to areas: Set<ID<Area>>) async throws -> [PracticeNotice] {
        try await database.read { r in
            try r.rows(
                """
                SELECT practiceID, areaID, fromVersion, version, toldAt, readAt
                FROM practiceNotice
                WHERE areaID IN \(list: areas.sorted())
                ORDER BY toldAt DESC, practiceID, areaID
                """
            ) {
                PracticeNotice(
                    practice: try $0.get(0), municipality: try $0.get(1), from: try $0.get(2), to: try $0.get(3),
                    toldAt: try $0.get(4), readAt: try $0.optional(5))
            }
        }
    }

    /// Marks what a municipality was told about a practice as read.
    package func markRead(
        _ id: ID<Practice>, by municipality: ID<Area>, as actor: AuditActor, at now: Instant
    ) async throws {
        try await database.write { w in
            let count = try w.run(
                """
                UPDATE practiceNotice SET readAt = \(now)
                WHERE practiceID = \(id) AND areaID = \(municipality) AND readAt IS NULL
                """)
            guard count > 0 else { return }
            try w.audit(
                AuditEntry(
                    actor: actor, action: "practice.read", object: Reference(.practice, id), at: now,
                    reason: municipality.text))
        }
    }

    /// Notes, in the transaction of a step, whom it concerns, and hands the news on; the same news is never told twice.
    static func tellAdopters(
        of file: PracticeFile, after step: ReviewFlow.Step, because reason: String, as actor: AuditActor,
        at now: Instant, _ w: Writer, _ tell: (AdopterNews, Writer) throws -> Void
    ) throws {
        guard let from = file.publishedVersion, step == .publish || step == .confirm || step == .archive else { return }
        let isEnd = step == .archive
        let to = isEnd ? from : file.newest.number
        let changes = file.news(from: from, to: to)
        guard isEnd || !changes.isEmpty else { return }
        var told: [ID<Area>] = []
        for area in file.draft.municipalitiesToTell where !file.owners.contains(area) {
            let count = try w.run(
                """
                INSERT INTO practiceNotice (practiceID, areaID, fromVersion, version, toldAt, readAt)
                VALUES (\(file.id), \(area), \(from), \(to), \(now), NULL)
                ON CONFLICT (practiceID, areaID, fromVersion, version) DO NOTHING
                """)
            if count > 0 { told.append(area) }
        }
        guard !told.isEmpty else { return }
        try tell(
            AdopterNews(
                file: file, municipalities: told, from: from, to: to, changes: changes, end: isEnd ? reason : nil,
                actor: actor, at: now), w)
    }
}

/// Nachricht an Nachahmerinnen: what a step of the review means for those who took the practice over.
package struct AdopterNews: Sendable {
    /// As it was before the step.
    package let file: PracticeFile
    package let municipalities: [ID<Area>]
    package let from: Int
    package let to: Int
    package let changes: [PracticeChange]
    /// Why the practice was archived; `nil`: it was not.
    package let end: String?
    package let actor: AuditActor
    package let at: Instant
}
