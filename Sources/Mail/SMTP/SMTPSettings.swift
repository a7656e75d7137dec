import Foundation

/// Zugang zum Mailserver: where and how mails are handed over.
package struct SMTPSettings: Hashable, Sendable {
    /// How the connection is protected.
    package enum Security: Hashable, Sendable {
        /// Encrypted after STARTTLS; without it nothing is said (`smtp://`).
        case startTLS
        /// Encrypted from the first byte (`smtps://`).
        case implicit
        /// Not encrypted, to a server on the same machine only (`smtp://localhost?tls=aus`).
        case plainLoopback
    }

    package let host: String
    package let port: Int
    package let security: Security
    package var user: String?
    package var password: String?
    /// File with the certificates that are trusted instead of the system's.
    package var authorityFile: String?
    /// Seconds until a connection must stand, and until each answer must come (RFC 5321: ten minutes for the last one).
    package var connectSeconds = 30
    package var answerSeconds = 300

    /// - Parameter address: `smtp://user@host:587`, `smtps://user@host:465` or `smtp://localhost:25?tls=aus`.
    /// - Throws: `MailSettingProblem` with a sentence for the operator.
    package init(address: String) throws(MailSettingProblem) {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme, let host = parts.host,
            !host.isEmpty
        else { throw .server("Erwartet wird smtp://benutzer@rechner:587 oder smtps://benutzer@rechner:465.") }
        guard parts.password == nil else {
            throw .server("Das Passwort gehört in die Datei LUECKENLOS_SMTP_PASSWORD_FILE, nicht in die Adresse.")
        }
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        guard Self.isHost(bare) else { throw .server("Der Name des Mailservers enthält ein unerlaubtes Zeichen.") }
        let isPlain = parts.queryItems?.contains { $0.name == "tls" && $0.value == "aus" } ?? false
        switch (scheme, isPlain) {
        case ("smtps", false): security = .implicit
        case ("smtp", false): security = .startTLS
        case ("smtp", true):
            guard Self.isLoopback(bare) else {
                throw .server("Ohne Verschlüsselung (tls=aus) geht es nur zu einem Mailserver auf demselben Rechner.")
            }
            security = .plainLoopback
        default: throw .server("Die Adresse beginnt mit smtp:// oder smtps://.")
        }
        self.host = bare
        port = parts.port ?? (scheme == "smtps" ? 465 : 587)
        guard (1...65_535).contains(port) else { throw .server("Die Portnummer liegt zwischen 1 und 65535.") }
        user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-.:_".utf8.contains(byte)
                }
            }
    }

    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
    }

    /// What libcurl connects to; the path is the name given in EHLO.
    func url(greeting: some StringProtocol) -> String {
        let host = host.contains(":") ? "[\(host)]" : host
        return "\(security == .implicit ? "smtps" : "smtp")://\(host):\(port)/\(greeting)"
    }
}

/// What is wrong with the settings of the mail, as a German sentence for the operator.
package enum MailSettingProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case server(String)
    case sender(MailProblem)
    case senderMissing
    case passwordFile(String)
    case incomplete(String)

    package var description: String {
        switch self {
        case .server(let sentence): "LUECKENLOS_SMTP_URL: \(sentence)"
        case .sender(let problem): "LUECKENLOS_MAIL_FROM: \(problem)"
        case .senderMissing:
            "LUECKENLOS_MAIL_FROM fehlt. Nennen Sie die Adresse, von der die Mails kommen, zum Beispiel praevention@stadt.example."
        case .passwordFile(let sentence): "LUECKENLOS_SMTP_PASSWORD_FILE: \(sentence)"
        case .incomplete(let sentence): sentence
        }
    }
}
