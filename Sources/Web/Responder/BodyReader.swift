import Hummingbird
import NIOCore

/// Reads the body of a request within its limits.
enum BodyReader {
    /// The bytes of the body.
    ///
    /// - Parameter limit: largest accepted size in bytes.
    /// - Throws: `Refusal` 413 if it is larger, 408 if it takes longer than `seconds`, 400 if the connection breaks off.
    static func bytes(of request: Request, limit: Int, seconds: Double) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw Refusal(413) }
        let body = request.body
        return try await Deadline.run(seconds: seconds, late: Refusal(408, headers: [("Connection", "close")])) {
            var bytes: [UInt8] = []
            for try await buffer in body {
                guard bytes.count + buffer.readableBytes <= limit else { throw Refusal(413) }
                bytes.append(contentsOf: buffer.readableBytesView)
            }
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
