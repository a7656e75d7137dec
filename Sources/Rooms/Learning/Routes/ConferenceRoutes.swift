import HTML
import LearningNetwork
import Prevention
import Storage
import Texts
import Web
import Workflow

/// What a conference's page shows.
struct ConferenceModel: Sendable {
    let conference: Conference
    let group: LearningGroup
    /// Municipalities that the visitor speaks for.
    let places: [Place]
    let isMember: Bool
}

extension LearningRoom {
    func addConferences(to routes: inout RouteTable) {
        let members = Access.roles(LearningRights.members)
        routes.get(LearningPath.newConference.pattern, allow: members, editConference)
        routes.post(LearningPath.newConference.pattern, allow: members, editConference)
        routes.get(LearningPath.conference.pattern, allow: .signedIn, showConference)
        routes.get(LearningPath.conferenceFile.pattern, allow: .signedIn, sendConferenceFile)
        routes.post(LearningPath.conferenceStep.pattern, allow: members, bodyLimit: 16_384, stepConference)
        routes.post(LearningPath.hand.pattern, allow: members, bodyLimit: 16_384, raiseHand)
        routes.post(LearningPath.merge.pattern, allow: members, bodyLimit: 16_384, mergeTopics)
        for (path, handler) in [
            (LearningPath.newTopic, editTopic), (LearningPath.newPlace, editPlace), (LearningPath.result, editResult),
        ] {
            routes.get(path.pattern, allow: members, handler)
            routes.post(path.pattern, allow: members, handler)
        }
    }

    private func conference(_ visit: Visit) async throws -> ConferenceModel {
        let account = try visit.signedInAccount()
        guard let conference = try await store.conference(try visit.id(of: Conference.self)),
            let group = try await store.group(conference.groupID)
        else { throw NotFound() }
        return ConferenceModel(
            conference: conference, group: group, places: LearningRights.places(account, in: group),
            isMember: LearningRights.isMember(account, of: group) && !group.isArchived)
    }

    private func working(_ visit: Visit) async throws -> (ConferenceModel, Trace) {
        let model = try await conference(visit)
        let account = try require(member: visit, of: model.group)
        return (model, Trace(account.auditActor, at: visit.now))
    }

    /// `GET /lernnetz/konferenzen/7…`
    @Sendable func showConference(_ visit: Visit) async throws -> Answer {
        conferencePage(visit, try await conference(visit), texts[visit.language])
    }

    @Sendable func sendConferenceFile(_ visit: Visit) async throws -> Answer {
        let conference = try await conference(visit).conference
        let event = CalendarFile.Event(
            uid: "\(conference.id.text)@lernnetz", time: .days(from: conference.day, to: conference.day),
            summary: conference.title, place: conference.location, text: conference.about,
            address: pageAddress(visit, LearningPath.conference.path(conference.id.text)),
            sequence: conference.course.entries.count, isCancelled: conference.state == .cancelled)
        return .download(
            CalendarFile([event], at: visit.now).bytes, name: "termin.ics", contentType: CalendarFile.contentType)
    }

    /// `GET` and `POST /lernnetz/gruppen/7…/konferenz`
    @Sendable func editConference(_ visit: Visit) async throws -> Answer {
        let group = try await group(visit)
        let account = try require(member: visit, of: group)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return conferenceForm(visit, form, group, words) }
        let title = form.requiredText("titel")
        let about = form.required("worum") { $0.longText("worum", max: 2_000) }
        let day = form.required("tag") { $0.day("tag", in: visit.today...visit.today.adding(days: 1_100)) }
        let location = form.requiredText("ort")
        guard let title, let about, let day, let location, form.isComplete else {
            return conferenceForm(visit, form, group, words)
        }
        let conference = Conference(groupID: group.id, title: title, about: about, day: day, location: location)
        try await store.add(conference, Trace(account.auditActor, at: visit.now))
        return .redirect(to: LearningPath.conference.link(conference.id.text), in: visit.language)
    }

    @Sendable func stepConference(_ visit: Visit) async throws -> Answer {
        let (model, trace) = try await working(visit)
        guard let step = visit.form.text("schritt").flatMap(ConferenceFlow.step) else { throw NotFound() }
        return try await acting(visit, back: LearningPath.conference.link(model.conference.id.text)) {
            try await store.take(step, of: model.conference.id, trace)
        }
    }

    // MARK: The wall

    @Sendable func editTopic(_ visit: Visit) async throws -> Answer {
        let (model, trace) = try await working(visit)
        guard !model.places.isEmpty else { throw NotFound() }
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return topicForm(visit, form, model, words) }
        let title = form.requiredText("thema", max: 160)
        let about = form.longText("worum", max: 1_000)
        let place = self.place(&form, among: model.places)
        guard let title, let place, form.isComplete else { return topicForm(visit, form, model, words) }
        return try await acting(visit, back: LearningPath.conference.link(model.conference.id.text)) {
            try await store.propose(
                ConferenceTopic(title: title, about: about ?? "", place: place), at: model.conference.id, trace)
        }
    }

    /// `POST /lernnetz/konferenzen/7…/hand`: raises a municipality's hand or lowers it.
    @Sendable func raiseHand(_ visit: Visit) async throws -> Answer {
        let (model, trace) = try await working(visit)
        let area = model.places.count == 1 ? model.places.first?.area : visit.form.text("kommune")
        guard let topic = self.topic("thema", visit, model), let area, model.places.contains(where: { $0.area == area })
        else { throw NotFound() }
        let isUp = visit.form.text("runter") == nil
        return try await acting(visit, back: LearningPath.conference.link(model.conference.id.text)) {
            try await store.raise(isUp, for: topic.id, by: area, at: model.conference.id, trace)
        }
    }

    @Sendable func mergeTopics(_ visit: Visit) async throws -> Answer {
        let (model, trace) = try await working(visit)
        guard let topic = self.topic("dieses", visit, model), let other = self.topic("jenes", visit, model) else {
            throw NotFound()
        }
        return try await acting(visit, back: LearningPath.conference.link(model.conference.id.text)) {
            try await store.merge(topic.id, into: other.id, at: model.conference.id, trace)
        }
    }

    private func topic(_ field: String, _ visit: Visit, _ model: ConferenceModel) -> ConferenceTopic? {
        model.conference.topics.first { $0.id.text == visit.form.text(field) }
    }

    // MARK: Agenda and results

    @Sendable func editPlace(_ visit: Visit) async throws -> Answer {
        let (model, trace) = try await working(visit)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return placeForm(visit, form, model, words) }
        let conference = model.conference
        let key = form.required("thema") { $0.choice("thema", among: conference.topics.map(\.id.text)) }
        let slot = form.required("runde") { $0.integer("runde", in: OpenSpace.slots) }
        let room = form.requiredText("raum", max: 60)
        let owner = form.requiredText("wer", max: 120)
        let due = form.required("frist") { $0.day("frist", in: conference.day...conference.day.adding(days: 800)) }
        guard let topic = conference.topics.first(where: { $0.id.text == key }), let slot, let room, let owner, let due,
            form.isComplete
        else { return placeForm(visit, form, model, words) }
        do {
            let place = ConferencePlace(topicID: topic.id, slot: slot, room: room, owner: owner, due: due)
            try await store.plan(place, at: conference.id, trace)
        } catch LearningRefusal.wall(let refusal) {
            switch refusal {
            case .roomTaken: form.refuse("raum", words.conference.roomTaken)
            case .ownerBusy: form.refuse("wer", words.conference.ownerBusy)
            case .onAgenda: form.refuse("thema", words.conference.onAgenda)
            case .isMerged: form.refuse("thema", words.refusal.merged)
            default: form.refuse("thema", words.refusal.notNow)
            }
            return placeForm(visit, form, model, words)
        }
        return .redirect(to: LearningPath.conference.link(conference.id.text), in: visit.language)
    }

    @Sendable func editResult(_ visit: Visit) async throws -> Answer {
        let (model, trace) = try await working(visit)
        let words = texts[visit.language]
        var form = try FormReader(visit)
        guard visit.method == "POST" else { return resultForm(visit, form, model, words) }
        let key = form.required("thema") { $0.choice("thema", among: model.conference.agenda.map(\.topicID.text)) }
        let result = form.required("ergebnis") { $0.longText("ergebnis", max: 3_000) }
        guard let topic = model.conference.topics.first(where: { $0.id.text == key }), let result, form.isComplete
        else { return resultForm(visit, form, model, words) }
        return try await acting(visit, back: LearningPath.conference.link(model.conference.id.text)) {
            try await store.note(result: result, of: topic.id, at: model.conference.id, trace)
        }
    }
}
