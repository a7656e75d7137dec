package import Areas
package import Design
package import Prevention
package import Storage
package import Texts
package import Web

/// Praxisdatenbank: good practice that can be searched, judged and taken over, with its review, its versions and its two-page sheet.
package struct PracticesRoom: Room {
    package static let name = "practices"
    package static let styles: Set<StyleAddition> = [.exchange]
    package static let migrations = PracticeMigrations.all

    let database: Database
    package let store: PracticeStore
    package let shelf: PracticeShelf
    let ports: PracticePorts
    let writing: WritingDesk
    /// For the QR code of the sheets; `nil`: as the visitor came.
    let publicURL: String?
    let texts: TextCatalogue<PracticesTexts>
    let reading: TextCatalogue<ReadingTexts>

    /// - Parameter mail: how adopters are told of changes; without it they see them on their pages only.
    /// - Throws: if the texts in the binary cannot be read.
    package init(
        database: Database, areas: AreaDirectory, ports: PracticePorts = .none, writing: WritingPorts = .none,
        mail: AdopterMail? = nil, publicURL: String? = nil
    ) throws {
        self.database = database
        var ports = ports
        ports.pages.formUnion([.sheet, .magazine, .entry, .review, .versions])
        self.ports = ports
        self.publicURL = publicURL
        store = PracticeStore(database: database)
        shelf = PracticeShelf(store, areas)
        self.writing = try WritingDesk(store, areas, writing, mail)
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
        reading = try TextCatalogue(
            german: PackageResources.reading_de_json, [.english: PackageResources.reading_en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        addReadingRoutes(to: &routes)
        addSheetRoutes(to: &routes)
        addEntryRoutes(to: &routes)
    }

    package func errands(for visit: Visit) async throws -> [Errand] {
        guard visit.account?.holds(anyOf: PracticeWriter.roles) == true else { return [] }
        return try await writing.worklist(visit).errands
    }

    package func tidy(at now: Instant) async throws { try await writing.letFallDue(at: now) }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        [NavigationItem(key: Self.name, title: texts[language].navigation, link: PracticesPath.list.link())]
    }
}
