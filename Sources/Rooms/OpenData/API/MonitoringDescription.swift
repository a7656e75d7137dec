import Tables

/// Beschreibung of the interface for programs (OpenAPI 3.1).
enum MonitoringDescription {
    static func document(_ base: String) -> JSONValue {
        .record([
            ("openapi", .text("3.1.0")),
            (
                "info",
                .record([
                    ("title", .text("Lückenlos: offene Daten des Monitorings")), ("version", .text("1.0.0")),
                    (
                        "description",
                        .text(
                            "Veröffentlichte Kenngrößen ohne Schlüssel und Anmeldung. Kleine Fallzahlen sind geheim "
                                + "gehalten. / Published indicators, no key, no registration; small counts are withheld."
                        )
                    ),
                ])
            ),
            ("servers", .list([.record([("url", .text(base.isEmpty ? "/" : base))])])),
            ("paths", .record(paths)),
            ("components", .record([("schemas", .record(schemas))])),
        ])
    }

    // MARK: Paths

    private static var paths: [(String, JSONValue)] {
        let indicatorKey = parameter("key", place: "path", string(pattern: "^[a-z0-9-]+$"))
        let paging = [
            parameter("page", place: "query", integer(1, 1_000_000)),
            parameter("perPage", place: "query", integer(1, APIQuery.largestPage)),
        ]
        let narrowing = [
            parameter("period", place: "query", string(pattern: "^[1-9][0-9]{3}$")),
            parameter("area", place: "query", string(pattern: "^(0[1-9]|1[0-6])([0-9]{3})?$")),
        ]
        return [
            ("/api/monitoring", get("Einstieg / Start", [], "Start")),
            ("/api/monitoring/openapi.json", get("Diese Beschreibung / This description", [], nil)),
            ("/api/monitoring/indicators", get("Kenngrößen / Indicators", paging, "IndicatorPage")),
            ("/api/monitoring/indicators/{key}", get("Eine Kenngröße / One indicator", [indicatorKey], "Indicator")),
            (
                "/api/monitoring/indicators/{key}/values",
                get("Ihre Werte / Its values", [indicatorKey] + paging + narrowing, "ValuePage")
            ),
            (
                "/api/monitoring/indicators/{key}/facilities",
                get(
                    "Ihre Werte je Einrichtung / Its values by facility", [indicatorKey] + paging, "FacilityValuePage")
            ),
        ]
    }

    private static func get(_ summary: String, _ parameters: [JSONValue], _ schema: String?) -> JSONValue {
        var responses = [("200", answer(summary, "application/json", schema.map(reference) ?? type("object")))]
        let names = parameters.compactMap { $0["in"].string }
        if names.contains("query") {
            responses.append(
                ("400", answer("Ungültige Angaben / Invalid parameters", "application/problem+json", type("object"))))
        }
        if names.contains("path") {
            responses.append(("404", .record([("description", .text("Gibt es nicht / Does not exist"))])))
        }
        return .record([
            (
                "get",
                .record([
                    ("summary", .text(summary)), ("parameters", parameters.isEmpty ? .null : .list(parameters)),
                    ("responses", .record(responses)),
                ])
            )
        ])
    }

    private static func answer(_ description: String, _ mediaType: String, _ schema: JSONValue) -> JSONValue {
        .record([
            ("description", .text(description)),
            ("content", .record([(mediaType, .record([("schema", schema)]))])),
        ])
    }

    private static func parameter(_ name: String, place: String, _ schema: JSONValue) -> JSONValue {
        .record([
            ("name", .text(name)), ("in", .text(place)), ("required", .bool(place == "path")), ("schema", schema),
        ])
    }

    // MARK: Schemas

    private static func type(_ name: String) -> JSONValue { .record([("type", .text(name))]) }
    private static func nullable(_ name: String) -> JSONValue { .record([("type", .texts([name, "null"]))]) }
    private static func string(pattern: String) -> JSONValue {
        .record([("type", .text("string")), ("pattern", .text(pattern))])
    }
    private static func integer(_ low: Int, _ high: Int) -> JSONValue {
        .record([("type", .text("integer")), ("minimum", .int(low)), ("maximum", .int(high))])
    }
    private static func choice(_ values: [String]) -> JSONValue {
        .record([("type", .text("string")), ("enum", .texts(values))])
    }
    private static func reference(_ name: String) -> JSONValue {
        .record([("$ref", .text("#/components/schemas/" + name))])
    }
    private static func object(_ properties: [(String, JSONValue)]) -> JSONValue {
        .record([
            ("type", .text("object")), ("required", .texts(properties.map(\.0))), ("properties", .record(properties)),
        ])
    }

    private static var schemas: [(String, JSONValue)] {
        let texts = { (names: [String]) in names.map { ($0, type("string")) } }
        return [
            ("Start", object(texts(["version", "openapiUrl", "indicatorsUrl", "catalogueUrl"]))),
            (
                "Indicator",
                object(
                    texts(["key", "name"])
                        + [
                            ("kind", choice(["outcome", "reach", "process", "milestone", "context"])),
                            ("direction", choice(["higher", "lower", "neutral", "within"])),
                        ]
                        + texts([
                            "unit", "numerator", "denominator", "source", "office", "periodicity", "licence",
                            "licenceText", "readingAid", "caveat", "valuesUrl", "facilitiesUrl", "csvUrl",
                        ])
                        + [
                            ("isInvented", type("boolean")),
                            ("periods", .record([("type", .text("array")), ("items", type("string"))])),
                            ("areaCount", type("integer")), ("modified", nullable("string")),
                        ])
            ),
            (
                "Value",
                object(
                    texts(["areaKey", "areaName", "areaLevel", "period", "from", "to"])
                        + [("townName", nullable("string"))]
                        + [("state", choice(["available", "notAvailable", "suppressed"]))]
                        + ["value", "lower", "upper", "events", "base"].map { ($0, nullable("number")) }
                        + [("version", type("integer"))])
            ),
            (
                "FacilityValue",
                object(
                    texts(["facilityId", "facilityName"]) + ["areaKey", "areaName"].map { ($0, nullable("string")) }
                        + texts(["period", "from", "to"])
                        + [("state", choice(["available", "notAvailable", "suppressed"]))]
                        + ["value", "events", "base"].map { ($0, nullable("number")) }
                        + [("version", type("integer"))])
            ),
            ("IndicatorPage", page(of: "Indicator")), ("ValuePage", page(of: "Value")),
            ("FacilityValuePage", page(of: "FacilityValue")),
        ]
    }

    private static func page(of item: String) -> JSONValue {
        object(
            ["total", "pages", "page", "perPage"].map { ($0, type("integer")) }
                + [("items", .record([("type", .text("array")), ("items", reference(item))]))])
    }
}
