package import Storage
import Texts
package import Web

/// Praxisdatenbank: good practice that can be searched, judged and taken over, with its review, its versions and its two-page sheet.
package struct PracticesRoom: Room {
    package static let name = "practices"
    package static let migrations = PracticeMigrations.all

    let database: Database
    let texts: TextCatalogue<PracticesTexts>

    /// - Throws: if the texts in the binary cannot be read.
    package init(database: Database) throws {
        self.database = database
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {}
}
