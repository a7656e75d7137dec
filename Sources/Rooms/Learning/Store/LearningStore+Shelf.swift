import Prevention
import Storage

extension LearningStore {
    /// Who can be asked, by topic.
    package func expertise() async throws -> [Expertise] {
        try await database.read { r in
            try r.rows(
                "SELECT id, topic, area, place, role, note, source FROM learningExpertise ORDER BY topic, place, id"
            ) { row in
                Expertise(
                    id: try row.get(0), topic: try row.get(1),
                    owner: Seat(Place(area: try row.get(2), name: try row.get(3)), role: try row.get(4)),
                    note: try row.get(5), source: try row.get(6))
            }
        }
    }

    package func add(_ expertise: Expertise, _ trace: Trace) async throws {
        try await database.write { w in try Self.insert(w, expertise, trace) }
    }

    static func insert(_ w: Writer, _ expertise: Expertise, _ trace: Trace) throws {
        try w.run(
            """
            INSERT INTO learningExpertise (id, topic, area, place, role, note, source)
            VALUES (\(expertise.id), \(expertise.topic), \(expertise.owner.place.area), \(expertise.owner.place.name),
                \(expertise.owner.role), \(expertise.note), \(expertise.source))
            """)
        try w.audit(trace.entry("learning.expertise.add", Reference(.product, expertise.id)))
    }

    /// Publications, latest first, those without a year last.
    package func publications() async throws -> [Publication] {
        try await database.read { r in
            try r.rows(
                """
                SELECT id, title, year, kind, about, link, source FROM learningPublication
                ORDER BY year DESC NULLS LAST, title, id
                """
            ) { row in
                Publication(
                    id: try row.get(0), title: try row.get(1), year: try row.optional(2), kind: try row.get(3),
                    about: try row.get(4), link: try row.get(5), source: try row.get(6))
            }
        }
    }

    package func add(_ publication: Publication, _ trace: Trace) async throws {
        try await database.write { w in try Self.insert(w, publication, trace) }
    }

    static func insert(_ w: Writer, _ publication: Publication, _ trace: Trace) throws {
        try w.run(
            """
            INSERT INTO learningPublication (id, title, year, kind, about, link, source)
            VALUES (\(publication.id), \(publication.title), \(publication.year), \(publication.kind),
                \(publication.about), \(publication.link), \(publication.source))
            """)
        try w.audit(trace.entry("learning.publication.add", Reference(.product, publication.id)))
    }

    /// What happened in the programme, earliest first, without a date last.
    package func chronicle() async throws -> [ChronicleEvent] {
        try await database.read { r in
            try r.rows(
                """
                SELECT id, title, kind, whenText, dateWords, place, about, source FROM learningEvent
                ORDER BY CASE WHEN whenText = '' THEN 1 ELSE 0 END, whenText, title, id
                """
            ) { row in
                ChronicleEvent(
                    id: try row.get(0), title: try row.get(1), kind: try row.get(2), when: try row.get(3),
                    dateWords: try row.get(4), place: try row.get(5), about: try row.get(6), source: try row.get(7))
            }
        }
    }

    /// Loads what belongs to the past: groups, expertise, publications and events; a second time changes nothing.
    ///
    /// - Returns: how many records were new.
    @discardableResult
    package func load(_ archive: LearningArchive, _ trace: Trace) async throws -> Int {
        try await database.write { w in
            var count = 0
            func isNew(_ table: SQL, _ id: String) throws -> Bool {
                try w.value("SELECT count(*) FROM \(table) WHERE id = \(id)", as: Int.self) == 0
            }
            for group in archive.groups where try isNew("learningGroup", group.id.text) {
                try Self.insert(w, group, trace)
                count += 1
            }
            for entry in archive.expertise where try isNew("learningExpertise", entry.id.text) {
                try Self.insert(w, entry, trace)
                count += 1
            }
            for publication in archive.publications where try isNew("learningPublication", publication.id.text) {
                try Self.insert(w, publication, trace)
                count += 1
            }
            for event in archive.events where try isNew("learningEvent", event.id.text) {
                try Self.insert(w, event, trace)
                count += 1
            }
            return count
        }
    }

    private static func insert(_ w: Writer, _ event: ChronicleEvent, _ trace: Trace) throws {
        try w.run(
            """
            INSERT INTO learningEvent (id, title, kind, whenText, dateWords, place, about, source)
            VALUES (\(event.id), \(event.title), \(event.kind), \(event.when), \(event.dateWords), \(event.place),
                \(event.about), \(event.source))
            """)
        try w.audit(trace.entry("learning.event.add", Reference(.meeting, event.id)))
    }
}

/// Archiv: groups, expertise, publications and events of a programme that is over.
package struct LearningArchive: Hashable, Sendable {
    package var groups: [LearningGroup] = []
    package var expertise: [Expertise] = []
    package var publications: [Publication] = []
    package var events: [ChronicleEvent] = []

    package init() {}
}
