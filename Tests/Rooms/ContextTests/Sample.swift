import Areas
import Context
import ContextModel
import Foundation
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Web

/// A house with the room, the towns of the examples and the examples themselves.
struct ContextHouse {
    let house: TestHouse
    var store: ContextStore { ContextStore(database: house.database) }
    var services: ContextServices { ContextServices(store: store) }

    static let actor = AuditActor.system("test")
    static let kita = "duesseldorf-kita-eingangsuntersuchung"
    static let core = "Begleitung von Eltern und Kindern"

    /// - Parameter examples: names of files in `Examples/context` to load.
    init(_ engine: TestEngine = .sqlite, examples: [String] = ["duesseldorf-bielefeld"]) async throws {
        let facts = Self.practices
        house = try await TestHouse(engine, migrations: AreaMigrations.all + ContextRoom.migrations) { parts in
            [
                try ContextRoom(
                    database: parts.database, directory: AreaDirectory(AreaStore(database: parts.database)),
                    ports: ContextPorts { facts })
            ]
        }
        _ = try await AreaStore(database: house.database).save(Self.areas, by: Self.actor, at: TestHouse.start)
        for name in examples { try await load(name) }
    }

    func load(_ name: String) async throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples/context")
        let example = try ContextExample(json: Data(contentsOf: folder.appending(path: "\(name).json")))
        try await store.load(example, by: Self.actor, at: TestHouse.start) { Self.reference($0) }
    }

    static func reference(_ slug: String) -> Reference {
        Reference(.practice, ID<Reference>(.modelProject, name: "practice/" + slug))
    }

    static func area(_ key: String) -> ID<Area> { AreaKey(key).map { ID(key: $0) } ?? ID() }

    static let towns: [(key: String, name: String)] = [
        ("05111", "Düsseldorf"), ("05711", "Bielefeld"), ("05513", "Gelsenkirchen"), ("05913", "Dortmund"),
        ("05978", "Kreis Unna"), ("/musterkreis/stadt-1", "Musterau"), ("/musterkreis/stadt-2", "Musterberg"),
        ("/musterkreis/stadt-3", "Musterbrück"), ("/musterkreis/stadt-4", "Musterdorf"),
        ("/musterkreis/stadt-5", "Musterfeld"),
    ]

    static let areas: [Area] = towns.compactMap { town in
        AreaKey(town.key).map {
            Area(
                id: ID(key: $0), key: $0, level: town.key == "05978" ? .kreis : .city, parentID: nil, name: town.name,
                isInvented: !$0.isOfficial)
        }
    }

    static let practices: [ContextPorts.PracticeFacts] = [
        (kita, "Kita-Eingangsuntersuchung", "05111"), ("kreis-unna-famos", "FamoS", "05978"),
        ("gelsenkirchen-begruessungshausbesuche", "Begrüßungshausbesuche", "05513"),
        ("bielefeld-stadtteilmuetter", "Stadtteilmütter", "05711"), ("dortmund-kinderstuben", "Kinderstuben", "05913"),
        ("kreis-unna-ue1-protokoll", "Ü1-Protokoll", "05978"),
    ].map { slug, title, town in
        ContextPorts.PracticeFacts(
            reference: reference(slug), slug: slug, title: title, municipalities: [area(town)],
            coreElements: slug == kita ? [core] : [])
    }

    /// The stored check of a practice at a receiver.
    func file(_ slug: String, at receiver: String) async throws -> CheckFile? {
        try await store.files(of: Self.reference(slug)).first { $0.record.receiver == Self.area(receiver) }
    }

    /// A fresh check without ratings.
    func begin(_ slug: String = kita, giver: String = "05111", receiver: String = "05913") async throws -> CheckRecord {
        let version = try await store.requirements(of: Self.reference(slug))?.version ?? 1
        let record = CheckRecord(
            practice: Self.reference(slug), practiceSlug: slug, practiceTitle: "Probe", requirementVersion: version,
            giver: Self.area(giver), receiver: Self.area(receiver), startedAt: house.time.now)
        try await store.insert(record, by: Self.actor)
        return record
    }

    func coordinator(_ area: String) async throws -> SignedInClient {
        try await house.signIn(RoleGrant(.coordinator, area: area))
    }
}
