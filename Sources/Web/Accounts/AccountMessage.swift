package import Prevention
package import Storage
package import Texts

/// A mail that accounts need; whoever sends it makes the words.
package struct AccountMessage: Sendable {
    package enum Kind: Sendable, Hashable {
        case invitation, passwordReset
    }

    package let kind: Kind
    package let to: String
    /// Address with the one-time token.
    package let link: String
    package let until: Instant
    package let language: Language
    package let account: ID<Account>
    package let actor: AuditActor
}

/// How the ground hands mails over: inside the transaction that makes the link, so there is never one without the other.
package struct AccountMail: Sendable {
    package let enqueue: @Sendable (Writer, AccountMessage) throws -> Void

    package init(enqueue: @escaping @Sendable (Writer, AccountMessage) throws -> Void) { self.enqueue = enqueue }
}
