import Areas
import Offers
import Prevention
package import Storage
import Tables
import Texts
package import Web

/// Angebote als offene Daten: the register as HSDS 3.1, for anyone, without key or registration.
package struct HSDSRoom: Room {
    package static let name = "hsds"
    let feed: Feed
    let publicURL: String?
    let texts: TextCatalogue<OpenDataTexts>

    /// - Parameter publicURL: address of the house without a slash at its end, for links inside the feed; `nil` takes
    ///   the address by which the visitor came.
    package init(database: Database, publicURL: String?) throws {
        texts = try TextCatalogue(german: PackageResources.de_json, [.english: PackageResources.en_json])
        feed = Feed(offers: OfferStore(database: database), areas: AreaStore(database: database))
        self.publicURL = publicURL
    }

    package func addRoutes(to routes: inout RouteTable) {
        routes.get("/hsds/v3", allow: .everyone) { visit in
            let publicURL = base(visit)
            return .json(
                JSONValue.record([
                    ("version", .text("3.1")), ("profile", .text(publicURL + "/hsds/profil")),
                    ("openapi_url", .text(publicURL + "/hsds/v3/openapi.json")),
                ]).description)
        }
        for list in FeedList.allCases {
            routes.get("/hsds/v3/" + list.rawValue, allow: .everyone) { visit in
                try await answer(list, visit, visit.query)
            }
            routes.post("/hsds/v3/" + list.rawValue, allow: .everyone, bodyLimit: 65_536) { visit in
                try await answer(list, visit, try visit.feedFields())
            }
            routes.get("/hsds/v3/\(list.rawValue)/{id}", allow: .everyone) { visit in
                guard let id = ID<Void>(visit.parameters["id"] ?? ""),
                    let object = try await feed.object(list, id.text, today: visit.now.berlinDay)
                else { throw NotFound() }
                return .json(object.description)
            }
        }
        routes.get("/hsds/v3/openapi.json", allow: .everyone) { visit in
            .json(OpenAPI.document(base(visit)).description)
        }
        routes.get("/offene-daten/angebote", allow: .everyone) { visit in openDataPage(visit, texts[visit.language]) }
        routes.get("/hsds/profil", allow: .everyone) { visit in .json(Profile.document(base(visit)).description) }
    }

    private func base(_ visit: Visit) -> String { visit.houseAddress(publicURL) }

    private func answer(_ list: FeedList, _ visit: Visit, _ fields: Fields) async throws -> Answer {
        var reader = FeedQueryReader(fields)
        let query = reader.read()
        // Where a POST asks in both places the body counts, but the address must be right as well.
        var address = FeedQueryReader(visit.query)
        _ = address.read()
        let problems = reader.problems + address.problems.filter { !reader.problems.contains($0) }
        guard problems.isEmpty else { return FeedProblem.answer(problems) }
        let result = try await feed.list(list, query, today: visit.now.berlinDay)
        if query.format == .ndjson {
            return Answer(contentType: "application/x-ndjson; charset=utf-8", body: Envelope.lines(result.contents))
        }
        let envelope = Envelope(total: result.total, page: query.page, perPage: result.perPage)
        return Answer(contentType: "application/json; charset=utf-8", body: envelope.document(result.contents))
    }
}

extension Visit {
    /// The parameters of a POST twin: a JSON object, a form, or still the address.
    func feedFields() throws -> Fields {
        var pairs = form.all.map { ($0.name, $0.value) }
        let isJSON = headers["content-type"]?.lowercased().hasPrefix("application/json") ?? false
        if isJSON, !body.isEmpty {
            guard let value = JSONValue(json: body), case .object(let members) = value else {
                throw BadRequest("Der Inhalt ist kein JSON-Objekt. / The body is not a JSON object.")
            }
            for member in members where OpenAPI.parameterNames.contains(member.name) {
                guard let text = OpenAPI.text(of: member.value, for: member.name) else {
                    throw BadRequest("\(member.name): falsche Art von Wert. / wrong type of value.")
                }
                pairs.append((member.name, text))
            }
        }
        return Fields(pairs + query.all.map { ($0.name, $0.value) })
    }
}

/// A question that cannot be answered, as problem details (RFC 9457).
enum FeedProblem {
    static func answer(_ problems: [FieldProblem]) -> Answer {
        let object = JSONValue.record([
            ("type", .text("about:blank")), ("title", .text("Ungültige Angaben / Invalid parameters")),
            ("status", .int(400)),
            ("detail", .text(problems.map(\.message).joined(separator: "; "))),
            (
                "problems",
                .list(problems.map { .record([("parameter", .text($0.field)), ("message", .text($0.message))]) })
            ),
        ])
        return Answer(status: 400, contentType: "application/problem+json", body: Array(object.description.utf8))
    }
}
