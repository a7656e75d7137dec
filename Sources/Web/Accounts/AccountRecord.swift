package import Prevention
import Storage
package import Texts

/// Konto as the database holds it.
package struct AccountRecord: Sendable, Hashable {
    package let id: ID<Account>
    /// Lower case; the name with which people sign in.
    package let email: String
    package let name: String
    package let passwordHash: String?
    /// Base32 secret of the second factor; `nil` without one.
    package let codeSecret: String?
    /// Step of the code used last.
    package let codeStep: Int64?
    package let createdAt: Instant
    package let disabledAt: Instant?
    package let roles: Set<RoleGrant>
    /// In which the account was invited or signed in last; mails are written in it.
    package let language: Language

    package var hasPassword: Bool { passwordHash != nil }
    package var hasSecondFactor: Bool { codeSecret != nil }
    package var account: Account { Account(id: id.text, name: name, roles: roles) }
}

/// Sitzung: one browser in which an account is signed in.
package struct Session: Sendable, Hashable {
    /// How far signing in has come.
    package enum Stage: String, Sendable, SQLConvertible {
        /// The password was right; the code of the second factor is missing, nothing is allowed.
        case code
        case full
    }

    package let id: ID<Session>
    package let accountID: ID<Account>
    package let stage: Stage
    /// Secret of the session's forms; pages carry it masked.
    let formToken: String
    /// What kind of browser it is: `Firefox, Linux`.
    package let device: String
    package let startedAt: Instant
    package let seenAt: Instant
    /// When password or code were given last.
    package let authenticatedAt: Instant

    /// Ends after half an hour without a request and after ten hours in any case.
    /// - Source: OWASP ASVS 5.0, 7.3.1, 7.3.2.
    package static let idleSeconds = 30 * 60
    package static let longestSeconds = 10 * 3_600
    /// How long a fresh authentication is good for exports and changes of roles.
    package static let freshSeconds = 5 * 60
    /// The code must follow the password within this time.
    static let codeSeconds = 10 * 60

    func hasEnded(at now: Instant) -> Bool {
        let idle = stage == .code ? Self.codeSeconds : Self.idleSeconds
        return now >= seenAt.adding(seconds: idle) || now >= startedAt.adding(seconds: Self.longestSeconds)
    }

    /// Whether password or code were given within the last five minutes.
    package func isFresh(at now: Instant) -> Bool { now < authenticatedAt.adding(seconds: Self.freshSeconds) }
}

/// A session together with its account, as one request sees it.
package struct SignedIn: Sendable, Hashable {
    package let session: Session
    package let record: AccountRecord
}
