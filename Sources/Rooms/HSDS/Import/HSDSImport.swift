import Areas
package import Foundation
import Offers
package import Prevention
package import Storage
import Tables

/// Einlesen of HSDS: nested JSON (one object, a list, a page of a feed) or a Tabular Data Package.
package struct HSDSImport: Sendable {
    let database: Database
    private static let limit = 200_000_000

    package init(database: Database) { self.database = database }

    /// Reads, and unless it is a dry run stores, everything sound in one transaction; the rest is listed.
    ///
    /// - Throws: `HSDSFailure` if the file is no HSDS at all.
    package func run(
        _ source: URL, isDryRun: Bool, by actor: AuditActor, at now: Instant
    ) async throws -> ImportReport {
        let areas = Set(try await AreaStore(database: database).tree().areas.map(\.id))
        var reader = ServiceReader(file: source.lastPathComponent, knownAreas: areas)
        var problems: [ImportProblem] = []
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder) else {
            throw HSDSFailure("\(source.path) gibt es nicht. Bitte den Pfad prüfen.")
        }
        if isFolder.boolValue || source.lastPathComponent == "datapackage.json" {
            let folder = isFolder.boolValue ? source : source.deletingLastPathComponent()
            let package = try TabularPackage(folder: folder)
            problems = package.problems
            for (row, organization) in package.organizations().enumerated() {
                reader.takeOrganization(organization, row: row + 1)
            }
            for (row, service) in package.services().enumerated() { reader.takeService(service, row: row + 1) }
        } else {
            for (row, object) in try Self.objects(source).enumerated() { Self.take(object, row + 1, &reader) }
        }
        var report: ImportReport
        do {
            report = try await OfferStore(database: database).merge(
                reader.stock, origin: "hsds", by: actor, at: now, isDryRun: isDryRun, laid: Self.laid)
        } catch let error as StorageError where error.isDuplicate {
            throw HSDSFailure(
                "Nichts wurde übernommen: Die Datei vergibt Schlüssel, die schon zu anderen Angeboten gehören. "
                    + "Bitte in der Quelle eigene ids vergeben.")
        }
        report.read = reader.read
        report.problems = problems + reader.problems
        report.refused = reader.read - reader.offers.count
        return report
    }

    /// What HSDS does not know stays as it is here.
    @Sendable private static func laid(_ new: Offer, over earlier: Offer) -> Offer {
        var offer = new
        offer.tier = earlier.tier
        offer.legalBasis = earlier.legalBasis
        offer.fundingNote = earlier.fundingNote
        offer.reachPerYear = earlier.reachPerYear
        offer.internalNote = earlier.internalNote
        offer.sources = earlier.sources
        offer.external = earlier.external
        offer.check = new.check.flatMap { check in earlier.check?.on == check.on ? earlier.check : check }
        offer.visibleFrom = earlier.visibleFrom
        offer.visibleTo = earlier.visibleTo
        offer.followsOn = earlier.followsOn
        offer.leadsTo = earlier.leadsTo
        offer.updatedAt = earlier.updatedAt
        offer.version = earlier.version
        return offer
    }

    private static func objects(_ source: URL) throws -> [JSONValue] {
        guard let data = try? Data(contentsOf: source), data.count <= limit else {
            throw HSDSFailure("\(source.lastPathComponent) ist nicht lesbar oder größer als 200 MB.")
        }
        guard !data.starts(with: Array("PK".utf8)) else {
            throw HSDSFailure(
                "\(source.lastPathComponent) ist ein ZIP-Archiv. Bitte auspacken und den Ordner mit datapackage.json angeben."
            )
        }
        guard let value = JSONValue(json: [UInt8](data)) else {
            throw HSDSFailure("\(source.lastPathComponent) ist kein gültiges JSON in UTF-8. Bitte die Datei prüfen.")
        }
        switch value {
        case .list(let list): return list
        case .object where value["contents"] != .null: return value["contents"].items
        case .object where value["services"] != .null && value["name"] == .null:
            return value["organizations"].items + value["services"].items
        case .object: return [value]
        default: throw HSDSFailure("\(source.lastPathComponent) enthält weder ein Objekt noch eine Liste.")
        }
    }

    /// A service has a status; an organisation has not; a location has a type.
    private static func take(_ object: JSONValue, _ row: Int, _ reader: inout ServiceReader) {
        if object["location_type"] != .null {
            reader.takeLocation(object, row, of: nil)
        } else if object["status"] != .null || object["organization_id"] != .null || object["organization"] != .null {
            reader.takeService(object, row: row)
        } else if object["name"] != .null {
            reader.takeOrganization(object, row: row)
            for service in object["services"].items {
                reader.takeService(service, row: row, owner: object["id"].string)
            }
        } else {
            reader.refuse(
                row, "", String(object.description.prefix(60)), "service, organization oder location",
                "Bitte nur HSDS-Objekte mit Namen liefern.")
        }
    }
}
