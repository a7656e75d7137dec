import Foundation
import Mail
import Prevention
import Storage
import StorageTesting
import Testing

@testable import Mail

@Suite(
    "A house that is killed while it delivers", .serialized,
    .enabled(if: SMTPServer.isAvailable, "aiosmtpd is not installed: scripts/setup --test"))
struct CrashTests {
    /// The program beside the test bundle.
    private static let child: URL? = {
        for path in [CommandLine.arguments[0], Bundle.main.bundlePath, Bundle.main.executablePath ?? ""] {
            var folder = URL(fileURLWithPath: path)
            for _ in 0..<3 {
                let file = folder.appendingPathComponent("MailCrashChild")
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue {
                    return file
                }
                folder.deleteLastPathComponent()
            }
        }
        return nil
    }()

    @Test("loses no mail, and repeats at most the one in hand, recognisably")
    func killed() async throws {
        let child = try #require(Self.child)
        let server = try await SMTPServer.start()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("crash-\(ID<Mail>().text)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("house.sqlite").path
        let expected = try await Self.fill(path, count: 200)

        let address = "smtp://127.0.0.1:\(server.port)?tls=aus"
        let kills = try await onOwnThread { try Self.runAndKill(child, [path, address], server) }

        let taken = try server.taken().map(\.id)
        let repeated = taken.count - Set(taken).count
        print("Absturzprobe: \(kills) Abbrüche, 200 Mails, \(taken.count) angenommen, \(repeated) davon Wiederholungen")
        #expect(kills >= 5)
        #expect(Set(taken) == expected)
        #expect(repeated <= kills)
        let counts = try await Self.queue(path).counts()
        #expect(counts == [.queued: 0, .sending: 0, .sent: 200, .failed: 0, .uncertain: 0])
    }

    /// Starts the child again and again, each time killing it after 3 to 15 further mails, at a random moment of the
    /// next ones, until it finds nothing left to do.
    ///
    /// - Returns: how often it was killed.
    private static func runAndKill(_ child: URL, _ arguments: [String], _ server: SMTPServer) throws -> Int {
        var random = SeededGenerator(seed: 7)
        for kills in 0..<500 {
            let process = Process()
            process.executableURL = child
            process.arguments = arguments
            try process.run()
            let target = server.count() + Int.random(in: 3...15, using: &random)
            while process.isRunning, server.count() < target { usleep(1_000) }
            usleep(UInt32.random(in: 0...40_000, using: &random))
            guard process.isRunning else {
                guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
                return kills
            }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        throw CocoaError(.userCancelled)
    }

    private static func queue(_ path: String) throws -> MailQueue {
        MailQueue(
            database: Database(engine: try SQLiteEngine(path: path)), sender: try MailAddress("haus@example.org"),
            clock: .live)
    }

    /// A new database with `count` mails; gives back their Message-IDs.
    private static func fill(_ path: String, count: Int) async throws -> Set<String> {
        let queue = try queue(path)
        try await queue.database.migrate(StorageMigrations.all + MailMigrations.all)
        let message = try MailMessage(
            from: queue.sender, to: MailAddress("steady@example.org"), subject: "Prüflink", text: "Guten Tag")
        try await queue.database.write { w in
            for number in 0..<count {
                try queue.enqueue(
                    message, key: "mail:\(number)", about: Reference(.provider, "p"), by: .system("test"), in: w)
            }
        }
        try await queue.database.engine.close()
        return Set((0..<count).map { MessageID(key: "mail:\($0)", sender: queue.sender).text })
    }
}
