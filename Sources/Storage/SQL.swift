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
/// ```swift
/// let young: SQL = "ageFrom <= \(age)"
/// try r.rows("SELECT id, title FROM offer WHERE \(young) ORDER BY title, id")
/// ```
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    enum Piece: Sendable {
        case text(String)
        case value(SQLValue)
    }

    var pieces: [Piece]

    package init(stringLiteral literal: String) { pieces = [.text(literal)] }
    package init(stringInterpolation interpolation: Interpolation) { pieces = interpolation.pieces }

    package struct Interpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(interpolationCount * 2 + 1) }
        package mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }
        package mutating func appendInterpolation(_ value: some SQLConvertible) { pieces.append(.value(value.sqlValue)) }
        package mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            pieces.append(.value(value?.sqlValue ?? .null))
        }
        package mutating func appendInterpolation(_ part: SQL) { pieces += part.pieces }

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

    /// The statement's text with the engine's placeholders, and the values in their order.
    package func rendered(placeholder: (Int) -> String) -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .value(let value):
                values.append(value)
                text += placeholder(values.count)
            }
        }
        return (text, values)
    }
}

extension [SQL] {
    /// The parts with `separator` between them: `conditions.joined(" AND ")`.
    package func joined(_ separator: StaticString) -> SQL {
        var result: SQL = ""
        for (index, part) in enumerated() {
            if index > 0 { result.pieces.append(.text("\(separator)")) }
            result.pieces += part.pieces
        }
        return result
    }
}
