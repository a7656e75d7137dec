import Foundation
import Synchronization

/// Backup and restore of PostgreSQL: archives through `pg_dump` and `pg_restore`.
enum PostgresBackup {
    static func dump(_ address: PostgresAddress, to path: String) async throws {
        try await ExternalProgram.find("pg_dump").run(
            [
                "--format=custom", "--no-owner", "--no-privileges", "--no-password", "--file=\(path)",
                "--dbname=\(address.textWithoutPassword)",
            ], password: address.password)
    }

    /// Unpacks the archive completely, and checks the audit chain of the rows in it.
    static func inspect(_ path: String) async throws -> BackupReport {
        let program = try ExternalProgram.find("pg_restore")
        try await program.run(["--file=/dev/null", path], password: nil)
        let migrations = try await rows(of: "migration", in: path, program).compactMap { row in
            row["position"].flatMap { Int($0) }.flatMap { position in row["name"].map { (position, $0) } }
        }
        guard !migrations.isEmpty else { throw BackupError("In der Sicherung \(path) fehlen die Tabellen des Hauses.") }
        let audit = try await rows(of: "audit", in: path, program)
        return BackupReport(
            bytes: Backup.size(path), migrations: migrations.sorted { $0.0 < $1.0 }.map(\.1), head: try head(of: audit))
    }

    /// Rows lie in the archive as they lay in the table, not always in the order of their numbers.
    private static func head(of audit: [[String: String]]) throws -> AuditHead {
        var walk = AuditWalk(expecting: nil)
        let numbered = audit.map { row in (n: row["n"].flatMap { Int($0) } ?? 0, row: row) }
        for (n, row) in numbered.sorted(by: { $0.n < $1.n }) {
            let fields = AuditChain.columnNames.map { row[$0.lowercased()] ?? "" }
            let problem = walk.step(n: n, fields: fields, previous: row["previous"] ?? "", hash: row["hash"] ?? "")
            if case .broken(let n, let why) = problem {
                throw BackupError("Die Sicherung ist nicht in Ordnung. Protokoll, Eintrag \(n): \(why)")
            }
        }
        return walk.head
    }

    private static func rows(
        of table: String, in path: String, _ program: ExternalProgram
    ) async throws -> [[String: String]] {
        let reader = CopyText()
        try await program.run(["--data-only", "--table=\(table)", "--file=-", path], password: nil) { reader.take($0) }
        return reader.rows
    }

    static func restore(_ path: String, to address: PostgresAddress, replacing: Bool) async throws {
        let tables = try await onOwnThread {
            do {
                return try PostgresServer(address).values(
                    "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
                )
            } catch { throw BackupError("\(error)") }
        }
        if !tables.isEmpty, !replacing { throw Backup.notEmpty }
        try await ExternalProgram.find("pg_restore").run(
            [
                "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password",
                "--dbname=\(address.textWithoutPassword)",
            ] + (tables.isEmpty ? [] : ["--clean", "--if-exists"]) + [path], password: address.password)
    }
}

/// Reads the rows of PostgreSQL's text form: `COPY schema.table (a, b) FROM stdin;`, lines with tabs, `\.`.
final class CopyText: Sendable {
    private struct State {
        var columns: [String]?
        var rows: [[String: String]] = []
    }

    private let state = Mutex(State())

    /// Rows by lower-case column name; NULL is missing.
    var rows: [[String: String]] { state.withLock { $0.rows } }

    func take(_ line: Substring.UTF8View) {
        let text = String(Substring(line))
        state.withLock { state in
            guard let columns = state.columns else {
                state.columns = Self.columns(text)
                return
            }
            guard text != "\\." else {
                state.columns = nil
                return
            }
            let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(Self.unescaped)
            var row: [String: String] = [:]
            for (column, cell) in zip(columns, cells) { row[column] = cell }
            state.rows.append(row)
        }
    }

    private static func columns(_ line: String) -> [String]? {
        guard line.hasPrefix("COPY "), line.hasSuffix("FROM stdin;"), let open = line.firstIndex(of: "("),
            let close = line.lastIndex(of: ")")
        else { return nil }
        return line[line.index(after: open)..<close].split(separator: ",").map { name in
            String(name.filter { $0 != " " && $0 != "\"" })
        }
    }

    private static func unescaped(_ cell: Substring) -> String? {
        if cell == "\\N" { return nil }
        guard cell.utf8.contains(UInt8(ascii: "\\")) else { return String(cell) }
        var result: [UInt8] = []
        var isEscaped = false
        for byte in cell.utf8 {
            if !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            }
            result.append(isEscaped ? Self.escapes[byte] ?? byte : byte)
            isEscaped = false
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12,
        UInt8(ascii: "r"): 13,
    ]
}
