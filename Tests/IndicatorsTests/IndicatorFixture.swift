import Areas
import Prevention
import Storage
import StorageTesting

@testable import Indicators

/// A town with two districts and no indicators yet.
struct IndicatorFixture {
    static let now = Instant("2026-05-04T08:00:00.000Z") ?? Instant(milliseconds: 0)
    static let today = now.berlinDay
    static let actor = AuditActor.user("test")

    let database: Database
    let store: IndicatorStore
    let town: Area
    let north: Area
    let south: Area

    init(_ engine: TestEngine) async throws {
        database = try await engine.database(AreaMigrations.all + IndicatorMigrations.all)
        store = IndicatorStore(database: database)
        town = try Self.area("05978036", .municipality, "Unna", parent: nil)
        north = try Self.area("05978036/1", .district, "Nordstadt", parent: town)
        south = try Self.area("05978036/2", .district, "Südstadt", parent: town)
        try await AreaStore(database: database).save([town, north, south], by: Self.actor, at: Self.now)
    }

    struct NoKey: Error {}

    static func area(_ text: String, _ level: AreaLevel, _ name: String, parent: Area?) throws -> Area {
        guard let key = AreaKey(text) else { throw NoKey() }
        return Area(id: ID(key: key), key: key, level: level, parentID: parent?.id, name: name)
    }

    /// Stores cells as if they had passed the gate.
    func publish(_ cells: [PublicationCell], embargoUntil: Day? = nil) async throws {
        try await database.write { w in
            try IndicatorStore.publish(
                cells, rules: "{}", hash: "", embargoUntil: embargoUntil, in: w, by: Self.actor, at: Self.now)
        }
    }
}
