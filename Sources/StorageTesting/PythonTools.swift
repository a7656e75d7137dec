package import Foundation

/// Python with the packages of scripts/requirements.txt: the second opinion and the servers of tests.
///
/// Taken from `LUECKENLOS_TEST_PYTHON`, else from `.venv` (made by `scripts/setup --test`), else from the PATH.
package enum PythonTools {
    /// The root of the project.
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static let python: URL? = {
        if let given = ProcessInfo.processInfo.environment["LUECKENLOS_TEST_PYTHON"] {
            return URL(fileURLWithPath: given)
        }
        let own = root.appendingPathComponent(".venv/bin/python3")
        if FileManager.default.isExecutableFile(atPath: own.path) { return own }
        let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
        return folders.map { URL(fileURLWithPath: "\($0)/python3") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    /// Whether Python is there and knows the module.
    package static func has(_ module: String) -> Bool {
        guard let result = try? runHere(["-c", "import \(module)"]) else { return false }
        return result.status == 0
    }

    /// The command of a package beside Python, `nil` if it is not installed.
    package static func command(_ name: String) -> URL? {
        guard let file = python?.deletingLastPathComponent().appendingPathComponent(name),
            FileManager.default.isExecutableFile(atPath: file.path)
        else { return nil }
        return file
    }

    /// A process of Python that is not started yet.
    package static func process(_ arguments: [String]) throws -> Process {
        guard let python else { throw CocoaError(.fileNoSuchFile) }
        let process = Process()
        process.executableURL = python
        process.arguments = arguments
        return process
    }

    /// Runs Python to its end; the tests beside this one go on meanwhile.
    package static func run(_ arguments: [String]) async throws -> (status: Int32, output: String) {
        try await onOwnThread { try runHere(arguments) }
    }

    private static func runHere(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = try process(arguments)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

/// Does blocking work on a thread of its own: the few threads that all tests share stay free.
package func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread { continuation.resume(with: Result(catching: work)) }.start()
    }
}
