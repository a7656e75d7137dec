import Areas
import Foundation
import Offers
package import Prevention
package import Storage
import Tables

/// Ausgabe of everything public as HSDS: nested JSON in one file, or a Tabular Data Package in a folder.
package struct HSDSExport: Sendable {
    let database: Database

    package init(database: Database) { self.database = database }

    /// All public services, fully nested, by key.
    func services(_ today: Day) async throws -> [JSONValue] {
        let areas = try await AreaStore(database: database).tree().areas
        let mapping = HSDSMapping(areas: Dictionary(areas.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
        return try await OfferStore(database: database).details(ids: nil)
            .filter { $0.offer.isPublic(on: today) }.sorted { $0.offer.id < $1.offer.id }
            .map { mapping.service($0.published(for: .web)) }
    }

    /// The nested JSON as UTF-8: a list of services, one per line.
    package func json(today: Day) async throws -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        for (index, service) in try await services(today).enumerated() {
            bytes += Array((index == 0 ? "\n" : ",\n").utf8)
            service.write(to: &bytes)
        }
        return bytes + Array("\n]\n".utf8)
    }

    /// The files of the Tabular Data Package by name.
    package func tables(today: Day) async throws -> [String: [UInt8]] {
        var tables = TableBuilder()
        for service in try await services(today) { tables.add(service) }
        for taxonomy in Taxonomy.all {
            tables.add("taxonomies", HSDSMapping(areas: [:]).taxonomy(taxonomy))
            for term in taxonomy.terms { tables.add("taxonomy_terms", HSDSMapping(areas: [:]).term(term)) }
        }
        return tables.files()
    }
}

/// Takes nested objects apart into the tables of the package.
private struct TableBuilder {
    private var rows: [String: [JSONValue]] = [:]
    private var seen: Set<String> = []

    /// Which table the parts of an object go to, and the column that points back.
    private static let parts: [(member: String, table: String)] = [
        ("phones", "phones"), ("contacts", "contacts"), ("schedules", "schedules"), ("service_areas", "service_areas"),
        ("service_at_locations", "service_at_locations"), ("languages", "languages"), ("cost_options", "cost_options"),
        ("capacities", "service_capacities"), ("attributes", "attributes"), ("addresses", "addresses"),
        ("accessibility", "accessibility"), ("organization_identifiers", "organization_identifiers"),
    ]

    mutating func add(_ service: JSONValue) {
        addWhole("services", service)
        addWhole("organizations", service["organization"])
        for site in service["service_at_locations"].items { addWhole("locations", site["location"]) }
    }

    private mutating func addWhole(_ table: String, _ object: JSONValue) {
        guard object != .null else { return }
        add(table, object)
        for part in Self.parts {
            for item in object[part.member].items {
                if part.table == "service_at_locations" { addWhole(part.table, item) } else { add(part.table, item) }
                if item["unit"] != .null { add("units", item["unit"]) }
            }
        }
    }

    /// One row, once.
    mutating func add(_ table: String, _ object: JSONValue) {
        guard let id = object["id"].string, seen.insert("\(table)/\(id)").inserted else { return }
        var members = object.members.filter { member in
            if case .object = member.value { return false }
            if case .list = member.value { return member.name.hasPrefix("de_") }
            return true
        }
        if let unit = object["unit"]["id"].string { members.append(.init("unit_id", .text(unit))) }
        rows[table, default: []].append(.object(members))
    }

    func files() -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var resources: [JSONValue] = []
        for (table, rows) in rows.sorted(by: { $0.key < $1.key }) {
            let columns = columns(rows)
            files["\(table).csv"] = csv(rows, columns)
            resources.append(resource(table, rows, columns))
        }
        let package = JSONValue.record([
            ("name", .text("hsds-de-praeventionskette")), ("profile", .text("tabular-data-package")),
            ("title", .text("HSDS-DE Präventionskette")), ("resources", .list(resources)),
        ])
        files["datapackage.json"] = Array(package.description.utf8)
        return files
    }

    /// `id` first, then the others in the order of their first occurrence.
    private func columns(_ rows: [JSONValue]) -> [String] {
        var names = ["id"]
        var known: Set<String> = ["id"]
        for row in rows {
            for member in row.members where known.insert(member.name).inserted { names.append(member.name) }
        }
        return names
    }

    private func csv(_ rows: [JSONValue], _ columns: [String]) -> [UInt8] {
        var text = columns.joined(separator: ",") + "\r\n"
        for row in rows {
            text += columns.map { Self.cell($0, row[$0]) }.joined(separator: ",") + "\r\n"
        }
        return Array(text.utf8)
    }

    /// Text is quoted, and a text that a spreadsheet would run begins with an apostrophe; the reader takes it off again.
    private static func cell(_ column: String, _ value: JSONValue) -> String {
        switch value {
        case .null: return ""
        case .text(let text):
            let shown = column.hasPrefix("de_") ? value.description : CSVWriter.harmless(text)
            return "\"" + shown.replacing("\"", with: "\"\"") + "\""
        case .integer, .number, .bool: return value.description
        case .list, .object: return "\"" + value.description.replacing("\"", with: "\"\"") + "\""
        }
    }

    private func resource(_ table: String, _ rows: [JSONValue], _ columns: [String]) -> JSONValue {
        let fields = columns.map { column -> JSONValue in
            let isNumber = rows.contains { row in
                switch row[column] {
                case .integer, .number: true
                default: false
                }
            }
            return .record([("name", .text(column)), ("type", .text(isNumber ? "number" : "string"))])
        }
        let targets = [
            "organization_id": "organizations", "service_id": "services", "location_id": "locations",
            "service_at_location_id": "service_at_locations", "taxonomy_term_id": "taxonomy_terms",
            "taxonomy_id": "taxonomies", "unit_id": "units",
        ]
        let keys = columns.compactMap { column -> JSONValue? in
            guard let target = targets[column] else { return nil }
            return .record([
                ("fields", .text(column)),
                ("reference", .record([("resource", .text(target)), ("fields", .text("id"))])),
            ])
        }
        return .record([
            ("name", .text(table)), ("path", .text("\(table).csv")), ("profile", .text("tabular-data-resource")),
            (
                "schema",
                .record([
                    ("fields", .list(fields)), ("primaryKey", .text("id")),
                    ("foreignKeys", keys.isEmpty ? .null : .list(keys)),
                ])
            ),
        ])
    }
}
