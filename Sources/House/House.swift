import Areas
import HSDS
import Chain
import Mail
import Offers
import Muster
import Portal
package import Prevention
import Records
package import Storage
package import Web

/// Das Haus: the composition root; the one place that knows all rooms.
package struct House: Sendable {
    package let database: Database
    package let rooms: [any Room]
    package let responder: HouseResponder

    /// Every migration in its order: ground first, then the rooms.
    package static var migrations: [Migration] {
        StorageMigrations.all + MailMigrations.all + AreaMigrations.all + OfferMigrations.all + PortalRoom.migrations
            + RecordsRoom.migrations
    }

    /// Opens the house on a migrated database.
    package init(database: Database, facts: HouseFacts, clock: Clock) async throws {
        self.database = database
        try await database.migrate(Self.migrations)
        let areas = AreaStore(database: database)
        let directory = AreaDirectory(areas)
        let offers = OfferStore(database: database)
        rooms = [
            PortalRoom(), MusterRoom(), try ChainRoom(offers: offers, areas: areas, directory: directory),
            try RecordsRoom(database: database), HSDSRoom(database: database, publicURL: ""),
        ]
        responder = try HouseResponder(rooms: rooms, facts: facts, clock: clock, database: database)
    }
}
