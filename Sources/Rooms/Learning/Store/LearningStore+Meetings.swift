package import LearningNetwork
package import Prevention
import Storage
import Workflow

extension LearningStore {
    /// All meetings, or those of one group, earliest first.
    package func meetings(of group: ID<LearningGroup>? = nil) async throws -> [Meeting] {
        try await database.read { r in try Self.meetings(r, group.map { "groupId = \($0)" } ?? "TRUE") }
    }

    package func meeting(_ id: ID<Meeting>) async throws -> Meeting? {
        try await database.read { r in try Self.meetings(r, "id = \(id)").first }
    }

    static func meetings(_ r: Reader, _ condition: SQL) throws -> [Meeting] {
        var found = try r.rows(
            """
            SELECT id, groupId, title, theme, day, fromMinute, toMinute, location FROM learningMeeting
            WHERE \(condition)
            ORDER BY day, fromMinute, id
            """
        ) { row in
            Meeting(
                id: try row.get(0), groupID: try row.get(1), title: try row.get(2), theme: try row.get(3),
                day: try row.get(4), from: try row.get(5), to: try row.get(6), location: try row.get(7))
        }
        let ids = found.map(\.id.text)
        let courses: [String: Course<MeetingFlow>] = try r.courses(.meeting, of: ids)
        var agenda: [String: [AgendaItem]] = [:]
        try r.each(
            "SELECT meetingId, title, minutes, lead FROM learningAgenda WHERE meetingId IN \(list: ids) ORDER BY meetingId, n"
        ) { row in
            agenda[try row.get(0), default: []].append(
                AgendaItem(try row.get(1), minutes: try row.get(2), lead: try row.get(3)))
        }
        var attendance: [String: [Attendance]] = [:]
        try r.each(
            "SELECT meetingId, place, people FROM learningAttendance WHERE meetingId IN \(list: ids) ORDER BY meetingId, place"
        ) { row in attendance[try row.get(0), default: []].append(Attendance(try row.get(1), try row.get(2))) }
        var decisions: [String: [String]] = [:]
        try r.each(
            "SELECT meetingId, words FROM learningDecision WHERE meetingId IN \(list: ids) ORDER BY meetingId, n"
        ) { row in decisions[try row.get(0), default: []].append(try row.get(1)) }
        for index in found.indices {
            let key = found[index].id.text
            found[index].course = courses[key] ?? Course()
            found[index].agenda = agenda[key] ?? []
            found[index].attendance = attendance[key] ?? []
            found[index].decisions = decisions[key] ?? []
        }
        return found
    }

    // MARK: Writing

    /// Puts a meeting into the calendar, with what is known of its agenda.
    package func add(_ meeting: Meeting, _ trace: Trace) async throws {
        try await database.write { w in
            try Self.requireLiving(w, meeting.groupID)
            try w.run(
                """
                INSERT INTO learningMeeting (id, groupId, title, theme, day, fromMinute, toMinute, location, createdAt)
                VALUES (\(meeting.id), \(meeting.groupID), \(meeting.title), \(meeting.theme), \(meeting.day),
                    \(meeting.from), \(meeting.to), \(meeting.location), \(trace.at))
                """)
            try w.audit(trace.entry("learning.meeting.plan", Reference(.meeting, meeting.id)))
            for item in meeting.agenda { try Self.insert(w, item, meeting.id, trace) }
        }
    }

    /// - Throws: `LearningRefusal.notNow` once the agenda is agreed.
    package func add(_ item: AgendaItem, to id: ID<Meeting>, _ trace: Trace) async throws {
        try await change(id) { w, meeting in
            guard meeting.isPlannable else { throw LearningRefusal.notNow }
            try Self.insert(w, item, id, trace)
        }
    }

    private static func insert(_ w: Writer, _ item: AgendaItem, _ id: ID<Meeting>, _ trace: Trace) throws {
        let next = try w.value("SELECT count(*) FROM learningAgenda WHERE meetingId = \(id)", as: Int.self) ?? 0
        try w.run(
            """
            INSERT INTO learningAgenda (meetingId, n, title, minutes, lead)
            VALUES (\(id), \(next + 1), \(item.title), \(item.minutes), \(item.lead))
            """)
        try w.audit(trace.entry("learning.meeting.agenda", Reference(.meeting, id)))
    }

    /// Notes how many came from each municipality; a second time replaces the first.
    package func note(_ attendance: [Attendance], at id: ID<Meeting>, _ trace: Trace) async throws {
        try await change(id) { w, meeting in
            guard meeting.isRecordable else { throw LearningRefusal.notNow }
            try w.run("DELETE FROM learningAttendance WHERE meetingId = \(id)")
            for line in attendance {
                try w.run(
                    """
                    INSERT INTO learningAttendance (meetingId, place, people) VALUES (\(id), \(line.place), \(line.count))
                    """)
            }
            try w.audit(trace.entry("learning.meeting.attendance", Reference(.meeting, id)))
        }
    }

    package func add(decision words: String, to id: ID<Meeting>, _ trace: Trace) async throws {
        try await change(id) { w, meeting in
            guard meeting.isRecordable else { throw LearningRefusal.notNow }
            try w.run(
                """
                INSERT INTO learningDecision (meetingId, n, words) VALUES (\(id), \(meeting.decisions.count + 1), \(words))
                """)
            try w.audit(trace.entry("learning.meeting.decision", Reference(.meeting, id)))
        }
    }

    package func take(_ step: MeetingFlow.Step, of id: ID<Meeting>, _ trace: Trace) async throws {
        try await change(id) { w, meeting in
            // An agenda without points cannot be agreed.
            if step == .agree, meeting.agenda.isEmpty { throw LearningRefusal.notNow }
            try w.take(step, .meeting, of: id.text, as: MeetingFlow.self, trace)
        }
    }

    private func change(
        _ id: ID<Meeting>, _ work: @escaping @Sendable (Writer, Meeting) throws -> Void
    ) async throws {
        try await database.write { w in
            guard let meeting = try Self.meetings(w, "id = \(id)").first else { throw LearningRefusal.notNow }
            try work(w, meeting)
        }
    }

    // MARK: Tasks

    /// All tasks, or those of one group, the next due first.
    package func tasks(of group: ID<LearningGroup>? = nil) async throws -> [LearningTask] {
        try await database.read { r in try Self.tasks(r, group.map { "groupId = \($0)" } ?? "TRUE") }
    }

    package func task(_ id: ID<LearningTask>) async throws -> LearningTask? {
        try await database.read { r in try Self.tasks(r, "id = \(id)").first }
    }

    private static func tasks(_ r: Reader, _ condition: SQL) throws -> [LearningTask] {
        var found = try r.rows(
            """
            SELECT id, groupId, meetingId, title, area, place, role, due FROM learningTask
            WHERE \(condition)
            ORDER BY due, title, id
            """
        ) { row in
            LearningTask(
                id: try row.get(0), groupID: try row.get(1), meetingID: try row.optional(2), title: try row.get(3),
                owner: Seat(Place(area: try row.get(4), name: try row.get(5)), role: try row.get(6)),
                due: try row.get(7))
        }
        let courses: [String: Course<TaskFlow>] = try r.courses(.task, of: found.map(\.id.text))
        for index in found.indices { found[index].course = courses[found[index].id.text] ?? Course() }
        return found
    }

    /// - Throws: `LearningRefusal.notNow` if the meeting's minutes are approved.
    package func add(_ task: LearningTask, _ trace: Trace) async throws {
        try await database.write { w in
            try Self.requireLiving(w, task.groupID)
            if let id = task.meetingID {
                let meeting = try Self.meetings(w, "id = \(id)").first
                guard let meeting, meeting.isRecordable, meeting.groupID == task.groupID else {
                    throw LearningRefusal.notNow
                }
            }
            try w.run(
                """
                INSERT INTO learningTask (id, groupId, meetingId, title, area, place, role, due, createdAt)
                VALUES (\(task.id), \(task.groupID), \(task.meetingID), \(task.title), \(task.owner.place.area),
                    \(task.owner.place.name), \(task.owner.role), \(task.due), \(trace.at))
                """)
            try w.audit(trace.entry("learning.task.add", Reference(.group, task.groupID)))
        }
    }

    package func take(_ step: TaskFlow.Step, of id: ID<LearningTask>, _ trace: Trace) async throws {
        try await database.write { w in try w.take(step, .task, of: id.text, as: TaskFlow.self, trace) }
    }
}
