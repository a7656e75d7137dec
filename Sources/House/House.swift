import Accounts
import Areas
import Chain
import Context
import Desk
import Exchange
import Foundation
import HSDS
import Indicators
import Intake
import Learning
package import Logging
package import Mail
import Mailroom
import Monitoring
import Muster
package import Offers
import OpenData
import Portal
import Practices
import Pressroom
package import Prevention
import Print
import Records
import Register
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
    /// Asks providers whether their offers are still right.
    let checks: CheckMail
    /// Counts of searches that found nothing; to be flushed before the house closes.
    package let signals: SearchSignalStore
    /// Signs people in; also for the command line.
    package let desk: SignInDesk

    /// Every migration in its order: ground first, then the rooms.
    package static var migrations: [Migration] {
        StorageMigrations.all + MailMigrations.all + WebMigrations.all + AreaMigrations.all + OfferMigrations.all
            + IndicatorMigrations.all + PortalRoom.migrations
            + RecordsRoom.migrations + IntakeRoom.migrations + MonitoringRoom.migrations
            + PracticesRoom.migrations + ExchangeRoom.migrations + ContextRoom.migrations + LearningRoom.migrations
    }

    /// Opens the house on a database, migrating it first.
    ///
    /// - Parameters:
    ///   - mail: `nil` keeps mails in a folder for temporary files, for tests.
    ///   - hasher: cheaper only in tests.
    /// - Throws: a sentence for the operator if a setting cannot be used, `StorageError` if the database cannot.
    package init(
        database: Database, facts: HouseFacts, clock: Clock, settings: WebSettings = WebSettings(),
        mail: HouseMail? = nil, hasher: PasswordHasher = PasswordHasher(), logger: Logger? = nil
    ) async throws {
        self.database = database
        try await database.migrate(Self.migrations)
        let post = try mail ?? HouseMail(dataFolder: FileManager.default.temporaryDirectory, environment: [:])
        self.mail = MailQueue(database: database, sender: post.settings.sender, clock: clock)
        delivery = MailDelivery(database: database, transport: post.transport, clock: clock, logger: logger)
        let areas = AreaStore(database: database)
        let directory = AreaDirectory(areas)
        let offers = OfferStore(database: database)
        let templates = MailTemplates(sender: post.settings.sender, house: facts.name, operatedBy: facts.sender)
        desk = SignInDesk(
            database: database, clock: clock, settings: settings, houseName: facts.name,
            mail: AccountMail(queue: self.mail, templates: templates), hasher: hasher)
        checks = CheckMail(queue: self.mail, templates: templates, publicURL: settings.publicURL)
        let shelf = IndicatorShelf(IndicatorStore(database: database))
        let signals = SearchSignalStore(database: database)
        self.signals = signals
        let context = ContextServices(store: ContextStore(database: database))
        let thread = Thread(areas: directory, figures: shelf, context: context, database: database, clock: clock)
        let practices = try PracticesRoom(
            database: database, areas: directory, ports: thread.practicePorts, writing: thread.writingPorts,
            mail: AdopterMail(queue: self.mail, templates: templates, publicURL: settings.publicURL),
            publicURL: settings.publicURL)
        let search = OfferSearch(database: database, areas: directory, clock: clock)
        let printing = PrintEngine(environment: ProcessInfo.processInfo.environment)
        let services: [any Room] = [
            PortalRoom(
                finder: OfferFinder { query, _ in try await search.search(query) }, offers: offers, areas: directory,
                database: database, signals: signals,
                facts: OperatorFacts(environment: ProcessInfo.processInfo.environment)),
            try RegisterRoom(offers: offers, areas: directory, checks: checks),
            MusterRoom(),
            try ChainRoom(
                offers: offers, areas: areas, directory: directory,
                ports: ChainPorts(
                    shelf, IndexDefinitionStore(database: database),
                    practices: { try await practices.shelf.chain($0, $1, areas: directory, on: clock.now().berlinDay) }
                ) { area, stage, field, today in
                    let within = try await directory.current().tree.idsWithin(area)
                    return try await signals.count(areas: Array(within), stage: stage, field: field, on: today)
                }),
            try MonitoringRoom(
                source: PublishedSource(shelf), database: database, directory: directory, offers: offers,
                pictures: printing, ports: thread.monitoringPorts),
            try RecordsRoom(database: database), try HSDSRoom(database: database, publicURL: settings.publicURL),
            practices,
            try ExchangeRoom(
                database: database, directory: directory,
                ports: thread.exchangePorts(
                    ExchangePorts(practices.shelf, areas: directory, offers: offers, figures: shelf))),
            try ContextRoom(
                database: database, directory: directory, ports: ContextPorts(practices.shelf, clock)),
            try LearningRoom(
                database: database, areas: directory, ports: thread.learningPorts,
                post: DigestPost(queue: self.mail, houseName: facts.name, publicURL: settings.publicURL)),
            MailroomRoom(queue: self.mail, outbox: post.outbox), try AccountsRoom(desk: desk),
            try IntakeRoom(database: database),
            try OpenDataRoom(
                source: OpenDataSource(shelf), directory: directory, house: facts,
                facts: OpenDataFacts(environment: ProcessInfo.processInfo.environment, sender: facts.sender),
                publicURL: settings.publicURL),
        ]
        // The desk stands beside "find offers"; it asks all the others what waits.
        rooms = [services[0], try DeskRoom(rooms: services)] + services.dropFirst()
        let pages = try HouseResponder(
            rooms: rooms, facts: facts, clock: clock, database: database, settings: settings, logger: logger)
        let press = PressroomRoom(engine: printing) {
            try await pages.publicPage($0)
        }
        responder = try HouseResponder(
            rooms: rooms + [press], facts: facts, clock: clock, database: database, settings: settings, logger: logger)
    }
}
