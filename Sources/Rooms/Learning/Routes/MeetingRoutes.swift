import HTML
import LearningNetwork
import Prevention
import Storage
import Texts
import Web
import Workflow

/// What a meeting's page shows.
struct MeetingModel: Sendable {
    let meeting: Meeting
    let group: LearningGroup
    /// Tasks that were agreed here.
    let tasks: [LearningTask]
    /// Tasks of earlier meetings that are still open.
    let earlier: [LearningTask]
    let meetings: [Meeting]
    let isMember: Bool
}

extension LearningRoom {
    func addMeetings(to routes: inout RouteTable) {
        let members = Access.roles(LearningRights.members)
        routes.get(LearningPath.newMeeting.pattern, allow: members, editMeeting)
        routes.post(LearningPath.newMeeting.pattern, allow: members, editMeeting)
        routes.get(LearningPath.meeting.pattern, allow: .signedIn) { try await showMeeting($0, meetingPage) }
        routes.get(LearningPath.agenda.pattern, allow: .signedIn) { try await showMeeting($0, printedAgenda) }
        routes.get(LearningPath.minutes.pattern, allow: .signedIn) { try await showMeeting($0, printedMinutes) }
        routes.get(LearningPath.meetingFile.pattern, allow: .signedIn, sendMeetingFile)
        routes.post(LearningPath.meetingStep.pattern, allow: members, bodyLimit: 16_384, stepMeeting)
        for (path, handler) in [
            (LearningPath.newAgenda, editAgenda), (LearningPath.attendance, editAttendance),
            (LearningPath.newDecision, editDecision), (LearningPath.newTask, editTask),
        ] {
            routes.get(path.pattern, allow: members, handler)
            routes.post(path.pattern, allow: members, handler)
        }
    }

    private func meeting(_ visit: Visit) async throws -> (Meeting, LearningGroup) {
        guard let meeting = try await store.meeting(try visit.id(of: Meeting.self)),
            let group = try await store.group(meeting.groupID)
        else { throw NotFound() }
        return (meeting, group)
    }

    /// The meeting of the address and the member who works on it.
    private func working(_ visit: Visit) async throws -> (Meeting, LearningGroup, Account) {
        let (meeting, group) = try await meeting(visit)
        return (meeting, group, try require(member: visit, of: group))
    }

    private func showMeeting(
        _ visit: Visit, _ page: (Visit, MeetingModel, LearningTexts) -> Answer
    ) async throws -> Answer {
        let account = try visit.signedInAccount()
        let (meeting, group) = try await meeting(visit)
        let tasks = try await store.tasks(of: group.id)
        let meetings = try await store.meetings(of: group.id)
        let before = Set(meetings.filter { ($0.day, $0.id) < (meeting.day, meeting.id) }.map(\.id))
        let model = MeetingModel(
            meeting: meeting, group: group, tasks: tasks.filter { $0.meetingID == meeting.id },
            earlier: tasks.filter { $0.state == .open && $0.meetingID.map(before.contains) ?? false },
            meetings: meetings, isMember: LearningRights.isMember(account, of: group) && !group.isArchived)
        return page(visit, model, texts[visit.language])
    }

    /// `GET /lernnetz/treffen/7…/termin.ics`
    @Sendable func sendMeetingFile(_ visit: Visit) async throws -> Answer {
        let (meeting, group) = try await meeting(visit)
        guard let from = BerlinTime(meeting.day, hour: meeting.from / 60, minute: meeting.from % 60),
            let to = BerlinTime(meeting.day, hour: meeting.to / 60, minute: meeting.to % 60)
        else { throw NotFound() }
        let lines = [meeting.theme] + meeting.agenda.enumerated().map { "\($0.offset + 1). \($0.element.title)" }
        let event = CalendarFile.Event(
            uid: "\(meeting.id.text)@lernnetz", time: .hours(from: from.instant, to: to.instant),
            summary: "\(meeting.title) (\(group.title))", place: meeting.location,
            text: lines.filter { !$0.isEmpty }.joined(separator: "\n"),
            address: pageAddress(visit, LearningPath.meeting.path(meeting.id.text)),
            sequence: meeting.course.entries.count, isCancelled: meeting.state == .cancelled)
        return .download(
            CalendarFile([event], at: visit.now).bytes, name: "termin.ics", contentType: CalendarFile.contentType)
    }

    /// The complete address of a page; empty where the house does not know its own.
    func pageAddress(_ visit: Visit, _ path: String) -> String {
        post.map { $0.publicURL + visit.language.pathPrefix + path } ?? ""
    }

    /// `GET` and `POST /lernnetz/gruppen/7…/treffen`
    @Sendable func editMeeting(_ visit: Visit) async throws -> Answer {
        let group = try await group(visit)
        let account = try require(member: visit, of: group)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return meetingForm(visit, form, group, words) }
        let title = form.requiredText("titel")
        let theme = form.requiredText("thema")
        let day = form.required("tag") {
            $0.day("tag", in: visit.today.adding(days: -365)...visit.today.adding(days: 1_100))
        }
        let from = form.required("beginn") { $0.time("beginn", words) }
        let to = form.required("ende") { $0.time("ende", words) }
        if let from, let to, from >= to { form.refuse("ende", words.meeting.endsEarly) }
        let location = form.requiredText("ort")
        guard let title, let theme, let day, let from, let to, let location, form.isComplete else {
            return meetingForm(visit, form, group, words)
        }
        let meeting = Meeting(
            groupID: group.id, title: title, theme: theme, day: day, from: from, to: to, location: location)
        try await store.add(meeting, Trace(account.auditActor, at: visit.now))
        return .redirect(to: LearningPath.meeting.link(meeting.id.text), in: visit.language)
    }

    /// `POST /lernnetz/treffen/7…/schritt`
    @Sendable func stepMeeting(_ visit: Visit) async throws -> Answer {
        let (meeting, _, account) = try await working(visit)
        guard let step = visit.form.text("schritt").flatMap(MeetingFlow.step) else { throw NotFound() }
        return try await acting(visit, back: LearningPath.meeting.link(meeting.id.text)) {
            try await store.take(step, of: meeting.id, Trace(account.auditActor, at: visit.now))
        }
    }

    @Sendable func editAgenda(_ visit: Visit) async throws -> Answer {
        let (meeting, _, account) = try await working(visit)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return agendaForm(visit, form, meeting, words) }
        let title = form.requiredText("punkt")
        let minutes = form.required("minuten") { $0.integer("minuten", in: 1...720) }
        let lead = form.text("rolle")
        guard let title, let minutes, form.isComplete else { return agendaForm(visit, form, meeting, words) }
        return try await acting(visit, back: LearningPath.meeting.link(meeting.id.text)) {
            try await store.add(
                AgendaItem(title, minutes: minutes, lead: lead ?? ""), to: meeting.id,
                Trace(account.auditActor, at: visit.now))
        }
    }

    @Sendable func editAttendance(_ visit: Visit) async throws -> Answer {
        let (meeting, group, account) = try await working(visit)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return attendanceForm(visit, form, meeting, group, words) }
        var lines: [Attendance] = []
        for (index, place) in group.places.enumerated() {
            if let count = form.integer("personen-\(index)", in: 0...500), count > 0 {
                lines.append(Attendance(place.name, count))
            }
        }
        guard form.isComplete else { return attendanceForm(visit, form, meeting, group, words) }
        let attendance = lines
        return try await acting(visit, back: LearningPath.meeting.link(meeting.id.text)) {
            try await store.note(attendance, at: meeting.id, Trace(account.auditActor, at: visit.now))
        }
    }

    @Sendable func editDecision(_ visit: Visit) async throws -> Answer {
        let (meeting, _, account) = try await working(visit)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return decisionForm(visit, form, meeting, words) }
        let decision = form.required("beschluss") { $0.longText("beschluss", max: 1_000) }
        guard let decision, form.isComplete else { return decisionForm(visit, form, meeting, words) }
        return try await acting(visit, back: LearningPath.meeting.link(meeting.id.text)) {
            try await store.add(decision: decision, to: meeting.id, Trace(account.auditActor, at: visit.now))
        }
    }

    @Sendable func editTask(_ visit: Visit) async throws -> Answer {
        let (meeting, group, account) = try await working(visit)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return taskForm(visit, form, meeting, group, words) }
        let title = form.requiredText("aufgabe", max: 300)
        let place = self.place(&form, among: group.places)
        let role = form.requiredText("rolle")
        let due = form.required("frist") { $0.day("frist", in: meeting.day...meeting.day.adding(days: 1_100)) }
        guard let title, let place, let role, let due, form.isComplete else {
            return taskForm(visit, form, meeting, group, words)
        }
        let task = LearningTask(
            groupID: group.id, meetingID: meeting.id, title: title, owner: Seat(place, role: role), due: due)
        return try await acting(visit, back: LearningPath.meeting.link(meeting.id.text)) {
            try await store.add(task, Trace(account.auditActor, at: visit.now))
        }
    }
}
