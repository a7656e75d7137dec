/// What can go wrong between the house and its database. No case carries a stored or bound value.
package enum StorageError: Error, Equatable, CustomStringConvertible {
    /// A row has no such column, or a value of another kind.
    case column(String, String)
    /// A rule of the schema refused the write: kind (`unique`, `foreignKey`, `check`, `notNull`, `type`, `other`) and
    /// what the engine says about it (PostgreSQL the constraint's name, SQLite the columns or the rule).
    case constraint(ConstraintKind, String)
    /// A value that the database cannot hold; the text says which kind of value.
    case value(String)
    /// The engine refused the statement: SQLSTATE or SQLite's extended code, and a sentence without values.
    case engine(code: String, message: String)
    /// The database cannot be opened or reached.
    case unavailable(String)
    /// Someone else has changed the record since it was read.
    case stale
    /// A statement failed, yet the block went on as if nothing had happened; nothing was written. See `Writer.attempt`.
    case failedBefore(String)

    /// Art der Regel, the same on both engines.
    package enum ConstraintKind: String, Sendable {
        case unique, foreignKey, check, notNull, type, other
    }

    /// A unique key refused the write: the record exists already.
    package var isDuplicate: Bool {
        if case .constraint(.unique, _) = self { true } else { false }
    }

    package var description: String {
        switch self {
        case .column(let name, let problem): "Spalte \(name) \(problem)."
        case .constraint(let kind, let name):
            "Eine Regel der Datenbank (\(kind.rawValue): \(name)) hat das Schreiben verhindert."
        case .value(let what): "Die Datenbank kann das nicht speichern: \(what)."
        case .engine(let code, let message): "Die Datenbank meldet \(code): \(message)"
        case .unavailable(let reason): "Die Datenbank ist nicht erreichbar: \(reason)"
        case .stale: "Der Datensatz wurde inzwischen geändert."
        case .failedBefore(let reason):
            "Nach einem Fehler wurde weitergearbeitet, deshalb wurde nichts gespeichert. \(reason)"
        }
    }
}
