import Areas
import Chain
import Foundation
import HSDS
package import Logging
package import Mail
import Mailroom
import Muster
import Offers
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
    /// Where rooms put their mails.
    package let mail: MailQueue
    /// Delivers them while the house is open.
    package let delivery: MailDelivery

    /// Every migration in its order: ground first, then the rooms.
    package static var migrations: [Migration] {
        StorageMigrations.all + MailMigrations.all + AreaMigrations.all + OfferMigrations.all + PortalRoom.migrations
            + RecordsRoom.migrations
    }

    /// Opens the house on a migrated database.
    ///
    /// - Parameter mail: `nil` keeps mails in a folder for temporary files, for tests.
    package init(
        database: Database, facts: HouseFacts, clock: Clock, mail: HouseMail? = nil, logger: Logger? = nil
    ) async throws {
        self.database = database
        try await database.migrate(Self.migrations)
        let post = try mail ?? HouseMail(dataFolder: FileManager.default.temporaryDirectory, environment: [:])
        self.mail = MailQueue(database: database, sender: post.settings.sender, clock: clock)
        delivery = MailDelivery(database: database, transport: post.transport, clock: clock, logger: logger)
        let areas = AreaStore(database: database)
        let directory = AreaDirectory(areas)
        let offers = OfferStore(database: database)
        rooms = [
            PortalRoom(
                finder: PlainFinder(offers: offers).finder, offers: offers, areas: directory, database: database,
                facts: OperatorFacts(environment: ProcessInfo.processInfo.environment)),
            MusterRoom(), try ChainRoom(offers: offers, areas: areas, directory: directory),
            try RecordsRoom(database: database),
            try HSDSRoom(
                database: database, publicURL: ProcessInfo.processInfo.environment["LUECKENLOS_PUBLIC_URL"]),
            MailroomRoom(queue: self.mail, outbox: post.outbox),
        ]
        responder = try HouseResponder(rooms: rooms, facts: facts, clock: clock, database: database)
    }
}
