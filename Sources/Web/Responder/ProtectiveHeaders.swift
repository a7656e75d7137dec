import HTTPTypes

/// Schutz-Kopfzeilen that every answer carries.
enum ProtectiveHeaders {
    /// Nothing but what the house itself serves; no inline script or style, no frame, no foreign target.
    static let policy = policy(frames: "'none'")

    private static func policy(frames: String) -> String {
        [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
            "manifest-src 'self'", "form-action 'self'", "frame-ancestors \(frames)", "base-uri 'none'",
            "object-src 'none'",
            "font-src 'none'",
        ].joined(separator: "; ")
    }

    static func fields(
        isEncrypted: Bool, isInterface: Bool, requestID: String, isEmbeddable: Bool = false
    ) -> HTTPFields {
        var fields = HTTPFields()
        func set(_ name: String, _ value: String) {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        set("Content-Security-Policy", isEmbeddable ? policy(frames: "*") : policy)
        set("X-Content-Type-Options", "nosniff")
        if !isEmbeddable { set("X-Frame-Options", "DENY") }
        set("Referrer-Policy", "no-referrer")
        set("Cross-Origin-Opener-Policy", "same-origin")
        set("Cross-Origin-Resource-Policy", isInterface || isEmbeddable ? "cross-origin" : "same-origin")
        set(
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()")
        set("X-Request-Id", requestID)
        if isEncrypted { set("Strict-Transport-Security", "max-age=31536000; includeSubDomains") }
        if isInterface { set("Access-Control-Allow-Origin", "*") }
        return fields
    }
}
