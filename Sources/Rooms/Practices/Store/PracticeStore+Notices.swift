package import Practice
package import Prevention
package import Storage

/// Mitteilung: tells a municipality that a practice which it took over has another core now.
package struct PracticeNotice: Sendable, Hashable {
    package let practice: ID<Practice>
    package let municipality: ID<Area>
    /// The version that was published before.
    package let from: Int
    package let to: Int
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

    static func tellAdopters(of file: PracticeFile, at now: Instant, _ w: Writer) throws {
        guard let from = file.publishedVersion else { return }
        for area in file.adoptersToTell {
            try w.run(
                """
                INSERT INTO practiceNotice (practiceID, areaID, fromVersion, version, toldAt, readAt)
                VALUES (\(file.id), \(area), \(from), \(file.newest.number), \(now), NULL)
                ON CONFLICT (practiceID, areaID, version) DO NOTHING
                """)
        }
    }
}
