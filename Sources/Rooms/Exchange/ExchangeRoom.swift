package import Areas
package import Design
import Prevention
package import Storage
package import Texts
package import Web

/// Transferbörse: municipalities give know-how and get know-how; rounds, proposals, transfers and the account of points.
package struct ExchangeRoom: Room {
    package static let name = "exchange"
    package static let styles: Set<StyleAddition> = [.exchange]
    package static let migrations = ExchangeMigrations.all

    let store: ExchangeStore
    let directory: AreaDirectory
    let ports: ExchangePorts
    let texts: TextCatalogue<ExchangeTexts>

    /// - Throws: if the texts in the binary cannot be read.
    package init(database: Database, directory: AreaDirectory, ports: ExchangePorts = .none) throws {
        store = ExchangeStore(database: database)
        self.directory = directory
        self.ports = ports
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        routes.get(ExchangePath.start.pattern, allow: .everyone, showStart)
        routes.get(ExchangePath.catalogue.pattern, allow: .everyone, showCatalogue)
        routes.get(ExchangePath.rules.pattern, allow: .everyone, showRules)
        addMarketRoutes(to: &routes)
        addRoundRoutes(to: &routes)
        addTransferRoutes(to: &routes)
        addLedgerRoutes(to: &routes)
        addBookingRoutes(to: &routes)
        addSetupRoutes(to: &routes)
        addRuleRoutes(to: &routes)
        addDepartureRoutes(to: &routes)
    }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        [NavigationItem(key: Self.name, title: texts[language].navigation, link: ExchangePath.start.link())]
    }
}

extension ExchangeRoom {
    /// Keys of texts that a language lacks.
    package var missingTexts: [String] { texts.missing.values.flatMap { $0 }.sorted() }

    static let members = Access.roles(ExchangeCaller.members)
    static let writers = Access.roles(ExchangeCaller.writers)
    static let board = Access.roles([.administrator])

    /// Everything a page needs; the caller is `nil` on pages for everybody.
    func scene(_ visit: Visit) async throws -> Scene {
        let market = try await store.market(on: visit.now.berlinDay)
        let tree = try await directory.current().tree
        let isMember = visit.account?.holds(anyOf: ExchangeCaller.members) ?? false
        return Scene(
            visit: visit, market: market, caller: isMember ? try ExchangeCaller(visit, market, tree) : nil,
            tree: tree, practices: try await ports.practices(visit.now.berlinDay), texts: texts[visit.language],
            words: Vocabulary(visit.language), formats: Formats(visit.language))
    }

    /// The scene of who works in the exchange.
    func ownScene(_ visit: Visit) async throws -> (Scene, ExchangeCaller) {
        let scene = try await scene(visit)
        guard let caller = scene.caller else { throw Forbidden() }
        return (scene, caller)
    }
}
