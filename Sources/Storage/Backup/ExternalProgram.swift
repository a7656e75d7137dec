import Foundation

/// Hilfsprogramm: a program of PostgreSQL's package that the house calls, if it is installed.
struct ExternalProgram: Sendable {
    let path: String

    /// - Throws: `BackupError` that says which package is missing.
    static func find(_ name: String) throws -> ExternalProgram {
        let search = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        for folder in newestServerFolders() + search
        where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
            return ExternalProgram(path: "\(folder)/\(name)")
        }
        throw BackupError(
            "Das Programm \(name) fehlt. Es gehört zum Paket postgresql-client (Debian, Ubuntu: apt install postgresql-client)."
        )
    }

    /// Debian keeps the programs of each version in a folder of its own; the newest can read all older servers.
    private static func newestServerFolders() -> [String] {
        let base = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
        return versions.compactMap { Int($0) }.sorted(by: >).map { "\(base)/\($0)/bin" }
    }

    /// Runs the program on a thread of its own and hands its output to `line`, one line at a time without the newline.
    ///
    /// - Throws: `BackupError` with the program's own words if it fails.
    func run(
        _ arguments: [String], password: String?,
        line: @escaping @Sendable (Substring.UTF8View) throws -> Void = { _ in }
    ) async throws {
        let path = path
        try await onOwnThread {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = arguments
            var environment = ProcessInfo.processInfo.environment
            environment["PGPASSWORD"] = password
            environment["LC_ALL"] = "C.UTF-8"
            process.environment = environment
            let (output, complaints) = (Pipe(), Pipe())
            process.standardOutput = output
            process.standardError = complaints
            process.standardInput = FileHandle.nullDevice
            do { try process.run() } catch { throw BackupError("\(path) lässt sich nicht starten.") }
            do { try Self.lines(of: output.fileHandleForReading, line) } catch {
                process.terminate()
                throw error
            }
            let words = try complaints.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                let text = String(decoding: words, as: UTF8.self).split(separator: "\n").first ?? "ohne Meldung"
                throw BackupError("\(path.split(separator: "/").last ?? "") ist gescheitert: \(text)")
            }
        }
    }

    private static func lines(of file: FileHandle, _ body: (Substring.UTF8View) throws -> Void) throws {
        var rest = Data()
        while let chunk = try file.read(upToCount: 1 << 16), !chunk.isEmpty {
            rest += chunk
            guard let end = rest.lastIndex(of: 10) else { continue }
            for line in String(decoding: rest[..<end], as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            {
                try body(line.utf8)
            }
            rest = Data(rest[(end + 1)...])
        }
        if !rest.isEmpty { try body(String(decoding: rest, as: UTF8.self)[...].utf8) }
    }
}

/// Runs work that blocks without holding up the tasks of the house.
func onOwnThread<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        Thread { continuation.resume(with: Result(catching: work)) }.start()
    }
}
