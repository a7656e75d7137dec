package import Tables

/// Zuordnung of a table's columns to areas, periods and indicators; kept under the name of its source.
///
/// As a file, long form (one value a row):
/// `{"origin": "statistikstelle", "area": "raum_id", "within": "05315", "areas": {"000": "05315"}, "period": "jahr",
/// "indicator": ["tab_id", "zei_id"], "indicators": {"020/10": "unter-3"}, "value": "zahl"}`.
/// Wide form (one area a row): `{"area": "Stadtgebiet", "periodIs": "2014", "columns": {"Bevölkerung": "einwohner",
/// "Fälle": {"indicator": "quote", "part": "events"}, "PKW": null}}`. What is not named is found by its heading.
package struct ValueMapping: Hashable, Sendable {
    /// Angabe: which number of a value a column holds.
    package enum Part: String, CaseIterable, Hashable, Sendable { case value, events, base }

    /// What a column of numbers stands for.
    package struct Target: Hashable, Sendable {
        package var indicator: String
        /// As written; `nil` = the row's or the file's period.
        package var period: String?
        package var part: Part

        package init(indicator: String, period: String? = nil, part: Part = .value) {
            self.indicator = indicator
            self.period = period
            self.part = part
        }
    }

    /// Under which name the mapping and the deliveries are kept.
    package var origin = "csv"
    /// Heading of the areas' keys or names.
    package var area: String?
    /// Heading of facilities' keys or names, for values about facilities.
    package var facility: String?
    /// Key of the area in which local keys and names are looked for: "05315".
    package var within: String?
    /// The file's words for areas and the keys that they stand for; `nil` = rows to leave out.
    package var areas: [String: String?] = [:]
    package var period: String?
    /// The period of every row, if the file has no column for it.
    package var periodIs: String?
    /// Headings that name the indicator together, joined by "/".
    package var indicator: [String] = []
    package var indicatorIs: String?
    /// The file's words for indicators and their keys; `nil` = rows to leave out.
    package var indicators: [String: String?] = [:]
    package var value: String?
    package var events: String?
    package var base: String?
    /// Columns of numbers by heading; `nil` = not to be used.
    package var columns: [String: Target?] = [:]
    /// Heading of the boundaries' date (Gebietsstand).
    package var boundaries: String?
    package var missing: Set<String> = ValueMapping.missingMarkers
    package var suppressed: Set<String> = ValueMapping.suppressedMarkers
    package var zero: Set<String> = ValueMapping.zeroMarkers
    /// "," or "."; `nil` = found out for each column.
    package var decimal: String?

    package init() {}

    /// Signs for "not known, not delivered, not meaningful".
    /// - Source: DIN 55301 (2018), signs in statistical tables.
    package static let missingMarkers: Set<String> = [
        "", ".", "..", "...", "…", "/", "x", "X", "k.A.", "k. A.", "k.A", "keine Angabe", "n.v.", "n. v.", "NA", "N/A",
        "n/a", "NULL", "null", "?",
    ]
    /// Signs for "known and hidden".
    package static let suppressedMarkers: Set<String> = [
        "*", "**", "•", "g", "geh.", "geheim", "unterdrückt", "< 3", "<3",
    ]
    /// Signs for "exactly nothing".
    package static let zeroMarkers: Set<String> = ["-", "–", "—"]

    /// What is wrong with a mapping file.
    package struct Problem: Error, Hashable {
        package let found: String
        package let expected: String

        package init(found: String, expected: String) {
            self.found = found
            self.expected = expected
        }
    }

    /// Every name that a mapping may hold.
    package static let names = [
        "origin", "area", "facility", "within", "areas", "period", "periodIs", "indicator", "indicatorIs", "indicators",
        "value", "events", "base", "columns", "boundaries", "missing", "suppressed", "zero", "decimal",
    ]

    /// - Throws: `Problem` for the first thing that is not understood.
    package init(json: JSONValue) throws {
        guard case .object(let members) = json else { throw Problem(found: "kein Objekt", expected: "ein JSON-Objekt") }
        for member in members { try read(member.name, member.value) }
    }

    private mutating func read(_ name: String, _ value: JSONValue) throws {
        switch name {
        case "origin": origin = try Self.text(name, value)
        case "area": area = try Self.text(name, value)
        case "facility": facility = try Self.text(name, value)
        case "within": within = try Self.text(name, value)
        case "areas": areas = try Self.words(name, value)
        case "period": period = try Self.text(name, value)
        case "periodIs": periodIs = try Self.text(name, value)
        case "indicator": indicator = value.string.map { [$0] } ?? value.strings
        case "indicatorIs": indicatorIs = try Self.text(name, value)
        case "indicators": indicators = try Self.words(name, value)
        case "value": self.value = try Self.text(name, value)
        case "events": events = try Self.text(name, value)
        case "base": base = try Self.text(name, value)
        case "columns": columns = try Self.targets(value)
        case "boundaries": boundaries = try Self.text(name, value)
        case "missing": missing = Set(value.strings).union([""])
        case "suppressed": suppressed = Set(value.strings)
        case "zero": zero = Set(value.strings)
        case "decimal":
            let mark = try Self.text(name, value)
            guard DecimalMark(rawValue: mark) != nil else {
                throw Problem(found: "decimal: \(mark)", expected: "\",\" oder \".\"")
            }
            decimal = mark
        default: throw Problem(found: name, expected: Self.names.joined(separator: ", "))
        }
    }

    private static func text(_ name: String, _ value: JSONValue) throws -> String {
        guard let text = value.string, !text.isEmpty else {
            throw Problem(found: "\(name): \(value)", expected: "\(name): ein Text")
        }
        return text
    }

    private static func words(_ name: String, _ value: JSONValue) throws -> [String: String?] {
        var result: [String: String?] = [:]
        for member in value.members {
            guard member.value == .null || member.value.string != nil else {
                throw Problem(found: "\(name), \(member.name): \(member.value)", expected: "ein Schlüssel oder null")
            }
            result.updateValue(member.value.string, forKey: member.name)
        }
        return result
    }

    private static func targets(_ value: JSONValue) throws -> [String: Target?] {
        var result: [String: Target?] = [:]
        for member in value.members {
            switch member.value {
            case .null: result.updateValue(nil, forKey: member.name)
            case .text(let key): result[member.name] = Target(indicator: key)
            case .object:
                guard let key = member.value["indicator"].string else {
                    throw Problem(found: "\(member.name): \(member.value)", expected: "\"indicator\": ein Schlüssel")
                }
                let part = member.value["part"].string ?? Part.value.rawValue
                guard let known = Part(rawValue: part) else {
                    throw Problem(found: "part: \(part)", expected: "value, events oder base")
                }
                result[member.name] = Target(indicator: key, period: member.value["period"].string, part: known)
            default:
                throw Problem(found: "\(member.name): \(member.value)", expected: "ein Schlüssel, ein Objekt oder null")
            }
        }
        return result
    }
}

extension ValueMapping {
    /// The mapping as a file; reading it gives the same mapping.
    package var json: JSONValue {
        let standard = ValueMapping()
        return .record([
            ("origin", .text(origin)), ("area", Self.json(area)), ("facility", Self.json(facility)),
            ("within", Self.json(within)), ("areas", Self.json(areas)), ("period", Self.json(period)),
            ("periodIs", Self.json(periodIs)), ("indicator", indicator.isEmpty ? .null : .texts(indicator)),
            ("indicatorIs", Self.json(indicatorIs)), ("indicators", Self.json(indicators)),
            ("value", Self.json(value)), ("events", Self.json(events)), ("base", Self.json(base)),
            ("columns", columnsJSON), ("boundaries", Self.json(boundaries)),
            ("missing", missing == standard.missing ? .null : .texts(missing.sorted())),
            ("suppressed", suppressed == standard.suppressed ? .null : .texts(suppressed.sorted())),
            ("zero", zero == standard.zero ? .null : .texts(zero.sorted())), ("decimal", Self.json(decimal)),
        ])
    }

    private static func json(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

    private static func json(_ words: [String: String?]) -> JSONValue {
        if words.isEmpty { return .null }
        return .object(words.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, json($0.value)) })
    }

    private var columnsJSON: JSONValue {
        if columns.isEmpty { return .null }
        return .object(
            columns.sorted { $0.key < $1.key }.map { heading, target in
                guard let target else { return JSONValue.Member(heading, .null) }
                return JSONValue.Member(
                    heading,
                    .record([
                        ("indicator", .text(target.indicator)), ("period", Self.json(target.period)),
                        ("part", target.part == .value ? .null : .text(target.part.rawValue)),
                    ]))
            })
    }
}
