import Areas
import Design
import Learning
import LearningNetwork
import Mail
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Texts
import Web

/// A house with the learning network, two towns, and a group in which one of them sits.
struct Circle {
    let house: TestHouse
    let store: LearningStore
    /// Two instances of the room on one database.
    let rooms: [LearningRoom]
    let group: LearningGroup
    let meeting: Meeting
    static let inside = "05978040"
    static let outside = "05978024"
    /// The only practice, request and transfer that the house knows.
    static let known = "known"

    init(_ engine: TestEngine = .sqlite) async throws {
        house = try await TestHouse(
            engine, migrations: MailMigrations.all + AreaMigrations.all + LearningRoom.migrations
        ) { [try Self.room($0.database, $0.clock)] }
        let (database, clock) = (house.database, house.time.clock)
        store = LearningStore(database: database)
        rooms = [try Self.room(database, clock), try Self.room(database, clock)]
        let areas = [(Self.inside, "Unna"), (Self.outside, "Lünen")].compactMap { key, name in
            AreaKey(key).map { Area(id: ID(key: $0), key: $0, level: .municipality, parentID: nil, name: name) }
        }
        try await AreaStore(database: database).save(areas, by: .system("test"), at: TestHouse.start)
        group = LearningGroup(
            kind: .network, title: "Lernnetzwerk", theme: "Übergänge",
            seats: [Seat(Place(area: Self.inside, name: "Unna"), role: "Netzwerkkoordination")])
        meeting = Meeting(
            groupID: group.id, title: "Frühjahrstreffen", theme: "Kita und Schule",
            day: TestHouse.start.berlinDay.adding(days: 30), from: 570, to: 720, location: "Kreishaus",
            agenda: [AgendaItem("Ankommen", minutes: 20, lead: "Fachstelle"), AgendaItem("Austausch", minutes: 90)])
        try await store.add(group, trace)
        try await store.add(meeting, trace)
    }

    private static func room(_ database: Database, _ clock: Clock) throws -> LearningRoom {
        let ports = LearningPorts(
            object: { reference, _ in
                reference.id == known ? LearningPorts.Object(title: "Besuch nach der Geburt", path: "/praxis/x") : nil
            },
            mayJoin: { _, account in account.holds(anyOf: [.coordinator], area: inside) })
        let queue = MailQueue(
            database: database, sender: try MailAddress("haus@example.org"), clock: clock)
        return try LearningRoom(
            database: database, areas: AreaDirectory(AreaStore(database: database)), ports: ports,
            post: DigestPost(queue: queue, houseName: "Testhaus", publicURL: "https://testhaus.example"))
    }

    var trace: Trace { Trace(.system("test"), at: house.time.now) }

    func member() async throws -> SignedInClient { try await house.signIn(.init(.coordinator, area: Self.inside)) }
    func stranger() async throws -> SignedInClient { try await house.signIn(.init(.coordinator, area: Self.outside)) }
    func board() async throws -> SignedInClient { try await house.signIn(.init(.administrator)) }

    /// A visit to the desk.
    func visit(_ role: RoleGrant) -> Visit {
        Visit(
            method: "GET", path: "/schreibtisch", language: .german,
            account: Account(id: "u1", name: "", roles: [role]), now: house.time.now, requestID: "1",
            frame: Frame(language: .german, path: "/schreibtisch", houseName: "Test", sender: "Test"))
    }

    var meetingPath: String { "/lernnetz/treffen/\(meeting.id.text)" }
    var meetingTalk: String { "/lernnetz/gespraech/meeting/\(meeting.id.text)" }
}
