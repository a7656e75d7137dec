/// Das einzige Cookie of the house: the token of a session.
///
/// With https it is called `__Host-sitzung` and is Secure. Browsers take neither on plain http, so a house on this
/// machine without https uses `sitzung`; never run a house for others that way.
package struct SessionCookie: Sendable {
    let isEncrypted: Bool

    package init(_ settings: WebSettings) { isEncrypted = settings.isEncrypted }

    var name: String { isEncrypted ? "__Host-sitzung" : "sitzung" }
    private var attributes: String { "; Path=/; HttpOnly; SameSite=Lax" + (isEncrypted ? "; Secure" : "") }

    /// Header that keeps the token until the browser is closed.
    package func keep(_ token: String) -> (String, String) { ("Set-Cookie", "\(name)=\(token)\(attributes)") }

    /// Header that makes the browser forget it.
    package var forget: (String, String) { ("Set-Cookie", "\(name)=; Max-Age=0\(attributes)") }

    /// The token in a `Cookie` header; only what looks like one of ours.
    func token(in header: String?) -> String? {
        guard let header else { return nil }
        for pair in header.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, String(parts[0]).trimmed == name else { continue }
            let value = String(parts[1]).trimmed
            return value.utf8.count == 64 && value.utf8.allSatisfy { $0.isHexDigit } ? value : nil
        }
        return nil
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool { (48...57).contains(self) || (97...102).contains(self) }
}
