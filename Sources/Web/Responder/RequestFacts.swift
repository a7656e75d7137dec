import HTTPTypes
import Hummingbird
import Prevention

/// The facts of a request that every step needs.
struct RequestFacts: Sendable {
    /// Most bytes of all header lines together.
    static let longestHeaders = 32_768

    /// Methods that log and figures name; others could be anything.
    static let knownMethods: Set<String> = [
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT",
    ]

    let method: String
    /// By lower-case name; several of the same name joined with a comma (cookies with `; `).
    let headers: [String: String]
    /// Address of the visitor's machine, behind trusted proxies the one they name.
    let clientAddress: String
    let requestID: String

    /// - Throws: nothing; header lines that are too long together show as `areHeadersTooLong`.
    init(_ request: Request, remote: String?, trusted: Set<String>) {
        method = request.method.rawValue
        requestID = RequestNumber.make()
        var headers: [String: String] = [:]
        var size = 0
        for field in request.headers {
            size += field.name.rawName.utf8.count + field.value.utf8.count + 4
            let name = field.name.canonicalName
            headers[name] = headers[name].map { $0 + (name == "cookie" ? "; " : ", ") + field.value } ?? field.value
        }
        if let host = request.head.authority { headers["host"] = headers["host"] ?? host }
        self.headers = headers
        areHeadersTooLong = size > Self.longestHeaders
        clientAddress = Self.client(remote: remote, forwarded: headers["x-forwarded-for"], trusted: trusted)
    }

    let areHeadersTooLong: Bool

    /// The nearest address that is no trusted proxy, read from the right; what strangers write further left is ignored.
    static func client(remote: String?, forwarded: String?, trusted: Set<String>) -> String {
        var address = remote ?? "unbekannt"
        var hops = (forwarded ?? "").split(separator: ",").map { String($0).trimmed }
        while trusted.contains(address), let hop = hops.popLast(), !hop.isEmpty, hop.utf8.count <= 45 { address = hop }
        return address
    }
}

/// Vorgangsnummer: names one request in the log and on error pages; easy to read out on the telephone.
enum RequestNumber {
    private static let letters = Array("ABCDEFGHJKMNPQRSTUVWXYZ23456789")

    /// Three groups of four letters, 59 random bits.
    static func make() -> String {
        let text = (0..<12).map { _ in letters[Int.random(in: letters.indices)] }
        return "\(String(text[0..<4]))-\(String(text[4..<8]))-\(String(text[8..<12]))"
    }
}
