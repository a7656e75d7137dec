import ArgumentParser
import Foundation
import House
import Prevention
import Storage

/// Which house a command works on: the data folder, or the database named by `LUECKENLOS_DATABASE`.
struct HouseOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Datenordner. / Data folder.", valueName: "DIR"))
    var data: String?

    /// The data folder; created with access for this user only if it is missing.
    ///
    /// - Throws: `ValidationError` if none is given, `CommandFailure` if it cannot be made.
    func folder() throws -> URL {
        guard let data, !data.isEmpty else {
            throw ValidationError(
                "Bitte den Datenordner nennen: --data ORDNER. / Please name the data folder: --data DIR.")
        }
        let url = URL(filePath: data, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure("Der Ordner \(data) lässt sich nicht anlegen. Bitte Pfad und Rechte prüfen.")
        }
        return url
    }

    /// The house's database with all migrations run.
    func database() async throws -> Database {
        let database = try openWithoutMigrating()
        try await database.migrate(House.migrations)
        return database
    }

    /// The house's database as it is.
    func openWithoutMigrating() throws -> Database { try Database.open(settings()) }

    /// Where the house's database is: a file in the data folder, or what `LUECKENLOS_DATABASE` names.
    func settings() throws -> DatabaseSettings {
        try DatabaseSettings(environment: ProcessInfo.processInfo.environment, dataFolder: try folder().path)
    }
}

/// A command did not succeed: one German sentence that says what to do; exit status 1.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Exit statuses of the command line (specs/command-line.md).
enum ExitStatus {
    static let failed = ExitCode(1)
    /// An unknown word on the command line, or one that is missing.
    static let wrongUse = ExitCode(2)
    /// The input has problems; all of them have been listed.
    static let problems = ExitCode(3)
}
