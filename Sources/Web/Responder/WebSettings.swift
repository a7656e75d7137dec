import HTML

/// Einstellungen of the web ground, read once at start.
package struct WebSettings: Sendable {
    /// Address under which people reach the house, without slash at its end: `https://familie.example.org`.
    /// With https the house sends HSTS and a `__Host-` cookie; on plain http (this machine only) neither works.
    package var publicURL: String?
    /// Addresses of the proxies whose `X-Forwarded-For` is believed.
    package var trustedProxies: Set<String> = []
    /// Roles whose holders must have a second factor; nobody in development.
    package var secondFactorRoles: Set<Role> = [.administrator, .dataProtectionOfficer]
    /// Addresses that may read `/metrics` besides this machine.
    package var metricsReaders: Set<String> = []
    /// Whether routes declared `.development` answer and second factors are not demanded.
    package var isDevelopment = false
    /// Shortest time of answers that must not tell by their duration whether an account exists.
    package var evenSeconds = 0.3
    /// Seconds after which a handler that has not answered is given up with 503.
    package var answerSeconds = 30.0
    /// Seconds within which a body must have arrived; later the answer is 408.
    package var bodySeconds = 60.0

    package init() {}

    /// Reads `LUECKENLOS_PUBLIC_URL`, `LUECKENLOS_TRUSTED_PROXY` and `LUECKENLOS_METRICS_FROM` (addresses with commas),
    /// `LUECKENLOS_DEVELOPMENT` (`1`).
    ///
    /// - Throws: `SettingProblem` with a sentence for the operator.
    package init(environment: [String: String]) throws {
        if let address = environment["LUECKENLOS_PUBLIC_URL"]?.trimmed, !address.isEmpty {
            guard Link.outside(address) != nil, address.hasPrefix("http://") || address.hasPrefix("https://") else {
                throw SettingProblem(
                    "LUECKENLOS_PUBLIC_URL muss mit https:// (oder http:// auf diesem Rechner) beginnen, zum Beispiel "
                        + "https://familie.example.org.")
            }
            publicURL = address.hasSuffix("/") ? String(address.dropLast()) : address
        }
        func addresses(_ name: String) -> Set<String> {
            Set((environment[name] ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty })
        }
        trustedProxies = addresses("LUECKENLOS_TRUSTED_PROXY")
        metricsReaders = addresses("LUECKENLOS_METRICS_FROM")
        isDevelopment = environment["LUECKENLOS_DEVELOPMENT"] == "1"
    }

    /// Whether visitors come by https.
    package var isEncrypted: Bool { publicURL?.hasPrefix("https://") == true }
}

/// A setting that cannot be used; the message tells the operator in German what to change.
package struct SettingProblem: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
