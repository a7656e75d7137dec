import Crypto
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Turns an answer into what goes over the wire: protective headers, caching, compression.
struct Dressing: Sendable {
    /// What the answer belongs to.
    struct Occasion: Sendable {
        var isHead = false
        var isInterface = false
        /// The page is for this visitor alone: signed in, by personal link, or setting a cookie.
        var isPrivate = false
        var requestID = ""
        /// Pattern of the route, for log and figures; a dash if there is none.
        var route = "-"
        var accepted: [String: String] = [:]
    }

    let settings: WebSettings
    let compressed = CompressedBodies()

    func response(_ answer: Answer, _ occasion: Occasion) -> Response {
        var answer = answer
        var headers = ProtectiveHeaders.fields(
            isEncrypted: settings.isEncrypted, isInterface: occasion.isInterface, requestID: occasion.requestID,
            isEmbeddable: answer.isEmbeddable)
        let setsCookie = answer.has("Set-Cookie")
        let isPrivate = occasion.isPrivate || setsCookie
        if !answer.has("Cache-Control") {
            answer.headers.append(("Cache-Control", Self.caching(answer, isPrivate: isPrivate)))
        }
        for (name, value) in answer.headers {
            guard let name = HTTPField.Name(name), HTTPField.isValidValue(value) else { continue }
            if name == .setCookie { headers.append(HTTPField(name: name, value: value)) } else { headers[name] = value }
        }
        if answer.status == 200, !isPrivate, !answer.body.isEmpty {
            let tag = headers[.eTag] ?? Self.tag(answer.body)
            headers[.eTag] = tag
            if Self.matches(occasion.accepted["if-none-match"], tag) {
                headers[.contentType] = nil
                return Response(status: .notModified, headers: headers)
            }
        }
        return finished(answer, headers, isPrivate: isPrivate, occasion)
    }

    private func finished(
        _ answer: Answer, _ headers: HTTPFields, isPrivate: Bool, _ occasion: Occasion
    ) -> Response {
        var headers = headers
        var body = answer.body
        if Compression.pays(headers[.contentType], size: body.count) {
            headers[.vary] = headers[.vary].map { $0 + ", Accept-Encoding" } ?? "Accept-Encoding"
            let isAccepted = Compression.isAccepted(occasion.accepted["accept-encoding"])
            if isAccepted, let packed = compressed.body(body, key: isPrivate ? nil : headers[.eTag]) {
                body = packed
                headers[.contentEncoding] = "gzip"
            }
        }
        if answer.status == 204 || answer.status == 304 {
            return Response(status: .init(code: answer.status), headers: headers)
        }
        headers[.contentLength] = String(body.count)
        return Response(
            status: .init(code: answer.status), headers: headers,
            body: occasion.isHead ? .init() : .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    private static func caching(_ answer: Answer, isPrivate: Bool) -> String {
        if isPrivate || answer.status >= 400 { return "no-store" }
        return "no-cache"
    }

    /// A weak tag: the same page compressed or not has the same one.
    static func tag(_ body: [UInt8]) -> String {
        let digest = SHA256.hash(data: body).prefix(12).map { Hex.text($0) }.joined()
        return "W/\"\(digest)\""
    }

    private static func matches(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        func strong(_ text: some StringProtocol) -> String {
            let text = String(text).trimmed
            return text.hasPrefix("W/") ? String(text.dropFirst(2)) : text
        }
        return header.trimmed == "*" || header.split(separator: ",").contains { strong($0) == strong(tag) }
    }
}

/// Bodies that have been compressed lately, so that the same page is compressed once.
final class CompressedBodies: Sendable {
    private struct Kept {
        var bodies: [String: [UInt8]] = [:]
        var size = 0
    }

    /// Most bytes kept.
    static let most = 8 << 20
    private let kept = Mutex(Kept())

    /// - Parameter key: entity tag of the body; `nil` for bodies that may not be kept.
    func body(_ body: [UInt8], key: String?) -> [UInt8]? {
        if let key, let known = kept.withLock({ $0.bodies[key] }) { return known }
        guard let packed = Compression.gzip(body) else { return nil }
        guard let key else { return packed }
        kept.withLock { kept in
            if kept.size + packed.count > Self.most { kept = Kept() }
            if kept.bodies.updateValue(packed, forKey: key) == nil { kept.size += packed.count }
        }
        return packed
    }
}

/// Bytes as hexadecimal text.
enum Hex {
    static func text(_ byte: UInt8) -> String { byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16) }
    static func text(_ bytes: some Sequence<UInt8>) -> String { bytes.map { text($0) }.joined() }

    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var result: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16) else {
                return nil
            }
            result.append(byte)
        }
        return result
    }
}
