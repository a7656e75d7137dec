package import Foundation
package import Offers
package import Prevention
import Storage
package import Web

/// Vorführkonten: one account for each work in a demonstration, with one random password kept in its data folder.
package struct DemoAccounts: Sendable {
    private let desk: SignInDesk
    private let folder: URL

    /// - Parameter folder: the demonstration's data folder.
    package init(desk: SignInDesk, folder: URL) {
        self.desk = desk
        self.folder = folder
    }

    /// Whom the demonstration knows: e-mail, name, role, and the area where it holds, `nil` for everywhere.
    static let all: [(email: String, name: String, role: Role, area: String?)] = [
        ("verwaltung@example.org", "Vorführung Verwaltung", .administrator, nil),
        ("redaktion@example.org", "Vorführung Redaktion", .editor, nil),
        ("planung@example.org", "Vorführung Planung", .planner, nil),
        ("anbieter@example.org", "Vorführung Anbieter", .provider, nil),
        ("stadt1@example.org", "Vorführung erste Stadt", .coordinator, "/musterkreis/stadt-1"),
        ("stadt2@example.org", "Vorführung zweite Stadt", .coordinator, "/musterkreis/stadt-2"),
    ]

    /// Adds what is missing.
    ///
    /// - Parameter provider: whose offers the provider's account looks after.
    /// - Returns: e-mail addresses and the password of all of them.
    package func prepare(provider: ID<Provider>?) async throws -> (emails: [String], password: String) {
        let password = try password()
        for (email, name, role, area) in Self.all where try await desk.accounts.account(email: email) == nil {
            let grant = RoleGrant(role, organisation: role == .provider ? provider?.text : nil, area: area)
            try await desk.add(email: email, name: name, roles: [grant], password: password, by: .system("demo"))
        }
        return (Self.all.map(\.email), password)
    }

    /// Drawn once, then read from the folder, so that the same demonstration keeps its password.
    private func password() throws -> String {
        let file = folder.appending(path: "vorfuehrung-passwort.txt")
        if let kept = try? String(contentsOf: file, encoding: .utf8) {
            return kept.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let drawn = String(SecretToken.make().prefix(20))
        try Data((drawn + "\n").utf8).write(to: file, options: .withoutOverwriting)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        return drawn
    }
}
