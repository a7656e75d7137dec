package import LearningNetwork
package import Prevention
package import Workflow

/// Treffen einer Gruppe with its agenda, attendance, decisions and tasks.
package struct Meeting: Hashable, Sendable {
    package let id: ID<Meeting>
    package let groupID: ID<LearningGroup>
    package let title: String
    package let theme: String
    package let day: Day
    /// Minutes of the day, by the clocks in Germany.
    package let from: Int
    package let to: Int
    package let location: String
    package var agenda: [AgendaItem]
    package var attendance: [Attendance]
    package var decisions: [String]
    package var course: Course<MeetingFlow>

    package init(
        id: ID<Meeting> = ID(), groupID: ID<LearningGroup>, title: String, theme: String, day: Day, from: Int, to: Int,
        location: String, agenda: [AgendaItem] = [], attendance: [Attendance] = [], decisions: [String] = [],
        course: Course<MeetingFlow> = Course()
    ) {
        self.id = id
        self.groupID = groupID
        self.title = title
        self.theme = theme
        self.day = day
        self.from = from
        self.to = to
        self.location = location
        self.agenda = agenda
        self.attendance = attendance
        self.decisions = decisions
        self.course = course
    }

    package var state: MeetingFlow.State { course.state }
    /// Everybody who was there.
    package var present: Int { attendance.reduce(0) { $0 + $1.count } }
    /// The agenda may still be written.
    package var isPlannable: Bool { state == .planned }
    /// Attendance, decisions and tasks may be written: from the agreed agenda until the minutes are approved.
    package var isRecordable: Bool { state == .agreed || state == .held }
}

/// Tagesordnungspunkt.
package struct AgendaItem: Hashable, Sendable {
    package let title: String
    package let minutes: Int
    /// Role that leads it; empty for none.
    package let lead: String

    package init(_ title: String, minutes: Int, lead: String = "") {
        self.title = title
        self.minutes = minutes
        self.lead = lead
    }
}

/// Anwesenheit: how many came from a municipality; no names.
package struct Attendance: Hashable, Sendable {
    package let place: String
    package let count: Int

    package init(_ place: String, _ count: Int) {
        self.place = place
        self.count = count
    }
}

/// Aufgabe: what somebody has taken on, with role and day, followed over meetings until it is done.
package struct LearningTask: Hashable, Sendable {
    package let id: ID<LearningTask>
    package let groupID: ID<LearningGroup>
    /// Where it was agreed.
    package let meetingID: ID<Meeting>?
    package let title: String
    package let owner: Seat
    package let due: Day
    package var course: Course<TaskFlow>

    package init(
        id: ID<LearningTask> = ID(), groupID: ID<LearningGroup>, meetingID: ID<Meeting>?, title: String, owner: Seat,
        due: Day, course: Course<TaskFlow> = Course()
    ) {
        self.id = id
        self.groupID = groupID
        self.meetingID = meetingID
        self.title = title
        self.owner = owner
        self.due = due
        self.course = course
    }

    package var state: TaskFlow.State { course.state }
    package func isOverdue(on today: Day) -> Bool { state == .open && due < today }
}
