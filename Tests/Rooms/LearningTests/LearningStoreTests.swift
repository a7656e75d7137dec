import Learning
import LearningNetwork
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Workflow

@Suite("Lernnetzwerk: Speicher") struct LearningStoreTests {
    @Test("a meeting runs its course, and each stage takes only what belongs to it", arguments: TestEngine.available)
    func meeting(engine: TestEngine) async throws {
        let circle = try await Circle(engine)
        let (store, id, trace) = (circle.store, circle.meeting.id, circle.trace)
        await #expect(throws: LearningRefusal.notNow) { try await store.add(decision: "x", to: id, trace) }
        await #expect(throws: LearningRefusal.notNow) { try await store.take(.hold, of: id, trace) }
        try await store.take(.agree, of: id, trace)
        await #expect(throws: LearningRefusal.notNow) {
            try await store.add(AgendaItem("Zu spät", minutes: 5), to: id, trace)
        }
        try await store.note([Attendance("Unna", 3)], at: id, trace)
        try await store.note([Attendance("Unna", 4), Attendance("Lünen", 2)], at: id, trace)
        try await store.take(.hold, of: id, trace)
        try await store.add(decision: "Wir laden früher ein.", to: id, trace)
        let task = LearningTask(
            groupID: circle.group.id, meetingID: id, title: "Einladung schreiben",
            owner: Seat(Place(area: Circle.inside, name: "Unna"), role: "Netzwerkkoordination"),
            due: circle.meeting.day.adding(days: 10))
        try await store.add(task, trace)
        try await store.take(.approve, of: id, trace)
        await #expect(throws: LearningRefusal.notNow) { try await store.add(decision: "nachgereicht", to: id, trace) }
        await #expect(throws: LearningRefusal.notNow) { try await store.note([], at: id, trace) }
        let read = try #require(try await store.meeting(id))
        #expect(read.state == .approved && read.course.entries.count == 3)
        #expect(read.present == 6 && read.decisions == ["Wir laden früher ein."])
        #expect(read.agenda == circle.meeting.agenda)
        try await store.take(.finish, of: task.id, trace)
        #expect(try await store.task(task.id)?.state == .done)
        try await store.take(.reopen, of: task.id, trace)
        await #expect(throws: LearningRefusal.notNow) { try await store.take(.reopen, of: task.id, trace) }
    }

    @Test("steps that were taken can be neither changed nor taken away", arguments: TestEngine.available)
    func appendOnly(engine: TestEngine) async throws {
        let circle = try await Circle(engine)
        try await circle.store.take(.agree, of: circle.meeting.id, circle.trace)
        await #expect(throws: StorageError.self) {
            try await circle.house.database.write { w in try w.run("DELETE FROM learningStep") }
        }
        #expect(try await circle.store.meeting(circle.meeting.id)?.state == .agreed)
    }

    @Test("a product's versions count up, and a new version makes it a draft again", arguments: TestEngine.available)
    func product(engine: TestEngine) async throws {
        let circle = try await Circle(engine)
        let (store, trace) = (circle.store, circle.trace)
        let product = Product(groupID: circle.group.id, title: "Leitfaden", about: "Zwei Seiten")
        try await store.add(product, trace)
        await #expect(throws: LearningRefusal.notNow) { try await store.take(.test, of: product.id, trace) }
        await #expect(throws: LearningRefusal.notNow) { try await store.take(.draft, of: product.id, trace) }
        for step in [ProductFlow.Step.test, .publish] {
            if step == .test { try await store.addVersion("eins", note: "neu", link: "", to: product.id, trace) }
            try await store.take(step, of: product.id, trace)
        }
        #expect(try await store.product(product.id)?.state == .published)
        try await store.addVersion("zwei", note: "besser", link: "", to: product.id, trace)
        let read = try #require(try await store.product(product.id))
        #expect(
            read.state == .draft && read.versions.map(\.number) == [1, 2]
                && read.versions.map(\.content) == ["eins", "zwei"])
        try await store.take(.retire, of: product.id, trace)
        await #expect(throws: LearningRefusal.notNow) {
            try await store.addVersion("drei", note: "", link: "", to: product.id, trace)
        }
    }

    @Test("the wall of a conference keeps its rules in the database", arguments: TestEngine.available)
    func conference(engine: TestEngine) async throws {
        let circle = try await Circle(engine)
        let (store, trace, day) = (circle.store, circle.trace, circle.meeting.day)
        let conference = Conference(groupID: circle.group.id, title: "K", about: "a", day: day, location: "Saal")
        try await store.add(conference, trace)
        let id = conference.id
        let topics = ["A", "B"].map {
            ConferenceTopic(title: $0, about: "", place: Place(area: "05978040", name: "Unna"))
        }
        await #expect(throws: LearningRefusal.wall(.notNow)) { try await store.propose(topics[0], at: id, trace) }
        try await store.take(.open, of: id, trace)
        await #expect(throws: LearningRefusal.notNow) { try await store.take(.gather, of: id, trace) }
        for topic in topics { try await store.propose(topic, at: id, trace) }
        for _ in 0..<2 { try await store.raise(true, for: topics[1].id, by: "05978024", at: id, trace) }
        try await store.take(.gather, of: id, trace)
        let place = ConferencePlace(topicID: topics[1].id, slot: 1, room: "Saal", owner: "Jugendamt", due: day)
        try await store.plan(place, at: id, trace)
        await #expect(throws: LearningRefusal.wall(.onAgenda)) { try await store.plan(place, at: id, trace) }
        await #expect(throws: LearningRefusal.wall(.roomTaken)) {
            try await store.plan(
                ConferencePlace(topicID: topics[0].id, slot: 1, room: "SAAL", owner: "Schule", due: day), at: id, trace)
        }
        try await store.merge(topics[0].id, into: topics[1].id, at: id, trace)
        for step in [ConferenceFlow.Step.agree, .hold] { try await store.take(step, of: id, trace) }
        try await store.note(result: "Wir fangen an.", of: topics[1].id, at: id, trace)
        try await store.take(.report, of: id, trace)
        let read = try #require(try await store.conference(id))
        #expect(read.state == .reported && read.agenda.map(\.result) == ["Wir fangen an."])
        #expect(read.wall.support(topics[1].id.text) == ["05978040", "05978024"])
    }

    @Test(
        "groups of the archive are only read, and loading them twice changes nothing", arguments: TestEngine.available)
    func archive(engine: TestEngine) async throws {
        let circle = try await Circle(engine)
        var archive = LearningArchive()
        let group = LearningGroup(kind: .cluster, title: "Cluster", theme: "?", isArchived: true, source: "Bericht")
        archive.groups = [group]
        archive.publications = [Publication(title: "Heft", year: nil, kind: "Magazin")]
        archive.events = [ChronicleEvent(title: "Treffen", kind: "Reihe", when: "")]
        archive.expertise = [
            Expertise(topic: "Netze", owner: Seat(Place(name: "Hochschule"), role: ""), source: "Bericht")
        ]
        #expect(try await circle.store.load(archive, circle.trace) == 4)
        #expect(try await circle.store.load(archive, circle.trace) == 0)
        await #expect(throws: LearningRefusal.notNow) {
            try await circle.store.add(
                Seat(Place(area: "05978040", name: "Unna"), role: "x"), to: group.id, circle.trace)
        }
        #expect(try await circle.store.publications() == archive.publications)
        #expect(try await circle.store.chronicle() == archive.events)
        #expect(try await circle.store.expertise() == archive.expertise)
    }
}
