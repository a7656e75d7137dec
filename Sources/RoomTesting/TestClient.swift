import Foundation
package import Hummingbird
import Web
import HTTPTypes
import Logging
import NIOCore
import NIOEmbedded

/// What a test sees of an answer.
package struct TestAnswer: Sendable {
    package let status: Int
    package let headers: [(String, String)]
    package let bytes: [UInt8]
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package func header(_ name: String) -> String? {
        headers.first { $0.0.lowercased() == name.lowercased() }?.1
    }
}

/// Sends requests to a responder without a socket, about 0.1 ms each.
package struct TestClient<Responder: HTTPResponder>: Sendable where Responder.Context == BasicRequestContext {
    let responder: Responder

    package init(_ responder: Responder) { self.responder = responder }

    package func get(_ address: String, headers: [(String, String)] = []) async throws -> TestAnswer {
        try await send("GET", address, headers: headers)
    }

    package func send(
        _ method: String, _ address: String, headers: [(String, String)] = [], body: [UInt8] = []
    ) async throws -> TestAnswer {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        let head = HTTPRequest(
            method: .init(method) ?? .get, scheme: "http", authority: "localhost", path: address, headerFields: fields)
        let request = Request(head: head, body: .init(buffer: ByteBuffer(bytes: body)))
        let context = BasicRequestContext(
            source: ApplicationRequestContextSource(
                channel: NIOAsyncTestingChannel(), logger: Logger(label: "test")))
        let response = try await responder.respond(to: request, context: context)
        let writer = CollectingWriter()
        try await response.body.write(writer)
        return TestAnswer(
            status: response.status.code,
            headers: response.headers.map { ($0.name.rawName, $0.value) }, bytes: await writer.collected.bytes)
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
