import Indicators
import Prevention
import Statistics
import Tables

/// The published values of one indicator as files: CSV for offices, its description for programs, JSON.
struct ValuesFile {
    let series: PublishedSeries
    let rows: [ValueRow]

    /// One column of the CSV file: name, meaning and type for the description.
    private struct Column: Sendable {
        let name: String
        let meaning: String
        let type: String
        let cell: @Sendable (ValueRow) -> String
    }

    /// Decimal comma: the spreadsheets of German offices read "12.5" as a date.
    private static func number(_ value: Double?) -> String {
        guard let value else { return "" }
        let text = Int(exactly: value).map(String.init) ?? "\(value)"
        return text.replacing(".", with: ",")
    }

    private static let columns: [Column] = [
        Column(
            name: "areaKey", meaning: "Gebietsschlüssel (AGS, eigene Schlüssel hinter dem der Stadt)", type: "string"
        ) {
            $0.area.key.text
        },
        Column(name: "areaName", meaning: "Name des Gebiets", type: "string") { $0.area.name },
        Column(name: "townName", meaning: "Stadt oder Gemeinde eines Ortsteils, sonst leer", type: "string") {
            $0.town?.name ?? ""
        },
        Column(name: "areaLevel", meaning: "Ebene: land, kreis, city, municipality, borough, district", type: "string")
        {
            $0.area.level.rawValue
        },
        Column(name: "period", meaning: "Zeitraum oder Stichtag", type: "string") { $0.period.description },
        Column(name: "from", meaning: "erster Tag des Zeitraums", type: "date") { $0.period.firstDay.description },
        Column(name: "to", meaning: "letzter Tag des Zeitraums", type: "date") { $0.period.lastDay.description },
        Column(
            name: "state",
            meaning: "available: Wert vorhanden, notAvailable: nicht bekannt, suppressed: geheim gehalten",
            type: "string"
        ) { $0.value.state.rawValue },
        Column(name: "value", meaning: "Wert in der Einheit der Kenngröße", type: "number") { number($0.value.value) },
        Column(name: "lower", meaning: "untere Grenze des Vertrauensbereichs (95 %)", type: "number") {
            number($0.limits?.lower)
        },
        Column(name: "upper", meaning: "obere Grenze des Vertrauensbereichs (95 %)", type: "number") {
            number($0.limits?.upper)
        },
        Column(name: "events", meaning: "gezählte Fälle", type: "number") { number($0.value.events) },
        Column(name: "base", meaning: "Grundmenge", type: "number") { number($0.shownBase) },
        Column(name: "version", meaning: "Fassung des Werts, ab 1", type: "integer") { "\($0.value.version)" },
    ]

    /// UTF-8 with mark, semicolons, decimal comma: opens in spreadsheets as it is.
    var csv: [UInt8] {
        var writer = CSVWriter(header: Self.columns.map(\.name), mark: true)
        for row in rows { writer.append(Self.columns.map { $0.cell(row) }) }
        return writer.file
    }

    /// Description of the CSV file for programs.
    ///
    /// - Source: W3C, Metadata Vocabulary for Tabular Data (CSV on the Web), 2015.
    func csvDescription(url: String, publisher: String, licence: Licence, modified: Instant?) -> JSONValue {
        let indicator = series.indicator
        let columns = Self.columns.map { column in
            var datatype = JSONValue.text(column.type)
            if column.type == "number" {
                datatype = .record([
                    ("base", .text("number")), ("format", .record([("decimalChar", .text(","))])),
                ])
            }
            return JSONValue.record([
                ("name", .text(column.name)), ("titles", .text(column.name)), ("datatype", datatype),
                ("dc:description", .text(column.meaning)),
                ("required", ["areaKey", "period", "state"].contains(column.name) ? .bool(true) : .null),
            ])
        }
        return .record([
            ("@context", .list([.text("http://www.w3.org/ns/csvw"), .record([("@language", .text("de"))])])),
            ("url", .text(url)), ("dc:title", .text(indicator.name)),
            ("dc:description", .text(Dataset.description(indicator))), ("dc:publisher", .text(publisher)),
            ("dc:source", indicator.source.isEmpty ? .null : .text(indicator.source)),
            ("dc:license", .record([("@id", .text(licence.iri))])),
            ("dc:modified", modified.map { .text($0.description) } ?? .null),
            ("dialect", .record([("delimiter", .text(";")), ("encoding", .text("utf-8")), ("header", .bool(true))])),
            ("tableSchema", .record([("columns", .list(columns)), ("primaryKey", .texts(["areaKey", "period"]))])),
        ])
    }

    /// All values with their description in one document.
    func json(_ description: JSONValue) -> JSONValue {
        .record([("indicator", description), ("values", .list(rows.map(\.json)))])
    }
}

extension ValueRow {
    /// The base only where the value itself is shown.
    var shownBase: Double? { value.state == .available ? value.base : nil }

    /// One value; `null` is "no number here", the state says why.
    var json: JSONValue {
        func number(_ value: Double?) -> JSONValue {
            guard let value else { return .null }
            return Int(exactly: value).map(JSONValue.int) ?? .number(value)
        }
        return .object([
            .init("areaKey", .text(area.key.text)), .init("areaName", .text(area.name)),
            .init("townName", town.map { .text($0.name) } ?? .null), .init("areaLevel", .text(area.level.rawValue)),
            .init("period", .text(period.description)), .init("from", .text(period.firstDay.description)),
            .init("to", .text(period.lastDay.description)),
            .init("state", .text(value.state.rawValue)), .init("value", number(value.value)),
            .init("lower", number(limits?.lower)), .init("upper", number(limits?.upper)),
            .init("events", number(value.events)), .init("base", number(shownBase)),
            .init("version", .int(value.version)),
        ])
    }
}
