import Foundation
import Offers
import Prevention
import Tables

/// A Tabular Data Package: `datapackage.json` and one CSV per kind of object, joined by keys.
struct TabularPackage {
    private(set) var tables: [String: [JSONValue]] = [:]
    private(set) var problems: [ImportProblem] = []
    /// Rows by table, referring column and key: large packages are joined without looking at every row each time.
    private var joined: [String: [String: [String: [JSONValue]]]] = [:]
    private static let referringColumns = [
        "service_id", "organization_id", "location_id", "service_at_location_id", "link_id",
    ]
    /// Largest table that is read, in bytes.
    private static let limit = 200_000_000

    private struct Link {
        let table: String
        let column: String
        let target: String
    }

    /// Reads the package in `folder`; broken references are listed, taken out of their rows, and the rest is kept.
    ///
    /// - Throws: `HSDSFailure` if there is no package.
    init(folder: URL) throws {
        let file = folder.appending(path: "datapackage.json")
        guard let data = try? Data(contentsOf: file), data.count <= 20_000_000,
            let package = JSONValue(json: [UInt8](data))
        else {
            throw HSDSFailure("\(file.lastPathComponent) fehlt oder ist kein JSON. Bitte den ganzen Ordner angeben.")
        }
        var links: [Link] = []
        let resources = package["resources"].items
        guard resources.contains(where: { $0["path"].string != nil }) else {
            throw HSDSFailure(
                "\(file.lastPathComponent) nennt unter \"resources\" keine Tabelle. Bitte den ganzen Ordner angeben.")
        }
        // Tables are known by their files: the official package calls the resource of services.csv "service".
        let names = Dictionary(
            resources.compactMap { resource -> (String, String)? in
                guard let name = resource["name"].string, let path = resource["path"].string else { return nil }
                return (name, Self.stem(path))
            }, uniquingKeysWith: { first, _ in first })
        for resource in resources {
            guard let path = resource["path"].string else { continue }
            read(Self.stem(path), path, folder, numbers: Self.numbers(resource))
            links += Self.links(resource, of: Self.stem(path)).map { link in
                Link(table: link.table, column: link.column, target: names[link.target] ?? link.target)
            }
        }
        links.forEach { check($0) }
        for (name, rows) in tables {
            for column in Self.referringColumns {
                joined[name, default: [:]][column] = Dictionary(
                    grouping: rows.filter { $0[column].string != nil }, by: { $0[column].string ?? "" })
            }
        }
    }

    /// `services` of `tables/services.csv`.
    private static func stem(_ path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
    }

    private static func numbers(_ resource: JSONValue) -> Set<String> {
        Set(
            resource["schema"]["fields"].items.filter { ["number", "integer"].contains($0["type"].string) }
                .compactMap { $0["name"].string })
    }

    private static func links(_ resource: JSONValue, of table: String) -> [Link] {
        resource["schema"]["foreignKeys"].items.compactMap { key in
            let column = key["fields"].string ?? key["fields"].strings.first
            guard let column, let target = key["reference"]["resource"].string else { return nil }
            return Link(table: table, column: column, target: target.isEmpty ? table : target)
        }
    }

    /// A path of the package stays inside its folder.
    private mutating func read(_ name: String, _ path: String, _ folder: URL, numbers: Set<String>) {
        let isInside = !path.hasPrefix("/") && !path.contains("..") && !path.contains("://") && !path.contains("\\")
        guard isInside else {
            note(
                path, nil, "path", path, "eine Datei in diesem Ordner",
                "Bitte den Pfad in datapackage.json berichtigen.")
            return
        }
        let file = folder.appending(path: path)
        // Tables that a package describes may be missing.
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        let facts = try? file.resolvingSymlinksInPath().resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
        guard facts?.isRegularFile == true, (facts?.fileSize ?? 0) <= Self.limit, let data = try? Data(contentsOf: file)
        else {
            note(
                path, nil, "", "", "eine lesbare Datei bis 200 MB",
                "Bitte Größe und Rechte der Datei prüfen oder die Tabelle teilen.")
            return
        }
        do {
            let table = try CSVTable([UInt8](data))
            tables[name] = table.rows.map { Self.object(table.header, $0, numbers) }
        } catch CSVTable.Failure.empty {
            tables[name] = []
        } catch {
            note(path, nil, "", "", "eine CSV-Tabelle in UTF-8", "Bitte die Datei als CSV speichern.")
        }
    }

    private static func object(_ header: [String], _ row: [String], _ numbers: Set<String>) -> JSONValue {
        .record(
            zip(header, row).map { name, cell -> (String, JSONValue) in
                if cell.isEmpty { return (name, .null) }
                if numbers.contains(name), let value = Double(cell) {
                    return (name, value == value.rounded() && abs(value) < 1e15 ? .int(Int(value)) : .number(value))
                }
                if name.hasPrefix("de_"), let value = JSONValue(json: cell) { return (name, value) }
                return (name, .text(unguarded(cell)))
            })
    }

    /// Takes off the apostrophe by which exports keep spreadsheets from running a cell.
    private static func unguarded(_ cell: String) -> String {
        guard cell.hasPrefix("'"), let second = cell.dropFirst().first, "=+-@".contains(second) else { return cell }
        return String(cell.dropFirst())
    }

    private mutating func check(_ link: Link) {
        guard let rows = tables[link.table] else { return }
        let known = Set((tables[link.target] ?? []).compactMap { $0["id"].string })
        tables[link.table] = rows.enumerated().map { index, row in
            guard let key = row[link.column].string, !known.contains(key) else { return row }
            note(
                "\(link.table).csv", index + 1, link.column, key, "ein Schlüssel aus \(link.target)",
                "In \(link.target) gibt es diesen Schlüssel nicht. Bitte ergänzen oder die Zelle leeren.")
            return .object(row.members.filter { $0.name != link.column })
        }
    }

    private mutating func note(
        _ file: String, _ row: Int?, _ column: String, _ found: String, _ expected: String, _ hint: String
    ) {
        problems.append(
            ImportProblem(file: file, row: row, column: column, found: found, expected: expected, hint: hint))
    }

    // MARK: Nesting

    /// The services with everything that points to them.
    func services() -> [JSONValue] {
        let organizations = keyed("organizations").mapValues { organization in
            adding(
                organization,
                ["phones", "organization_identifiers"].map {
                    ($0, rows($0, "organization_id", organization["id"].string, alone: true))
                }
                    + [("attributes", attributes(organization))])
        }
        let locations = keyed("locations").mapValues { location in
            adding(
                location,
                ["addresses", "accessibility"].map {
                    ($0, rows($0, "location_id", location["id"].string, alone: false))
                }
                    + [("attributes", attributes(location))])
        }
        let units = keyed("units")
        return (tables["services"] ?? []).map { service in
            let id = service["id"].string
            let sites = rows(named: ["service_at_locations", "service_at_location"], "service_id", id).map { site in
                var members: [(String, [JSONValue])] = ["contacts", "phones", "schedules", "service_areas"].map {
                    ($0, rows($0, "service_at_location_id", site["id"].string, alone: false))
                }
                members.removeAll { $0.1.isEmpty }
                let location = site["location_id"].string.flatMap { locations[$0] }
                let whole = adding(site, members)
                return location.map { .object(whole.members + [.init("location", $0)]) } ?? whole
            }
            var parts: [(String, [JSONValue])] = [
                "phones", "contacts", "schedules", "languages", "cost_options", "service_areas",
            ]
            .map { ($0, rows($0, "service_id", id, alone: true)) }
            parts.append(
                (
                    "capacities",
                    rows(named: ["service_capacities", "service_capacity"], "service_id", id).map {
                        withUnit($0, units)
                    }
                ))
            parts.append(("service_at_locations", sites))
            parts.append(("attributes", attributes(service)))
            let whole = adding(service, parts)
            let organization = service["organization_id"].string.flatMap { organizations[$0] }
            return organization.map { .object(whole.members + [.init("organization", $0)]) } ?? whole
        }
    }

    /// Organisations with the locations that name them.
    func organizations() -> [JSONValue] {
        (tables["organizations"] ?? []).map { organization in
            adding(organization, [("attributes", attributes(organization))])
        }
    }

    private func withUnit(_ capacity: JSONValue, _ units: [String: JSONValue]) -> JSONValue {
        guard let unit = capacity["unit_id"].string.flatMap({ units[$0] }) else { return capacity }
        return .object(capacity.members + [.init("unit", unit)])
    }

    private func attributes(_ owner: JSONValue) -> [JSONValue] {
        rows("attributes", "link_id", owner["id"].string, alone: false)
    }

    private func keyed(_ table: String) -> [String: JSONValue] {
        Dictionary(
            (tables[table] ?? []).compactMap { row in row["id"].string.map { ($0, row) } },
            uniquingKeysWith: { first, _ in first })
    }

    private func rows(named names: [String], _ column: String, _ key: String?) -> [JSONValue] {
        names.flatMap { rows($0, column, key, alone: false) }
    }

    /// - Parameter alone: only rows that belong to no service at a location.
    private func rows(_ table: String, _ column: String, _ key: String?, alone: Bool) -> [JSONValue] {
        guard let key else { return [] }
        return (joined[table]?[column]?[key] ?? []).filter { !alone || $0["service_at_location_id"] == .null }
    }

    private func adding(_ object: JSONValue, _ parts: [(String, [JSONValue])]) -> JSONValue {
        .object(object.members + parts.filter { !$0.1.isEmpty }.map { .init($0.0, .list($0.1)) })
    }
}

/// A file or folder cannot be read as HSDS at all; a German sentence that says what to do.
package struct HSDSFailure: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
