/// One row of a result: values by position or by column name.
package struct Row: Sendable {
    /// The columns of a result, shared by its rows.
    package final class Columns: Sendable {
        package let names: [String]
        let positions: [String: Int]

        package init(_ names: [String]) {
            self.names = names
            positions = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        }

        /// PostgreSQL lowers names that are not quoted (`ageFrom` becomes `agefrom`): case does not matter.
        func position(_ name: String) -> Int? { positions[name] ?? positions[name.lowercased()] }
    }

    package let columns: Columns
    package let values: [SQLValue]

    package init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of `column`, which must not be NULL.
    ///
    /// - Throws: `StorageError.column` if there is no such column or its value is not a `Value`.
    package func get<Value: SQLConvertible>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
        guard let position = columns.position(column) else { throw StorageError.column(column, "fehlt") }
        return try get(position)
    }

    /// The value of `column`, `nil` if NULL.
    package func optional<Value: SQLConvertible>(_ column: String, as type: Value.Type = Value.self) throws -> Value? {
        guard let position = columns.position(column) else { throw StorageError.column(column, "fehlt") }
        return values[position] == .null ? nil : try get(position)
    }

    /// The value at `position` (0…), which must not be NULL; the fast way for long lists.
    package func get<Value: SQLConvertible>(_ position: Int, as type: Value.Type = Value.self) throws -> Value {
        guard values.indices.contains(position), let value = Value(sqlValue: values[position]) else {
            let name = columns.names.indices.contains(position) ? columns.names[position] : "\(position)"
            throw StorageError.column(name, "ist kein Wert der Art \(Value.self)")
        }
        return value
    }

    /// The value at `position`, `nil` if NULL.
    package func optional<Value: SQLConvertible>(_ position: Int, as type: Value.Type = Value.self) throws -> Value? {
        guard values.indices.contains(position) else { throw StorageError.column("\(position)", "fehlt") }
        return values[position] == .null ? nil : try get(position)
    }
}
