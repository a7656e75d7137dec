import Foundation

/// Einstellungen der Mail: sender, and server if there is one.
package struct MailSettings: Hashable, Sendable {
    package let sender: MailAddress
    /// `nil`: nothing leaves the house, mails go to the development outbox.
    package let server: SMTPSettings?

    package init(sender: MailAddress, server: SMTPSettings?) {
        self.sender = sender
        self.server = server
    }

    /// Reads `LUECKENLOS_SMTP_URL`, `LUECKENLOS_SMTP_PASSWORD_FILE`, `LUECKENLOS_SMTP_CA_FILE` and
    /// `LUECKENLOS_MAIL_FROM` (`address` or `Name <address>`; else `lueckenlos@` and the host of `LUECKENLOS_PUBLIC_URL`).
    ///
    /// - Throws: `MailSettingProblem`: the house does not start with half a setting.
    package init(environment: [String: String]) throws(MailSettingProblem) {
        let given = environment.filter { !$0.value.isEmpty }
        var server: SMTPSettings?
        if let address = given["LUECKENLOS_SMTP_URL"] {
            var settings = try SMTPSettings(address: address)
            settings.authorityFile = given["LUECKENLOS_SMTP_CA_FILE"]
            if let file = given["LUECKENLOS_SMTP_PASSWORD_FILE"] { settings.password = try Self.password(in: file) }
            guard (settings.user == nil) == (settings.password == nil) else {
                throw .incomplete(
                    "Zum Anmelden am Mailserver braucht es beides: den Benutzernamen in LUECKENLOS_SMTP_URL und das Passwort in der Datei LUECKENLOS_SMTP_PASSWORD_FILE."
                )
            }
            server = settings
        }
        if let entered = given["LUECKENLOS_MAIL_FROM"] {
            self.init(sender: try Self.sender(entered), server: server)
        } else if let host = URLComponents(string: given["LUECKENLOS_PUBLIC_URL"] ?? "")?.host,
            let sender = try? MailAddress("lueckenlos@\(host)")
        {
            self.init(sender: sender, server: server)
        } else {
            guard server == nil else { throw .senderMissing }
            self.init(sender: try Self.sender("lueckenlos@demo.example"), server: nil)
        }
    }

    private static func sender(_ entered: String) throws(MailSettingProblem) -> MailAddress {
        do {
            guard entered.hasSuffix(">"), let open = entered.lastIndex(of: "<") else { return try MailAddress(entered) }
            let name = entered[..<open].trimmingCharacters(in: .whitespaces)
            return try MailAddress(String(entered[entered.index(after: open)...].dropLast()), name: name)
        } catch { throw .sender(error) }
    }

    private static func password(in file: String) throws(MailSettingProblem) -> String {
        guard let data = FileManager.default.contents(atPath: file), let text = String(bytes: data, encoding: .utf8)
        else {
            throw .passwordFile("Die Datei \(file) lässt sich nicht lesen.")
        }
        let password = text.trimmingCharacters(in: .newlines)
        guard !password.isEmpty else { throw .passwordFile("Die Datei \(file) ist leer.") }
        return password
    }
}
