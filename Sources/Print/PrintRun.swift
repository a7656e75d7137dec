import Foundation
import Synchronization

/// One run of WeasyPrint or rsvg-convert in a folder of its own.
struct PrintRun: Sendable {
    let program: String
    let limits: PrintEngine.Limits

    /// Only `data:` may be fetched; relative addresses have no base.
    private static let arguments = [
        "--pdf-variant", "pdf/ua-1", "--allowed-protocols", "data", "--base-url", "about:blank", "--encoding", "utf-8",
        "--media-type", "print", "-", "-",
    ]

    private static let pictureArguments = ["--format", "png", "--zoom", "2", "--background-color", "white"]

    func pdf(from page: [UInt8]) async -> PrintResult {
        switch await produced(page, Self.arguments, beginning: Array("%PDF-".utf8)) {
        case .success(let bytes): .pdf(bytes)
        case .failure(let failure): .failed(failure)
        }
    }

    func png(from picture: [UInt8]) async -> PictureResult {
        switch await produced(picture, Self.pictureArguments, beginning: [0x89, 0x50, 0x4E, 0x47]) {
        case .success(let bytes): .png(bytes)
        case .failure(let failure): .failed(failure)
        }
    }

    /// What the program makes of the input on its standard output.
    private func produced(
        _ source: [UInt8], _ arguments: [String], beginning mark: [UInt8]
    ) async -> Result<[UInt8], PrintFailure> {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("druck-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let (input, output, words) = (
                try file("eingabe", source, folder), try file("ausgabe", [], folder), try file("worte", [], folder)
            )
            let end = try await run(arguments, in: folder, input: input, output: output, words: words)
            return try result(end, output: output, words: words, mark)
        } catch { return .failure(.program("\(error)")) }
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

    private func run(
        _ arguments: [String], in folder: URL, input: URL, output: URL, words: URL
    ) async throws -> End {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The shell sets the limits and becomes the program, so that its process is the one to kill.
        process.arguments =
            [
                "-c", "ulimit -v $1; ulimit -t $2; ulimit -f $3; ulimit -c 0; shift 3; exec \"$@\"", "sh",
                "\(limits.memoryMegabytes * 1_024)", "\(limits.seconds)", "\(limits.pdfMegabytes * 2_048)", program,
            ] + arguments
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

    private func result(
        _ end: End, output: URL, words: URL, _ mark: [UInt8]
    ) throws -> Result<[UInt8], PrintFailure> {
        let told = String(decoding: try Data(contentsOf: words).suffix(2_000), as: UTF8.self)
        let last = told.split(separator: "\n").last.map { String($0.prefix(300)) } ?? ""
        switch end {
        case .timeOut, .signal(SIGXCPU): return .failure(.timeOut)
        case .signal(SIGXFSZ): return .failure(.tooLarge)
        case .signal(let number): return .failure(.program("Signal \(number): \(last)"))
        case .status(0):
            let bytes = Array(try Data(contentsOf: output))
            guard bytes.starts(with: mark) else { return .failure(.program("andere Datei als erwartet: \(last)")) }
            return .success(bytes)
        case .status where told.contains("MemoryError") || told.contains("File too large"): return .failure(.tooLarge)
        case .status(let number): return .failure(.program("Status \(number): \(last)"))
        }
    }
}

/// Whether the time was over.
private final class Late: Sendable {
    private let value = Mutex(false)

    var isMarked: Bool { value.withLock { $0 } }
    func mark() { value.withLock { $0 = true } }
}
