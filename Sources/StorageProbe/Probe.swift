import Foundation
import Storage
import StorageTesting

/// Test support: a process that writes until it is killed, and one that checks what the killed one left behind.
///
///     storage-probe write ADDRESS              prints each key after its block returned
///     storage-probe check ADDRESS KEYS-FILE    prints what is wrong; status 1 if anything is
///     storage-probe measure ADDRESS            rates of single blocks and the time of a long list
@main struct Probe {
    static func main() async {
        do {
            switch Array(CommandLine.arguments.dropFirst()) {
            case let words where words.count == 2 && words[0] == "write": try await write(words[1])
            case let words where words.count == 2 && words[0] == "measure":
                try await Measurement(database: Database.open(words[1])).run()
            case let words where words.count == 3 && words[0] == "check":
                exit(try await check(words[1], keys: words[2]))
            default:
                print("storage-probe write ADDRESS | check ADDRESS KEYS-FILE | measure ADDRESS")
                exit(2)
            }
        } catch {
            print("\(error)")
            exit(1)
        }
    }

    private static func write(_ address: String) async throws {
        let database = try Database.open(address)
        try await database.migrate(StorageMigrations.all + Durability.migrations)
        try await Durability.write(database) { key in
            // One call, one line: a line that is there was acknowledged.
            try? FileHandle.standardOutput.write(contentsOf: Data("\(key)\n".utf8))
        }
    }

    private static func check(_ address: String, keys file: String) async throws -> Int32 {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        var keys = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        keys.removeLast()  // "" after the last newline, or a line that the kill cut
        let database = try Database.open(address)
        let problems = try await Durability.check(database, acknowledged: keys)
        print("bestätigt \(keys.count) · vorhanden \(try await Durability.count(database)) · Befunde \(problems.count)")
        for problem in problems { print(problem) }
        return problems.isEmpty ? 0 : 1
    }
}
