import Foundation
import Synchronization

/// One run of WeasyPrint in a folder of its own.
struct PrintRun: Sendable {
    let program: String
    let limits: PrintEngine.Limits

    /// Only `data:` may be fetched; relative addresses have no base.
    private static let arguments = [
        "--pdf-variant", "pdf/ua-1", "--allowed-protocols", "data", "--base-url", "about:blank", "--encoding", "utf-8",
        "--media-type", "print", "-", "-",
    ]

    func pdf(from page: [UInt8]) async -> PrintResult {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("druck-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let (input, output, words) = (
                try file("seite.html", page, folder), try file("seite.pdf", [], folder), try file("worte", [], folder)
            )
            let end = try await run(in: folder, input: input, output: output, words: words)
            return try result(end, output: output, words: words)
        } catch { return .failed(.program("\(error)")) }
    }

    private func file(_ name: String, _ bytes: [UInt8], _ folder: URL) throws -> URL {
        let file = folder.appendingPathComponent(name)
        try Data(bytes).write(to: file)
        return file
    }

    private enum End: Sendable {
        case status(Int32)
        case signal(Int32)
        case timeOut
    }

    private func run(in folder: URL, input: URL, output: URL, words: URL) async throws -> End {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The shell sets the limits and becomes the program, so that its process is the one to kill.
        process.arguments =
            [
                "-c", "ulimit -v $1; ulimit -t $2; ulimit -f $3; ulimit -c 0; shift 3; exec \"$@\"", "sh",
                "\(limits.memoryMegabytes * 1_024)", "\(limits.seconds)", "\(limits.pdfMegabytes * 2_048)", program,
            ] + Self.arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path, "TMPDIR": folder.path, "NO_PROXY": "*",
        ]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: words)
        let wasLate = Late()
        let watch = Task { [seconds = limits.seconds] in
            try await Task.sleep(for: .seconds(seconds))
            wasLate.mark()
            kill(process.processIdentifier, SIGKILL)
        }
        defer { watch.cancel() }
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do { try process.run() } catch { done.resume(throwing: error) }
        }
        if wasLate.isMarked { return .timeOut }
        return process.terminationReason == .exit
            ? .status(process.terminationStatus) : .signal(process.terminationStatus)
    }

    private func result(_ end: End, output: URL, words: URL) throws -> PrintResult {
        let told = String(decoding: try Data(contentsOf: words).suffix(2_000), as: UTF8.self)
        let last = told.split(separator: "\n").last.map { String($0.prefix(300)) } ?? ""
        switch end {
        case .timeOut, .signal(SIGXCPU): return .failed(.timeOut)
        case .signal(SIGXFSZ): return .failed(.tooLarge)
        case .signal(let number): return .failed(.program("Signal \(number): \(last)"))
        case .status(0):
            let bytes = Array(try Data(contentsOf: output))
            guard bytes.starts(with: "%PDF-".utf8) else { return .failed(.program("keine PDF-Datei: \(last)")) }
            return .pdf(bytes)
        case .status where told.contains("MemoryError") || told.contains("File too large"): return .failed(.tooLarge)
        case .status(let number): return .failed(.program("Status \(number): \(last)"))
        }
    }
}

/// Whether the time was over.
private final class Late: Sendable {
    private let value = Mutex(false)

    var isMarked: Bool { value.withLock { $0 } }
    func mark() { value.withLock { $0 = true } }
}
