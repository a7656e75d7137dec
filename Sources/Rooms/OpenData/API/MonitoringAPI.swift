import Areas
import Indicators
import Prevention
import Tables
import Web

/// Schnittstelle: published indicators and values as JSON, read only.
struct MonitoringAPI {
    let base: String

    var start: JSONValue {
        .record([
            ("version", .text("1")), ("openapiUrl", .text(base + OpenDataPath.openAPI.path())),
            ("indicatorsUrl", .text(base + OpenDataPath.indicators.path())),
            ("catalogueUrl", .text(base + OpenDataPath.turtle.path())),
        ])
    }

    func indicator(_ dataset: Dataset) -> JSONValue {
        let indicator = dataset.indicator
        return .object([
            .init("key", .text(indicator.key)), .init("name", .text(indicator.name)),
            .init("kind", .text(indicator.kind.rawValue)), .init("unit", .text(indicator.unit)),
            .init("direction", .text(Self.direction(indicator.direction))),
            .init("numerator", .text(indicator.numerator)), .init("denominator", .text(indicator.denominator)),
            .init("source", .text(indicator.source)), .init("office", .text(indicator.office)),
            .init("periodicity", .text(indicator.periodicity)), .init("licence", .text(dataset.licence.iri)),
            .init("licenceText", .text(indicator.licence)), .init("readingAid", .text(indicator.readingAid)),
            .init("caveat", .text(indicator.caveat)), .init("isInvented", .bool(indicator.isInvented)),
            .init("periods", .texts(dataset.periods.map(\.description))),
            .init("areaCount", .int(dataset.areas.count)),
            .init("modified", dataset.modified.map { .text($0.description) } ?? .null),
            .init("valuesUrl", .text(base + OpenDataPath.values.path(indicator.key))),
            .init("facilitiesUrl", .text(base + OpenDataPath.facilities.path(indicator.key))),
            .init("csvUrl", .text(base + OpenDataPath.csv.path(indicator.key))),
        ])
    }

    private static func direction(_ direction: Indicator.Direction) -> String {
        switch direction {
        case .higherIsBetter: "higher"
        case .lowerIsBetter: "lower"
        case .neutral: "neutral"
        case .within: "within"
        }
    }

    /// One page of a list.
    static func page(_ items: [JSONValue], _ query: APIQuery) -> Answer {
        let pages = max((items.count + query.perPage - 1) / query.perPage, 1)
        let start = min((query.page - 1) * query.perPage, items.count)
        let part = Array(items[start..<min(start + query.perPage, items.count)])
        return .json(
            JSONValue.record([
                ("total", .int(items.count)), ("pages", .int(pages)), ("page", .int(query.page)),
                ("perPage", .int(query.perPage)), ("items", .list(part)),
            ]).description)
    }
}

extension OpenDataRoom {
    func addAPI(to routes: inout RouteTable) {
        routes.get(OpenDataPath.api.pattern, allow: .everyone) { visit in
            .json(MonitoringAPI(base: visit.houseAddress(publicURL)).start.description)
        }
        routes.get(OpenDataPath.openAPI.pattern, allow: .everyone) { visit in
            .json(MonitoringDescription.document(visit.houseAddress(publicURL)).description)
        }
        routes.get(OpenDataPath.indicators.pattern, allow: .everyone) { visit in
            let query = APIQuery(visit.query, hasPlace: false)
            guard query.problems.isEmpty else { return query.refusal }
            let api = MonitoringAPI(base: visit.houseAddress(publicURL))
            return MonitoringAPI.page(try await datasets(visit).map(api.indicator), query)
        }
        routes.get(OpenDataPath.indicator.pattern, allow: .everyone) { visit in
            let dataset = try await dataset(try await series(visit), visit)
            return .json(MonitoringAPI(base: visit.houseAddress(publicURL)).indicator(dataset).description)
        }
        routes.get(OpenDataPath.values.pattern, allow: .everyone) { visit in
            let query = APIQuery(visit.query, hasPlace: true)
            guard query.problems.isEmpty else { return query.refusal }
            let tree = try await directory.current().tree
            let rows = try await series(visit).rows(tree, period: query.period, area: query.area)
            return MonitoringAPI.page(rows.map(\.json), query)
        }
    }
}
