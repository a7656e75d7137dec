import HTTPTypes
package import Hummingbird
import Logging
import NIOCore
package import Web

/// What a test sees of an answer.
package struct TestAnswer: Sendable {
    package let status: Int
    package let headers: [(String, String)]
    package let bytes: [UInt8]
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package func header(_ name: String) -> String? {
        headers.first { $0.0.lowercased() == name.lowercased() }?.1
    }

    /// All values of a header, in their order.
    package func headers(_ name: String) -> [String] {
        headers.filter { $0.0.lowercased() == name.lowercased() }.map(\.1)
    }
}

/// Sends requests to a responder without a socket.
package struct TestClient<Responder: HTTPResponder>: Sendable where Responder.Context == HouseContext {
    let responder: Responder
    /// Headers that every request carries, for example the session's cookie.
    package var headers: [(String, String)]
    /// Address from which the requests come.
    package var remoteAddress = "127.0.0.1"

    package init(_ responder: Responder, headers: [(String, String)] = []) {
        self.responder = responder
        self.headers = headers
    }

    package func get(_ address: String, headers: [(String, String)] = []) async throws -> TestAnswer {
        try await send("GET", address, headers: headers)
    }

    /// Posts URL-encoded fields.
    package func post(
        _ address: String, _ fields: [(String, String)], headers: [(String, String)] = []
    ) async throws -> TestAnswer {
        let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await send(
            "POST", address, headers: [("Content-Type", "application/x-www-form-urlencoded")] + headers,
            body: Array(body.utf8))
    }

    package func send(
        _ method: String, _ address: String, headers: [(String, String)] = [], body: [UInt8] = []
    ) async throws -> TestAnswer {
        try await send(method, address, headers: headers, stream: RequestBody(buffer: ByteBuffer(bytes: body)))
    }

    /// Sends a body that arrives bit by bit.
    package func send(
        _ method: String, _ address: String, headers: [(String, String)] = [], stream: RequestBody
    ) async throws -> TestAnswer {
        var fields = HTTPFields()
        for (name, value) in self.headers + headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        let head = HTTPRequest(
            method: .init(method) ?? .get, scheme: "http", authority: "localhost", path: address, headerFields: fields)
        let context = HouseContext(remoteAddress: remoteAddress, logger: Logger(label: "test"))
        let response = try await responder.respond(to: Request(head: head, body: stream), context: context)
        let writer = CollectingWriter()
        try await response.body.write(writer)
        return TestAnswer(
            status: response.status.code,
            headers: response.headers.map { ($0.name.rawName, $0.value) }, bytes: await writer.collected.bytes)
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 48...57, 65...90, 97...122: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

private actor Collected {
    var bytes: [UInt8] = []
    func append(_ more: [UInt8]) { bytes += more }
}

private struct CollectingWriter: ResponseBodyWriter {
    let collected = Collected()

    mutating func write(_ buffer: ByteBuffer) async throws {
        await collected.append(Array(buffer.readableBytesView))
    }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
