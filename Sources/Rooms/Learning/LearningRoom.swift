package import Storage
import Texts
package import Web

/// Lernnetzwerk: groups that learn together, their meetings, labs, products, conferences and conversations.
package struct LearningRoom: Room {
    package static let name = "learning"
    package static let migrations: [Migration] = []

    let database: Database
    let texts: TextCatalogue<LearningTexts>

    /// - Throws: if the texts in the binary cannot be read.
    package init(database: Database) throws {
        self.database = database
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {}
}
