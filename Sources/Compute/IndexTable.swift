/// A table of values, one row for each unit and indicator, as the input of `compute index`.
enum IndexTable {
    static let shape = TableShape.own(
        columns: [
            TableColumn("unit", .text), TableColumn("indicator", .text), TableColumn("value", .number),
            TableColumn("direction", .number, isOptional: true), TableColumn("weight", .number, isOptional: true),
            TableColumn("group", .text, isOptional: true), TableColumn("unitGroup", .text, isOptional: true),
        ], read: read)

    /// Units and indicators in the order of their first row; direction, weight and group from an indicator's first row.
    private static func read(_ table: ComputeTable) throws(ComputeProblems) -> [String: ComputeValue] {
        let lists = try table.lists(shape.columns)
        var reading = Reading()
        for row in table.rows.indices { reading.add(row, lists) }
        guard reading.problems.isEmpty else { throw ComputeProblems(reading.problems) }
        return reading.input
    }

    /// What the rows so far have told.
    private struct Reading {
        private var units: [String] = []
        private var unitGroups: [String] = []
        private var places: [String: Int] = [:]
        private var indicators: [String] = []
        private var facts: [String: [String: ComputeValue]] = [:]
        private var values: [String: [Int: ComputeValue]] = [:]
        private var groups: [String] = []
        var problems: [String] = []

        mutating func add(_ row: Int, _ lists: [String: ComputeValue]) {
            func cell(_ key: String) -> ComputeValue {
                guard case .list(let list) = lists[key] else { return .null }
                return list[row]
            }
            guard case .text(let unit) = cell("unit"), case .text(let indicator) = cell("indicator"),
                !unit.isEmpty, !indicator.isEmpty
            else { return problems.append("Zeile \(row + 2): unit und indicator dürfen nicht leer sein.") }
            if places[unit] == nil {
                places[unit] = units.count
                units.append(unit)
                if case .text(let group) = cell("unitGroup") { unitGroups.append(group) }
            }
            if facts[indicator] == nil { note(indicator, cell("direction"), cell("weight"), cell("group")) }
            let place = places[unit] ?? 0
            guard values[indicator]?[place] == nil else {
                return problems.append("Zeile \(row + 2): \(indicator) steht für \(unit) doppelt da.")
            }
            values[indicator, default: [:]][place] = cell("value")
        }

        private mutating func note(
            _ indicator: String, _ direction: ComputeValue, _ weight: ComputeValue, _ group: ComputeValue
        ) {
            indicators.append(indicator)
            var known: [String: ComputeValue] = ["id": .text(indicator), "direction": direction, "weight": weight]
            if case .text(let name) = group, !name.isEmpty {
                known["parent"] = .text(name)
                if !groups.contains(name) { groups.append(name) }
            }
            facts[indicator] = known
        }

        var input: [String: ComputeValue] {
            let columns = indicators.map { indicator in
                let column = units.indices.map { values[indicator]?[$0] ?? .null }
                return ComputeValue.object((facts[indicator] ?? [:]).merging(["values": .list(column)]) { $1 })
            }
            var input: [String: ComputeValue] = [
                "units": .list(units.map(ComputeValue.text)), "indicators": .list(columns),
                "groups": .list(groups.map { .object(["id": .text($0), "parent": .null]) }),
            ]
            if unitGroups.count == units.count { input["unitGroups"] = .list(unitGroups.map(ComputeValue.text)) }
            return input
        }
    }
}
