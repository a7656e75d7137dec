import Hummingbird
import NIOCore

/// Reads the body of a request within its limits.
enum BodyReader {
    /// Of a body that is too large so many bytes are still taken and thrown away: a browser that is busy sending does
    /// not read the answer. Whoever sends more is cut off.
    static let patience = 64 << 20

    /// The bytes of the body.
    ///
    /// - Parameter limit: largest accepted size in bytes.
    /// - Throws: `Refusal` 413 if it is larger, 408 if it takes longer than `seconds`, 400 if it breaks off or is no HTTP.
    static func bytes(of request: Request, limit: Int, seconds: Double) async throws -> [UInt8] {
        let length = request.headers[.contentLength].flatMap(Int.init) ?? 0
        guard length <= patience else { throw Refusal(413) }
        let body = request.body
        return try await Deadline.run(seconds: seconds, late: Refusal(408, headers: [("Connection", "close")])) {
            var bytes: [UInt8] = []
            var size = 0
            do {
                for try await buffer in body {
                    size += buffer.readableBytes
                    guard size <= patience else { throw Refusal(413) }
                    if size <= limit, length <= limit { bytes.append(contentsOf: buffer.readableBytesView) }
                }
            } catch let error where !(error is Refusal) && !(error is CancellationError) {
                throw Refusal(.badForm)
            }
            guard size <= limit, length <= limit else { throw Refusal(413) }
            return bytes
        }
    }
}

/// Runs work that may not take for ever.
enum Deadline {
    /// - Throws: `late` if `work` has not ended after `seconds`; the work is cancelled then.
    static func run<Value: Sendable>(
        seconds: Double, late: any Error, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: work)
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw late
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw late }
            return value
        }
    }
}
