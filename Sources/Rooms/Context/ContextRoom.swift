package import Storage
import Texts
package import Web

/// Kontextmodell: what a practice needs, whether it is there at the receiver, and what follows.
package struct ContextRoom: Room {
    package static let name = "context"
    package static let migrations: [Migration] = []

    let database: Database
    let texts: TextCatalogue<ContextTexts>

    /// - Throws: if the texts in the binary cannot be read.
    package init(database: Database) throws {
        self.database = database
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {}
}
