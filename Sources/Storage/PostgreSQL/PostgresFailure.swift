import CPostgres

/// What PostgreSQL said about a failed statement, reduced to what may be shown: never a value.
struct PostgresFailure {
    /// SQLSTATE (the manual's appendix A); "" if the connection broke.
    let state: String
    let message: String
    let constraint: String

    init(_ result: OpaquePointer?, _ connection: OpaquePointer) {
        state = Self.field(result, 67 /* PG_DIAG_SQLSTATE, 'C' */)
        constraint = Self.field(result, 110 /* PG_DIAG_CONSTRAINT_NAME, 'n' */)
        let column = Self.field(result, 99 /* PG_DIAG_COLUMN_NAME, 'c' */)
        switch state.prefix(2) {
        // Data exceptions quote the value, so their message stays here.
        case "22": message = "Ein Wert passt nicht zu seiner Spalte."
        case "23": message = constraint.isEmpty ? (column.isEmpty ? "unbenannt" : column) : constraint
        case "":
            message = String(cString: PQerrorMessage(connection)).split(separator: "\n").first.map(String.init) ?? ""
        default: message = Self.field(result, 77 /* PG_DIAG_MESSAGE_PRIMARY, 'M' */)
        }
    }

    private static func field(_ result: OpaquePointer?, _ code: Int32) -> String {
        guard let result, let text = PQresultErrorField(result, code) else { return "" }
        return String(cString: text)
    }

    var error: StorageError {
        switch state {
        case "23505", "23P01": .constraint(.unique, message)
        case "23503", "23001": .constraint(.foreignKey, message)
        case "23514": .constraint(.check, message)
        case "23502": .constraint(.notNull, message)
        case "42804", "22P02": .constraint(.type, message)
        case "55P03": .unavailable("Die Datenbank ist zu lange mit einem anderen Vorgang beschäftigt.")
        case "": .unavailable(message.isEmpty ? "Die Verbindung ist abgebrochen." : message)
        case _ where state.hasPrefix("23"): .constraint(.other, message)
        case _ where state.hasPrefix("57P"): .unavailable(message)
        default: .engine(code: state, message: message)
        }
    }

    /// The same block may succeed if it starts anew: serialisation, deadlock, a plan made before a migration.
    var isWorthAnotherTry: Bool { ["40001", "40P01", "0A000"].contains(state) }
}
