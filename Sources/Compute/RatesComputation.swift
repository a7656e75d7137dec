import Statistics

/// `compute rates`: rates with the limits of chance.
package enum RatesComputation: Computation {
    package static let name = "rates"
    package static let summary = "Raten mit Vertrauensbereich: Wilson, Byar oder exakt nach Poisson."
    package static let table: TableShape? = .rows(
        key: "rows",
        columns: [
            TableColumn("id", .text), TableColumn("events", .number), TableColumn("base", .number, isOptional: true),
        ])
    package static let options = [
        ComputeOption(
            "method", .text, "wilson (Anteile), byar, poisson (exakt) oder count (unter 10 exakt, sonst Byar)"),
        ComputeOption("level", .number, "Vertrauensniveau zwischen 0 und 1, sonst 0.95"),
        ComputeOption("per", .number, "Rate je so viele der Grundmenge, sonst 1; 100 für Prozent"),
    ]

    package struct Input: Decodable {
        let rows: [Row]
        let method: String?
        let level: Double?
        let per: Double?

        struct Row: Decodable {
            let id: RowID
            let events: Double?
            let base: Double?
        }
    }

    package struct Output: Encodable {
        let rows: [Row]
        let method: String
        let level: Double

        struct Row: Encodable {
            let id: RowID
            let rate: Rate?
            let count: Limits?
            let hasCount: Bool

            private enum Key: String, CodingKey { case id, rate, lower, upper, countLower, countUpper }

            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Key.self)
                try container.encode(id, forKey: .id)
                try container.encode(rate?.value, forKey: .rate)
                try container.encode(rate?.limits.lower, forKey: .lower)
                try container.encode(rate?.limits.upper, forKey: .upper)
                guard hasCount else { return }
                try container.encode(count?.lower, forKey: .countLower)
                try container.encode(count?.upper, forKey: .countUpper)
            }
        }
    }

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        let (level, per) = (input.level ?? 0.95, input.per ?? 1)
        let method = Rate.Method(rawValue: input.method ?? Rate.Method.wilson.rawValue)
        var problems: [String] = []
        if method == nil { problems.append("method: Möglich sind wilson, byar, poisson und count.") }
        if !(level > 0 && level < 1) {
            problems.append("level: Das Vertrauensniveau liegt zwischen 0 und 1, etwa 0.95.")
        }
        if !(per > 0) { problems.append("per: Bitte eine Zahl über 0, etwa 1, 100 oder 1000.") }
        for (number, row) in input.rows.enumerated() {
            problems += Self.problems(row, number: number, isShare: method == .wilson)
        }
        guard problems.isEmpty, let method else { throw ComputeProblems(problems) }
        let rows = input.rows.map { row in
            Output.Row(
                id: row.id, rate: Self.rate(row, method, level: level, per: per),
                count: row.events.flatMap { Rate.countLimits(events: $0, method: method, level: level) },
                hasCount: method != .wilson)
        }
        return Output(rows: rows, method: method.rawValue, level: level)
    }

    private static func rate(_ row: Input.Row, _ method: Rate.Method, level: Double, per: Double) -> Rate? {
        guard let events = row.events, let base = row.base else { return nil }
        return Rate(events: events, base: base, method: method, level: level, per: per)
    }

    private static func problems(_ row: Input.Row, number: Int, isShare: Bool) -> [String] {
        let place = "rows[\(number)] (\(row.id.name))"
        var problems: [String] = []
        if let events = row.events, events < 0 { problems.append("\(place): events ist kleiner als 0.") }
        if let base = row.base, base < 0 { problems.append("\(place): base ist kleiner als 0.") }
        if isShare, let events = row.events, let base = row.base, base >= 0, events > base {
            problems.append("\(place): events ist größer als base. Für Fälle, die kein Teil der Grundmenge sind: byar.")
        }
        return problems
    }
}
