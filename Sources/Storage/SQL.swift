import Foundation
import Prevention

/// A value as both engines store it.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// A type whose values can be bound to a statement and read from a column.
package protocol SQLConvertible: Sendable {
    var sqlValue: SQLValue { get }
    /// `nil` if the stored value is not of this type.
    init?(sqlValue: SQLValue)
}

/// One SQL statement or a part of one; whatever is interpolated becomes a bound value, never text.
///
/// Text comes from literals only (`StaticString`), so a visitor's words cannot become SQL.
///
/// ```swift
/// let young: SQL = "ageFrom <= \(age)"
/// try r.rows("SELECT id, title FROM offer WHERE \(young) ORDER BY title, id")
/// ```
///
/// Write what both engines understand alike. Where they differ:
/// - NULL sorts first in SQLite, last in PostgreSQL: say `NULLS FIRST` or `NULLS LAST` where NULL can occur.
/// - `LIKE` and `lower` know other letters in each: fold in Swift, store the folded text, compare with `=` or `<`.
/// - `group_concat`, two-argument `max`, `round(x, n)`, dates in SQL exist in one only: do it in Swift.
/// - `CAST(x AS INTEGER)` is 32 bits wide in PostgreSQL, and refuses "12 Euro", which SQLite takes for 12.
/// - Dividing by zero is NULL in SQLite and an error in PostgreSQL: `nullif(x, 0)`.
/// - Every selected column stands in `GROUP BY` or in an aggregate; `ORDER BY` of a `DISTINCT` list is selected.
/// - Truth is compared: `WHERE isOpen = 1`, never `WHERE isOpen`.
/// - Texts are compared with texts, numbers with numbers; SQLite would convert.
/// - In `DO UPDATE SET n = offer.n + excluded.n` the old value needs its table's name.
/// - A recursive query that starts with a text binds it: `SELECT \(id), 0 UNION ALL …`.
/// - A key takes 2,600 bytes (PostgreSQL's index), a statement 32,766 values (SQLite).
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    enum Piece: Sendable {
        case text(StaticString)
        /// Text that Storage itself made: translated schema, names of savepoints.
        case trusted(String)
        case value(SQLValue)
        /// Where the engines differ; the only place is Storage.
        case dialect(sqlite: [Piece], postgres: [Piece])
    }

    var pieces: [Piece]

    package init(stringLiteral literal: StaticString) { pieces = [.text(literal)] }
    package init(stringInterpolation interpolation: Interpolation) { pieces = interpolation.pieces }
    init(trusted text: String) { pieces = [.trusted(text)] }

    package struct Interpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }
        package mutating func appendLiteral(_ literal: StaticString) { pieces.append(.text(literal)) }
        package mutating func appendInterpolation(_ value: some SQLConvertible) {
            pieces.append(.value(value.sqlValue))
        }
        package mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            pieces.append(.value(value?.sqlValue ?? .null))
        }
        package mutating func appendInterpolation(_ part: SQL) { pieces += part.pieces }

        /// A row for `VALUES`: `(…)`.
        mutating func appendInterpolation(values: [SQLValue]) {
            pieces.append(.text("("))
            for (index, value) in values.enumerated() {
                if index > 0 { pieces.append(.text(", ")) }
                pieces.append(.value(value))
            }
            pieces.append(.text(")"))
        }

        /// A list for `IN`: `(…)`; an empty list matches nothing.
        package mutating func appendInterpolation(list values: [some SQLConvertible]) {
            pieces.append(.text("("))
            for (index, value) in values.enumerated() {
                if index > 0 { pieces.append(.text(", ")) }
                pieces.append(.value(value.sqlValue))
            }
            pieces.append(.text(values.isEmpty ? "NULL)" : ")"))
        }
    }
}

/// Datenbank-Art: which engine a statement is written for.
package enum EngineKind: String, Sendable {
    case sqlite, postgres
}

extension SQL {
    /// A piece that the engines write differently. Give it a name here in Storage, or in the one file of a room that
    /// documents it; everything else stays in the common subset.
    package static func dialect(sqlite: SQL, postgres: SQL) -> SQL {
        var result: SQL = ""
        result.pieces = [.dialect(sqlite: sqlite.pieces, postgres: postgres.pieces)]
        return result
    }

    /// Rows that another instance holds are passed over instead of waited for (SQLite has one writer and needs no word).
    package static let skippingLocked = SQL.dialect(sqlite: "", postgres: "FOR UPDATE SKIP LOCKED")

    /// The statement's text for `kind` and the values in their order.
    ///
    /// NULL is written into the text: PostgreSQL cannot tell the type of a bound NULL everywhere.
    func rendered(for kind: EngineKind) throws -> RenderedSQL {
        var result = RenderedSQL(kind: kind)
        try result.append(pieces)
        return result
    }
}

/// A statement ready for an engine.
struct RenderedSQL {
    let kind: EngineKind
    var text = ""
    var values: [SQLValue] = []

    init(kind: EngineKind) { self.kind = kind }

    mutating func append(_ pieces: [SQL.Piece]) throws {
        for piece in pieces {
            switch piece {
            case .text(let part): part.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
            case .trusted(let part): text += part
            case .value(let value): try append(value)
            case .dialect(let sqlite, let postgres): try append(kind == .sqlite ? sqlite : postgres)
            }
        }
    }

    private mutating func append(_ value: SQLValue) throws {
        if case .null = value {
            text += "NULL"
            return
        }
        values.append(try value.storable())
        if case .text = value { appendPlaceholder(isText: true) } else { appendPlaceholder(isText: false) }
    }

    /// `?1` for SQLite, `$1` for PostgreSQL, there with the collation of all columns, so that expressions agree.
    private mutating func appendPlaceholder(isText: Bool) {
        switch kind {
        case .sqlite: text += "?\(values.count)"
        case .postgres: text += isText ? "$\(values.count) COLLATE \"C\"" : "$\(values.count)"
        }
    }
}

extension String {
    /// Holds the character U+0000.
    fileprivate var hasNUL: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        } ?? utf8.contains(0)
    }
}

extension SQLValue {
    /// The value as both engines store it alike.
    ///
    /// - Throws: `StorageError.value` for what one of them cannot store.
    func storable() throws -> SQLValue {
        switch self {
        case .text(let string):
            // PostgreSQL cannot store it; SQLite would, and every C function would cut the text there.
            if string.hasNUL { throw StorageError.value("ein Text mit dem Zeichen NUL (U+0000)") }
        case .real(let number):
            // SQLite would store NULL.
            if number.isNaN { throw StorageError.value("eine Zahl, die keine ist (NaN)") }
            // SQLite does not keep the sign of zero.
            if number == 0 { return .real(0) }
        case .null, .integer, .blob: break
        }
        return self
    }
}

extension [SQL] {
    /// The parts with `separator` between them: `conditions.joined(" AND ")`; empty for no parts.
    package func joined(_ separator: StaticString) -> SQL {
        var result: SQL = ""
        for (index, part) in enumerated() {
            if index > 0 { result.pieces.append(.text(separator)) }
            result.pieces += part.pieces
        }
        return result
    }
}
