package import Storage
import Texts
package import Web

/// Transferbörse: municipalities give know-how and get know-how; rounds, proposals, transfers and the account of points.
package struct ExchangeRoom: Room {
    package static let name = "exchange"
    package static let migrations: [Migration] = []

    let database: Database
    let texts: TextCatalogue<ExchangeTexts>

    /// - Throws: if the texts in the binary cannot be read.
    package init(database: Database) throws {
        self.database = database
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
    }

    package func addRoutes(to routes: inout RouteTable) {}
}
