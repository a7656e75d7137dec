package import Design
import HTML
import Offers
package import Prevention
package import Storage
package import Texts
package import Web

/// Einlesen: tables of offers and providers as offices keep them, checked before anything is taken over.
///
/// A table waits in the house until its faults have been seen; one step takes over what is right.
package struct IntakeRoom: Room {
    package static let name = "intake"
    package static let migrations = IntakeMigrations.all

    let uploads: IntakeStore
    let offers: OfferStore
    let shelf = ReportShelf()
    let texts: TextCatalogue<IntakeTexts>

    /// - Throws: if the texts in the binary cannot be read.
    package init(database: Database) throws {
        uploads = IntakeStore(database: database)
        offers = OfferStore(database: database)
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {
        let access = Access.roles(Self.editors)
        routes.get(IntakePath.start.pattern, allow: access, showStart)
        routes.post(IntakePath.start.pattern, allow: access, bodyLimit: WaitingFile.mostBytes + 65_536, upload)
        routes.get(IntakePath.template.pattern, allow: access, showTemplate)
        routes.get(IntakePath.table.pattern, allow: access, showTable)
        routes.get(IntakePath.problems.pattern, allow: access, showProblems)
        routes.post(IntakePath.mapping.pattern, allow: access, saveMapping)
        routes.post(IntakePath.acceptance.pattern, allow: access, accept)
        routes.post(IntakePath.removal.pattern, allow: access, remove)
    }

    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] {
        guard account.map(Self.mayImport) == true else { return [] }
        return [NavigationItem(key: Self.name, title: texts[language].navigation, link: IntakePath.start.link())]
    }

    package func tidy(at now: Instant) async throws { try await uploads.tidy(at: now) }

    static let editors: Set<Role> = [.administrator, .editor]

    /// Only who edits the whole register may read tables into it: a row may name any provider and any place.
    static func mayImport(_ account: Account) -> Bool {
        account.roles.contains { editors.contains($0.role) && $0.organisation == nil && $0.area == nil }
    }
}

/// Addresses of the room.
enum IntakePath {
    static let start = Path("/register/einlesen")
    static let template = Path("/register/einlesen/vorlage.csv")
    static let table = Path("/register/einlesen/{id}")
    static let problems = Path("/register/einlesen/{id}/fehler.csv")
    static let mapping = Path("/register/einlesen/{id}/zuordnung")
    static let acceptance = Path("/register/einlesen/{id}/uebernahme")
    static let removal = Path("/register/einlesen/{id}/verwerfen")
}
