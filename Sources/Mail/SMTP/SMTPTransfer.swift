import CCurlShim
import Dispatch
import Synchronization

/// One mail on its way through libcurl: hands out the bytes and notes what was said.
///
/// Lives on the connection's thread only.
final class SMTPTransfer {
    private let bytes: [UInt8]
    private var position = 0
    private let beforeHandover: @Sendable () async throws -> Void
    /// Verb of the last command that went out.
    private(set) var command = ""
    /// The last complete answer of the server.
    private(set) var answer: SMTPReply?
    /// Whether libcurl is closing the connection: what is said from here on is not about the mail.
    private var isLeaving = false
    /// Whether the mail may have been handed over: everything is allowed to go out, the final dot included.
    private(set) var isHandedOver = false
    /// The answer to the final dot.
    private(set) var finalAnswer: SMTPReply?

    init(_ bytes: [UInt8], beforeHandover: @escaping @Sendable () async throws -> Void) {
        self.bytes = bytes
        self.beforeHandover = beforeHandover
    }

    /// The next bytes; the last two are held back until `beforeHandover` has agreed, since libcurl sends the final dot
    /// right after them. -1 aborts.
    fileprivate func read(into buffer: UnsafeMutablePointer<CChar>, capacity: Int) -> Int {
        let end = isHandedOver ? bytes.count : max(bytes.count - 2, 0)
        if position >= end, !isHandedOver {
            guard Blocking.succeeds(beforeHandover) else { return -1 }
            isHandedOver = true
            return read(into: buffer, capacity: capacity)
        }
        let count = min(capacity, end - position)
        for offset in 0..<count { buffer[offset] = CChar(bitPattern: bytes[position + offset]) }
        position += count
        return count
    }

    fileprivate func note(answer line: String) {
        guard let code = Int(line.prefix(3)), (200...599).contains(code) else { return }
        let rest = line.dropFirst(3)
        guard rest.first != "-", !isLeaving else { return }
        let reply = SMTPReply(code: code, words: String(rest))
        answer = reply
        if isHandedOver { finalAnswer = reply }
    }

    fileprivate func note(command line: String) {
        let verb = String(line.prefix { $0.isASCII && $0.isLetter })
        isLeaving = isLeaving || verb == "QUIT"
        if !isLeaving { command = verb }
    }

    /// Runs `body` with the callbacks that lead here.
    func withCallbacks<T>(_ body: (UnsafePointer<lk_callbacks>) -> T) -> T {
        var callbacks = lk_callbacks(
            context: Unmanaged.passUnretained(self).toOpaque(),
            read: { context, buffer, capacity in
                guard let context, let buffer else { return -1 }
                return Unmanaged<SMTPTransfer>.fromOpaque(context).takeUnretainedValue()
                    .read(into: buffer, capacity: capacity)
            },
            reply: { context, line, length in
                guard let context else { return }
                Unmanaged<SMTPTransfer>.fromOpaque(context).takeUnretainedValue().note(answer: text(line, length))
            },
            command: { context, line, length in
                guard let context else { return }
                Unmanaged<SMTPTransfer>.fromOpaque(context).takeUnretainedValue().note(command: text(line, length))
            })
        return withExtendedLifetime(self) { body(&callbacks) }
    }
}

/// The bytes of one line as text; bytes that are not UTF-8 are replaced.
private func text(_ line: UnsafePointer<CChar>?, _ length: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: line, count: line == nil ? 0 : length), as: UTF8.self)
}

/// Waiting on a thread of our own for something asynchronous.
enum Blocking {
    /// Never call this on the cooperative pool.
    static func succeeds(_ work: @escaping @Sendable () async throws -> Void) -> Bool {
        let verdict = Verdict()
        Task {
            do {
                try await work()
                verdict.give(true)
            } catch { verdict.give(false) }
        }
        return verdict.wait()
    }

    private final class Verdict: Sendable {
        private let answer = Mutex(false)
        private let ready = DispatchSemaphore(value: 0)

        func give(_ value: Bool) {
            answer.withLock { $0 = value }
            ready.signal()
        }

        func wait() -> Bool {
            ready.wait()
            return answer.withLock { $0 }
        }
    }
}
