import Offers
import Tables

/// Beschreibung of every public endpoint of the feed (OpenAPI 3.1), made from the same lists as the routes.
enum OpenAPI {
    static func document(_ publicURL: String) -> JSONValue {
        .record([
            ("openapi", .text("3.1.0")),
            (
                "info",
                .record([
                    ("title", .text("Lückenlos: offene Daten der Präventionskette (HSDS 3.1)")),
                    ("version", .text("1.0.0")),
                    (
                        "description",
                        .text(
                            "Öffentliche Angebote für Familien ohne Schlüssel und Anmeldung. Uhrzeiten sind Ortszeiten "
                                + "(Europe/Berlin). / Public offers for families, no key, no registration.")
                    ),
                    (
                        "license",
                        .record([
                            ("name", .text("Datenlizenz Deutschland – Namensnennung – Version 2.0")),
                            ("url", .text("https://www.govdata.de/dl-de/by-2-0")),
                        ])
                    ),
                ])
            ),
            ("servers", .list([.record([("url", .text(publicURL.isEmpty ? "/" : publicURL))])])),
            ("paths", .record(paths)),
            ("components", .record([("schemas", .record(schemas)), ("parameters", .record(parameters))])),
        ])
    }

    // MARK: Paths

    private static var paths: [(String, JSONValue)] {
        var paths: [(String, JSONValue)] = [
            ("/hsds/v3", get("Angaben zur Schnittstelle / About this API", "ApiDetails")),
            ("/hsds/v3/openapi.json", get("Diese Beschreibung / This description", nil)),
            ("/hsds/profil", get("Profil HSDS-DE Präventionskette / Profile", nil)),
        ]
        for list in FeedList.allCases {
            let names = parameterNames(list)
            paths.append(("/hsds/v3/" + list.rawValue, self.list(list, names)))
            paths.append(("/hsds/v3/\(list.rawValue)/{id}", detail(list)))
        }
        return paths
    }

    private static func get(_ summary: String, _ schema: String?) -> JSONValue {
        let content: JSONValue = schema.map(reference) ?? .record([("type", .text("object"))])
        return .record([
            (
                "get",
                .record([("summary", .text(summary)), ("responses", .record([("200", json(summary, content))]))])
            )
        ])
    }

    private static func list(_ list: FeedList, _ names: [String]) -> JSONValue {
        let page: JSONValue = .record([
            ("allOf", .list([reference("Page")])),
            (
                "properties",
                .record([("contents", .record([("type", .text("array")), ("items", reference(schemaName(list)))]))])
            ),
        ])
        let both: JSONValue = .record([
            ("description", .text("Eine Seite der Liste / One page of the list")),
            (
                "content",
                .record([
                    ("application/json", .record([("schema", page)])),
                    ("application/x-ndjson", .record([("schema", .record([("type", .text("string"))]))])),
                ])
            ),
        ])
        let responses: JSONValue = .record([("200", both), ("400", problem("Ungültige Angaben / Invalid parameters"))])
        let references = names.map { JSONValue.record([("$ref", .text("#/components/parameters/" + $0))]) }
        let body = names.map { name in (name, JSONValue.record(parameterSchema(name))) }
        return .record([
            (
                "get",
                .record([
                    ("summary", .text("Liste \(list.rawValue) / List of \(list.rawValue)")),
                    ("operationId", .text("list_" + list.rawValue)), ("parameters", .list(references)),
                    ("responses", responses),
                ])
            ),
            (
                "post",
                .record([
                    (
                        "summary",
                        .text("Dieselbe Liste, die Frage steht nicht in der Adresse / Same list, question in the body")
                    ),
                    ("operationId", .text("search_" + list.rawValue)), ("parameters", .list(references)),
                    (
                        "requestBody",
                        .record([
                            ("required", .bool(false)),
                            (
                                "content",
                                .record([
                                    (
                                        "application/json",
                                        .record([
                                            (
                                                "schema",
                                                .record([("type", .text("object")), ("properties", .record(body))])
                                            )
                                        ])
                                    )
                                ])
                            ),
                        ])
                    ),
                    ("responses", responses),
                ])
            ),
        ])
    }

    private static func detail(_ list: FeedList) -> JSONValue {
        let id: JSONValue = .record([
            ("name", .text("id")), ("in", .text("path")), ("required", .bool(true)),
            ("schema", .record([("type", .text("string")), ("format", .text("uuid"))])),
        ])
        return .record([
            (
                "get",
                .record([
                    ("summary", .text("Ein Eintrag mit allem / One entry with everything")),
                    ("operationId", .text("get_" + list.rawValue)), ("parameters", .list([id])),
                    (
                        "responses",
                        .record([
                            ("200", json("Der Eintrag / The entry", reference(schemaName(list)))),
                            ("400", problem("Ungültige Anfrage / Invalid request")),
                            ("404", problem("Gibt es nicht / Does not exist")),
                        ])
                    ),
                ])
            )
        ])
    }

    // MARK: Parameters

    static func parameterNames(_ list: FeedList) -> [String] {
        let paging = ["search", "page", "per_page", "format"]
        let terms = ["taxonomy_term_id", "taxonomy_id"]
        let fit = [
            "organization_id", "modified_after", "full", "minimum_age", "maximum_age", "age_months", "start_time",
            "end_time", "day",
        ]
        return switch list {
        case .taxonomies: paging
        case .taxonomyTerms: paging + ["taxonomy_id", "top_only", "parent_id"]
        case .services: paging + terms + fit + ["minimal"]
        case .serviceAtLocations: paging + terms + fit + ["postcode", "proximity"]
        case .organizations: paging + terms + ["organization_id", "full", "full_service"]
        }
    }

    /// All parameters of all lists.
    static let parameterNames = Set(FeedList.allCases.flatMap(parameterNames(_:)))

    /// A parameter of a JSON body as text; `nil` if the value is not of the described type.
    static func text(of value: JSONValue, for name: String) -> String? {
        let type = parameterSchema(name).first { $0.0 == "type" }?.1.string
        switch (type, value) {
        case ("boolean", .bool(let flag)): return flag ? "true" : "false"
        case ("integer", _): return value.int.map(String.init)
        case ("number", .number(let number)): return "\(number)"
        case ("number", .integer(let number)): return "\(number)"
        case ("string", .text(let text)): return text
        default: return nil
        }
    }

    private static let flags: Set<String> = ["minimal", "full", "full_service", "top_only"]

    private static func parameterSchema(_ name: String) -> [(String, JSONValue)] {
        func integer(_ low: Int, _ high: Int) -> [(String, JSONValue)] {
            [("type", .text("integer")), ("minimum", .int(low)), ("maximum", .int(high))]
        }
        func pattern(_ text: String) -> [(String, JSONValue)] { [("type", .text("string")), ("pattern", .text(text))] }
        func choice(_ values: [String]) -> [(String, JSONValue)] {
            [("type", .text("string")), ("enum", .texts(values))]
        }
        switch name {
        case "page": return integer(1, 1_000_000)
        case "per_page": return integer(1, FeedQuery.largestPage)
        case "format": return choice(["json", "ndjson"])
        case "taxonomy_term_id", "taxonomy_id", "organization_id", "parent_id":
            return [("type", .text("string")), ("format", .text("uuid"))]
        case "modified_after": return [("type", .text("string")), ("format", .text("date"))]
        case "minimum_age", "maximum_age":
            return [("type", .text("number")), ("minimum", .int(0)), ("maximum", .int(150))]
        case "age_months": return integer(-9, 324)
        case "start_time", "end_time": return pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$")
        case "day": return choice(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
        case "postcode": return pattern("^[0-9]{5}$")
        case "proximity": return integer(1, 1_000_000)
        case _ where flags.contains(name): return [("type", .text("boolean"))]
        default: return [("type", .text("string")), ("maxLength", .int(FeedQuery.longestSearch))]
        }
    }

    private static var parameters: [(String, JSONValue)] {
        var names: [String] = []
        for list in FeedList.allCases {
            for name in parameterNames(list) where !names.contains(name) { names.append(name) }
        }
        return names.map { name in
            (
                name,
                .record([
                    ("name", .text(name)), ("in", .text("query")), ("required", .bool(false)),
                    ("schema", .record(parameterSchema(name))),
                ])
            )
        }
    }

    // MARK: Schemas

    private static func schemaName(_ list: FeedList) -> String {
        switch list {
        case .services: "Service"
        case .organizations: "Organization"
        case .taxonomies: "Taxonomy"
        case .taxonomyTerms: "TaxonomyTerm"
        case .serviceAtLocations: "ServiceAtLocation"
        }
    }

    private static var schemas: [(String, JSONValue)] {
        [
            ("ApiDetails", object(["version", "profile", "openapi_url"], ["version", "profile", "openapi_url"])),
            (
                "Page",
                .record([
                    ("type", .text("object")),
                    (
                        "required",
                        .texts([
                            "total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty",
                            "contents",
                        ])
                    ),
                    (
                        "properties",
                        .record(
                            ["total_items", "total_pages", "page_number", "size"].map { ($0, type("integer")) }
                                + ["first_page", "last_page", "empty"].map { ($0, type("boolean")) }
                                + [("contents", type("array"))])
                    ),
                ])
            ),
            ("Service", object(["id"], ["id", "name", "description", "status", "organization_id", "last_modified"])),
            (
                "Organization",
                object(["id", "name", "description"], ["id", "name", "description", "website", "email"])
            ),
            ("Taxonomy", object(["id", "name", "description"], ["id", "name", "description", "version"])),
            (
                "TaxonomyTerm",
                object(["id", "name", "description"], ["id", "code", "name", "description", "taxonomy_id"])
            ),
            (
                "ServiceAtLocation",
                object(["id", "service_id", "location_id"], ["id", "service_id", "location_id", "name", "status"])
            ),
            ("Problem", object(["title", "status"], ["type", "title", "detail"])),
        ]
    }

    private static func object(_ required: [String], _ texts: [String]) -> JSONValue {
        .record([
            ("type", .text("object")), ("required", .texts(required)),
            ("properties", .record(texts.map { ($0, type("string")) })),
        ])
    }

    private static func type(_ name: String) -> JSONValue { .record([("type", .text(name))]) }
    private static func reference(_ name: String) -> JSONValue {
        .record([("$ref", .text("#/components/schemas/" + name))])
    }

    private static func json(_ description: String, _ schema: JSONValue) -> JSONValue {
        .record([
            ("description", .text(description)),
            ("content", .record([("application/json", .record([("schema", schema)]))])),
        ])
    }

    private static func problem(_ description: String) -> JSONValue {
        .record([
            ("description", .text(description)),
            ("content", .record([("application/problem+json", .record([("schema", reference("Problem"))]))])),
        ])
    }
}
