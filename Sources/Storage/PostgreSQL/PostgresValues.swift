import CPostgres
import Foundation

/// Bound values in libpq's form: texts as text, numbers and bytes in the binary form, which is exact and needs no parsing.
struct PostgresValues {
    /// PostgreSQL's type keys (`pg_type.dat`): int8, float8, text, bytea.
    let types: [Oid]
    private var arena: [UInt8] = []
    private var offsets: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) {
        types = values.map(Self.type)
        for value in values { append(value) }
    }

    private static func type(_ value: SQLValue) -> Oid {
        switch value {
        case .null: 0
        case .integer: PostgresType.int8
        case .real: PostgresType.float8
        case .text: PostgresType.text
        case .blob: PostgresType.bytea
        }
    }

    private mutating func append(_ value: SQLValue) {
        offsets.append(arena.count)
        switch value {
        case .null: break  // NULL stands in the statement's text
        case .integer(let number): appendBigEndian(UInt64(bitPattern: number))
        case .real(let number): appendBigEndian(number.bitPattern)
        case .text(let text): arena += text.utf8
        case .blob(let bytes): arena += bytes
        }
        lengths.append(Int32(clamping: arena.count - offsets[offsets.count - 1]))
        if case .text = value { formats.append(0) } else { formats.append(1) }
        arena.append(0)
    }

    private mutating func appendBigEndian(_ bits: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            arena.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
    }

    /// Count, types, pointers, lengths and formats as `PQexecParams` wants them.
    func withPointers<T>(
        _ body: (
            Int32, UnsafePointer<Oid>?, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?,
            UnsafePointer<Int32>?
        ) -> T
    ) -> T {
        arena.withUnsafeBytes { bytes in
            let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress
            let pointers = offsets.map { offset in base.map { $0 + offset } }
            return types.withUnsafeBufferPointer { types in
                pointers.withUnsafeBufferPointer { pointers in
                    lengths.withUnsafeBufferPointer { lengths in
                        formats.withUnsafeBufferPointer { formats in
                            body(
                                Int32(offsets.count), types.baseAddress, pointers.baseAddress, lengths.baseAddress,
                                formats.baseAddress)
                        }
                    }
                }
            }
        }
    }
}

/// Keys of PostgreSQL's built-in types.
enum PostgresType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let oid: Oid = 26
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let numeric: Oid = 1700
}

/// Names and types of a result's columns, and how its cells become values.
final class PostgresLayout {
    let columns: Row.Columns
    private let types: [Oid]

    init(_ result: OpaquePointer) {
        let count = PQnfields(result)
        columns = Row.Columns((0..<count).map { String(cString: PQfname(result, $0)) })
        types = (0..<count).map { PQftype(result, $0) }
    }

    func row(_ result: OpaquePointer, _ row: Int32) throws -> Row {
        var values: [SQLValue] = []
        values.reserveCapacity(types.count)
        for (index, type) in types.enumerated() {
            let column = Int32(index)
            if PQgetisnull(result, row, column) == 1 {
                values.append(.null)
                continue
            }
            let cell = UnsafeRawBufferPointer(
                start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
            guard let value = Self.value(cell, type) else {
                throw StorageError.column(columns.names[index], "hat in PostgreSQL eine unbekannte Form")
            }
            values.append(value)
        }
        return Row(columns: columns, values: values)
    }

    private static func value(_ cell: UnsafeRawBufferPointer, _ type: Oid) -> SQLValue? {
        switch type {
        case PostgresType.int8, PostgresType.int4, PostgresType.int2, PostgresType.oid:
            integer(cell).map { .integer($0) }
        case PostgresType.bool: .integer(cell.first == UInt8(ascii: "t") ? 1 : 0)
        case PostgresType.float8, PostgresType.float4: real(cell).map { .real($0) }
        // sum(INTEGER) arrives as numeric without a point, avg(INTEGER) with one: as in SQLite integer and real.
        case PostgresType.numeric:
            cell.contains(UInt8(ascii: ".")) ? real(cell).map { .real($0) } : integer(cell).map { .integer($0) }
        case PostgresType.bytea: bytes(cell).map { .blob($0) }
        default: .text(String(decoding: cell, as: UTF8.self))
        }
    }

    private static func integer(_ cell: UnsafeRawBufferPointer) -> Int64? {
        var value: Int64 = 0
        let isNegative = cell.first == UInt8(ascii: "-")
        for byte in isNegative ? cell.dropFirst() : cell[...] {
            let digit = Int64(byte) - 48
            guard (0...9).contains(digit) else { return nil }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, carried) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !overflow, !carried else { return nil }
            value = next
        }
        return value
    }

    private static func real(_ cell: UnsafeRawBufferPointer) -> Double? {
        Double(String(decoding: cell, as: UTF8.self))
    }

    /// `\x` and two hexadecimal digits a byte.
    private static func bytes(_ cell: UnsafeRawBufferPointer) -> [UInt8]? {
        guard cell.count >= 2, cell.count.isMultiple(of: 2), cell[1] == UInt8(ascii: "x") else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(cell.count / 2 - 1)
        for index in stride(from: 2, to: cell.count, by: 2) {
            guard let high = digit(cell[index]), let low = digit(cell[index + 1]) else { return nil }
            result.append(high << 4 | low)
        }
        return result
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
        default: nil
        }
    }
}
