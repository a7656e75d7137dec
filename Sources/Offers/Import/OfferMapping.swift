package import Tables

/// Zuordnung of a table's columns to those of the register.
///
/// As a file: `{"origin": "kita-liste", "columns": {"title": "Name der Gruppe", "cost": null}, "defaults": {"town": "Unna"},
/// "values": {"fields": {"Frühe Hilfen": "health"}}}`. Columns that are not named are found by their headings;
/// `null` leaves a column out.
package struct OfferMapping: Sendable, Hashable {
    /// Under which name the records' keys are kept; importing again under the same name updates.
    package var origin: String
    /// Heading in the file; `nil` = do not use, even if a heading fits.
    package var columns: [OfferColumn: String?]
    /// What a missing or empty cell holds.
    package var defaults: [OfferColumn: String]
    /// Other spellings of values by column.
    package var values: [OfferColumn: [String: String]]

    package init(
        origin: String = "csv", columns: [OfferColumn: String?] = [:], defaults: [OfferColumn: String] = [:],
        values: [OfferColumn: [String: String]] = [:]
    ) {
        self.origin = origin
        self.columns = columns
        self.defaults = defaults
        self.values = values
    }

    /// What is wrong with a mapping file.
    package struct Problem: Error, Hashable {
        package let found: String
        package let expected: String
    }

    /// - Throws: `Problem` for the first thing that is not understood.
    package init(json: JSONValue) throws {
        guard case .object(let members) = json else { throw Problem(found: "kein Objekt", expected: "ein JSON-Objekt") }
        self.init()
        for member in members {
            switch member.name {
            case "origin":
                guard let text = member.value.string, !text.isEmpty else {
                    throw Problem(found: member.value.description, expected: "origin: ein Name")
                }
                origin = text
            case "columns": columns = try Self.columns(member.value)
            case "defaults": defaults = try Self.texts(member.value)
            case "values":
                for entry in member.value.members {
                    let words = entry.value.members.compactMap { pair in pair.value.string.map { (pair.name, $0) } }
                    values[try Self.column(entry.name)] = Dictionary(words, uniquingKeysWith: { first, _ in first })
                }
            default:
                throw Problem(found: member.name, expected: "origin, columns, defaults oder values")
            }
        }
    }

    private static func columns(_ value: JSONValue) throws -> [OfferColumn: String?] {
        var result: [OfferColumn: String?] = [:]
        for member in value.members {
            guard member.value == .null || member.value.string != nil else {
                throw Problem(found: "\(member.name): \(member.value)", expected: "eine Überschrift oder null")
            }
            result.updateValue(member.value.string, forKey: try column(member.name))
        }
        return result
    }

    private static func texts(_ value: JSONValue) throws -> [OfferColumn: String] {
        var result: [OfferColumn: String] = [:]
        for member in value.members { result[try column(member.name)] = member.value.string ?? "" }
        return result
    }

    private static func column(_ name: String) throws -> OfferColumn {
        if let column = OfferColumn(rawValue: name) ?? OfferColumn.named(name) { return column }
        throw Problem(
            found: name,
            expected: "eine dieser Spalten: " + OfferColumn.allCases.map(\.rawValue).joined(separator: ", "))
    }

    /// Positions of the columns in a heading; headings that nothing uses; named headings that are missing.
    func positions(in header: [String]) -> (found: [OfferColumn: Int], unused: [String], missing: [String]) {
        var found: [OfferColumn: Int] = [:]
        var used = Set<Int>()
        var missing: [String] = []
        for (column, heading) in columns {
            guard let heading else { continue }
            let wanted = Folding.fold(heading)
            guard let position = header.firstIndex(where: { $0 == heading || Folding.fold($0) == wanted }) else {
                missing.append(heading)
                continue
            }
            found[column] = position
            used.insert(position)
        }
        for (position, heading) in header.enumerated() where !used.contains(position) {
            guard let column = OfferColumn.named(heading), found[column] == nil, columns[column] == nil else {
                continue
            }
            found[column] = position
            used.insert(position)
        }
        let unused = header.enumerated().filter { !used.contains($0.offset) && !$0.element.isEmpty }.map(\.element)
        return (found, unused, missing.sorted())
    }

    /// Which column each heading of a table stands for, by the heading's position.
    package func columns(in header: [String]) -> [Int: OfferColumn] {
        Dictionary(positions(in: header).found.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    }
}
