package import Areas
package import Design
package import Offers
package import Prevention
package import Print
package import Storage
package import Texts
package import Web

/// Monitoring: numbers about how children grow up here, for planners and for everyone.
///
/// Pages, charts and files read published values only; raw ones are seen by import and publish gate.
package struct MonitoringRoom: Room {
    package static let name = "monitoring"
    package static let styles: Set<StyleAddition> = [.figures]
    package static let migrations = ValueUploadMigrations.all
    let source: PublishedSource
    let database: Database
    /// Draws pictures as PNG, where its program is installed.
    let pictures: PrintEngine
    let areas: AreaStore
    let directory: AreaDirectory
    let offers: OfferStore
    let texts: TextCatalogue<MonitoringTexts>
    let layers: LayerShelf
    let atlasStock = AtlasStock()
    let offerPlaces: OfferPlaces
    let ports: MonitoringPorts
    let indexFindings = IndexFindingsShelf()

    /// Who counts as staff: sees numbers before the end of their embargo, and the tools of planning.
    static let staff: Set<Role> = [.administrator, .planner, .coordinator, .reader]
    /// Who enters, examines and publishes numbers.
    static let planners: Set<Role> = [.administrator, .planner]

    package init(
        source: PublishedSource, database: Database, directory: AreaDirectory, offers: OfferStore,
        pictures: PrintEngine = PrintEngine(program: nil), ports: MonitoringPorts = .none
    ) throws {
        self.ports = ports
        self.source = source
        self.database = database
        self.pictures = pictures
        areas = AreaStore(database: database)
        self.directory = directory
        self.offers = offers
        layers = LayerShelf(areas, directory)
        offerPlaces = OfferPlaces(offers)
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        addStartRoutes(to: &routes)
        addAtlasRoutes(to: &routes)
        addProfileRoutes(to: &routes)
        addRankingRoutes(to: &routes)
        addFunnelRoutes(to: &routes)
        addScatterRoutes(to: &routes)
        addSeriesRoutes(to: &routes)
        addIndexRoutes(to: &routes)
        addSimilarRoutes(to: &routes)
        addFacilityRoutes(to: &routes)
        addGateRoutes(to: &routes)
        addAdminRoutes(to: &routes)
        addImportRoutes(to: &routes)
    }

    /// What the start page offers, part by part.
    func tools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        atlasTools(texts) + profileTools(texts) + rankingTools(texts) + funnelTools(texts) + scatterTools(texts)
            + seriesTools(texts) + similarTools(texts) + indexTools(texts) + facilityTools(texts) + adminTools(texts)
            + importTools(texts)
            + gateTools(texts)
    }

    package func tidy(at now: Instant) async throws { try await ValueUploadStore(database: database).tidy(at: now) }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        [NavigationItem(key: Self.name, title: texts[language].navigation, link: MonitoringPath.start.link())]
    }
}

extension MonitoringRoom {
    /// Keys of texts that a language lacks.
    package var missingTexts: [String] { texts.missing.values.flatMap { $0 }.sorted() }
}
