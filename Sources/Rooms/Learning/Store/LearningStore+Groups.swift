import LearningNetwork
package import Prevention
import Storage
import Workflow

extension LearningStore {
    /// All groups with their seats: living ones first, then by kind and title.
    package func groups() async throws -> [LearningGroup] {
        try await database.read { r in try Self.groups(r, "TRUE") }
    }

    package func group(_ id: ID<LearningGroup>) async throws -> LearningGroup? {
        try await database.read { r in try Self.groups(r, "g.id = \(id)").first }
    }

    static func groups(_ r: Reader, _ condition: SQL) throws -> [LearningGroup] {
        var seats: [String: [Seat]] = [:]
        try r.each(
            """
            SELECT s.groupId, s.area, s.place, s.role FROM learningSeat AS s JOIN learningGroup AS g ON g.id = s.groupId
            WHERE \(condition)
            ORDER BY s.place, s.role
            """
        ) { row in
            seats[try row.get(0), default: []].append(
                Seat(Place(area: try row.get(1), name: try row.get(2)), role: try row.get(3)))
        }
        let found = seats
        return try r.rows(
            """
            SELECT g.id, g.kind, g.title, g.theme, g.about, g.productDue, g.isArchived, g.source
            FROM learningGroup AS g
            WHERE \(condition)
            ORDER BY g.isArchived, g.kind DESC, g.title, g.id
            """
        ) { row in
            let id: ID<LearningGroup> = try row.get(0)
            return LearningGroup(
                id: id, kind: try row.get(1), title: try row.get(2), theme: try row.get(3), about: try row.get(4),
                productDue: try row.get(5), isArchived: try row.get(6), source: try row.get(7),
                seats: found[id.text] ?? [])
        }
    }

    package func add(_ group: LearningGroup, _ trace: Trace) async throws {
        try await database.write { w in try Self.insert(w, group, trace) }
    }

    static func insert(_ w: Writer, _ group: LearningGroup, _ trace: Trace) throws {
        try w.run(
            """
            INSERT INTO learningGroup (id, kind, title, theme, about, productDue, isArchived, source)
            VALUES (\(group.id), \(group.kind), \(group.title), \(group.theme), \(group.about), \(group.productDue),
                \(group.isArchived), \(group.source))
            """)
        try w.audit(trace.entry("learning.group.create", Reference(.group, group.id)))
        for seat in group.seats { try insert(w, seat, in: group.id, trace) }
    }

    /// Adds a role of a municipality to a group.
    ///
    /// - Throws: `LearningRefusal.twice` if it sits there already, `.notNow` for a group of the archive.
    package func add(_ seat: Seat, to id: ID<LearningGroup>, _ trace: Trace) async throws {
        try await database.write { w in
            try Self.requireLiving(w, id)
            let known = try w.value(
                """
                SELECT count(*) FROM learningSeat
                WHERE groupId = \(id) AND place = \(seat.place.name) AND role = \(seat.role)
                """, as: Int.self)
            guard known == 0 else { throw LearningRefusal.twice }
            try Self.insert(w, seat, in: id, trace)
        }
    }

    private static func insert(_ w: Writer, _ seat: Seat, in id: ID<LearningGroup>, _ trace: Trace) throws {
        try w.run(
            """
            INSERT INTO learningSeat (groupId, area, place, role)
            VALUES (\(id), \(seat.place.area), \(seat.place.name), \(seat.role))
            """)
        try w.audit(trace.entry("learning.group.seat", Reference(.group, id)))
    }

    /// - Throws: `LearningRefusal.notNow` for a group that is unknown or belongs to the archive.
    static func requireLiving(_ r: Reader, _ id: ID<LearningGroup>) throws {
        let living = try r.value(
            "SELECT count(*) FROM learningGroup WHERE id = \(id) AND isArchived = 0", as: Int.self)
        guard living == 1 else { throw LearningRefusal.notNow }
    }

    // MARK: Lab

    /// What the group's municipalities have tried, latest first.
    package func lab(of id: ID<LearningGroup>) async throws -> [LabEntry] {
        try await database.read { r in
            try r.rows(
                """
                SELECT id, groupId, area, place, day, tried, saw, nextStep FROM learningLab
                WHERE groupId = \(id)
                ORDER BY day DESC, id
                """
            ) { row in
                LabEntry(
                    id: try row.get(0), groupID: try row.get(1),
                    place: Place(area: try row.get(2), name: try row.get(3)), day: try row.get(4),
                    tried: try row.get(5), saw: try row.get(6), next: try row.get(7))
            }
        }
    }

    package func add(_ entry: LabEntry, _ trace: Trace) async throws {
        try await database.write { w in
            try Self.requireLiving(w, entry.groupID)
            try w.run(
                """
                INSERT INTO learningLab (id, groupId, area, place, day, tried, saw, nextStep, createdAt)
                VALUES (\(entry.id), \(entry.groupID), \(entry.place.area), \(entry.place.name), \(entry.day),
                    \(entry.tried), \(entry.saw), \(entry.next), \(trace.at))
                """)
            try w.audit(trace.entry("learning.lab.add", Reference(.group, entry.groupID)))
        }
    }
}
