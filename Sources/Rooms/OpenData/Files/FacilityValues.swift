import Areas
import Indicators
import Prevention
import Tables
import Web

/// Published values of single facilities as file and for programs.
struct FacilityValues {
    let indicator: Indicator
    let facilities: [PublishedFacility]
    let tree: AreaTree

    /// One facility in one period.
    fileprivate struct Row {
        let facility: MeasuredFacility
        let area: Area?
        let period: Period
        let value: PublishedValue
    }

    /// Oldest period first, then by name.
    private var rows: [Row] {
        Set(facilities.flatMap(\.periods)).sorted().flatMap { period in
            facilities.filter { $0.periods.contains(period) }.map { one in
                Row(
                    facility: one.facility, area: one.facility.areaID.flatMap { tree[$0] }, period: period,
                    value: one[period])
            }
        }
    }

    private static let header = [
        "facilityId", "facilityName", "areaKey", "areaName", "period", "from", "to", "state", "value", "events", "base",
        "version",
    ]

    /// As the areas' file: UTF-8 with mark, semicolons, decimal comma.
    var csv: [UInt8] {
        var writer = CSVWriter(header: Self.header, mark: true)
        for row in rows {
            let numbers = [row.value.value, row.value.events, row.shownBase].map { number in
                number.map { (Int(exactly: $0).map(String.init) ?? "\($0)").replacing(".", with: ",") } ?? ""
            }
            writer.append(
                [
                    row.facility.reference.id, row.facility.name, row.area?.key.text ?? "", row.area?.name ?? "",
                    row.period.description, row.period.firstDay.description, row.period.lastDay.description,
                    row.value.state.rawValue,
                ] + numbers + ["\(row.value.version)"])
        }
        return writer.file
    }

    var json: [JSONValue] {
        rows.map { row in
            let number = { (value: Double?) -> JSONValue in
                value.map { Int(exactly: $0).map(JSONValue.int) ?? .number($0) } ?? .null
            }
            return .object([
                .init("facilityId", .text(row.facility.reference.id)), .init("facilityName", .text(row.facility.name)),
                .init("areaKey", row.area.map { .text($0.key.text) } ?? .null),
                .init("areaName", row.area.map { .text($0.name) } ?? .null),
                .init("period", .text(row.period.description)), .init("from", .text(row.period.firstDay.description)),
                .init("to", .text(row.period.lastDay.description)), .init("state", .text(row.value.state.rawValue)),
                .init("value", number(row.value.value)), .init("events", number(row.value.events)),
                .init("base", number(row.shownBase)), .init("version", .int(row.value.version)),
            ])
        }
    }
}

extension FacilityValues.Row {
    /// The base only where the value itself is shown.
    fileprivate var shownBase: Double? { value.state == .available ? value.base : nil }
}

extension OpenDataRoom {
    /// Addresses of published values of single facilities.
    func addFacilities(to routes: inout RouteTable) {
        routes.get(OpenDataPath.facilityCSV.pattern, allow: .everyone) { visit in
            let found = try await facilities(visit)
            guard !found.facilities.isEmpty else { throw NotFound() }
            return .download(
                found.csv, name: found.indicator.key + "-einrichtungen.csv",
                contentType: "text/csv; charset=utf-8; header=present")
        }
        routes.get(OpenDataPath.facilities.pattern, allow: .everyone) { visit in
            let query = APIQuery(visit.query, hasPlace: false)
            guard query.problems.isEmpty else { return query.refusal }
            return MonitoringAPI.page(try await facilities(visit).json, query)
        }
    }

    func facilities(_ visit: Visit) async throws -> FacilityValues {
        let series = try await series(visit)
        return FacilityValues(
            indicator: series.indicator,
            facilities: try await source.facilities(series.indicator.key, visit.now.berlinDay),
            tree: try await directory.current().tree)
    }
}
