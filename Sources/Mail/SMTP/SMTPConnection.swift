import CCurlShim
import Storage

/// Verbindung zum Mailserver: libcurl on a thread of its own, one mail at a time, the connection kept for the next one.
///
/// libcurl blocks, so the actor brings its own executor: the compiler proves that the handle stays on that thread.
actor SMTPConnection {
    private let executor = ThreadExecutor(name: "mail")
    private let settings: SMTPSettings
    private let greeting: String
    private var handle: CurlHandle?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter greeting: the name given in EHLO, a domain in ASCII.
    init(_ settings: SMTPSettings, greeting: some StringProtocol) {
        self.settings = settings
        self.greeting = String(greeting)
    }

    deinit { executor.stop() }

    /// Hands one mail over.
    ///
    /// - Parameter beforeHandover: called when all but the end of the mail is with the server; if it throws, the mail is
    ///   not ended and the server has to forget it.
    func send(_ envelope: Envelope, beforeHandover: @escaping @Sendable () async throws -> Void) -> DeliveryOutcome {
        guard let handle = handle ?? CurlHandle(settings, greeting: greeting) else {
            return .notReached(SMTPReply(code: 0, words: "libcurl lässt sich nicht starten."))
        }
        self.handle = handle
        let transfer = SMTPTransfer(envelope.content, beforeHandover: beforeHandover)
        let (code, words) = handle.send(envelope, transfer)
        return Self.outcome(code: code, words: words, transfer)
    }

    /// Says goodbye to the server.
    func hangUp() { handle = nil }

    private static func outcome(code: CInt, words: String, _ transfer: SMTPTransfer) -> DeliveryOutcome {
        let nothing = SMTPReply(code: 0, words: words)
        if transfer.isHandedOver {
            guard let reply = transfer.finalAnswer else { return .uncertain(nothing) }
            switch reply.code {
            case 200...299: return .delivered(reply)
            case 500...599: return .refused(reply)
            default: return .refusedForNow(reply)
            }
        }
        let reply = transfer.answer.flatMap { $0.code >= 400 ? $0 : nil } ?? nothing
        switch (transfer.command, reply.code) {
        // 552 to MAIL: this mail is larger than the server takes.
        case ("RCPT", 500...599), ("DATA", 500...599), ("MAIL", 552): return .refused(reply)
        case ("MAIL", 500...599): return .notReached(reply)
        case ("MAIL", _), ("RCPT", _), ("DATA", _): return .refusedForNow(reply)
        default: return .notReached(reply)
        }
    }
}

/// Umschlag: what the server is told about a mail, and the mail.
package struct Envelope: Hashable, Sendable {
    package let messageID: String
    package let from: String
    package let to: String
    package let content: [UInt8]
}

/// An easy handle of libcurl; closed with its owner.
private final class CurlHandle {
    private static let isStarted = lk_curl_start() == 0
    private let curl: UnsafeMutableRawPointer

    init?(_ settings: SMTPSettings, greeting: String) {
        guard Self.isStarted, let curl = Self.open(settings, greeting: greeting) else { return nil }
        self.curl = curl
    }

    deinit { lk_curl_close(curl) }

    private static func open(_ settings: SMTPSettings, greeting: String) -> UnsafeMutableRawPointer? {
        CStrings.with([settings.url(greeting: greeting), settings.user, settings.password, settings.authorityFile]) {
            texts in
            var server = lk_server(
                url: texts[0], user: texts[1], password: texts[2], ca_file: texts[3],
                require_tls: settings.security == .plainLoopback ? 0 : 1,
                connect_timeout_seconds: settings.connectSeconds, reply_timeout_seconds: settings.answerSeconds,
                total_timeout_seconds: settings.connectSeconds + 4 * settings.answerSeconds)
            return lk_curl_open(&server)
        }
    }

    /// libcurl's code and its words about it.
    func send(_ envelope: Envelope, _ transfer: SMTPTransfer) -> (CInt, String) {
        var error = [CChar](repeating: 0, count: 256)
        let code = transfer.withCallbacks { callbacks in
            lk_curl_send(curl, envelope.from, envelope.to, Int64(envelope.content.count), callbacks, &error)
        }
        let told = String(decoding: error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return (code, told.isEmpty ? String(cString: lk_curl_words(code)) : told)
    }
}

/// Several optional texts as C strings for the length of one call.
private enum CStrings {
    static func with<T>(_ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> T) -> T {
        with(texts[...], [], body)
    }

    private static func with<T>(
        _ rest: ArraySlice<String?>, _ done: [UnsafePointer<CChar>?], _ body: ([UnsafePointer<CChar>?]) -> T
    ) -> T {
        guard let first = rest.first else { return body(done) }
        guard let text = first else { return with(rest.dropFirst(), done + [nil], body) }
        return text.withCString { with(rest.dropFirst(), done + [$0], body) }
    }
}
